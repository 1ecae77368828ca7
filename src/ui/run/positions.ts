import { type ActOf, byName, type ProposalView, standsOn, stoodBefore, type Taken } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { capitalised } from '../words.ts'
import { actForm, button, isOpenStill, noteFields, noteInWords, whenDone } from './act-form.ts'
import { positionForm } from './position-form.ts'
import { details, saidBelow } from './position-said.ts'
import { positionTable } from './position-table.ts'
import { type PositionKind, positionIn } from './position-words.ts'
import { reasonList, the } from './stand.ts'
import { timeZoneOf } from './times.ts'

/** A note of the register whose position is to be entered. */
export type NoteGiven = Pick<ActOf<'note-registered'>, 'number' | 'date' | 'participant'>

/** Who says what of the text as it stands: the own delegation's form, and everyone as far as the seat may see. */
export function positionsSection(view: ProposalView, place: Place, note?: NoteGiven): Html | undefined {
  const parts = [own(view, place), fromNote(view, place, note), everyone(view)].filter((part) => part !== undefined)
  if (parts.length === 0) return undefined
  return html`<section class="stack" id="positions"><h2>Positions on revision ${view.negotiation.current.number}</h2>${parts}</section>`
}

function own(view: ProposalView, place: Place): Html | undefined {
  const { own: participant, circle, mine, mineBefore, negotiation } = view
  if (participant === undefined) return undefined
  const name = circle.called(participant)
  const may = mayTake(view, participant)
  if (!may && !mine && !mineBefore) {
    const { reasons } = circle.may(participant, negotiation.level, 'take-positions')
    return html`<div class="tight"><p>${name} takes no position in ${the(circle, negotiation.level)}.</p>${reasonList(reasons, timeZoneOf(circle.organisation))}</div>`
  }
  const standing = mine
    ? html`<p class="stands">${name}: ${positionIn(view)[mine.act.position]}</p>${below(view, mine)}${details(view, mine)}${noteOn(view, place, mine)}`
    : html`<p class="stands">${name} has not said where it stands on revision ${negotiation.current.number}.</p>`
  const before = mineBefore
    ? html`<p class="note">On revision ${mineBefore.act.revision ?? 1} it was: ${positionIn(view)[mineBefore.act.position]}.${mine || !isOpenStill(view) ? undefined : ' A new revision asks again.'}</p>`
    : undefined
  const open = isOpenStill(view) && may
  return html`<div class="tight own-position">${standing}${before}${open ? offers(view, place, participant) : closedSays(view)}${release(view, place, participant)}${history(view, participant)}</div>`
}

/** What was said where the text was before holds where it is, until the delegation says otherwise. */
function below(view: ProposalView, mine: Taken): Html | undefined {
  const said = saidBelow(view, mine)
  if (!said || !isOpenStill(view)) return undefined
  return html`<p class="note">${capitalised(said)}, on this revision: it holds here until you say otherwise.</p>`
}

function closedSays(view: ProposalView): Html | undefined {
  if (isOpenStill(view)) return undefined
  return html`<p class="note">Positions on it are no longer taken.</p>`
}

/** Whether a delegation may say where it stands now; whoever may break silence says so while it is announced or runs. */
function mayTake({ entitled, silence, mayBreak }: ProposalView, participant: string): boolean {
  const isUnder = silence?.outcome === 'running' || silence?.outcome === 'announced'
  return entitled.includes(participant) || (isUnder && mayBreak.includes(participant))
}

/** One button where one is enough, and the form. */
function offers(view: ProposalView, place: Place, participant: string): Html {
  const { mine, negotiation } = view
  const quick = mine ? quickly[mine.act.position] : undefined
  const lift = quick
    ? actForm(
        view,
        place,
        {
          kind: 'position-taken',
          participant,
          position: 'no-objection',
          revision: negotiation.current.number,
        },
        // What stands, stands: only agreement ad referendum asks for the next step.
        button(quick(positionIn(view)['no-objection']), mine?.act.position !== 'ad-referendum'),
      )
    : undefined
  const form = positionForm(view, place, participant)
  return html`${lift}${mine ? html`<details class="offer"><summary>Say something else</summary>${form}</details>` : form}`
}

const quickly: { readonly [P in PositionKind]?: (noObjection: string) => string } = {
  reserves: (noObjection) => `Lift the reserve: ${noObjection}`,
  objects: (noObjection) => `Lift the objection: ${noObjection}`,
  'ad-referendum': (noObjection) => `Confirm: ${noObjection}`,
}

/** What was entered for a delegation from its note, for it to confirm or to correct. */
function noteOn(view: ProposalView, place: Place, taken: Taken): Html | undefined {
  const { fromNote: note, participant } = taken.act
  if (!note) return undefined
  const isConfirmed = view.negotiation.confirmed.has(taken.id)
  const entered = `Entered by the Secretariat from ${noteInWords(note)}`
  if (isConfirmed || view.own !== participant) {
    return html`<p class="note">${entered}${isConfirmed ? ', confirmed by the delegation' : ', not confirmed by the delegation yet'}.</p>`
  }
  const confirm = actForm(view, place, { kind: 'entry-confirmed', participant, confirms: taken.id }, button('Confirm'))
  return html`<div class="aside tight"><p>${entered}. Is it what your capital said?</p>${confirm}<p class="note">To correct it, say something else below: what you say yourself stands from then on.</p></div>`
}

/** Opening where one stands, in two steps: it cannot be taken back. */
function release(view: ProposalView, place: Place, participant: string): Html | undefined {
  const { negotiation } = view
  if (negotiation.decided) return undefined
  if (negotiation.released.has(participant)) {
    return html`<p class="note">Your positions on this are open to everyone to whom the text is open.</p>`
  }
  if (!isOpenStill(view) || !negotiation.positions.has(participant)) return undefined
  const form = actForm(view, place, { kind: 'position-released', participant }, button('Open them', true))
  return html`<details class="offer"><summary>Open your positions to those who see the text</summary><p>Until the decision is taken your positions are seen by you, the chair and the Secretariat. Opened, all of them, with reasons, earlier and later ones, are seen by everyone to whom the text is open. This cannot be taken back.</p>${form}</details>`
}

function history(view: ProposalView, participant: string): Html | undefined {
  const taken = view.negotiation.positions.get(participant) ?? []
  if (taken.length < 2) return undefined
  const items = taken
    .toReversed()
    .map(
      (one) =>
        html`<li><span class="when">${whenDone(one, view)}, revision ${one.act.revision ?? 1}</span> <span>${positionIn(view)[one.act.position]}${one.act.says ? html`: ${one.act.says}` : undefined}</span></li>`,
    )
  return html`<details><summary>All that ${view.circle.called(participant)} has said of it</summary><ol class="list">${items}</ol></details>`
}

/** The Secretariat enters what a capital said in a note; open at once where it comes from that note. */
function fromNote(view: ProposalView, place: Place, note?: NoteGiven): Html | undefined {
  if (view.seat.kind !== 'secretariat' || !isOpenStill(view)) return undefined
  const form = positionForm(view, place, undefined, { more: noteFields(note), chosen: note?.participant })
  return html`<details class="offer" ${note ? html`open` : undefined}><summary>Enter a position for a delegation, from its note</summary>${form}</details>`
}

/** The whole table for whoever sees it; for others those who opened where they stand. */
function everyone(view: ProposalView): Html | undefined {
  if (view.seesAll) return positionTable(view)
  const { negotiation, own: participant, circle } = view
  const opened = byName(
    circle,
    [...negotiation.released].filter((id) => id !== participant),
  )
  const unseen = html`<p class="note">Where each delegation stands is seen by itself, the chair and the Secretariat, until it opens that or the decision is taken.</p>`
  if (opened.length === 0) return participant === undefined ? undefined : unseen
  const rows = opened.map((id) => {
    const taken = standsOn(negotiation, id)
    const before = stoodBefore(negotiation, id)
    const words = taken
      ? positionIn(view)[taken.act.position]
      : `nothing said on this revision${before ? `; on revision ${before.act.revision ?? 1}: ${positionIn(view)[before.act.position]}` : ''}`
    return html`<li><b>${circle.called(id)}</b><span>${words}</span>${taken ? details(view, taken) : undefined}</li>`
  })
  return html`<div class="tight"><h3>Opened by those who hold them</h3><ul class="list">${rows}</ul>${unseen}</div>`
}
