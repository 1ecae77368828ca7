import type { ActOf, Entry } from '../record/index.ts'
import { actList } from './acts.ts'
import { takeAway } from './decisions.ts'
import { type Content, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, pager, type Query } from './narrowing.ts'
import { capitalised, counted, dateInWords } from './words.ts'

type Source = ActOf<'source-described'>

export interface SourceRow {
  readonly source: Source
  readonly cited: number
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** Ways to order the sources. */
export const sourceOrders = {
  title: 'title',
  date: 'date, the latest first',
  facts: 'facts that rest on them',
} as const

/** A page of the sources, as narrowed and ordered. */
export interface SourcesView {
  readonly items: readonly SourceRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly choices: readonly Choice[]
  readonly query: Query
}

export function sourcesPage(view: SourcesView, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'source', many: 'sources' }))} stand behind this record${view.query.language ? `, in ${languageName(view.query.language)}` : ''}`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">Each leads to the facts that rest on it. Titles are given in English where the original is in another language.</p></section>
${narrowingForm(place, view.choices)}
<section class="tight"><table class="cards"><thead><tr><th scope="col">Title</th><th scope="col">Publisher</th><th scope="col">Date</th><th scope="col">Language</th><th scope="col" class="number">Facts</th></tr></thead><tbody>${view.items.map(({ source, cited }) => html`<tr><th scope="row"><a href="${to(place, `sources/${source.source}`)}">${source.title}</a></th><td>${source.publisher}</td><td class="date">${dateOf(source)}</td><td>${languageName(source.language)}</td><td class="number" data-label="facts">${cited}</td></tr>`)}</tbody></table>${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'sources' }
}

export function sourcePage(source: Source, citing: readonly Entry[], place: Place): Page {
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'sources')}">Sources</a></p><h1>${source.title}</h1>
<dl class="facts"><dt>Publisher</dt><dd>${source.publisher}</dd><dt>Date</dt><dd>${dateOf(source)}</dd><dt>Language</dt><dd>${languageName(source.language)}</dd><dt>Address</dt><dd>${address(source)}</dd>${source.licence ? html`<dt>Licence</dt><dd>${source.licence}</dd>` : undefined}<dt>Code</dt><dd>${source.source}</dd></dl>
${source.note ? html`<p class="note">${source.note}</p>` : undefined}</section>
<section class="tight"><h2>${capitalised(counted(citing.length, { one: 'fact rests', many: 'facts rest' }))} on it</h2>${citing.length > 0 ? actList(place, citing) : html`<p class="note">Nothing in the record cites it, as known at this position.</p>`}</section>`
  return { title: source.title, body, part: 'sources' }
}

function address({ url }: Source): Content {
  return url ? html`<a href="${url}" rel="noreferrer external">${url}</a>` : 'none: see title, publisher and date'
}

function dateOf({ date }: Source): string {
  return date ? dateInWords(date) : 'undated'
}

/** Asked once a language: the table of names that stands behind it is slow. */
export function languageName(code: string): string {
  const known = languageNames.get(code)
  if (known !== undefined) return known
  const name = languages.of(code) ?? code
  languageNames.set(code, name)
  return name
}
const languageNames = new Map<string, string>()
