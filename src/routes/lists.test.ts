import { describe, expect, test } from 'vitest'
import { isRefusal } from '../rules/index.ts'
import { csv, neighbours, pageOf } from './lists.ts'

describe('comma-separated values', () => {
  test('commas, quotes and line ends are quoted (RFC 4180)', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['x,y', 'say "no"'],
          ['two\nlines', 3],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n"two\nlines",3\r\n')
  })
  test('what is not known is empty', () => {
    expect(csv(['a', 'b'], [[undefined, '']])).toBe('a,b\r\n,\r\n')
  })
  test('text that a spreadsheet would run as a formula is made harmless', () => {
    expect(csv(['a'], [['=SUM(A1)'], ['+1'], ['@x'], ['-1']])).toBe("a\r\n'=SUM(A1)\r\n'+1\r\n'@x\r\n'-1\r\n")
  })
})

test('neighbours are those of its kind before and after', () => {
  const items = [
    { body: 'council', n: 1 },
    { body: 'assembly', n: 2 },
    { body: 'council', n: 3 },
    { body: 'council', n: 4 },
  ]
  const of = (index: number) => {
    const item = items[index] as (typeof items)[number]
    const { previous, next } = neighbours(items, item, (other) => other.body === item.body)
    return [previous?.n, next?.n]
  }
  expect([of(0), of(1), of(2), of(3)]).toEqual([
    [undefined, 3],
    [undefined, undefined],
    [1, 4],
    [3, undefined],
  ])
})

describe('a page of a list', () => {
  const whole = Array.from({ length: 250 }, (_, index) => index)
  test.each([
    { query: {}, first: 0, count: 100, pages: 3 },
    { query: { page: '3' }, first: 200, count: 50, pages: 3 },
    { query: { rows: '300' }, first: 0, count: 250, pages: 1 },
    { query: { rows: '100', page: '2' }, first: 100, count: 100, pages: 3 },
  ])('$query', ({ query, first, count, pages }) => {
    const paged = pageOf(whole, query)
    expect(paged).toMatchObject({ pages })
    expect(!isRefusal(paged) && [paged.items[0], paged.items.length]).toEqual([first, count])
  })
  test.each([{ page: '0' }, { page: '4' }, { page: '1.5' }, { page: 'two' }, { page: '2', rows: '300' }])(
    '%o is refused, with what there is',
    (query) => {
      expect(pageOf(whole, query)).toMatchObject({ refused: 'no-such-page', remedy: expect.stringContaining('1 to') })
    },
  )
  test('so is a number of rows that is not offered', () => {
    expect(pageOf(whole, { rows: '1000000' })).toMatchObject({ refused: 'unknown-choice' })
  })
  test('a list of nothing has one page', () => {
    expect(pageOf([], {})).toMatchObject({ items: [], pages: 1 })
  })
})
