import type { FastifyInstance } from 'fastify'
import { forSignature, negotiationSeen, nextOutgoing, notesFor, proposalView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isOpenStill } from '../ui/run/act-form.ts'
import { notesPage } from '../ui/run/notes.ts'
import { signaturePage } from '../ui/run/signature.ts'
import { serveRunPage } from './run-page.ts'

/** What comes after decisions: the list of documents for signature; and the register of notes. */
export function serveAfter(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/signature', ({ circle, seat, at, place }) => {
    const list = forSignature(circle, seat, at)
    const data = list.map(({ negotiation, order, languages, capitals, isReady }) => ({
      decision: negotiation.decision,
      title: negotiation.current.title,
      number: negotiation.number,
      level: negotiation.signature?.act.level,
      form: negotiation.signature?.act.form,
      meeting: negotiation.signature?.act.meeting,
      languages,
      capitals,
      isReady,
      order: { language: order.language, rule: order.rule, reasons: order.reasons },
    }))
    return { data: { documents: data }, page: () => signaturePage(list, circle.called, at, place) }
  })
  serveRunPage(server, registry, 'run/notes', ({ circle, seat, at, place }) => {
    const notes = notesFor(circle, seat, at)
    const seen = circle.organisation.proposals().flatMap(({ act }) => {
      const negotiation = negotiationSeen(circle, act.decision, seat, at)
      return negotiation ? [negotiation] : []
    })
    const titles = new Map(seen.map(({ decision, current }) => [decision, current.title.en]))
    const proposals = seen
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ decision, current }) => ({ decision, title: current.title.en }))
    const mayEnter = (decision: string) => {
      const view = proposalView(circle, decision, seat, at)
      return view !== undefined && isOpenStill(view)
    }
    const next = seat.kind === 'secretariat' ? nextOutgoing(circle) : undefined
    const data = notes.map(({ entry, entered, isWaiting }) => {
      const { direction, number, date, participant, decision, says } = entry.act
      const from = entered.map((one) => ({ id: one.entry.id, act: one.entry.act, isConfirmed: one.isConfirmed }))
      return { direction, number, date, participant, decision, says, entered: from, isWaiting }
    })
    return {
      data: { notes: data, next },
      page: () => notesPage({ circle, seat, notes, next, proposals, titles, mayEnter }, place),
    }
  })
}
