import { nameOf, partnersIn, type Relation } from '../record/index.ts'
import { actAddress, doubtTag } from './acts.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { askedAtLength } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { onItsDay, words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'
import { yearBars } from './years.ts'

export function relationsPage(view: ListView<Relation>, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'step', many: 'steps' }))} in relations with others on record${yearOf(view)}`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">Memoranda, declarations, resolutions and observer places that tie the organisation to others, as far as sources name them. What outsiders say of it is on the page <a href="${to(place, 'statements')}">${words.nav.statements}</a>.</p>${askedAtLength(place, 'neighbourhood')}</section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year</h2>${yearBars(view.years, 'Steps in relations with others, by year', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? relationTable(place, view.items) : html`<p class="note">${view.query.year || view.query.type || view.query.by ? 'Nothing on record answers to all of these. Choose “any” for one of them.' : 'None is on record by this day. Choose a later one, or see how complete the record is.'}</p>`}${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'relations' }
}

export function relationTable(place: Place, relations: readonly Relation[]): Html {
  const { organisation } = place
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">With</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Decision</th><th scope="col">Sources</th></tr></thead><tbody>${relations.map(
    (entry) => {
      const { act } = entry
      const day = onItsDay(organisation, entry)
      const known = (act.participants ?? []).map(
        (id, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`,
      )
      const decision = act.decision ? organisation.decision(act.decision) : undefined
      const differ = act.doubt.filter(({ kind }) => kind === 'conflict').map(({ note }) => note)
      const remarks = [act.place && `${act.place}.`, act.note, ...differ].filter(Boolean)
      const sources = new Set(act.sources.map(({ source }) => source)).size
      return html`<tr><td class="date">${dateInWords(act.on)}</td><th scope="row"><a href="${actAddress(place, entry)}">${act.with}</a>${doubtTag(act.doubt)}${known.length > 0 && partnersIn(entry).length < 4 ? html` <small>${known}</small>` : undefined}</th><td>${act.type.replaceAll('-', ' ')}</td><td class="line">${act.says}${remarks.length > 0 ? html` <small>${remarks.join(' ')}</small>` : undefined}</td><td data-label="${decision ? 'decision' : ''}">${decision ? html`<a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a>` : undefined}</td><td><a href="${actAddress(place, entry)}">${counted(sources, { one: 'source', many: 'sources' })}</a></td></tr>`
    },
  )}</tbody></table>`
}
