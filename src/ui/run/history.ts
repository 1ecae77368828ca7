import type { Entry } from '../../record/index.ts'
import { html } from '../html.ts'
import type { Place } from '../layout.ts'
import { sentence } from '../sentences.ts'
import type { Section } from './proposal.ts'
import { textWords as words } from './text-words.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** A title alone says nothing here, where everything is about it. */
function said(act: Entry['act'], place: Place): string {
  if (act.kind !== 'decision-recorded' || act.outcome !== 'adopted') return sentence(place.organisation, act)
  return words.adopted
}

/** What was done to the proposal as far as the seat sees it, the latest first. */
export const historySection: Section = ({ negotiation }, place) => {
  const one = ({ act, recordedAt, ruling }: Entry) => {
    const reason =
      'reasons' in ruling ? ruling.reasons.find(({ article }) => article !== undefined)?.article : undefined
    return html`<li><span>${said(act, place)}</span><span class="when">${instantThere(act.at ?? recordedAt, timeZoneOf(place))}${reason ? ` · ${reason}` : undefined}</span></li>`
  }
  return html`<details id="history"><summary>${words.history}</summary><ol class="list">${negotiation.entries.toReversed().map(one)}</ol></details>`
}
