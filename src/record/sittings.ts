import { earliest, latest, type PartialDate } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { partIn } from './named.ts'
import type { Dated, Organisation } from './organisation.ts'
import { holdingsOn } from './participants.ts'
import { endOfTime } from './place.ts'

export type Meeting = Dated<'meeting-held'>
export type Decision = Dated<'decision-recorded'>

/** What a list of meetings or decisions is narrowed to. Everything left out is not asked about. */
export interface Narrowing {
  readonly body?: string | undefined
  readonly year?: string | undefined
  readonly type?: string | undefined
  readonly outcome?: string | undefined
  /** A participant that proposed it, chaired or hosted it, took a stance on it or stayed outside it. */
  readonly by?: string | undefined
  /** Who proposed it: a participant, or `not-known`. */
  readonly proposer?: string | undefined
}

/** Who proposed something, where no participant is known to have: nobody is named, or somebody outside is. */
export const notKnown = 'not-known'
export const fromOutside = 'from-outside'

/** How the things of a list answer to what it is narrowed to. */
export interface Answers<Item> {
  readonly type?: (item: Item) => string
  readonly outcome?: (item: Item) => string
  readonly by: (item: Item) => readonly string[]
  readonly proposer?: (item: Item) => readonly string[]
}

/** The things that answer to everything asked, in the order given. */
export function narrow<Item extends { readonly act: { readonly on: string; readonly body?: string | undefined } }>(
  items: readonly Item[],
  asked: Narrowing,
  answers: Answers<Item>,
): Item[] {
  const is = (value: string | undefined, wanted: string | undefined) => wanted === undefined || value === wanted
  return items.filter(
    (item) =>
      (asked.year === undefined || item.act.on.startsWith(asked.year)) &&
      is(item.act.body, asked.body) &&
      is(answers.type?.(item), asked.type) &&
      is(answers.outcome?.(item), asked.outcome) &&
      (asked.by === undefined || answers.by(item).includes(asked.by)) &&
      (asked.proposer === undefined || (answers.proposer?.(item) ?? []).includes(asked.proposer)),
  )
}

export const ofMeetings: Answers<Meeting> = {
  outcome: ({ act }) => act.outcomesKnown,
  by: ({ act }) =>
    [act.chair, act.country, ...(act.attendance ?? []).map((a) => a.participant)].filter((id) => id !== undefined),
}

export const ofDecisions: Answers<Decision> = {
  type: ({ act }) => act.type,
  outcome: ({ act }) => act.outcome,
  by: ({ act }) => partIn(act),
  proposer: ({ act }) => proposersOf(act),
}

function proposersOf({ proposedBy = [] }: ActOf<'decision-recorded'>): readonly string[] {
  return proposedBy.length > 0 ? proposedBy : [notKnown]
}

/**
 * Who is presumed to have been there or to have taken part, as the members of the day: derived, shown as such, no
 * evidence. Those of whom a source says that they stayed outside are never presumed.
 */
export function presumedMembers(
  organisation: Organisation,
  on: PartialDate,
  outside: readonly string[] = [],
): string[] {
  const day = organisation.onDay(on)
  const full = new Set(
    day.description?.statuses.filter((s) => s.tone === 'member' || s.tone === 'past').map((s) => s.status),
  )
  return day
    .participants()
    .filter((participant) => holdingsOn(participant, earliest(on)).some((holding) => full.has(holding.status)))
    .map((participant) => participant.id)
    .filter((id) => !outside.includes(id))
}

/** Who is presumed to have attended a meeting: the members of its last day, less those outside a decision taken there. */
export function presumedAt(organisation: Organisation, { act }: Meeting): string[] {
  if (act.attendanceBasis !== 'presumed' && act.attendanceBasis !== 'all-members-per-source') return []
  const outside = organisation
    .onDay(endOfTime)
    .decisions()
    .filter((decision) => decision.act.meeting === act.meeting)
    .flatMap((decision) => decision.act.outside ?? [])
  return presumedMembers(organisation, act.lastDay ?? act.on, outside)
}

/** How many of something each year has, with how complete the record says it is for that year. */
export interface YearCount {
  readonly year: number
  readonly count: number
  readonly coverage: ActOf<'coverage-stated'>['coverage'] | undefined
  readonly basis: string | undefined
  /** Whether the year was over by the day, and is covered to its end: one that is not is no less than others. */
  readonly over: boolean
}

/**
 * Counts by year, every year of the record up to the day included: a year without any is shown as such, with its coverage.
 * Of a later year nothing can be on record, so it is no year without any.
 * @param of the kind of fact whose coverage stands beside the counts; without one no coverage is claimed
 */
export function countsByYear(
  organisation: Organisation,
  dates: readonly string[],
  of: string | undefined,
): YearCount[] {
  const { description, day } = organisation
  if (!description) return []
  const covered = latest(description.coveredTo)
  const end = covered < day ? covered : day
  const [first, last] = [Number(description.begins.slice(0, 4)), Number(end.slice(0, 4))]
  const rows = organisation.coverage().filter((row) => row.of === of)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = first + index
    const row = rows.find((r) => r.year === year)
    const count = dates.filter((date) => date.startsWith(String(year))).length
    return { year, count, coverage: row?.coverage, basis: row?.basis, over: `${year}-12-31` <= end }
  })
}
