import { byName, type ProposalView, standsOn, stoodBefore, type Taken } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { aHandful, capitalised } from '../words.ts'
import { noteInWords, whenDone } from './act-form.ts'
import { details, saidBelow } from './position-said.ts'
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
  const note = negotiation.decided
    ? 'Where everyone stood when it was decided.'
    : 'Seen by the chair and the Secretariat, and by others as far as it was opened.'
  return html`<div class="stack standings"><p class="note">${note}</p>${holding.map(group)}${groupOf(view.negotiation.decided ? 'said nothing' : 'has not answered', silent, view)}${rest.map(group)}</div>`
}

function groupOf(title: string, ids: readonly string[], view: ProposalView): Html | undefined {
  if (ids.length === 0) return undefined
  return html`<div><h3>${capitalised(title)} <small>${ids.length}</small></h3><ul class="list ${ids.length > aHandful ? 'many' : ''}">${ids.map((id) => row(id, view))}</ul></div>`
}

function row(id: string, view: ProposalView): Html {
  const { negotiation, circle } = view
  const taken = standsOn(negotiation, id)
  const before = stoodBefore(negotiation, id)
  const facts = [
    taken ? `since ${whenDone(taken, view)}` : undefined,
    taken ? saidBelow(view, taken) : undefined,
    before ? `on revision ${before.act.revision ?? 1}: ${positionIn(view)[before.act.position]}` : undefined,
    negotiation.released.has(id) && !negotiation.decided ? 'opened to all who see the text' : undefined,
  ].filter((fact) => fact !== undefined)
  return html`<li><span><b>${circle.called(id)}</b> <small>${facts.join('; ')}</small></span>${taken ? said(taken, view) : undefined}</li>`
}

function said(taken: Taken, view: ProposalView): Html {
  const { fromNote } = taken.act
  const note = fromNote
    ? html`<small>from ${noteInWords(fromNote)}${view.negotiation.confirmed.has(taken.id) ? ', confirmed' : ', not confirmed by the delegation yet'}</small>`
    : undefined
  return html`${details(view, taken)}${note}`
}
