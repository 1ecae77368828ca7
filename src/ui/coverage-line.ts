import { type Completeness, completeFor, type Span } from '../analysis/index.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { words } from './sentences.ts'

/** How complete the record is for what a page counts, in a sentence or two: the first thing below its heading. */
export function coverageLine({ counts, says }: Completeness, place: Place): Html {
  return html`<p class="covered ${counts}">${says} <a href="${to(place, wayToCompleteness(place))}">${words.nav.coverage}</a></p>`
}

/** The same for kinds of fact, over the whole record up to the day or over a span of years. */
export function coverageOf(kinds: readonly string[], place: Place, span?: Span): Html {
  return coverageLine(completeFor(place.organisation, kinds, span), place)
}

/** What an organisation that runs itself does not weigh in public, it still states: how complete its record is. */
export function wayToCompleteness({ description }: Place): string {
  return description?.edition === 'working' ? 'coverage' : 'questions/completeness'
}
