import { type Indicator, membersOn, type Organisation, seriesOf, type Weight, weightByYear } from '../record/index.ts'
import { addDays, type Day, earliest } from '../rules/index.ts'
import { type Sum, sumOf, yearsFor } from './weight.ts'

/**
 * What the members came to just before and just after somebody entered or left, in the figures of one and the same year, so
 * that nothing that grew meanwhile is taken for the effect of the change.
 */
export interface Enlargement {
  readonly on: Day
  readonly entered: readonly string[]
  readonly left: readonly string[]
  /** The year whose figures both sums use, the nearest to the change; absent where none has enough. */
  readonly year: number | undefined
  readonly before: Sum
  readonly after: Sum
}

/**
 * From one year with figures to the next: how much of the change of the sum is that of those who were members in both, and
 * how much is that of those who came or left between.
 */
export interface Change {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
  /** The change of those who were members at the end of both years. */
  readonly stayed: number
  /** What those who came between have in the later year; those who left had, in the earlier. */
  readonly entered: number
  readonly left: number
  /** Those who stayed and whose two figures are from different sources, which may count differently. */
  readonly otherSource: readonly string[]
}

/** What each change of the members did to what they come to. */
export function enlargementsOf(
  organisation: Organisation,
  indicator: Indicator,
  changes: readonly ChangeOfMembers[],
): Enlargement[] {
  return changes.map(({ on, before, after }) => {
    const entered = after.filter((id) => !before.includes(id))
    const left = before.filter((id) => !after.includes(id))
    const year = nearest(indicator, { entered, left, before, after }, on, organisation.day)
    return {
      on,
      entered,
      left,
      year,
      before: sumOf(indicator, before, year, organisation.day),
      after: sumOf(indicator, after, year, organisation.day),
    }
  })
}

/** A day on which the members changed, with who they were on the eve and on the day. */
export interface ChangeOfMembers {
  readonly on: Day
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Every change of the members up to the day; the founding, before which there was none, enlarges nothing. */
export function changesOfMembers(organisation: Organisation): ChangeOfMembers[] {
  const tones = new Map(organisation.description?.statuses.map(({ status, tone }) => [status, tone]))
  const dates = organisation
    .allHoldings()
    .filter(({ status }) => tones.get(status) === 'member')
    .flatMap(({ from, to }) => (to === undefined ? [earliest(from)] : [earliest(from), earliest(to)]))
  return [...new Set(dates)]
    .filter((on) => on <= organisation.day)
    .sort()
    .map((on) => ({ on, before: membersOn(organisation, addDays(on, -1)), after: membersOn(organisation, on) }))
    .filter(({ before, after }) => before.length > 0 && !isSame(before, after))
}

/** The year nearest to a change, the earlier of two, of those in which everyone who came or left has a figure. */
function nearest(
  indicator: Indicator,
  { entered, left, before, after }: { [K in 'entered' | 'left' | 'before' | 'after']: readonly string[] },
  on: Day,
  day: Day,
): number | undefined {
  const everyone = [...new Set([...before, ...after])]
  const apart = (year: number) => Math.abs(year - Number(on.slice(0, 4)))
  return yearsFor(indicator, everyone, day)
    .filter((year) => sumOf(indicator, [...entered, ...left], year, day).missing.length === 0)
    .sort((a, b) => apart(a) - apart(b) || a - b)[0]
}

/** Between the years of one series in which every member has a figure; a partial sum is held against nothing. */
export function changesOf(organisation: Organisation, indicator: Indicator): Change[] {
  return seriesOf(weightByYear(organisation, indicator)).flatMap((series) => {
    const whole = series.filter(({ missing }) => missing.length === 0)
    return whole.slice(1).map((later, index) => changeBetween(whole[index] as Weight, later))
  })
}

function changeBetween(earlier: Weight, later: Weight): Change {
  const [had, has] = [earlier, later].map(({ shares }) => new Map(shares.map((one) => [one.participant, one.value])))
  const sum = (of: Map<string, number> | undefined, isIn: (id: string) => boolean) =>
    [...(of ?? [])].reduce((total, [id, value]) => total + (isIn(id) ? value : 0), 0)
  const both = (id: string) => (had?.has(id) ?? false) && (has?.has(id) ?? false)
  return {
    from: earlier.year,
    to: later.year,
    before: earlier.sum,
    after: later.sum,
    stayed: sum(has, both) - sum(had, both),
    entered: sum(has, (id) => !had?.has(id)),
    left: sum(had, (id) => !has?.has(id)),
    otherSource: [...sourcesOf(earlier)]
      .filter(([id, source]) => (sourcesOf(later).get(id) ?? source) !== source)
      .map(([id]) => id),
  }
}

function sourcesOf({ shares }: Weight): Map<string, string> {
  return new Map(shares.map(({ participant, figure }) => [participant, figure.act.sources[0]?.source ?? '']))
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}
