import type { FastifyInstance } from 'fastify'
import type { Seat } from '../../src/record/index.ts'
import { answers, refusalSchema } from '../../src/routes/api/schemas.ts'
import { type SeatsHouse, seatsHouse } from './seats.ts'

/** What came back: the status, the JSON, and its bytes. */
export interface Reply {
  readonly code: number
  // biome-ignore lint/suspicious/noExplicitAny: what it is, the schema has been asked.
  readonly data: any
  readonly body: string
}

/** A program that acts for one seat by its token; every answer is held against the schema that describes it. */
export class Program {
  readonly #server: FastifyInstance
  readonly #token: string | undefined
  readonly organisation: string
  constructor(server: FastifyInstance, token: string | undefined, organisation = 'concord') {
    this.#server = server
    this.#token = token
    this.organisation = organisation
  }

  async get(path: string): Promise<Reply> {
    return this.#ask('GET', path)
  }

  /** Sends an act; `key` is its id. */
  async act(act: unknown, key?: string): Promise<Reply> {
    return this.#ask('POST', '/acts', act, key)
  }

  /** Asks what the rules would say. */
  async would(act: unknown): Promise<Reply> {
    return this.#ask('POST', '/acts/ruling', act)
  }

  /** The same, where it must be entered; gives the id. */
  async enter(act: { readonly kind: string } & Readonly<Record<string, unknown>>): Promise<string> {
    const { code, data } = await this.act(act)
    if (code !== 201) throw new Error(`${act.kind}: ${code} ${data.refused}: ${data.message} ${data.remedy ?? ''}`)
    return data.id
  }

  async proposal(id: string) {
    return (await this.get(`/proposals/${id}`)).data.proposal
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown, key?: string): Promise<Reply> {
    const response = await this.#server.inject({
      method,
      url: `/api/${this.organisation}${path}`,
      headers: {
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(method === 'POST' ? { payload: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    })
    const data = JSON.parse(response.body)
    asDescribed(path, response.statusCode, data)
    return { code: response.statusCode, data, body: response.body }
  }
}

/** Throws where an answer is not as its schema says. */
export function asDescribed(path: string, status: number, data: unknown): void {
  const name = status >= 400 ? undefined : nameOf(path.split('?')[0] ?? '')
  const schema = name ? answers[name] : refusalSchema
  const read = schema.safeParse(data)
  if (!read.success) throw new Error(`${path} (${status}) is not as described: ${read.error.message}`)
}

function nameOf(path: string): keyof typeof answers {
  if (path === '/acts') return 'Entered'
  if (path === '/acts/ruling') return 'Ruling'
  if (path === '') return 'Self'
  if (path === '/register') return 'Register'
  if (path.startsWith('/proposals')) return path === '/proposals' ? 'Proposals' : 'Proposal'
  return path === '/meetings' ? 'Meetings' : 'Meeting'
}

export interface ApiHouse extends SeatsHouse {
  /** A program with a token for a seat: `ARC`, `secretariat`. */
  program(seat: string): Promise<Program>
  readonly nobody: Program
}

export async function apiHouse(...args: Parameters<typeof seatsHouse>): Promise<ApiHouse> {
  const house = await seatsHouse(...args)
  return {
    ...house,
    nobody: new Program(house.server, undefined),
    program: async (name) => {
      const seat: Seat = name === 'secretariat' ? { kind: name } : { kind: 'delegation', participant: name }
      const token = await house.accounts.apiTokens.make({ organisation: 'concord', seat, label: name })
      return new Program(house.server, token)
    },
  }
}
