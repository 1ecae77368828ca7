import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Accounts, loadFolder, type Registry, type Where } from '../../src/registry/index.ts'
import { buildServer, type ServerOptions } from '../../src/routes/server.ts'
import type { Instant } from '../../src/rules/index.ts'
import { inSession } from './concord.ts'
import { newDataFolder, ok, openRegistry } from './databases.ts'
import { concord, temporaryFolder } from './folders.ts'

/** A house in which people sit: the Concord, and an edition of it that is only read. */
export interface SeatsHouse {
  readonly server: FastifyInstance
  readonly registry: Registry
  readonly accounts: Accounts
  /** The clock of the house; tests set it. */
  readonly clock: { now: Instant }
  /** Somebody with a browser of their own, for whom the house is at `http://concord.example`. */
  visitor(): Visitor
  close(): Promise<void>
}

export async function seatsHouse(options: ServerOptions = {}, where?: Where): Promise<SeatsHouse> {
  const clock = { now: inSession }
  const registry = await openRegistry(where ?? { dataFolder: await newDataFolder() }, () => clock.now)
  await ok(loadFolder(registry, concord))
  await ok(loadFolder(registry, concordAs('mirror', 'independent')))
  const accounts = new Accounts(registry.database, () => clock.now)
  const server = await buildServer(registry, { accounts, ...options })
  return {
    server,
    registry,
    accounts,
    clock,
    visitor: () => new Visitor(server),
    async close() {
      await server.close()
      await registry.close()
    },
  }
}

/** The Concord as others would compile it, or as it would be run today, under another id. */
export function concordAs(id: string, edition: 'independent' | 'working'): string {
  const folder = join(temporaryFolder(), id)
  cpSync(concord, folder, { recursive: true })
  const file = join(folder, 'organisation.yaml')
  // Neither has a clock of its own.
  const withoutClock = readFileSync(file, 'utf8').replace(/^clock:\n(?: +.*\n)+/m, '')
  writeFileSync(file, withoutClock.replace('edition: made-up', `edition: ${edition}`))
  return folder
}

const host = 'concord.example'

/** A browser as far as the server sees it: it keeps cookies, and says where what it sends comes from. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #server: FastifyInstance
  constructor(server: FastifyInstance) {
    this.#server = server
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.ask({ method: 'GET', url, headers: { ...this.#cookie(), ...headers } })
  }

  post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    const payload = new URLSearchParams(fields).toString()
    return this.ask({ method: 'POST', url, payload, headers: { ...own, ...this.#cookie(), ...headers } })
  }

  async ask(request: { method: 'GET' | 'POST'; url: string; payload?: string; headers: Record<string, string> }) {
    const response = await this.#server.inject({ ...request, headers: { host, ...request.headers } })
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Who the server takes this for, in an organisation. */
  async sitsIn(organisation = 'concord'): Promise<string> {
    return (await this.get(`/${organisation}/seat.json`)).json().seat
  }

  #cookie(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return cookie ? { cookie } : {}
  }
}
