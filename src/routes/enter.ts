import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readWritten } from '../exchange/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type EnterView, enteredHere, enterListPage, enterPage } from '../ui/run/enter.ts'
import { enterWords as words } from '../ui/run/enter-words.ts'
import { submit, wouldSubmit } from './acts.ts'
import { refused, showPage } from './page.ts'
import { type RunAsk, runAsked, serveRunPage, statusOf } from './run-page.ts'
import { roomForText, typedOf } from './typed.ts'

/**
 * For the Secretariat, whatever a program could enter and no other form is for: `GET /ORG/run/enter` lists the kinds, with
 * `?kind=` it shows the form; `POST` asks the rules or enters the act, and shows the form again as it was written.
 */
export function serveEnter(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/enter', ({ seat, place, query }) => {
    if (seat.kind !== 'secretariat') return refuse('not-your-act', words.ofTheSecretariat, { remedy: sendNote })
    if (query.kind === undefined) return { data: { kinds: enteredHere }, page: () => enterListPage(place) }
    const kind = kindIn(query)
    if (isRefusal(kind)) return kind
    return { data: { kind }, page: () => enterPage({ kind, written: '', id: randomUUID() }, place) }
  })
  server.post('/:organisation/run/enter', roomForText, (request, reply) => enter(registry, request, reply))
}

async function enter(registry: Registry, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, false, ask.place)
  const kind = kindIn(ask.query)
  if (isRefusal(kind)) return refused(reply, kind, statusOf(kind), false, ask.place)
  const typed = typedOf(request.body)
  const written = typed.one('written')
  const id = typed.one('id') || randomUUID()
  const again = (code: number, ruled: EnterView['ruled']) =>
    showPage(reply.code(code), enterPage({ kind, written, ruled, id }, ask.place), ask.place)
  const fields = fieldsIn(written)
  if (isRefusal(fields)) return again(400, fields)
  const act = { id, ...fields, kind }
  const { organisation } = ask.fold
  if (typed.one('see') === 'rules') {
    const would = await wouldSubmit(registry, organisation, act, ask.seat)
    return isRefusal(would) ? again(statusOf(would), would) : again(200, would.ruling)
  }
  const entered = await submit(registry, organisation, act, ask.seat)
  if (isRefusal(entered)) return again(statusOf(entered), entered)
  return reply.redirect(`/${organisation}/register/${entered.id}`, 303)
}

const sendNote = 'Send it to the Secretariat in a note.'

function kindIn({ kind }: RunAsk['query']): (typeof enteredHere)[number] | Refusal {
  return enteredHere.find((one) => one === kind) ?? refuse('unknown-kind', words.noKind, { remedy: words.choose })
}

/** @refuses 'unreadable-act' what cannot be read, or holds no fields */
function fieldsIn(written: string): object | Refusal {
  const read = readWritten(written)
  if (isRefusal(read)) return { ...read, refused: 'unreadable-act', message: `${words.unreadable}: ${read.message}` }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read
  return refuse('unreadable-act', words.noFields, { remedy: words.remedy })
}
