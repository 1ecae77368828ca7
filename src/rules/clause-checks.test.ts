import { describe, expect, test } from 'vitest'
import { asked } from '../../test/support/treaties.ts'

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
