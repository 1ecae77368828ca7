import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('the work is done once for each question, and again for one asked too long ago', () => {
  const worked: number[] = []
  const double = remember((n: number, more: { readonly by: number }) => {
    worked.push(n)
    return n * more.by
  }, 2)
  expect([double(1, { by: 2 }), double(1, { by: 2 }), double(1, { by: 3 })]).toEqual([2, 2, 3])
  expect(worked).toEqual([1, 1])
  double(2, { by: 2 })
  expect(double(1, { by: 3 })).toBe(3)
  expect(worked).toEqual([1, 1, 2])
  expect(double(1, { by: 2 })).toBe(2)
  expect(worked).toEqual([1, 1, 2, 1])
})

test('an answer of nothing is remembered too', () => {
  let times = 0
  const nothing = remember((_: number): undefined => {
    times += 1
    return undefined
  }, 2)
  nothing(1)
  nothing(1)
  expect(times).toBe(1)
})
