import { describe, expect, test } from 'vitest'
import { described, states } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { citationOf } from './citation.ts'

const fold = new Fold('concord', entriesOf([described({}, { associate: 'member' }), ...states('Utopia')]))

function cited(title: string, { position = 2, query = {}, path = '/concord/day' } = {}) {
  const organisation = fold.at('2032-10-04' as Day, position)
  const place = { organisation, description: organisation.description, path }
  return citationOf({ title, fold, place, query, address: 'https://example.org', rootHash: () => 'abc123' })
}

describe('a citation', () => {
  test('says what, which edition, as of when, as known when, and where', () => {
    expect(cited('Three associates').text).toBe(
      '“Three associates”, Concord (made-up), as it stood on 2032-10-04, as known at register position 2, root hash abc123, https://example.org/concord/day?on=2032-10-04&known=2 (accessed on …).',
    )
  })
  test('names the hash of the whole register only where the page shows the whole', () => {
    expect(cited('Three associates', { position: 1 }).text).not.toContain('root hash')
  })
  test('keeps what narrowed a list, and leads to the page as it stood', () => {
    const { bibtex } = cited('Meetings', { query: { year: '2032', on: undefined, known: undefined } })
    expect(bibtex).toContain('url = {https://example.org/concord/day?year=2032&on=2032-10-04&known=2}')
  })
  test('is a whole entry of BibTeX', () => {
    expect(cited('Three associates').bibtex).toBe(
      `@misc{concord-day-2032-10-04-p2,
  author = {{Concord (made-up)}},
  title = {{Three associates}},
  howpublished = {\\url{https://example.org/concord/day?on=2032-10-04&known=2}},
  url = {https://example.org/concord/day?on=2032-10-04&known=2},
  note = {As it stood on 2032-10-04, as known at register position 2, root hash abc123},
  year = {2031}
}
`,
    )
  })
  const hostile = [
    ['a command', '\\input{x} & 50% of #1_$', '\\textbackslash{}input\\{x\\} \\& 50\\% of \\#1\\_\\$'],
    ['a brace that closes nothing', '}} @misc{x', '\\}\\} @misc\\{x'],
    ['lines and control characters', 'a\nb\u0000c', 'a b c'],
  ] as const
  test.each(hostile)('%s in a title is written out', (_, title, written) => {
    expect(cited(title).bibtex).toContain(`  title = {{${written}}},\n`)
  })
  test('a brace in the address cannot end a field', () => {
    expect(cited('x', { path: '/concord/sources/a}b' }).bibtex).toContain('/concord/sources/a%7Db?')
  })
})
