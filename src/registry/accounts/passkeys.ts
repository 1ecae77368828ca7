import type { Account } from './people.ts'
import type { Ask, Tables } from './tables.ts'

/** A passkey as it was verified; the key in base64url. */
export interface NewPasskey {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly label: string
}

export interface Passkey extends NewPasskey {
  readonly account: Account
  readonly createdAt: string
  readonly usedAt: string | null
}

/** What people sign in by: public keys, whose private halves never leave their devices. */
export class Passkeys {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** @returns whether it was new */
  add(account: string, passkey: NewPasskey): Promise<boolean> {
    return enterPasskey(this.#tables.ask, account, passkey, this.#tables.now())
  }

  async find(id: string): Promise<Passkey | undefined> {
    const [found] = await this.#tables.ask<Row>(`${selection} where passkeys.id = $1`, [id])
    return found && passkeyFrom(found)
  }

  async ofAccount(account: string): Promise<Passkey[]> {
    const found = await this.#tables.ask<Row>(
      `${selection} where passkeys.account = $1 order by passkeys.created_at, passkeys.id`,
      [account],
    )
    return found.map(passkeyFrom)
  }

  /**
   * Notes a use with the count of the device. A device that counts and does not count on has been copied.
   * @returns whether the count went on; two at once with one count: one of them
   */
  async used(id: string, counter: number): Promise<boolean> {
    const used = await this.#tables.ask(
      `update passkeys set counter = $2, used_at = $3
       where id = $1 and ($2 > counter or ($2 = 0 and counter = 0)) returning id`,
      [id, counter, this.#tables.now()],
    )
    return used.length > 0
  }

  async remove(account: string, id: string): Promise<void> {
    await this.#tables.ask('delete from passkeys where account = $1 and id = $2', [account, id])
  }
}

/** @returns whether it was entered; not if the passkey is somebody’s already */
export async function enterPasskey(ask: Ask, account: string, passkey: NewPasskey, now: string): Promise<boolean> {
  const entered = await ask(
    `insert into passkeys (id, account, public_key, counter, transports, label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [
      passkey.id,
      account,
      passkey.publicKey,
      passkey.counter,
      passkey.transports.join(' '),
      passkey.label.slice(0, 100),
      now,
    ],
  )
  return entered.length > 0
}

interface Row {
  id: string
  account: string
  name: string
  public_key: string
  counter: string
  transports: string
  label: string
  created_at: string
  used_at: string | null
}

const selection = `
  select passkeys.id, account, name, public_key, counter, transports, label, passkeys.created_at, used_at
  from passkeys join accounts on accounts.id = account`

function passkeyFrom(row: Row): Passkey {
  return {
    id: row.id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports.split(' ').filter(Boolean),
    label: row.label,
    account: { id: row.account, name: row.name },
    createdAt: row.created_at,
    usedAt: row.used_at,
  }
}
