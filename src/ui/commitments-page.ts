import type { Commitment, Standing, YearCount } from '../record/index.ts'
import { commitmentTable, datesPast, standings, undatedNote } from './commitments.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { deliveryPages, emptyNote } from './delivery.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { capitalised, counted, dateInWords } from './words.ts'
import { yearBars } from './years.ts'

/** A commitment as a list holds it: by the date set for it. */
export interface CommitmentItem {
  readonly act: { readonly on: string }
  readonly commitment: Commitment
}

/** What was promised in programmes and by decisions, by the date set for it, with what a source says came of it. */
export function commitmentsPage(
  view: ListView<CommitmentItem> & { readonly due: readonly YearCount[] },
  place: Place,
): Page {
  const past = view.items.filter(({ commitment }) => commitment.standing === 'over').length
  const title =
    view.total === 0
      ? 'No commitment is on record'
      : `${capitalised(counted(view.total, { one: 'commitment', many: 'commitments' }))}${yearOf(view)}${past > 0 ? `, ${datesPast(past)}` : ''}`
  const narrowed = view.choices.some(({ chosen }) => chosen)
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">Who was to do what by when, from the <a href="${to(place, 'programmes')}">programmes</a> on record${place.description?.edition === 'independent' ? '' : ' and the decisions taken here whose text is public'}, and what a source says came of it, in its own terms. Sources do not sort it into kept and broken, and neither does this page.</p>${undatedNote(place)}${deliveryPages(place, '/commitments')}</section>
${view.total > 0 || narrowed ? narrowingForm(place, view.choices) : undefined}
${view.due.some(({ count }) => count > 0) ? html`<section class="tight"><h2>By the year in which they were due</h2>${yearBars(view.due, 'Commitments by the year in which they were due', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}<p class="note">How complete this is by year due is not known: a promise is here only where its programme or its text is, and that differs <a href="${to(place, 'coverage')}">from year to year</a>.</p></section>` : undefined}
${view.items.length > 0 ? (['over', 'ahead', 'no-date'] as const).map((standing) => group(standing, view.items, place)) : narrowed ? html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>` : emptyNote(place)}
<section class="tight">${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'delivery' }
}

function group(standing: Standing, items: readonly CommitmentItem[], place: Place): Html | undefined {
  const list = items.map(({ commitment }) => commitment).filter((one) => one.standing === standing)
  if (list.length === 0) return undefined
  const on = standing === 'no-date' ? '' : ` on ${dateInWords(place.organisation.day)}`
  return html`<section class="tight"><h2>${capitalised(standings[standing])}${on}: ${list.length}</h2>${commitmentTable(place, list)}</section>`
}
