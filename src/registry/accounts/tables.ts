import type pg from 'pg'
import { type Instant, isRefusal, type Refusal } from '../../rules/index.ts'
import type { Database } from '../database.ts'
import { bringUpToDate } from './versions.ts'

/** Asks the database, on a connection of its own or inside a transaction. */
export type Ask = <Found extends object>(sql: string | Prepared, values?: readonly unknown[]) => Promise<Found[]>

/** What is asked with every page: each connection plans it once, which takes longer than the answer. */
export interface Prepared {
  /** Its own: one name, one text. */
  readonly name: string
  readonly text: string
}

/** The tables of accounts in a database, made or brought up to date when they are first asked for. */
export class Tables {
  readonly now: () => Instant
  readonly #database: Database
  #made: Promise<Refusal | undefined> | undefined

  constructor(database: Database, now: () => Instant) {
    this.#database = database
    this.now = now
  }

  /** One statement; what it gives back. */
  readonly ask: Ask = async <Found extends object>(sql: string | Prepared, values: readonly unknown[] = []) => {
    await this.#ready()
    return again(async () => (await this.#database.pool.query<Found>(asQuery(sql), [...values])).rows)
  }

  /** Several statements, all of them or none: a refusal takes back what came before it. */
  async together<Result>(work: (ask: Ask) => Promise<Result | Refusal>): Promise<Result | Refusal> {
    await this.#ready()
    return again(() => this.#transaction(work))
  }

  async #transaction<Result>(work: (ask: Ask) => Promise<Result | Refusal>): Promise<Result | Refusal> {
    const client = await this.#database.pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const result = await work(
        async <Found extends object>(sql: string | Prepared, values: readonly unknown[] = []) =>
          (await client.query<Found>(asQuery(sql), [...values])).rows,
      )
      await client.query(isRefusal(result) ? 'rollback' : 'commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  /**
   * Makes the tables, or brings those that are there up to date.
   * @refuses 'newer-accounts' tables of a later version of this program
   */
  ready(): Promise<Refusal | undefined> {
    this.#made ??= bringUpToDate(this.#database).catch((error) => {
      // A database that was away may be back at the next question.
      this.#made = undefined
      throw error
    })
    return this.#made
  }

  /** Whoever did not ask before is told by an error: nothing is written into tables that are not understood. */
  async #ready(): Promise<void> {
    const refusal = await this.ready()
    if (refusal) throw new Error([refusal.message, refusal.remedy].join(' '))
  }
}

/** Where the database isolates strictly, one of two that met is told to try again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const { code } = error as pg.DatabaseError
      if ((code !== '40001' && code !== '40P01') || tries === 10) throw error
    }
  }
}

/** The moment so many hours after another. */
export function hoursAfter(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant
}

function asQuery(sql: string | Prepared): Prepared | { readonly text: string } {
  return typeof sql === 'string' ? { text: sql } : sql
}
