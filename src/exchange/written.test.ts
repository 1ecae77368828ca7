import { expect, test } from 'vitest'
import { readWritten } from './written.ts'

test('YAML and JSON are read as plain values', () => {
  expect(readWritten('says: It meets.\non: 2033-05\nis: yes')).toEqual({ says: 'It meets.', on: '2033-05', is: 'yes' })
  expect(readWritten('{"a": [1, true, null]}')).toEqual({ a: [1, true, null] })
  expect(readWritten('')).toBeNull()
})

const bad: [says: string, text: string, message: RegExp][] = [
  ['no YAML', 'says: a: b', /neither YAML nor JSON/],
  ['the same key twice', 'says: a\nsays: b', /unique/],
  ['an alias', 'a: &a [1]\nb: *a', /alias/],
  ['an alias of what it stands in', 'a: &a { b: *a }', /alias/],
  ['several documents', 'a: 1\n---\nb: 2', /several documents/],
  ['too deep a nesting', '['.repeat(20_000), /too deeply/],
  ['too long a text', `a: "${'x'.repeat(200_000)}"`, /at most 200000/],
]
test.each(bad)('%s is refused in a sentence', (_says, text, message) => {
  expect(readWritten(text)).toMatchObject({
    refused: 'unreadable-text',
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(/\.$/),
  })
})
