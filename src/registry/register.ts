import { hash } from 'node:crypto'
import type pg from 'pg'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import type { Database } from './database.ts'
import { makeTables } from './tables.ts'

/** A row as stored: the canonical bytes of an entry and their hash. */
export interface Row {
  readonly position: number
  readonly id: string
  readonly recordedAt: string
  readonly entry: string
  /** What is under seal of it, kept beside and never hashed as such. */
  readonly body?: string
}

/**
 * One append-only table for all organisations. Plain SQL; the trigger is a guard against a slip of the hand, not
 * against whoever owns the database: that is what the hashes are for.
 */
const definition = `
  create table if not exists register (
    organisation text not null,
    position bigint not null check (position > 0),
    id text not null,
    recorded_at text not null,
    entry text not null,
    hash text not null,
    primary key (organisation, position),
    unique (organisation, id)
  );
  create or replace function register_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'The register is append-only.'; end $$;
  create or replace trigger register_is_append_only before update or delete or truncate on register
    for each statement execute function register_is_append_only();
`

/** The bodies of acts under seal stand beside the register: what a mirror is given does not have them. */
const bodiesDefinition = `
  create table if not exists register_bodies (
    organisation text not null,
    position bigint not null,
    body text not null,
    primary key (organisation, position)
  );`

/** Makes the table where it is missing, in one transaction. Several processes may do so at once. */
export async function prepareRegister(database: Database): Promise<void> {
  await makeTables(database, 'register', definition)
  await makeTables(database, 'register_bodies', bodiesDefinition)
}

export async function organisationsIn({ pool }: Database): Promise<string[]> {
  // From one to the next by the index: `distinct` would read every row.
  const result = await pool.query(`
    with recursive kept(organisation) as (
      (select organisation from register order by organisation limit 1)
      union all
      select (select min(register.organisation) from register where register.organisation > kept.organisation)
      from kept where kept.organisation is not null
    )
    select organisation from kept where organisation is not null`)
  return result.rows.map((row) => row.organisation)
}

const pageSize = 2_000

/**
 * The stored entries after a position, in order, a page at a time and checked against their hashes. The next page is on
 * its way while one is being used.
 * @refuses 'damaged-register' a gap, or bytes that are not those hashed; nothing comes after a refusal
 */
export async function* pagesAfter(
  { pool }: Database,
  organisation: string,
  position: number,
): AsyncGenerator<readonly string[] | Refusal> {
  const found = await pool.query('select coalesce(max(position), 0) as head from register where organisation = $1', [
    organisation,
  ])
  const head = Number(found.rows[0].head)
  const ask = (after: number) => pool.query(pageOfEntries, [organisation, after, Math.min(after + pageSize, head)])
  let asked = position < head ? ask(position) : undefined
  for (let after = position; asked; after += pageSize) {
    const [page] = (await asked).rows as [{ entries: string | null; hashes: string | null }]
    const length = Math.min(pageSize, head - after)
    asked = after + length < head ? ask(after + length) : undefined
    // It may not be waited for any more; whoever does is told.
    asked?.catch(() => {})
    const [entries, hashes] = [page.entries?.split('\n') ?? [], page.hashes?.split('\n') ?? []]
    const whole = entries.length === length && hashes.length === length
    if (!whole || !entries.every((entry, index) => hashOf(entry) === hashes[index])) {
      const place = await damagedPlace(pool, organisation, after)
      yield refuse('damaged-register', `The register of "${organisation}" is damaged at position ${place}.`, {
        remedy: 'The bytes stored are not those that were entered. Restore the database from a backup.',
      })
      return
    }
    yield entries
  }
}

/**
 * A page as one row, since each row costs PGlite as much as reading it does. No line feed stands in canonical JSON. Both
 * ends are given: with one and a limit, a database without statistics sorts all that is left for every page.
 */
const pageOfEntries = `
  select string_agg(entry, chr(10) order by position) as entries, string_agg(hash, chr(10) order by position) as hashes
  from register where organisation = $1 and position > $2 and position <= $3`

/** The first position after one that is missing or whose bytes are not those hashed. */
async function damagedPlace(pool: pg.Pool, organisation: string, after: number): Promise<number> {
  const sql = `select position, entry, hash from register
    where organisation = $1 and position > $2 order by position limit ${pageSize}`
  const { rows } = await pool.query(sql, [organisation, after])
  const isWhole = (row: { position: string; entry: string; hash: string }, index: number) =>
    Number(row.position) === after + index + 1 && hashOf(row.entry) === row.hash
  const wrong = rows.findIndex((row, index) => !isWhole(row, index))
  return after + 1 + (wrong === -1 ? rows.length : wrong)
}

/** All stored entries after a position; the first refusal if there is one. */
export async function readAfter(
  database: Database,
  organisation: string,
  position: number,
): Promise<string[] | Refusal> {
  const entries: string[] = []
  for await (const page of pagesAfter(database, organisation, position)) {
    if (isRefusal(page)) return page
    entries.push(...page)
  }
  return entries
}

/**
 * Compare-and-append: all rows or none, and only while the head is still the position `after`.
 * Two processes that append on one head meet at the primary key: the second waits for the first, then fails.
 *
 * @returns whether the rows were appended; `false` when the head had moved or an id was taken meanwhile
 */
export async function appendAfter(
  database: Database,
  organisation: string,
  after: number,
  rows: readonly Row[],
): Promise<boolean> {
  const client = await database.pool.connect()
  // One statement is all or nothing by itself.
  const isOne = rows.length <= pageSize
  let broken: Error | undefined
  try {
    if (!isOne) await client.query('begin')
    for (let first = 0; first < rows.length; first += pageSize) {
      const page = rows.slice(first, first + pageSize)
      if (await inserted(client, organisation, after + first, page)) continue
      if (!isOne) await client.query('rollback')
      return false
    }
    if (!isOne) await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    if (!broken && (await headHasMoved(client, organisation, after, error as pg.DatabaseError))) return false
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Whether an append failed because another came first. An id that is taken while the head stands still will be taken at
 * every further try, so that is not one of these. A serialization failure (40001) is worth another try in any case.
 */
async function headHasMoved(client: pg.PoolClient, organisation: string, after: number, { code }: pg.DatabaseError) {
  if (code !== '23505') return code === '40001'
  const sql = 'select coalesce(max(position), 0) as head from register where organisation = $1'
  return Number((await client.query(sql, [organisation])).rows[0].head) !== after
}

/** @returns whether the head was still the position `after`; if not, nothing is inserted */
async function inserted(client: pg.PoolClient, organisation: string, after: number, rows: readonly Row[]) {
  const sealed = rows.filter((row) => row.body !== undefined)
  const { rowCount } = await client.query(insertion, [
    organisation,
    rows.map((row) => row.position),
    rows.map((row) => row.id),
    rows.map((row) => row.recordedAt),
    rows.map((row) => row.entry),
    rows.map((row) => hashOf(row.entry)),
    after,
    sealed.map((row) => row.position),
    sealed.map((row) => row.body),
  ])
  return rowCount === rows.length
}

/** Rows with the bodies of those under seal. Prepared: to plan it takes PGlite as long as to do it. */
const insertion = {
  name: 'register-append',
  text: `
  with added as (
    insert into register (organisation, position, id, recorded_at, entry, hash)
    select $1, new.position, new.id, new.recorded_at, new.entry, new.hash
    from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
      as new(position, id, recorded_at, entry, hash)
    where (select coalesce(max(position), 0) from register where organisation = $1) = $7
    returning position
  ), closed as (
    insert into register_bodies (organisation, position, body)
    select $1, position, new.body
    from unnest($8::bigint[], $9::text[]) as new(position, body) join added using (position)
  )
  select from added`,
}

/** What is under seal at positions after one, up to another. */
export async function bodiesBetween(
  { pool }: Database,
  organisation: string,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<number, string>> {
  const sql = 'select position, body from register_bodies where organisation = $1 and position > $2 and position <= $3'
  const { rows } = await pool.query(sql, [organisation, after, upTo])
  return new Map(rows.map((row) => [Number(row.position), row.body]))
}

/** Whether anything under seal is kept of an organisation. */
export async function hasBodies({ pool }: Database, organisation: string): Promise<boolean> {
  const { rows } = await pool.query('select 1 from register_bodies where organisation = $1 limit 1', [organisation])
  return rows.length > 0
}

export function hashOf(entry: string): string {
  return hash('sha256', entry, 'hex')
}
