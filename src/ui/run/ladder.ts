import { type Dated, levelsAhead, type ProposalView } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { dateInWords } from '../words.ts'

/** The ladder of a proposal: what each level closed and forwarded, where the text is, what is ahead. A list, drawn as steps. */
export function ladder({ negotiation, circle }: ProposalView, place: Place): Html | undefined {
  const { proposal, forwarded, level, body, withdrawn, decided, number } = negotiation
  const passed = [proposal.act.level, ...forwarded.slice(0, -1).map(({ act }) => act.to)].slice(0, forwarded.length)
  const ahead = withdrawn || decided ? [] : levelsAhead(circle, level, body)
  if (passed.length === 0 && ahead.length === 0) return undefined
  const called = (id: string) => bodyName(place.organisation, id)
  const here = decided
    ? `${decided.act.outcome === 'adopted' ? 'adopted' : 'not adopted'} on ${dateInWords(decided.act.on)}${number ? ` as ${number}` : ''}`
    : withdrawn
      ? `withdrawn on ${dateInWords(withdrawn.act.on)}`
      : level === body
        ? 'here now, and decided here'
        : 'here now'
  return html`<ol class="ladder" aria-label="The way to a decision">
${passed.map((id, index) => html`<li class="passed"><b>${called(id)}</b>${closed(forwarded[index] as Dated<'proposal-forwarded'>)}</li>`)}
<li class="here" aria-current="step"><b>${called(level)}</b><small>${here}</small></li>
${ahead.map((id) => html`<li class="ahead"><b>${called(id)}</b><small>${id === body ? 'decides' : 'ahead'}</small></li>`)}</ol>`
}

function closed({ act }: Dated<'proposal-forwarded'>): Html {
  const points = act.openPoints.map(
    ({ paragraph, says }) =>
      html`<li>${paragraph ? html`<a href="#p-${paragraph}">¶ ${paragraph}</a> ` : undefined}${says}</li>`,
  )
  const what = points.length > 0 ? 'forwarded with points left open' : 'agreed and forwarded'
  return html`<small>${what} at revision ${act.revision}, ${dateInWords(act.on)}</small>${points.length > 0 ? html`<ul class="open-points">${points}</ul>` : undefined}`
}
