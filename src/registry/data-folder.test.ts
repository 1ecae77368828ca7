import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registryChild } from '../../test/support/child.ts'
import { historyHead } from '../../test/support/concord.ts'
import { copyOfDataFolder, newDataFolder, ok, openRegistry, refused } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, temporaryFolder } from '../../test/support/folders.ts'
import { isRefusal } from '../rules/index.ts'
import { openDataFolder } from './data-folder.ts'
import { loadFolder, Registry } from './index.ts'

let withTheConcord = ''

beforeAll(async () => {
  withTheConcord = await newDataFolder()
  const registry = await openRegistry({ dataFolder: withTheConcord })
  await ok(loadFolder(registry, concord))
  await registry.close()
})
afterAll(removeTemporaryFolders)

describe('a data folder is held by one process at a time', () => {
  test('a second opening in the same process is refused until the first is closed', async () => {
    const dataFolder = await newDataFolder()
    const registry = await openRegistry({ dataFolder })
    expect(await refused(Registry.open({ dataFolder }))).toBe('data-folder-in-use')
    expect(await refused(Registry.open({ dataFolder: join(dataFolder, '..', 'data') }))).toBe('data-folder-in-use')
    await ok(loadFolder(registry, concord))
    await registry.close()
    const again = await openRegistry({ dataFolder })
    expect(again.record('concord').position).toBe(historyHead)
    await again.close()
  })

  test('another process is refused, and opens it afterwards', async () => {
    const dataFolder = copyOfDataFolder(withTheConcord)
    const registry = await openRegistry({ dataFolder })
    const [refusal] = await registryChild(['load', dataFolder, concord]).rest()
    expect(refusal).toMatchObject({ refused: 'data-folder-in-use' })
    await registry.close()
    const said = await registryChild(['load', dataFolder, concord]).rest()
    expect(said).toMatchObject(['open', { organisation: 'concord', added: 0 }])
  })

  test('a holder that is killed lets go of it', async () => {
    const dataFolder = copyOfDataFolder(withTheConcord)
    const holder = registryChild(['hold', dataFolder])
    expect(await holder.next()).toBe('open')
    expect(await refused(Registry.open({ dataFolder }))).toBe('data-folder-in-use')
    await holder.kill()
    const registry = await openRegistry({ dataFolder })
    expect(registry.record('concord').position).toBe(historyHead)
    await registry.close()
  })
})

describe('what is not ours is refused and left as it is', () => {
  const rows: { says: string; make: (folder: string) => void; refusal: object }[] = [
    {
      says: 'a folder with something else in it',
      make: (folder) => writeFileSync(join(folder, 'thesis.txt'), 'My thesis'),
      refusal: { refused: 'foreign-data-folder', message: expect.stringContaining('thesis.txt') },
    },
    {
      says: 'a folder with something else in it whose name begins as our lock does',
      make: (folder) => writeFileSync(join(folder, 'locksmiths.txt'), 'Addresses'),
      refusal: { refused: 'foreign-data-folder' },
    },
    {
      says: 'a hidden file',
      make: (folder) => writeFileSync(join(folder, '.profile'), ''),
      refusal: { refused: 'foreign-data-folder' },
    },
    {
      says: 'a folder of a later version of this program',
      make: (folder) => writeFileSync(join(folder, 'chancery.json'), '{"format":2}'),
      refusal: { refused: 'newer-data-folder' },
    },
    {
      says: 'a marker that cannot be read',
      make: (folder) => writeFileSync(join(folder, 'chancery.json'), '{"for'),
      refusal: { refused: 'foreign-data-folder', message: expect.stringContaining('chancery.json') },
    },
  ]
  test.each(rows)('$says', async ({ make, refusal }) => {
    const dataFolder = temporaryFolder()
    make(dataFolder)
    const before = contents(dataFolder)
    expect(await Registry.open({ dataFolder })).toMatchObject(refusal)
    expect(contents(dataFolder)).toEqual(before)
  })

  test('a file in the place of a folder', async () => {
    const dataFolder = join(temporaryFolder(), 'file')
    writeFileSync(dataFolder, 'A file')
    expect(await Registry.open({ dataFolder })).toMatchObject({ refused: 'foreign-data-folder' })
    expect(readFileSync(dataFolder, 'utf8')).toBe('A file')
  })

  test('a place under a file, where no folder can be made', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await refused(Registry.open({ dataFolder: join(file, 'data') }))).toBe('data-folder-not-writable')
  })
})

test('an empty folder, and one where a start was killed at once, are taken', () => {
  for (const left of [[], ['lock'], ['lock', 'lock-journal'], ['lock', 'chancery.json']]) {
    const folder = temporaryFolder()
    for (const name of left) writeFileSync(join(folder, name), name.endsWith('json') ? '{"format":1}' : '')
    mkdirSync(join(folder, 'register.new'))
    if (left[1] !== 'chancery.json') rmSync(join(folder, 'register.new'), { recursive: true })
    const held = openDataFolder(folder)
    if (isRefusal(held)) throw new Error(held.message)
    expect(existsSync(join(folder, 'register.new'))).toBe(false)
    expect(JSON.parse(readFileSync(join(folder, 'chancery.json'), 'utf8'))).toEqual({ format: 1 })
    held.release()
  }
})

describe('a damaged database is refused, never opened as if it were new', () => {
  const rows: { says: string; spoil: (database: string) => void }[] = [
    { says: 'the control file is empty', spoil: (at) => truncateSync(join(at, 'global/pg_control'), 0) },
    { says: 'the log is empty', spoil: (at) => eachFile(join(at, 'pg_wal'), (file) => truncateSync(file, 0)) },
    { says: 'the log is gone', spoil: (at) => eachFile(join(at, 'pg_wal'), (file) => rmSync(file)) },
    { says: 'the version file is empty', spoil: (at) => truncateSync(join(at, 'PG_VERSION'), 0) },
    { says: 'the version file is gone', spoil: (at) => rmSync(join(at, 'PG_VERSION')) },
    {
      says: 'everything in it is gone',
      spoil: (at) => {
        rmSync(at, { recursive: true })
        mkdirSync(at)
      },
    },
    { says: 'every table is empty', spoil: (at) => eachFile(join(at, 'base/5'), (file) => truncateSync(file, 0)) },
    { says: 'every table is gone', spoil: (at) => eachFile(join(at, 'base/5'), (file) => rmSync(file)) },
    { says: 'our table is gone', spoil: (at) => eachFile(join(at, 'base/5'), (file) => isOurs(file) && rmSync(file)) },
    {
      says: 'our indexes are empty',
      spoil: (at) => eachFile(join(at, 'base/5'), (file) => isIndexOfOurs(file) && truncateSync(file, 0)),
    },
    {
      says: 'a word in a page of our table is another',
      spoil: (at) =>
        eachFile(join(at, 'base/5'), (file) => {
          const bytes = readFileSync(file)
          const found = isOurs(file) ? bytes.indexOf('Arcadia') : -1
          if (found !== -1) writeFileSync(file, bytes.fill('B', found, found + 1))
        }),
    },
  ]
  test.each(rows)('$says', async ({ spoil }) => {
    const dataFolder = copyOfDataFolder(withTheConcord)
    spoil(join(dataFolder, 'register'))
    const before = names(join(dataFolder, 'register'))
    const code = await refused(Registry.open({ dataFolder }))
    expect(['damaged-data-folder', 'damaged-register']).toContain(code)
    // It has not been made into a new one, and is let go of, so that it can be repaired.
    expect(names(join(dataFolder, 'register'))).toEqual(before)
    expect(isRefusal(openDataFolder(dataFolder))).toBe(false)
  })
})

/** Files of tables made after those that PostgreSQL brings have numbers from 16384 on: the table first, its indexes later. */
const numberOf = (file: string) => Number(/(\d+)$/.exec(file)?.[1] ?? 0)
const isOurs = (file: string) => numberOf(file) >= 16_384
const isIndexOfOurs = (file: string) => numberOf(file) > 16_390

function eachFile(folder: string, work: (file: string) => unknown): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isFile()) work(join(folder, entry.name))
}

/** The files in a folder, but for those that PostgreSQL makes again at every start. */
function names(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true }).map(String).sort()
  return all.filter((name) => !/pg_internal\.init$|^postmaster|^pg_stat_tmp|^pg_logical/.test(name))
}

function contents(folder: string): [string, string][] {
  return names(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
}
