import { describe, expect, test } from 'vitest'
import { answered, holds, texts, three } from '../../test/support/treaties.ts'

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
