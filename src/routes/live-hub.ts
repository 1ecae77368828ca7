import type { ServerResponse } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import type { Fold, Seat } from '../record/index.ts'
import type { SitsBy } from '../registry/index.ts'
import { Audience, type Hearing, here, seatText } from './live-audience.ts'

/** Somebody who listens. */
export interface Connection {
  readonly organisation: string
  readonly seat: Seat
  /** By what it sits. */
  readonly by: readonly SitsBy[]
  readonly request: FastifyRequest
  /** Its head has been written. */
  readonly response: ServerResponse
}

type SeatOf = (request: FastifyRequest) => Seat | Promise<Seat>

/** Written to in turn; another turn of the loop comes between two such portions, so that pages are answered meanwhile. */
const portion = 250
const heartbeat = Buffer.from(':\n\n')

interface Group {
  readonly audience: Audience
  readonly connections: Set<Connection>
}

export interface HubOptions {
  readonly hearing: Hearing
  /** Bytes that may wait for a reader before it is dropped; it comes again and catches up. */
  readonly mostWaiting: number
}

/** All who listen, by organisation and seat. What is sent is one buffer for all to whom it says the same. */
export class Hub {
  readonly #options: HubOptions
  readonly #groups = new Map<string, Map<string, Group>>()
  readonly #connections = new Set<Connection>()
  /** Portions of one event follow those of the one before, so each connection hears events in their order. */
  #sending: Promise<unknown> = Promise.resolve()

  #looking = false

  constructor(options: HubOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#connections.size
  }

  connections(): readonly Connection[] {
    return [...this.#connections]
  }

  /** @param missedFrom gives the event for what was missed, if anything was */
  join(connection: Connection, fold: Fold, missedFrom: (audience: Audience) => Buffer | undefined): void {
    const { organisation, seat, response } = connection
    const group = this.#group(organisation, seat, fold)
    // Whoever is there already hears what is new; this one begins after it.
    this.#advance(group, fold)
    const missed = missedFrom(group.audience)
    const first = here(group.audience.lastHeard)
    response.write(missed ? Buffer.concat([first, missed]) : first)
    this.#connections.add(connection)
    group.connections.add(connection)
    response.once('close', () => {
      this.#connections.delete(connection)
      group.connections.delete(connection)
    })
  }

  /** Tells those who may hear it what has been entered. */
  changed(organisation: string, fold: Fold): void {
    for (const group of this.#groups.get(organisation)?.values() ?? []) {
      // A seat where nobody listens is asked for when somebody comes.
      if (group.connections.size > 0) this.#advance(group, fold)
    }
  }

  /** To all alike and by its own clock: it tells nothing but that the line is open. */
  beat(): void {
    this.#send(heartbeat, this.#connections)
  }

  /** Closes the connections of which this is so; how many. Whoever may still hear connects again. */
  drop(predicate: (connection: Connection) => boolean): number {
    const dropped = this.connections().filter(predicate)
    for (const { response } of dropped) response.destroy()
    return dropped.length
  }

  /** Asks again in which seat each sits, and closes those that sit elsewhere by now, or of whom it cannot be said. */
  async recheck(seatOf: SeatOf, isMeant?: (connection: Connection) => boolean): Promise<void> {
    if (isMeant) return this.#recheck(this.connections().filter(isMeant), seatOf)
    // Where looking at all takes longer than the time between two looks, one is enough.
    if (this.#looking) return
    this.#looking = true
    await this.#recheck(this.connections(), seatOf)
    this.#looking = false
  }

  async #recheck(all: readonly Connection[], seatOf: SeatOf): Promise<void> {
    for (let first = 0; first < all.length; first += portion) {
      await Promise.all(
        all.slice(first, first + portion).map(async ({ request, response, seat }) => {
          const now = await Promise.resolve(request)
            .then(seatOf)
            .catch(() => undefined)
          if (!isDeepStrictEqual(now, seat)) response.destroy()
        }),
      )
      await turn()
    }
  }

  #advance(group: Group, fold: Fold): void {
    const event = group.audience.advance(fold)
    if (event) this.#send(event, group.connections)
  }

  #send(event: Buffer, to: ReadonlySet<Connection>): void {
    const all = [...to]
    this.#sending = this.#sending.then(async () => {
      for (let first = 0; first < all.length; first += portion) {
        if (first > 0) await turn()
        for (const { response } of all.slice(first, first + portion)) this.#write(response, event)
      }
    })
  }

  #write(response: ServerResponse, event: Buffer): void {
    if (response.destroyed) return
    if (response.writableLength > this.#options.mostWaiting) response.destroy()
    else response.write(event)
  }

  #group(organisation: string, seat: Seat, fold: Fold): Group {
    const groups = this.#groups.get(organisation) ?? new Map<string, Group>()
    this.#groups.set(organisation, groups)
    const key = seatText(seat)
    const group = groups.get(key) ?? {
      audience: new Audience(fold, seat, this.#options.hearing),
      connections: new Set<Connection>(),
    }
    groups.set(key, group)
    return group
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
