import type { Change, DayView, Knowledge } from '../record/index.ts'
import { asOfForm } from './as-of.ts'
import { html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { changeInWords, dateOfChange, words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

/** What the first page says in numbers. */
export interface FirstView {
  readonly day: DayView
  readonly participants: number
  readonly sources: number
  readonly meetings: number
  readonly decisions: number
  readonly instruments: number
  readonly exercises: number
  readonly corrections: number
}

/** The first page: what this is, in three sentences, and the doors that work today. */
export function firstPage(view: FirstView, place: Place, moments: readonly Knowledge[]): Page {
  const { organisation, description } = place
  const name = description?.names.en ?? organisation.id
  const groups = view.day.groups.map(({ status, holdings }) => counted(holdings.length, status.en))
  const entry = description?.pointOfEntry
  const belonged =
    groups.length > 0
      ? `${capitalised(groups.join(', '))} on ${dateInWords(organisation.day)}.`
      : `Nobody held a status on ${dateInWords(organisation.day)}.`
  const body = html`<section class="stack"><h1>The ${name}, day by day</h1><p class="names"><span lang="ru">${description?.names.ru}</span> <span lang="zh">${description?.names.zh}</span></p>
<p class="lede">${(description?.introduction ?? []).join(' ')}</p></section>
<section class="doors" aria-label="Doors">
<div class="door"><h2>Read it</h2><p>Pick a day. See who belonged, how they came to belong, and where each fact is documented.</p><p>${belonged}</p>
<p class="go"><a href="${to(place, 'day', { on: entry?.on })}">${entry ? `Start on ${entry.title}` : 'Start on the last day covered'}</a></p></div>
<div class="door"><h2>Days to start from</h2><ul>${greatDays(view.day).map((change) => html`<li><a href="${to(place, 'day', { on: change.on })}">${dateInWords(dateOfChange(change))}</a> <small>${changeInWords(organisation.onDay(change.on), change)}</small></li>`)}</ul></div>
<div class="door later"><h2>Not open yet</h2><p>Two more doors are being built. <em>Run it</em>: take a seat and carry a text through the organisation’s rules. <em>Test it</em>: what is said about the organisation, held against its record.</p></div></section>
<section class="tight"><h2>Choose a day</h2>${asOfForm({ ...place, path: `/${organisation.id}/day` }, moments)}</section>
<div class="cols"><section class="tight"><h2>What is here</h2><ul class="list">
<li><a href="${to(place, 'participants')}">${view.participants} States and organisations</a><small>With names in three languages, every status over time and every step towards it; guests as well.</small></li>
${view.meetings > 0 ? html`<li><span><a href="${to(place, 'meetings')}">${view.meetings} meetings</a> of <a href="${to(place, 'bodies')}">the bodies</a></span><small>Who was in the chair, who attended as far as named, and what came of them.</small></li>` : undefined}${view.decisions > 0 ? html`<li><a href="${to(place, 'decisions')}">${view.decisions} decisions and proposals</a><small>Who proposed them, who differed and who says so, and what was not adopted.</small></li>` : undefined}${view.instruments > 0 ? html`<li><a href="${to(place, 'instruments')}">${view.instruments} instruments</a><small>Who signed, and what is known of deposits and entry into force.</small></li>` : undefined}${view.exercises > 0 ? html`<li><a href="${to(place, 'exercises')}">${view.exercises} exercises</a><small>Who took part, who watched, who stayed away or refused.</small></li>` : undefined}
<li><a href="${to(place, 'sources')}">${view.sources} sources</a><small>Each with the facts that rest on it.</small></li>
<li><a href="${to(place, 'changes')}">${view.corrections} corrections</a><small>Where a later source showed an earlier account to be wrong; the mistake stays on the record and can be read as it stood.</small></li></ul></section>
<section class="tight"><h2>What is not here yet</h2><p>${words.notKept} What is here is as complete as its sources allow: <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p>${description ? html`<p class="note">The record covers ${dateInWords(description.begins)} to ${dateInWords(description.coveredTo)}.</p>` : undefined}</section></div>`
  return { title: name, body }
}

/** The days on which most changed, in order of time. */
function greatDays(day: DayView): readonly Change[] {
  const size = (change: Change) => change.granted.length + change.ended.length
  const great = [...day.changes].sort((a, b) => size(b) - size(a)).slice(0, 5)
  return great.sort((a, b) => (a.on < b.on ? -1 : 1))
}
