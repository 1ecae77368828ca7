import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inSession, noteOf, secretariat } from '../../test/support/concord.ts'
import { bothDatabases, ok, openRegistry } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import { isRefusal } from '../rules/index.ts'
import { type Folder, readFolder } from './folder.ts'
import { enact, loadActs, markBegins, markEnds, type Registry, SearchIndex, type TextHits } from './index.ts'

const texts: readonly [string, string][] = [
  ['roads', 'Programme of roads across the borders of the plain'],
  ['road', 'A road was closed at the border'],
  ['bridge', 'The bridge is open; nobody closed the way'],
  ['ru', 'Охрана ЁЛКИ на границе'],
  ['zh', '候鸟及其栖息地的保护'],
  ['tags', '<b>Roads</b> & "quotes" for a % of it'],
]

for (const { name, databases } of bothDatabases) {
  describe(`full text on ${name}`, () => {
    let registry: Registry
    let index: SearchIndex
    beforeAll(async () => {
      await databases.start()
      registry = await openRegistry(await databases.fresh(), () => inSession)
      await ok(loadActs(registry, readFolder(concord) as Folder))
      for (const [id, what] of texts) await ok(enact(registry, 'concord', noteOf(id, what), secretariat))
      index = new SearchIndex(registry)
    })
    afterAll(async () => {
      await registry?.close()
      await databases.stop()
    })

    const head = () => registry.record('concord').position
    async function search(asked: string, more: object = {}): Promise<TextHits> {
      const result = await index.search('concord', {
        asked,
        position: head(),
        most: 20,
        without: [],
        already: 0,
        ...more,
      })
      if (isRefusal(result)) throw new Error(result.message)
      return result
    }
    const ids = async (asked: string, more: object = {}) =>
      (await search(asked, more)).hits
        .map(({ position }) => registry.record('concord').entries()[position - 1]?.id)
        .sort()

    const cases = [
      { says: 'another form of the word', asked: 'road borders', already: 5, finds: ['road', 'roads'] },
      { says: 'some of the words, when few have all', asked: 'bridge border', finds: ['bridge', 'road', 'roads'] },
      { says: 'all of the words, when enough was found elsewhere', asked: 'bridge border', already: 5, finds: [] },
      {
        says: 'Russian in another form, ё as е, capitals as small letters',
        asked: 'елка граница',
        already: 5,
        finds: ['ru'],
      },
      { says: 'Chinese words that do not stand side by side', asked: '候鸟保护', finds: ['zh'] },
      { says: 'what is nowhere', asked: 'atlantis', finds: [] },
      { says: 'nothing', asked: '', finds: [] },
    ]
    for (const { says, asked, finds, already = 0 } of cases) {
      test(says, async () => expect(await ids(asked, { already })).toEqual(finds))
    }

    test('every act is found by the names of those it concerns, in every language', async () => {
      expect((await search('utopia')).all).toBeGreaterThan(texts.length)
      const found = await ids('utopia', { without: [], already: 5, most: 100 })
      expect(found).toEqual(expect.arrayContaining(texts.map(([id]) => id)))
    })
    test('whether all words were found, or some, or none is worth searching for', async () => {
      expect((await search('bridge')).words).toBe('all')
      expect((await search('bridge atlantis')).words).toBe('some')
      for (const common of ['the of and', '%', '😀', '\ud800'])
        expect((await search(common)).words).toBe('none-to-search')
    })
    test('the words found are marked in a piece of the text, which is not changed', async () => {
      const [hit] = (await search('quotes')).hits
      expect(hit?.excerpt).toContain(`${markBegins}quotes${markEnds}`)
      expect(hit?.excerpt.replace(/[\uE000\uE001]/g, '')).toContain('<b>Roads</b> & "quotes"')
    })
    test('as known earlier, and without what no longer counts', async () => {
      const position = registry.record('concord').entry('road')?.position ?? 0
      expect(await ids('closed', { position })).toEqual(['road'])
      expect(await ids('closed', { position: position - 1 })).toEqual([])
      expect(await ids('closed', { without: [position] })).toEqual(['bridge'])
    })
    test('no more than asked for, and how many there are', async () => {
      const { hits, all } = await search('utopia', { most: 2 })
      expect(hits).toHaveLength(2)
      expect(all).toBeGreaterThan(2)
    })
    const hostile = [
      `'; drop table register; --`,
      `" & | ! ( ) <-> :* \\`,
      `${'word '.repeat(2_000)}`,
      'x'.repeat(10_000),
      '\0',
      '\ud800 lone \udc00',
      '$1 $2 {} [] %s',
    ]
    test.each(hostile)('hostile text %# gives an answer', async (asked) => {
      expect((await search(asked)).all).toBeGreaterThanOrEqual(0)
      expect(await ids('bridge')).toEqual(['bridge'])
    })

    test('what is entered later is found at once', async () => {
      await ok(enact(registry, 'concord', noteOf('late', 'A lighthouse'), secretariat))
      expect(await ids('lighthouses')).toEqual(['late'])
    })
    test('it holds nothing of its own: lost, or of another version, it is made again', async () => {
      const { pool } = registry.database
      const before = await ids('utopia', { already: 5 })
      await pool.query('delete from search_text')
      await pool.query('update search_made set version = 0')
      expect(await ids('utopia', { already: 5 })).toEqual(before)
      await pool.query('drop table search_text, search_made')
      expect(await ids('utopia', { already: 5 })).toEqual(before)
    })
    test('two indexes at once, as of two processes, make it once', async () => {
      const { pool } = registry.database
      await pool.query('drop table search_text, search_made')
      await Promise.all([index, new SearchIndex(registry)].map((one) => one.catchUp('concord')))
      const { rows } = await pool.query('select count(*) as rows, max(position) as last from search_text')
      expect(rows.map((row) => [Number(row.rows), Number(row.last)])).toEqual([[head(), head()]])
    })
  })
}
