import { type Check, earliest, type Judgement } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { gravest, judge, judgedKinds } from './judge.ts'
import type { Organisation } from './organisation.ts'
import { dayOfEffect, endOfTime } from './place.ts'
import { rulesThroughTime } from './rules-of-day.ts'

/** What the rules say of an act with hindsight, at any position. Never stored: it changes when the record does. */
export interface Review {
  readonly entry: Entry
  readonly finding: Judgement
  /** What each rule says of it; empty where no rule bears on the act. */
  readonly checks: readonly Check[]
}

/** Reviews of every act on which a rule bears and that counts, in order of effect, as known up to a position. */
export function reviews(fold: Fold, position = fold.position): Review[] {
  const rulesOf = rulesThroughTime(fold, position)
  return fold
    .at(endOfTime, position)
    .acts()
    .filter((entry) => judgedKinds.has(entry.act.kind))
    .map((entry) => review(fold, entry, position, rulesOf))
}

/** The review of one act. */
export function review(
  fold: Fold,
  entry: Entry,
  position = fold.position,
  rulesOf = rulesThroughTime(fold, position),
): Review {
  const { act } = entry
  const organisation = fold.at(act.on ? earliest(act.on) : dayOfEffect(act), position)
  const heldBefore = act.kind === 'status-granted' ? heldBeforeBy(act.participant, entry, organisation) : []
  const checks = judge(act, { organisation, rules: rulesOf(organisation), heldBefore })
  return { entry, finding: gravest(checks), checks }
}

/** The statuses that a grant put an end to. */
function heldBeforeBy(participant: string, grant: Entry, organisation: Organisation): string[] {
  const { holdings } = organisation.participantThroughout(participant)
  return holdings.filter((holding) => holding.endedBy === grant).map((holding) => holding.status)
}
