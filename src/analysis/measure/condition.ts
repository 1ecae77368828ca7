import type { Condition } from '../../record/index.ts'
import { type Day, earliest, latest, type PartialDate } from '../../rules/index.ts'
import type { Value } from './list.ts'

/** Whether something is so: it may be that the record does not say. */
export type Truth = 'yes' | 'no' | 'unknown'

type Asked = Exclude<Condition, string | number | boolean | readonly unknown[]>

/** A condition written in short, in full. */
export function inFull(condition: Condition): Asked {
  if (Array.isArray(condition)) return { anyOf: condition }
  return typeof condition === 'object' ? (condition as Asked) : { is: condition }
}

/**
 * Whether a value is as asked, on a day. What the record does not say is neither so nor not.
 *
 * @param whole whether all of the value is on record: where it is not, what is not found in it may be so all the same
 */
export function isSo(value: Value, condition: Condition, day: Day, whole = true): Truth {
  return testOf(condition, day)(value, whole)
}

/** The same made ready for many values: what is asked is read once. */
export function testOf(condition: Condition, day: Day): (value: Value, whole?: boolean) => Truth {
  const { known, ...asked } = inFull(condition)
  const others = Object.entries(asked)
  return (value, whole = true) => {
    if (known !== undefined && (value !== undefined) !== known) return 'no'
    if (value === undefined) return others.length > 0 ? 'unknown' : 'yes'
    return all(
      others.map(([name, wanted]) => {
        const so = tests[name as keyof typeof tests](value, wanted as never, day)
        return !whole && so === byAbsence[name] ? 'unknown' : so
      }),
    )
  }
}

/** What each of these would take from something not being found. */
const byAbsence: Readonly<Record<string, Truth>> = {
  is: 'no',
  anyOf: 'no',
  includes: 'no',
  has: 'no',
  not: 'yes',
  noneOf: 'yes',
  only: 'yes',
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

type Known = Exclude<Value, undefined>
const truth = (so: boolean): Truth => (so ? 'yes' : 'no')
const among = (value: Known) => (Array.isArray(value) ? value : [value]) as readonly unknown[]
const compared = (value: Known, so: (number: number) => boolean): Truth =>
  typeof value === 'number' ? truth(so(value)) : 'unknown'

const tests: {
  readonly [Test in Exclude<keyof Asked, 'known'>]-?: (
    value: Known,
    wanted: NonNullable<Asked[Test]>,
    day: Day,
  ) => Truth
} = {
  is: (value, wanted) => truth(among(value).includes(wanted)),
  not: (value, wanted) => truth(!among(value).includes(wanted)),
  anyOf: (value, wanted) => truth(among(value).some((one) => (wanted as readonly unknown[]).includes(one))),
  noneOf: (value, wanted) => truth(!among(value).some((one) => (wanted as readonly unknown[]).includes(one))),
  includes: (value, wanted) => truth(wanted.every((one) => among(value).includes(one))),
  only: (value, wanted) => truth(among(value).every((one) => (wanted as readonly unknown[]).includes(one))),
  atLeast: (value, wanted) => compared(value, (number) => number >= wanted),
  atMost: (value, wanted) => compared(value, (number) => number <= wanted),
  moreThan: (value, wanted) => compared(value, (number) => number > wanted),
  lessThan: (value, wanted) => compared(value, (number) => number < wanted),
  // A month or a year may lie on both sides of the day asked about: then nobody knows.
  from: (value, wanted) => dated(value, (first, last) => within(first >= earliest(wanted), last >= earliest(wanted))),
  to: (value, wanted) => dated(value, (first, last) => within(last <= latest(wanted), first <= latest(wanted))),
  withinYears: (value, wanted, day) => {
    const year = Math.max(0, Number(day.slice(0, 4)) - wanted)
    const begins = `${String(year).padStart(4, '0')}${day.slice(4)}` as Day
    return dated(value, (first, last) => within(first > begins && last <= day, last > begins && first <= day))
  },
  has: (value, wanted) => {
    const text = among(value).join(' ').toLowerCase()
    return truth(wanted.some((one) => text.includes(one.toLowerCase())))
  },
}

function within(surely: boolean, perhaps: boolean): Truth {
  if (surely) return 'yes'
  return perhaps ? 'unknown' : 'no'
}

function dated(value: Known, so: (first: Day, last: Day) => Truth): Truth {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){0,2}$/.test(value)) return 'unknown'
  return so(earliest(value as PartialDate), latest(value as PartialDate))
}

/** Whether a date is of another year than the bounds asked about, so that a doubt about its day changes nothing. */
export function isFarFrom(value: Value, condition: Condition | undefined): boolean {
  if (condition === undefined || typeof value !== 'string') return false
  const { from, to, ...others } = inFull(condition)
  const bounds = [from, to].filter((bound) => bound !== undefined)
  return Object.keys(others).length === 0 && bounds.every((bound) => bound.slice(0, 4) !== value.slice(0, 4))
}

/** A number of which only the bounds may be known. */
export interface Bounds {
  readonly least: number
  /** `Infinity` where nobody knows how many more there are. */
  readonly most: number
}

/** Whether a number that lies somewhere between two bounds is as asked, wherever it lies. */
export function isSoBetween({ least, most }: Bounds, condition: Condition): Truth {
  const asked = inFull(condition)
  if (least === most) return isSo(least, asked, '' as Day)
  return all(
    Object.entries(asked).map(([name, wanted]): Truth => {
      const bound = wanted as number
      switch (name) {
        case 'atLeast':
          return least >= bound ? 'yes' : most < bound ? 'no' : 'unknown'
        case 'moreThan':
          return least > bound ? 'yes' : most <= bound ? 'no' : 'unknown'
        case 'atMost':
          return most <= bound ? 'yes' : least > bound ? 'no' : 'unknown'
        case 'lessThan':
          return most < bound ? 'yes' : least >= bound ? 'no' : 'unknown'
        case 'is':
          return bound < least || bound > most ? 'no' : 'unknown'
        case 'not':
          return bound < least || bound > most ? 'yes' : 'unknown'
        case 'anyOf':
          return among(wanted as Known).every((one) => Number(one) < least || Number(one) > most) ? 'no' : 'unknown'
        default:
          return 'unknown'
      }
    }),
  )
}
