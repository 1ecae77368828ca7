import { type Decision, type Meeting, nameOf, type Organisation } from '../record/index.ts'
import { doubts, references } from './acts.ts'
import { whatCameOf } from './aftermath.ts'
import { meetingCalendar } from './calendar.ts'
import { coverageLine } from './coverage-line.ts'
import { decisionTable, type ListView, takeAway, yearOf } from './decisions.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { whatRefersTo } from './referring.ts'
import { bodyName, onItsDay, statusLabel } from './sentences.ts'
import { capitalised, counted, daysInWords } from './words.ts'
import { yearBars } from './years.ts'

export function meetingsPage(view: ListView<Meeting> & { readonly whole: readonly Meeting[] }, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'meeting', many: 'meetings' }))} on record${yearOf(view)}`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">Sittings of the bodies and meetings in their margins, as far as sources name them. ${wayToQuestion('output', place, view.query.body)}${view.query.body ? undefined : ' Choose a body to see its coverage beside the years.'}</p></section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year, with how complete the record is</h2>${yearBars(view.years, 'Meetings by year, with coverage', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
${view.whole.length > 0 ? html`<section class="tight"><h2>As a calendar</h2>${meetingCalendar(place, view.whole, view.query, (meeting) => titleOf(place.organisation, meeting))}</section>` : undefined}
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? meetingTable(place, view.items) : html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`}${pager(place, view.query, view.page, view.pages)}
${takeAway(place, view.query)}</section>`
  return { title, body, part: 'meetings' }
}

export function meetingTable(place: Place, meetings: readonly Meeting[]): Html {
  const { organisation } = place
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Meeting</th><th scope="col">Place</th><th scope="col">In the chair</th><th scope="col">Outcome</th></tr></thead><tbody>${meetings.map(
    (entry) => {
      const { act } = entry
      const day = onItsDay(organisation, entry)
      return html`<tr><td class="date">${daysOf(entry)}</td><th scope="row"><a href="${to(place, `meetings/${act.meeting}`)}">${titleOf(organisation, entry)}</a>${act.planned ? html` <span class="tag wait">planned</span>` : undefined}</th><td>${act.city ?? 'not known'}</td><td data-label="in the chair">${act.chair ? nameOf(day, act.chair) : 'not known'}</td><td>${outcomeKnown(entry)}</td></tr>`
    },
  )}</tbody></table>`
}

/** What surrounds a meeting. */
export interface MeetingView {
  readonly meeting: Meeting
  readonly previous: Meeting | undefined
  readonly next: Meeting | undefined
  readonly decisions: readonly Decision[]
  readonly margins: readonly Meeting[]
  readonly presumed: readonly string[]
}

export function meetingPage(view: MeetingView, place: Place): Page {
  const { organisation } = place
  const { meeting } = view
  const { act } = meeting
  const day = onItsDay(organisation, meeting)
  const title = titleOf(organisation, meeting)
  const link = (other: Meeting) =>
    html`<a href="${to(place, `meetings/${other.act.meeting}`)}">${titleOf(organisation, other)}</a> <small>${other.act.city}, ${daysOf(other)}</small>`
  const within = act.inMarginsOf ? organisation.meeting(act.inMarginsOf) : undefined
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'meetings')}">Meetings</a></p><h1>${title}${act.city ? `, ${act.city}` : undefined}, ${daysOf(meeting)}</h1>
${act.planned ? html`<p class="aside">Announced. That it was held is not on record.</p>` : undefined}${within ? html`<p class="lede">In the margins of ${link(within)}.</p>` : undefined}</section>
<div class="cols"><section class="stack"><section class="tight"><h2>${act.outcomesKnown === 'none-found' ? 'No outcome was found' : act.outcomesKnown === 'complete' ? 'Outcomes, complete' : 'Outcomes, as far as known'}</h2>${act.outcomes.length > 0 ? html`<ul>${act.outcomes.map((outcome) => html`<li>${capitalised(outcome)}</li>`)}</ul>` : html`<p class="note">Not found in the sources; not: none.</p>`}</section>
${view.decisions.length > 0 ? html`<section class="tight"><h2>${capitalised(counted(view.decisions.length, { one: 'decision or proposal', many: 'decisions and proposals' }))}</h2>${decisionTable(place, view.decisions, { date: false, body: false })}</section>` : undefined}
${whatCameOf(place, view.decisions)}
${view.margins.length > 0 ? html`<section class="tight"><h2>In its margins</h2>${meetingTable(place, view.margins)}</section>` : undefined}
${whatRefersTo(place, 'meeting', act.meeting, ['meeting-held', 'decision-recorded'])}
<section class="tight"><h2>Before and after</h2><dl class="facts"><dt>Previous</dt><dd>${view.previous ? link(view.previous) : 'nothing on record'}</dd><dt>Next</dt><dd>${view.next ? link(view.next) : 'nothing on record'}</dd></dl></section></section>
<aside class="stack"><dl class="facts"><dt>Body</dt><dd><a href="${to(place, `bodies/${act.body}`)}">${bodyName(organisation, act.body)}</a></dd>${act.number ? html`<dt>Number</dt><dd>${act.number}</dd>` : undefined}${act.level ? html`<dt>Level</dt><dd>${act.level}</dd>` : undefined}<dt>In the chair</dt><dd>${act.chair ? html`<a href="${to(place, `participants/${act.chair}`)}">${nameOf(day, act.chair)}</a>` : 'not known'}</dd>${act.country ? html`<dt>Host</dt><dd><a href="${to(place, `participants/${act.country}`)}">${nameOf(day, act.country)}</a></dd>` : undefined}${act.format ? html`<dt>Format</dt><dd>${act.format}</dd>` : undefined}${act.extraordinary ? html`<dt>Kind</dt><dd>extraordinary</dd>` : undefined}<dt>Date</dt><dd><a href="${to(place, 'day', { on: act.on.length === 10 ? act.on : undefined })}">${daysOf(meeting)}</a></dd></dl>
<section class="tight"><h3>Who attended</h3>${attended(view, place, day)}</section>
${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${meeting.id}`)}">The act in the register</a></p></aside></div>`
  return { title: `${title}, ${daysOf(meeting)}`, body, part: 'meetings' }
}

function attended({ meeting: { act }, presumed }: MeetingView, place: Place, day: Organisation): Html {
  const people = (ids: readonly { participant: string; level?: string | undefined }[]) =>
    ids.map(
      ({ participant, level }, i) =>
        html`${i > 0 ? ', ' : undefined}<a href="${to(place, `participants/${participant}`)}">${nameOf(day, participant)}</a>${level ? html` <small>(${level})</small>` : undefined}`,
    )
  // Where a meeting was held here, they were there as what they are to the organisation.
  const kind = (as: string) =>
    day.description?.statuses.some(({ status }) => status === as) ? statusLabel(day, as).many : `${as}s`
  const groups = Map.groupBy(act.attendance ?? [], (a) => a.as)
  const named = [...groups].map(([as, list]) => html`<dt>${kind(as)}</dt><dd>${people(list)}</dd>`)
  const members =
    presumed.length > 0
      ? html`<dt>members</dt><dd>${people(presumed.map((participant) => ({ participant })))} <span class="tag wait">presumed</span></dd>`
      : undefined
  if (named.length === 0 && !members) return html`<p class="note">Attendance is not on record.</p>`
  const note = {
    named: act.history ? 'As named in a source.' : 'As noted at the meeting.',
    'partly-named': 'Named in part; others may have attended.',
    'all-members-per-source': 'A source says that all members were there; they are not named one by one.',
    presumed: 'Members are presumed from membership on that day; nothing is concluded from it.',
    'none-recorded': 'Not on record.',
  }[act.attendanceBasis]
  return html`<dl class="facts">${members}${named}</dl><p class="note">${note}</p>`
}

function titleOf(organisation: Organisation, { act }: Meeting): string {
  const body = bodyName(organisation, act.body)
  return `${body}${act.number ? `, meeting ${act.number}` : ''}`
}

function daysOf({ act }: Meeting): string {
  return daysInWords(act.on, act.lastDay)
}

function outcomeKnown({ act }: Meeting): string {
  if (act.outcomesKnown === 'none-found') return 'not found'
  return `${act.outcomes.length} named${act.outcomesKnown === 'complete' ? ', complete' : ''}`
}
