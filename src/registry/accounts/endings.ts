import type { Database } from '../database.ts'
import { channels, listen } from '../listening.ts'

/** What somebody sits by: a session, an account, a token, with its id, which is no secret. */
export type SitsBy = `session:${string}` | `account:${string}` | `token:${string}`

/** Told that one of these ended or sits elsewhere; with nothing, that this may be so of any. */
export type OnEnded = (by?: SitsBy) => void

/** Says that somebody no longer sits where they sat, to whoever keeps something open for them. */
export class Endings {
  readonly #database: Database
  readonly #listeners = new Set<OnEnded>()
  constructor(database: Database) {
    this.#database = database
  }

  /** Once it is in the database. `NOTIFY` is a hint: if it fails, other processes find out when they look again. */
  async say(...ended: readonly SitsBy[]): Promise<void> {
    for (const by of ended) {
      this.#tell(by)
      if (this.#database.kind === 'server')
        await this.#database.pool.query('select pg_notify($1, $2)', [channels.seats, by]).catch(() => {})
    }
  }

  /** @returns a function that ends it */
  onEnded(listener: OnEnded): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Hears it from other processes on the same database as well.
   * @returns a function that stops it
   */
  follow(): () => void {
    if (this.#database.kind === 'embedded') return () => {}
    return listen(this.#database, channels.seats, (said) => this.#tell(said as SitsBy | undefined))
  }

  #tell(by: SitsBy | undefined): void {
    for (const listener of this.#listeners) listener(by)
  }
}
