import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const files = globSync('**/*.ts', { cwd: src }).filter((file) => !file.endsWith('.test.ts'))
const rooms = readdirSync(src)

/** Which rooms a room may import from, besides itself. Imports run downward only; the lowest know nobody. */
const below: Record<string, readonly string[]> = {
  rules: [],
  drafting: [],
  record: ['rules', 'drafting'],
  analysis: ['record', 'rules', 'drafting'],
  exchange: ['record', 'rules', 'drafting'],
  ui: ['analysis', 'record', 'rules', 'drafting'],
  registry: ['record', 'rules', 'drafting'],
  routes: ['registry', 'exchange', 'analysis', 'ui', 'record', 'rules', 'drafting'],
  cli: ['routes', 'registry', 'exchange', 'analysis', 'ui', 'record', 'rules', 'drafting'],
}

const importsOf = (file: string) =>
  [
    ...readFileSync(join(src, file), 'utf8').matchAll(
      /^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3] ?? '')

describe('the import table', () => {
  test.each(rooms)('%s is a room of the house and has a README of three lines', (room) => {
    expect(Object.keys(below)).toContain(room)
    expect(
      readFileSync(join(src, room, 'README.md'), 'utf8')
        .trim()
        .split(/\n+/),
    ).toHaveLength(3)
  })
  test.each(files)('%s imports only downward', (file) => {
    const room = file.split(sep)[0] as string
    for (const imported of importsOf(file).filter((path) => path.startsWith('.'))) {
      const path = relative(src, resolve(join(src, dirname(file)), imported))
      const other = path.split(sep)[0] as string
      expect(existsSync(join(src, path)), `${file} imports ${imported}`).toBe(true)
      expect([room, ...(below[room] ?? [])], `${file} imports ${imported}`).toContain(other)
    }
  })
  test('rules, record, drafting and analysis know no file, network, process, clock or chance', () => {
    for (const file of files.filter((name) => /^(rules|record|drafting|analysis)/.test(name))) {
      expect(
        importsOf(file).filter((path) => path.startsWith('node:')),
        file,
      ).toEqual([])
      expect(readFileSync(join(src, file), 'utf8'), file).not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|process\.|globalThis|fetch\(/,
      )
    }
  })
})

describe('no word of any real organisation in src/', () => {
  const sources = globSync('**/*.{ts,js,json,css,svg,md}', { cwd: src }).map((file) => ({
    file,
    text: readFileSync(join(src, file), 'utf8'),
  }))
  const inFolder = (id: string, file: string) => parse(readFileSync(join(root, 'organisations', id, file), 'utf8'))
  const real = readdirSync(join(root, 'organisations'))
    .map((id) => ({
      ...inFolder(id, 'organisation.yaml'),
      participants: inFolder(id, 'participants.yaml').participants,
    }))
    .filter(({ edition }) => edition !== 'made-up')
  const words = real.flatMap(({ names, participants, statuses }) => [
    ...Object.values<string>(names),
    ...participants.flatMap((p: { names: Record<string, string> }) => Object.values(p.names)),
    ...statuses.map((s: { status: string }) => s.status).filter((s: string) => s.includes('-')),
  ])
  const others = ['Shanghai', 'Türkiye', 'Samarkand', 'Tianjin', 'ШОС', '上海']
  test.each([...new Set([...words, ...others])])('%s', (word) => {
    const found = sources.filter(
      ({ file, text }) => !allowed(file, word) && new RegExp(`(^|[^\\p{L}])${word}($|[^\\p{L}])`, 'u').test(text),
    )
    expect(found.map(({ file }) => file)).toEqual([])
  })
  test.each(real.map(({ shortName }) => shortName))('the short name %s', (shortName) => {
    const found = sources.filter(({ text }) => new RegExp(`\\b${shortName}\\b`, 'i').test(text))
    expect(found.map(({ file }) => file)).toEqual([])
  })
})

/** Tests of dates and holdings name places and statuses only as examples of time zones and the like. */
function allowed(file: string, word: string): boolean {
  return file.endsWith('.test.ts') && word === 'Shanghai'
}

describe('the project speaks of itself alone', () => {
  const tracked = globSync(
    '{*,.ci/*,bench/**/*,bin/*,conform/**/*,docs/**/*,organisations/**/*,scripts/*,src/**/*,test/**/*}',
    {
      cwd: root,
    },
  )
    .filter(
      (file) =>
        /\.(ts|mjs|js|json|md|yaml|css|svg|html)$|NOTICE|LICENSE|^\.ci.run$/.test(file) &&
        file !== join('test', 'house.test.ts'),
    )
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const forbidden = [/npm(js)?\.(org|com)/, /\/(work|root|farm)\//, /\bregistry\.npm/]
  test.each(forbidden)('%s', (pattern) => {
    expect(tracked.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([])
  })
})
