import { kindsOfMeetings } from '../analysis/index.ts'
import {
  type ActOf,
  type ChairsOfBody,
  type Decision,
  type Meeting,
  nameOf,
  type Office,
  type YearCount,
} from '../record/index.ts'
import { actAddress, doubts, references } from './acts.ts'
import { inTheChair } from './chairs.ts'
import { claimsAbout } from './claims/about.ts'
import { coverageOf } from './coverage-line.ts'
import { decisionTable } from './decisions.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { meetingTable } from './meetings.ts'
import { bodyName } from './sentences.ts'
import { onTheDay } from './terms.ts'
import { capitalised, counted, dateInWords } from './words.ts'
import { yearBars } from './years.ts'

type Body = ActOf<'body-described'>

/** A body with what is on record of its work. */
export interface BodyRow {
  readonly id: string
  readonly description: Body | undefined
  readonly meetings: number
  readonly decisions: number
}

export function bodiesPage(rows: readonly BodyRow[], place: Place): Page {
  const described = rows.filter((row) => row.description)
  const others = rows.filter((row) => !row.description)
  const count = capitalised(counted(described.length, { one: 'body', many: 'bodies' }))
  const title = described.some((row) => row.description?.under)
    ? `${count} and to whom they report`
    : `${count} on record`
  const roots = described.filter(
    (row) => !row.description?.under && described.some((other) => other.description?.under === row.id),
  )
  const single = described.filter((row) => !row.description?.under && !roots.includes(row))
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf([...kindsOfMeetings(place.organisation), 'decisions'], place)}<p class="lede">What each may do alone stands with it. Who led them, who had the chair and what the members pay is on <a href="${to(place, 'offices')}">Offices, chairs and budget</a>; by which rules each decides, on <a href="${to(place, 'rules/bodies')}">What each body decides, and how</a>. ${wayToQuestion('output', place)}</p></section>
${roots.length > 0 ? html`<section class="tight"><h2>Who reports to whom</h2>${roots.map((root) => tree(root, described, place))}</section>` : undefined}
${single.length > 0 ? html`<section class="tight"><h2>To whom they report is not on record</h2><ul class="tree">${single.map((row) => item(row, place))}</ul></section>` : undefined}
${others.length > 0 ? html`<section class="tight"><h2>Other formats that met</h2><p class="note">Meetings of ministers and others that the record names and does not describe as bodies.</p><ul class="tree">${others.map((row) => item(row, place))}</ul></section>` : undefined}`
  return { title, body, part: 'bodies' }
}

function tree(row: BodyRow, all: readonly BodyRow[], place: Place): Html {
  const below = all.filter((other) => other.description?.under === row.id)
  return html`<ul class="tree">${item(row, place, below.length > 0 ? html`${below.map((other) => tree(other, all, place))}` : undefined)}</ul>`
}

function item({ id, description, meetings, decisions }: BodyRow, place: Place, below?: Html): Html {
  const alone = description?.decides ? html`<small>Decides: ${description.decides}</small>` : undefined
  const powers = description?.powers ?? []
  const may =
    powers.length > 0
      ? html`<details><summary><small>What it may do (${powers.length})</small></summary><ul>${powers.map((power) => html`<li>${capitalised(power)}</li>`)}</ul></details>`
      : undefined
  const work = [
    meetings > 0 ? counted(meetings, { one: 'meeting', many: 'meetings' }) : '',
    decisions > 0 ? counted(decisions, { one: 'decision or proposal', many: 'decisions and proposals' }) : '',
  ]
    .filter(Boolean)
    .join(', ')
  return html`<li><span><a href="${to(place, `bodies/${id}`)}">${bodyName(place.organisation, id)}</a>${description?.abbreviation ? html` <small>${description.abbreviation}</small>` : undefined}${description ? html` <span class="tag">${description.type.replaceAll('-', ' ')}</span>` : undefined}</span>${alone}${work ? html`<small>${capitalised(work)} on record</small>` : undefined}${may}${below}</li>`
}

/** A body: what it is, what it may do, and what is on record of its work. */
export interface BodyView {
  readonly id: string
  readonly description: Body | undefined
  readonly below: readonly Body[]
  readonly meetings: readonly Meeting[]
  readonly decisions: readonly Decision[]
  readonly years: readonly YearCount[]
  readonly offices: readonly Office[]
  readonly chairs: ChairsOfBody | undefined
}

export function bodyPage(view: BodyView, place: Place): Page {
  const { description, id } = view
  const title = bodyName(place.organisation, id)
  const few = 10
  const fact = (label: string, value: string | undefined) =>
    value ? html`<dt>${label}</dt><dd>${capitalised(value)}</dd>` : undefined
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'bodies')}">Bodies</a></p><h1>${title}</h1><p class="names"><span lang="ru">${description?.names.ru}</span> <span lang="zh">${description?.names.zh}</span></p></section>
<div class="cols"><section class="stack">${(description?.powers ?? []).length > 0 ? html`<section class="tight"><h2>What it may do</h2><ul>${(description?.powers ?? []).map((power) => html`<li>${capitalised(power)}</li>`)}</ul></section>` : undefined}
${description ? html`<dl class="facts">${fact('Kind', description.type.replaceAll('-', ' '))}${fact('Established', description.established ? dateInWords(description.established) : 'not known')}${fact('Composition', description.composition)}${fact('Chair', description.chairRule)}${fact('Meets', description.frequency)}${fact('Decides', description.decides)}${description.under || description.reportsTo ? html`<dt>Reports to</dt><dd>${description.under ? html`<a href="${to(place, `bodies/${description.under}`)}">${bodyName(place.organisation, description.under)}</a>` : description.reportsTo}</dd>` : undefined}${fact('Seat', description.seat)}${view.offices.map((office) => html`<dt>${office.title}</dt><dd>${onTheDay(office, place)}</dd>`)}${view.chairs ? html`<dt>In the chair</dt><dd>${chairOnDay(view.chairs, place)}</dd>` : undefined}${view.offices.length > 0 || view.chairs ? html`<dt>Over time</dt><dd><a href="${to(place, 'offices')}">Offices, chairs and budget</a></dd>` : undefined}${fact('Article', description.article)}<dt>Rules</dt><dd><a href="${to(place, 'rules/bodies')}#${id}">What bears on it</a></dd>${view.below.length > 0 ? html`<dt>Report to it</dt><dd>${view.below.map((other, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `bodies/${other.body}`)}">${other.names.en}</a>`)}</dd>` : undefined}</dl>` : html`<p class="note">The record names this format and does not describe it.</p>`}</section>
${description ? html`<aside class="stack">${description.note ? html`<p class="note">${description.note}</p>` : undefined}<section class="tight"><h2>Where it is documented</h2>${references(place, description.sources)}</section>${description.doubt.length > 0 ? html`<section class="tight"><h2>What is uncertain</h2>${doubts(description.doubt)}</section>` : undefined}</aside>` : undefined}</div>
<section class="tight"><h2>${capitalised(counted(view.meetings.length, { one: 'meeting', many: 'meetings' }))} on record</h2>${view.meetings.length > 0 ? html`${coverageOf([...kindsOfMeetings(place.organisation, id), 'decisions'], place)}<p class="note">${wayToQuestion('output', place, id)}</p>${yearBars(view.years, `Meetings of ${title} by year, with coverage`, (year) => `/${place.organisation.id}/meetings?body=${id}&year=${year}`)}${meetingTable(place, view.meetings.slice(-few).reverse())}${view.meetings.length > few ? html`<p><a href="/${place.organisation.id}/meetings?body=${id}">All ${view.meetings.length}</a></p>` : undefined}` : html`<p class="note">None is on record.</p>`}</section>
${view.decisions.length > 0 ? html`<section class="tight"><h2>${capitalised(counted(view.decisions.length, { one: 'decision or proposal', many: 'decisions and proposals' }))} on record</h2>${decisionTable(place, view.decisions.slice(-few).reverse(), { body: false })}${view.decisions.length > few ? html`<p><a href="/${place.organisation.id}/decisions?body=${id}">All ${view.decisions.length}</a></p>` : undefined}</section>` : undefined}
${claimsAbout(place, 'bodies', id)}`
  return { title, body, part: 'bodies' }
}

/** Whoever has the chair on the day; where no periods are on record, who led the last meeting. */
function chairOnDay(chairs: ChairsOfBody, place: Place): Html {
  const now = chairs.periods.filter(({ onDay }) => onDay === 'holds' || onDay === 'uncertain')
  if (chairs.periods.length === 0) return html`last meeting led by ${inTheChair(chairs, place)}`
  if (now.length === 0) return html`not on record`
  return html`${now.map(({ entry }, i) => html`${i > 0 ? ' or ' : undefined}<a href="${actAddress(place, entry)}">${nameOf(place.organisation, entry.act.participant)}</a>, since ${dateInWords(entry.act.on)}`)}`
}
