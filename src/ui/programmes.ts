import { isFromOutside, nameOf, type Programme } from '../record/index.ts'
import { undatedNote } from './commitments.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { emptyNote } from './delivery.ts'
import { weighedAt } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { onItsDay, stageWords } from './sentences.ts'
import { capitalised, counted, dateInWords, listed } from './words.ts'
import { yearBars } from './years.ts'

export function programmesPage(
  view: ListView<Programme> & { readonly whole: readonly Programme[] },
  place: Place,
): Page {
  const outside = view.whole.filter(isFromOutside).length
  const own = view.total - outside
  const title = `${capitalised(counted(own, { one: 'programme or mechanism', many: 'programmes and mechanisms' }))}${outside > 0 ? `, ${counted(outside, { one: 'proposal', many: 'proposals' })} from outside` : ''}${yearOf(view)}`
  const [ownItems, fromOutside] = [view.items.filter((one) => !isFromOutside(one)), view.items.filter(isFromOutside)]
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What goes on over years: strategies, programmes, bodies in the making, ideas and policies, each with who put it forward, what was promised and how far it is on record as having come.</p>${undatedNote(place)}</section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year of beginning, with how complete the record is</h2>${yearBars(view.years, 'Programmes by year of beginning, with coverage', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
${view.items.length === 0 ? html`<section class="tight"><h2>The list</h2>${nothing(view, place)}</section>` : undefined}
${ownItems.length > 0 ? html`<section class="tight"><h2>Pursued in the organisation</h2>${programmeTable(place, ownItems)}</section>` : undefined}
${fromOutside.length > 0 ? html`<section class="tight"><h2>Proposed from outside</h2><p class="note">Put forward by somebody who belongs to no participant’s delegation; none of the organisation’s own.</p>${programmeTable(place, fromOutside, { led: false })}</section>` : undefined}
<section class="tight">${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}<p class="note">What was promised, by the date set for it: <a href="${to(place, 'delivery/commitments')}">commitments</a>.</p>${weighedAt(place, [{ question: 'became', says: 'What became of what was once put forward?' }])}</section>`
  return { title, body, part: 'programmes' }
}

function nothing(view: ListView<Programme>, place: Place): Html {
  const narrowed = view.choices.some(({ chosen }) => chosen !== undefined)
  return narrowed
    ? html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`
    : html`<p>No programme is on record by ${dateInWords(place.organisation.day)}.</p>${emptyNote(place)}`
}

/** Programmes as a table; what came from outside is led by nobody in the organisation. */
export function programmeTable(
  place: Place,
  programmes: readonly Programme[],
  { led: showLed = true }: { readonly led?: boolean } = {},
): Html {
  return html`<table class="cards"><thead><tr><th scope="col">From</th><th scope="col">Title</th><th scope="col">Kind</th><th scope="col">Stage</th><th scope="col">Proposed by</th>${showLed && html`<th scope="col">Led by</th>`}</tr></thead><tbody>${programmes.map(
    (entry) => {
      const { act } = entry
      const day = onItsDay(place.organisation, entry)
      const led = act.lead ? nameOf(day, act.lead) : act.ledBy
      const by = proposedBy(entry, (id) => nameOf(day, id))
      return html`<tr><td class="date">${dateInWords(act.on)}</td><th scope="row"><a href="${to(place, `programmes/${act.programme}`)}">${act.title}</a></th><td>${act.type.replaceAll('-', ' ')}</td><td>${stageTag(entry)}</td><td data-label="${by && 'proposed by'}">${by}</td>${showLed && html`<td data-label="${led && 'led by'}">${led}</td>`}</tr>`
    },
  )}</tbody></table>`
}

/** Who put it forward, in words; nothing where nobody is known to have. */
function proposedBy({ act }: Programme, name: (id: string) => string): string | undefined {
  if (act.proposer) return act.proposer
  return act.proposedBy && act.proposedBy.length > 0 ? listed(act.proposedBy.map(name)) : undefined
}

const tones: { readonly [stage: string]: string } = {
  proposed: 'wait',
  announced: 'wait',
  suspended: 'wait',
  reported: 'wait',
  adopted: 'yes',
  running: 'yes',
  recurring: 'yes',
  'not-agreed': 'no',
  'not-taken-up': 'no',
  rejected: 'no',
}

export function stageTag({ act: { stage } }: Programme): Html {
  return html`<span class="tag ${tones[stage] ?? ''}">${stageWords[stage]}</span>`
}
