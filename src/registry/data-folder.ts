import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Refusal, refuse } from '../rules/index.ts'

/** The folder in which an installation without a database server keeps everything. Held by one process at a time. */
export interface DataFolder {
  readonly path: string
  /** Where the embedded database lives. */
  readonly database: string
  release(): void
}

const marker = 'chancery.json'
const format = 1

/**
 * Opens, or makes, a data folder and takes its lock.
 *
 * @refuses 'foreign-data-folder' a path that is a file, or a folder holding something else; nothing in it is touched
 * @refuses 'newer-data-folder' a folder written by a later version of this program
 * @refuses 'data-folder-in-use' another process holds it
 * @refuses 'data-folder-not-writable' no right, or no room, to write there
 */
export function openDataFolder(given: string): DataFolder | Refusal {
  const path = resolve(given)
  try {
    const foreign = inspect(path)
    if (foreign) return foreign
    mkdirSync(path, { recursive: true })
    const lock = takeLock(path)
    if (!lock) {
      return refuse('data-folder-in-use', `Another process is using the data folder ${path}.`, {
        remedy: 'Stop it, or set CHANCERY_DATA to another folder. To share one register, set DATABASE_URL.',
      })
    }
    if (!existsSync(join(path, marker))) writeFileSync(join(path, marker), `${JSON.stringify({ format })}\n`)
    // A first start that was killed leaves a database half made; it never held anything.
    rmSync(join(path, 'register.new'), { recursive: true, force: true })
    return { path, database: join(path, 'register'), release: () => lock.close() }
  } catch (error) {
    return refuse('data-folder-not-writable', `The data folder ${path} cannot be used: ${(error as Error).message}`, {
      remedy: 'Check that there is room and that this user may write there, or set CHANCERY_DATA to another folder.',
    })
  }
}

function inspect(path: string): Refusal | undefined {
  if (!existsSync(path)) return undefined
  const remedy = 'Nothing in it was touched. Set CHANCERY_DATA to a new or empty folder.'
  if (!statSync(path).isDirectory())
    return refuse('foreign-data-folder', `${path} is a file, not a folder.`, { remedy })
  const found = readdirSync(path)
  if (found.length === 0) return undefined
  if (!found.includes(marker)) {
    // A start that was killed before it wrote the marker leaves only the lock.
    if (found.every((name) => name === 'lock' || name === 'lock-journal')) return undefined
    return refuse('foreign-data-folder', `${path} holds ${found.slice(0, 3).join(', ')}, which is not ours.`, {
      remedy,
    })
  }
  let written: unknown
  try {
    written = JSON.parse(readFileSync(join(path, marker), 'utf8')).format
  } catch {
    return refuse('foreign-data-folder', `${join(path, marker)} cannot be read.`, {
      remedy: 'Nothing was touched. Restore the folder from a backup, or set CHANCERY_DATA to a new one.',
    })
  }
  if (typeof written === 'number' && written <= format) return undefined
  return refuse('newer-data-folder', `${path} was written by a later version of this program.`, {
    remedy: 'Nothing was touched. Update the program, or set CHANCERY_DATA to another folder.',
  })
}

/**
 * A lock that the system gives back when the process ends, however it ends. SQLite is used for its file lock alone: it
 * is in Node, works on every system, and leaves no stale lock after a kill, as a file with a process number in it would.
 */
function takeLock(path: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(path, 'lock'))
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === 5) return undefined
    throw error
  }
}
