import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, type PartialDate } from './dates.ts'
import type { EventKind, TreatyEvent } from './deposits.ts'
import { type EntryAnswer, type EntryQuestion, enterIntoForce } from './entry-into-force.ts'
import { isRefusal } from './finding.ts'

/** "A 2031-01-05 acceptance; B 2031-02": participant, date, and the kind where it is no ratification. */
function did(text: string): TreatyEvent[] {
  const lines = text.split('; ').filter((line) => line !== '')
  return lines.map((line) => {
    const [participant = '', on, kind = 'ratification'] = line.split(' ')
    return { participant, on: on as PartialDate, kind: kind as EventKind }
  })
}

type ClauseOf = EntryQuestion['clause']
const asked = (clause: object, events: string, more: object = {}) =>
  enterIntoForce({ id: 'pact', clause: clause as ClauseOf, events: did(events), ...more })
const answered = (clause: object, events: string, more: object = {}): EntryAnswer => {
  const answer = asked(clause, events, more)
  if (isRefusal(answer)) throw new Error(answer.message)
  return answer
}
const texts = (answer: EntryAnswer) => answer.reasons.map(({ text }) => text).join(' ')

interface Row {
  readonly says: string
  readonly clause: object
  readonly events: string
  readonly more?: object
  readonly on: string | null
}

function holds(rows: readonly Row[]): void {
  for (const { says, clause, events, more, on } of rows) {
    test(says, () => expect(answered(clause, events, more).inForceOn).toBe(on))
  }
}

const three = 'A 2031-01-05; B 2031-01-31; C 2031-03-10'

describe('Article 5(1): a number of deposits, then a wait', () => {
  const thirtyDays = { count: 3, after: { days: 30 } }
  holds([
    { says: 'one short', clause: thirtyDays, events: 'A 2031-01-05; B 2031-01-31', on: null },
    { says: 'with the third, thirty days on', clause: thirtyDays, events: three, on: '2031-04-09' },
    { says: 'a fourth changes nothing', clause: thirtyDays, events: `${three}; D 2031-03-11`, on: '2031-04-09' },
    { says: 'without a wait, on the day itself', clause: { count: 3 }, events: three, on: '2031-03-10' },
    { says: 'two on one day are two', clause: { count: 2 }, events: 'A 2031-01-05; B 2031-01-05', on: '2031-01-05' },
    { says: 'the same said twice is one', clause: { count: 2 }, events: 'A 2031-01-05; A 2031-01-05', on: null },
    {
      says: 'a month from 31 January ends with February',
      clause: { count: 2, after: { months: 1 } },
      events: three,
      on: '2031-02-28',
    },
    {
      says: 'where the month must have passed, the day after it',
      clause: { count: 2, after: { months: 1 }, passed: true },
      events: three,
      on: '2031-03-01',
    },
    { says: 'a year', clause: { count: 2, after: { years: 1 } }, events: three, on: '2032-01-31' },
  ])
  test('the reasons name the decisive deposit, with the article; what is missing is counted', () => {
    const clause = { ...thirtyDays, article: 'Article 5(1)' }
    expect(answered(clause, three).reasons.slice(0, 2)).toEqual([
      { article: 'Article 5(1)', text: expect.stringContaining('the 3rd is the ratification of C on 2031-03-10') },
      { article: 'Article 5(1)', text: '30 days after 2031-03-10 is 2031-04-09.' },
    ])
    expect(answered(clause, 'A 2031-01-05').missing).toMatchObject([{ what: 'deposits', more: 2 }])
  })
})

describe('the first day of a month', () => {
  const following = { count: 1, after: { days: 60 }, startOf: 'following-month' }
  const sixth = { count: 1, after: { months: 6 }, startOf: 'month' }
  holds([
    {
      says: 'the month after the sixtieth day, on 10 June',
      clause: following,
      events: 'A 2002-04-11',
      on: '2002-07-01',
    },
    { says: 'the sixtieth day is the last of June', clause: following, events: 'A 2031-05-01', on: '2031-07-01' },
    {
      says: 'the sixtieth day is the first of July: the month that follows is August',
      clause: following,
      events: 'A 2031-05-02',
      on: '2031-08-01',
    },
    {
      says: 'the sixth month after that of the deposit, whatever its day',
      clause: sixth,
      events: 'A 1998-09-01',
      on: '1999-03-01',
    },
    { says: 'and from its last day', clause: sixth, events: 'A 1998-09-30', on: '1999-03-01' },
    { says: 'where the sixth month is shorter', clause: sixth, events: 'A 2031-08-31', on: '2032-02-01' },
    {
      says: 'months counted are counted alike where a period must have passed whole',
      clause: { ...sixth, passed: true },
      events: 'A 2031-08-31',
      on: '2032-02-01',
    },
    {
      says: 'the month after the deposit, with no period',
      clause: { count: 1, startOf: 'following-month' },
      events: 'A 2031-12-01',
      on: '2032-01-01',
    },
  ])
})

describe('who counts, and what', () => {
  const signed = 'A 2030-06-01 signature; B 2030-06-01 signature; A 2031-01-05; X 2031-01-06; B 2031-02-01'
  holds([
    {
      says: 'one who has not signed does not count among signatories',
      clause: { count: 2, among: 'signatories' },
      events: signed,
      on: '2031-02-01',
    },
    { says: 'among all, it does', clause: { count: 2 }, events: signed, on: '2031-01-06' },
    {
      says: 'all signatories',
      clause: { count: 'all', among: 'signatories' },
      events: `${signed}; C 2030-07-01 signature`,
      on: null,
    },
    {
      says: 'all signatories, with the last of them',
      clause: { count: 'all', among: 'signatories' },
      events: signed,
      on: '2031-02-01',
    },
    { says: 'some of those named', clause: { count: 1, among: ['B', 'C'] }, events: three, on: '2031-01-31' },
    { says: 'every one of those named', clause: { among: ['B', 'C'] }, events: three, on: '2031-03-10' },
    { says: 'every one of those named, one missing', clause: { among: ['B', 'D'] }, events: three, on: null },
    { says: 'a mere signature is no deposit', clause: { count: 1 }, events: 'A 2031-01-05 signature', on: null },
    {
      says: 'unless the clause counts it',
      clause: { count: 1, of: ['signature'] },
      events: 'A 2031-01-05 signature',
      on: '2031-01-05',
    },
    {
      says: 'an accession counts where the clause says nothing',
      clause: { count: 1 },
      events: 'A 2031-01-05 accession',
      on: '2031-01-05',
    },
    {
      says: 'and not where it names ratifications',
      clause: { count: 1, of: ['ratification'] },
      events: 'A 2031-01-05 accession',
      on: null,
    },
    { says: 'a succession does not', clause: { count: 1 }, events: 'A 2031-01-05 succession', on: null },
    {
      says: 'all signatories, from the day on which the last who had not deposited is none',
      clause: { count: 'all', among: 'signatories' },
      events: 'A 2030-06-01 signature; B 2030-06-01 signature; A 2031-01-05; B 2031-01-06 withdrawal',
      on: '2031-01-06',
    },
    {
      says: 'and from then the wait runs',
      clause: { count: 'all', among: 'signatories', after: { days: 30 } },
      events: 'A 2030-06-01 signature; B 2030-06-01 signature; A 2031-01-05; B 2031-01-06 withdrawal',
      on: '2031-02-05',
    },
    {
      says: 'but not from a later day where that one had deposited',
      clause: { count: 'all', among: 'signatories' },
      events:
        'A 2030-06-01 signature; B 2030-06-01 signature; A 2031-01-05; B 2031-01-04; B 2035-01-01 withdrawal; B 2035-01-02 withdrawal',
      on: '2031-01-05',
    },
  ])
  test('who has only signed withdraws the signature, and is no signatory', () => {
    const unsigned = 'A 2030-06-01 signature; B 2030-06-01 signature; B 2030-07-01 withdrawal; A 2031-01-05'
    expect(answered({ count: 'all', among: 'signatories' }, unsigned).inForceOn).toBe('2031-01-05')
    expect(answered({ count: 2, among: 'signatories' }, `${unsigned}; B 2031-02-01`).inForceOn).toBe(null)
    expect(answered({ count: 2 }, `${unsigned}; B 2031-02-01`).inForceOn).toBe('2031-02-01')
  })
  test('who is missing is named, and who is not counted', () => {
    expect(answered({ among: ['B', 'D'] }, three).missing).toMatchObject([{ what: 'deposits-of', participants: ['D'] }])
    expect(texts(answered({ among: ['B', 'C'] }, three))).toContain('not named by the clause: A on 2031-01-05')
    expect(texts(answered({ count: 2, among: 'signatories' }, signed))).toContain('no signatory: X on 2031-01-06')
  })
})

describe('conditions hold together', () => {
  const tonnage = { tonnage: { A: 20, B: 30.1, C: 49.9 } }
  const half = (more: object) => ({ count: 1, share: { weight: 'tonnage', atLeast: [1, 2], ...more } })
  const exact = { weights: { tonnage: { A: 0.1, B: 0.2, C: 0.3 } } }
  const pact = (inForceOn: string | null) => ({ count: 1, instruments: [{ id: 'the older pact', inForceOn }] })
  holds([
    {
      says: 'the number is there, the share with the next',
      clause: half({}),
      events: three,
      more: { weights: tonnage },
      on: '2031-01-31',
    },
    {
      says: 'exactly one half is at least one half',
      clause: half({}),
      events: 'A 2031-01-05; B 2031-01-31',
      more: exact,
      on: '2031-01-31',
    },
    {
      says: 'and no more than one half',
      clause: half({ strict: true }),
      events: 'A 2031-01-05; B 2031-01-31',
      more: exact,
      on: null,
    },
    {
      says: 'of a total that is more than those listed',
      clause: half({}),
      events: three,
      more: { weights: tonnage, totals: { tonnage: 200 } },
      on: '2031-03-10',
    },
    {
      says: 'of the weight of those named',
      clause: { ...half({ of: 'among' }), among: ['A', 'B'] },
      events: three,
      more: { weights: tonnage },
      on: '2031-01-31',
    },
    { says: 'another instrument is not in force', clause: pact(null), events: three, on: null },
    { says: 'it enters into force later', clause: pact('2032-01-01'), events: three, on: '2032-01-01' },
    { says: 'it was in force before', clause: pact('2030-01-01'), events: three, on: '2031-01-05' },
    {
      says: 'in no case before a day',
      clause: { count: 1, after: { days: 30 }, notBefore: '2031-06-01' },
      events: three,
      on: '2031-06-01',
    },
    {
      says: 'which is past',
      clause: { count: 1, after: { days: 30 }, notBefore: '2031-02-03' },
      events: three,
      on: '2031-02-04',
    },
    { says: 'a fixed day and nothing else', clause: { notBefore: '2031-06-01' }, events: '', on: '2031-06-01' },
    {
      says: 'deposits by a day: the last of them on that day',
      clause: { count: 2, by: '2031-01-31' },
      events: three,
      on: '2031-01-31',
    },
    { says: 'and one day late', clause: { count: 2, by: '2031-01-30' }, events: three, on: null },
    {
      says: 'an instrument in force by a day',
      clause: { ...pact('2031-01-31'), by: '2031-01-31' },
      events: three,
      on: '2031-01-31',
    },
    {
      says: 'and one day late, whoever has deposited by then',
      clause: { ...pact('2031-02-01'), by: '2031-01-31' },
      events: three,
      on: null,
    },
    {
      says: 'so that the second way counts, from the day on which the instrument was in force',
      clause: {
        any: [
          { ...pact('2031-02-01'), by: '2031-01-31' },
          { ...pact('2031-02-01'), after: { days: 90 } },
        ],
      },
      events: three,
      on: '2031-05-02',
    },
    {
      says: 'all of several clauses: the latest',
      clause: { all: [{ count: 1 }, { among: ['C'] }], after: { days: 1 } },
      events: three,
      on: '2031-03-11',
    },
    {
      says: 'any of several clauses: the earliest',
      clause: { any: [{ count: 3 }, { among: ['B'], after: { days: 1 } }] },
      events: three,
      on: '2031-02-01',
    },
    {
      says: 'one of them nested',
      clause: { any: [{ count: 9 }, { all: [{ count: 2 }, { among: ['A'] }] }] },
      events: three,
      on: '2031-01-31',
    },
  ])
  test('whose weight is not given, and who is not named, is said', () => {
    const clause = { share: { weight: 'tonnage', atLeast: [1, 2] }, among: ['A', 'B'] }
    const answer = answered(clause, three, { weights: { tonnage: { B: 1 } } })
    expect(answer.inForceOn).toBe('2031-01-31')
    expect(texts(answer)).toContain('No weight is given of A.')
    expect(texts(answer)).toContain('not named by the clause: C on 2031-03-10')
  })
  test('what is missing is told for each condition', () => {
    const clause = { ...half({}), count: 2, instruments: [{ id: 'the older pact', inForceOn: null }] }
    expect(answered(clause, 'A 2031-01-05', { weights: tonnage }).missing).toMatchObject([
      { what: 'deposits', more: 1 },
      { what: 'share', weight: 'tonnage', has: 20, outOf: 100 },
      { what: 'instrument', id: 'the older pact' },
    ])
  })
})

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

describe('what cannot be answered is refused', () => {
  const share = { share: { weight: 'tonnage', atLeast: [1, 2] } }
  const weights = { tonnage: { A: 3 } }
  const rows: { says: string; clause: object; events?: string; more?: object; refused: string; names: string }[] = [
    { says: 'nobody is needed', clause: { count: 0 }, refused: 'clause-cannot-be-met', names: 'clause: count is 0' },
    {
      says: 'more than can deposit',
      clause: { count: 3, among: ['A', 'B', 'A'] },
      refused: 'clause-cannot-be-met',
      names: 'count is 3, and among names 2',
    },
    { says: 'an empty list', clause: { among: [] }, refused: 'clause-cannot-be-met', names: 'among names nobody' },
    {
      says: 'waits that leave the calendar together',
      clause: { all: [{ count: 1, after: { years: 99 } }], after: { weeks: 53 } },
      events: 'A 9799-12-31',
      refused: 'too-far-ahead',
      names: 'clause.all.0.after',
    },
    { says: 'all of nobody in particular', clause: { count: 'all' }, refused: 'unclear-clause', names: 'clause.count' },
    {
      says: 'all signatories, and none known',
      clause: { count: 'all', among: 'signatories' },
      refused: 'clause-cannot-be-met',
      names: 'no signature',
    },
    {
      says: 'a weight that is not given',
      clause: share,
      refused: 'unknown-weight',
      names: 'clause.share.weight: "tonnage"',
    },
    {
      says: 'more than the whole',
      clause: { share: { weight: 'tonnage', atLeast: [3, 2] } },
      more: { weights },
      refused: 'clause-cannot-be-met',
      names: '3 in 2',
    },
    {
      says: 'a share of those named, with no names',
      clause: { share: { ...share.share, of: 'among' } },
      more: { weights },
      refused: 'unclear-clause',
      names: 'clause.share.of',
    },
    {
      says: 'a total below those listed',
      clause: share,
      more: { weights, totals: { tonnage: 2 } },
      refused: 'contradictory-weights',
      names: 'totals.tonnage',
    },
    {
      says: 'no condition at all',
      clause: { after: { days: 30 } },
      refused: 'empty-clause',
      names: 'clause: says no condition',
    },
    {
      says: 'no condition in a part',
      clause: { all: [{ count: 1 }, {}] },
      refused: 'empty-clause',
      names: 'clause.all.1',
    },
    { says: 'a list of no clauses', clause: { any: [] }, refused: 'empty-clause', names: 'clause.any' },
    {
      says: 'a month counted in days',
      clause: { count: 1, after: { days: 30 }, startOf: 'month' },
      refused: 'unclear-clause',
      names: 'clause.startOf',
    },
    {
      says: 'two consents on two days',
      clause: { count: 1 },
      events: 'A 2031-01-05; A 2031-01-06 accession',
      refused: 'contradictory-events',
      names: 'A: ratification on 2031-01-05, and again accession on 2031-01-06',
    },
    {
      says: 'two kinds of consent on one day',
      clause: { count: 1 },
      events: 'A 2031-01-05; A 2031-01-05 acceptance',
      refused: 'contradictory-events',
      names: 'again',
    },
    {
      says: 'two signatures on two days',
      clause: { count: 1 },
      events: 'A 2031-01-05 signature; A 2031-01-06 signature',
      refused: 'contradictory-events',
      names: 'and again signature',
    },
    {
      says: 'a withdrawal of nothing',
      clause: { count: 1 },
      events: 'A 2031-01-05 withdrawal',
      refused: 'contradictory-events',
      names: 'A: withdrawal on 2031-01-05',
    },
  ]
  for (const { says, clause, events = '', more, refused, names } of rows) {
    test(says, () => {
      const answer = asked(clause, events, more)
      expect(answer).toMatchObject({ refused, message: expect.stringContaining(names), remedy: expect.any(String) })
    })
  }
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
