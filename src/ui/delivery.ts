import { kindsOfMeetings, yearsInWords } from '../analysis/index.ts'
import {
  type Commitment,
  comparableYears,
  type Decision,
  type IntoForce,
  type Outcomes,
  type OutputKind,
  type OutputRow,
  type proposers,
} from '../record/index.ts'
import { latest } from '../rules/index.ts'
import { type Band, bands } from './bands.ts'
import { coverageOf } from './coverage-line.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Query, withQuery } from './narrowing.ts'
import { outcomes, outputWords, words } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

/** What was put forward and what came of it, in one place. */
export interface DeliveryView {
  readonly outcomes: Outcomes
  readonly byKind: readonly (Outcomes & { readonly type: string })[]
  readonly output: readonly OutputRow[]
  readonly intoForce: readonly IntoForce[]
  readonly commitments: readonly Commitment[]
  readonly proposers: ReturnType<typeof proposers>
  readonly notAdopted: readonly Decision[]
}

/** The pages of this part; the first is its own. */
const pages = [
  ['', 'In brief'],
  ['/instruments', 'Signed, and in force'],
  ['/commitments', 'Promised, and what came of it'],
  ['/proposers', 'Who proposes'],
  ['/not-adopted', 'What was not adopted'],
] as const

/** The ways between the pages of this part. */
export function deliveryPages(place: Place, here: (typeof pages)[number][0]): Html {
  return html`<nav class="pages" aria-label="${words.nav.delivery}">${pages.map(([path, name]) => html`<a href="${to(place, `delivery${path}`)}" ${path === here && html`aria-current="page"`}>${name}</a>`)}</nav>`
}

/** The data of a page, as files. */
export function filesOf(place: Place): Html {
  const address = (ending: string) => withQuery({ ...place, path: `${place.path}.${ending}` }, {})
  return html`<p class="note">This page as data: <a href="${address('csv')}">CSV</a>, <a href="${address('json')}">JSON</a>.</p>`
}

/** What a reader can do where there is nothing by the page's day, as known at its position. */
export function emptyNote(place: Place): Html {
  const { day, position, description } = place.organisation
  const covered = description?.coveredTo
  const ways = [
    covered &&
      day < latest(covered) && { ...place, on: undefined, says: `as the record ends, on ${dateInWords(covered)}` },
    position < place.head && { ...place, known: undefined, says: 'as known now' },
  ].filter((way) => typeof way === 'object')
  return html`<p class="note">It may all the same have happened. ${ways.map((way) => html`<a href="${withQuery(way, {})}">See it ${way.says}</a>. `)}<a href="${to(place, 'coverage')}">How complete the record is</a>.</p>`
}

/** The list of another part narrowed, from the same day. */
export function listAt(place: Place, part: string, query: Query): string {
  return withQuery({ ...place, path: to(place, part, { on: undefined, known: undefined }) }, query)
}

export function deliveryPage(view: DeliveryView, place: Place): Page {
  const { all, adopted } = view.outcomes
  const title =
    all > 0 ? `${adopted} of ${all} decisions and proposals on record were adopted` : 'Nothing decided is on record'
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf([...kindsOfMeetings(place.organisation), 'decisions', 'instruments', 'exercises'], place)}${all > 0 ? html`<p class="lede">${view.outcomes['not-adopted']} were not adopted, and ${view.outcomes.proposed} are proposals of which no adoption is on record. What did not come about is known only where a source reports it.</p>` : html`<p class="lede">No decision is on record by ${dateInWords(place.organisation.day)}.</p>${emptyNote(place)}`}${deliveryPages(place, '')}</section>
${all + view.intoForce.length + view.commitments.length > 0 ? doors(view, place) : undefined}
${view.output.some(({ cells }) => cells.some(({ count }) => count > 0)) ? momentum(view.output, place) : undefined}
${view.byKind.length > 0 ? html`<section class="tight"><h2>What was decided, by kind, and what came of it</h2>${byKind(view, place)}<p class="note">Adopted means that a body agreed to it, not that it was carried out. The kinds are those of this record. <a href="${to(place, 'coverage')}">How complete the record of decisions is</a> differs from year to year.</p></section>` : undefined}
${filesOf(place)}`
  return { title, body, part: 'delivery' }
}

function doors({ intoForce, commitments, proposers: who, notAdopted }: DeliveryView, place: Place): Html {
  const dated = intoForce.filter(({ standing }) => standing === 'in-force').length
  const past = commitments.filter(({ standing }) => standing === 'over').length
  const held = notAdopted.filter(({ act }) => (act.stances ?? []).length > 0).length
  const door = (path: string, name: string, says: string) =>
    html`<a class="door" href="${to(place, `delivery/${path}`)}"><h2>${name}</h2><p>${says}</p></a>`
  return html`<div class="doors">${door('instruments', 'Signed, and in force', `Of ${intoForce.length} instruments signed, ${dated} have a date of entry into force on record.`)}${door('commitments', 'Promised, and what came of it', `${commitments.length} commitments on record; the date set for ${past} of them is past.`)}${door('proposers', 'Who proposes', `Of ${who.decisions.all} decisions and proposals, a proposer is on record for ${who.decisions.all - who.decisions.unknown}.`)}${door('not-adopted', 'What was not adopted', `${notAdopted.length} texts and requests; for ${held} a source names a participant’s stance.`)}</div>`
}

/** What is counted by year, as bands of one picture, each bar with the way to its list. */
export function outputBands(output: readonly OutputRow[], place: Place): Band[] {
  const lists: { readonly [K in OutputKind]: readonly [part: string, query: Query] } = {
    meetings: ['meetings', {}],
    adopted: ['decisions', { outcome: 'adopted' }],
    'not-adopted': ['decisions', { outcome: 'not-adopted' }],
    proposed: ['decisions', { outcome: 'proposed' }],
    instruments: ['instruments', {}],
    exercises: ['exercises', {}],
  }
  return output.map(({ kind, cells }) => ({
    name: outputWords[kind],
    cells,
    href: (year) => listAt(place, lists[kind][0], { ...lists[kind][1], year: String(year) }),
  }))
}

/** Whether more meetings give more output: what the counts can say. The page that weighs it has the counts by year. */
function momentum(output: readonly OutputRow[], place: Place): Html {
  const weighed =
    place.description?.edition === 'working'
      ? bands(outputBands(output, place))
      : html`<p>${wayToQuestion('output', place)} Counts by year and by body, and which can be compared.</p>`
  return html`<section class="stack"><h2>More meetings, more output? Momentum gained or lost?</h2><p class="stands">${momentumInWords(comparableYears(output))}</p>${weighed}</section>`
}

export function momentumInWords(years: readonly number[]): string {
  return years.length === 0
    ? 'In no year are meetings, decisions, instruments and exercises all on record in full, or nearly. So these counts do not show whether more meetings give more output, nor whether the organisation has gained or lost momentum: a rise or a fall may be one of what was found. Single kinds can be compared over the years in which they are.'
    : `Only in ${yearsInWords(years)} are meetings, decisions, instruments and exercises all on record in full, or nearly. Only those years can be held against each other; anywhere else a rise or a fall may be one of what was found.`
}

function byKind(view: DeliveryView, place: Place): Html {
  const cell = (count: number, query: Query, label: string): Content =>
    html`<td class="number" data-label="${label}">${count > 0 ? html`<a href="${listAt(place, 'decisions', query)}">${count}</a>` : 0}</td>`
  const row = (name: string, counts: Outcomes, query: Query) =>
    html`<tr><th scope="row">${name}</th>${cell(counts.all, query, 'on record')}${outcomeNames.map((outcome) => cell(counts[outcome], { ...query, outcome }, outcomes[outcome]))}</tr>`
  return html`<table class="cards"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">On record</th>${outcomeNames.map((outcome) => html`<th scope="col" class="number">${capitalised(outcomes[outcome])}</th>`)}</tr></thead><tbody>${view.byKind.map((kind) => row(capitalised(kind.type.replaceAll('-', ' ')), kind, { type: kind.type }))}${row('All', view.outcomes, {})}</tbody></table>`
}

export const outcomeNames = ['adopted', 'not-adopted', 'proposed'] as const
