import { type Day, earliest, latest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { type Change, changes } from './changes.ts'
import { type RuleChange, ruleChanges } from './constitution.ts'
import type { Entry } from './entry.ts'
import type { Fold, Knowledge } from './fold.ts'
import type { Organisation } from './organisation.ts'
import type { HoldingOnDay } from './participants.ts'

type Status = ActOf<'organisation-described'>['statuses'][number]

/** Those who hold one status on the day. */
export interface StatusGroup {
  readonly status: Status
  readonly holdings: readonly HoldingOnDay[]
}

/** An organisation on a day: what the page of that name shows, and its data. */
export interface DayView {
  readonly on: Day
  /** Whether the day lies before the organisation began, inside the record, or after the last day covered. */
  readonly stage: 'before-it-began' | 'covered' | 'after-the-record'
  readonly groups: readonly StatusGroup[]
  /** Changes of who belonged, over all time. */
  readonly changes: readonly Change[]
  readonly today: Change | undefined
  readonly previous: Change | undefined
  readonly next: Change | undefined
  /** Acts on the day and the nearest before and after it. */
  readonly around: readonly Entry[]
  /** Rules that begin, change or end on this day. */
  readonly rules: readonly RuleChange[]
}

export function dayView(organisation: Organisation): DayView {
  const { day, description } = organisation
  const all = changes(organisation)
  const begins = description ? earliest(description.begins) : day
  const covered = description ? latest(description.coveredTo) : day
  return {
    on: day,
    stage: day < begins ? 'before-it-began' : day > covered ? 'after-the-record' : 'covered',
    groups: groupsOf(organisation),
    changes: all,
    today: all.find((change) => change.on === day),
    previous: all.findLast((change) => change.on < day),
    next: all.find((change) => change.on > day),
    around: organisation.actsAround(3),
    rules: ruleChanges(organisation).filter(({ on }) => (on as string) === day),
  }
}

/** Groups in the order in which the organisation lists its statuses; only those that somebody holds. */
export function groupsOf(organisation: Organisation): StatusGroup[] {
  const holdings = organisation.holdings()
  const statuses = organisation.description?.statuses ?? []
  return statuses
    .map((status) => ({ status, holdings: holdings.filter((holding) => holding.status === status.status) }))
    .filter((group) => group.holdings.length > 0)
}

/** The moments at which the record changed what it says, to choose from: "as known at …"; at most the latest `limit`. */
export function knowledge(fold: Fold, limit = 40): Knowledge[] {
  return fold.moments().slice(-limit)
}
