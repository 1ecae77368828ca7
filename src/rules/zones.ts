import type { Instant } from './dates.ts'

/** Instants and what the clocks of a time zone show, in both directions. */

/** What a clock of a time zone such as `Asia/Almaty` shows at an instant, to the second: `2031-05-04T09:00:00`. */
export function wallClock(instant: Instant | number, timeZone: string): string {
  // A page of a long negotiation shows hundreds of instants, and this one zone needs no table.
  if (timeZone === 'UTC') return new Date(instant).toISOString().slice(0, 19)
  const clock = clocks.get(timeZone) ?? {
    format: new Intl.DateTimeFormat('sv-SE', { timeZone, ...toTheSecond }),
    shown: new Map(),
  }
  clocks.set(timeZone, clock)
  const known = clock.shown.get(instant)
  if (known !== undefined) return known
  const shows = clock.format.format(new Date(instant)).replace(' ', 'T')
  if (clock.shown.size === mostKept) clock.shown.clear()
  clock.shown.set(instant, shows)
  return shows
}

const toTheSecond = { dateStyle: 'short', timeStyle: 'medium' } as const
/** One a zone, with what it has shown: to make one takes longer than a hundred answers, and pages show the same ones again. */
const clocks = new Map<string, { format: Intl.DateTimeFormat; shown: Map<Instant | number, string> }>()
const mostKept = 20_000

/**
 * The instant at which a clock of the zone shows a time, `2031-05-04T09:00`. Of an hour that the zone leaves out, the
 * instant before or after it by as much as is left out; of an hour that comes twice, one of the two.
 *
 * @param shows a real day and time of day, without a zone
 */
export function instantIn(shows: string, timeZone: string): Instant {
  const asUtc = Date.parse(`${shows}Z`)
  // Twice, since the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString() as Instant
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${wallClock(instant, timeZone)}Z`) - Math.floor(instant / 1000) * 1000
}
