import { describe, expect, test } from 'vitest'
import type { Instant } from '../../rules/index.ts'
import { fieldThere, instantThere, timeLeft, timesInWords } from './times.ts'

const instant = '2034-01-13T19:00:00.000Z' as Instant

describe('an instant as an organisation reads it', () => {
  test('at UTC once; elsewhere by the clock there, and in UTC, with its day where that is another', () => {
    expect(instantThere(instant, 'UTC')).toBe('13 January 2034, 19:00 UTC')
    // Five hours ahead: midnight there.
    expect(instantThere('2034-01-13T18:59:59.000Z' as Instant, 'Etc/GMT-5')).toBe(
      '13 January 2034, 23:59:59 by the clock of GMT-5 (18:59:59 UTC)',
    )
    expect(instantThere(instant, 'Etc/GMT-5')).toBe(
      '14 January 2034, 00:00 by the clock of GMT-5 (13 January 2034, 19:00 UTC)',
    )
    expect(fieldThere(instant, 'Etc/GMT-5')).toBe('2034-01-14T00:00')
  })
  test('in a sentence of the record; the example of how a time is written stays', () => {
    expect(timesInWords('Let it expire at 2034-01-13T19:00:00.000Z or later.', 'Etc/GMT-5')).toBe(
      'Let it expire at 14 January 2034, 00:00 by the clock of GMT-5 (13 January 2034, 19:00 UTC) or later.',
    )
    expect(timesInWords('Write a time as 2031-05-04T10:00Z.', 'UTC')).toBe('Write a time as 2031-05-04T10:00Z.')
  })
  test.each([
    ['2034-01-13T18:59:00.001Z', 'less than a minute'],
    ['2034-01-13T18:59:00.000Z', '1 minute'],
    ['2034-01-13T18:00:00.001Z', '59 minutes'],
    ['2034-01-13T18:00:00.000Z', '1 hour'],
    ['2034-01-12T19:00:00.001Z', '23 hours 59 minutes'],
    ['2034-01-12T18:00:00.000Z', '1 day 1 hour'],
  ])('from %s there is %s', (from, left) => {
    expect(timeLeft(from as Instant, instant)).toBe(left)
  })
})
