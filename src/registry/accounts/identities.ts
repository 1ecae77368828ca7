import type { Account } from './people.ts'
import type { Ask, Tables } from './tables.ts'

/** Somebody as their own house knows them: who says so, and by what name that never changes. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export class Identities {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  async find({ issuer, subject }: Identity): Promise<Account | undefined> {
    const [found] = await this.#tables.ask<Account>(
      `select accounts.id, accounts.name from oidc_identities join accounts on accounts.id = account
       where issuer = $1 and subject = $2`,
      [issuer, subject],
    )
    return found
  }

  /** @returns whether it was new */
  add(account: string, identity: Identity): Promise<boolean> {
    return enterIdentity(this.#tables.ask, account, identity, this.#tables.now())
  }

  ofAccount(account: string): Promise<Identity[]> {
    return this.#tables.ask<Identity>(
      'select issuer, subject from oidc_identities where account = $1 order by issuer, subject',
      [account],
    )
  }
}

/** @returns whether it was entered; not if the identity is somebody’s already */
export async function enterIdentity(ask: Ask, account: string, identity: Identity, now: string): Promise<boolean> {
  const entered = await ask(
    `insert into oidc_identities (issuer, subject, account, created_at) values ($1, $2, $3, $4)
     on conflict do nothing returning account`,
    [identity.issuer, identity.subject, account, now],
  )
  return entered.length > 0
}
