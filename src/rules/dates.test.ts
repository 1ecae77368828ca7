import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addPeriod,
  type Day,
  dayIn,
  daysBetween,
  earliest,
  type Instant,
  latest,
  type PartialDate,
  parseDay,
  parseInstant,
  parsePartialDate,
} from './dates.ts'

describe('a date is a day, a month or a year, read as an interval', () => {
  const cases = [
    { written: '2010', first: '2010-01-01', last: '2010-12-31' },
    { written: '2010-05', first: '2010-05-01', last: '2010-05-31' },
    { written: '2012-02', first: '2012-02-01', last: '2012-02-29' },
    { written: '2013-02', first: '2013-02-01', last: '2013-02-28' },
    { written: '2017-06-09', first: '2017-06-09', last: '2017-06-09' },
  ]
  for (const { written, first, last } of cases) {
    test(`${written} means ${first} to ${last}`, () => {
      expect([earliest(written as PartialDate), latest(written as PartialDate)]).toEqual([first, last])
    })
  }
  for (const written of [
    '',
    'June 2010',
    '2010-13',
    '2010-00',
    '2013-02-29',
    '2010-5',
    '10-05-2010',
    '0999',
    '2010-05-01T00:00Z',
    '2010-05-01 ',
  ]) {
    test(`"${written}" is no date, and the refusal says how to write one`, () => {
      expect(parsePartialDate(written)).toMatchObject({
        refused: 'unreadable-date',
        remedy: expect.stringContaining('2017-06-09'),
      })
    })
  }
  test('a month is no day', () => {
    expect(parseDay('2010-05')).toMatchObject({ refused: 'unreadable-date' })
    expect(parseDay('2010-05-31')).toBe('2010-05-31')
  })
})

describe('an instant has a time zone', () => {
  test('it is kept in UTC, of one width', () => {
    expect(parseInstant('2031-05-04T10:00+05:00')).toBe('2031-05-04T05:00:00.000Z')
  })
  for (const written of ['2031-05-04T10:00', '2031-05-04', 'now', '2031-99-04T10:00Z']) {
    test(`"${written}" is refused`, () => expect(parseInstant(written)).toMatchObject({ refused: 'unreadable-time' }))
  }
  test('its day is that of the zone: late in the evening in UTC it is the next morning in Shanghai', () => {
    const evening = '2026-11-21T17:00:00.000Z' as Instant
    expect([dayIn(evening, 'UTC'), dayIn(evening, 'Asia/Shanghai')]).toEqual(['2026-11-21', '2026-11-22'])
  })
})

describe('periods are calendar units', () => {
  const cases = [
    { from: '2032-08-23', period: { weeks: 6 }, to: '2032-10-04' },
    { from: '2031-01-31', period: { months: 1 }, to: '2031-02-28' },
    { from: '2032-01-31', period: { months: 1 }, to: '2032-02-29' },
    { from: '2032-02-29', period: { years: 1 }, to: '2033-02-28' },
    { from: '2031-12-31', period: { days: 1 }, to: '2032-01-01' },
    { from: '2031-11-30', period: { months: 3 }, to: '2032-02-29' },
  ]
  for (const { from, period, to } of cases) {
    test(`${JSON.stringify(period)} after ${from} is ${to}`, () => expect(addPeriod(from as Day, period)).toBe(to))
  }
})

const anyDay = fc
  .integer({ min: -300_000, max: 800_000 })
  .map((n) => addDays('2000-01-01' as Day, n))
  .filter((day) => day >= '1000' && day < '9999')

test('counting days forward and back meets where it began', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const there = addDays(day, count)
      expect(daysBetween(day, there)).toBe(count)
      expect(addDays(there, -count)).toBe(day)
    }),
  )
})
