import type { Check, Judgement } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { gravest, judge } from './judge.ts'
import { DayJudged } from './judging/circumstances.ts'
import type { Organisation } from './organisation.ts'
import { dayOfEffect } from './place.ts'
import { rulesThroughTime } from './rules-of-day.ts'

/** What the rules say of an act with hindsight, at any position. Never stored: it changes when the record does. */
export interface Review {
  readonly entry: Entry
  readonly finding: Judgement
  /** What each rule says of it; empty where no rule bears on the act. */
  readonly checks: readonly Check[]
}

/** The review of one act. */
export function review(fold: Fold, entry: Entry, position = fold.position): Review {
  return reviewer(fold, position)(entry)
}

/** Reviews many acts as known at a position, quickest in order of effect: acts of one day share what they ask for. */
export function reviewer(fold: Fold, position: number): (entry: Entry) => Review {
  const rulesOf = rulesThroughTime(fold, position)
  let last: DayJudged | undefined
  return (entry) => {
    const { act } = entry
    const day = dayOfEffect(act)
    if (last?.organisation.day !== day) {
      const organisation = fold.at(day, position)
      last = new DayJudged(organisation, rulesOf(organisation))
    }
    const heldBefore = act.kind === 'status-granted' ? heldBeforeBy(act.participant, entry, last.organisation) : []
    const checks = judge(act, last, heldBefore)
    return { entry, finding: gravest(checks), checks }
  }
}

/** The statuses that a grant put an end to. */
function heldBeforeBy(participant: string, grant: Entry, organisation: Organisation): string[] {
  const { holdings } = organisation.participantThroughout(participant)
  return holdings.filter((holding) => holding.endedBy === grant).map((holding) => holding.status)
}
