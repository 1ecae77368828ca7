import { randomUUID } from 'node:crypto'
import { readSeat, type Seat, seatId } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import type { Endings } from './endings.ts'
import type { Role } from './people.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { hoursAfter, type Tables } from './tables.ts'

/** A token by which a program acts for one seat of one organisation. */
export interface ApiToken {
  readonly id: string
  readonly organisation: string
  readonly seat: Seat
  /** What whoever made it is in that seat now; nothing for one made by somebody else, or by nobody in particular. */
  readonly role?: Role
  readonly label: string
  readonly createdAt: Instant
  readonly usedAt: Instant | null
}

export class ApiTokens {
  readonly #tables: Tables
  readonly #endings: Endings
  constructor(tables: Tables, endings: Endings) {
    this.#tables = tables
    this.#endings = endings
  }

  /** @returns the token; it cannot be found out again */
  async make(of: {
    readonly organisation: string
    readonly seat: Seat
    readonly label: string
    readonly madeBy?: string | undefined
  }): Promise<string> {
    // It says what it is, so that it is known where somebody finds it lying about.
    const token = `chancery_${newSecret()}`
    await this.#tables.ask(
      `insert into api_tokens (id, token_hash, organisation, seat, label, made_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        randomUUID(),
        hashOfSecret(token),
        of.organisation,
        seatId(of.seat),
        of.label.slice(0, 100),
        of.madeBy ?? null,
        this.#tables.now(),
      ],
    )
    return token
  }

  /**
   * Which seat a token is for; nothing if it was never made or has been ended.
   * @param counts whether somebody asks with it now
   */
  async find(token: string, counts = true): Promise<ApiToken | undefined> {
    const now = this.#tables.now()
    const [found] = await this.#tables.ask<Row>(`${selection} where token_hash = $1 and ended_at is null`, [
      hashOfSecret(token),
    ])
    if (!found) return undefined
    if (counts && (found.used_at === null || found.used_at < hoursAfter(now, -1 / 60)))
      await this.#tables.ask('update api_tokens set used_at = $2 where id = $1', [found.id, now])
    return tokenFrom(found)
  }

  /** The tokens of a seat that work. */
  async ofSeat(organisation: string, seat: Seat): Promise<ApiToken[]> {
    const found = await this.#tables.ask<Row>(
      `${selection} where organisation = $1 and seat = $2 and ended_at is null order by created_at, id`,
      [organisation, seatId(seat)],
    )
    return found.map(tokenFrom).filter((one) => one !== undefined)
  }

  async end(id: string, organisation: string, seat: Seat): Promise<void> {
    const ended = await this.#tables.ask<{ id: string }>(
      `update api_tokens set ended_at = $4
       where id::text = $1 and organisation = $2 and seat = $3 and ended_at is null returning id`,
      [id, organisation, seatId(seat), this.#tables.now()],
    )
    await this.#endings.say(...ended.map((one) => `token:${one.id}` as const))
  }
}

interface Row {
  id: string
  organisation: string
  seat: string
  label: string
  created_at: Instant
  used_at: Instant | null
  role: Role | null
}

const selection = `select id, organisation, seat, label, created_at, used_at, (select role from account_seats held
  where held.account = made_by and held.organisation = api_tokens.organisation and held.seat = api_tokens.seat) as role
  from api_tokens`

function tokenFrom(row: Row): ApiToken | undefined {
  const seat = readSeat(row.seat)
  const { id, organisation, label } = row
  const role = row.role === null ? {} : { role: row.role }
  return seat && { id, organisation, seat, ...role, label, createdAt: row.created_at, usedAt: row.used_at }
}
