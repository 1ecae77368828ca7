import { type Condition, isFirm, type Organisation, type Where } from '../../record/index.ts'
import { earliest, latest } from '../../rules/index.ts'
import { coverageOf } from '../completeness.ts'
import { inFull } from './condition.ts'
import type { List, Stated } from './list.ts'

/** How complete the record is for what is counted, over the years asked about. */
export interface Firmness {
  /** Complete or nearly so in every year: what is not there did not happen. */
  readonly firm: boolean
  readonly from: number
  readonly to: number
  /** The kinds of fact, each with the years in which it is less than nearly complete, or not stated. */
  readonly thin: readonly { readonly of: string; readonly years: readonly number[] }[]
  /** Nothing in the record says how complete this list is. */
  readonly unstated: boolean
  /** Some of the days asked about are still to come, on the day of the asking. */
  readonly ahead: boolean
}

/** The years that a `where` leaves, from those of the record up to the day. */
export function yearsAsked(where: Where | undefined, organisation: Organisation): { from: number; to: number } {
  const { description, day } = organisation
  const last = description && latest(description.coveredTo) < day ? latest(description.coveredTo) : day
  let from = Number(description?.begins.slice(0, 4) ?? day.slice(0, 4))
  let to = Number(last.slice(0, 4))
  for (const [name, asked] of Object.entries(where ?? {})) {
    if (name !== 'on' && name !== 'year') continue
    const { first, last: end } = spanOf(inFull(asked as Condition), to)
    from = Math.max(from, first ?? from)
    to = Math.min(to, end ?? to)
  }
  return { from, to }
}

function spanOf(
  asked: ReturnType<typeof inFull>,
  to: number,
): { first?: number | undefined; last?: number | undefined } {
  const numbers = [asked.is, ...(asked.anyOf ?? [])].filter((one) => typeof one === 'number')
  if (numbers.length > 0) return { first: Math.min(...numbers), last: Math.max(...numbers) }
  const low = [asked.from && Number(earliest(asked.from).slice(0, 4)), asked.atLeast, plus(asked.moreThan, 1)]
  const high = [asked.to && Number(latest(asked.to).slice(0, 4)), asked.atMost, plus(asked.lessThan, -1)]
  const first = low.find((one) => typeof one === 'number')
  const last = high.find((one) => typeof one === 'number')
  if (asked.withinYears !== undefined) return { first: to - asked.withinYears, last: to }
  return { first, last }
}

function plus(number: number | undefined, more: number): number | undefined {
  return number === undefined ? undefined : number + more
}

/** @param items those that could be meant, found or not: they say of which kinds of fact the coverage is asked */
export function completenessOf(
  list: List,
  items: readonly Stated[],
  where: Where | undefined,
  organisation: Organisation,
): Firmness {
  const { from, to } = list.ofTheDay ? theYearOf(organisation) : yearsAsked(where, organisation)
  const kinds = list.coveredAs?.(items) ?? []
  const ahead = !list.ofTheDay && liesAhead(where, organisation)
  if (kinds.length === 0) return { firm: false, from, to, thin: [], unstated: true, ahead }
  const stated = coverageOf(organisation)
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const thin = kinds.flatMap((of) => {
    const lacking = years.filter((year) => !isFirm(stated.get(`${year}/${of}`)))
    return lacking.length > 0 ? [{ of, years: lacking }] : []
  })
  return { firm: thin.length === 0 && !ahead, from, to, thin, unstated: false, ahead }
}

function liesAhead(where: Where | undefined, { day }: Organisation): boolean {
  const { to: until } = where?.on === undefined ? {} : inFull(where.on)
  if (until !== undefined && earliest(until) > day) return true
  const thisYear = Number(day.slice(0, 4))
  return where?.year !== undefined && (spanOf(inFull(where.year), thisYear).last ?? thisYear) > thisYear
}

function theYearOf(organisation: Organisation): { from: number; to: number } {
  const { to } = yearsAsked(undefined, organisation)
  return { from: to, to }
}
