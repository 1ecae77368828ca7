import { type Day, earliest, type Instant, latest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { type Change, changes } from './changes.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import type { Organisation } from './organisation.ts'
import type { HoldingOnDay } from './participants.ts'
import { dayOfEffect } from './place.ts'

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
    around: around(organisation, 3),
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

/** Everything on the day itself, with the nearest few acts on either side. */
function around(organisation: Organisation, few: number): Entry[] {
  const acts = organisation.acts()
  const first = acts.findIndex((entry) => dayOfEffect(entry.act) >= organisation.day)
  const from = first === -1 ? acts.length : first
  const later = acts.findIndex((entry) => dayOfEffect(entry.act) > organisation.day)
  const to = later === -1 ? acts.length : later
  return acts.slice(Math.max(0, from - few), to + few)
}

/** A moment at which the record changed what it says, to choose from: "as known at …". */
export interface Knowledge {
  readonly position: number
  readonly recordedAt: Instant
}

/** The last position of each moment of recording, in order; at most the latest `limit`. */
export function knowledge(fold: Fold, limit = 20): Knowledge[] {
  const moments: Knowledge[] = []
  for (const { position, recordedAt } of fold.entries()) {
    if (moments.at(-1)?.recordedAt === recordedAt) moments.pop()
    moments.push({ position, recordedAt })
  }
  return moments.slice(-limit)
}
