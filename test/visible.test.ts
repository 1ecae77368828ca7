import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Circle, momentIn, type Seat, visible } from '../src/record/index.ts'
import { exportRegister } from '../src/registry/exchange-file.ts'
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts'
import { of, secretariat } from './support/negotiating.ts'
import { Planting } from './support/planting.ts'
import { routesOf } from './support/routes.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Every address of the house, asked from every kind of seat: a word shows where the gate lets it, and nowhere else.

const proposals = ['text-public', 'text-participants', 'text-body', 'text-secretariat', 'quiet', 'going']

/** What stands for `*` and for `:name` behind an address; a new one has to be said here. */
const named: Readonly<Record<string, readonly string[]>> = {
  '/*': [],
  '/assets/zh/:blocks.css': [],
  '/assets/zh/:block.woff2': [],
  '/invitation/:token': ['none'],
  '/:organisation/run/*': ['proposals', 'proposals/none'].concat(
    proposals.flatMap((one) => [`proposals/${one}`, `proposals/${one}.json`]),
  ),
  '/:organisation/run/meetings/*': ['sitting', 'sitting.json', 'none'],
  '/api/:organisation/proposals/*': proposals,
  '/api/:organisation/meetings/*': ['sitting', 'none'],
  '/:organisation/decisions/*': [...proposals, 'text-body.json', 'text-body.jsonld'],
  '/:organisation/meetings/*': ['sitting', 'sitting.json'],
  '/:organisation/register/*': ['zq1x', 'zq2x', 'zq2x.json', 'note-body', 'note-body.json'],
  '/:organisation/participants/*': ['ERE', 'ERE.json', 'ERE.csv'],
  '/:organisation/bodies/*': ['council', 'council.json'],
  '/:organisation/rules/*': ['silence', 'silence.json'],
  '/:organisation/sources/*': ['rules-of-procedure'],
  ...Object.fromEntries(
    [
      'disputes',
      'programmes',
      'instruments',
      'exercises',
      'texts',
      'topics',
      'statements',
      'neighbours',
      'figures',
    ].map((one) => [`/:organisation/${one}/*`, [...proposals, 'none']]),
  ),
}

/** Not asked: it does not end. `src/routes/live.test.ts` asks it over real connections. */
const streams = new Set(['/:organisation/live', '/api/:organisation/events'])

function addresses(declared: readonly string[]): string[] {
  return declared
    .filter((one) => !streams.has(one))
    .flatMap((one) => {
      const path = one.replace(/:organisation/, 'concord')
      if (/:decision\b/.test(path)) return proposals.map((id) => path.replace(/:decision\b/, id))
      if (!/[:*]/.test(path)) return [path]
      const fills = named[one]
      if (!fills) throw new Error(`test/visible.test.ts does not know what to ask ${one} for`)
      return fills.map((fill) => path.replace(/:\w+|\*/, fill))
    })
}

/** Some seats at every run of the tests, CHANCERY_WALK=all for every kind. */
const isShort = process.env.CHANCERY_WALK !== 'all'
const inShort = new Set(['public', 'delegation:ERE', 'delegation:LIL', 'delegation:LAP', 'secretariat'])
const everySeat: Readonly<Record<string, Seat>> = {
  public: { kind: 'public' },
  'delegation:ERE': of('ERE'),
  'delegation:ARC': of('ARC'),
  'delegation:LIL': of('LIL'),
  'delegation:UTO': of('UTO'),
  'delegation:BEN': of('BEN'),
  'delegation:LAP': of('LAP'),
  secretariat,
}

const seats = Object.fromEntries(Object.entries(everySeat).filter(([name]) => !isShort || inShort.has(name)))

let house: SeatsHouse
let planting: Planting
const visitors = new Map<string, Visitor>()
let paths: string[]

beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  planting = new Planting(house.registry)
  await planting.everything()
  for (const seat of Object.keys(seats)) {
    const visitor = house.visitor()
    if (seat !== 'public') expect((await visitor.post('/concord/seat', { seat })).statusCode).toBe(303)
    visitors.set(seat, visitor)
  }
  const words = house.registry
    .record('concord')
    .allEntries()
    .slice(-40)
    .flatMap(({ act }) => wordsIn(JSON.stringify(act)))
  paths = [
    ...addresses(routesOf(house.server)),
    ...words.slice(0, 30).flatMap((word) => [`/concord/search?q=${word}&former=yes`, `/concord/search.json?q=${word}`]),
    '/concord/register?page=2',
    '/concord/register.json?page=2',
    '/concord/changes?known=99999',
    '/concord/day?on=2034-01-09',
    '/concord/day.json?on=2034-01-09',
  ]
}, 60_000)
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

function wordsIn(text: string): string[] {
  return [...new Set(text.match(/zq\d+x/g) ?? [])]
}

/** What a seat may read, by the gate. */
function mayRead(seat: Seat): ReadonlySet<string> {
  const fold = house.registry.record('concord')
  const { at, on } = momentIn(fold, house.registry.now())
  const circle = new Circle(fold.at(on as never))
  const seen = fold.allEntries().filter((entry) => visible(circle, entry, seat, at))
  return new Set(seen.flatMap(({ act }) => wordsIn(JSON.stringify(act))))
}

async function ask(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path)
  expect([path, response.statusCode < 500]).toEqual([path, true])
  const bytes = response.rawPayload
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  return `${response.statusCode} ${String(response.headers.location ?? '')} ${isZip ? unzipped(bytes) : bytes.toString('latin1')}`.replace(
    anyId,
    'id',
  )
}

/** A form has a new one each time that it is shown. */
const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The files of an archive, one after the other. */
function unzipped(bytes: Buffer): string {
  const texts: string[] = []
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const size = bytes.readUInt32LE(at + 20)
    const head = bytes.readUInt32LE(at + 42)
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
    const part = bytes.subarray(from, from + size)
    texts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString('latin1'))
  }
  expect(texts.join('').length).toBeGreaterThan(1_000)
  return texts.join('\n')
}

/** An address that itself holds a word gives it back, and tells nothing. */
const found = (path: string, text: string) => wordsIn(text).filter((word) => !path.includes(word))

describe('what is under seal, asked for at every address', { timeout: 120_000 }, () => {
  test('there are addresses to ask', () => expect(paths.length).toBeGreaterThan(200))

  for (const [name, seat] of Object.entries(seats)) {
    test(`${name} reads what the gate lets it read`, async () => {
      const may = mayRead(seat)
      const read = new Set<string>()
      const leaks: string[] = []
      for (const path of paths) {
        for (const word of found(path, await ask(visitors.get(name) as Visitor, path))) {
          read.add(word)
          if (!may.has(word)) leaks.push(`${path}: ${word}`)
        }
      }
      expect(leaks).toEqual([])
      // It is not the walk that sees nothing.
      if (may.size > 0) expect(read.size).toBeGreaterThan(may.size / 3)
    })
  }

  test('a session that has ended is the public', async () => {
    const visitor = house.visitor()
    await visitor.post('/concord/seat', { seat: 'delegation:ERE' })
    const kept = new Map(visitor.cookies)
    await visitor.post('/concord/seat/leave')
    for (const [key, value] of kept) visitor.cookies.set(key, value)
    const may = mayRead({ kind: 'public' })
    for (const path of paths.filter((one) => one.includes('/run')))
      expect([path, found(path, await ask(visitor, path)).filter((word) => !may.has(word))]).toEqual([path, []])
  })

  test('nor does a file of the register hold it', async () => {
    const out = join(temporaryFolder(), 'register.jsonl')
    await exportRegister(house.registry, 'concord', out)
    expect(wordsIn(readFileSync(out, 'utf8'))).toEqual([])
  })
})

describe('who may not see an act cannot tell that it was done', { timeout: 120_000 }, () => {
  // The register shows that something was entered; and where the walk gives a wrong key, guesses are counted.
  const without = (path: string) => !/\/register\b|register\.json|\/invitation\/|waiting\.(atom|ics)/.test(path)
  test('the same bytes before and after', async () => {
    const before = new Map<string, string>()
    const asking = isShort ? ['delegation:LIL'] : ['public', 'delegation:LIL', 'delegation:LAP', 'delegation:BEN']
    for (const name of asking)
      for (const path of paths.filter(without))
        before.set(`${name} ${path}`, await ask(visitors.get(name) as Visitor, path))
    await planting.enter(of('ERE'), {
      kind: 'position-taken',
      decision: 'text-body',
      participant: 'ERE',
      position: 'objects',
      revision: 1,
      says: planting.word(),
    })
    await planting.enter(of('ERE'), {
      kind: 'statement-made',
      decision: 'text-participants',
      participant: 'ERE',
      type: 'reservation',
      says: planting.word(),
    })
    await planting.enter(of('ERE'), {
      kind: 'position-taken',
      decision: 'text-public',
      participant: 'ERE',
      position: 'no-objection',
      revision: 1,
    })
    await planting.enter(secretariat, {
      kind: 'note-registered',
      direction: 'out',
      number: '3',
      date: '2034-01-09',
      participant: 'ERE',
      says: planting.word(),
    })
    const changed: string[] = []
    for (const name of asking)
      for (const path of paths.filter(without))
        if ((await ask(visitors.get(name) as Visitor, path)) !== before.get(`${name} ${path}`))
          changed.push(`${name} ${path}`)
    expect(changed).toEqual([])
  })
})
