import { createHash, randomUUID } from 'node:crypto'
import type { Instant } from '../../rules/index.ts'
import { hoursAfter, type Tables } from './tables.ts'

/** A letter to be written: to whom, about which organisation, and what it says. */
export interface Letter {
  /** What makes it one letter and no second: the same key is never written twice. */
  readonly key: string
  readonly account: string
  readonly organisation: string
  readonly subject: string
  readonly text: string
}

/** A letter that is to be sent now. */
export interface Outgoing {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same at each try, so that a reader shows one letter where two arrived. */
  readonly messageId: string
  readonly tries: number
  readonly madeAt: Instant
}

/** Hours after which a letter is given up. */
export const hoursTried = 24
/** Hours for which one process has a letter to itself; it sends it in less, or was killed. */
export const leaseHours = 1 / 6
const daysKept = 60

/**
 * Letters on their way. What is to be sent is written down first, and crossed out when it was taken: at least once, and
 * no two processes at the same time. It goes with the account.
 */
export class Outbox {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** @returns whether it is a new one */
  async write({ key, account, organisation, subject, text }: Letter): Promise<boolean> {
    const now = this.#tables.now()
    const id = createHash('sha256').update(`${account} ${key}`).digest('hex')
    const written = await this.#tables.ask(
      `insert into mail_outbox (id, key, account, organisation, message_id, subject, text, made_at, next_try_at, tries)
       select $1, $2, accounts.id, $4, $5, $6, $7, $8, $8, 0 from accounts where accounts.id = $3
       on conflict (key) do nothing returning id`,
      [randomUUID(), id, account, organisation, `${id.slice(0, 40)}@chancery.invalid`, subject, text, now],
    )
    return written.length > 0
  }

  /** The next letter that is due, for this process alone while the lease lasts. */
  async take(): Promise<Outgoing | undefined> {
    const now = this.#tables.now()
    const [found] = await this.#tables.ask<Row>(
      `update mail_outbox set tries = tries + 1, next_try_at = $2
       where id = (select id from mail_outbox
         where sent_at is null and given_up_at is null and next_try_at <= $1
         order by next_try_at, id limit 1 for update skip locked)
       returning id, subject, text, message_id, tries, made_at,
         (select email from accounts where accounts.id = mail_outbox.account) as email`,
      [now, hoursAfter(now, leaseHours)],
    )
    if (!found) return undefined
    const { id, subject, text, tries, message_id: messageId, made_at: madeAt, email } = found
    return { id, to: email ?? '', subject, text, messageId, tries, madeAt }
  }

  /** It was taken. Of what it said nothing is kept; that there was one is, for a while, so that it is not written again. */
  async sent(id: string): Promise<void> {
    await this.#tables.ask("update mail_outbox set sent_at = $2, subject = '', text = '' where id = $1", [
      id,
      this.#tables.now(),
    ])
  }

  /** It was not taken: tried again after a pause that doubles, and given up after a day. @returns whether given up */
  async failed({ id, tries, madeAt }: Outgoing): Promise<boolean> {
    const now = this.#tables.now()
    const givenUp = now >= hoursAfter(madeAt, hoursTried)
    if (givenUp) {
      await this.#tables.ask("update mail_outbox set given_up_at = $2, subject = '', text = '' where id = $1", [
        id,
        now,
      ])
      return true
    }
    await this.#tables.ask('update mail_outbox set next_try_at = $2 where id = $1', [
      id,
      hoursAfter(now, pauseHours(tries)),
    ])
    return false
  }

  /** The letters of an organisation that were given up in the last week. */
  async givenUp(organisation: string): Promise<{ readonly count: number; readonly since: Instant } | undefined> {
    const [found] = await this.#tables.ask<{ count: string; since: Instant | null }>(
      'select count(*) as count, min(given_up_at) as since from mail_outbox where organisation = $1 and given_up_at > $2',
      [organisation, hoursAfter(this.#tables.now(), -7 * 24)],
    )
    return found?.since ? { count: Number(found.count), since: found.since } : undefined
  }

  /** Forgets what is long done. */
  async tidy(): Promise<void> {
    await this.#tables.ask('delete from mail_outbox where made_at < $1', [
      hoursAfter(this.#tables.now(), -24 * daysKept),
    ])
  }
}

/** A minute, two, four … and never more than two hours. */
export function pauseHours(tries: number): number {
  return Math.min(2 ** (tries - 1) / 60, 2)
}

interface Row {
  id: string
  subject: string
  text: string
  message_id: string
  tries: number
  made_at: Instant
  email: string | null
}
