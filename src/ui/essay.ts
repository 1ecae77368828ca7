import type { QuestionId } from '../analysis/index.ts'
import { askedOf } from './essays/names.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { withQuery } from './narrowing.ts'
import { words } from './sentences.ts'
import { dateInWords } from './words.ts'

/** A question answered at length: numbers and pictures, with how complete the record is before any of them. */
export interface Essay {
  readonly id: QuestionId
  /** What is asked of one thing at a time, which. */
  readonly about?: string | undefined
  /** The fact, as a sentence. */
  readonly title: string
  readonly lede: Content
  /** How complete the record is for what is counted here, and what that forbids to conclude. */
  readonly complete: Content
  readonly sections: readonly (Html | undefined)[]
  /** How it was counted. */
  readonly method: Content
  /** What it does not show. */
  readonly limits: readonly Content[]
}

/** The page of a question, with its method, limits and data, and the command that gives every number on it. */
export function essay(asked: Essay, place: Place): Page {
  const { id, about, title, lede, complete, sections, method, limits } = asked
  const body = html`<article class="essay"><section class="stack"><p class="crumb"><a href="${to(place, 'questions')}">${words.nav.questions}</a> · ${askedOf[id]}</p><h1>${title}</h1><p class="lede">${lede}</p></section>
<section class="tight complete" aria-labelledby="complete"><h2 id="complete">How complete this is</h2><p>${complete} <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p></section>
${sections}
<section class="tight"><h2>Method, limits and data</h2><p>${method} All of it is counted from the record as it stood on ${dateInWords(place.organisation.day)}.</p>${limits.length > 0 ? html`<ul class="plain">${limits.map((limit) => html`<li>${limit}</li>`)}</ul>` : undefined}${reproduced(commandOf(id, about, place), place, about)}</section></article>`
  return { title, body, part: 'questions' }
}

/** How to get every number of a page in a terminal, and as a file. */
export function reproduced(command: string, place: Place, about?: string): Html {
  const [path, query] = withQuery(place, { about }).split('?')
  return html`<p class="note">Every number of this page, in a terminal: <code class="command">${command}</code> or as <a href="${path}.json${query ? `?${query}` : ''}">JSON</a>.</p>`
}

function commandOf(id: QuestionId, about: string | undefined, { organisation, on, known }: Place): string {
  const options = [
    ...(about === undefined ? [] : [`--about ${quoted(about)}`]),
    ...(on === undefined ? [] : [`--on ${organisation.day}`]),
    ...(known === undefined ? [] : [`--known ${organisation.position}`]),
  ]
  return ['chancery question', organisation.id, id, ...options].join(' ')
}

/** As a shell takes it for one word. */
export function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
