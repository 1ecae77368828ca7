import type { QuestionId } from '../../analysis/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { askedOf } from './names.ts'

/** A question asked of one thing, keeping the two clocks; without one, its list. */
export function aboutAddress(place: Place, question: QuestionId, about?: string): string {
  const [path, clocks] = to(place, `questions/${question}`).split('?')
  const query = [about === undefined ? undefined : `about=${encodeURIComponent(about)}`, clocks]
    .filter(Boolean)
    .join('&')
  return `${path}${query ? `?${query}` : ''}`
}

/** An organisation that runs itself shows nothing that weighs it. */
function isWeighed({ description }: Place): boolean {
  return description?.edition !== 'working'
}

/** The way from a page to a question that is answered at length, as it is asked or in other words. */
export function wayToQuestion(id: QuestionId, place: Place, about?: string, says?: string): Html | undefined {
  if (!isWeighed(place)) return undefined
  return html`<a href="${aboutAddress(place, id, about)}">${says ?? askedOf[id]}</a>`
}

/** The way from a page to the questions that it bears on. */
export function askedAtLength(place: Place, ...ids: readonly QuestionId[]): Html | undefined {
  if (!isWeighed(place)) return undefined
  return html`<p class="note">Weighed at length: ${ids.map((id, index) => html`${index > 0 ? ' · ' : undefined}${wayToQuestion(id, place)}`)}</p>`
}

/** The ways from a page to what weighs it, each in its own words. */
export function weighedAt(
  place: Place,
  ways: readonly { readonly question: QuestionId; readonly about?: string; readonly says: string }[],
): Html | undefined {
  if (!isWeighed(place)) return undefined
  return html`<p class="ways">${ways.map(({ question, about, says }) => wayToQuestion(question, place, about, says))}</p>`
}
