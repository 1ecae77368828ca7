import { type ActOf, type ProposalView, proposersUnconfirmed } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, dateInWords, listed } from '../words.ts'
import { actForm, button, isOpenStill, noteInWords, textField } from './act-form.ts'
import type { Section } from './proposal.ts'
import { the } from './stand.ts'

export const audienceWords: { readonly [A in ActOf<'proposal-made'>['audience']]: string } = {
  body: 'whoever takes part in the bodies that have charge of it',
  participants: 'everyone who holds a status',
  public: 'the public',
  secretariat: 'the Secretariat, the chair and whoever proposed it',
}

/** Who proposed it, on what basis, for whom. */
export const particulars: Section = (view, place) => {
  const { negotiation, circle } = view
  const { proposal, body, audience, number } = negotiation
  const isOver = negotiation.decided !== undefined || negotiation.withdrawn !== undefined
  const { proposedBy, fromNote, basis, type, concerns, meantFor, on } = proposal.act
  const names = (ids: readonly string[]) => listed(ids.map(circle.called))
  const note = fromNote ? `, from note ${fromNote.number} of ${dateInWords(fromNote.date)}` : ''
  const unconfirmed = proposersUnconfirmed(negotiation)
  const open =
    unconfirmed.length > 0
      ? `; not confirmed yet${unconfirmed.length < proposedBy.length ? ` by ${names(unconfirmed)}` : ''}`
      : ''
  const chair = isOver ? undefined : circle.chair(negotiation.level).participant
  const chairNow = chair && `${circle.called(chair)}, of ${the(circle, negotiation.level)}`
  const rows: readonly (readonly [string, Content])[] = [
    ['Decision', number],
    ['Proposed by', `${names(proposedBy)} on ${dateInWords(on)}${note}${open}`],
    ['In the chair', chairNow],
    ['Decided by', bodyName(place.organisation, body)],
    ['Type', capitalised(type.replaceAll('-', ' '))],
    ['Legal basis', basis],
    ['Concerns', concerns && names(concerns)],
    ['Meant for', meantFor === 'all' ? 'all participants' : `interested States: ${names(meantFor)}`],
    ['Open to', audienceWords[audience]],
  ]
  const there = rows.filter(([, value]) => value !== undefined && value !== '')
  return html`<section class="tight" id="particulars"><h2>About it</h2><dl class="facts">${there.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>${named(view, place)}</section>`
}

/** For a delegation that a note named as proposing: whether it does. */
function named(view: ProposalView, place: Place): Html | undefined {
  const { negotiation, own: participant, circle } = view
  const { proposal } = negotiation
  const { fromNote, proposedBy } = proposal.act
  if (!fromNote || participant === undefined || !proposersUnconfirmed(negotiation).includes(participant))
    return undefined
  const confirms = { kind: 'entry-confirmed', participant, confirms: proposal.id }
  const confirm = actForm(view, place, confirms, button(`${circle.called(participant)} proposes it`), 'particulars')
  const others = proposedBy.filter((id) => id !== participant)
  const denial = html`${textField('says', 'Why, if you wish to say')}${button('We do not propose it', true)}`
  const denied = { kind: 'proposing-denied', participant }
  const deny =
    others.length > 0 && isOpenStill(view)
      ? html`<details class="offer"><summary>Your capital does not propose it</summary><p>It goes on as proposed by ${listed(others.map(circle.called))}. Everyone to whom the text is open sees that you said so.</p>${actForm(view, place, denied, denial, 'particulars')}</details>`
      : undefined
  return html`<div class="aside tight"><p>Entered by the Secretariat from ${noteInWords(fromNote)}, as proposed by you. Is it what your capital said?</p>${confirm}${deny}</div>`
}
