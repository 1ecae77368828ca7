import { describe, expect, test } from 'vitest'
import { covered, decided, described } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import { type Act, type ClaimTest, claimTest, Fold } from '../record/index.ts'
import type { Day, PartialDate } from '../rules/index.ts'
import { tested, weighed } from './claim.ts'

const years = [2030, 2031, 2032, 2033].map((year) =>
  covered(year, 'decisions', year < 2033 ? 'complete' : 'sample', 'the minutes'),
)
const acts = [
  described({ begins: '2030-01-01' }),
  ...years,
  decided('lights', '2030-05-01'),
  decided('buoys', '2032-05-01', { outside: ['ERE'], doubt: [{ field: 'outside', kind: 'unverified', note: 'x' }] }),
]
const at = (day: string, all: readonly Act[] = acts) => new Fold('concord', entriesOf(all)).at(day as Day)

const yes = { says: 'A decision was taken in 2030.', measure: { count: 'decisions', where: { year: 2030 } }, is: 1 }
const no = { says: 'Two were.', measure: { count: 'decisions', where: { year: 2030 } }, is: 2 }
const untold = { says: 'None in 2033.', measure: { count: 'decisions', where: { year: 2033 } }, is: 0 }
const asRecorded = { ...untold, asRecorded: 'The minutes of 2033 are a sample.' }
const unverified = {
  says: 'One stood outside.',
  measure: { count: 'decisions', where: { outside: 'ERE' } },
  is: { atLeast: 1 },
}
const misspelt = { says: 'x', measure: { count: 'decsions' }, is: 0 }
const essential = { ...no, essential: true }
const open = { ...untold, essential: true }
const stated = {
  says: 'More than two are known to somebody.',
  measure: { number: 3, says: 'a newspaper of 2033' },
  is: { moreThan: 2 },
}
const statedNot = { ...stated, is: { lessThan: 2 }, essential: true }

describe('a verdict', () => {
  const cases: { says: string; test: object; verdict: string }[] = [
    { says: 'supported: every check holds by facts', test: { checks: [yes] }, verdict: 'supported' },
    { says: 'partly: one holds, one does not', test: { checks: [yes, no] }, verdict: 'partly-supported' },
    {
      says: 'partly: one holds, of one the record cannot say',
      test: { checks: [yes, untold] },
      verdict: 'partly-supported',
    },
    {
      says: 'partly: so as far as it is on record, and no further',
      test: { checks: [asRecorded] },
      verdict: 'partly-supported',
    },
    { says: 'partly: by facts marked unverified', test: { checks: [unverified] }, verdict: 'partly-supported' },
    {
      says: 'partly: all holds and something more is missing',
      test: { checks: [yes], missing: 'The minutes of the other.' },
      verdict: 'partly-supported',
    },
    { says: 'contradicted: nothing holds', test: { checks: [no] }, verdict: 'contradicted' },
    {
      says: 'contradicted: what it falls with is not so, whatever else is',
      test: { checks: [yes, essential] },
      verdict: 'contradicted',
    },
    {
      says: 'not contradicted where the record cannot say of one',
      test: { checks: [no, untold] },
      verdict: 'not-enough-record',
    },
    {
      says: 'not enough record: while that is open with which it would fall, nothing beside it supports it',
      test: { checks: [yes, open] },
      verdict: 'not-enough-record',
    },
    {
      says: 'supported, whatever can only speak against it, while it does not',
      test: {
        checks: [yes, { ...untold, against: true }, { ...asRecorded, against: true }, { ...misspelt, against: true }],
      },
      verdict: 'supported',
    },
    {
      says: 'contradicted: what can only speak against it does',
      test: { checks: [yes, { ...no, against: true }] },
      verdict: 'contradicted',
    },
    {
      says: 'partly: what can only speak against it does, as far as it is on record',
      test: { checks: [yes, { ...asRecorded, is: 5, against: true }] },
      verdict: 'partly-supported',
    },
    {
      says: 'not enough record: what can only speak against it says nothing for it',
      test: { checks: [{ ...yes, against: true }] },
      verdict: 'not-enough-record',
    },
    {
      says: 'partly: what it would fall with is so as far as it is on record',
      test: { checks: [yes, { ...asRecorded, essential: true }] },
      verdict: 'partly-supported',
    },
    {
      says: 'not enough record: nor while it is not so as far as it is on record',
      test: { checks: [yes, { ...asRecorded, is: 5, essential: true }] },
      verdict: 'not-enough-record',
    },
    {
      says: 'contradicted: what it falls with is not so, whatever is open',
      test: { checks: [essential, open] },
      verdict: 'contradicted',
    },
    {
      says: 'partly: by a number that the record does not give',
      test: { checks: [stated] },
      verdict: 'partly-supported',
    },
    { says: 'not contradicted by such a number', test: { checks: [statedNot] }, verdict: 'not-enough-record' },
    {
      says: 'not enough record: what is not on record proves nothing',
      test: { checks: [untold] },
      verdict: 'not-enough-record',
    },
    {
      says: 'not enough record: a misspelt measure is no number',
      test: { checks: [misspelt] },
      verdict: 'not-enough-record',
    },
    {
      says: 'not enough record: what is missing is named',
      test: { missing: 'What was said in the room.' },
      verdict: 'not-enough-record',
    },
    { says: 'opinion: whatever its checks show', test: { opinion: 'A forecast.', checks: [yes] }, verdict: 'opinion' },
  ]
  test.each(cases)('$says', ({ test: written, verdict }) => {
    const found = tested(claimTest.parse(written), at('2033-12-31'))
    expect(found.verdict).toBe(verdict)
    expect(found.reasons.length).toBeGreaterThan(0)
  })
  test('tells what is not so as far as it is on record from what the record cannot say', () => {
    const found = tested(
      claimTest.parse({ checks: [yes, untold, { ...asRecorded, says: 'Five in 2033.', is: 5 }] }),
      at('2033-12-31'),
    )
    expect(found.reasons.map(({ text }) => text)).toEqual([
      'By facts on record: A decision was taken in 2030.',
      'Not so as far as it is on record, which proves nothing: Five in 2033.',
      'The record cannot say: None in 2033.',
    ])
  })
  test('tells a question that is amiss from a record that is silent', () => {
    const found = tested(claimTest.parse({ checks: [misspelt, untold] }), at('2033-12-31'))
    expect(found.reasons.map(({ text }) => text)).toEqual([
      'The record cannot say: None in 2033.',
      'It cannot be asked as it is written: x',
    ])
  })
  test('of nothing at all is not asked', () => {
    expect(claimTest.safeParse({ checks: [] }).success).toBe(false)
  })
})

describe('as of when it was said, and as of the day of the page', () => {
  const none: ClaimTest = claimTest.parse({
    checks: [
      {
        says: 'Nothing was decided in a year.',
        measure: { count: 'decisions', where: { on: { withinYears: 1 } } },
        is: 0,
      },
    ],
  })
  const cases: { made: string; day: string; then: string; now: string; verdict: string }[] = [
    { made: '2032-04-30', day: '2032-12-31', then: 'supported', now: 'contradicted', verdict: 'outdated' },
    { made: '2032-05-01', day: '2032-12-31', then: 'contradicted', now: 'contradicted', verdict: 'contradicted' },
    { made: '2032-04-30', day: '2032-04-30', then: 'supported', now: 'supported', verdict: 'supported' },
    { made: '2032-04', day: '2032-12-31', then: 'supported', now: 'contradicted', verdict: 'outdated' },
    { made: '2032-05', day: '2032-12-31', then: 'contradicted', now: 'contradicted', verdict: 'contradicted' },
    { made: '2032', day: '2033-06-30', then: 'contradicted', now: 'not-enough-record', verdict: 'not-enough-record' },
    { made: '2030-06-01', day: '2032-04-30', then: 'contradicted', now: 'supported', verdict: 'supported' },
  ]
  test.each(cases)('made $made, asked $day: $verdict', ({ made, day, then, now, verdict }) => {
    const found = weighed(none, made as PartialDate, at(day))
    expect([found.then.verdict, found.now.verdict, found.verdict]).toEqual([then, now, verdict])
  })
  test('a fact that comes to the record moves it', () => {
    const more = decided('late', '2032-02-01')
    expect(weighed(none, '2032-04-30' as PartialDate, at('2032-04-30', [...acts, more])).verdict).toBe('contradicted')
  })
})
