import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { get as getOverNetwork } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Table, tablesOf } from '../src/exchange/index.ts'
import { decodeEntries, type Entry, Fold } from '../src/record/index.ts'
import { Downloads, packageFiles, TooBusy } from '../src/routes/downloads.ts'
import { writeSqlite } from '../src/routes/sqlite.ts'
import { startBrowser } from './support/browser.ts'
import { everyKind, startServer, type TestServer } from './support/server.ts'

// Take it with you: what is given away is whole, says what it is, and can be used without us.

let house: TestServer
let folder: string
const records: Record<string, Fold> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-take-'))
  house = await startServer()
  for (const id of ['sco', 'concord']) {
    const lines = (await get(`/${id}/register.jsonl`)).body.split('\n').filter((line) => line !== '')
    records[id] = new Fold(id, decodeEntries(lines) as Entry[])
  }
})
afterAll(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

const recordOf = (id: string) => records[id] as Fold
const rowsIn = (tables: readonly Table[], name: string) => tables.find((table) => table.name === name)?.rows ?? []
const get = (url: string, headers: Record<string, string> = {}) => house.server.inject({ url, headers })

/** The rows of a CSV file as a program reads them: an empty cell is nothing. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  expect(rows.pop()).toEqual([])
  return rows
}

const readable: Record<string, (cell: string) => boolean> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell),
  boolean: (cell) => cell === 'true' || cell === 'false',
  datetime: (cell) => new Date(cell).toISOString() === cell,
  object: (cell) => typeof JSON.parse(cell) === 'object',
}

interface Descriptor {
  readonly [name: string]: unknown
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly bytes: number
    readonly hash: string
    readonly schema: {
      readonly fields: readonly {
        readonly name: string
        readonly type: string
        readonly format?: string
        readonly constraints?: { readonly required?: boolean; readonly enum?: string[]; readonly pattern?: string }
      }[]
      readonly primaryKey: readonly string[]
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[]
        readonly reference: { readonly resource?: string; readonly fields: readonly string[] }
      }[]
    }
  }[]
}

describe.each(['sco', 'concord'])('the data package of %s', (id) => {
  let files: ReadonlyMap<string, string>
  beforeAll(() => {
    const fold = recordOf(id)
    files = new Map(packageFiles(fold, fold.position, tablesOf(fold)).map(({ path, text }) => [path, text]))
  })

  test('says what it is, in the terms of the standard', () => {
    const descriptor: Descriptor = JSON.parse(files.get('datapackage.json') ?? '')
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: expect.stringMatching(/^[a-z0-9._-]+$/),
      version: String(recordOf(id).position),
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
      contributors: [{ title: expect.any(String), roles: ['compiler'] }],
      licenses: [{ path: 'LICENCE.md' }],
    })
    expect([...files.keys()].sort()).toEqual(
      ['datapackage.json', 'README.md', 'LICENCE.md', ...descriptor.resources.map((r) => r.path)].sort(),
    )
    for (const { path = '' } of descriptor.sources as { path?: string }[]) expect(path).toMatch(/^$|^https?:\/\//)
    for (const resource of descriptor.resources) {
      const text = files.get(resource.path) ?? ''
      expect(resource.bytes, resource.name).toBe(Buffer.byteLength(text))
      expect(resource.hash, resource.name).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
    }
  })

  test('every cell is of its type, every key is there once, every reference leads to a row', () => {
    const all = files
    const { resources }: Descriptor = JSON.parse(all.get('datapackage.json') ?? '')
    const values = new Map<string, Set<string>>()
    const tables = resources.map((resource) => {
      const [names = [], ...rows] = parsed(all.get(resource.path) ?? '')
      expect(names).toEqual(resource.schema.fields.map((field) => field.name))
      for (const [index, name] of names.entries())
        values.set(`${resource.name}.${name}`, new Set(rows.map((row) => row[index] ?? '')))
      return { resource, names, rows }
    })
    const wrong: string[] = []
    for (const { resource, names, rows } of tables) {
      const { fields, primaryKey, foreignKeys = [] } = resource.schema
      for (const [index, field] of fields.entries()) {
        const { required = false, enum: allowed, pattern = '.*' } = field.constraints ?? {}
        for (const row of rows) {
          const cell = row[index] ?? 'no cell'
          const right =
            cell === ''
              ? !required
              : readable[field.type]?.(cell) &&
                (allowed === undefined || allowed.includes(cell)) &&
                new RegExp(`^${pattern}$`, 's').test(cell) &&
                (field.format !== 'uri' || URL.canParse(cell))
          if (!right) wrong.push(`${resource.name}.${field.name}: "${cell}"`)
        }
      }
      const keys = rows.map((row) => primaryKey.map((name) => row[names.indexOf(name)]).join('\t'))
      if (new Set(keys).size !== keys.length) wrong.push(`${resource.name} has a key twice`)
      for (const { fields: from, reference } of foreignKeys) {
        const index = names.indexOf(from[0] ?? '')
        const to = values.get(`${reference.resource ?? resource.name}.${reference.fields[0]}`)
        for (const row of rows)
          if (row[index] !== '' && !to?.has(row[index] ?? '')) wrong.push(`${resource.name}.${from}: ${row[index]}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('is the same whenever it is made', async () => {
    const [first, second] = [new Downloads(), new Downloads()]
    const fold = recordOf(id)
    expect((await first.package(fold, fold.position)).etag).toBe((await second.package(fold, fold.position)).etag)
    expect((await first.sqlite(fold, fold.position)).etag).toBe((await second.sqlite(fold, fold.position)).etag)
    expect((await first.package(fold, fold.position - 1)).etag).not.toBe(
      (await first.package(fold, fold.position)).etag,
    )
  })

  test('no row is lost because another has its key', () => {
    const tables = tablesOf(recordOf(id))
    const acts = rowsIn(tables, 'acts')
    const counting = (kind: string) => acts.filter((row) => row.kind === kind && row.counts).length
    expect(acts).toHaveLength(recordOf(id).position)
    const tableOfKind = {
      meetings: 'meeting-held',
      decisions: 'decision-recorded',
      instruments: 'instrument-signed',
      exercises: 'exercise-held',
      programmes: 'programme-recorded',
      reported_stances: 'stance-reported',
      disputes: 'dispute-recorded',
      dispute_events: 'dispute-developed',
      texts: 'text-described',
      paragraphs: 'paragraph-abstracted',
      statements: 'statement-reported',
      relations: 'relation-established',
      memberships: 'membership-recorded',
      figures: 'figure-stated',
      sources: 'source-described',
      coverage: 'coverage-stated',
      statuses: 'status-granted',
    }
    for (const [name, kind] of Object.entries(tableOfKind))
      expect(rowsIn(tables, name), name).toHaveLength(counting(kind))
  })
})

describe('the SQLite file', () => {
  let database: DatabaseSync
  beforeAll(async () => {
    const path = join(folder, 'record.sqlite')
    await writeSqlite(tablesOf(recordOf('sco')), path)
    database = new DatabaseSync(path, { readOnly: true })
  })
  afterAll(() => database.close())
  const all = (sql: string) => database.prepare(sql).all() as Record<string, string | number | null>[]

  test('is sound, and every reference leads to a row', () => {
    expect(all('pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
    expect(all('pragma foreign_key_check')).toEqual([])
  })
  test('explains every table and every column of it', () => {
    const said = new Set(all('select * from readme').map((row) => `${row.table_name}.${row.column_name}`))
    for (const { name, columns, rows } of tablesOf(recordOf('sco'))) {
      for (const column of Object.keys(columns)) expect(said).toContain(`${name}.${column}`)
      expect(all(`select count(*) as rows from ${name}`)[0]?.rows, name).toBe(rows.length)
    }
  })
  test('its questions are answered', () => {
    const [status, years, sources] = all('select sql from queries order by rowid').map(({ sql }) => all(String(sql)))
    expect(status).toHaveLength(27)
    expect(years?.length).toBeGreaterThan(100)
    expect(sources?.length).toBeGreaterThan(100)
  })
})

describe('downloads', () => {
  test('are whole, named, and not sent again to whoever has them', async () => {
    for (const [path, type, begins] of [
      ['/sco/package.zip', 'application/zip', 'PK\x03\x04'],
      ['/sco/record.sqlite', 'application/vnd.sqlite3', 'SQLite format 3\0'],
    ] as const) {
      const { statusCode, headers, rawPayload } = await get(path)
      expect([statusCode, headers['content-type'], Number(headers['content-length'])]).toEqual([
        200,
        type,
        rawPayload.length,
      ])
      expect(rawPayload.toString('latin1', 0, begins.length)).toBe(begins)
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="sco-(package-\d+\.zip|record-\d+\.sqlite)"$/,
      )
      const again = await get(path, { 'if-none-match': String(headers.etag) })
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    }
  })
  test('are made once, however many ask at once', async () => {
    const downloads = new Downloads()
    const fold = recordOf('concord')
    const made = await Promise.all(Array.from({ length: 5 }, () => downloads.sqlite(fold, fold.position)))
    expect(new Set(made).size).toBe(1)
    expect(downloads.made).toBe(1)
    await downloads.sqlite(fold, 5)
    expect(downloads.made).toBe(2)
  })
  test('however many are asked for at once, nobody waits for all of them', async () => {
    const downloads = new Downloads()
    const asked = Array.from({ length: 12 }, (_, index) => downloads.package(recordOf('concord'), 10 + index))
    const results = await Promise.allSettled(asked)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(TooBusy)
    expect((await downloads.package(recordOf('concord'), 21)).bytes.length).toBeGreaterThan(0)
  })
  test('as known earlier', async () => {
    const { resources } = JSON.parse(
      packageFiles(recordOf('sco'), 463, tablesOf(recordOf('sco'), 463))[0]?.text ?? '',
    ) as Descriptor
    expect(resources.find(({ name }) => name === 'acts')).toBeDefined()
    const early = await get('/sco/package.zip?known=463')
    expect(early.headers['content-disposition']).toContain('sco-package-463.zip')
    expect(early.rawPayload.length).toBeLessThan((await get('/sco/package.zip')).rawPayload.length / 2)
  })
  const refused = [
    ['/nobody/package.zip', 404, 'No organisation is kept under'],
    ['/sco/record.sqlite?known=long-ago', 400, 'is neither a register position nor a date nor a time'],
    ['/sco/changes.atom?on=yesterday', 400, 'is not a day'],
  ] as const
  test.each(refused)('%s is refused with a reason', async (path, code, says) => {
    const { statusCode, body } = await get(path)
    expect(statusCode).toBe(code)
    expect(body).toContain(says)
  })
  test('a reader who goes away half-way leaves nothing behind, and the next is served', async () => {
    const [before, own] = [process.env.TMPDIR, await mkdtemp(join(folder, 'own-'))]
    process.env.TMPDIR = own
    for (const wait of [0, 1, 5]) {
      await new Promise<void>((resolve) => {
        const asked = getOverNetwork(`${house.url}/sco/record.sqlite?known=${1000 + wait}`, (response) =>
          response.once('data', () => response.destroy()).once('close', resolve),
        )
        asked.on('error', () => resolve())
        if (wait > 0) setTimeout(() => asked.destroy(), wait)
      })
    }
    const { statusCode, rawPayload } = await get('/sco/record.sqlite?known=1006')
    expect([statusCode, rawPayload.toString('latin1', 0, 6)]).toEqual([200, 'SQLite'])
    expect(readdirSync(own)).toEqual([])
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
})

describe('a page in its other forms', () => {
  test.each(everyKind.filter((address) => address !== '/organisations'))('%s', async (address) => {
    const [path = '', query = ''] = address.split('?')
    const form = (ending: string) => get(`${path.replace(/\/$/, '')}.${ending}${query ? `?${query}` : ''}`)
    const bib = await form('bib')
    expect([bib.statusCode, bib.headers['content-type']]).toEqual([200, 'application/x-bibtex; charset=utf-8'])
    expect(bib.body).toMatch(/^@misc\{[A-Za-z0-9-]+,\n( {2}[a-z]+ = \{.*\},\n)+ {2}[a-z]+ = \{.*\}\n\}\n$/)
    const linked = await form('jsonld')
    expect([linked.statusCode, linked.headers['content-type']]).toEqual([200, 'application/ld+json; charset=utf-8'])
    expect(JSON.parse(linked.body)).toMatchObject({ '@context': 'https://schema.org', '@type': 'WebPage' })
    const page = (await get(address)).body
    expect(page).toContain('<summary>Cite this page</summary>')
    // The citation leads to the page as it stands now, whatever is entered later.
    const url = / url = \{(.*)\}/.exec(bib.body)?.[1] ?? ''
    const { pathname, search } = new URL(url)
    const title = /<title>(.*?)<\/title>/.exec(page)?.[1]
    expect(/<title>(.*?)<\/title>/.exec((await get(pathname + search)).body)?.[1]).toBe(title)
  })
  const things: readonly [string, object][] = [
    ['/sco.jsonld', { isPartOf: { '@type': 'Dataset', distribution: expect.any(Array), version: expect.any(String) } }],
    [
      '/sco/meetings/chs-2022-samarkand.jsonld',
      { mainEntity: { '@type': 'Event', startDate: '2022-09-15', endDate: '2022-09-16' } },
    ],
    [
      '/sco/instruments/shanghai-convention-2001.jsonld',
      { mainEntity: { '@type': 'Legislation', legislationDate: '2001-06-15' } },
    ],
    [
      '/sco/decisions/d-2001-establishment.jsonld',
      { mainEntity: { '@type': 'CreativeWork', citation: expect.any(Array) } },
    ],
    ['/sco/participants/IND.jsonld', { mainEntity: { identifier: 'IND', memberOf: expect.any(Array) } }],
    ['/sco/participants/UN.jsonld', { mainEntity: { '@type': 'Organization' } }],
  ]
  test.each(things)('%s says what it is about', async (address, about) => {
    expect(JSON.parse((await get(address)).body)).toMatchObject(about)
  })
  test('what is not there is refused in every form', async () => {
    for (const ending of ['json', 'bib', 'jsonld'])
      expect((await get(`/sco/participants/XXX.${ending}`)).statusCode).toBe(404)
  })
})

interface FeedSeen {
  readonly errors: number
  readonly root: string
  readonly feed: readonly string[]
  readonly entries: readonly (readonly string[])[]
  readonly ids: readonly string[]
  readonly updated: readonly string[]
}

describe('in a real browser', () => {
  test('the feed is well-formed XML with what the standard asks for, and pages lead to it without breaking the policy', async () => {
    const { browser, close } = await startBrowser()
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      await page.goto(`${house.url}/sco/changes`)
      expect(complaints).toEqual([])
      const href = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
      const feed = await get(href ?? '')
      expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
      const seen = await page.evaluate<FeedSeen>(`(() => {
        const xml = new DOMParser().parseFromString(${JSON.stringify(feed.body)}, 'application/xml')
        const children = (of) => [...of.children].map((child) => child.localName)
        const texts = (name) => [...xml.querySelectorAll(name)].map((one) => one.textContent)
        return {
          errors: xml.querySelectorAll('parsererror').length,
          root: xml.documentElement.namespaceURI + ' ' + xml.documentElement.localName,
          feed: children(xml.documentElement).filter((name) => name !== 'entry'),
          entries: [...xml.querySelectorAll('entry')].map(children),
          ids: texts('id'),
          updated: texts('updated'),
        }
      })()`)
      expect(seen).toMatchObject({ errors: 0, root: 'http://www.w3.org/2005/Atom feed' })
      expect(seen.feed).toEqual(['id', 'title', 'subtitle', 'updated', 'author', 'link', 'link'])
      expect(seen.entries.length).toBeGreaterThanOrEqual(5)
      for (const entry of seen.entries) expect(entry).toEqual(['id', 'title', 'updated', 'link', 'content'])
      expect(new Set(seen.ids).size).toBe(seen.ids.length)
      for (const id of seen.ids)
        expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(seen.updated.slice(1)).toEqual([...seen.updated.slice(1)].sort().reverse())
      await page.goto(`${house.url}/sco/bodies`)
      await page.getByText('Cite this page').click()
      expect(await page.locator('details.cite pre').innerText()).toContain('@misc{sco-bodies-')
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })
})

test('the page to take it from names every table, and everything it offers is there', async () => {
  const { body } = await get('/sco/take')
  for (const { name, says } of tablesOf(recordOf('sco'))) {
    expect(body).toContain(`<code>${name}</code>`)
    expect(body).toContain(says.slice(0, 20))
  }
  const data = JSON.parse((await get('/sco/take.json')).body)
  for (const file of data.files) expect((await get(file)).statusCode, file).toBe(200)
  expect(data.tables).toHaveLength(tablesOf(recordOf('sco')).length)
  expect((await get('/sco/take.csv')).body.split('\r\n')[0]).toBe('table,title,rows,says')
})
