import type pg from 'pg'
import { type Refusal, refuse } from '../../rules/index.ts'
import type { Database } from '../database.ts'
import { isMeeting } from '../tables.ts'

/**
 * What names private persons. It stands outside the register, whose entries are never taken back, so that it can be
 * erased. Of a token only its hash is kept; times are Instants, of one width, so `<` is their order.
 *
 * The first version may be run over its own tables: those made before there was a row with the version had no other shape.
 */
const first = `
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
`

/**
 * What each version adds to the one before, the first of them 1. Each only adds, so that a process of the version before
 * goes on beside one of this; what has gone out is never changed, a change is another version.
 */
export const versions: readonly string[] = [
  first,
  // Links of a first start, each of which is void once somebody is there.
  'alter table invitations add column if not exists while_vacant boolean not null default false',
]
const latest = versions.length

/** One row, since `one` can be nothing but true. */
const versionTable = `create table if not exists accounts_version (
  one boolean primary key default true check (one),
  version integer not null
)`
/** Several processes may start at once: one of them makes the tables, the others wait for it. */
const lock = 7_201_503

/**
 * Brings the tables of accounts to the version of this program: all steps that are missing, or none.
 * @refuses 'newer-accounts' tables of a later version, which this one would not understand; nothing is changed
 */
export async function bringUpToDate({ pool }: Database): Promise<Refusal | undefined> {
  if ((await versionIn(pool)) === latest) return undefined
  for (let tries = 1; ; tries += 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [lock])
      const found = await versionIn(client)
      if (found < latest) {
        for (const step of versions.slice(found)) await client.query(step)
        await client.query(versionTable)
        await client.query(
          'insert into accounts_version (version) values ($1) on conflict (one) do update set version = excluded.version',
          [latest],
        )
      }
      await client.query('commit')
      return found > latest ? newer(found) : undefined
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      if (!isMeeting(error) || tries === 10) throw error
    } finally {
      client.release(broken)
    }
  }
}

/** 0 where there are no tables, or those from before there were versions. */
async function versionIn(asked: Pick<pg.ClientBase, 'query'> | pg.Pool): Promise<number> {
  const exists = await asked.query("select to_regclass('accounts_version') is not null as there")
  if (!exists.rows[0]?.there) return 0
  const found = await asked.query('select version from accounts_version')
  return Number(found.rows[0]?.version ?? 0)
}

function newer(found: number): Refusal {
  return refuse(
    'newer-accounts',
    `The tables of accounts are of version ${found}; this program knows them up to version ${latest}.`,
    { remedy: 'Nothing was changed. Update the program: a later version of it has used this database.' },
  )
}
