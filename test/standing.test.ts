import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '../src/rules/index.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Where a proposal stands, positions, statements and silence, through the pages, as each kind of seat, with a set clock.
// The clock of the Concord is ahead of the house's by as much as between these two.

const shows = Date.parse('2034-01-09T09:00:00Z') - Date.parse('2026-11-22T06:00:00Z')

let house: SeatsHouse
const seats: Record<string, Visitor> = {}

beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  for (const seat of ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO', 'BEN', 'ICA'].map((id) => `delegation:${id}`)) {
    seats[seat.slice(11)] = await sitting(seat)
  }
  seats.SEC = await sitting('secretariat')
  seats.public = house.visitor()
})
afterAll(() => house.close())

async function sitting(seat: string): Promise<Visitor> {
  const visitor = house.visitor()
  expect((await visitor.post('/concord/seat', { seat })).statusCode).toBe(303)
  return visitor
}

/** Sets the clock of the Concord. */
function at(time: string): void {
  house.clock.now = new Date(Date.parse(time) - shows).toISOString() as Instant
}

function by(seat: string): Visitor {
  return seats[seat] as Visitor
}

async function page(seat: string, decision: string): Promise<string> {
  const response = await by(seat).get(`/concord/run/proposals/${decision}`)
  expect(response.statusCode).toBe(200)
  return response.body.replaceAll('&#39;', "'")
}

function send(seat: string, fields: Record<string, string>) {
  return by(seat).post('/concord/run/acts', fields)
}

async function sent(seat: string, fields: Record<string, string>): Promise<void> {
  const response = await send(seat, fields)
  expect(response.statusCode, response.body.match(/<h1>.*?<\/h1>/)?.[0]).toBe(303)
}

async function propose(decision: string, more: object = {}): Promise<void> {
  const cookie = [...by('ARC').cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const paragraphs = ['Every harbour shows a light.', 'The light is green.', 'The cost is shared.']
  const act = {
    kind: 'proposal-made',
    decision,
    body: 'council',
    level: 'council',
    title: { en: 'Harbour lights' },
    type: 'decision',
    proposedBy: ['ARC'],
    paragraphs: paragraphs.map((en, index) => ({ number: String(index + 1), text: { en } })),
    ...more,
  }
  const response = await by('ARC').ask({
    method: 'POST',
    url: '/concord/run/acts',
    payload: JSON.stringify(act),
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      accept: 'application/json',
      cookie,
    },
  })
  expect(response.statusCode, response.body).toBe(201)
}

/** What the form of a page sends if nothing is filled in, by the act's kind and what its button says. */
function formOf(html: string, button: string): Record<string, string> {
  const forms = html.match(/<form class="act[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => one.includes(button))
  if (!form) throw new Error(`No form with “${button}”.`)
  const plain = (text: string) => text.replaceAll('&#38;', '&')
  const hidden = form.matchAll(/<input type="(?:hidden|datetime-local)" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name, value]) => [name ?? '', plain(value ?? '')]))
}

describe('positions', () => {
  test('each seat is shown its own, and the chair and the Secretariat all', async () => {
    at('2034-01-09T12:00:00Z')
    await propose('lights', { level: 'experts' })
    const form = formOf(await page('ERE', 'lights'), 'Say so')
    await sent('ERE', { ...form, position: 'objects', says: 'Too green.', 'paragraphs[]': '2', wouldLift: 'white' })
    for (const seat of ['ARC', 'BRO', 'LIL', 'RUR', 'BEN']) {
      const html = await page(seat, 'lights')
      expect(html).not.toContain('Too green.')
      expect(html).toContain('is before the Working Party of Experts')
    }
    for (const seat of ['ERE', 'UTO', 'SEC']) expect(await page(seat, 'lights')).toContain('Too green.')
    expect(await page('UTO', 'lights')).toContain('Held by Erewhon (objects, paragraph 2).')
    expect(await page('UTO', 'lights')).toContain('<q>white</q>')
    expect(await page('BEN', 'lights')).toContain('takes no position in the Working Party of Experts')
    expect((await by('ICA').get('/concord/run/proposals/lights')).statusCode).toBe(404)
    expect((await by('public').get('/concord/run/proposals/lights')).statusCode).toBe(404)
  })
  test('opened, after a step that says what it means, others see it', async () => {
    const html = await page('ERE', 'lights')
    expect(html).toContain('This cannot be taken back.')
    await sent('ERE', formOf(html, 'Open them'))
    expect(await page('ARC', 'lights')).toContain('Too green.')
    expect(await page('ERE', 'lights')).not.toContain('Open them')
  })
  test('an objection is lifted by one button', async () => {
    await sent('ERE', formOf(await page('ERE', 'lights'), 'Lift the objection: no objection'))
    expect(await page('ERE', 'lights')).toContain('Erewhon: no objection')
    expect(await page('UTO', 'lights')).not.toContain('Held by')
  })
  test('from a note: number and date are shown to the delegation, which confirms', async () => {
    const form = formOf(await page('SEC', 'lights'), 'Say so')
    await sent('SEC', {
      ...form,
      participant: 'LIL',
      position: 'reserves',
      'fromNote.number': '17/3',
      'fromNote.date': '2034-01-09',
    })
    expect(await page('BRO', 'lights')).not.toContain('17/3')
    const html = await page('LIL', 'lights')
    expect(html).toContain('Entered by the Secretariat from note 17/3 of 9 January 2034. Is it what your capital said?')
    await sent('LIL', formOf(html, '>Confirm<'))
    expect(await page('LIL', 'lights')).toContain('note 17/3 of 9 January 2034, confirmed by the delegation')
  })
  test('from a note of the register: the way to the form, which has delegation, number and date', async () => {
    const note = { kind: 'note-registered', direction: 'in', number: '18/3', date: '2034-01-08', says: 'They reserve.' }
    await sent('SEC', { ...note, participant: 'BRO', decision: 'lights' })
    const notes = async (seat: string) => (await by(seat).get('/concord/run/notes')).body
    const link = /href="([^"]+)">Enter the position it gives/
    const [, address = ''] = link.exec(await notes('SEC')) ?? []
    expect(address).toMatch(/^\/concord\/run\/proposals\/lights\?note=[^#]+#positions$/)
    const [path] = address.split('#') as [string]
    const { body } = await by('SEC').get(path)
    for (const filled of [
      'name="fromNote.number" value="18/3"',
      'type="date" name="fromNote.date" value="2034-01-08"',
      '<option value="BRO" selected>',
    ])
      expect(body).toContain(filled)
    // To any other seat the same address says nothing of the note, and offers no form for it.
    for (const seat of ['LIL', 'UTO']) {
      expect((await by(seat).get(path)).body).not.toContain('18/3')
      expect(await notes(seat)).not.toContain('18/3')
    }
    expect(await notes('BRO')).not.toMatch(link)
    const form = formOf(body, 'Say so')
    const from = { 'fromNote.number': '18/3', 'fromNote.date': '2034-01-08' }
    await sent('SEC', { ...form, ...from, participant: 'BRO', position: 'reserves' })
    expect(await notes('SEC')).not.toMatch(link)
    expect(await page('BRO', 'lights')).toContain('Entered by the Secretariat from note 18/3 of 8 January 2034')
  })
  test('wherever an act is entered from a note, its date is a field for a date', async () => {
    const amending = await page('SEC', 'lights')
    const { body: proposing } = await by('SEC').get('/concord/run/propose')
    for (const html of [amending, proposing]) {
      expect(html).toContain('type="date" name="fromNote.date"')
      expect(html).not.toContain('type="text" name="fromNote.date"')
    }
  })
  test('ad referendum is confirmed by one button; what its lapse means is said with the article', async () => {
    await propose('ferries')
    const html = await page('BRO', 'ferries')
    expect(html).toContain('counts as no objection (Rules of Procedure, Rule 21)')
    const form = formOf(html, 'Say so')
    expect((await send('BRO', { ...form, position: 'ad-referendum' })).body).toContain(
      'says until when the capital confirms',
    )
    await sent('BRO', { ...form, position: 'ad-referendum', confirmBy: '2034-01-20' })
    expect(await page('UTO', 'ferries')).toContain('agreed ad referendum, to be confirmed by 20 January 2034')
    await sent('BRO', formOf(await page('BRO', 'ferries'), 'Confirm: no objection'))
    expect(await page('BRO', 'ferries')).toContain('All that')
  })
  test('where a body votes the words are for, abstains and against, and it says how many more are needed', async () => {
    await propose('budget', { body: 'assembly', level: 'assembly', type: 'budget' })
    const html = await page('ARC', 'budget')
    expect(html).toContain('<span>against</span>')
    expect(html).not.toContain('stands aside')
    for (const one of ['ARC', 'BRO', 'LIL', 'UTO']) {
      await sent(one, { ...formOf(await page(one, 'budget'), 'Say so'), position: 'no-objection' })
    }
    expect(await page('UTO', 'budget')).toContain(
      'It would not be adopted if it were put now: one more in favour is needed.',
    )
    await sent('RUR', { ...formOf(await page('RUR', 'budget'), 'Say so'), position: 'no-objection' })
    expect(await page('UTO', 'budget')).toContain(
      'it would be adopted if it were put now, the positions on file carry it. It is not adopted.',
    )
    expect(await page('ARC', 'budget')).not.toContain('would be adopted')
  })
})

describe('statements', () => {
  test('of a legal kind, on paragraphs; withdrawn while the text is open', async () => {
    const form = formOf(await page('RUR', 'lights'), 'Make the statement')
    await sent('RUR', { ...form, type: 'reservation', says: 'Not in fog.', 'paragraphs[]': '2' })
    expect(await page('RUR', 'lights')).toContain('reservation, paragraph 2')
    expect(await page('ARC', 'lights')).not.toContain('Not in fog.')
    await sent('RUR', formOf(await page('RUR', 'lights'), '>Withdraw<'))
    expect(await page('RUR', 'lights')).not.toContain('reservation, paragraph 2')
  })
})

describe('silence', () => {
  /** Announced at eight, to open at nine on that day. */
  const put = async (decision: string, day: string, until: string) => {
    at(`${day}T08:00:00Z`)
    await propose(decision)
    const form = formOf(await page('UTO', decision), 'Announce silence')
    expect(form).toMatchObject({ opensAt: `${day}T09:00`, expiresAt: `${until}T09:00` })
    await sent('UTO', form)
  }
  test('no body without a rule is offered any, and nobody but the chair where there is one', async () => {
    expect(await page('UTO', 'lights')).toContain('No silence procedure is known for the Working Party of Experts.')
    expect(await page('UTO', 'lights')).not.toContain('Announce silence')
    for (const seat of ['ARC', 'ERE']) expect(await page(seat, 'ferries')).not.toContain('Announce silence')
    for (const seat of ['UTO', 'SEC']) expect(await page(seat, 'ferries')).toContain('Announce silence')
    expect(await page('ARC', 'ferries')).toContain('Rules of Procedure, Rule 17')
  })
  test('one second before expiry it is broken, and told as not adopted', async () => {
    await put('quays', '2034-01-12', '2034-01-15')
    at('2034-01-15T08:59:59Z')
    const html = await page('ERE', 'quays')
    expect(html).toContain('less than a minute')
    await sent('ERE', { ...formOf(html, 'Break silence: object'), says: 'No.' })
    for (const seat of ['ARC', 'UTO', 'ERE'])
      expect(await page(seat, 'quays')).toContain('Silence was broken: the text is not adopted.')
    expect(await page('ARC', 'quays')).not.toContain('By Erewhon')
    at('2034-01-15T09:00:00Z')
    expect(await page('ARC', 'quays')).toContain('By Erewhon.')
    expect(await page('UTO', 'quays')).not.toContain('Record it')
    expect(await page('UTO', 'quays')).toContain(
      'Silence was broken before it expired by Erewhon. The text is not adopted.',
    )
  })
  test('one second after expiry an objection is too late: it is adopted, recorded with a number or without', async () => {
    await put('piers', '2034-01-16', '2034-01-19')
    const late = formOf(await page('ERE', 'piers'), 'Oppose the use of silence')
    at('2034-01-16T09:00:00Z')
    expect((await send('ERE', late)).statusCode).toBe(409)
    const form = formOf(await page('ERE', 'piers'), 'Break silence: object')
    at('2034-01-19T08:00:00Z')
    expect(await page('UTO', 'piers')).toContain('nothing is on file from Arcadia')
    expect(await page('ARC', 'piers')).not.toContain('nothing is on file')
    at('2034-01-19T09:00:01Z')
    expect((await send('ERE', form)).statusCode).toBe(409)
    for (const seat of ['ARC', 'ERE', 'UTO', 'SEC']) {
      const html = await page(seat, 'piers')
      expect(html).toContain('Adopted under silence at 19 January 2034, 09:00 UTC. The decision is not recorded yet')
      expect(html).toContain('whether or not anyone records it')
      expect(html.includes('Record it as C/2034/1')).toBe(seat === 'UTO' || seat === 'SEC')
    }
    await sent('UTO', { ...formOf(await page('UTO', 'piers'), 'Record it as'), number: '' })
    for (const seat of ['ARC', 'UTO']) {
      const html = await page(seat, 'piers')
      expect(html).toContain('Adopted under silence on 19 January 2034, not numbered yet.')
      expect(html).toContain('The text was adopted at that instant. It has no number yet')
    }
  })
  test('opposed beforehand it is not used; the text is untouched', async () => {
    await put('moles', '2034-01-20', '2034-01-23')
    await sent('ERE', formOf(await page('ERE', 'moles'), 'Oppose the use of silence'))
    expect(await page('ARC', 'moles')).toContain('The use of silence was opposed beforehand')
    expect(await page('UTO', 'moles')).toContain('Announce silence')
  })
  test('extended, suspended and resumed by the chair', async () => {
    await put('docks', '2034-01-24', '2034-01-27')
    await sent('UTO', formOf(await page('UTO', 'docks'), 'Extend silence'))
    expect(await page('ARC', 'docks')).toContain('until 28 January 2034, 09:00 UTC')
    at('2034-01-24T10:00:00Z')
    await sent('UTO', formOf(await page('UTO', 'docks'), 'Suspend silence'))
    expect(await page('ARC', 'docks')).toContain('is suspended. It is not adopted')
    expect(await page('ARC', 'docks')).not.toContain('Resume silence')
    at('2034-01-25T10:00:00Z')
    await sent('UTO', formOf(await page('UTO', 'docks'), 'Resume silence'))
    expect(await page('ARC', 'docks')).toContain('under silence until 29 January 2034, 09:00 UTC')
  })
})
