import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anything, quotient } from './bounds.ts'

test('a quotient lies within its bounds, wherever the two numbers do', () => {
  const number = fc.integer({ min: -9, max: 9 })
  const between = fc.tuple(number, number, number).map((three) => three.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(between, between, ([a = 0, top = 0, b = 0], [c = 0, bottom = 0, d = 0]) => {
      fc.pre(bottom !== 0)
      const { least, most } = quotient({ least: a, most: b }, { least: c, most: d })
      expect(top / bottom).toBeGreaterThanOrEqual(least)
      expect(top / bottom).toBeLessThanOrEqual(most)
    }),
  )
})

test('what has no bound above leaves a quotient with as much as it may', () => {
  const more = { least: 2, most: Number.POSITIVE_INFINITY }
  expect(quotient({ least: 6, most: 8 }, more)).toEqual({ least: 0, most: 4 })
  expect(quotient(more, { least: 1, most: 2 })).toEqual({ least: 1, most: Number.POSITIVE_INFINITY })
  expect(quotient(more, more)).toEqual({ least: 0, most: Number.POSITIVE_INFINITY })
  expect(quotient({ least: 1, most: 1 }, { least: 0, most: 5 })).toEqual(anything)
})
