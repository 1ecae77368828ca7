import { earliest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Dated, Organisation } from './organisation.ts'
import { holdingsOn } from './participants.ts'

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
}

export function narrowMeetings(meetings: readonly Meeting[], by: Narrowing): Meeting[] {
  return meetings.filter(
    ({ act }) =>
      (by.body === undefined || act.body === by.body) &&
      (by.year === undefined || act.on.startsWith(by.year)) &&
      (by.outcome === undefined || act.outcomesKnown === by.outcome) &&
      (by.by === undefined ||
        [act.chair, act.country, ...(act.attendance ?? []).map((a) => a.participant)].includes(by.by)),
  )
}

export function narrowDecisions(decisions: readonly Decision[], by: Narrowing): Decision[] {
  return decisions.filter(
    ({ act }) =>
      (by.body === undefined || act.body === by.body) &&
      (by.year === undefined || act.on.startsWith(by.year)) &&
      (by.type === undefined || act.type === by.type) &&
      (by.outcome === undefined || act.outcome === by.outcome) &&
      (by.by === undefined || hadAPart(act, by.by)),
  )
}

/** What a participant's part in a decision is known to be; being one of the members of the day is not. */
export function hadAPart(act: ActOf<'decision-recorded'>, participant: string): boolean {
  const { proposedBy = [], stances = [], outside = [], concerns = [] } = act
  return [...proposedBy, ...stances.map((s) => s.participant), ...outside, ...concerns].includes(participant)
}

/** Who is presumed to have been there or to have taken part, as the members of the day: derived, shown as such, no evidence. */
export function presumedMembers(organisation: Organisation, on: ActOf<'meeting-held'>['on']): string[] {
  const day = organisation.onDay(on)
  const full = new Set(
    day.description?.statuses.filter((s) => s.tone === 'member' || s.tone === 'past').map((s) => s.status),
  )
  return day
    .participants()
    .filter((participant) => holdingsOn(participant, earliest(on)).some((holding) => full.has(holding.status)))
    .map((participant) => participant.id)
}

/** How many of something each year has, with how complete the record says it is for that year. */
export interface YearCount {
  readonly year: number
  readonly count: number
  readonly coverage: ActOf<'coverage-stated'>['coverage'] | undefined
  readonly basis: string | undefined
}

/**
 * Counts by year, every year of the record included: a year without any is shown as such, with its coverage.
 * @param of the kind of fact whose coverage stands beside the counts; without one no coverage is claimed
 */
export function countsByYear(
  organisation: Organisation,
  dates: readonly string[],
  of: string | undefined,
): YearCount[] {
  const description = organisation.description
  if (!description) return []
  const [first, last] = [Number(description.begins.slice(0, 4)), Number(description.coveredTo.slice(0, 4))]
  const rows = organisation.coverage().filter((row) => row.of === of)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const row = rows.find((r) => r.year === year)
    const count = dates.filter((date) => date.startsWith(String(year))).length
    return { year, count, coverage: row?.coverage, basis: row?.basis }
  })
}
