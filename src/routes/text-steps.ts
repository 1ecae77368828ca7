import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ProposalView, proposalView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import type { Page } from '../ui/layout.ts'
import { forwardPage, revisePage, withdrawPage } from '../ui/run/step-pages.ts'
import { asItStands, forwarding, revising, type Step, withdrawing } from '../ui/run/steps.ts'
import { nothingTyped, type Typed } from '../ui/run/typed.ts'
import { enteredBefore, submit } from './acts.ts'
import { refused, showPage } from './page.ts'
import { type RunAsk, runAsked, statusOf } from './run-page.ts'
import { acceptedFrom, forwardingFrom, revisionFrom } from './step-forms.ts'
import { roomForText, typedOf } from './typed.ts'

export const unknownProposal = refuse(
  'unknown-proposal',
  'No proposal is kept at this address, as far as you may see.',
  {
    remedy: 'It may be open to a seat that you do not sit in.',
  },
)

/** A request about one proposal that the seat may see. */
interface StepAsk {
  readonly ask: RunAsk
  readonly view: ProposalView
}

/** What a step makes of what was typed: an act, or what is wrong, by field. */
type Reads = (
  typed: Typed,
  view: ProposalView,
) => { readonly act: Record<string, unknown> } | { readonly faults: ReadonlyMap<string, string> } | Refusal
type Shows = (
  view: ProposalView,
  place: RunAsk['place'],
  again: { typed: Typed; refusal?: Refusal | undefined },
) => Page

/**
 * The steps that are taken with a text, each at an address under its proposal: `GET` shows the form, `POST` takes the
 * step, or shows the form again as it was typed. Withdrawing has a page that asks whether one is sure.
 */
export function serveTextSteps(server: FastifyInstance, registry: Registry): void {
  const address = (step: Step) => `/:organisation/run/proposals/:decision/${step}`
  const shown = (step: Step, show: (ask: StepAsk) => Page | Refusal) =>
    server.get(address(step), async (request, reply) => {
      const asked = await stepAsked(registry, request, reply)
      if (!('view' in asked)) return asked
      const page = show(asked)
      if (isRefusal(page)) return refused(reply, page, statusOf(page), false, asked.ask.place)
      return showPage(reply, { personal: true, ...page }, asked.ask.place)
    })
  const taken = (step: Step, reads: Reads, show: Shows | undefined) =>
    server.post(address(step), roomForText, (request, reply) => take(registry, request, reply, reads, show))
  shown('revise', ({ view, ask }) => {
    const ruled = revising(view)
    return isRefusal(ruled) ? ruled : revisePage(view, ask.place, { typed: asItStands(view) })
  })
  shown('forward', ({ view, ask }) => {
    const ruled = forwarding(view)
    return isRefusal(ruled) ? ruled : forwardPage(view, ask.place, { typed: nothingTyped })
  })
  shown('withdraw', ({ view, ask }) => {
    const ruled = withdrawing(view)
    return isRefusal(ruled) ? ruled : withdrawPage(view, ask.place)
  })
  taken('revise', revisionFrom, revisePage)
  taken('forward', forwardingFrom, forwardPage)
  taken('accept', acceptedFrom, undefined)
}

async function take(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  reads: Reads,
  show: Shows | undefined,
): Promise<FastifyReply> {
  const asked = await stepAsked(registry, request, reply)
  if (!('view' in asked)) return asked
  const { ask, view } = asked
  const { organisation } = ask.fold
  const typed = typedOf(request.body)
  const again = (more: Typed, code: number, refusal?: Refusal) =>
    show
      ? showPage(reply.code(code), { personal: true, ...show(view, ask.place, { typed: more, refusal }) }, ask.place)
      : refused(reply, refusal ?? nothingToTake, code, false, ask.place)
  const id = typed.one('id')
  const there = `/${organisation}/run/proposals/${view.negotiation.decision}`
  if (id !== '' && enteredBefore(registry, organisation, id, ask.seat)) return reply.redirect(there, 303)
  const read = reads(typed, view)
  if (isRefusal(read)) return again(typed, statusOf(read), read)
  if ('faults' in read) return again(typed.with(read.faults), 400, unreadable)
  const entered = await submit(registry, organisation, { ...read.act, ...(id === '' ? {} : { id }) }, ask.seat)
  if (isRefusal(entered))
    return mayNot.has(entered.refused)
      ? refused(reply, entered, statusOf(entered), false, ask.place)
      : again(typed, statusOf(entered), entered)
  return reply.redirect(there, 303)
}

/** Where the form would be of no use. */
const mayNot: ReadonlySet<string> = new Set([
  'not-your-act',
  'not-your-text',
  'not-the-chair',
  'closed',
  'too-late',
  'read-only',
])

const unreadable = refuse('unreadable-act', 'Nothing was entered yet.', {
  remedy: 'What is wrong stands beside its field.',
})
const nothingToTake = refuse('unknown-amendment', 'No such amendment stands beside the text.', {
  remedy: 'Look at the proposal again.',
})

async function stepAsked(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StepAsk | FastifyReply> {
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, false, ask.place)
  const { decision } = request.params as { decision: string }
  const view = proposalView(ask.circle, decision, ask.seat, ask.at)
  return view ? { ask, view } : refused(reply, unknownProposal, 404, false, ask.place)
}
