import { describe, expect, test } from 'vitest'
import { exact, percentOf, readable } from './numbers.ts'

describe('a number for reading', () => {
  const cases: readonly [value: number, says: string][] = [
    [24_912_345_678_901, '24.9 trillion'],
    [3_389_000_000, '3.39 billion'],
    [1_000_000, '1 million'],
    [999_999, '999,999'],
    [1234.4, '1,234'],
    [999.4, '999'],
    [234.26, '234'],
    [0.8073, '0.807'],
    [0, '0'],
  ]
  test.each(cases)('%d is %s', (value, says) => expect(readable(value)).toBe(says))
})

test('exact keeps every figure', () => {
  expect([exact(1_443_497_378), exact(104.89), exact(0.012)]).toEqual(['1,443,497,378', '104.89', '0.012'])
})

test('a small part is not said to be nothing', () => {
  expect([percentOf(1, 2), percentOf(4, 10_000), percentOf(5, 10_000), percentOf(0, 10), percentOf(0, 0)]).toEqual([
    '50.0',
    'under 0.1',
    '0.1',
    '0.0',
    '0',
  ])
})
