import type { ProposalView } from '../../record/index.ts'
import { html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'

/** The table: every proposal that the seat may see, at a glance. */
export function tablePage(views: readonly ProposalView[], place: Place): Page {
  const title = 'The table'
  const rows = views.map(
    ({ negotiation: { decision, current, level } }) =>
      html`<li><a href="${to(place, `run/proposals/${decision}`)}">${current.title.en}</a> <small>${bodyName(place.organisation, level)}, revision ${current.number}</small></li>`,
  )
  const body = html`<section class="stack"><h1>${title}</h1>${views.length > 0 ? html`<ul class="plain">${rows}</ul>` : html`<p class="note">Nothing is before the organisation, as far as you may see.</p>`}</section>`
  return { title, body, part: 'run', live: { about: 'all' } }
}
