import type { Entry, ProposalView, SilenceSeen } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { sentence } from '../sentences.ts'
import { listed } from '../words.ts'
import type { Section } from './proposal.ts'
import { textWords as words } from './text-words.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** A title alone says nothing here, where everything is about it. */
function said(act: Entry['act'], place: Place): string {
  if (act.kind !== 'decision-recorded' || act.outcome !== 'adopted') return sentence(place.organisation, act)
  return words.adopted(act.adoption?.under === 'silence', act.number)
}

/** What was done to the proposal as far as the seat sees it, the latest first; and the silences that are over. */
export const historySection: Section = (view, place) => {
  const one = ({ act, recordedAt, ruling }: Entry) => {
    const reason =
      'reasons' in ruling ? ruling.reasons.find(({ article }) => article !== undefined)?.article : undefined
    return html`<li><span>${said(act, place)}</span><span class="when">${instantThere(act.at ?? recordedAt, timeZoneOf(place))}${reason ? ` · ${reason}` : undefined}</span></li>`
  }
  return html`<details id="history"><summary>${words.history}</summary><ol class="list">${view.negotiation.entries.toReversed().map(one)}</ol>${silencesOver(view, place)}</details>`
}

/** Each silence that is over with its outcome; the reasons of the last stand with silence itself. */
function silencesOver({ silences, circle }: ProposalView, place: Place): Html | undefined {
  const zone = timeZoneOf(place)
  const ended: Readonly<Record<string, string>> = words.silenceEnded
  const rows = silences.flatMap(({ silence, finding }: SilenceSeen) => {
    const how = ended[finding.outcome]
    if (how === undefined) return []
    const until = instantThere(finding.expiresAt ?? silence.expiresAt, zone)
    const by = finding.by && finding.by.length > 0 ? ` (${listed(finding.by.map(circle.called))})` : ''
    return html`<li><span>${words.silence(silence.revision, instantThere(silence.opensAt, zone), until)}</span><span class="when">${how}${by}${changedAt({ silence, finding }, zone)}</span></li>`
  })
  if (rows.length === 0) return undefined
  return html`<h3>${words.silences}</h3><ol class="list">${rows}</ol>`
}

/** When the text was changed; when somebody broke silence stands with what was done, for whoever may see it. */
function changedAt({ silence, finding }: SilenceSeen, zone: string): string {
  const change = finding.outcome === 'ended-by-change' && silence.events.find(({ kind }) => kind === 'text-changed')
  return change ? `, on ${instantThere(change.at, zone)}` : ''
}
