import {
  type Day,
  type Instant,
  isRefusal,
  latest,
  parseDay,
  parseInstant,
  parsePartialDate,
  type Refusal,
  refuse,
} from '../rules/index.ts'
import { dayThere } from './clock.ts'
import type { Fold } from './fold.ts'
import { endOfTime } from './place.ts'

/** The two clocks of a question: the day asked about, and the register position up to which it is answered. */
export interface AsOf {
  readonly day: Day
  readonly position: number
}

/**
 * Reads the two clocks as a person writes them. Without a day it is the last one that the record covers; without a
 * position, everything known.
 *
 * @param known a register position, a date (all that was entered by its end, in UTC) or a time
 * @refuses 'unreadable-date' a day that is none
 * @refuses 'unreadable-known' neither a position nor a date nor a time
 */
export function parseAsOf(fold: Fold, on: string | undefined, known: string | undefined): AsOf | Refusal {
  const position = known ? parseKnown(fold, known.trim()) : fold.openPosition
  if (isRefusal(position)) return position
  const day = on ? parseDay(on.trim()) : lastDayCovered(fold)
  return isRefusal(day) ? day : { day, position }
}

/** The last day that the record is said to cover, or that of the last live act, which may have come after it. */
export function lastDayCovered(fold: Fold): Day {
  const covered = fold.at(endOfTime).description?.coveredTo
  if (covered === undefined) return endOfTime
  const done = fold.lastOpen?.act.at
  const [said, lived] = [latest(covered), done === undefined ? undefined : latest(dayThere(fold, done))]
  return lived !== undefined && lived > said ? lived : said
}

function parseKnown(fold: Fold, known: string): number | Refusal {
  if (/^\d{1,15}$/.test(known)) return Math.min(Number(known), fold.openPosition)
  const date = parsePartialDate(known)
  if (!isRefusal(date)) return fold.positionAt(`${latest(date)}T23:59:59.999Z` as Instant)
  const instant = parseInstant(known)
  if (!isRefusal(instant)) return fold.positionAt(instant)
  return refuse('unreadable-known', `"${known}" is neither a register position nor a date nor a time.`, {
    remedy: `Give a position from 0 to ${fold.openPosition}, a day such as 2026-11-21, or a time such as 2026-11-21T12:00Z.`,
  })
}
