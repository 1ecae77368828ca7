import { createHash, randomBytes } from 'node:crypto'
import {
  type Act,
  bodyOf,
  type Entry,
  encodeEntry,
  Fold,
  GrowingTree,
  isClosed,
  opened,
  type Ruling,
  type Seal,
  type Seat,
  StoredEntries,
  seatId,
} from '../record/index.ts'
import { type Instant, isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type Database, openDatabase, reasonOf, type Where } from './database.ts'
import { channels, listen } from './listening.ts'
import {
  appendAfter,
  bodiesBetween,
  hasBodies,
  hashOf,
  organisationsIn,
  pagesAfter,
  prepareRegister,
  type Row,
} from './register.ts'

/** An act with its ruling, ready to be entered. */
export interface Submission {
  readonly act: Act
  readonly ruling: Ruling
  readonly constitution: number
  /** For history: when it entered the edition. Without it the clock decides. */
  readonly recordedAt?: Instant | undefined
  /** For a live act: who submitted it. */
  readonly seat?: Seat
}

/** What can be asked of registers without being able to change them. */
export type Records = Pick<Registry, 'organisations' | 'record' | 'rootHash'>

/** Told of entries once they are in the record, in order. */
export type OnAppended = (organisation: string, entries: readonly Entry[]) => void

/** The registers of a database and their records in memory. Everything that changes goes through `append`. */
export class Registry {
  readonly database: Database
  readonly now: () => Instant
  readonly #folds = new Map<string, Fold>()
  readonly #stored = new StoredEntries()
  readonly #hashes = new Map<string, { fold: Fold; position: number; hash: string; tree: GrowingTree }>()
  readonly #listeners = new Set<OnAppended>()
  /** What listeners have not been told yet. */
  #news: { readonly organisation: string; readonly entries: readonly Entry[] }[] = []
  /** Reading and appending take turns, so that no entry is folded twice. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(database: Database, now: () => Instant) {
    this.database = database
    this.now = now
  }

  static async open(where: Where, now = systemClock): Promise<Registry | Refusal> {
    const database = await openDatabase(where)
    if (isRefusal(database)) return database
    const registry = new Registry(database, now)
    const trouble = await prepareRegister(database)
      .then(() => registry.catchUp())
      .catch((error) => unreadable(database, error))
    if (!trouble) return registry
    await registry.close()
    return trouble
  }

  organisations(): string[] {
    return [...this.#folds.keys()].filter((id) => this.record(id).position > 0).sort()
  }

  /** The record as far as it has been read; empty for an organisation that is not there. */
  record(organisation: string): Fold {
    return this.#folds.get(organisation) ?? new Fold(organisation)
  }

  /** Reads what other processes have appended, for one organisation or all. */
  catchUp(organisation?: string): Promise<Refusal | undefined> {
    return this.#inTurn(async () => {
      for (const id of organisation ? [organisation] : await organisationsIn(this.database)) {
        const damaged = await this.#read(id)
        if (damaged) return damaged
      }
      return undefined
    })
  }

  /** Reads what other processes have appended to one organisation. The embedded database has none beside this one. */
  keepUp(organisation: string): Promise<Refusal | undefined> {
    return this.database.kind === 'embedded' ? Promise.resolve(undefined) : this.catchUp(organisation)
  }

  /**
   * Appends acts if the head is still `after`: all of them or none.
   * @returns the entries, or `undefined` when the head had moved; then catch up and check again
   */
  append(
    organisation: string,
    after: number,
    submissions: readonly Submission[],
  ): Promise<readonly Entry[] | undefined> {
    return this.#inTurn(async () => {
      const fold = this.#fold(organisation)
      if (fold.position !== after) return undefined
      const entries = entriesAfter(fold, submissions, this.now())
      const appended = await appendAfter(this.database, organisation, after, entries.map(rowOf))
      if (!appended) return undefined
      this.#takeIn(fold, entries)
      await this.#hint()
      return entries
    })
  }

  /** Appends entries that were exported elsewhere, as they are. */
  appendVerbatim(organisation: string, entries: readonly Entry[]): Promise<boolean> {
    return this.#inTurn(async () => {
      const fold = this.#fold(organisation)
      const appended = await appendAfter(this.database, organisation, fold.position, entries.map(rowOf))
      if (!appended) return false
      this.#takeIn(fold, entries)
      await this.#hint()
      return true
    })
  }

  /**
   * The hash that stands for the whole register, or for it up to a position; two clones have the same one if and only if
   * they hold the same.
   */
  rootHash(organisation: string, position = this.record(organisation).position): string {
    const fold = this.record(organisation)
    const key = position === fold.position ? organisation : `${organisation} open`
    const known = this.#hashes.get(key)
    if (known?.fold === fold && known.position === position) return known.hash
    const tree = known?.fold === fold && known.tree.size <= position ? known.tree : new GrowingTree(sha256)
    const hash = grown(tree, fold, position)
    this.#hashes.set(key, { fold, position, hash, tree })
    return hash
  }

  /**
   * Keeps up with other processes: polls, and on a server also listens, which only makes it sooner.
   * @returns a function that stops it
   */
  follow(everyMilliseconds: number, onTrouble: (trouble: unknown) => void): () => void {
    if (this.database.kind === 'embedded') return () => {}
    // One poll may wait for its turn, not more: while a server is slow to fail they would pile up.
    let waiting = false
    const poll = () => {
      if (waiting) return
      waiting = true
      void this.#turn.then(() => {
        waiting = false
      })
      this.catchUp().then((damaged) => damaged && onTrouble(damaged), onTrouble)
    }
    const timer = setInterval(poll, everyMilliseconds)
    const stopListening = listen(this.database, channels.register, poll)
    return () => {
      clearInterval(timer)
      stopListening()
    }
  }

  /**
   * Calls the listener with whatever is entered from now on, here or by another process, in order and a moment after it
   * is in the record. The listener may itself ask for something to be entered. What it throws is logged and goes no further.
   * @returns a function that ends it
   */
  onAppended(listener: OnAppended): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#turn
    await this.database.close()
  }

  async #read(organisation: string): Promise<Refusal | undefined> {
    const fold = this.#fold(organisation)
    for await (const page of pagesAfter(this.database, organisation, fold.position)) {
      if (isRefusal(page)) return page
      const entries: Entry[] = []
      for (const stored of page) {
        const entry = this.#stored.read(stored)
        if (isRefusal(entry)) return entry
        entries.push(entry)
      }
      const readable = await this.#unsealed(fold, entries)
      if (isRefusal(readable)) return readable
      this.#takeIn(fold, readable)
    }
    return undefined
  }

  /**
   * The same entries with what is under seal of them: all of it or, in a copy for others, none.
   * @refuses 'damaged-register' where some of it is missing, or is not what was entered
   */
  async #unsealed(fold: Fold, entries: readonly Entry[]): Promise<readonly Entry[] | Refusal> {
    const [first, last] = [entries[0], entries.at(-1)]
    if (!first || !last || !entries.some(({ act }) => act.kind === 'sealed')) return entries
    const { organisation } = fold
    const bodies = await bodiesBetween(this.database, organisation, first.position - 1, last.position)
    const isCopy = fold.hasSealed || (bodies.size === 0 && !(await hasBodies(this.database, organisation)))
    if (isCopy && bodies.size === 0) return entries
    const whole: Entry[] = []
    for (const entry of entries) {
      const body = bodies.get(entry.position)
      const isMissing = entry.act.kind === 'sealed' && (isCopy || body === undefined)
      const read = isMissing || body === undefined ? entry : opened(entry, body, hashOf)
      if (isMissing || isRefusal(read)) {
        const text = `What is under seal at position ${entry.position} of "${organisation}" is not what was entered.`
        return refuse('damaged-register', text, {
          remedy: 'It was changed or taken out by hand. Restore the database from a backup.',
        })
      }
      whole.push(read)
    }
    return whole
  }

  /** `NOTIFY` is a hint: if it fails, polling brings the news a little later. */
  async #hint(): Promise<void> {
    if (this.database.kind === 'server') await this.database.pool.query(`notify ${channels.register}`).catch(() => {})
  }

  #takeIn(fold: Fold, entries: readonly Entry[]): void {
    for (const entry of entries) fold.append(entry)
    if (this.#listeners.size === 0 || entries.length === 0) return
    if (this.#news.length === 0) setImmediate(() => this.#tell())
    this.#news.push({ organisation: fold.organisation, entries })
  }

  #tell(): void {
    const news = this.#news
    this.#news = []
    for (const { organisation, entries } of news) {
      for (const listener of this.#listeners) {
        try {
          listener(organisation, entries)
        } catch (error) {
          console.error(error)
        }
      }
    }
  }

  #fold(organisation: string): Fold {
    const fold = this.record(organisation)
    this.#folds.set(organisation, fold)
    return fold
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => {})
    return result
  }
}

/** The hash that stands for everything in a record's register up to a position. */
export function rootHashOf(record: Fold, position = record.position): string {
  return grown(new GrowingTree(sha256), record, position)
}

/** The hash once the tree holds all up to a position. */
function grown(tree: GrowingTree, record: Fold, position: number): string {
  for (const entry of record.entries(position, tree.size)) tree.add(encodeEntry(entry))
  return Buffer.from(tree.root()).toString('hex')
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

export function systemClock(): Instant {
  return new Date().toISOString() as Instant
}

/** Entries with positions and times; a time never lies before that of the entry it follows. */
export function entriesAfter(fold: Fold, submissions: readonly Submission[], now: Instant): Entry[] {
  let last = fold.recordedAt ?? ('' as Instant)
  return submissions.map(({ act, ruling, constitution, recordedAt = now, seat }, index) => {
    if (recordedAt > last) last = recordedAt
    const position = fold.position + index + 1
    const { organisation } = fold
    const entry: Entry = { position, id: act.id, organisation, recordedAt: last, act, ruling, constitution }
    const whole = seat === undefined ? entry : { ...entry, seat: seatId(seat) }
    return isClosed(act) && act.kind !== 'sealed' ? { ...whole, sealed: sealOf(whole) } : whole
  })
}

function sealOf(entry: Entry): Seal {
  const salt = randomBytes(16).toString('hex')
  return { salt, seal: hashOf(bodyOf(entry, salt)) }
}

/** @refuses 'damaged-register', or 'database-away' on a server: the table cannot be made or read */
function unreadable({ kind }: Database, error: unknown): Refusal {
  const remedy = 'Nothing was changed.'
  if (kind === 'server') {
    return refuse('database-away', `The database at DATABASE_URL cannot be used: ${reasonOf(error)}`, {
      remedy: `${remedy} Check that this user may make and read tables there.`,
    })
  }
  return refuse('damaged-register', `The register cannot be read: ${reasonOf(error)}`, {
    remedy: `${remedy} Restore the data folder from a backup, or set CHANCERY_DATA to a new one.`,
  })
}

function rowOf(entry: Entry): Row {
  const { position, id, recordedAt, sealed } = entry
  const body = sealed ? { body: bodyOf(entry, sealed.salt) } : {}
  return { position, id, recordedAt, entry: encodeEntry(entry), ...body }
}
