import type { Change, DayView, Knowledge } from '../record/index.ts'
import { asOfForm } from './as-of.ts'
import { type ClaimOfTheDay, testItDoor } from './claims/door.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Doors, runItDoor } from './run-it.ts'
import { changeInWords, dateOfChange, words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

/** What the first page says in numbers. */
export interface FirstView {
  readonly day: DayView
  readonly participants: number
  readonly sources: number
  readonly rules: number
  readonly meetings: number
  readonly decisions: number
  readonly instruments: number
  readonly exercises: number
  readonly programmes: number
  readonly texts: number
  readonly paragraphs: number
  readonly stances: number
  readonly disputes: number
  readonly statements: number
  readonly neighbours: number
  readonly figures: number
  readonly corrections: number
  readonly claim: ClaimOfTheDay | undefined
}

/** The first page: what this is, in three sentences, and the doors that work today. */
export function firstPage(view: FirstView, place: Place, moments: readonly Knowledge[], doors: Doors): Page {
  const { organisation, description } = place
  const name = description?.names.en ?? organisation.id
  const groups = view.day.groups.map(({ status, holdings }) => counted(holdings.length, status.en))
  const entry = description?.pointOfEntry
  const belonged =
    groups.length > 0
      ? `${capitalised(groups.join(', '))} on ${dateInWords(organisation.day)}.`
      : view.participants > 0
        ? `Nobody held a status on ${dateInWords(organisation.day)}.`
        : 'Who belongs is not in this record.'
  const body = html`<section class="stack"><h1>The ${name}, day by day</h1><p class="names"><span lang="ru">${description?.names.ru}</span> <span lang="zh">${description?.names.zh}</span></p>
<p class="lede">${(description?.introduction ?? []).join(' ')}</p></section>
<section class="doors" aria-label="Doors">
<div class="door"><h2>Read it</h2><p>Pick a day. See who belonged, how they came to belong, and where each fact is documented.</p><p>${belonged}</p>
<p class="go"><a href="${to(place, 'day', { on: entry?.on })}">${entry ? `Start on ${entry.title}` : 'Start on the last day covered'}</a></p></div>
${daysToStartFrom(view.day, place)}
${runItDoor(doors, place)}
${testItDoor(view.claim, place) ?? askIt(place)}</section>
<section class="tight"><h2>Choose a day</h2>${asOfForm({ ...place, path: `/${organisation.id}/day` }, moments)}</section>
<section class="tight"><h2>What is here</h2><ul class="here-list">${whatIsHere(view).map(({ count, path, name, says }) => html`<li><a href="${to(place, path)}"><b>${figure.format(count)}</b> ${name}</a><small>${says}</small></li>`)}</ul></section>
<div class="cols"><section class="tight"><h2>How complete it is</h2><p>What is here is as complete as its sources allow: <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p>${description ? html`<p class="note">The record covers ${dateInWords(description.begins)} to ${dateInWords(description.coveredTo)}.</p>` : undefined}</section></div>`
  return { title: name, body }
}

/** Where nothing is weighed on public pages, the questions that are answered by counting. */
function askIt(place: Place): Html {
  return html`<div class="door"><h2>Ask it</h2><p>Who proposes, and what becomes of it? What failed? Who really exercises? How long is it from application to membership?</p><p class="go"><a href="${to(place, 'questions')}">Every question, answered as far as the record goes</a></p></div>`
}

const figure = new Intl.NumberFormat('en')

/** The parts of the record that hold something, each with how much and what it answers. */
function whatIsHere(view: FirstView): { count: number; path: string; name: string; says: string }[] {
  return [
    {
      count: view.participants,
      path: 'participants',
      name: 'States and organisations',
      says: 'Every status over time and every step towards it; what each did, proposed and stayed out of.',
    },
    {
      count: view.rules,
      path: 'rules',
      name: view.rules === 1 ? 'rule' : 'rules',
      says: 'In dated versions, each with its article and how well it was read; some of them compute.',
    },
    {
      count: view.meetings,
      path: 'meetings',
      name: 'meetings',
      says: 'Who was in the chair, who attended as far as named, and what came of them.',
    },
    {
      count: view.decisions,
      path: 'decisions',
      name: 'decisions and proposals',
      says: 'Who proposed them, who differed and who says so, and what was not adopted.',
    },
    {
      count: view.programmes,
      path: 'programmes',
      name: 'programmes and initiatives',
      says: `What was promised, by when, and what came of it; ${view.stances} stances reported on them.`,
    },
    {
      count: view.instruments,
      path: 'instruments',
      name: 'instruments',
      says: 'Who signed, and what is known of deposits and entry into force.',
    },
    {
      count: view.exercises,
      path: 'exercises',
      name: 'exercises',
      says: 'Who took part, who watched, who stayed away or refused.',
    },
    {
      count: view.texts,
      path: 'texts',
      name: 'key texts',
      says: `${view.paragraphs} paragraphs in our own words, by topic through the years.`,
    },
    {
      count: view.disputes,
      path: 'disputes',
      name: 'disputes between participants',
      says: 'Turn by turn, with the meetings and decisions that touched them.',
    },
    {
      count: view.statements,
      path: 'statements',
      name: 'statements by others',
      says: 'Assessments, replies and positions from outside, each attributed.',
    },
    {
      count: view.neighbours,
      path: 'neighbours',
      name: 'neighbouring organisations',
      says: 'Who belongs where, by date, and how far they overlap.',
    },
    {
      count: view.figures,
      path: 'figures',
      name: 'figures',
      says: 'Population, economy, energy and armed forces of participants, by year.',
    },
    { count: view.sources, path: 'sources', name: 'sources', says: 'Each with the facts that rest on it.' },
    {
      count: view.corrections,
      path: 'changes',
      name: view.corrections === 1 ? 'correction' : 'corrections',
      says: 'Where a later source showed an earlier account to be wrong; the mistake stays and can be read as it stood.',
    },
  ].filter(({ count }) => count > 0)
}

function daysToStartFrom(day: DayView, place: Place): Html | undefined {
  const days = greatDays(day)
  if (days.length === 0) return undefined
  return html`<div class="door"><h2>Days to start from</h2><ul>${days.map((change) => html`<li><a href="${to(place, 'day', { on: change.on })}">${dateInWords(dateOfChange(change))}</a> <small>${changeInWords(place.organisation.onDay(change.on), change)}</small></li>`)}</ul></div>`
}

/** The days on which most changed, in order of time. */
function greatDays(day: DayView): readonly Change[] {
  const size = (change: Change) => change.granted.length + change.ended.length
  const great = [...day.changes].sort((a, b) => size(b) - size(a)).slice(0, 5)
  return great.sort((a, b) => (a.on < b.on ? -1 : 1))
}
