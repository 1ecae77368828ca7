import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadFolder, Registry, type Where } from '../../src/registry/index.ts'
import { type Instant, isRefusal, type Refusal } from '../../src/rules/index.ts'
import { inSession } from './concord.ts'
import { removeTemporaryFolders, shippedFolders, temporaryFolder } from './folders.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where registers are kept: the tests run on each kind, never on a stand-in. */
export interface Databases {
  start(): Promise<void>
  /** A new register with nothing in it. */
  fresh(): Promise<Where>
  stop(): Promise<void>
}

export function pglite(): Databases {
  return {
    start: async () => {
      await emptyDataFolder()
    },
    fresh: async () => ({ dataFolder: await newDataFolder() }),
    stop: async () => removeTemporaryFolders(),
  }
}

export function postgres(): Databases & { server(): PostgresServer } {
  let server: PostgresServer | undefined
  const running = () => {
    if (!server) throw new Error('The server has not been started.')
    return server
  }
  return {
    start: async () => {
      server = await startPostgres()
    },
    fresh: async () => ({ databaseUrl: await running().freshDatabase(), dataFolder: '/nonexistent' }),
    stop: async () => {
      removeTemporaryFolders()
      await server?.stop()
    },
    server: running,
  }
}

export const bothDatabases = [
  { name: 'PGlite', databases: pglite() as Databases },
  { name: 'PostgreSQL', databases: postgres() as Databases },
]

/** A data folder with an empty register. */
export async function newDataFolder(): Promise<string> {
  return copyOfDataFolder(await emptyDataFolder())
}

export function copyOfDataFolder(original: string): string {
  const copy = join(temporaryFolder(), 'data')
  cpSync(original, copy, { recursive: true })
  return copy
}

/** A data folder in which every organisation that comes with the program is loaded. */
export async function shippedDataFolder(): Promise<string> {
  const parts = ['organisations', ...['rules', 'drafting', 'record', 'registry'].map((room) => join('src', room))]
  const kept = await keptDataFolder('shipped', parts, async (registry) => {
    for (const folder of shippedFolders()) await ok(loadFolder(registry, folder))
  })
  return copyOfDataFolder(kept)
}

function emptyDataFolder(): Promise<string> {
  const parts = ['database.ts', 'data-folder.ts', 'register.ts'].map((file) => join('src', 'registry', file))
  return keptDataFolder('empty', parts, async () => {})
}

/**
 * Making a data folder takes seconds, and filling it more, so one of each kind is kept under `node_modules` to copy from,
 * for as long as nothing changes that goes into it.
 *
 * @param parts  the files, and the folders of files, that decide what comes out
 */
async function keptDataFolder(
  kind: string,
  parts: readonly string[],
  fill: (registry: Registry) => Promise<void>,
): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'chancery-tests')
  const kept = join(cache, `${kind}-${fingerprint(parts)}`)
  if (existsSync(kept)) return kept
  mkdirSync(cache, { recursive: true })
  // Those of other fingerprints are of no more use.
  const old = readdirSync(cache).filter((name) => name.startsWith(`${kind}-`) && join(cache, name) !== kept)
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true })
  const making = mkdtempSync(join(cache, 'making-'))
  const dataFolder = join(making, 'data')
  const registry = await ok(Registry.open({ dataFolder }))
  try {
    await fill(registry)
  } finally {
    await registry.close()
  }
  try {
    renameSync(dataFolder, kept)
  } catch {
    // Another file of tests was quicker; its folder is as good.
  }
  rmSync(making, { recursive: true, force: true })
  return kept
}

function fingerprint(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of [...parts, 'package-lock.json']) {
    for (const file of filesOf(part)) hash.update(JSON.stringify(file)).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(part: string): string[] {
  if (statSync(join(root, part)).isFile()) return [part]
  const within = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).sort()
  return within.map((file) => join(part, file)).filter((file) => statSync(join(root, file)).isFile())
}

/** A register that opens, with a clock that stands after the history of the Concord whatever the day of the test. */
export function openRegistry(where: Where, now: () => Instant = () => inSession): Promise<Registry> {
  return ok(Registry.open(where, now))
}

/** What was hoped for; a refusal fails the test with its own words. */
export async function ok<T>(result: Promise<T | Refusal>): Promise<T> {
  const value = await result
  if (isRefusal(value)) throw new Error(`Refused (${value.refused}): ${value.message}`)
  return value
}

/** The code of the refusal that was hoped for. */
export async function refused(result: Promise<unknown>): Promise<string> {
  const value = await result
  return isRefusal(value) ? value.refused : `not refused: ${JSON.stringify(value)}`
}
