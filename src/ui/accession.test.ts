import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../rules/index.ts'
import { lengthInWords } from './accession.ts'
import { apart } from './accession-lanes.ts'
import { numberShort } from './figure-facts.ts'

describe('the time between two dates in words', () => {
  const cases = [
    ['2034-01-01', '2034-01-02', '1 day'],
    ['2034-01-01', '2034-03-02', '60 days'],
    ['2034-01-01', '2034-03-03', '2 months'],
    ['2034-07-10', '2035-06-24', '11 months'],
    ['2034-01-01', '2036-12-31', '35 months'],
    ['2034-01-01', '2037-01-01', '3 years'],
    ['2034-01-01', '2037-02-01', '3 years 1 month'],
    ['2034-09', '2035-07-10', '9 to 10 months'],
    ['2034', '2050-02-03', '15 to 16 years'],
    ['2034-09', '2034-09-20', 'less than a month'],
    ['2034-09', '2034-10-20', 'up to 1 month'],
  ] as const
  test.each(cases)('%s to %s: %s', (from, to, says) => {
    expect(lengthInWords(from as PartialDate, to as PartialDate)).toBe(says)
  })
})

describe('signs on a lane stand apart', () => {
  const room = { left: 0, right: 100 }
  test('where there is room they stay where they are', () =>
    expect(apart([10, 40, 90], 20, room)).toEqual([10, 40, 90]))
  test('where there is none they give way to the right', () =>
    expect(apart([10, 12, 90], 20, room)).toEqual([10, 30, 90]))
  test('and back from the right edge', () => expect(apart([50, 95, 99], 20, room)).toEqual([50, 80, 100]))
})

describe('large numbers', () => {
  test('three figures that count, from a million on in words', () => {
    expect([999_999, 1_000_000, 1_409_670_000, 17_794_782_000_000].map(numberShort)).toEqual([
      '999,999',
      '1 million',
      '1.41 billion',
      '17.8 trillion',
    ])
  })
})
