import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Registry, type Where } from '../../src/registry/index.ts'
import { type Instant, isRefusal, type Refusal } from '../../src/rules/index.ts'
import { inSession } from './concord.ts'
import { removeTemporaryFolders, temporaryFolder } from './folders.ts'
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

/**
 * Making a data folder takes seconds, so one is kept under `node_modules` to copy from, for as long as nothing changes
 * that goes into it.
 */
async function emptyDataFolder(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'chancery-tests')
  const kept = join(cache, fingerprint())
  if (existsSync(kept)) return kept
  mkdirSync(cache, { recursive: true })
  // Those of other fingerprints are of no more use.
  const old = readdirSync(cache).filter((name) => !name.startsWith('making-') && join(cache, name) !== kept)
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true })
  const making = mkdtempSync(join(cache, 'making-'))
  const dataFolder = join(making, 'data')
  const registry = await openRegistry({ dataFolder })
  await registry.close()
  try {
    renameSync(dataFolder, kept)
  } catch {
    // Another file of tests was quicker; its folder is as good.
  }
  rmSync(making, { recursive: true, force: true })
  return kept
}

function fingerprint(): string {
  const parts = ['src/registry/database.ts', 'src/registry/data-folder.ts', 'src/registry/register.ts']
  const hash = createHash('sha256')
  for (const part of [...parts, 'package-lock.json']) hash.update(readFileSync(join(root, part)))
  return hash.digest('hex').slice(0, 16)
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
