import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecisionRule, decide } from './decision.ts'

const positions = (inFavour: string, against = '', abstaining = '') => ({
  for: [...inFavour],
  against: [...against],
  abstaining: [...abstaining],
})

describe('Rule 6: the Council decides by consensus', () => {
  const consensus: DecisionRule = { kind: 'consensus' }
  const cases = [
    { says: 'nobody objects', taken: positions('AEU'), outcome: 'adopted' },
    { says: 'nobody is in favour and nobody objects', taken: positions(''), outcome: 'adopted' },
    { says: 'one abstains, which is no objection', taken: positions('AE', '', 'L'), outcome: 'adopted' },
    { says: 'one of many objects', taken: positions('AEUI', 'L'), outcome: 'not-adopted' },
  ]
  for (const { says, taken, outcome } of cases) {
    test(says, () => expect(decide(consensus, taken, 'Rule 6').outcome).toBe(outcome))
  }
  test('the reasons name everyone who objected, with the article', () => {
    const { reasons } = decide(consensus, positions('A', 'EL'), 'Rule 6')
    expect(reasons).toEqual([
      { article: 'Rule 6', text: 'E objected.' },
      { article: 'Rule 6', text: 'L objected.' },
    ])
  })
})

describe('Rule 7: the Assembly decides by two thirds of those voting', () => {
  const twoThirds: DecisionRule = { kind: 'majority', share: [2, 3], strict: false }
  const half: DecisionRule = { kind: 'majority', share: [1, 2], strict: true }
  const cases = [
    {
      says: 'at least two thirds: exactly two of three',
      rule: twoThirds,
      taken: positions('AU', 'L'),
      outcome: 'adopted',
    },
    { says: 'at least two thirds: one short', rule: twoThirds, taken: positions('AUE', 'LI'), outcome: 'not-adopted' },
    {
      says: 'those who abstain are not counted',
      rule: twoThirds,
      taken: positions('AU', 'L', 'EI'),
      outcome: 'adopted',
    },
    {
      says: 'more than half: exactly half is not more',
      rule: half,
      taken: positions('AU', 'LE'),
      outcome: 'not-adopted',
    },
    { says: 'more than half: one more', rule: half, taken: positions('AUI', 'LE'), outcome: 'adopted' },
    {
      says: 'nobody votes: nothing is adopted',
      rule: twoThirds,
      taken: positions('', '', 'AU'),
      outcome: 'not-adopted',
    },
  ]
  for (const { says, rule, taken, outcome } of cases) {
    test(says, () => expect(decide(rule, taken, 'Rule 7').outcome).toBe(outcome))
  }
  test('one more in favour never turns adoption into failure', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 9 }), fc.boolean(), (yes, no, needed, strict) => {
        const rule: DecisionRule = { kind: 'majority', share: [needed, 9], strict }
        const outcome = (n: number) =>
          decide(rule, { for: Array(n).fill('A'), against: Array(no).fill('L'), abstaining: [] }, '').outcome
        if (outcome(yes) === 'adopted') expect(outcome(yes + 1)).toBe('adopted')
      }),
    )
  })
})
