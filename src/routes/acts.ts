import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Entry, momentIn, readLiveAct, type Seat } from '../record/index.ts'
import { enact, type Registry } from '../registry/index.ts'
import { isRefusal, type Refusal } from '../rules/index.ts'
import { actFromForm } from './act-forms.ts'
import { wantsData } from './gate.ts'
import { refused } from './page.ts'
import { runAsked, statusOf } from './run-page.ts'

/**
 * Enters an act as it was sent, by a page or by a program: the same way in for both. Without an id it gets one; with one
 * it may be sent again.
 */
export async function submit(
  registry: Registry,
  organisation: string,
  written: unknown,
  seat: Seat,
): Promise<Entry | Refusal> {
  const { on } = momentIn(registry.record(organisation), registry.now())
  const fields = typeof written === 'object' && written !== null ? { id: randomUUID(), ...written } : written
  const act = readLiveAct(fields, on)
  return isRefusal(act) ? act : enact(registry, organisation, act, seat)
}

/**
 * What a form sends: `POST /ORG/run/acts` with the fields of the act, and `back`, the page to return to. An act that is
 * refused is shown its refusal on a page of its own; the browser's way back has the form as it was.
 */
export function serveActs(server: FastifyInstance, registry: Registry): void {
  server.post('/:organisation/run/acts', async (request, reply) => {
    const asData = wantsData(request)
    const ask = await runAsked(registry, request, reply)
    if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, asData, ask.place)
    const { organisation } = ask.fold
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>
    const isForm = !/^application\/json\b/.test(request.headers['content-type'] ?? '')
    const written = isForm ? actFromForm(form, ask) : form
    const entered = isRefusal(written) ? written : await submit(registry, organisation, written, ask.seat)
    if (isRefusal(entered)) return refused(reply, entered, statusOf(entered), asData, ask.place)
    if (asData) return reply.code(201).send({ id: entered.id, position: entered.position, act: entered.act })
    return goBack(request, reply, organisation, entered, form.back)
  })
}

/** To the page from which it came, in this organisation and nowhere else. */
function goBack(
  _request: FastifyRequest,
  reply: FastifyReply,
  organisation: string,
  { act }: Entry,
  back: unknown,
): FastifyReply {
  const own = `/${organisation}/`
  const isOwn = typeof back === 'string' && back.startsWith(own) && !/[\\\r\n]|\/\//.test(back)
  const decision = 'decision' in act ? act.decision : undefined
  const there = isOwn ? back : decision === undefined ? `${own}run` : `${own}run/proposals/${decision}`
  return reply.redirect(there, 303)
}
