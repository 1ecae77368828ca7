import { describe, expect, test } from 'vitest'
import { csv, neighbours } from './lists.ts'

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
