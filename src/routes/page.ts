import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Fold, type Knowledge, knowledge, parseAsOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { bare, layout, type Page, type Place } from '../ui/layout.ts'
import { refusalPage } from '../ui/refusal.ts'

/** A request for a page, parsed: the organisation with both clocks set, and what the address names. */
export interface Ask {
  readonly fold: Fold
  readonly place: Place
  readonly moments: readonly Knowledge[]
  readonly query: Readonly<Record<string, string | undefined>>
  /** What the last part of the path names, `UTO` in `/concord/participants/UTO`. */
  readonly named: string
}

/** One answer in two forms: the data, and the page that shows it. */
export interface Answer {
  readonly data: unknown
  readonly page: () => Page
}

export type Responder = (ask: Ask, registry: Registry) => Answer | Refusal

/**
 * Serves a page and the same data as JSON: at `/ORG/day` and `/ORG/day.json`, at `/ORG/participants/KAZ` and
 * `/ORG/participants/KAZ.json`. Both read `?on=` and `?known=`.
 */
export function servePage(server: FastifyInstance, registry: Registry, path: string, respond: Responder): void {
  const handler = (asData: boolean) => (request: FastifyRequest, reply: FastifyReply) =>
    send(registry, request, reply, respond, asData)
  if (path.endsWith('*')) {
    server.get(`/:organisation/${path}`, (request, reply) =>
      handler((request.params as { '*': string })['*'].endsWith('.json'))(request, reply),
    )
  } else {
    server.get(`/:organisation/${path}`, handler(false))
    server.get(path === '' ? '/:organisation.json' : `/:organisation/${path}.json`, handler(true))
  }
}

function send(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  respond: Responder,
  asData: boolean,
): FastifyReply {
  const { organisation, '*': rest = '' } = request.params as { organisation: string; '*'?: string }
  const fold = registry.record(organisation)
  if (fold.position === 0) return refused(reply, noOrganisation(organisation, registry), 404, asData)
  const query = singleValues(request.query as Record<string, unknown>)
  const asOf = parseAsOf(fold, query.on, query.known)
  const path = decodeURI(request.url.split('?')[0] ?? '').replace(/\.json$/, '')
  const place = (at: { day: Place['organisation']['day']; position: number }): Place => ({
    organisation: fold.at(at.day, at.position),
    path: path === `/${organisation}` ? `/${organisation}/` : path,
    on: query.on,
    known: query.known,
    head: fold.position,
  })
  if (isRefusal(asOf)) {
    const here = parseAsOf(fold, undefined, undefined) as Exclude<typeof asOf, Refusal>
    return refused(reply, asOf, 400, asData, { ...place(here), on: undefined, known: undefined })
  }
  const ask: Ask = { fold, place: place(asOf), moments: knowledge(fold), query, named: rest.replace(/\.json$/, '') }
  const answer = respond(ask, registry)
  if (isRefusal(answer))
    return refused(reply, answer, answer.refused.startsWith('unknown') ? 404 : 400, asData, ask.place)
  if (asData)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(withClocks(ask, answer.data), null, 2))
  return reply.type('text/html; charset=utf-8').send(layout(answer.page(), ask.place).text)
}

/** Says no as a page or as data, whichever was asked for. */
export function refused(
  reply: FastifyReply,
  refusal: Refusal,
  code: number,
  asData: boolean,
  place?: Place,
): FastifyReply {
  reply.code(code)
  if (asData) return reply.type('application/json; charset=utf-8').send(JSON.stringify(refusal, null, 2))
  const page = refusalPage(refusal, place)
  return reply.type('text/html; charset=utf-8').send((place ? layout(page, place) : bare(page.title, page.body)).text)
}

function withClocks({ place, fold }: Ask, data: unknown): object {
  const { organisation } = place
  const known = { position: organisation.position, of: fold.position }
  return { organisation: organisation.id, on: organisation.day, known, ...(data as object) }
}

function noOrganisation(asked: string, registry: Registry): Refusal {
  const there = registry
    .organisations()
    .map((id) => `/${id}/`)
    .join(' and ')
  return refuse('unknown-organisation', `No organisation is kept under "${asked}".`, {
    remedy: there ? `There is ${there}.` : 'None has been loaded yet.',
  })
}

/** Of a value given twice, the last; of anything else, nothing. */
function singleValues(query: Record<string, unknown>): Record<string, string | undefined> {
  const last = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value)
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, last(value) ? String(last(value)) : undefined]),
  )
}
