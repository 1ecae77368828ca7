import { type Refusal, refuse } from './finding.ts'

/** A calendar day, `2017-06-09`. Of one width, so `<` on two Days is the order in time. */
export type Day = string & { readonly day: unique symbol }

/** What a source lets us say: a day, a month (`2010-05`) or a year (`2012`). Read it as an interval. */
export type PartialDate = string & { readonly partialDate: unique symbol }

/** A moment in UTC with milliseconds. Of one width, so `<` on two Instants is the order in time. */
export type Instant = string & { readonly instant: unique symbol }

/** A length of time in calendar units. Exactly one unit: a constitution says "six weeks", never "a month and a day". */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number }

const writtenDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** @refuses 'unreadable-date' anything but a real day, month or year of the years 1000 to 9999 */
export function parsePartialDate(text: string): PartialDate | Refusal {
  const [, year, month, day] = writtenDate.exec(text) ?? []
  const real =
    year !== undefined &&
    Number(year) >= 1000 &&
    (month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
    (day === undefined || isDayOfMonth(Number(year), Number(month), Number(day)))
  if (real) return text as PartialDate
  return refuse('unreadable-date', `"${text}" is not a date.`, {
    remedy: 'Write a day as 2017-06-09, a month as 2017-06 or a year as 2017.',
  })
}

/** @refuses 'unreadable-date' anything but a real day */
export function parseDay(text: string): Day | Refusal {
  const parsed = parsePartialDate(text)
  if (typeof parsed === 'string' && parsed.length === 10) return parsed as string as Day
  return refuse('unreadable-date', `"${text}" is not a day.`, { remedy: 'Write a day as 2017-06-09.' })
}

/** @refuses 'unreadable-time' a time without a zone, or no time at all */
export function parseInstant(text: string): Instant | Refusal {
  const date = new Date(text)
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(date.valueOf())) {
    return date.toISOString() as Instant
  }
  return refuse('unreadable-time', `"${text}" is not a time with a time zone.`, {
    remedy: 'Write a time as 2031-05-04T10:00Z.',
  })
}

/** The first day that a date may mean: 2010-05 begins on 2010-05-01. */
export function earliest(date: PartialDate): Day {
  return (date + '0000-01-01'.slice(date.length)) as Day
}

/** The last day that a date may mean: 2010-05 ends on 2010-05-31. */
export function latest(date: PartialDate): Day {
  if (date.length === 10) return date as string as Day
  const [year, month] = [Number(date.slice(0, 4)), date.length === 7 ? Number(date.slice(5)) : 12]
  return dayOf(Date.UTC(year, month, 0))
}

export function isExact(date: PartialDate): boolean {
  return date.length === 10
}

/** The day `count` days after (or before, when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(Date.parse(day) + count * 86_400_000)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/**
 * The day a period after another. Months and years keep the day of the month, or take the month's last day where that
 * month has no such day: one month after 31 January is 28 or 29 February.
 */
export function addPeriod(day: Day, period: Period): Day {
  if ('days' in period) return addDays(day, period.days)
  if ('weeks' in period) return addDays(day, 7 * period.weeks)
  const months = 'months' in period ? period.months : 12 * period.years
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)))
}

/** How a day follows from another: at once, after a period, or on the first day of a month. */
export interface Wait {
  readonly after?: Period
  /**
   * `following-month`: the first day of the month that follows the day on which the period ends. `month`: the first day
   * of the month in which the period ends, as in "the sixth month after the month in which"; months or years only.
   */
  readonly startOf?: 'following-month' | 'month'
  /**
   * Some depositaries let a period pass whole: six months after 10 December is then 11 June, the day after its last. With
   * `startOf: 'month'` months are counted, not days, and it changes nothing.
   */
  readonly passed?: true
}

/**
 * The day that a clause fixes by a wait. "On the thirtieth day after", "thirty days after" and "after the expiry of
 * thirty days from" are one and the same day here: the day itself is not counted, as depositaries count.
 */
export function dayAfter(day: Day, { after, startOf, passed }: Wait): Day {
  const last = after === undefined ? day : addPeriod(day, after)
  const end = passed && startOf !== 'month' ? addDays(last, 1) : last
  if (startOf === undefined) return end
  const first = `${end.slice(0, 8)}01` as Day
  return startOf === 'month' ? first : addPeriod(first, { months: 1 })
}

/** In words for a reason: "30 days after", "the first day of the month following 12 months after", "the day of". */
export function waitInWords({ after, startOf, passed }: Wait): string {
  const atOnce = after === undefined || Object.values(after)[0] === 0
  const length = atOnce ? 'the day of' : `${periodInWords(after)} after`
  const period = passed ? `the day following ${length}` : length
  if (startOf === undefined) return period
  if (startOf === 'following-month') return `the first day of the month following ${period}`
  return `the first day of the month ${periodInWords(after ?? { months: 0 })} after the month of`
}

/** In words for a reason: "6 weeks", "1 year". */
export function periodInWords(period: Period): string {
  const [unit, count] = Object.entries(period)[0] as [string, number]
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

/** The day an instant falls on in a time zone such as `Asia/Almaty`. */
export function dayIn(instant: Instant, timeZone: string): Day {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, known)
  return known.format(new Date(instant)) as Day
}
/** One a zone: to make one takes longer than a hundred answers. */
const formats = new Map<string, Intl.DateTimeFormat>()

function isDayOfMonth(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayOf(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day
}
