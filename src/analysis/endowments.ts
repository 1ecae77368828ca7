import {
  type Feature,
  type FeatureTable,
  featureOnDay,
  isUnverified,
  type Neighbour,
  type Organisation,
} from '../record/index.ts'
import type { Day } from '../rules/index.ts'

/** How many of the elements one organisation has on the day, as far as it is on record. */
export interface Endowment {
  readonly neighbour: Neighbour
  readonly has: number
  readonly partly: number
  readonly lacks: number
  /** Nothing is stated for the day, nor without a date. */
  readonly open: number
  /** Of the values counted, those of which it is not on record since when. */
  readonly undated: number
  /** Of the values counted, those marked as not verified. */
  readonly unverified: number
}

/** How many elements one organisation had at the end of each year, wholly or in part, out of those stated by then. */
export interface EndowmentYears {
  readonly neighbour: Neighbour
  readonly years: readonly {
    readonly year: number
    readonly had: number
    /** Of these, the ones not verified, or of which it is not on record since when. */
    readonly doubtful: number
    readonly stated: number
  }[]
}

export function endowment(neighbour: Neighbour, index: number, { rows }: FeatureTable): Endowment {
  const values = rows.map((row) => row.values[index]?.value)
  const had = values.filter((value) => value !== undefined)
  const count = (value: Feature['act']['value']) => had.filter(({ act }) => act.value === value).length
  return {
    neighbour,
    has: count('yes'),
    partly: count('partial'),
    lacks: count('no'),
    open: values.length - had.length,
    undated: had.filter(({ act }) => act.asOf === undefined).length,
    unverified: had.filter(isUnverified).length,
  }
}

/** How many elements each had by the end of each year, from the founding of the organisation itself to its day. */
export function endowmentsByYear(organisation: Organisation, neighbours: readonly Neighbour[]): EndowmentYears[] {
  const itself = neighbours.find(({ act }) => act.itself)
  if (!itself) return []
  const all = Map.groupBy(organisation.listed('feature-stated'), ({ act }) => act.neighbour)
  const years = yearsSince(itself, organisation)
  return neighbours.map((neighbour) => {
    const features = [...Map.groupBy(all.get(neighbour.act.neighbour) ?? [], ({ act }) => act.feature).values()]
    return {
      neighbour,
      years: years.map((year) => {
        const end = `${year}-12-31` as Day
        const day = end < organisation.day ? end : organisation.day
        const stated = features.flatMap((one) => featureOnDay(one, neighbour, day).value ?? [])
        const had = stated.filter(({ act }) => act.value !== 'no')
        const doubtful = had.filter((one) => isUnverified(one) || one.act.asOf === undefined).length
        return { year, had: had.length, doubtful, stated: stated.length }
      }),
    }
  })
}

/** From the founding, or from where the record begins, to the year of the day or the last that is covered. */
export function yearsSince({ act: { founded } }: Neighbour, { description, day }: Organisation): number[] {
  const yearOf = (date: string | undefined) => Number((date ?? day).slice(0, 4))
  const [first, last] = [yearOf(founded ?? description?.begins), Math.min(yearOf(day), yearOf(description?.coveredTo))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
