import { type Instant, wallClock } from '../../rules/index.ts'
import type { Place } from '../layout.ts'
import { dateInWords } from '../words.ts'

/** Instants as an organisation reads them: by the clock where it sits, and in UTC. */

/** "13 January 2034, 14:00 (09:00 UTC)"; where it sits at UTC, "13 January 2034, 09:00 UTC". */
export function instantThere(instant: Instant, timeZone: string): string {
  const { day, time } = there(instant, timeZone)
  const utc = { day: instant.slice(0, 10), time: clock(instant.slice(11, 19)) }
  if (day === utc.day && time === utc.time) return `${dateInWords(day as never)}, ${utc.time} UTC`
  const other = day === utc.day ? utc.time : `${dateInWords(utc.day as never)}, ${utc.time}`
  return `${dateInWords(day as never)}, ${time} by the clock of ${placeOf(timeZone)} (${other} UTC)`
}

/** The instants in a sentence of a rule, as the record writes them, on the clock of the organisation. */
export function timesInWords(text: string, timeZone: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) =>
    instantThere(instant as Instant, timeZone),
  )
}

/** What a browser's field for a time without a zone holds: `2034-01-10T09:00`. */
export function fieldThere(instant: Instant, timeZone: string): string {
  const { day, time } = there(instant, timeZone)
  return `${day}T${time}`
}

export function timeZoneOf({ description }: Pick<Place, 'description'>): string {
  return description?.timeZone ?? 'UTC'
}

/** How long until an instant, rounded down: "2 days 3 hours", "4 hours 10 minutes", "less than a minute". */
export function timeLeft(from: Instant, to: Instant): string {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  if (minutes < 1) return 'less than a minute'
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  return parts
    .slice(first, first + 2)
    .flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}${count === 1 ? '' : 's'}`] : []))
    .join(' ')
}

/** Day and time of day on a clock of the zone; seconds only where there are any. */
function there(instant: Instant, timeZone: string): { day: string; time: string } {
  const [day, time] = wallClock(instant, timeZone).split('T') as [string, string]
  return { day, time: clock(time) }
}

function clock(time: string): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time
}

/** The place by which a zone is called: "Europe/Utopia_City" is that of Utopia City. */
function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
