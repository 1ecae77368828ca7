import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Act, type Entry, momentIn, readLiveAct, type Seat, seatId } from '../record/index.ts'
import { type Entered, enactOnce, type Registry, wouldEnact } from '../registry/index.ts'
import { isRefusal, type Refusal } from '../rules/index.ts'
import { actFromForm } from './act-forms.ts'
import { wantsData } from './gate.ts'
import { ownPage, refused } from './page.ts'
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
  const entered = await submitOnce(registry, organisation, written, seat)
  return isRefusal(entered) ? entered : entered.entry
}

/** The same, and whether it was entered now or had been before. */
export async function submitOnce(
  registry: Registry,
  organisation: string,
  written: unknown,
  seat: Seat,
): Promise<Entered | Refusal> {
  const act = actSent(registry, organisation, written, seat)
  return isRefusal(act) ? act : enactOnce(registry, organisation, act, seat)
}

/**
 * What this seat has entered with an id before. A form that is sent again, since no answer came to it, has done what it
 * says, also where its act is made of how things stand and would now be another.
 */
export function enteredBefore(registry: Registry, organisation: string, id: string, seat: Seat): Entry | undefined {
  const own = seat.kind === 'delegation' ? `${seat.participant}~` : ''
  const entry = registry.record(organisation).entry(id.startsWith(own) ? id : own + id)
  return entry?.seat === seatId(seat) ? entry : undefined
}

/** What the rules would say of it now; nothing is entered. */
export async function wouldSubmit(
  registry: Registry,
  organisation: string,
  written: unknown,
  seat: Seat,
): ReturnType<typeof wouldEnact> {
  const act = actSent(registry, organisation, written, seat)
  return isRefusal(act) ? act : wouldEnact(registry, organisation, act, seat)
}

/**
 * The act that was sent. A delegation's ids are its own: each is kept with the delegation's before it, `ARC~note-7`, so that
 * nobody can find out by sending an id whether another delegation has used it.
 */
function actSent(registry: Registry, organisation: string, written: unknown, seat: Seat): Act | Refusal {
  const { on } = momentIn(registry.record(organisation), registry.now())
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return readLiveAct(written, on)
  const fields: Record<string, unknown> = { id: randomUUID(), ...written }
  const { id } = fields
  if (seat.kind !== 'delegation' || typeof id !== 'string') return readLiveAct(fields, on)
  const own = `${seat.participant}~`
  // As it was sent it has to be an id, and as it is kept.
  const asSent = readLiveAct(fields, on)
  if (isRefusal(asSent) || id.startsWith(own)) return asSent
  return readLiveAct({ ...fields, id: own + id }, on)
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
  const decision = 'decision' in act ? act.decision : undefined
  const there =
    ownPage(organisation, back) ?? (decision === undefined ? `${own}run` : `${own}run/proposals/${decision}`)
  return reply.redirect(there, 303)
}
