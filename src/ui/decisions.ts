import type { Completeness } from '../analysis/index.ts'
import {
  type ActOf,
  type Dated,
  type Decision,
  nameOf,
  numbersGiven,
  type PublicSide,
  type YearCount,
} from '../record/index.ts'
import { doubts, references } from './acts.ts'
import { coverageLine } from './coverage-line.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, pager, type Query, withQuery } from './narrowing.ts'
import { keyTextsOf } from './paragraphs.ts'
import { positionsTaken } from './positions.ts'
import { whatRefersTo } from './referring.ts'
import { bodyName, onItsDay, outcomes, stanceWords } from './sentences.ts'
import { howTaken, joinedLater, noMeeting, numberOf, textHere } from './taken-here.ts'
import { capitalised, counted, dateInWords, listed, whenInWords } from './words.ts'
import { yearBars } from './years.ts'

export interface ListView<Item> {
  /** The items of this page. */
  readonly items: readonly Item[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly query: Query
  readonly choices: readonly Choice[]
  readonly years: readonly YearCount[]
  /** How complete the record is for what is listed. */
  readonly complete: Completeness
}

export function decisionsPage(view: ListView<Decision>, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'decision or proposal', many: 'decisions and proposals' }))}${yearOf(view)}`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">What the organisation’s bodies adopted, and what was put to them and not adopted, as far as sources name it. ${wayToQuestion('output', place, view.query.body)}</p></section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year, with how complete the record is</h2>${yearBars(view.years, 'Decisions and proposals by year, with coverage', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? decisionTable(place, view.items) : html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`}${pager(place, view.query, view.page, view.pages)}
${takeAway(place, view.query)}</section>`
  return { title, body, part: 'decisions' }
}

/** Decisions as a table; date and body can be left out where the page says them already. */
export function decisionTable(
  place: Place,
  decisions: readonly Decision[],
  { date = true, body = true }: { readonly date?: boolean; readonly body?: boolean } = {},
): Html {
  const { organisation } = place
  const numbers = numbersGiven(organisation)
  const head = html`<thead><tr>${date ? html`<th scope="col">Date</th>` : undefined}<th scope="col">Title</th>${body ? html`<th scope="col">Body</th>` : undefined}<th scope="col">Outcome</th><th scope="col">Proposed by</th></tr></thead>`
  return html`<table class="cards">${head}<tbody>${decisions.map((entry) => {
    const { act } = entry
    const day = onItsDay(organisation, entry)
    const differing = (act.stances ?? []).length > 0 || (act.outside ?? []).length > 0
    const number = act.adoption && (act.number ?? numbers.get(act.decision))
    return html`<tr>${date ? html`<td class="date">${dateInWords(act.on)}</td>` : undefined}<th scope="row"><a href="${to(place, `decisions/${act.decision}`)}">${act.title}</a>${number && html` <small>${number}</small>`}${differing ? html` <span class="tag wait">differing positions</span>` : undefined}</th>${body ? html`<td>${bodyName(organisation, act.body)}</td>` : undefined}<td>${outcomeTag(act.outcome)}</td><td data-label="${act.proposedBy ? 'proposed by' : ''}">${listed((act.proposedBy ?? []).map((id) => nameOf(day, id)))}</td></tr>`
  })}</tbody></table>`
}

/** What surrounds a decision. */
export interface DecisionView {
  readonly decision: Decision
  readonly previous: Decision | undefined
  readonly next: Decision | undefined
  readonly supersedes: readonly Decision[]
  readonly supersededBy: Decision | undefined
  /** Who may be presumed to have taken part; empty where the record names them. */
  readonly presumed: readonly string[]
  /** Participants in the order in which they sit in the body: by its rule on the order of names, or in the English one. */
  readonly inOrder: (participants: readonly string[]) => readonly string[]
  readonly besides: readonly Decision[]
  /** The positions taken on it, on any day, in order. */
  readonly positions: readonly Dated<'position-taken'>[]
  /** What came of it since, and of one taken here what is open to everyone. */
  readonly side: PublicSide
}

export function decisionPage(view: DecisionView, place: Place): Page {
  const { decision, supersededBy } = view
  const { act } = decision
  const day = onItsDay(place.organisation, decision)
  const meeting = act.meeting ? place.organisation.meeting(act.meeting) : undefined
  const people = (ids: readonly string[]) =>
    ids.map(
      (id, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`,
    )
  const link = (other: Decision) =>
    html`<a href="${to(place, `decisions/${other.act.decision}`)}">${other.act.title}</a> <small>${dateInWords(other.act.on)}</small>`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'decisions')}">Decisions and proposals</a></p><h1>${act.title}</h1>
<p class="lede">${says(act, bodyName(place.organisation, act.body))}${(act.proposedBy ?? []).length > 0 ? html` Proposed by ${people(act.proposedBy ?? [])}${act.proposedByBasis ? html` (${act.proposedByBasis})` : undefined}.` : ' Who proposed it is not on record.'}</p></section>
<div class="cols"><section class="stack"><section class="tight"><h2>Who took part</h2>${tookPart(view, people)}${joinedLater(view.side, place)}</section>
${textHere(view, place)}
${(act.stances ?? []).length > 0 ? html`<section class="tight"><h2>Differing positions, as attributed</h2><ul class="list">${stanceGroups(act).map((alike) => stanceItem(alike, place, people))}</ul></section>` : undefined}
${positionsTaken(view, place)}
${whatRefersTo(place, 'decision', act.decision, ['decision-recorded', 'text-described'])}
<section class="tight"><h2>What came before and after</h2><dl class="facts">${view.supersedes.length > 0 ? html`<dt>Takes the place of</dt><dd>${view.supersedes.map((other) => html`<p>${link(other)}</p>`)}</dd>` : undefined}${supersededBy ? html`<dt>Superseded by</dt><dd>${link(supersededBy)}</dd>` : undefined}<dt>The same body before</dt><dd>${view.previous ? link(view.previous) : 'nothing on record'}</dd><dt>The same body after</dt><dd>${view.next ? link(view.next) : 'nothing on record'}</dd></dl></section>
${view.besides.length > 0 ? html`<section class="tight"><h2>At the same meeting</h2>${decisionTable(place, view.besides, { date: false, body: false })}</section>` : undefined}</section>
<aside class="stack"><dl class="facts"><dt>Date</dt><dd><a href="${to(place, 'day', { on: act.on.length === 10 ? act.on : undefined })}">${dateInWords(act.on)}</a></dd><dt>Body</dt><dd><a href="${to(place, `bodies/${act.body}`)}">${bodyName(place.organisation, act.body)}</a></dd>${ladder(act.body, place)}${meeting ? html`<dt>Meeting</dt><dd><a href="${to(place, `meetings/${meeting.act.meeting}`)}">${meeting.act.city ?? (meeting.act.country ? nameOf(day, meeting.act.country) : 'place not known')}, ${dateInWords(meeting.act.on)}</a></dd>` : html`<dt>Meeting</dt><dd>${noMeeting(act)}</dd>`}<dt>Kind</dt><dd>${act.type.replaceAll('-', ' ')}</dd><dt>Outcome</dt><dd>${outcomeTag(act.outcome)}</dd>${act.adoption && html`<dt>Procedure</dt><dd>${howTaken[act.adoption.under]}</dd>`}<dt>Number</dt><dd>${numberOf(view)}</dd>${keyTextsOf(place, 'decision', act.decision)}${act.counterparty ? html`<dt>With</dt><dd>${act.counterparty}</dd>` : undefined}${act.concerns ? html`<dt>Concerns</dt><dd>${people(act.concerns)}</dd>` : undefined}</dl>
${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${act.adoption && !act.history ? html`<p class="note">It was taken here: the act in the register is its source.</p>` : references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${decision.id}`)}">The act in the register</a></p></aside></div>`
  return { title: `${act.title}, ${dateInWords(act.on)}`, body, part: 'decisions' }
}

/** The bodies to which the deciding one reports, one above the other. */
function ladder(body: string, place: Place): Html | undefined {
  const above: string[] = []
  for (let next = place.organisation.body(body)?.under; next && !above.includes(next); ) {
    above.push(next)
    next = place.organisation.body(next)?.under
  }
  if (above.length === 0) return undefined
  return html`<dt>In the ladder</dt><dd>${above.map((one, index) => html`${index > 0 ? ', ' : undefined}below the <a href="${to(place, `bodies/${one}`)}">${bodyName(place.organisation, one)}</a>`)}</dd>`
}

function says(act: ActOf<'decision-recorded'>, body: string): string {
  const when = whenInWords(act.on)
  if (act.outcome === 'adopted') return `Adopted by the ${body} ${when}.`
  if (act.outcome === 'not-adopted') return `It was put forward ${when} and not adopted.`
  return `It was proposed ${when}; that it was adopted is not on record.`
}

function tookPart(
  { decision: { act }, presumed, inOrder }: DecisionView,
  people: (ids: readonly string[]) => Content,
): Html {
  const outside =
    (act.outside ?? []).length > 0 ? html`<p>Stayed outside: ${people(inOrder(act.outside ?? []))}.</p>` : undefined
  if (Array.isArray(act.participants))
    return html`${act.participants.length > 0 ? html`<p>${people(inOrder(act.participants))}</p>` : html`<p class="note">Nobody is named.</p>`}${outside}`
  if (act.participants === 'interested')
    return html`<p>Those members that wish to. Who they are is not on record.</p>${outside}`
  // Of one taken here it is known who had a say.
  if (act.adoption && !act.history && act.participants === 'members') return html`<p>${people(presumed)}</p>${outside}`
  const said =
    act.participants === 'all'
      ? 'A source says that all took part; they are not named one by one.'
      : 'Presumed from membership on that day, not read one by one; nothing is concluded from it.'
  return html`<p>${people(presumed)} <span class="tag wait">presumed</span></p><p class="note">${said}</p>${outside}`
}

type Stance = NonNullable<ActOf<'decision-recorded'>['stances']>[number]

/** Stances that say the same of several participants, told once. */
export function stanceGroups(act: ActOf<'decision-recorded'>): Stance[][] {
  return [...Map.groupBy(act.stances ?? [], ({ participant: _, ...said }) => JSON.stringify(said)).values()]
}

export function stanceItem(alike: readonly Stance[], place: Place, people: (ids: readonly string[]) => Content): Html {
  const [stance] = alike
  if (!stance) return html``
  const { disputed } = stance
  return html`<li><span>${people(alike.map((one) => one.participant))}: <strong>${stanceWords[stance.stance]}</strong>${stance.unverified ? html` <span class="tag wait">unverified</span>` : undefined}${disputed ? html` <span class="tag wait">disputed</span>` : undefined}</span><span>${capitalised(stance.about)}</span><small>${stance.attribution}${disputed && disputed !== 'disputed' ? html`; ${disputed}` : undefined}</small>${stance.sources ? references(place, stance.sources) : undefined}</li>`
}

export function outcomeTag(outcome: ActOf<'decision-recorded'>['outcome']): Html {
  return html`<span class="tag ${{ adopted: 'yes', 'not-adopted': 'no', proposed: 'wait' }[outcome]}">${outcomes[outcome]}</span>`
}

/** The list as files. */
export function takeAway(place: Place, query: Query, says = 'The whole list with these choices'): Html {
  const { page: _, ...rest } = query
  const address = (ending: string) => withQuery({ ...place, path: `${place.path}.${ending}` }, rest)
  return html`<p class="note">${says}: <a href="${address('csv')}">CSV</a>, <a href="${address('json')}">JSON</a>.</p>`
}

export function yearOf({ query }: { query: Query }): string {
  return query.year ? ` in ${query.year}` : ''
}
