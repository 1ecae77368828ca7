import { type ProposalView, type Revision, readSeat } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { seatName } from '../seat-words.ts'
import { listed } from '../words.ts'
import { at } from './text.ts'
import { textWords as words } from './text-words.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** The revisions there were: when, by whom, why. */
export function revisionList({ negotiation, circle }: ProposalView, place: Place, shown: Revision): Html | undefined {
  const { revisions, proposal } = negotiation
  if (revisions.length < 2) return undefined
  const by = ({ number, entry }: Revision) => {
    if (number === 1) return listed(proposal.act.proposedBy.map(circle.called))
    const seat = readSeat(entry.seat ?? '')
    return seat && seatName(seat, place.organisation)
  }
  const row = (one: Revision) => {
    const { number, why, entry } = one
    const name = number === 1 ? words.first : words.revision(number)
    const who = by(one)
    const when = instantThere(entry.act.at ?? entry.recordedAt, timeZoneOf(place))
    return html`<li ${one === shown ? html`class="here"` : undefined}><span><a href="${at(place, { revision: String(number) }, 'text')}" ${one === shown ? html`aria-current="true"` : undefined}>${name}</a>${who ? ` ${words.by(who)}` : undefined}</span>${why ? html`<span>${why}</span>` : undefined}<span class="when">${when}</span></li>`
  }
  return html`<section class="tight" id="revisions"><h2>${words.revisions}</h2><ol class="list">${revisions.toReversed().map(row)}</ol></section>`
}
