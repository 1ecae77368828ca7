import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../src/cli/main.ts'
import { Circle, lastSeen, momentIn, type Seat, visible } from '../src/record/index.ts'
import { exportRegister } from '../src/registry/exchange-file.ts'
import { aboutOf } from '../src/routes/live-audience.ts'
import { newDataFolder } from './support/databases.ts'
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts'
import { type Listener, listen } from './support/listener.ts'
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
  '/:organisation/claims/*': [...proposals, 'decides-nothing', 'decides-nothing.json', 'none'],
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

/** Not asked like a page, for it does not end: each seat follows it over a connection while all is entered. */
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
let dataFolder: string
let isClosed = false
let planting: Planting
const visitors = new Map<string, Visitor>()
const listeners = new Map<string, Listener>()
let paths: string[]
/** What a seat was given at an address, for whoever compares with it later. */
const given = new Map<string, string>()

beforeAll(async () => {
  dataFolder = await newDataFolder()
  house = await seatsHouse({ openSeats: true }, { dataFolder })
  planting = new Planting(house.registry)
  const url = await house.server.listen({ host: '127.0.0.1', port: 0 })
  for (const seat of Object.keys(seats)) {
    const visitor = house.visitor()
    if (seat !== 'public') expect((await visitor.post('/concord/seat', { seat })).statusCode).toBe(303)
    visitors.set(seat, visitor)
    const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
    listeners.set(seat, await listen(`${url}/concord/live`, { cookie }))
  }
  await planting.everything()
  const words = house.registry
    .record('concord')
    .allEntries()
    .slice(-40)
    .flatMap(({ act }) => wordsIn(JSON.stringify(act)))
  paths = [
    ...addresses(routesOf(house.server)),
    ...words
      .slice(0, 30)
      .map((word, nth) => (nth % 2 === 0 ? `/concord/search?q=${word}&former=yes` : `/concord/search.json?q=${word}`)),
    '/concord/register?page=2',
    '/concord/register.json?page=2',
    '/concord/changes?known=99999',
    '/concord/day?on=2034-01-09',
    '/concord/day.json?on=2034-01-09',
  ]
}, 60_000)
afterAll(async () => {
  for (const listener of listeners.values()) listener.leave()
  if (!isClosed) await house?.close()
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

/** The position in the register of what a seat heard last. */
const lastHeardBy = (name: string) => Number(listeners.get(name)?.events.at(-1)?.split(' ')[1])

/** An address that itself holds a word gives it back, and tells nothing. */
const found = (path: string, text: string) => wordsIn(text).filter((word) => !path.includes(word))

/** Those for whom what follows compares. */
const compared = isShort ? ['delegation:LIL'] : ['public', 'delegation:LIL', 'delegation:LAP', 'delegation:BEN']

describe('what is under seal, asked for at every address', { timeout: 120_000 }, () => {
  test('there are addresses to ask', () => expect(paths.length).toBeGreaterThan(200))

  for (const [name, seat] of Object.entries(seats)) {
    test(`${name} reads what the gate lets it read`, async () => {
      const may = mayRead(seat)
      const read = new Set<string>()
      const leaks: string[] = []
      // The same file for everyone.
      for (const path of paths.filter((one) => name === 'public' || !one.startsWith('/assets/'))) {
        const text = await ask(visitors.get(name) as Visitor, path)
        if (compared.includes(name)) given.set(`${name} ${path}`, text)
        for (const word of found(path, text)) {
          read.add(word)
          if (!may.has(word)) leaks.push(`${path}: ${word}`)
        }
      }
      expect(leaks).toEqual([])
      // It is not the walk that sees nothing.
      if (may.size > 0) expect(read.size).toBeGreaterThan(may.size / 3)
    })
  }

  test.each(Object.entries(seats))('%s hears of what it may see, and of nothing else', async (name, seat) => {
    const fold = house.registry.record('concord')
    const { at, on } = momentIn(fold, house.registry.now())
    const circle = new Circle(fold.at(on as never))
    const seen = fold.allEntries().filter((entry) => visible(circle, entry, seat, at))
    await expect.poll(() => lastHeardBy(name)).toBe(lastSeen(circle, fold, seat, at))
    const events = listeners.get(name)?.events ?? []
    const positions = new Set(seen.map(({ position }) => position))
    const about = new Set(seen.flatMap(({ act }) => aboutOf(act)))
    for (const event of events) {
      const [, position, data = ''] = /^\w+ (\d+) (.*)$/.exec(event) ?? []
      expect([event, positions.has(Number(position))]).toEqual([event, true])
      const told = (JSON.parse(data) as { about?: readonly string[] }).about ?? []
      expect([event, told.filter((id) => !about.has(id))]).toEqual([event, []])
    }
    expect(events.length).toBeLessThanOrEqual(1 + seen.length)
    expect(wordsIn(events.join()).filter((word) => !mayRead(seat).has(word))).toEqual([])
  })

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
  /** What the stream told, without the signs of life that go to everybody when nothing is told for a while. */
  const told = (name: string) =>
    listeners
      .get(name)
      ?.text()
      .replaceAll(/^:.*\n+/gm, '')
  test('the same bytes before and after', async () => {
    const asking = compared.flatMap((name) => paths.filter(without).map((path) => [name, path] as const))
    for (const [name, path] of asking) {
      const key = `${name} ${path}`
      if (!given.has(key)) given.set(key, await ask(visitors.get(name) as Visitor, path))
    }
    const heard = compared.map(told)
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
    for (const [name, path] of asking)
      if ((await ask(visitors.get(name) as Visitor, path)) !== given.get(`${name} ${path}`))
        changed.push(`${name} ${path}`)
    expect(changed).toEqual([])
    await expect.poll(() => lastHeardBy('secretariat')).toBe(house.registry.record('concord').position)
    expect(compared.map(told)).toEqual(heard)
  })
})

describe('the terminal, which reads the database itself', { timeout: 120_000 }, () => {
  const out = temporaryFolder()
  const at = (name: string) => join(out, name)
  beforeAll(async () => {
    isClosed = true
    await house.close()
  })

  /** What a command says and writes, run here rather than in a process of its own, which takes longer. */
  async function answered(command: readonly string[], file?: string): Promise<string> {
    const said: string[] = []
    const take = (...words: unknown[]) => void said.push(words.join(' '))
    const spies = (['log', 'error'] as const).map((way) => vi.spyOn(console, way).mockImplementation(take))
    vi.stubEnv('CHANCERY_DATA', dataFolder)
    vi.stubEnv('DATABASE_URL', '')
    await run(['node', 'chancery', ...command])
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
    expect([process.exitCode ?? 0, said]).toEqual([0, said])
    return [...said, ...(file ? filesIn(at(file)) : [])].join('\n')
  }

  test.each([
    { says: 'participants', command: ['participants', 'concord', '--known', '99999', '--on', '2034-01-09'] },
    { says: 'coverage', command: ['coverage', 'concord', '--json'] },
    { says: 'replay', command: ['replay', 'concord'] },
    { says: 'export', command: ['export', 'concord', '--out', at('register.jsonl')], file: 'register.jsonl' },
    { says: 'package', command: ['package', 'concord', at('package')], file: 'package' },
    { says: 'sqlite', command: ['sqlite', 'concord', at('record.sqlite')], file: 'record.sqlite' },
  ])('chancery $says tells what the public may read', async ({ command, file }) => {
    const may = mayRead({ kind: 'public' })
    const text = await answered(command, file)
    expect(text.length).toBeGreaterThan(100)
    expect(wordsIn(text).filter((word) => !may.has(word))).toEqual([])
  })

  test('and has it all before it: a backup holds what is under seal', async () => {
    const text = await answered(['export', 'concord', '--out', at('backup.jsonl'), '--with-closed'], 'backup.jsonl')
    const all = mayRead(secretariat)
    expect(wordsIn(text).filter((word) => all.has(word))).toHaveLength(all.size)
  })
})

/** A file, or all in a folder, as text. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, 'latin1')]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}
