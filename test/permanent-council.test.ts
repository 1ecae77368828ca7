import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chairOf, decisionOf, negotiationOf, type Organisation } from '../src/record/index.ts'
import { loadFolder } from '../src/registry/index.ts'
import type { Day, Instant } from '../src/rules/index.ts'
import { ok } from './support/databases.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Silence as the Permanent Council of the OSCE has it, in an exercise made from a day of its record: the chair announces it at
// a meeting and names the second at which it expires.

const folder = join(import.meta.dirname, '..', 'organisations', 'permanent-council')
let house: SeatsHouse
const seats: Record<string, Visitor> = {}

/** Nine in Vienna on the morning after the last day shared with the record: when the clock of the exercise starts. */
const starts = Date.parse('2025-01-16T08:00:00Z')
const opensAt = '2025-01-16T10:00:00.000Z'
/** A second before midnight in Vienna, and midnight: two days there, one day of UTC. */
const expires = { before: '2025-01-17T22:59:59.000Z', at: '2025-01-17T23:00:00.000Z' } as const
let begun = 0
const comes = (instant: string) => {
  house.clock.now = new Date(begun + Date.parse(instant) - starts).toISOString() as Instant
}

const now = (): Organisation => house.registry.record('pc').at('9999-12-31' as Day)
const negotiation = (decision: string) => {
  const found = negotiationOf(now(), decision)
  if (!found) throw new Error(`no proposal "${decision}"`)
  return found
}

async function sends(who: string, act: object) {
  const visitor = seats[who] as Visitor
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }
  const { statusCode, body } = await visitor.ask({
    method: 'POST',
    url: '/pc/run/acts',
    payload: JSON.stringify(act),
    headers: { accept: 'application/json', ...headers },
  })
  return { statusCode, ...JSON.parse(body) }
}

async function enters(who: string, act: { readonly kind: string; readonly [field: string]: unknown }) {
  const { statusCode, refused, message } = await sends(who, act)
  if (statusCode >= 300) throw new Error(`${act.kind}: ${refused}: ${message}`)
}

const proposal = (decision: string) => ({
  kind: 'proposal-made',
  decision,
  body: 'permanent-council',
  level: 'permanent-council',
  title: { en: `Dates, ${decision}` },
  type: 'decision',
  paragraphs: [{ number: '1', text: { en: 'The review meeting is held in May.' } }],
  proposedBy: ['CHE'],
})
const announces = (decision: string, expiresAt: string) => ({
  kind: 'silence-opened',
  decision,
  revision: 1,
  opensAt,
  expiresAt,
})
const objects = (decision: string) => ({
  kind: 'position-taken',
  decision,
  revision: 1,
  participant: 'AND',
  position: 'objects',
})
const amends = (decision: string) => ({
  kind: 'amendment-proposed',
  decision,
  revision: 1,
  participant: 'AND',
  paragraph: '1',
  text: { en: 'The review meeting is held in June.' },
})
const records = (decision: string, number?: string) => ({
  kind: 'decision-recorded',
  outcome: 'adopted',
  ...decisionOf(negotiation(decision), 'silence'),
  ...(number === undefined ? {} : { number }),
})

beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  await ok(loadFolder(house.registry, folder))
}, 60_000)
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

describe('the record, which is only read', () => {
  const held = (day: string) =>
    house.registry
      .record('permanent-council')
      .at(day as Day)
      .holdings()
  const cases = [
    { day: '2012-11-20', count: 56 },
    { day: '2012-11-21', count: 57 },
    { day: '2025-01-31', count: 57 },
  ]
  for (const { day, count } of cases) {
    test(`${count} participating States on ${day}`, () => expect(held(day)).toHaveLength(count))
  }
  test('each has a name in three languages and a source', () => {
    const all = house.registry
      .record('permanent-council')
      .at('2025-01-31' as Day)
      .participants()
    expect(all).toHaveLength(57)
    for (const { id, names, description } of all) {
      expect(Object.keys(names ?? {}), id).toEqual(['en', 'ru', 'zh'])
      expect(description?.sources.length, id).toBeGreaterThan(0)
    }
  })
  const chairs = [
    { day: '2019-12-31', chair: 'SVK' },
    { day: '2020-01-01', chair: undefined },
    { day: '2024-12-31', chair: 'MLT' },
    { day: '2025-01-01', chair: 'FIN' },
  ]
  for (const { day, chair } of chairs) {
    test(`in the chair on ${day}: ${chair ?? 'nobody on record'}`, () => {
      const organisation = house.registry.record('permanent-council').at(day as Day)
      expect(chairOf(organisation, 'permanent-council').participant).toBe(chair)
    })
  }
})

describe('an exercise from 15 January 2025', () => {
  test('is made on its page, and seats are taken in the order of names', async () => {
    begun = Date.parse(house.clock.now)
    const visitor = house.visitor()
    const made = await visitor.post('/permanent-council/fork', { on: '2025-01-15', as: 'pc' })
    expect([made.statusCode, made.headers.location]).toEqual([303, '/pc/seat'])
    const { body } = await visitor.get('/pc/seat')
    const offered = [...body.matchAll(/value="delegation:([A-Z]{3})"/g)].map(([, id]) => id)
    expect(offered).toHaveLength(57)
    expect([offered[0], offered.at(-1)]).toEqual(['ALB', 'UZB'])
    for (const one of ['FIN', 'CHE', 'AND', 'GEO']) {
      seats[one] = house.visitor()
      await seats[one].post('/pc/seat', { seat: `delegation:${one}` })
      expect(await seats[one].sitsIn('pc')).toBe(`delegation:${one}`)
    }
  })

  test('silence is announced at a meeting, by the chair, and expires after it opens', async () => {
    for (const one of ['objected', 'amended', 'late', 'kept', 'opposed', 'earlier']) await enters('CHE', proposal(one))
    expect(await sends('FIN', announces('kept', expires.at))).toMatchObject({ refused: 'not-at-a-meeting' })
    await enters('FIN', {
      kind: 'meeting-opened',
      meeting: 'plenary',
      body: 'permanent-council',
      format: 'expanded',
    })
    expect(await sends('AND', announces('kept', expires.at))).toMatchObject({ refused: 'not-the-chair' })
    expect(await sends('FIN', announces('kept', opensAt))).toMatchObject({ refused: 'period-too-short' })
    for (const one of ['objected', 'amended', 'late', 'kept', 'opposed']) {
      await enters('FIN', announces(one, expires.at))
    }
    await enters('FIN', announces('earlier', expires.before))
  })

  test('the method is agreed unless somebody opposes it before silence opens', async () => {
    comes('2025-01-16T09:59:59Z')
    await enters('GEO', { kind: 'silence-opposed', decision: 'opposed', participant: 'GEO' })
    await enters('FIN', { kind: 'meeting-closed', meeting: 'plenary' })
    comes(opensAt)
    const late = { kind: 'silence-opposed', decision: 'kept', participant: 'GEO' }
    expect(await sends('GEO', late)).toMatchObject({ refused: 'too-late' })
  })

  test('a second before the expiry an objection breaks it, and an amendment does', async () => {
    comes('2025-01-17T22:59:59Z')
    await enters('AND', objects('objected'))
    await enters('AND', amends('amended'))
    expect(await sends('AND', objects('earlier'))).toMatchObject({ refused: 'too-late' })
  })

  test('at the expiry and a second after it is too late for either', async () => {
    comes(expires.at)
    expect(await sends('AND', objects('late'))).toMatchObject({ refused: 'too-late' })
    comes('2025-01-17T23:00:01Z')
    expect(await sends('AND', objects('late'))).toMatchObject({ refused: 'too-late' })
    expect(await sends('AND', amends('late'))).toMatchObject({ refused: 'too-late' })
  })

  test('what was broken or opposed is not recorded as adopted', async () => {
    for (const one of ['objected', 'amended', 'opposed']) {
      expect(await sends('FIN', records(one)), one).toMatchObject({ refused: 'silence-not-over' })
    }
  })

  test('what was kept is adopted on the day on which it expired in Vienna, with the next number', async () => {
    comes('2025-01-20T09:00:00Z')
    expect(await sends('FIN', records('earlier', 'PC.DEC/2'))).toMatchObject({ refused: 'number-not-due' })
    await enters('FIN', records('earlier', 'PC.DEC/1'))
    await enters('FIN', records('kept', 'PC.DEC/2'))
    await enters('FIN', records('late', 'PC.DEC/3'))
    const days = ['earlier', 'kept', 'late'].map((one) => negotiation(one).decided?.act)
    expect(days.map((act) => [act?.on, act?.number])).toEqual([
      ['2025-01-17', 'PC.DEC/1'],
      ['2025-01-18', 'PC.DEC/2'],
      ['2025-01-18', 'PC.DEC/3'],
    ])
    const page = await (seats.GEO as Visitor).get('/pc/run/proposals/kept')
    expect(page.body).toContain('Adopted under silence on 18 January 2025 as PC.DEC/2.')
  })

  test('nothing of it is in the record from which it was made', async () => {
    const record = house.registry.record('permanent-council')
    expect(record.at('9999-12-31' as Day).decisions()).toEqual([])
    const refusal = await (seats.FIN as Visitor).post('/permanent-council/run/acts', { kind: 'proposal-made' })
    expect(refusal.statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('many at one table', () => {
  test('the chair sees where 57 stand: how many in words, each with a mark, and no sentence of 57 names', async () => {
    await enters('CHE', proposal('table'))
    await enters('AND', objects('table'))
    const { body } = await (seats.FIN as Visitor).get('/pc/run')
    const table = body.slice(body.indexOf('Dates, table'))
    expect(table).toContain('56 delegations have not said where they stand on revision 1.')
    expect(table.match(/<li title="/g)?.length).toBeGreaterThanOrEqual(57)
    const counts = table.replace(/<svg.*?<\/svg>/gs, '').match(/<li> ?\d+ [a-z ]+<\/li>/g)
    expect(counts?.slice(0, 2).map((one) => one.replace(/<\/?li> ?/g, ''))).toEqual(['1 objects', '56 not answered'])
  })
  test('another delegation sees none of it', async () => {
    const { body } = await (seats.GEO as Visitor).get('/pc/run')
    const open = body.slice(body.indexOf('Dates, table'), body.indexOf('Decided lately'))
    expect(open).toContain('Georgia is asked where it stands.')
    expect(open).not.toMatch(/position-strip|not answered|delegations have not said/)
  })
  test('of what is decided how many said nothing, without their marks', async () => {
    const { body } = await (seats.FIN as Visitor).get('/pc/run')
    const decided = body.slice(body.indexOf('Decided lately'))
    expect(decided.match(/57 said nothing/g)).toHaveLength(3)
    expect(decided).not.toContain('position-strip')
  })
  test('what waits for the chair counts those from whom nothing has come', async () => {
    const { body } = await (seats.FIN as Visitor).get('/pc/run/waiting')
    expect(body).toMatch(/nothing has come from 5\d delegations\./)
  })
})
