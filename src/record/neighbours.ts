import { type Certainty, type Day, earliest, holdsOn, latest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { membersOn } from './offices.ts'
import type { Dated, Organisation } from './organisation.ts'

export type Neighbour = Dated<'neighbour-described'>
export type Membership = Dated<'membership-recorded'>
export type Feature = Dated<'feature-stated'>

/** A membership with how surely it covers a day, and whether it is then recorded as frozen. */
export interface MembershipOnDay {
  readonly entry: Membership
  readonly certainty: Exclude<Certainty, 'does-not-hold'>
  readonly frozen: boolean
  /** The record marks it, or its dates, as not verified. */
  readonly unverified: boolean
}

/** The other organisations and arrangements, in the order in which they were entered; the organisation itself left out. */
export function neighboursOf(organisation: Organisation): Neighbour[] {
  return organisation.listed('neighbour-described').filter(({ act }) => act.itself !== true)
}

/** The memberships that cover a day, surely or perhaps. One of which no date is on record is perhaps held on every day. */
export function membershipsOn(organisation: Organisation, day: Day): MembershipOnDay[] {
  return organisation.listed('membership-recorded').flatMap((entry) => {
    const certainty = certaintyOf(entry.act, day)
    if (certainty === 'does-not-hold') return []
    const { frozenFrom } = entry.act
    const frozen = frozenFrom !== undefined && day >= earliest(frozenFrom)
    return [{ entry, certainty, frozen, unverified: isUnverified(entry) }]
  })
}

export function isUnverified({ act }: Membership | Feature): boolean {
  return act.doubt.some(({ kind }) => kind === 'unverified')
}

function certaintyOf({ from, to }: ActOf<'membership-recorded'>, day: Day): Certainty {
  if (from !== undefined) return holdsOn({ from, ...(to ? { to } : {}) }, day)
  return to !== undefined && day >= latest(to) ? 'does-not-hold' : 'uncertain'
}

/** How the record says that a participant belongs in full; where a neighbour knows none of these, every way counts. */
const inFull = ['member', 'participating state', 'participant', 'treaty party']

/** Whether a membership counts as belonging in full to its neighbour. */
export function fullBelonging(all: readonly Membership[]): (entry: Membership) => boolean {
  const known = knowingFull(all)
  return ({ act }) => inFull.includes(act.as) || !known.has(act.neighbour)
}

function knowingFull(all: readonly Membership[]): Set<string> {
  return new Set(all.filter(({ act }) => inFull.includes(act.as)).map(({ act }) => act.neighbour))
}

/** How many of the members at the end of a year belonged to a neighbour. */
export interface OverlapCell {
  readonly year: number
  readonly day: Day
  readonly both: readonly string[]
  readonly uncertain: readonly string[]
  readonly unverified: readonly string[]
}

export interface Overlap {
  readonly years: readonly { readonly year: number; readonly day: Day; readonly members: readonly string[] }[]
  readonly rows: readonly OverlapRow[]
}

export interface OverlapRow {
  readonly neighbour: Neighbour
  readonly cells: readonly OverlapCell[]
  /** Whether only those who belong in full are counted; a mission or a partnership knows no such thing. */
  readonly inFull: boolean
}

/**
 * The members of each year that also belong in full to each neighbour. A year is asked about on its last day, the year
 * of the page's day on that day; later years are left out. Before the first members there is nothing to compare.
 */
export function overlapByYear(organisation: Organisation): Overlap {
  const description = organisation.description
  if (!description) return { years: [], rows: [] }
  const last = latest(description.coveredTo) < organisation.day ? latest(description.coveredTo) : organisation.day
  const [from, to] = [Number(description.begins.slice(0, 4)), Number(last.slice(0, 4))]
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const year = from + index
    const day = (year === to ? last : `${year}-12-31`) as Day
    return { year, day, members: membersOn(organisation, day) }
  }).filter(({ members }) => members.length > 0)
  const full = fullBelonging(organisation.listed('membership-recorded'))
  const known = knowingFull(organisation.listed('membership-recorded'))
  const held = new Map(
    years.map(({ year, day }) => [year, membershipsOn(organisation, day).filter(({ entry }) => full(entry))]),
  )
  const rows = neighboursOf(organisation).map((neighbour) => ({
    neighbour,
    inFull: known.has(neighbour.act.neighbour),
    cells: years.map(({ year, day, members }): OverlapCell => {
      const here = (held.get(year) ?? []).filter(
        ({ entry }) => entry.act.neighbour === neighbour.act.neighbour && members.includes(entry.act.participant),
      )
      const who = (some: readonly MembershipOnDay[]) => [...new Set(some.map(({ entry }) => entry.act.participant))]
      return {
        year,
        day,
        both: who(here),
        uncertain: who(here.filter(({ certainty }) => certainty === 'uncertain')),
        unverified: who(here.filter(({ unverified }) => unverified)),
      }
    }),
  }))
  const most = ({ cells }: { readonly cells: readonly OverlapCell[] }) =>
    Math.max(0, ...cells.map((c) => c.both.length))
  return { years, rows: rows.filter((row) => most(row) > 0).sort((a, b) => most(b) - most(a)) }
}

/** What is on record of one feature of one organisation, as of a day. */
export interface FeatureOnDay {
  /** What was stated for the day or an earlier one, the latest of it; or what carries no date, so that since when is open. */
  readonly value?: Feature
  /** What is stated for a later day only. It is not yet shown as had. */
  readonly later?: Feature
}

/** What the organisation and its neighbours have and have not, as sources say; the organisation itself first. */
export interface FeatureTable {
  readonly neighbours: readonly Neighbour[]
  readonly rows: readonly { readonly feature: string; readonly values: readonly FeatureOnDay[] }[]
}

export function featureTable(organisation: Organisation): FeatureTable {
  const features = organisation.listed('feature-stated')
  const described = new Set(features.map(({ act }) => act.neighbour))
  const neighbours = organisation
    .listed('neighbour-described')
    .filter(({ act }) => described.has(act.neighbour))
    .toSorted((a, b) => Number(b.act.itself ?? false) - Number(a.act.itself ?? false))
  const rows = [...Map.groupBy(features, ({ act }) => act.feature)].map(([feature, stated]) => ({
    feature,
    values: neighbours.map((neighbour) =>
      featureOnDay(
        stated.filter(({ act }) => act.neighbour === neighbour.act.neighbour),
        neighbour,
        organisation.day,
      ),
    ),
  }))
  return { neighbours, rows }
}

/** Of whoever was founded later nothing is had yet, dated or not. */
export function featureOnDay(stated: readonly Feature[], neighbour: Neighbour, day: Day): FeatureOnDay {
  const [dated, undated] = [statedInTime(stated), stated.findLast(({ act }) => act.asOf === undefined)]
  if (!isFounded(neighbour, day)) return later(dated[0] ?? undated)
  const next = dated.findIndex(({ act }) => act.asOf !== undefined && earliest(act.asOf) > day)
  const value = (next === -1 ? dated : dated.slice(0, next)).at(-1) ?? undated
  return { ...(value ? { value } : {}), ...later(dated[next]) }
}

function later(feature: Feature | undefined): FeatureOnDay {
  return feature ? { later: feature } : {}
}

/** What is stated with a date, in the order of the days for which it speaks. */
export function statedInTime(stated: readonly Feature[]): Feature[] {
  const from = ({ act: { asOf } }: Feature) => (asOf ? earliest(asOf) : '')
  return stated
    .filter(({ act }) => act.asOf !== undefined)
    .toSorted((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0))
}

/** Whether a neighbour was there on a day, as far as its founding is on record. */
export function isFounded({ act: { founded } }: Neighbour, day: Day): boolean {
  return founded === undefined || earliest(founded) <= day
}
