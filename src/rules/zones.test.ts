import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from './dates.ts'
import { instantIn, wallClock } from './zones.ts'

describe('an instant and the clock of a time zone', () => {
  test.each([
    ['2034-01-10T09:00', 'UTC', '2034-01-10T09:00:00.000Z'],
    // Five hours ahead: nine there is four in the morning.
    ['2034-01-10T09:00', 'Etc/GMT-5', '2034-01-10T04:00:00.000Z'],
    ['2034-01-10T00:30:15', 'Etc/GMT-5', '2034-01-09T19:30:15.000Z'],
    ['2034-01-10T09:00:00.250', 'Etc/GMT+3', '2034-01-10T12:00:00.250Z'],
    // The day on which clocks go forward at two, on either side of the change.
    ['2034-03-26T01:59', 'Europe/Berlin', '2034-03-26T00:59:00.000Z'],
    ['2034-03-26T03:00', 'Europe/Berlin', '2034-03-26T01:00:00.000Z'],
  ])('%s in %s is %s', (shows, zone, instant) => {
    expect(instantIn(shows, zone)).toBe(instant)
    expect(wallClock(instant as Instant, zone)).toBe(shows.length === 16 ? `${shows}:00` : shows.slice(0, 19))
  })
  test('whatever a clock shows, it shows at the instant found', () => {
    const minutes = fc.integer({ min: Date.UTC(1995, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 })
    const zones = fc.constantFrom('UTC', 'Etc/GMT-5', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns')
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const shows = wallClock(minute * 60_000, zone)
        expect(wallClock(instantIn(shows, zone), zone)).toBe(shows)
      }),
    )
  })
})
