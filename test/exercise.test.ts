import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkOrganisation, loadFolder, Registry } from '../src/registry/index.ts'
import { addressesOf, buildServer } from '../src/routes/server.ts'
import type { Day } from '../src/rules/index.ts'
import { startBrowser } from './support/browser.ts'
import { ok } from './support/databases.ts'
import { concord } from './support/folders.ts'
import { sheetsOf, textOfPdf } from './support/pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-exercise-'))
let registry: Registry
let server: FastifyInstance
/** The same for others: seats are not open. */
let closed: FastifyInstance

beforeAll(async () => {
  registry = await ok(Registry.open({ dataFolder: folder, databaseUrl: undefined }))
  await ok(loadFolder(registry, concord))
  await ok(forkOrganisation(registry, { from: 'concord', on: '2033-06-06' as Day, as: 'drill' }))
  server = await buildServer(registry, { openSeats: true })
  closed = await buildServer(registry)
  await server.ready()
})
afterAll(async () => {
  await server?.close()
  await closed?.close()
  await registry?.close()
  rmSync(folder, { recursive: true, force: true })
})

const band = 'EXERCISE - not the position of any State'

/** One thing of each kind that the Concord has; of other kinds an address that leads nowhere, which says so as well. */
const things: Readonly<Record<string, string>> = {
  participants: 'UTO',
  bodies: 'council',
  meetings: 'council-8',
  decisions: 'supplement-of-2033',
  instruments: 'accord-on-stamps',
  sources: 'journal-2',
  register: 'participant/UTO',
}

/** Every address of an organisation, with one thing of each kind in each form. */
function addressesFor(organisation: string): string[] {
  // What goes on for ever is no page; it tells only that pages should be read again.
  const own = addressesOf(server).filter(
    (address) => address.startsWith('/:organisation') && address !== '/:organisation/live',
  )
  return own.flatMap((address) => {
    const path = address.replace(':organisation', organisation)
    if (!path.includes('*') && !path.includes(':')) return [path]
    const [, , part = ''] = path.split('/')
    const one = path.replace(/(\*|:\w+)/, things[part] ?? 'nothing')
    return ['', '.json', '.csv', '.bib', '.jsonld'].map((form) => `${one}${form}`)
  })
}

describe('every address of an exercise says so, and none of the record it was made from', () => {
  test('there are many, of every kind', () => {
    const addresses = addressesFor('drill')
    expect(addresses.length).toBeGreaterThan(150)
    for (const one of [
      '/drill',
      '/drill/day.json',
      '/drill/package.zip',
      '/drill/changes.atom',
      '/drill/register.jsonl',
    ])
      expect(addresses.map((address) => address.replace(/\/$/, ''))).toContain(one)
  })

  test('pages, data, feeds and files', async () => {
    const seen = new Map<string, number>()
    for (const address of addressesFor('drill')) {
      const { headers, body, statusCode } = await server.inject({ url: address })
      if (statusCode >= 300 && statusCode < 400) {
        expect(headers['x-exercise'], address).toContain(band)
        continue
      }
      const type = String(headers['content-type']).split(';')[0] as string
      seen.set(type, (seen.get(type) ?? 0) + 1)
      switch (type) {
        case 'text/html':
          expect(body, address).toContain(`<strong>${band}</strong>`)
          expect(body, address).toContain('<title>Exercise: ')
          break
        case 'application/json':
          expect(JSON.parse(body), address).toMatchObject({
            exercise: true,
            exerciseSays: expect.stringContaining(band),
          })
          break
        case 'application/ld+json':
          if (statusCode === 200)
            expect(JSON.parse(body), address).toMatchObject({
              name: expect.stringMatching(/^Exercise: /),
              disambiguatingDescription: expect.stringContaining(band),
            })
          else expect(JSON.parse(body), address).toMatchObject({ exercise: true })
          break
        case 'application/x-bibtex':
          expect(body, address).toContain('title = {{Exercise: ')
          expect(body, address).toContain(band)
          expect(headers['content-disposition'], address).toContain('filename="exercise-')
          break
        case 'application/atom+xml':
          expect(body, address).toContain('<title>Exercise: ')
          expect(body, address).toContain(band)
          break
        default:
          expect(headers['content-disposition'], address).toContain('filename="exercise-')
      }
      expect(headers['x-exercise'], address).toContain(band)
    }
    for (const type of [
      'text/html',
      'application/json',
      'application/ld+json',
      'application/x-bibtex',
      'text/csv',
      'application/atom+xml',
      'application/zip',
      'application/vnd.sqlite3',
      'application/jsonl',
    ])
      expect(seen.get(type), type).toBeGreaterThan(0)
  }, 120_000)

  test('the record itself says nothing of the kind', async () => {
    for (const address of addressesFor('concord')) {
      const { headers, body } = await server.inject({ url: address })
      expect(headers['x-exercise'], address).toBeUndefined()
      expect(String(headers['content-disposition'] ?? ''), address).not.toContain('exercise-')
      if (!/zip|sqlite/.test(String(headers['content-type']))) expect(body, address).not.toContain(band)
    }
  }, 120_000)
})

describe('what is carried away from an exercise', () => {
  test('the package: its name, its title, its description, its readme and the name of each table', async () => {
    const { rawPayload } = await server.inject({ url: '/drill/package.zip' })
    const names = namesInZip(rawPayload)
    expect(names.filter((name) => name.endsWith('.csv')).every((name) => name.startsWith('data/exercise-'))).toBe(true)
    expect(names).toContain('data/exercise-acts.csv')
    const { packageFiles } = await import('../src/routes/downloads.ts')
    const { tablesOf } = await import('../src/exchange/index.ts')
    const fold = registry.record('drill')
    const files = packageFiles(fold, fold.position, tablesOf(fold, fold.position))
    const text = (path: string) => files.find((file) => file.path === path)?.text ?? ''
    expect(JSON.parse(text('datapackage.json'))).toMatchObject({
      name: 'exercise-drill-record',
      title: expect.stringMatching(/^Exercise: /),
      description: expect.stringContaining(band),
    })
    expect(text('README.md')).toContain(band)
    expect(text('README.md')).toContain('data/exercise-coverage.csv')
    expect(text('data/exercise-organisation.csv')).toContain('exercise,')
  })

  test('the SQLite file: the first line of its readme, and whose record it was', async () => {
    const { rawPayload } = await server.inject({ url: '/drill/record.sqlite' })
    const path = join(folder, 'drill.sqlite')
    writeFileSync(path, rawPayload)
    const database = new DatabaseSync(path)
    expect(database.prepare('select says from readme').get()).toMatchObject({ says: expect.stringContaining(band) })
    const row = database.prepare('select edition, forked_from, forked_on from organisation').get()
    expect({ ...row }).toEqual({ edition: 'exercise', forked_from: 'concord', forked_on: '2033-06-06' })
    database.close()
  })
})

describe('on paper', () => {
  test('every sheet of an exercise says so, and none of the record', async () => {
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    const { browser, close } = await startBrowser()
    try {
      const page = await browser.newPage()
      const printed = async (path: string) => {
        await page.goto(`${address}${path}`)
        const pdf = await page.pdf({ format: 'A4' })
        // Where a line ends there is no space.
        const said = textOfPdf(pdf).replaceAll(' ', '').split(band.replaceAll(' ', '')).length - 1
        return { said, sheets: sheetsOf(pdf) }
      }
      const drill = await printed('/drill/rules')
      expect(drill.sheets).toBeGreaterThan(1)
      // In the margin of each; besides at the head of the first and in how the page is cited.
      expect(drill.said).toBe(drill.sheets + 2)
      expect((await printed('/concord/rules')).said).toBe(0)
    } finally {
      await close()
    }
  }, 60_000)
})

describe('exercises and records are kept apart', () => {
  test('the list of organisations has them under a heading of their own', async () => {
    const { body } = await server.inject({ url: '/organisations' })
    const [before = '', after = ''] = body.split('<h2>Exercises</h2>')
    expect(before).toContain('One organisation is kept here')
    expect(before).not.toContain('/drill/')
    expect(after).toContain('href="/drill/"')
    expect(after).toContain('From the record of “concord” as of 6 June 2033.')
  })
  test('as data each says which it is', async () => {
    const { body } = await server.inject({ url: '/organisations.json' })
    const all = JSON.parse(body) as { id: string; exercise?: boolean }[]
    expect(all.map(({ id, exercise }) => [id, exercise])).toEqual([
      ['concord', undefined],
      ['drill', true],
    ])
  })
  test('an exercise is never the front of the house while there is anything else', async () => {
    expect((await server.inject({ url: '/' })).headers.location).toBe('/concord/')
  })
  test('a search finds nothing of the other', async () => {
    const found = async (id: string) => (await server.inject({ url: `/${id}/search.json?q=stamps` })).body
    expect(await found('concord')).not.toContain('drill')
    expect(JSON.parse(await found('drill'))).toMatchObject({ organisation: 'drill', exercise: true })
  })
})

describe('the page that makes one', () => {
  const send = (fields: object, headers: object = {}, to = server) =>
    to.inject({
      method: 'POST',
      url: '/concord/fork',
      payload: new URLSearchParams(fields as Record<string, string>).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    })

  test('offers a day of the record and an id that is free', async () => {
    const { body } = await server.inject({ url: '/concord/fork?on=2032-10-04' })
    expect(body).toContain('value="2032-10-04"')
    expect(body).toContain('concord-2032')
    expect(body).not.toContain(band)
  })
  test('leads to a seat in the new exercise', async () => {
    const { statusCode, headers } = await send({ on: '2032-10-04', as: 'by-form' })
    expect([statusCode, headers.location]).toEqual([303, '/by-form/seat'])
    expect(registry.record('by-form').position).toBeGreaterThan(0)
  })
  test('names it after the day that was chosen, not the one first shown, where no id is given', async () => {
    expect((await send({ on: '2031-12-31', as: ' ' })).headers.location).toBe('/concord-2031/seat')
    expect((await send({ on: '2031-12-30', as: '' })).headers.location).toBe('/concord-2031-2/seat')
  })
  test.each([
    { says: 'an id in use', fields: { on: '2032-10-04', as: 'drill' }, code: 409, words: 'in use already' },
    { says: 'no day', fields: { on: 'soon', as: 'new-1' }, code: 400, words: 'is not a day' },
    {
      says: 'the day after the last',
      fields: { on: '2034-01-01', as: 'new-1' },
      code: 400,
      words: 'does not cover 2034-01-01',
    },
    { says: 'nothing at all', fields: {}, code: 400, words: 'is not a day' },
  ])('says what is wrong and keeps what was typed: $says', async ({ fields, code, words }) => {
    const { statusCode, body } = await send(fields)
    expect(statusCode).toBe(code)
    expect(body).toContain('No exercise was made')
    expect(body).toContain(words)
    if ('as' in fields) expect(body).toContain(`value="${fields.as}"`)
    expect(registry.organisations()).not.toContain('new-1')
  })
  test('sent from another site it makes nothing', async () => {
    const { statusCode } = await send({ on: '2032-10-04', as: 'by-others' }, { 'sec-fetch-site': 'cross-site' })
    expect(statusCode).toBe(403)
    expect(registry.organisations()).not.toContain('by-others')
  })
  test('where seats are not open it makes nothing and says who does', async () => {
    expect((await closed.inject({ url: '/concord/fork' })).statusCode).toBe(403)
    const { statusCode, body } = await send({ on: '2032-10-04', as: 'closed' }, {}, closed)
    expect(statusCode).toBe(403)
    expect(body).toContain('chancery fork concord')
    expect(registry.organisations()).not.toContain('closed')
  })
  test('the second door of the first page leads there only where it opens', async () => {
    expect((await server.inject({ url: '/concord/' })).body).toContain('href="/concord/fork"')
    const { body } = await closed.inject({ url: '/concord/' })
    expect(body).not.toContain('href="/concord/fork"')
    expect(body).toContain('chancery fork concord --on')
  })
})

/** The names of the files in a ZIP archive, from its directory at the end. */
function namesInZip(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; ) {
    const length = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, at + 46 + length))
    at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  }
  return names
}
