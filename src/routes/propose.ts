import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { beginningOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal } from '../rules/index.ts'
import { proposePage } from '../ui/run/propose.ts'
import type { Typed } from '../ui/run/typed.ts'
import { submit } from './acts.ts'
import { refused, showPage } from './page.ts'
import { fieldRefused, proposalFrom, proposersOf, typeAsked, wayAsked, wayShown } from './proposal-form.ts'
import { type RunAsk, runAsked, serveRunPage, statusOf } from './run-page.ts'
import { roomForText, typedOf } from './typed.ts'

/**
 * `GET /ORG/run/propose` shows the form, and beside it what the rules say of the fields that the address names
 * (`way=experts>council` or `body` and `level`, `type`); `POST` proposes, or shows the form again as it was typed.
 */
export function servePropose(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/propose', (ask, request) => {
    const typed = typedOf(request.query)
    const beginning = beginningIn(typed, ask)
    const page = () => formPage(typed, ask, { act: randomUUID() })
    return { data: { seat: ask.seat, ...(beginning ? { rules: beginning } : {}) }, page }
  })
  server.post('/:organisation/run/propose', roomForText, (request, reply) => propose(registry, request, reply))
}

async function propose(registry: Registry, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, false, ask.place)
  const typed = typedOf(request.body)
  // Asked by the form itself and not by its address: a text has no room there, and would stay in logs and histories.
  if (typed.one('see') === 'rules') {
    const page = formPage(typed, ask, { act: typed.one('act') || randomUUID() })
    return showPage(reply, { personal: true, ...page }, ask.place)
  }
  const again = (more: Typed, code: number, refusal?: Refusal) =>
    showPage(
      reply.code(code),
      { personal: true, ...formPage(more, ask, { act: typed.one('act') || randomUUID(), refusal }) },
      ask.place,
    )
  const read = proposalFrom(typed, ask)
  if ('faults' in read) return again(typed.with(read.faults), 400)
  const { organisation } = ask.fold
  const entered = await submit(registry, organisation, read.act, ask.seat)
  if (!isRefusal(entered)) return reply.redirect(`/${organisation}/run/proposals/${read.act.decision}`, 303)
  const field = fieldRefused(entered)
  return again(field ? typed.with(new Map([[field, entered.message]])) : typed, statusOf(entered), entered)
}

function formPage(typed: Typed, ask: RunAsk, more: { readonly act: string; readonly refusal?: Refusal | undefined }) {
  const way = wayShown(typed, ask)
  const shown = way === undefined ? typed : typed.set({ way })
  return proposePage(
    { circle: ask.circle, seat: ask.seat, typed: shown, beginning: beginningIn(typed, ask), ...more },
    ask.place,
  )
}

/** What the rules say of the fields chosen; nothing where none is. */
function beginningIn(typed: Typed, ask: RunAsk) {
  const way = wayAsked(typed)
  if (!way) return undefined
  const { circle, seat, at } = ask
  const title = typed.one('title.en').trim() || typed.one('type') || 'this'
  const type = typeAsked(typed) || 'decision'
  return beginningOf({ circle, seat, at }, { ...way, type, title, proposedBy: proposersOf(typed, seat) })
}
