import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Seat } from '../record/index.ts'
import type { Endings, Registry, SitsBy } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { wantsData } from './gate.ts'
import type { Audience, Hearing } from './live-audience.ts'
import { Hub } from './live-hub.ts'
import { serveModules } from './modules.ts'
import { nothingThere, refused } from './page.ts'

export interface LiveOptions {
  /** Who asks now; `public` for somebody without a session. Asked again every `recheckMilliseconds`. */
  readonly seatOf: (request: FastifyRequest) => Seat | Promise<Seat>
  /** By what they sit, and who says that one of these has ended: then it is asked again at once. */
  readonly sitsBy?: (request: FastifyRequest) => readonly SitsBy[] | Promise<readonly SitsBy[]>
  readonly endings?: Pick<Endings, 'onEnded'>
  readonly hearing: Hearing
  /** Connections at once from one address, and from this machine, where a server in between stands for many. */
  readonly mostPerAddress?: number
  readonly mostFromHere?: number
  /** Bytes that may wait for a slow reader before its connection is closed. */
  readonly mostWaiting?: number
  readonly heartbeatMilliseconds?: number
  readonly recheckMilliseconds?: number
}

/**
 * What is entered, as it is entered: `GET /ORG/live` gives server-sent events. First `here`, then `changed` whenever
 * something was entered that the seat which asks may see; each carries the position of the last such entry, and
 * `changed` says which decisions, meetings and bodies it is about, as far as the seat may see. A seat hears nothing of
 * what it may not see, but that silence on a text was broken, where the text is open to it. Whoever was away says since when, by `Last-Event-ID` or `?since=`, and is told at once.
 *
 * HTTP/1.1 only. Gives the hub, for closing the connections of a session that has ended.
 */
export function serveLive(server: FastifyInstance, registry: Registry, options: LiveOptions): Hub {
  const { seatOf, hearing, mostPerAddress = 200, mostFromHere = 20_000, mostWaiting = 256 * 1024 } = options
  const hub = new Hub({ hearing, mostWaiting })
  const places = new Places(mostPerAddress, mostFromHere)
  let closing = false

  /** Who has ended while it was looked up is looked up again. */
  const lookUp = async (request: FastifyRequest) => {
    for (;;) {
      const before = endings
      const seat = await seatOf(request)
      const by = (await options.sitsBy?.(request)) ?? []
      if (endings === before) return { seat, by }
    }
  }
  let endings = 0
  const stopEndings = options.endings?.onEnded((ended) => {
    endings += 1
    void hub.recheck(seatOf, ended && (({ by }) => by.includes(ended)))
  })

  const follow = async (request: FastifyRequest, reply: FastifyReply) => {
    const { organisation } = request.params as { organisation: string }
    if (registry.record(organisation).position === 0) return nothingThere(registry, request, reply)
    if (closing) return refused(reply.header('retry-after', '1'), stopping, 503, wantsData(request))
    const { raw: response } = reply
    if (request.raw.socket.destroyed) return reply.hijack()
    // Counted before anything is waited for, so that none slips in meanwhile.
    if (!places.take(request.ip)) return refused(reply.header('retry-after', '30'), tooMany, 429, wantsData(request))
    request.raw.socket.once('close', () => places.free(request.ip))
    const { seat, by } = await lookUp(request)
    begin(reply)
    // Stopped, or left, while the seat was being looked up.
    if (closing || response.destroyed) response.destroy()
    else hub.join({ organisation, seat, by, request, response }, registry.record(organisation), missedBy(request))
    return reply
  }
  server.get('/:organisation/live', { exposeHeadRoute: false }, follow)
  // The same for a program, beside what else it may ask.
  server.get('/api/:organisation/events', { exposeHeadRoute: false }, follow)

  const stopHearing = registry.onAppended((organisation) => hub.changed(organisation, registry.record(organisation)))
  const timers = [
    setInterval(() => hub.beat(), options.heartbeatMilliseconds ?? 25_000),
    setInterval(() => void hub.recheck(seatOf), options.recheckMilliseconds ?? 30_000),
  ]
  for (const timer of timers) timer.unref()
  server.addHook('preClose', async () => {
    closing = true
    stopHearing()
    stopEndings?.()
    for (const timer of timers) clearInterval(timer)
    hub.drop(() => true)
  })
  serveModules(server, '/assets/modules', ['ui/live.ts', 'ui/sending.ts'])
  return hub
}

/** The head of the stream. It ends with the connection, which spares each event a frame of its own. */
function begin(reply: FastifyReply): void {
  reply.hijack()
  const { raw: response } = reply
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) response.setHeader(name, value)
  response.removeHeader('transfer-encoding')
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    'x-content-type-options': 'nosniff',
    // A server in between is not to collect events before it passes them on.
    'x-accel-buffering': 'no',
  })
}

/**
 * What somebody missed. The last id heard is exact, and any other than today's means that something was missed. A page
 * knows only the head of the register that it was made from, which may lie after what its reader may see.
 */
function missedBy({ headers, query }: FastifyRequest): (audience: Audience) => Buffer | undefined {
  const lastId = positionIn(headers['last-event-id'])
  if (lastId !== undefined) return (audience) => audience.missedSince(lastId)
  const since = positionIn((query as { since?: unknown }).since)
  return (audience) => (since === undefined ? undefined : audience.missedByPage(since))
}

function positionIn(written: unknown): number | undefined {
  return typeof written === 'string' && /^\d{1,15}$/.test(written) ? Number(written) : undefined
}

/** How many connections each address has. */
class Places {
  readonly #taken = new Map<string, number>()
  readonly #most: number
  readonly #mostFromHere: number

  constructor(most: number, mostFromHere: number) {
    this.#most = most
    this.#mostFromHere = mostFromHere
  }

  take(address: string): boolean {
    const taken = this.#taken.get(address) ?? 0
    const isHere = address === '::1' || /^(::ffff:)?127\./.test(address)
    if (taken >= (isHere ? this.#mostFromHere : this.#most)) return false
    this.#taken.set(address, taken + 1)
    return true
  }

  free(address: string): void {
    const taken = this.#taken.get(address) ?? 0
    if (taken > 1) this.#taken.set(address, taken - 1)
    else this.#taken.delete(address)
  }
}

const stopping = refuse('stopping', 'The server is being stopped.', { remedy: 'Ask again in a moment.' })
const tooMany = refuse('too-many-connections', 'From this address too many pages follow the register at once.', {
  remedy: 'Close some of them; the others go on by themselves.',
})
