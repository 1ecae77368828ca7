import { randomUUID } from 'node:crypto'
import { readSeat, type Seat, seatId } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { hoursAfter, type Tables } from './tables.ts'

/** A key in an address, which opens two feeds of one seat of one organisation and nothing else. */
export interface FeedKey {
  readonly id: string
  readonly organisation: string
  readonly seat: Seat
  /** Whose it is; nobody's where it was made while seats were open. */
  readonly account: string | null
  readonly label: string
  readonly createdAt: Instant
  readonly usedAt: Instant | null
}

export class FeedKeys {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** @returns the key; it cannot be found out again */
  async make(of: {
    readonly organisation: string
    readonly seat: Seat
    readonly label: string
    readonly account?: string | undefined
  }): Promise<string> {
    const key = newSecret()
    await this.#tables.ask(
      `insert into feed_keys (id, key_hash, organisation, seat, account, label, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        randomUUID(),
        hashOfSecret(key),
        of.organisation,
        seatId(of.seat),
        of.account ?? null,
        of.label.slice(0, 100),
        this.#tables.now(),
      ],
    )
    return key
  }

  /** What a key opens; nothing if it was never made, was ended, or is of somebody who no longer has the seat. */
  async find(key: string, organisation: string): Promise<FeedKey | undefined> {
    const now = this.#tables.now()
    const [found] = await this.#tables.ask<Row>(
      `${selection} where key_hash = $1 and organisation = $2 and ended_at is null and ${hasSeat}`,
      [hashOfSecret(key), organisation],
    )
    if (!found) return undefined
    // Calendars ask often; once an hour is enough to see that it is used.
    if (found.used_at === null || found.used_at < hoursAfter(now, -1))
      await this.#tables.ask('update feed_keys set used_at = $2 where id = $1', [found.id, now])
    return keyFrom(found)
  }

  /** The keys that work, of one person in a seat, or those that nobody in particular made. */
  async of(organisation: string, seat: Seat, account: string | undefined): Promise<FeedKey[]> {
    const found = await this.#tables.ask<Row>(
      `${selection} where organisation = $1 and seat = $2 and ${whose} and ended_at is null order by created_at, id`,
      [organisation, seatId(seat), account ?? null],
    )
    return found.map(keyFrom).filter((one) => one !== undefined)
  }

  async end(id: string, organisation: string, seat: Seat, account: string | undefined): Promise<void> {
    await this.#tables.ask(
      `update feed_keys set ended_at = $5
       where organisation = $1 and seat = $2 and ${whose} and id::text = $4 and ended_at is null`,
      [organisation, seatId(seat), account ?? null, id, this.#tables.now()],
    )
  }
}

interface Row {
  id: string
  organisation: string
  seat: string
  account: string | null
  label: string
  created_at: Instant
  used_at: Instant | null
}

const selection = 'select id, organisation, seat, account, label, created_at, used_at from feed_keys'
const whose = '((account is null and $3::uuid is null) or account = $3::uuid)'
const hasSeat = `(account is null or exists (
  select 1 from account_seats held
  where held.account = feed_keys.account and held.organisation = feed_keys.organisation and held.seat = feed_keys.seat))`

function keyFrom(row: Row): FeedKey | undefined {
  const seat = readSeat(row.seat)
  const { id, organisation, account, label } = row
  return seat && { id, organisation, seat, account, label, createdAt: row.created_at, usedAt: row.used_at }
}
