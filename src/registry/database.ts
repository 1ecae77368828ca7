import { existsSync, fdatasyncSync, renameSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { openDataFolder } from './data-folder.ts'

/** The one file that knows which database is behind: PostgreSQL inside this process, or a PostgreSQL server. */
export interface Database {
  readonly kind: 'embedded' | 'server'
  readonly pool: pg.Pool
  /** Real writes to disk asked for so far; counted for the embedded database only. */
  syncs(): number
  close(): Promise<void>
}

export interface Where {
  /** A PostgreSQL server. Without it the embedded database in `dataFolder` is used. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
}

/**
 * @refuses 'database-away' a server that cannot be reached
 * @refuses 'damaged-data-folder' an embedded database that cannot be opened; and whatever `openDataFolder` refuses
 */
export async function openDatabase(where: Where): Promise<Database | Refusal> {
  return where.databaseUrl ? openServer(where.databaseUrl) : openEmbedded(where.dataFolder)
}

async function openServer(url: string): Promise<Database | Refusal> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5_000 })
  // A lost connection is reported by the query that meets it; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end().catch(() => {})
    return refuse('database-away', `The database at DATABASE_URL does not answer: ${reasonOf(error)}`, {
      remedy: 'Nothing was changed. Check the address, and that the server runs and accepts this user.',
    })
  }
  return { kind: 'server', pool, syncs: () => 0, close: () => pool.end() }
}

async function openEmbedded(folder: string): Promise<Database | Refusal> {
  const held = openDataFolder(folder)
  if (isRefusal(held)) return held
  try {
    if (!existsSync(held.database)) {
      // Made beside and renamed when whole, so that a kill during the first start leaves nothing half made.
      const first = await PGlite.create({ dataDir: `${held.database}.new`, startParams })
      await first.close()
      renameSync(`${held.database}.new`, held.database)
    }
    const database = await PGlite.create({ dataDir: held.database, startParams })
    const syncs = syncOnCommit(database)
    const pool = new pg.Pool({ ...createPgConfig(database), max: 1 })
    pool.on('error', () => {})
    const close = async () => {
      await pool.end()
      await database.close()
      held.release()
    }
    return { kind: 'embedded', pool, syncs, close }
  } catch (error) {
    held.release()
    return refuse('damaged-data-folder', `The register in ${held.path} cannot be opened: ${reasonOf(error)}`, {
      remedy:
        'Nothing was changed. Check that there is room on the disk; restore the folder from a backup, or set CHANCERY_DATA to a new one: history loads again from the organisations’ folders.',
    })
  }
}

/** PGlite starts PostgreSQL with fsync off (-F); we ask for it, by a call that its file system can be given. */
const startParams = [...PGlite.defaultStartParams.filter((p) => p !== '-F'), '-c', 'wal_sync_method=fsync']

/**
 * PGlite's file system has no fsync, so PostgreSQL's would do nothing. This gives it one. `Module` is not a documented
 * interface: the version is pinned and a test counts the syncs.
 */
function syncOnCommit(database: PGlite): () => number {
  let count = 0
  const operations = (database as unknown as { Module: EmscriptenModule }).Module.NODEFS.stream_ops
  operations.fsync = (stream) => {
    fdatasyncSync(stream.nfd)
    count += 1
    return 0
  }
  return () => count
}

interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
}

export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0]) return reasonOf(error.errors[0])
  return error instanceof Error && error.message ? error.message : String(error)
}
