import { expect, test } from 'vitest'
import type { DecisionRule } from '../rules/index.ts'
import { decisionRuleInWords } from './decision-rule.ts'

const cases: readonly [rule: DecisionRule, says: string][] = [
  [{ kind: 'qualified', conditions: [{ share: [1, 1], of: 'members' }] }, 'by all members'],
  [{ kind: 'majority', share: [2, 2] }, 'by all those voting'],
  [
    { kind: 'quorum', present: [1, 1], then: { kind: 'consensus' } },
    'with all members present, by consensus: nobody entitled objects',
  ],
  [{ kind: 'majority', share: [1, 2], strict: true, of: 'members' }, 'by more than 1 in 2 of all members'],
]

test.each(cases)('%j', (rule, says) => {
  expect(decisionRuleInWords(rule)).toBe(says)
})
