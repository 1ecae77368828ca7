import { describe, expect, test } from 'vitest'
import type { DecisionRule } from './decision.ts'
import { countsVotes, leavesOutConcerned } from './voting.ts'

const consensus: DecisionRule = { kind: 'consensus' }
const minusConcerned: DecisionRule = { kind: 'consensus', except: 'concerned' }
const majority: DecisionRule = { kind: 'majority', share: [2, 3] }
const quorum = (then: DecisionRule): DecisionRule => ({ kind: 'quorum', present: 3, then })

describe('whether a question is answered one by one, and by whom it is not', () => {
  const cases: readonly [string, DecisionRule, { votes: boolean; leavesOut: boolean }][] = [
    ['consensus', consensus, { votes: false, leavesOut: false }],
    ['consensus with a quorum', quorum(consensus), { votes: false, leavesOut: false }],
    ['consensus except whom it concerns', quorum(minusConcerned), { votes: false, leavesOut: true }],
    ['a majority', majority, { votes: true, leavesOut: false }],
    ['a majority of the entitled', { ...majority, of: 'entitled' }, { votes: true, leavesOut: true }],
    ['a majority with a quorum', quorum(majority), { votes: true, leavesOut: false }],
    ['a threshold', { kind: 'threshold', yes: 9 }, { votes: true, leavesOut: false }],
    [
      'a threshold without those concerned',
      { kind: 'threshold', yes: 9, except: 'concerned' },
      { votes: true, leavesOut: true },
    ],
    ['consensus or a majority', { kind: 'any', rules: [consensus, majority] }, { votes: true, leavesOut: false }],
    ['one of two leaves out', { kind: 'all', rules: [consensus, minusConcerned] }, { votes: false, leavesOut: false }],
    ['both leave out', { kind: 'all', rules: [minusConcerned, minusConcerned] }, { votes: false, leavesOut: true }],
    [
      'a qualified majority of the entitled',
      { kind: 'qualified', conditions: [{ share: [3, 4], of: 'entitled' }, { yes: 4 }] },
      { votes: true, leavesOut: true },
    ],
    ['a number of conditions', { kind: 'qualified', conditions: [{ yes: 4 }] }, { votes: true, leavesOut: false }],
  ]
  test.each(cases)('%s', (_, rule, { votes, leavesOut }) => {
    expect(countsVotes(rule)).toBe(votes)
    expect(leavesOutConcerned(rule)).toBe(leavesOut)
  })
})
