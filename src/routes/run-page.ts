import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Circle, type Fold, lastSeen, momentIn, nextTurn, type Seat } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Day, type Instant, isRefusal, type Refusal } from '../rules/index.ts'
import type { Page, Place } from '../ui/layout.ts'
import { asked, refused, seated, showPage } from './page.ts'
import { seatOf } from './seat-of.ts'

/** A request for a page of the second door: who asks, and the organisation as it is now on its own clock. */
export interface RunAsk {
  readonly fold: Fold
  readonly place: Place
  readonly seat: Seat
  readonly circle: Circle
  /** The instant on the organisation's clock. */
  readonly at: Instant
  readonly query: Readonly<Record<string, string | undefined>>
  /** What the last part of the path names. */
  readonly named: string
}

/** The data and the page that shows it. Both hold what the seat may see, and nothing else. */
export interface RunAnswer {
  /** A function where it is costly: a page does without it. */
  readonly data: object | (() => object)
  readonly page: () => Page
}

export type RunResponder = (ask: RunAsk, request: FastifyRequest) => RunAnswer | Refusal | Promise<RunAnswer | Refusal>

/**
 * Serves a page that hangs on who asks and on the time: at `/ORG/run/table` and as data at `/ORG/run/table.json`. It is
 * always about now; `?on=` and `?known=` are for the pages of the record.
 */
export function serveRunPage(server: FastifyInstance, registry: Registry, path: string, respond: RunResponder): void {
  const handler = (asData: boolean) => (request: FastifyRequest, reply: FastifyReply) =>
    send(registry, request, reply, respond, asData)
  if (path.endsWith('*')) {
    server.get(`/:organisation/${path}`, (request, reply) =>
      handler((request.params as { '*': string })['*'].endsWith('.json'))(request, reply),
    )
    return
  }
  server.get(`/:organisation/${path}`, handler(false))
  server.get(`/:organisation/${path}.json`, handler(true))
}

async function send(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  respond: RunResponder,
  asData: boolean,
): Promise<FastifyReply> {
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, asData, ask.place)
  const answer = await respond(ask, request)
  if (isRefusal(answer)) return refused(reply, answer, statusOf(answer), asData, ask.place)
  if (!asData) return showPage(reply, { personal: true, ...turning(answer.page(), ask) }, ask.place)
  const data = {
    organisation: ask.fold.organisation,
    at: ask.at,
    ...(typeof answer.data === 'function' ? answer.data() : answer.data),
  }
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(data, null, 2))
}

/** A page that follows the register also follows the clock, as far as it is about what turns with it. */
function turning(page: Page, { circle, seat, at }: RunAsk): Page {
  const turn = page.live && nextTurn(circle, seat, at, page.live.about)
  return page.live && turn ? { ...page, live: { ...page.live, turns: { at: turn, now: at } } } : page
}

export type RunAsked = RunAsk | { readonly refusal: Refusal; readonly code: number; readonly place?: Place }

/** Who asks, and the organisation as it is now. */
export async function runAsked(registry: Registry, request: FastifyRequest, reply: FastifyReply): Promise<RunAsked> {
  const read = asked(registry, request)
  if ('refusal' in read) return read
  const { fold, query, named } = read.ask
  const { at, on } = momentIn(fold, registry.now())
  const organisation = fold.at(on as string as Day)
  const circle = new Circle(organisation)
  const { seat } = await seatOf(request)
  const head = lastSeen(circle, fold, seat, at)
  const place = await seated(request, reply, { ...read.ask.place, organisation, on: undefined, known: undefined, head })
  return { fold, place, seat, circle, at, query, named }
}

/** What is not there; what the seat may not do; what came at the wrong time; what cannot be read. */
export function statusOf({ refused: code }: Refusal): number {
  if (code.startsWith('unknown')) return 404
  if (['not-your-act', 'not-the-chair', 'not-your-text', 'may-not-propose', 'no-say', 'read-only'].includes(code))
    return 403
  if (code.startsWith('unreadable')) return 400
  return 409
}
