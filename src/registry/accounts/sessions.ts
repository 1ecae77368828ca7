import { randomUUID } from 'node:crypto'
import { readSeat, type Seat, seatId } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import type { Endings } from './endings.ts'
import type { Account, Role } from './people.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { type Ask, hoursAfter, type Tables } from './tables.ts'

/** Hours after which one signs in again, whatever happened in between. */
export const sessionHours = 30 * 24

/** A browser in which somebody sits, or is signed in and sits nowhere yet. */
export interface Session {
  readonly id: string
  /** Nobody, where seats are open to whoever comes. */
  readonly account?: Account
  /** Where it sits; nothing before a seat was taken. */
  readonly sits?: { readonly organisation: string; readonly seat: Seat; readonly role?: Role }
  readonly label: string
  readonly createdAt: Instant
  readonly seenAt: Instant
}

export interface NewSession {
  readonly account?: string
  readonly sits?: { readonly organisation: string; readonly seat: Seat }
  /** Which browser it is, in a few words. */
  readonly label: string
}

export class Sessions {
  readonly #tables: Tables
  readonly #endings: Endings
  constructor(tables: Tables, endings: Endings) {
    this.#tables = tables
    this.#endings = endings
  }

  /** @returns the token for the browser to keep; it cannot be found out again */
  begin(session: NewSession): Promise<string> {
    return beginSession(this.#tables.ask, session, this.#tables.now())
  }

  /**
   * Whose a token is: nothing if it was never given out, has ended or is too old. Whether a person still has the seat is
   * asked each time, so that who was removed is the public at the next request, on every process.
   *
   * @param counts whether somebody asks with it now
   */
  async find(token: string, counts = true): Promise<Session | undefined> {
    const now = this.#tables.now()
    const [found] = await this.#tables.ask<Row>(byToken, [hashOfSecret(token), now])
    if (!found) return undefined
    // Once a minute is often enough, and spares a write with every page.
    if (counts && found.seen_at < hoursAfter(now, -1 / 60))
      await this.#tables.ask('update sessions set seen_at = $2 where id = $1', [found.id, now])
    return sessionFrom(found)
  }

  /** Sits down elsewhere. With an account only where the person has a seat. @returns whether it does */
  async move(session: string, organisation: string, seat: Seat): Promise<boolean> {
    const moved = await this.#tables.ask(
      `update sessions set organisation = $2, seat = $3 where id = $1 and ended_at is null and (account is null or exists (
         select 1 from account_seats held
         where held.account = sessions.account and held.organisation = $2 and held.seat = $3)) returning id`,
      [session, organisation, seatId(seat)],
    )
    if (moved.length > 0) await this.#endings.say(`session:${session}`)
    return moved.length > 0
  }

  /** Leaves its seat and stays signed in. */
  async stand(session: string): Promise<void> {
    await this.#tables.ask('update sessions set organisation = null, seat = null where id = $1', [session])
    await this.#endings.say(`session:${session}`)
  }

  async end(session: string): Promise<void> {
    await this.#tables.ask('update sessions set ended_at = $2 where id = $1 and ended_at is null', [
      session,
      this.#tables.now(),
    ])
    await this.#endings.say(`session:${session}`)
  }

  /** One of a person's own. @returns whether it was theirs */
  async endOf(account: string, session: string): Promise<boolean> {
    const ended = await this.#tables.ask(
      'update sessions set ended_at = $3 where account = $1 and id::text = $2 and ended_at is null returning id',
      [account, session, this.#tables.now()],
    )
    if (ended.length > 0) await this.#endings.say(`session:${session}`)
    return ended.length > 0
  }

  async endAllOf(account: string): Promise<void> {
    await this.#tables.ask('update sessions set ended_at = $2 where account = $1 and ended_at is null', [
      account,
      this.#tables.now(),
    ])
    await this.#endings.say(`account:${account}`)
  }

  /** A person's sessions that go on, the one last used first. */
  async ofAccount(account: string): Promise<Session[]> {
    const found = await this.#tables.ask<Row>(
      `${selection} where sessions.account = $1 and ${goesOn('$2')} order by seen_at desc, sessions.id`,
      [account, this.#tables.now()],
    )
    return found.map(sessionFrom)
  }

  /** The sessions that sit in a seat, the one last used first. */
  async ofSeat(organisation: string, seat: Seat): Promise<Session[]> {
    const found = await this.#tables.ask<Row>(
      `${selection} where sessions.organisation = $1 and sessions.seat = $2 and ${goesOn('$3')}
       and (sessions.account is null or held.role is not null) order by seen_at desc, sessions.id`,
      [organisation, seatId(seat), this.#tables.now()],
    )
    return found.map(sessionFrom)
  }

  /** The seats in which somebody has been of late, with how many; no names. */
  async here(organisation: string, withinMinutes: number): Promise<{ readonly seat: Seat; readonly count: number }[]> {
    const now = this.#tables.now()
    const found = await this.#tables.ask<{ seat: string; count: string }>(
      `select sessions.seat, count(*) as count from sessions
       left join account_seats held
         on held.account = sessions.account and held.organisation = sessions.organisation and held.seat = sessions.seat
       where sessions.organisation = $1 and ${goesOn('$2')} and sessions.seen_at >= $3
         and sessions.seat <> 'public' and (sessions.account is null or held.role is not null)
       group by sessions.seat order by sessions.seat`,
      [organisation, now, hoursAfter(now, -withinMinutes / 60)],
    )
    return found.flatMap(({ seat, count }) => {
      const read = readSeat(seat)
      return read ? [{ seat: read, count: Number(count) }] : []
    })
  }
}

/** Begins a session, also inside a transaction. What is long over is cleared away. */
export async function beginSession(ask: Ask, { account, sits, label }: NewSession, now: Instant): Promise<string> {
  const token = newSecret()
  await ask('delete from sessions where expires_at < $1', [hoursAfter(now, -24)])
  await ask(
    `insert into sessions (id, token_hash, account, organisation, seat, label, created_at, seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      randomUUID(),
      hashOfSecret(token),
      account ?? null,
      sits?.organisation ?? null,
      sits ? seatId(sits.seat) : null,
      label.slice(0, 100),
      now,
      hoursAfter(now, sessionHours),
    ],
  )
  return token
}

interface Row {
  id: string
  account: string | null
  name: string | null
  organisation: string | null
  seat: string | null
  role: Role | null
  label: string
  created_at: Instant
  seen_at: Instant
}

const selection = `
  select sessions.id, sessions.account, accounts.name, sessions.organisation, sessions.seat, held.role, sessions.label,
    sessions.created_at, sessions.seen_at
  from sessions left join accounts on accounts.id = sessions.account
  left join account_seats held
    on held.account = sessions.account and held.organisation = sessions.organisation and held.seat = sessions.seat`

const goesOn = (now: string) => `sessions.ended_at is null and sessions.expires_at > ${now}`

const byToken = { name: 'session-by-token', text: `${selection} where sessions.token_hash = $1 and ${goesOn('$2')}` }

function sessionFrom(row: Row): Session {
  const seat = row.seat === null ? undefined : readSeat(row.seat)
  const maySit = row.account === null || row.role !== null
  return {
    id: row.id,
    ...(row.account !== null && row.name !== null ? { account: { id: row.account, name: row.name } } : {}),
    ...(seat && row.organisation !== null && maySit
      ? { sits: { organisation: row.organisation, seat, ...(row.role ? { role: row.role } : {}) } }
      : {}),
    label: row.label,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }
}
