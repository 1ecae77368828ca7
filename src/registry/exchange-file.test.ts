import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { historyHead, inSession, laputaBecomes, live, noteOf, secretariat } from '../../test/support/concord.ts'
import { ok, postgres } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, temporaryFolder } from '../../test/support/folders.ts'
import { canonical, decodeEntry, type Entry } from '../record/index.ts'
import { enact, exportRegister, importRegister, loadFolder, Registry } from './index.ts'

const databases = postgres()
const opened: Registry[] = []
/** The head of the exported register: the history and two live acts. */
const end = historyHead + 2
/** The Concord with two live acts, exported: the file, its lines, and the hash of the register it came from. */
let whole = { path: '', lines: [] as string[], hash: '' }

beforeAll(async () => {
  await databases.start()
  const registry = await emptyRegister()
  await ok(loadFolder(registry, concord))
  await ok(enact(registry, 'concord', laputaBecomes('full-participant', 'council'), secretariat))
  await ok(enact(registry, 'concord', noteOf('unicode', 'Утопия, 乌托邦, 🕊 and \u2028'), secretariat))
  const path = join(temporaryFolder(), 'concord.jsonl')
  expect(await exportRegister(registry, 'concord', path)).toBe(end)
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  whole = { path, lines, hash: registry.rootHash('concord') }
})
afterAll(async () => {
  removeTemporaryFolders()
  await databases.stop()
})
afterEach(async () => {
  for (const registry of opened.splice(0)) await registry.close()
})

async function emptyRegister(): Promise<Registry> {
  const registry = await ok(Registry.open(await databases.fresh(), () => inSession))
  opened.push(registry)
  return registry
}

function fileOf(lines: readonly string[]): string {
  const path = join(temporaryFolder(), 'register.jsonl')
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  return path
}

/** A line of the file with something in it changed, in canonical bytes again. */
function changed(position: number, change: (entry: Entry) => object): string {
  return canonical({ ...change(decodeEntry(whole.lines[position - 1] ?? '') as Entry) })
}

describe('a register as one file', () => {
  test('holds an entry a line, in the bytes that are stored and hashed', async () => {
    const registry = await emptyRegister()
    await ok(importRegister(registry, whole.path))
    const { rows } = await registry.database.pool.query('select entry from register order by position')
    expect(rows.map((row) => row.entry)).toEqual(whole.lines)
    expect(whole.lines).toHaveLength(end)
  })

  test('taken in elsewhere gives the same register, ready to go on', async () => {
    const registry = await emptyRegister()
    expect(await importRegister(registry, whole.path)).toEqual({ organisation: 'concord', added: end })
    expect(registry.rootHash('concord')).toBe(whole.hash)
    expect(await loadFolder(registry, concord)).toMatchObject({ added: 0, corrected: 0, withdrawn: 0 })
    expect(await enact(registry, 'concord', noteOf('next'), secretariat)).toMatchObject({ position: end + 1 })
    const again = join(temporaryFolder(), 'again.jsonl')
    await exportRegister(registry, 'concord', again)
    expect(readFileSync(again, 'utf8').startsWith(readFileSync(whole.path, 'utf8'))).toBe(true)
  })

  test('cut after any line is a register too, and the rest can follow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: end - 1 }),
        fc.integer({ min: 1, max: end - 1 }),
        async (one, other) => {
          const registry = await emptyRegister()
          const [first, second] = [Math.min(one, other), Math.max(one, other)]
          for (const [length, added] of [
            [first, first],
            [second, second - first],
            [end, end - second],
            [end, 0],
          ] as const) {
            const part = fileOf(whole.lines.slice(0, length))
            expect(await importRegister(registry, part)).toEqual({ organisation: 'concord', added })
            expect(registry.record('concord').position).toBe(length)
          }
          expect(registry.rootHash('concord')).toBe(whole.hash)
        },
      ),
      { numRuns: 8, examples: [[1, end - 1]] },
    )
  })

  test('is written whole or not at all', async () => {
    const registry = await emptyRegister()
    await ok(importRegister(registry, whole.path))
    const nowhere = join(temporaryFolder(), 'no', 'such', 'folder.jsonl')
    await expect(exportRegister(registry, 'concord', nowhere)).rejects.toThrow(/ENOENT/)
    const folder = temporaryFolder()
    await expect(exportRegister(registry, 'concord', folder)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(() => readFileSync(`${folder}.part`)).toThrow(/ENOENT/)
  })
})

describe('what is under seal', () => {
  const word = 'not before the ministry has spoken'
  const sealedRegister = async () => {
    const registry = await emptyRegister()
    await ok(loadFolder(registry, concord))
    await ok(
      enact(
        registry,
        'concord',
        live({
          kind: 'note-registered',
          id: 'n',
          direction: 'in',
          number: '7',
          date: '2034-01-09',
          participant: 'ERE',
          says: word,
        }),
        secretariat,
      ),
    )
    return registry
  }

  test('is not in the public file, whose hash is that of the register', async () => {
    const registry = await sealedRegister()
    const path = join(temporaryFolder(), 'public.jsonl')
    await ok(exportRegister(registry, 'concord', path))
    expect(readFileSync(path, 'utf8')).not.toContain(word)
    const mirror = await emptyRegister()
    await ok(importRegister(mirror, path))
    expect(mirror.rootHash('concord')).toBe(registry.rootHash('concord'))
    expect(mirror.record('concord').entries().at(-1)?.act.kind).toBe('sealed')
    expect(await exportRegister(mirror, 'concord', join(temporaryFolder(), 'all.jsonl'), true)).toMatchObject({
      refused: 'sealed-elsewhere',
    })
  })

  test('is in a backup, and comes back from it', async () => {
    const registry = await sealedRegister()
    const path = join(temporaryFolder(), 'backup.jsonl')
    await ok(exportRegister(registry, 'concord', path, true))
    const restored = await emptyRegister()
    await ok(importRegister(restored, path))
    expect(restored.rootHash('concord')).toBe(registry.rootHash('concord'))
    expect(restored.record('concord').allEntries()).toEqual(registry.record('concord').allEntries())
  })

  test('changed in a backup by a word, it is not taken in', async () => {
    const registry = await sealedRegister()
    const path = join(temporaryFolder(), 'backup.jsonl')
    await ok(exportRegister(registry, 'concord', path, true))
    const forged = fileOf(readFileSync(path, 'utf8').trimEnd().replace(word, word.replace('not', 'now')).split('\n'))
    expect(await importRegister(await emptyRegister(), forged)).toMatchObject({ refused: 'unreadable-entry' })
  })
})

describe('what is no register is refused, and nothing of it taken in', () => {
  const other = (organisation: string) => (entry: Entry) => ({ ...entry, organisation })
  const rows: { says: string; lines: () => (string | undefined)[]; refused: string; place?: string }[] = [
    { says: 'an empty file', lines: () => [], refused: 'not-a-register' },
    { says: 'a gap', lines: () => whole.lines.toSpliced(11, 1), refused: 'not-a-register', place: 'line 12' },
    { says: 'no beginning', lines: () => whole.lines.slice(1), refused: 'not-a-register', place: 'line 1' },
    {
      says: 'a line twice',
      lines: () => whole.lines.toSpliced(5, 0, whole.lines[4] ?? ''),
      refused: 'not-a-register',
      place: 'line 6',
    },
    {
      says: 'two lines changed over',
      lines: () => whole.lines.toSpliced(20, 2, whole.lines[21] ?? '', whole.lines[20] ?? ''),
      refused: 'not-a-register',
      place: 'line 21',
    },
    {
      says: 'a line of another organisation',
      lines: () => whole.lines.with(8, changed(9, other('league'))),
      refused: 'not-a-register',
      place: 'line 9',
    },
    {
      says: 'an id that was used before',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(end, (entry) => ({ ...entry, id: 'ERE-full', act: { ...entry.act, id: 'ERE-full' } })),
        ),
      refused: 'not-a-register',
      place: `line ${end}`,
    },
    {
      says: 'an entry and its act with different ids',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(end, (entry) => ({ ...entry, id: 'another' })),
        ),
      refused: 'not-a-register',
      place: `line ${end}`,
    },
    {
      says: 'an entry from before the one that it follows',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(29, (entry) => ({ ...entry, recordedAt: '2026-01-01T00:00:00.000Z' })),
        ),
      refused: 'not-a-register',
      place: `line ${end}`,
    },
    {
      says: 'a line that says the same in other bytes',
      lines: () => whole.lines.with(3, JSON.stringify(JSON.parse(whole.lines[3] ?? ''), null, 1).replaceAll('\n', ' ')),
      refused: 'not-a-register',
      place: 'line 4',
    },
    {
      says: 'a line cut short',
      lines: () => whole.lines.with(end - 1, whole.lines[end - 1]?.slice(0, -20) ?? ''),
      refused: 'unreadable-entry',
    },
    {
      says: 'a field that is not known',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(end, (entry) => ({ ...entry, signature: 'x' })),
        ),
      refused: 'unreadable-entry',
    },
    {
      says: 'an act of a kind that is not known',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(end, (entry) => ({ ...entry, act: { ...entry.act, kind: 'vote-cast' } })),
        ),
      refused: 'unreadable-entry',
    },
    { says: 'something else', lines: () => ['Dear delegates,', 'as agreed …'], refused: 'unreadable-entry' },
  ]
  test.each(rows)('$says', async ({ lines, refused, place = '' }) => {
    const registry = await emptyRegister()
    const refusal = await importRegister(registry, fileOf(lines().map((line) => line ?? '')))
    expect(refusal).toMatchObject({ refused, message: expect.stringContaining(place) })
    expect(registry.organisations()).toEqual([])
    expect((await registry.database.pool.query('select * from register')).rows).toEqual([])
  })
})

describe('a register that went another way is kept as it is', () => {
  const word = () => changed(7, (entry) => ({ ...entry, act: { ...entry.act, note: 'Another word.' } }))
  test.each([
    { says: 'the file has another word at a place', lines: () => whole.lines.with(6, word()), from: 7 },
    {
      says: 'the file goes on otherwise',
      lines: () =>
        whole.lines.with(
          end - 1,
          changed(end, (entry) => ({ ...entry, act: { ...noteOf('unicode', 'Else') } })),
        ),
      from: end,
    },
    { says: 'the file ends before the register does', lines: () => whole.lines.slice(0, 20), from: 21 },
  ])('$says', async ({ lines, from }) => {
    const registry = await emptyRegister()
    await ok(importRegister(registry, whole.path))
    const path = fileOf(lines())
    expect(await importRegister(registry, path)).toMatchObject({
      refused: 'other-register',
      message: `The register of "concord" here differs from ${path} from position ${from} on.`,
    })
    expect(registry.rootHash('concord')).toBe(whole.hash)
  })

  test('a live act here, another there', async () => {
    const registry = await emptyRegister()
    await ok(importRegister(registry, fileOf(whole.lines.slice(0, end - 1))))
    await ok(enact(registry, 'concord', noteOf('here'), secretariat))
    expect(await importRegister(registry, whole.path)).toMatchObject({ refused: 'other-register' })
    expect(registry.record('concord').position).toBe(end)
  })

  test('a word changed in a file can be seen by the hash alone when there is nothing to compare it with', async () => {
    const registry = await emptyRegister()
    await ok(importRegister(registry, fileOf(whole.lines.with(6, word()))))
    expect(registry.rootHash('concord')).not.toBe(whole.hash)
  })
})
