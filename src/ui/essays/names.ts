import type { QuestionId } from '../../analysis/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  'would-pass': 'What would pass on a topic, by what passed before?',
  language: 'Has the language on a topic become stronger or weaker?',
  became: 'What became of what was once put forward?',
  alliance: 'Is it becoming a military alliance?',
  neighbourhood: 'How crowded is its neighbourhood?',
}

export function isQuestion(id: string): id is QuestionId {
  return id in askedOf
}

/** The way from a page to a question that it bears on; none where nothing is weighed on public pages. */
export function askedAtLength(place: Place, ...ids: readonly QuestionId[]): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  return html`<p class="note">Weighed at length: ${ids.map((id, index) => html`${index > 0 ? ' · ' : undefined}<a href="${to(place, `questions/${id}`)}">${askedOf[id]}</a>`)}</p>`
}
