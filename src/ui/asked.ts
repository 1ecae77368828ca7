import type { QuestionId } from '../analysis/index.ts'
import { askedOf } from './essays/names.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { withQuery } from './narrowing.ts'

/** The way to a question that is answered at length, on the same day; an organisation that runs itself shows none. */
export function wayToQuestion(id: QuestionId, place: Place, about?: string): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  const path = to(place, `questions/${id}`, { on: undefined, known: undefined })
  return html`<a href="${withQuery({ ...place, path }, { about })}">${askedOf[id]}</a>`
}
