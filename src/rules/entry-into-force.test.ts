import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answered, type ClauseOf, holds, texts } from '../../test/support/treaties.ts'
import { addDays, type Day, type PartialDate } from './dates.ts'
import type { TreatyEvent } from './deposits.ts'
import { enterIntoForce } from './entry-into-force.ts'
import { isRefusal } from './finding.ts'

describe('a withdrawal before entry into force', () => {
  const clause = { count: 2, after: { days: 30 } }
  holds([
    { says: 'undoes the deposit', clause, events: 'A 2031-01-05; A 2031-01-10 withdrawal; B 2031-01-20', on: null },
    {
      says: 'also between the last deposit and entry into force',
      clause,
      events: 'A 2031-01-05; B 2031-01-20; A 2031-02-18 denunciation',
      on: null,
    },
    {
      says: 'and not on the day of entry into force',
      clause,
      events: 'A 2031-01-05; B 2031-01-20; A 2031-02-19 withdrawal',
      on: '2031-02-19',
    },
    {
      says: 'another takes its place',
      clause,
      events: 'A 2031-01-05; B 2031-01-20; A 2031-02-18 withdrawal; C 2031-03-01',
      on: '2031-03-31',
    },
    {
      says: 'who accedes anew counts from then',
      clause,
      events: 'A 2031-01-05; A 2031-01-10 withdrawal; B 2031-01-20; A 2031-02-01 accession',
      on: '2031-03-03',
    },
    {
      says: 'on one day: what stands is withdrawn first',
      clause,
      events: 'B 2031-01-20; A 2031-02-01 accession; A 2031-02-01 withdrawal; A 2031-01-05',
      on: '2031-03-03',
    },
  ])
  test('it is told', () => {
    expect(texts(answered(clause, 'A 2031-01-05; A 2031-01-10 withdrawal; B 2031-01-20'))).toContain(
      'Not counted: the ratification of A on 2031-01-05, withdrawn on 2031-01-10.',
    )
  })
})

describe('parties', () => {
  const clause = { count: 2, after: { days: 30 }, laterParty: { after: { days: 60 }, article: 'Article 5(2)' } }
  const bound = (events: string, own: object = clause) =>
    answered(own, events).parties.map(({ participant, inForceOn }) => `${participant} ${inForceOn}`)
  const first = 'A 2031-01-05; B 2031-01-20'
  const rows = [
    { says: 'those who brought it about, on the day of the treaty', events: first, party: 'A 2031-02-19' },
    {
      says: 'who deposits on the day of the last of them, too',
      events: `${first}; C 2031-01-20`,
      party: 'C 2031-02-19',
    },
    { says: 'who deposits after it, by its own wait', events: `${first}; C 2031-01-21`, party: 'C 2031-03-22' },
    { says: 'years later', events: `${first}; C 2040-01-01 accession`, party: 'C 2040-03-01' },
    { says: 'a successor, from its succession', events: `${first}; C 2040-01-01 succession`, party: 'C 2040-01-01' },
    {
      says: 'a successor before the treaty, with the treaty',
      events: `${first}; C 2030-01-01 succession`,
      party: 'C 2031-02-19',
    },
  ]
  for (const { says, events, party } of rows) test(says, () => expect(bound(events)).toContain(party))
  test('a shorter wait does not bring a party in before the treaty', () => {
    const short = { ...clause, after: { months: 12 }, laterParty: { after: { days: 1 } } }
    expect(bound(`${first}; C 2031-02-01`, short)).toEqual(['A 2032-01-20', 'B 2032-01-20', 'C 2032-01-20'])
  })
  test('where the clause counts from entry into force, who deposits before it is bound with the others', () => {
    const since = { ...clause, laterParty: { after: { days: 60 }, since: 'entry-into-force' } }
    expect(bound(`${first}; C 2031-02-19`, since)).toContain('C 2031-02-19')
    expect(bound(`${first}; C 2031-02-20`, since)).toContain('C 2031-04-21')
  })
  test('with no clause on later parties, on the day of deposit, by the law of treaties', () => {
    const answer = answered({ count: 1, after: { days: 30 } }, 'A 2031-01-05; C 2031-06-01')
    expect(answer.parties).toContainEqual({ participant: 'C', inForceOn: '2031-06-01' })
    expect(answer.reasons).toContainEqual(
      expect.objectContaining({ article: expect.stringContaining('article 24(3)') }),
    )
  })
  test('who withdrew later was a party until then; who withdrew before is none; who returns is one again', () => {
    const events = `${first}; C 2031-02-01; C 2031-02-02 withdrawal; A 2035-01-01 withdrawal; A 2036-01-01 accession`
    const parties = answered(clause, events).parties.filter(({ participant }) => participant !== 'B')
    expect(parties).toEqual([
      { participant: 'A', inForceOn: '2031-02-19', until: '2035-01-01' },
      { participant: 'A', inForceOn: '2036-03-01' },
    ])
  })
  test('provisional application is shown, and makes no party', () => {
    const answer = answered(clause, `${first}; C 2031-01-01 provisional-application`)
    expect(texts(answer)).toContain('C applies it provisionally from 2031-01-01')
    expect(answer.parties.map((p) => p.participant)).toEqual(['A', 'B'])
  })
})

describe('a date known only as a month or a year', () => {
  const clause = { count: 2, after: { days: 30 } }
  test('does not matter where another deposit decides', () => {
    expect(answered(clause, 'A 2030; B 2031-01-20')).toMatchObject({ inForceOn: '2031-02-19' })
  })
  test('leaves the day open where it decides: an interval, never a false day', () => {
    const answer = answered(clause, 'A 2030-12-20; B 2031-01')
    expect(answer).toMatchObject({ inForceOn: null, notBefore: '2031-01-31', notAfter: '2031-03-02', parties: [] })
    expect(texts(answer)).toContain('Known only so: ratification of B as 2031-01.')
  })
  test('may leave open whether at all', () => {
    const answer = answered({ count: 1, by: '2031-01-15' }, 'A 2031-01')
    expect(answer).toMatchObject({ inForceOn: null, notBefore: '2031-01-01', missing: [{ what: 'deposits' }] })
    expect(answer).not.toHaveProperty('notAfter')
  })
  test('may leave open who comes later, where the day of the treaty is fixed', () => {
    const fixed = { count: 2, notBefore: '2031-04-20', laterParty: { after: { days: 60 } } }
    const { inForceOn, parties } = answered(fixed, 'A 2031-01-01; B 2031-03; C 2031-03-15')
    expect(inForceOn).toBe('2031-04-20')
    expect(parties).toContainEqual({
      participant: 'C',
      inForceOn: null,
      notBefore: '2031-04-20',
      notAfter: '2031-05-14',
    })
  })
  test('of a later party leaves its day open, and not that of the treaty', () => {
    const { parties } = answered({ count: 1 }, 'A 2031-01-20; B 2032-02')
    expect(parties).toContainEqual({
      participant: 'B',
      inForceOn: null,
      notBefore: '2032-02-01',
      notAfter: '2032-02-29',
    })
  })
})

const daysAfter = (on: string, n: number) => addDays(on as Day, n) as string as PartialDate
const day = fc.integer({ min: 0, max: 4000 }).map((n) => daysAfter('2030-01-01', n))
const deposit = fc.record({
  participant: fc.constantFrom(...'ABCDEFGHIJ'),
  on: day,
  kind: fc.constantFrom('ratification', 'accession'),
})
const deposits = fc.uniqueArray(deposit, { selector: ({ participant }) => participant, maxLength: 10 }) as fc.Arbitrary<
  TreatyEvent[]
>
const wait = fc.record({
  after: fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
  ),
})
const simple = fc.tuple(fc.integer({ min: 1, max: 6 }), wait).map(([count, after]) => ({ count, ...after }))
const clauses = fc.oneof(
  simple,
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
)

describe('whatever the clause and the deposits', () => {
  const when = (clause: object, events: readonly TreatyEvent[]) => {
    const answer = enterIntoForce({ id: 'pact', clause: clause as ClauseOf, events })
    if (isRefusal(answer)) throw new Error(answer.message)
    return answer
  }
  test('one more deposit never delays entry into force', () => {
    fc.assert(
      fc.property(clauses, deposits, day, (clause, events, on) => {
        const more = [...events, { participant: 'Z', kind: 'ratification', on } as TreatyEvent]
        const before = when(clause, events).inForceOn ?? '9999'
        expect((when(clause, more).inForceOn ?? '9999') <= before).toBe(true)
      }),
    )
  })
  test('the order of the events in the file does not matter', () => {
    const withdrawn = deposits.map((events) =>
      events.flatMap((event, i) =>
        i % 3 ? [event] : [event, { ...event, kind: 'withdrawal', on: daysAfter(event.on, 90) } as TreatyEvent],
      ),
    )
    const shuffled = withdrawn.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(clauses, shuffled, (clause, [events, other]) => {
        expect(when(clause, other)).toEqual(when(clause, events))
      }),
    )
  })
  test('no party is bound before the treaty, and every one who deposited is bound', () => {
    fc.assert(
      fc.property(clauses, wait, deposits, (clause, laterParty, events) => {
        const { inForceOn, parties } = when({ ...clause, laterParty }, events)
        expect(parties).toHaveLength(inForceOn ? events.length : 0)
        for (const party of parties) expect((party.inForceOn ?? '') >= (inForceOn ?? '')).toBe(true)
      }),
    )
  })
})
