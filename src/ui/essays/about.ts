import type { QuestionId } from '../../analysis/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'

/** A question asked of one thing, keeping the two clocks; without one, its list. */
export function aboutAddress(place: Place, question: QuestionId, about?: string): string {
  const [path, clocks] = to(place, `questions/${question}`).split('?')
  const query = [about === undefined ? undefined : `about=${encodeURIComponent(about)}`, clocks]
    .filter(Boolean)
    .join('&')
  return `${path}${query ? `?${query}` : ''}`
}

/** The ways from a page to what weighs it; an organisation that runs itself shows none. */
export function weighedAt(
  place: Place,
  ways: readonly { readonly question: QuestionId; readonly about?: string; readonly says: string }[],
): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  return html`<p class="ways">${ways.map(({ question, about, says }) => html`<a href="${aboutAddress(place, question, about)}">${says}</a>`)}</p>`
}
