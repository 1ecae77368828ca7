import type { Day, PartialDate } from '../rules/index.ts'
import { latest } from '../rules/index.ts'
import { membersOn } from './offices.ts'
import type { Dated, Organisation } from './organisation.ts'

export type Figure = Dated<'figure-stated'>

/** One indicator with every figure on record of it. */
export interface Indicator {
  readonly indicator: string
  readonly unit: string
  /** Numbers can be added up; words and yes or no cannot. */
  readonly adds: boolean
  readonly figures: readonly Figure[]
}

export function indicatorsOf(organisation: Organisation): Indicator[] {
  const byIndicator = Map.groupBy(organisation.listed('figure-stated'), ({ act }) => act.indicator)
  return [...byIndicator].map(([indicator, figures]) => ({
    indicator,
    unit: figures[0]?.act.unit ?? '',
    adds: figures.every(({ act }) => typeof act.value === 'number'),
    figures,
  }))
}

/** A member's figure of one year. */
export interface Share {
  readonly participant: string
  readonly figure: Figure
  readonly value: number
}

/** The weight of the organisation in one year: the sum over those who were its members at the end of it. */
export interface Weight {
  readonly year: number
  readonly shares: readonly Share[]
  readonly sum: number
  /** Members of that year without a figure for it. With any, the sum is only partial. */
  readonly missing: readonly string[]
  /** Whether some of the figures added are only approximate in their source. */
  readonly approximate: boolean
  /** The sources used, the one that gives most of the figures first. */
  readonly sources: readonly string[]
}

/** A year in which fewer than half of the members have a figure has no sum: it would say little of the organisation. */
const enough = 0.5

/**
 * The weight by year, for years that ended by the page's day and for which at least half of the members have a figure.
 * Nobody who became a member later is counted for a year before.
 */
export function weightByYear(organisation: Organisation, { adds, figures }: Indicator): Weight[] {
  if (!adds) return []
  const byYear = Map.groupBy(figures, ({ act }) => Number(act.date.slice(0, 4)))
  return [...byYear]
    .filter(([year]) => endOf(year) <= organisation.day)
    .sort(([a], [b]) => a - b)
    .flatMap(([year, stated]) => {
      const members = membersOn(organisation, endOf(year))
      const shares = members.flatMap((participant) => {
        const figure = stated.find(({ act }) => act.participant === participant)
        return figure ? [{ participant, figure, value: Number(figure.act.value) }] : []
      })
      if (shares.length === 0 || shares.length < enough * members.length) return []
      const having = new Set(shares.map(({ participant }) => participant))
      return [
        {
          year,
          shares: shares.toSorted((a, b) => b.value - a.value),
          sum: shares.reduce((sum, { value }) => sum + value, 0),
          missing: members.filter((participant) => !having.has(participant)),
          approximate: shares.some(({ figure }) => figure.act.approximate === true),
          sources: mostUsed(shares.map(({ figure }) => figure.act.sources[0]?.source ?? '')),
        },
      ]
    })
}

/**
 * Weights that may be compared with one another: a new series begins where most figures come from another source,
 * because two sources may count differently.
 */
export function seriesOf(weights: readonly Weight[]): Weight[][] {
  return [...Map.groupBy(weights, ({ sources }) => sources[0]).values()]
}

/** What is on record of each participant with a status on the day, as of the latest date up to that day. */
export function latestFigures(organisation: Organisation, { figures }: Indicator): Figure[] {
  const people = organisation.holdings().map(({ participant }) => participant)
  return [...new Set(people)].flatMap((participant) => {
    const known = figures.filter(({ act }) => act.participant === participant && endsBy(act.date, organisation.day))
    return known.toSorted((a, b) => (a.act.date < b.act.date ? -1 : 1)).at(-1) ?? []
  })
}

/** Whether the whole of a year, month or day had passed by the day. */
export function endsBy(date: PartialDate, day: Day): boolean {
  return latest(date) <= day
}

function endOf(year: number): Day {
  return `${year}-12-31` as Day
}

function mostUsed(sources: readonly string[]): string[] {
  return [...Map.groupBy(sources, (source) => source)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([source]) => source)
}
