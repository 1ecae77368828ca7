import type { Check, Judgement } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { gravest, judge } from './judge.ts'
import { type DayJudged, dayJudged } from './judging/circumstances.ts'
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
  let day: DayJudged | undefined
  return (entry) => {
    const { act } = entry
    if (day?.organisation.day !== dayOfEffect(act)) {
      const organisation = fold.at(dayOfEffect(act), position)
      day = dayJudged(organisation, rulesOf(organisation))
    }
    const heldBefore = act.kind === 'status-granted' ? heldBeforeBy(act.participant, entry, day.organisation) : []
    const checks = judge(act, { ...day, heldBefore, isEarlier: (other) => fold.order(other, entry) < 0 })
    return { entry, finding: gravest(checks), checks }
  }
}

/** The statuses that a grant put an end to. */
function heldBeforeBy(participant: string, grant: Entry, organisation: Organisation): string[] {
  const { holdings } = organisation.participantThroughout(participant)
  return holdings.filter((holding) => holding.endedBy === grant).map((holding) => holding.status)
}
