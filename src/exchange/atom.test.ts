import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import { type Entry, Fold } from '../record/index.ts'
import type { Instant } from '../rules/index.ts'
import { atomFeed, batchesOf, xml } from './atom.ts'

const note = (id: string, more: object = {}) =>
  act({ id, kind: 'relation-noted', on: '2031-06-02', participant: 'UTO', what: id, ...more })
const at = (entries: Entry[], ...days: number[]) =>
  entries.map((entry, index) => ({ ...entry, recordedAt: `2034-01-0${days[index]}T00:00:00.000Z` as Instant }))
const entries = at(
  entriesOf([
    note('a'),
    note('b'),
    note('c', { replaces: ['a'], correction: 'It was <not> so & "said".' }),
    act({ id: 'w', kind: 'act-withdrawn', withdraws: ['b'], reason: 'Entered by mistake.' }),
    note('d'),
  ]),
  1,
  1,
  2,
  2,
  3,
)

describe('batches', () => {
  test('what was entered at one moment stands together, the latest first', () => {
    const batches = batchesOf(entries, 10)
    expect(batches.map((b) => [b.first.id, b.last.id, b.added, b.corrected.length, b.withdrawn.length])).toEqual([
      ['d', 'd', 1, 0, 0],
      ['c', 'w', 0, 1, 1],
      ['a', 'b', 2, 0, 0],
    ])
  })
  test('no more than asked for, the latest', () => {
    expect(batchesOf(entries, 1).map((b) => b.first.id)).toEqual(['d'])
  })
})

describe('the feed', () => {
  const feed = (position = 5) => atomFeed(new Fold('concord', entries), position, 'https://example.org', (text) => text)
  test('says what was entered, corrected and withdrawn', () => {
    expect([...feed().matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
      'concord: what changed in the record',
      '1 act entered',
      '1 act corrected, 1 act withdrawn',
      '2 acts entered',
    ])
    expect(feed()).toContain(
      'Corrected: c. It was &#60;not&#62; so &#38; &#34;said&#34;.\nWithdrawn: b. Entered by mistake.',
    )
  })
  test('a moment keeps its id when more is entered later', () => {
    const ids = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
    expect(ids(feed(5))).toEqual([...ids(feed(2)).slice(0, 1), ...ids(feed(5)).slice(1, 3), ...ids(feed(2)).slice(1)])
  })
  test('as known earlier, it ends there', () => {
    expect(feed(2)).toContain('<updated>2034-01-01T00:00:00.000Z</updated>\n<author>')
    expect(feed(2)).not.toContain('act corrected')
  })
  test('what XML cannot hold is replaced', () => {
    expect(xml('a\u0000b\ud800c\u000bd\ne')).toBe('a\ufffdb\ufffdc\ufffdd\ne')
  })
})
