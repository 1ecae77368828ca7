import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { dateInWords } from '../words.ts'

/**
 * What is claimed up to the page's day of a participant, a body, a dispute or an organisation outside, each the way to its
 * test; nothing where nothing is.
 */
export function claimsAbout(
  place: Place,
  what: 'participants' | 'bodies' | 'disputes' | 'neighbours',
  id: string,
): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  const claims = place.organisation.listed('claim-recorded').filter(({ act }) => act[what]?.includes(id))
  if (claims.length === 0) return undefined
  return html`<section class="tight"><h2>What is claimed</h2><p class="note">Each held against the record.</p><ul class="list">${claims.map(({ act }) => html`<li><span><a href="${to(place, `claims/${act.claim}`)}">${act.says}</a> <small>${act.by}, ${dateInWords(act.on)}</small></span></li>`)}</ul></section>`
}
