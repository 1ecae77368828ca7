import type pg from 'pg'
import { type Instant, isRefusal, type Refusal } from '../../rules/index.ts'
import type { Database } from '../database.ts'
import { makeTables } from '../tables.ts'

/**
 * What names private persons. It stands outside the register, whose entries are never taken back, so that it can be
 * erased. Of a token only its hash is kept; times are Instants, of one width, so `<` is their order.
 */
const definition = `
  create table if not exists accounts (
    id uuid primary key,
    name text not null,
    email text,
    created_at text not null
  );
  create table if not exists account_seats (
    account uuid not null references accounts on delete cascade,
    organisation text not null,
    seat text not null,
    role text not null check (role in ('head', 'member')),
    since text not null,
    primary key (account, organisation, seat)
  );
  create index if not exists account_seats_by_seat on account_seats (organisation, seat);
  create table if not exists passkeys (
    id text primary key,
    account uuid not null references accounts on delete cascade,
    public_key text not null,
    counter bigint not null,
    transports text not null,
    label text not null,
    created_at text not null,
    used_at text
  );
  create index if not exists passkeys_by_account on passkeys (account);
  create table if not exists oidc_identities (
    issuer text not null,
    subject text not null,
    account uuid not null references accounts on delete cascade,
    created_at text not null,
    primary key (issuer, subject)
  );
  create table if not exists sessions (
    id uuid primary key,
    token_hash text not null unique,
    account uuid references accounts on delete cascade,
    organisation text,
    seat text,
    label text not null,
    created_at text not null,
    seen_at text not null,
    expires_at text not null,
    ended_at text
  );
  create index if not exists sessions_by_account on sessions (account);
  create index if not exists sessions_by_seat on sessions (organisation, seat);
  create table if not exists invitations (
    id uuid primary key,
    token_hash text not null unique,
    organisation text not null,
    seat text not null,
    role text not null check (role in ('head', 'member')),
    made_by uuid references accounts on delete set null,
    made_at text not null,
    expires_at text not null,
    used_at text
  );
  create index if not exists invitations_by_seat on invitations (organisation, seat);
  create table if not exists api_tokens (
    id uuid primary key,
    token_hash text not null unique,
    organisation text not null,
    seat text not null,
    label text not null,
    made_by uuid references accounts on delete cascade,
    created_at text not null,
    used_at text,
    ended_at text
  );
  create index if not exists api_tokens_by_seat on api_tokens (organisation, seat);
  create table if not exists sign_in_steps (
    token_hash text primary key,
    kind text not null,
    kept text not null,
    expires_at text not null
  );
  create table if not exists contacts (
    id uuid primary key,
    organisation text not null,
    participant text not null,
    role text not null,
    name text not null,
    email text,
    phone text,
    entered_at text not null
  );
  create index if not exists contacts_by_participant on contacts (organisation, participant);
  create table if not exists feed_keys (
    id uuid primary key,
    key_hash text not null unique,
    organisation text not null,
    seat text not null,
    account uuid references accounts on delete cascade,
    label text not null,
    created_at text not null,
    used_at text,
    ended_at text
  );
  create index if not exists feed_keys_by_seat on feed_keys (organisation, seat);
  create table if not exists mailings (
    account uuid not null references accounts on delete cascade,
    organisation text not null,
    seat text not null,
    mailing text not null check (mailing in ('none', 'at-once', 'daily')),
    primary key (account, organisation, seat)
  );
  create table if not exists mail_outbox (
    id uuid primary key,
    key text not null unique,
    account uuid not null references accounts on delete cascade,
    organisation text not null,
    message_id text not null,
    subject text not null,
    text text not null,
    made_at text not null,
    next_try_at text not null,
    tries integer not null,
    sent_at text,
    given_up_at text
  );
  create index if not exists mail_outbox_by_time on mail_outbox (next_try_at) where sent_at is null and given_up_at is null;
  create table if not exists accounts_and_mail_are_ready (ready boolean);
`

/** Asks the database, on a connection of its own or inside a transaction. */
export type Ask = <Found extends object>(sql: string, values?: readonly unknown[]) => Promise<Found[]>

/** The tables of accounts in a database, made when they are first asked for. */
export class Tables {
  readonly now: () => Instant
  readonly #database: Database
  #made: Promise<void> | undefined

  constructor(database: Database, now: () => Instant) {
    this.#database = database
    this.now = now
  }

  /** One statement; what it gives back. */
  readonly ask: Ask = async <Found extends object>(sql: string, values: readonly unknown[] = []) => {
    await this.#ready()
    return again(async () => (await this.#database.pool.query<Found>(sql, [...values])).rows)
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
        async <Found extends object>(sql: string, values: readonly unknown[] = []) =>
          (await client.query<Found>(sql, [...values])).rows,
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

  #ready(): Promise<void> {
    this.#made ??= makeTables(this.#database, 'accounts_and_mail_are_ready', definition).catch((error) => {
      // A database that was away may be back at the next question.
      this.#made = undefined
      throw error
    })
    return this.#made
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
