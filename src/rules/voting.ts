import type { Condition, DecisionRule } from './decision.ts'

/**
 * Whether a rule counts positions, so that a question under it is answered one by one, by roll-call. Under consensus
 * nobody is asked to answer: the absence of objection adopts.
 */
export function countsVotes(rule: DecisionRule): boolean {
  switch (rule.kind) {
    case 'consensus':
      return false
    case 'quorum':
      return countsVotes(rule.then)
    case 'all':
    case 'any':
      return rule.rules.some(countsVotes)
    default:
      return true
  }
}

/** Whether a rule leaves the participants concerned without a say in all that it asks. */
export function leavesOutConcerned(rule: DecisionRule): boolean {
  switch (rule.kind) {
    case 'quorum':
      return leavesOutConcerned(rule.then)
    case 'all':
    case 'any':
      return rule.rules.every(leavesOutConcerned)
    case 'qualified':
      return rule.except === 'concerned' || rule.conditions.some(countsEntitled)
    case 'majority':
    case 'unopposed':
      return rule.except === 'concerned' || rule.of === 'entitled'
    default:
      return rule.except === 'concerned'
  }
}

function countsEntitled(condition: Condition): boolean {
  return 'of' in condition && condition.of === 'entitled'
}
