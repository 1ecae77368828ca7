import type { EventEmitter } from 'node:events'
import { existsSync, fdatasyncSync, renameSync } from 'node:fs'
import { join } from 'node:path'
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
  reportLossToItsQuery(pool)
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
    // PGlite would make a new database in a folder without this file, over whatever else is in it.
    if (existsSync(held.database) && !existsSync(join(held.database, 'PG_VERSION')))
      throw new Error('files are missing')
    if (!existsSync(held.database)) {
      // Made beside and renamed when whole, so that a kill during the first start leaves nothing half made.
      const first = await PGlite.create({ dataDir: `${held.database}.new`, startParams })
      await first.close()
      renameSync(`${held.database}.new`, held.database)
    }
    const database = await PGlite.create({ dataDir: held.database, startParams })
    const syncs = syncOnCommit(database)
    let stopped: Error | undefined
    const mayConnect = () => {
      if (stopped) throw stopped
    }
    const pool = new pg.Pool({ ...createPgConfig(database), max: 1, onConnect: mayConnect })
    reportLossToItsQuery(pool)
    pool.on('connect', (client) =>
      onPanic(client, (reason) => {
        stopped = new Error(`The register is closed since a write failed: ${reason}. See to the disk and start again.`)
        return stopped
      }),
    )
    const close = async () => {
      await pool.end()
      if (!stopped) await database.close()
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

/** A lost connection is reported by the query that meets it; without listeners it would end the process. */
function reportLossToItsQuery(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

/**
 * PostgreSQL panics when it cannot write its log, as on a full disk, and counts on being started again. PGlite goes on,
 * but answers nothing more, or never returns and stops the whole process: it must not be asked again. What waits for an
 * answer is told. Opened anew it recovers everything that was entered.
 */
function onPanic(client: pg.PoolClient, stop: (reason: string) => Error): void {
  const { connection } = client as unknown as { connection: EventEmitter }
  connection.on('errorMessage', ({ severity, message }: pg.DatabaseError) => {
    if (severity === 'PANIC' || severity === 'FATAL') connection.emit('error', stop(message))
  })
}

/**
 * PGlite starts PostgreSQL with fsync off (-F); we ask for it, by a call that its file system can be given. Of buffers it
 * needs few: what is read once is folded, and then answered from memory that these would take from it.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((p) => p !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=16MB',
]

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
  if (error instanceof Error && error.message) return error.message
  // PGlite's file system throws plain objects with the numbers of WASI.
  const number = (error as { errno?: number } | undefined)?.errno
  return number === undefined ? String(error) : (fileErrors[number] ?? `file system error ${number}`)
}

const fileErrors: { readonly [number: number]: string } = {
  2: 'permission denied',
  19: 'the disk quota is used up',
  22: 'a file would be larger than is allowed',
  29: 'input/output error',
  51: 'no space left on the disk',
  69: 'the file system is read-only',
}
