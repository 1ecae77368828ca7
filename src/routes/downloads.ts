import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type File, packageOf, type Table, tablesOf, zip } from '../exchange/index.ts'
import type { Fold } from '../record/index.ts'
import { rootHashOf } from '../registry/registry.ts'
import { writeSqlite } from './sqlite.ts'

/** What can be taken away, ready to be sent. */
export interface Download {
  readonly bytes: Buffer
  /** Names the bytes: equal if and only if they are. */
  readonly etag: string
}

export function packageFiles(fold: Fold, position: number, tables: readonly Table[]): File[] {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  return packageOf({ fold, position, tables, rootHash: rootHashOf(fold, position), sha256 })
}

/**
 * What is made from a record is made once for an organisation and a position, one thing after another, and kept in
 * memory until others have been asked for since. Nobody waits for a second making of the same, and a reader who goes
 * away leaves nothing behind: no file is open while bytes are sent.
 */
export class Downloads {
  readonly #tables = keep<readonly Table[]>(4)
  readonly #files = keep<Download>(4)
  /** How many were made; asked for again they are not. */
  made = 0

  tables(fold: Fold, position: number): Promise<readonly Table[]> {
    return this.#tables(`${fold.organisation} ${position}`, async () => tablesOf(fold, position))
  }

  package(fold: Fold, position: number): Promise<Download> {
    return this.#file('zip', fold, position, async (tables) => zip(packageFiles(fold, position, tables)))
  }

  sqlite(fold: Fold, position: number): Promise<Download> {
    return this.#file('sqlite', fold, position, async (tables) => {
      const folder = await mkdtemp(join(tmpdir(), 'chancery-sqlite-'))
      try {
        const path = join(folder, 'record.sqlite')
        await writeSqlite(tables, path)
        return await readFile(path)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
  }

  #file(form: string, fold: Fold, position: number, make: (tables: readonly Table[]) => Promise<Buffer>) {
    return this.#files(`${form} ${fold.organisation} ${position}`, async () => {
      const bytes = await make(await this.tables(fold, position))
      this.made += 1
      return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
    })
  }
}

/** Whoever asks for many things at once must not make everybody wait. */
const mostWaiting = 8

/** So many things are being made that another has to be asked for later. */
export class TooBusy extends Error {}

/**
 * Remembers what was made, or is being made, by its key; what was unasked for longest goes first. One is made at a
 * time.
 */
function keep<T>(atMost: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  const underway = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  return async (key, make) => {
    const known = kept.get(key)
    if (!known && underway.size >= mostWaiting) throw new TooBusy()
    const made = known ?? turn.then(make)
    kept.delete(key)
    kept.set(key, made)
    if (!known) {
      underway.add(key)
      turn = made
        // What could not be made is tried again when it is asked for again.
        .catch(() => kept.delete(key))
        .finally(() => underway.delete(key))
    }
    const oldest = [...kept.keys()].find((other) => !underway.has(other))
    if (kept.size > atMost && oldest !== undefined) kept.delete(oldest)
    return made
  }
}
