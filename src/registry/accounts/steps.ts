import { hashOfSecret, newSecret } from './secret.ts'
import { hoursAfter, type Tables } from './tables.ts'

/** What a sign-in under way has to remember between two requests, which may reach two processes. */
export class Steps {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** @returns the token by which the browser comes back, within ten minutes */
  async begin(kind: string, kept: object): Promise<string> {
    const token = newSecret()
    const now = this.#tables.now()
    await this.#tables.ask('delete from sign_in_steps where expires_at < $1', [now])
    await this.#tables.ask('insert into sign_in_steps (token_hash, kind, kept, expires_at) values ($1, $2, $3, $4)', [
      hashOfSecret(token),
      kind,
      JSON.stringify(kept),
      hoursAfter(now, 1 / 6),
    ])
    return token
  }

  /** What was kept; once. */
  async finish<Kept extends object>(kind: string, token: string): Promise<Kept | undefined> {
    const [found] = await this.#tables.ask<{ kept: string; expires_at: string }>(
      'delete from sign_in_steps where token_hash = $1 and kind = $2 returning kept, expires_at',
      [hashOfSecret(token), kind],
    )
    return found && found.expires_at > this.#tables.now() ? (JSON.parse(found.kept) as Kept) : undefined
  }
}
