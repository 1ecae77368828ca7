import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PartialDate, parsePartialDate } from '../rules/index.ts'
import { calendarOf, countsByMonth } from './calendar.ts'

const spanning = (on: string, lastDay?: string) => ({
  act: {
    on: parsePartialDate(on) as PartialDate,
    lastDay: lastDay === undefined ? undefined : (parsePartialDate(lastDay) as PartialDate),
  },
})

describe('a year as a calendar', () => {
  test('a meeting of several days stands on each of them, and on no day beside', () => {
    const july = calendarOf([spanning('2005-07-04', '2005-07-05')], 2005)[6]
    const filled = july?.weeks.flat().filter((cell) => cell && cell.items.length > 0)
    expect(filled?.map((cell) => cell?.day)).toEqual(['2005-07-04', '2005-07-05'])
    expect(july?.count).toBe(1)
  })
  test('one over the end of a month stands in both, and begins in the first', () => {
    const months = calendarOf([spanning('2025-08-31', '2025-09-01')], 2025)
    const days = (index: number) => months[index]?.weeks.flat().filter((cell) => cell && cell.items.length > 0)
    expect([days(7)?.length, days(8)?.length]).toEqual([1, 1])
    expect([months[7]?.count, months[8]?.count]).toEqual([1, 0])
  })
  test('one of which only the month is known has no day', () => {
    const june = calendarOf([spanning('2004-06')], 2004)[5]
    expect(june?.dayless).toHaveLength(1)
    expect(june?.weeks.flat().every((cell) => !cell || cell.items.length === 0)).toBe(true)
  })
  test.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [2000, 2, 29],
    [1900, 2, 28],
  ])('February of %i', (year, month, days) => {
    const cells = calendarOf([], year)
      [month - 1]?.weeks.flat()
      .filter((cell) => cell !== undefined)
    expect(cells).toHaveLength(days)
  })
  test('each day stands under its weekday', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const month = calendarOf([], Number(day.slice(0, 4)))[Number(day.slice(5, 7)) - 1]
          const column = month?.weeks.map((week) => week.findIndex((cell) => cell?.day === day)).find((at) => at >= 0)
          expect(column).toBe((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)
        },
      ),
    )
  })
})

test('what has only a year counts in no month', () => {
  expect([...countsByMonth([spanning('2005'), spanning('2005-07'), spanning('2005-07-05')])]).toEqual([['2005-07', 2]])
})
