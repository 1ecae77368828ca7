import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionOf, negotiationOf, readSeat } from '../src/record/index.ts'
import { submit } from '../src/routes/acts.ts'
import { isRefusal } from '../src/rules/index.ts'
import { members } from './support/adopting.ts'
import { proposal } from './support/negotiating.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// A decision on harbour lights, taken at a meeting of the Council; Ruritania stayed outside, Lilliput made a reservation.

let house: SeatsHouse
const seats: Record<string, Visitor> = {}
const secret = ['Every harbour shows a light', 'The light is green', 'Not in fog', 'a word from the ministry']

beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  for (const one of ['ARC', 'RUR', 'UTO', 'BEN', 'LAP', 'LIL', 'ERE']) {
    seats[one] = house.visitor()
    await seats[one].post('/concord/seat', { seat: `delegation:${one}` })
  }
  seats.secretariat = house.visitor()
  await seats.secretariat.post('/concord/seat', { seat: 'secretariat' })
  seats.public = house.visitor()
  await enter('delegation:ARC', proposal({ level: 'council' }))
  for (const one of members) {
    const is = one === 'RUR' ? 'does-not-take-part' : 'no-objection'
    const says = one === 'BRO' ? { says: 'a word from the ministry' } : {}
    await enter(`delegation:${one}`, {
      kind: 'position-taken',
      ...of,
      participant: one,
      position: is,
      revision: 1,
      ...says,
    })
  }
  await enter('delegation:LIL', {
    kind: 'statement-made',
    ...of,
    participant: 'LIL',
    type: 'reservation',
    paragraphs: ['2'],
    says: 'Not in fog.',
  })
  await enter('delegation:UTO', { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'expanded' })
  for (const one of members)
    await enter('delegation:UTO', { kind: 'presence-noted', meeting: 'm', participant: one, presence: 'present' })
  await enter('delegation:UTO', { kind: 'question-put', meeting: 'm', ...of, revision: 1 })
  const negotiation = negotiationOf(house.registry.record('concord').at('9999-12-31' as never), 'lights')
  if (!negotiation) throw new Error('nothing was proposed')
  await enter('delegation:UTO', {
    kind: 'decision-recorded',
    outcome: 'adopted',
    meeting: 'm',
    ...decisionOf(negotiation, 'meeting'),
  })
}, 120_000)

afterAll(() => house.close())

const of = { decision: 'lights' }

async function enter(seat: string, act: object): Promise<string> {
  const entered = await submit(house.registry, 'concord', act, readSeat(seat) ?? { kind: 'public' })
  if (isRefusal(entered)) throw new Error(`${entered.refused}: ${entered.message}`)
  return entered.id
}

const page = async (who: string, path: string) => {
  const { statusCode, body } = await (seats[who] as Visitor).get(`/concord/${path}`)
  const text = (/<main.*<\/main>/s.exec(body)?.[0] ?? body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
  return { code: statusCode, body, text }
}
const post = (who: string, fields: Record<string, string>) => (seats[who] as Visitor).post('/concord/run/acts', fields)
const offers = (body: string, kind: string) => body.includes(`name="kind" value="${kind}"`)

/** Every page and file that is for everyone and may speak of it. */
const publicPaths = [
  'decisions/lights',
  'decisions/lights.json',
  'decisions.json',
  'decisions.csv',
  'register.jsonl',
  'opened.jsonl',
  'delivery/commitments',
  'delivery/commitments.json',
  'run',
  'run.json',
  'run/signature',
  'run/signature.json',
  'run/notes',
  'run/notes.json',
  'run/proposals/lights',
  'run/proposals/lights.json',
  'changes.atom',
  'day?on=2034-01-09',
  'participants/LIL',
  'search?q=fog',
]

describe('before its text is opened', () => {
  test.each(publicPaths)('the public reads nothing of it at /%s', async (path) => {
    const { body } = await page('public', path)
    for (const one of secret) expect(body).not.toContain(one)
  })
  test('the public page has title, body, day, who stayed outside; and no number yet', async () => {
    const { text } = await page('public', 'decisions/lights')
    expect(text).toContain('Harbour lights')
    expect(text).toContain('Stayed outside: Ruritania')
    expect(text).toContain('none yet')
    expect(text).toContain('taken at a meeting')
    expect(text).toContain('Its text is not public')
    const { numbered } = { numbered: (await page('public', 'decisions/lights.json')).body }
    expect(JSON.parse(numbered)).not.toHaveProperty('text')
  })
  test.each(['UTO', 'secretariat', 'ARC'])(
    '%s is told there where it is opened to more, the public is not',
    async (who) => {
      const way = 'href="/concord/run/proposals/lights#readers"'
      const { body, text } = await page(who, 'decisions/lights')
      expect(text).toContain('It is opened to more readers by the chair of the Council, or by the Secretariat')
      expect(body).toContain(way)
      expect((await page(who, 'run/proposals/lights')).body).toContain('id="readers"')
      expect((await page('public', 'decisions/lights')).body).not.toContain(way)
    },
  )
  test('who took part stands in the order of names, as at the table', async () => {
    const { text } = await page('public', 'decisions/lights')
    expect(text.replaceAll(' ,', ',')).toContain('Who took part Arcadia, Brobdingnag, Erewhon, Lilliput, Utopia')
  })
  test('so do the positions of one that history tells', async () => {
    const { text } = await page('public', 'decisions/stamps')
    expect(text).toMatch(/Positions on record Erewhon ?: objects.*Utopia ?: no objection/)
  })
  test('its review says that it was ruled when it was taken', async () => {
    const { text } = await page('public', `register/${(await decided()).id}`)
    expect(text).toContain('It was ruled so when it was taken at a meeting.')
    expect(text).not.toContain('positions taken are not on record')
  })
  const cases = [
    { who: 'UTO', number: true, join: false, release: true, commit: true },
    { who: 'secretariat', number: true, join: true, release: true, commit: true },
    { who: 'RUR', number: false, join: true, release: false, commit: false },
    { who: 'ARC', number: false, join: false, release: false, commit: false },
  ]
  for (const { who, number, join, release, commit } of cases) {
    test(`${who} is offered what is for it, and nothing else`, async () => {
      const { code, body, text } = await page(who, 'run/proposals/lights')
      expect(code).toBe(200)
      expect(text).toContain('Adopted on')
      expect(text).toContain('no number yet')
      expect([
        offers(body, 'decision-numbered'),
        offers(body, 'decision-joined'),
        offers(body, 'decision-released'),
        offers(body, 'commitment-made'),
      ]).toEqual([number, join, release, commit])
      if (!number)
        expect(text).toContain('It is numbered by Utopia, or by the Secretariat. Rules of Procedure, Rule 20(1)')
    })
  }
  test.each(['BEN', 'LAP', 'public'])('to %s it is not there', async (who) => {
    expect((await page(who, 'run/proposals/lights')).code).toBe(404)
  })
})

describe('what is done with it', () => {
  test('the chair numbers it by one button; the list has the number', async () => {
    const fields = { kind: 'decision-numbered', ...of, number: 'C/2034/1', back: '/concord/run/proposals/lights' }
    expect((await post('ARC', fields)).statusCode).toBe(403)
    const sent = await post('UTO', fields)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/concord/run/proposals/lights'])
    expect((await page('RUR', 'run/proposals/lights')).text).toContain('C/2034/1')
    expect((await page('public', 'decisions/lights')).text).toContain('C/2034/1 given on')
    expect((await page('public', 'decisions')).text).toContain('C/2034/1')
    expect((await page('public', 'decisions.csv')).body).toContain('C/2034/1')
    expect((await post('UTO', fields)).statusCode).toBe(409)
  })
  test('Ruritania joins by one button, and everyone may know', async () => {
    const fields = { kind: 'decision-joined', ...of, participant: 'RUR' }
    expect((await post('ARC', fields)).statusCode).toBe(403)
    expect((await post('RUR', fields)).statusCode).toBe(303)
    expect(offers((await page('RUR', 'run/proposals/lights')).body, 'decision-joined')).toBe(false)
    expect((await page('public', 'decisions/lights')).text).toMatch(/Joined later: Ruritania on \d+ January 2034/)
  })
  test('its signature: planned, a version ready, a capital through; the list for those who see the text', async () => {
    const plan = { kind: 'signature-planned', ...of, level: 'heads of State', form: 'protocol', 'languages[]': 'en' }
    expect((await post('ARC', plan)).statusCode).toBe(403)
    expect((await post('UTO', plan)).statusCode).toBe(303)
    expect((await page('ARC', 'run/signature')).text).toContain('English not ready')
    expect((await post('UTO', { kind: 'text-ready', ...of, language: 'en' })).statusCode).toBe(303)
    expect(offers((await page('ARC', 'run/proposals/lights')).body, 'procedures-completed')).toBe(true)
    expect((await post('ARC', { kind: 'procedures-completed', ...of, participant: 'ARC' })).statusCode).toBe(303)
    expect(offers((await page('ARC', 'run/proposals/lights')).body, 'procedures-completed')).toBe(false)
    const { text } = await page('ERE', 'run/signature')
    expect(text).toContain('One document for signature')
    expect(text).toContain('English ready')
    expect(text).toMatch(
      /1 Arcadia internal procedures complete 2 Brobdingnag internal procedures not complete 3 Erewhon/,
    )
    expect(text).toContain('Rule 24')
    expect((await page('LAP', 'run/signature')).text).toContain('No document is planned for signature')
  })
  test('what somebody is to do stands beside the decision, and not yet in the record', async () => {
    const fields = {
      kind: 'commitment-made',
      ...of,
      commitment: 'lights-1',
      paragraph: '1',
      'who[]': 'LIL',
      what: 'paint every lamp',
      due: '2034-06',
    }
    expect((await post('LIL', fields)).statusCode).toBe(403)
    expect((await post('secretariat', fields)).statusCode).toBe(303)
    expect((await page('ERE', 'run/proposals/lights')).text).toContain('Paint every lamp Lilliput June 2034')
    for (const path of publicPaths) expect((await page('public', path)).body).not.toMatch(/paint every lamp/i)
  })
  test('a note, what was entered from it, and the delegation that confirms it', async () => {
    const note = {
      kind: 'note-registered',
      direction: 'in',
      number: '17',
      date: '2034-01-09',
      participant: 'ERE',
      ...of,
      says: 'On procedures.',
    }
    expect((await post('UTO', note)).statusCode).toBe(403)
    expect((await post('secretariat', note)).statusCode).toBe(303)
    expect((await page('secretariat', 'run/notes')).text).toContain('nothing entered yet')
    const entered = { kind: 'procedures-completed', ...of, participant: 'ERE' }
    expect((await post('secretariat', entered)).statusCode).toBe(409)
    const from = { ...entered, 'fromNote.number': '17', 'fromNote.date': '2034-01-09' }
    expect((await post('secretariat', from)).statusCode).toBe(303)
    const own = await page('ERE', 'run/notes')
    expect(own.text).toContain('Erewhon completed its internal procedures. not confirmed yet')
    const confirms = /name="confirms" value="([^"]+)"/.exec(own.body)?.[1] as string
    const confirmed = await post('ERE', { kind: 'entry-confirmed', ...of, participant: 'ERE', confirms })
    expect(confirmed.statusCode).toBe(303)
    expect((await page('ERE', 'run/notes')).text).not.toContain('not confirmed yet')
    for (const who of ['ARC', 'UTO', 'BEN', 'public'])
      expect((await page(who, 'run/notes')).text).not.toContain('On procedures')
  })
})

describe('once its text is opened to the public', () => {
  beforeAll(async () => {
    expect((await post('UTO', { kind: 'decision-released', ...of, to: 'public' })).statusCode).toBe(303)
  })
  test('the page of the record has the text and what was said with it', async () => {
    const { text } = await page('public', 'decisions/lights')
    expect(text).toContain('The light is green')
    expect(text).toContain('Lilliput , reservation (2) Not in fog.')
  })
  test('what somebody is to do stands with what was promised, with the way to the decision', async () => {
    const { body, text } = await page('public', 'delivery/commitments')
    expect(text).toContain('Paint every lamp Harbour lights , paragraph 1 Lilliput June 2034')
    expect(body).toContain('href="/concord/decisions/lights"')
  })
  test('anyone checks what was opened against the register, and one changed letter is found', async () => {
    const lines = async (path: string) =>
      (await page('public', path)).body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    const [register, opened] = [await lines('register.jsonl'), await lines('opened.jsonl')]
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(opened.length).toBeGreaterThan(10)
    for (const { position, body } of opened) {
      expect(hash(body)).toBe(register[position - 1].act.seal)
      expect(hash(body.replace('"', "'"))).not.toBe(register[position - 1].act.seal)
    }
    expect(opened.map(({ body }) => body).join()).toContain('Not in fog.')
    // Notes stay with the Secretariat and the capital.
    expect(opened.map(({ body }) => body).join()).not.toContain('On procedures.')
  })
})

async function decided() {
  const found = house.registry
    .record('concord')
    .entries()
    .findLast(({ act }) => act.kind === 'decision-recorded')
  if (!found) throw new Error('nothing was decided')
  return found
}
