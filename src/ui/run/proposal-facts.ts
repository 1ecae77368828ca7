import type { ActOf } from '../../record/index.ts'
import { type Content, html } from '../html.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, dateInWords, listed } from '../words.ts'
import type { Section } from './proposal.ts'
import { the } from './stand.ts'

export const audienceWords: { readonly [A in ActOf<'proposal-made'>['audience']]: string } = {
  body: 'whoever takes part in the bodies that have charge of it',
  participants: 'everyone who holds a status',
  public: 'the public',
  secretariat: 'the Secretariat, the chair and whoever proposed it',
}

/** Who proposed it, on what basis, for whom. */
export const particulars: Section = ({ negotiation, circle }, place) => {
  const { proposal, body, audience, number } = negotiation
  const isOver = negotiation.decided !== undefined || negotiation.withdrawn !== undefined
  const { proposedBy, fromNote, basis, type, concerns, meantFor, on } = proposal.act
  const names = (ids: readonly string[]) => listed(ids.map(circle.called))
  const note = fromNote ? `, from note ${fromNote.number} of ${dateInWords(fromNote.date)}` : ''
  const chair = isOver ? undefined : circle.chair(negotiation.level).participant
  const chairNow = chair && `${circle.called(chair)}, of ${the(circle, negotiation.level)}`
  const rows: readonly (readonly [string, Content])[] = [
    ['Decision', number],
    ['Proposed by', `${names(proposedBy)} on ${dateInWords(on)}${note}`],
    ['In the chair', chairNow],
    ['Decided by', bodyName(place.organisation, body)],
    ['Type', capitalised(type.replaceAll('-', ' '))],
    ['Legal basis', basis],
    ['Concerns', concerns && names(concerns)],
    ['Meant for', meantFor === 'all' ? 'all participants' : `interested States: ${names(meantFor)}`],
    ['Open to', audienceWords[audience]],
  ]
  const there = rows.filter(([, value]) => value !== undefined && value !== '')
  return html`<section class="tight" id="particulars"><h2>About it</h2><dl class="facts">${there.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl></section>`
}
