import { type Figure, type HoldingOnDay, type Indicator, indicatorsOf, type Organisation } from '../record/index.ts'
import { type Day, type Refusal, refuse } from '../rules/index.ts'
import {
  type Change,
  type ChangeOfMembers,
  changesOf,
  changesOfMembers,
  type Enlargement,
  enlargementsOf,
} from './enlargement.ts'
import type { Narrowed } from './questions.ts'

/** One participant's figure, as it is added up. */
export interface Part {
  readonly participant: string
  readonly value: number
  readonly act: string
  readonly approximate: boolean
  /** Sources differ on it, or it is unverified. */
  readonly doubt: 'conflict' | 'unverified' | undefined
  /** The source from which the value is. */
  readonly source: string
}

/** What some participants come to in the figures of one year. With anybody missing the sum is only partial. */
export interface Sum {
  readonly parts: readonly Part[]
  readonly sum: number
  /** Those without a figure of that year, each with the latest that it has of another. */
  readonly missing: readonly {
    readonly participant: string
    readonly latest: { readonly date: string; readonly value: number; readonly act: string } | undefined
  }[]
}

/** Those with one status on the day. */
export interface StatusSum extends Sum {
  readonly status: string
  readonly tone: string
  /** Of whom the status is uncertain on the day. */
  readonly uncertain: readonly string[]
}

export interface IndicatorWeight {
  readonly indicator: string
  readonly unit: string
  /** The year whose figures are used: the last that was over by the day and has enough; absent where none has. */
  readonly year: number | undefined
  readonly statuses: readonly StatusSum[]
  /** Everyone with a status, each once. */
  readonly everyone: Sum
  readonly enlargements: readonly Enlargement[]
  readonly changes: readonly Change[]
}

export interface WeightView {
  readonly about: string | undefined
  readonly indicators: readonly IndicatorWeight[]
  /** What is on record of participants and cannot be added up. */
  readonly inWords: readonly string[]
  /** How many hold each status on the day. */
  readonly holders: readonly { readonly status: string; readonly tone: string; readonly count: number }[]
}

/**
 * What members, observers and partners come to on a day, in the figures of one year, and what each change of the members
 * did to that.
 * @refuses 'unknown-indicator' an indicator that the record does not have, or that is no number
 */
export function weight(organisation: Organisation, { about }: Narrowed): WeightView | Refusal {
  const all = indicatorsOf(organisation)
  const added = all.filter(({ adds }) => adds)
  if (about !== undefined && !added.some(({ indicator }) => indicator === about)) {
    return refuse('unknown-indicator', `The record has no figures of "${about}" that can be added up.`, {
      remedy:
        added.length > 0 ? `There is ${added.map(({ indicator }) => indicator).join(', ')}.` : 'It has none at all.',
    })
  }
  const holdings = organisation.holdings()
  const changes = changesOfMembers(organisation)
  const statuses = (organisation.description?.statuses ?? []).flatMap(({ status, tone }) => {
    const its = holdings.filter((holding) => holding.status === status)
    return its.length > 0 ? [{ status, tone, its }] : []
  })
  return {
    about,
    indicators: added
      .filter(({ indicator }) => about === undefined || indicator === about)
      .map((indicator) => weightOf(organisation, indicator, statuses, changes)),
    inWords: all.filter(({ adds }) => !adds).map(({ indicator }) => indicator),
    holders: statuses.map(({ status, tone, its }) => ({ status, tone, count: its.length })),
  }
}

interface Holders {
  readonly status: string
  readonly tone: string
  readonly its: readonly HoldingOnDay[]
}

function weightOf(
  organisation: Organisation,
  indicator: Indicator,
  statuses: readonly Holders[],
  changes: readonly ChangeOfMembers[],
): IndicatorWeight {
  const members = statuses.filter(({ tone }) => tone === 'member')
  // Where nobody is a member, on the way to the organisation or after it, everyone with a status counts.
  const decisive = peopleOf(members.length > 0 ? members : statuses)
  const year = lastYearFor(indicator, decisive, organisation.day)
  return {
    indicator: indicator.indicator,
    unit: indicator.unit,
    year,
    statuses: statuses.map((one) => ({
      status: one.status,
      tone: one.tone,
      uncertain: one.its.filter(({ certainty }) => certainty === 'uncertain').map(({ participant }) => participant),
      ...sumOf(indicator, peopleOf([one]), year, organisation.day),
    })),
    everyone: sumOf(indicator, peopleOf(statuses), year, organisation.day),
    enlargements: enlargementsOf(organisation, indicator, changes),
    changes: changesOf(organisation, indicator),
  }
}

function peopleOf(statuses: readonly Holders[]): string[] {
  return [...new Set(statuses.flatMap(({ its }) => its.map(({ participant }) => participant)))]
}

/** The years that were over by the day for which at least half of some participants have a figure. */
export function yearsFor({ figures }: Indicator, people: readonly string[], day: Day): number[] {
  const byYear = Map.groupBy(figures, yearOf)
  return [...byYear]
    .filter(
      ([year, list]) => `${year}-12-31` <= day && 2 * people.filter((id) => figureOf(list, id)).length >= people.length,
    )
    .map(([year]) => year)
    .sort((a, b) => a - b)
}

function lastYearFor(indicator: Indicator, people: readonly string[], day: Day): number | undefined {
  return people.length === 0 ? undefined : yearsFor(indicator, people, day).at(-1)
}

/** What some participants come to in the figures of one year, the largest first. */
export function sumOf({ figures }: Indicator, people: readonly string[], year: number | undefined, day: Day): Sum {
  const ofYear = figures.filter((figure) => yearOf(figure) === year)
  const parts = people.flatMap((participant) => {
    const figure = figureOf(ofYear, participant)
    return figure ? [partOf(figure)] : []
  })
  const having = new Set(parts.map(({ participant }) => participant))
  return {
    parts: parts.sort((a, b) => b.value - a.value),
    sum: parts.reduce((sum, { value }) => sum + value, 0),
    missing: people
      .filter((participant) => !having.has(participant))
      .map((participant) => ({ participant, latest: latestOf(figures, participant, day) })),
  }
}

function latestOf(figures: readonly Figure[], participant: string, day: Day) {
  const known = figures.filter((one) => one.act.participant === participant && `${yearOf(one)}-12-31` <= day)
  const last = known.toSorted((a, b) => yearOf(a) - yearOf(b)).at(-1)
  return last && { date: last.act.date, value: Number(last.act.value), act: last.id }
}

function partOf({ id, act }: Figure): Part {
  const kinds = act.doubt.map(({ kind }) => kind)
  return {
    participant: act.participant,
    value: Number(act.value),
    act: id,
    approximate: act.approximate === true,
    doubt: kinds.includes('conflict') ? 'conflict' : kinds.length > 0 ? 'unverified' : undefined,
    source: act.sources[0]?.source ?? '',
  }
}

function figureOf(figures: readonly Figure[], participant: string): Figure | undefined {
  return figures.find(({ act }) => act.participant === participant)
}

export function yearOf({ act }: Figure): number {
  return Number(act.date.slice(0, 4))
}
