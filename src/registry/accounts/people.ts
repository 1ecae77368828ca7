import { randomUUID } from 'node:crypto'
import { readSeat, type Seat, seatId } from '../../record/index.ts'
import { type Instant, isRefusal } from '../../rules/index.ts'
import type { Endings } from './endings.ts'
import type { Ask, Tables } from './tables.ts'

export type Role = 'head' | 'member'

/** A private person, as the others of the house know them. */
export interface Account {
  readonly id: string
  readonly name: string
}

/** Somebody who may sit in a seat. */
export interface Person extends Account {
  readonly role: Role
  readonly since: Instant
}

export interface SeatHeld {
  readonly organisation: string
  readonly seat: Seat
  readonly role: Role
}

/** Who there is, and who may sit where. */
export class People {
  readonly #tables: Tables
  readonly #endings: Endings
  constructor(tables: Tables, endings: Endings) {
    this.#tables = tables
    this.#endings = endings
  }

  async find(account: string): Promise<(Account & { readonly email: string | null }) | undefined> {
    const found = await this.#tables.ask<Account & { email: string | null }>(
      'select id, name, email from accounts where id = $1',
      [account],
    )
    return found[0]
  }

  /** The people of a seat, heads first. */
  ofSeat(organisation: string, seat: Seat): Promise<Person[]> {
    return this.#tables.ask<Person>(
      `select accounts.id, accounts.name, account_seats.role, account_seats.since
       from account_seats join accounts on accounts.id = account_seats.account
       where organisation = $1 and seat = $2 order by role, accounts.name, accounts.id`,
      [organisation, seatId(seat)],
    )
  }

  /** The seats that one person may take. */
  async seatsOf(account: string): Promise<SeatHeld[]> {
    const found = await this.#tables.ask<{ organisation: string; seat: string; role: Role }>(
      'select organisation, seat, role from account_seats where account = $1 order by organisation, seat',
      [account],
    )
    return found.flatMap(({ organisation, seat, role }) => {
      const read = readSeat(seat)
      return read ? [{ organisation, seat: read, role }] : []
    })
  }

  /**
   * Takes a seat from a person, and with it at once whatever lets them act there: their sessions in it, the tokens they
   * made for it, the keys of their feeds, and their invitations to it that nobody has used; with a seat in the Secretariat
   * also the tokens and invitations that they made for others.
   * @returns whether they had it
   */
  async remove(account: string, organisation: string, seat: Seat): Promise<boolean> {
    const at = [account, organisation, seatId(seat)]
    const removed = await this.#tables.together(async (ask) => {
      const had = await ask(
        'delete from account_seats where account = $1 and organisation = $2 and seat = $3 returning account',
        at,
      )
      const now = this.#tables.now()
      const of = (who: string) => `where ${who} = $1 and organisation = $2 and seat = $3`
      // The Secretariat makes them for any seat; those of a seat that the person has as well are theirs by that.
      const made = `where made_by = $1 and organisation = $2 and (seat = $3 or ($3 = 'secretariat' and seat not in (
        select held.seat from account_seats held where held.account = $1 and held.organisation = $2)))`
      await ask(`update sessions set ended_at = $4 ${of('account')} and ended_at is null`, [...at, now])
      const tokens = await ask<{ id: string }>(
        `update api_tokens set ended_at = $4 ${made} and ended_at is null returning id`,
        [...at, now],
      )
      await ask(`update feed_keys set ended_at = $4 ${of('account')} and ended_at is null`, [...at, now])
      await ask(`delete from mailings ${of('account')}`, at)
      await ask(`delete from invitations ${made} and used_at is null`, at)
      return { had: had.length > 0, tokens }
    })
    if (isRefusal(removed)) return false
    await this.#endings.say(`account:${account}`, ...removed.tokens.map(({ id }) => `token:${id}` as const))
    return removed.had
  }

  /** Everything that names a person or was in their hand, gone: account, seats, passkeys, sessions, tokens, invitations. */
  async erase(account: string): Promise<void> {
    const tokens = await this.#tables.together(async (ask) => {
      await ask('delete from invitations where made_by = $1 and used_at is null', [account])
      const made = await ask<{ id: string }>('delete from api_tokens where made_by = $1 returning id', [account])
      // Whatever else refers to an account goes with it.
      await ask('delete from accounts where id = $1', [account])
      return made
    })
    if (isRefusal(tokens)) return
    await this.#endings.say(`account:${account}`, ...tokens.map(({ id }) => `token:${id}` as const))
  }
}

/** Enters a person, inside a transaction of whoever invites them. */
export async function enterAccount(ask: Ask, name: string, email: string | undefined, now: string): Promise<Account> {
  const id = randomUUID()
  await ask('insert into accounts (id, name, email, created_at) values ($1, $2, $3, $4)', [
    id,
    name,
    email ?? null,
    now,
  ])
  return { id, name }
}

/** Gives a person a seat; one who has it already loses nothing by a second invitation. */
export async function giveSeat(ask: Ask, account: string, held: SeatHeld, now: string): Promise<void> {
  await ask(
    `insert into account_seats (account, organisation, seat, role, since) values ($1, $2, $3, $4, $5)
     on conflict (account, organisation, seat) do update
     set role = case when excluded.role = 'head' then 'head' else account_seats.role end`,
    [account, held.organisation, seatId(held.seat), held.role, now],
  )
}
