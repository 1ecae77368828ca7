import { expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

const page = (letter: string) => letter.repeat(400_000)

test('a page is given back until there is no room; what was asked for longest ago goes first', () => {
  const pages = new KeptPages()
  for (let n = 0; n < 40; n += 1) pages.set(`p${n}`, page('x'))
  expect(pages.get('p0')).toBe(page('x'))
  pages.set('p40', page('y'))
  expect([pages.get('p0'), pages.get('p1'), pages.get('p40')]).toEqual([page('x'), undefined, page('y')])
})
test('a page kept again takes its room once', () => {
  const pages = new KeptPages()
  pages.set('first', page('a'))
  for (let n = 0; n < 100; n += 1) pages.set('same', page('b'))
  expect([pages.get('first'), pages.get('same')]).toEqual([page('a'), page('b')])
})
test('a page larger than half a million characters is not kept', () => {
  const pages = new KeptPages()
  pages.set('large', 'x'.repeat(500_001))
  pages.set('large enough', 'x'.repeat(500_000))
  expect([pages.get('large'), pages.get('large enough')?.length]).toEqual([undefined, 500_000])
})
