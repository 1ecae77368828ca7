import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { citationOf, linkedData } from '../exchange/index.ts'
import {
  type AsOf,
  endOfTime,
  exerciseMark,
  type Fold,
  fileNamed,
  type Knowledge,
  knowledge,
  lastDayCovered,
  parseAsOf,
  seatId,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { bare, layout, type Page, type Place } from '../ui/layout.ts'
import { refusalPage } from '../ui/refusal.ts'
import { seatName } from '../ui/seat-words.ts'
import { withChinese } from './chinese.ts'
import { KeptPages } from './kept-pages.ts'
import { seatOf } from './seat-of.ts'

/** A request for a page, parsed: the organisation with both clocks set, and what the address names. */
export interface Ask {
  readonly fold: Fold
  readonly place: Place
  readonly moments: readonly Knowledge[]
  readonly query: Readonly<Record<string, string | undefined>>
  /** What the last part of the path names, `UTO` in `/concord/participants/UTO`. */
  readonly named: string
}

/** One answer in its forms: the data, the page that shows it and, for a list, its rows. */
export interface Answer {
  /** The same as the page in values; a function where it is costly and a page does not need it. */
  readonly data: unknown
  readonly csv?: () => string
  /** Another page that answers better; data stays where it is. */
  readonly goesTo?: string
  readonly page: () => Page
}

export type Responder = (ask: Ask, registry: Registry) => Answer | Refusal | Promise<Answer | Refusal>

/** What a page is also there as, each under the address of the page with this at its end. */
const forms = ['json', 'csv', 'bib', 'jsonld'] as const
type Form = (typeof forms)[number] | 'page'

/**
 * Serves a page in all its forms: at `/ORG/day` and as data at `/ORG/day.json`, its rows (of a list) at `/ORG/day.csv`,
 * its citation at `/ORG/day.bib`, its linked data at `/ORG/day.jsonld`; so too at `/ORG/participants/UTO` and
 * `/ORG/participants/UTO.json`. All read `?on=` and `?known=`.
 */
export function servePage(server: FastifyInstance, registry: Registry, path: string, respond: Responder): void {
  const handler = (form: Form) => (request: FastifyRequest, reply: FastifyReply) =>
    send(registry, request, reply, respond, form)
  if (path.endsWith('*')) {
    server.get(`/:organisation/${path}`, (request, reply) =>
      handler(formOf((request.params as { '*': string })['*']))(request, reply),
    )
    return
  }
  server.get(`/:organisation/${path}`, handler('page'))
  for (const form of forms)
    server.get(path === '' ? `/:organisation.${form}` : `/:organisation/${path}.${form}`, handler(form))
}

/** In which form a page of one thing is asked for. */
function formOf(rest: string): Form {
  return forms.find((form) => rest.endsWith(`.${form}`)) ?? 'page'
}

/** What a request asks for, once its organisation and its two clocks have been read. */
export type Asked = { readonly ask: Ask } | { readonly refusal: Refusal; readonly code: number; readonly place?: Place }

/** Reads who is asked about and both clocks from an address. */
export function asked(registry: Registry, request: FastifyRequest): Asked {
  const { organisation, '*': rest = '' } = request.params as { organisation: string; '*'?: string }
  const fold = registry.record(organisation)
  if (fold.position === 0) return { refusal: noOrganisation(organisation, registry), code: 404 }
  const query = singleValues(request.query as Record<string, unknown>)
  const asOf = parseAsOf(fold, query.on, query.known)
  if (isRefusal(asOf)) return { refusal: asOf, code: 400, place: today(fold, request) }
  const named = rest.replace(/\.(json|csv|bib|jsonld)$/, '')
  return { ask: { fold, place: placeOf(fold, asOf, request, query), moments: knowledge(fold), query, named } }
}

async function send(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  respond: Responder,
  form: Form,
): Promise<FastifyReply> {
  const asData = form === 'json' || form === 'jsonld'
  const read = asked(registry, request)
  if ('refusal' in read) return refused(reply, read.refusal, read.code, asData, read.place)
  const ask = { ...read.ask, place: await seated(request, reply, read.ask.place) }
  const kept = keptOf(request.server)
  const sits = ask.place.seat ? seatId(ask.place.seat.seat) : ''
  // What hangs on the day of the world, such as the claim of the day, changes with it.
  const date = registry.now().slice(0, 10)
  const key = [ask.fold.position, sits, date, request.protocol, request.host, request.url].join(' ')
  const same = form === 'page' ? kept.get(key) : undefined
  if (same !== undefined) return reply.type('text/html; charset=utf-8').send(same)
  const answer = await respond(ask, registry)
  if (isRefusal(answer)) return refused(reply, answer, codeOf(answer), asData, ask.place)
  switch (form) {
    case 'json':
      return reply
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(withClocks(ask, given(answer.data)), null, 2))
    case 'csv':
      if (!answer.csv) return nothingThere(registry, request, reply)
      nameFile(reply, ask, 'csv')
      return reply.type('text/csv; charset=utf-8').send(answer.csv())
    case 'page':
      if (answer.goesTo) return reply.redirect(answer.goesTo)
  }
  const page = answer.page()
  const address = `${request.protocol}://${request.host}`
  const citation = citationOf({
    title: page.title,
    ...ask,
    address,
    rootHash: () => registry.rootHash(ask.fold.organisation, ask.fold.openPosition),
  })
  if (form === 'bib') nameFile(reply, ask, 'bib')
  if (form === 'bib') return reply.type('application/x-bibtex; charset=utf-8').send(citation.bibtex)
  if (form === 'jsonld')
    return reply
      .type('application/ld+json; charset=utf-8')
      .send(
        JSON.stringify(
          linkedData(ask.place.organisation, { title: page.title, path: ask.place.path, address }),
          null,
          2,
        ),
      )
  const text = withChinese(layout(page, ask.place, { ...citation, query: ask.query }).text)
  kept.set(key, text)
  return reply.type('text/html; charset=utf-8').send(text)
}

/** A file of an exercise says so by its name; others are named by whoever keeps them. */
function nameFile(reply: FastifyReply, { place }: Ask, ending: string): void {
  if (place.description?.edition !== 'exercise') return
  const name = place.path
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .join('-')
  const file = fileNamed(`${name}-${place.organisation.position}.${ending}`, place.description)
  reply.header('content-disposition', `inline; filename="${file}"`)
}

/** The place with who sits there; of the public nothing is said. What a seat is shown, nobody in between keeps. */
export async function seated(request: FastifyRequest, reply: FastifyReply, place: Place): Promise<Place> {
  const { seat } = await seatOf(request)
  if (seat.kind === 'public') return place
  reply.header('cache-control', 'private, no-cache')
  return { ...place, seat: { seat, name: seatName(seat, place.organisation) } }
}

/** An answer that hangs on who asks. It is kept nowhere; inside an organisation its walls stand around it. */
export function showPage(reply: FastifyReply, page: Page, place?: Place): FastifyReply {
  const { text } = place ? layout(page, place) : bare(page.title, page.body)
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(withChinese(text))
}

/** For each server, since what a page offers depends on how its server was opened. */
const keptPages = new WeakMap<FastifyInstance, KeptPages>()

function keptOf(server: FastifyInstance): KeptPages {
  const kept = keptPages.get(server) ?? new KeptPages()
  keptPages.set(server, kept)
  return kept
}

/** What is asked is not there, or cannot be answered now, or was not asked well. */
function codeOf({ refused }: Refusal): number {
  if (refused.startsWith('unknown')) return 404
  return refused === 'too-busy' || refused === 'search-too-slow' ? 503 : 400
}

/** Nothing is kept at the address; inside an organisation its walls stay around the answer. */
export function nothingThere(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request)
  const fold = registry.record((path.split('/')[1] ?? '').replace(/\.(json|csv|bib|jsonld)$/, ''))
  const refusal = refuse('unknown-page', `Nothing is kept at ${path}.`)
  return refused(reply, refusal, 404, asksForData(request), fold.position > 0 ? today(fold, request) : undefined)
}

/** Whether the address is that of data, `/concord/day.json`, rather than of the page that shows it; all below `/api/` is. */
export function asksForData(request: FastifyRequest): boolean {
  return /\.json(ld)?$|^\/api\/./.test(pathOf(request))
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

function placeOf(fold: Fold, { day, position }: AsOf, request: FastifyRequest, query: Ask['query']): Place {
  const path = pathOf(request).replace(/\.(json|csv|bib|jsonld)$/, '')
  return {
    organisation: fold.at(day, position),
    description: fold.at(endOfTime).description,
    path: path === `/${fold.organisation}` ? `/${fold.organisation}/` : path,
    on: query.on,
    known: query.known,
    head: fold.openPosition,
  }
}

/** The place of an answer to an address whose clocks could not be read, or that leads nowhere. */
function today(fold: Fold, request: FastifyRequest): Place {
  return placeOf(fold, { day: lastDayCovered(fold), position: fold.openPosition }, request, {})
}

/** What was sent with a form, and the page of this house to which it was to lead back. */
function sentBy({ method, url, body }: FastifyRequest): { readonly back: string | undefined } | undefined {
  if (method !== 'POST') return undefined
  const organisation = url.split('/')[1] ?? ''
  return { back: ownPage(organisation, (body as { back?: unknown } | null | undefined)?.back) }
}

/** The address if it is a page of the organisation, `/concord/run`, and nothing that leads elsewhere. */
export function ownPage(organisation: string, back: unknown): string | undefined {
  const isOwn = typeof back === 'string' && back.startsWith(`/${organisation}/`) && !/[\\\r\n]|\/\//.test(back)
  return isOwn ? back : undefined
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
  if (asData)
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ ...exerciseMark(place?.description), ...refusal }, null, 2))
  const page = refusalPage(refusal, place, sentBy(reply.request))
  const { text } = place ? layout(page, place) : bare(page.title, page.body)
  return reply.type('text/html; charset=utf-8').send(withChinese(text))
}

function given(data: unknown): unknown {
  return typeof data === 'function' ? data() : data
}

function withClocks({ place, fold }: Ask, data: unknown): object {
  const { organisation } = place
  const known = { position: organisation.position, of: fold.openPosition }
  return {
    organisation: organisation.id,
    ...exerciseMark(place.description),
    on: organisation.day,
    known,
    ...(data as object),
  }
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
