import { type Day, earliest, type PartialDate } from '../rules/index.ts'

/** Something with a first and perhaps a last day. */
export interface Spanning {
  readonly act: { readonly on: PartialDate; readonly lastDay?: PartialDate | undefined }
}

export interface CalendarDay<Item> {
  readonly day: Day
  readonly items: readonly Item[]
}

export interface CalendarMonth<Item> {
  /** `2005-07`. */
  readonly month: string
  /** Weeks from Monday; `undefined` stands for a day of another month. */
  readonly weeks: readonly (readonly (CalendarDay<Item> | undefined)[])[]
  /** What belongs to the month, but to no day that is known. */
  readonly dayless: readonly Item[]
  /** What begins in the month. */
  readonly count: number
}

/** The twelve months of a year with what falls on each day; a span of several days stands on each of them. */
export function calendarOf<Item extends Spanning>(items: readonly Item[], year: number): CalendarMonth<Item>[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`
    const days = Array.from({ length: daysIn(year, index + 1) }, (_, d) => {
      const day = `${month}-${String(d + 1).padStart(2, '0')}` as Day
      return { day, items: items.filter((item) => covers(item, day)) }
    })
    const before: undefined[] = Array.from({ length: weekdayOf(year, index + 1) })
    const cells = [...before, ...days]
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday]),
    )
    return {
      month,
      weeks,
      dayless: items.filter(({ act }) => act.on === month),
      count: items.filter(({ act }) => act.on.startsWith(month)).length,
    }
  })
}

/** How many begin in each month of each year; what has only a year counts in none. */
export function countsByMonth(items: readonly Spanning[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { act } of items) {
    if (act.on.length < 7) continue
    const month = act.on.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return counts
}

function covers({ act }: Spanning, day: Day): boolean {
  if (act.on.length < 10) return false
  const last = act.lastDay !== undefined && act.lastDay.length === 10 ? act.lastDay : act.on
  return earliest(act.on) <= day && day <= earliest(last)
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
}

/** The weekday of the first of a month, Monday being 0. @source Zeller's congruence for the Gregorian calendar */
function weekdayOf(year: number, month: number): number {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const century = Math.floor(y / 100)
  const inCentury = y % 100
  const fromSaturday =
    (1 +
      Math.floor((13 * (m + 1)) / 5) +
      inCentury +
      Math.floor(inCentury / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7
  return (fromSaturday + 5) % 7
}
