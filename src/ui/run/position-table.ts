import { byName, type ProposalView, standsOn, stoodBefore, type Taken } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { noteInWords, whenDone } from './act-form.ts'
import { details } from './position-said.ts'
import { consensusPositions, type PositionKind, positionIn } from './position-words.ts'

/** What is in the way stands first, then who has not answered, then the rest. */
const order: readonly PositionKind[] = [
  'objects',
  'reserves',
  'ad-referendum',
  ...consensusPositions.filter((one) => !['objects', 'reserves', 'ad-referendum'].includes(one)),
]

/** Everyone who has a say, by position; for whoever sees where everyone stands. */
export function positionTable(view: ProposalView): Html {
  const { negotiation, entitled } = view
  const others = [...negotiation.positions.keys()].filter((id) => !entitled.includes(id))
  const all = byName(view.circle, [...entitled, ...others.filter((id) => standsOn(negotiation, id))])
  const standing = (id: string) => standsOn(negotiation, id)?.act.position
  const groups = order.map((position) => ({ position, ids: all.filter((id) => standing(id) === position) }))
  const silent = all.filter((id) => standing(id) === undefined)
  const [holding, rest] = [groups.slice(0, 3), groups.slice(3)]
  const words = positionIn(view)
  const group = ({ position, ids }: (typeof groups)[number]) => groupOf(words[position], ids, view)
  return html`<table class="standings"><caption class="note">${view.negotiation.decided ? 'Where everyone stood when it was decided.' : 'Seen by the chair and the Secretariat.'}</caption><thead><tr><th scope="col">Participant</th><th scope="col">Said</th><th scope="col">Since</th><th scope="col">Revision before</th></tr></thead>${holding.map(group)}${groupOf('has not answered', silent, view)}${rest.map(group)}</table>`
}

function groupOf(title: string, ids: readonly string[], view: ProposalView): Html | undefined {
  if (ids.length === 0) return undefined
  return html`<tbody><tr class="group"><th scope="rowgroup" colspan="4">${title} <span class="count">${ids.length}</span></th></tr>${ids.map((id) => row(id, view))}</tbody>`
}

function row(id: string, view: ProposalView): Html {
  const { negotiation, circle } = view
  const taken = standsOn(negotiation, id)
  const before = stoodBefore(negotiation, id)
  const was = before ? `${positionIn(view)[before.act.position]} (revision ${before.act.revision ?? 1})` : ''
  const opened =
    negotiation.released.has(id) && !negotiation.decided
      ? html` <small>open to all who see the text</small>`
      : undefined
  return html`<tr><th scope="row">${circle.called(id)}${opened}</th><td data-of="Said">${taken ? said(taken, view) : undefined}</td><td data-of="Since">${taken ? whenDone(taken, view) : undefined}</td><td data-of="Revision before">${was}</td></tr>`
}

function said(taken: Taken, view: ProposalView): Html {
  const { fromNote } = taken.act
  const note = fromNote
    ? html`<small>from ${noteInWords(fromNote)}${view.negotiation.confirmed.has(taken.id) ? ', confirmed' : ', not confirmed by the delegation yet'}</small>`
    : undefined
  return html`${details(view, taken)}${note}`
}
