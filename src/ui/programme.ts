import {
  type Commitment,
  dayOfEffect,
  isFromOutside,
  nameOf,
  type Programme,
  type ReportedStance,
} from '../record/index.ts'
import { doubts, references } from './acts.ts'
import { commitmentTable, datesPast, undatedNote } from './commitments.ts'
import { weighedAt } from './essays/about.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { stageTag } from './programmes.ts'
import { thingLink, whatRefersTo } from './referring.ts'
import { bodyName, onItsDay, stageWords } from './sentences.ts'
import { stancesOverTime } from './stances.ts'
import { capitalised, counted, dateInWords, numberInWords, withArticle } from './words.ts'

/** What surrounds a programme. */
export interface ProgrammeView {
  readonly programme: Programme
  readonly commitments: readonly Commitment[]
  readonly stances: readonly ReportedStance[]
  readonly previous: Programme | undefined
  readonly next: Programme | undefined
}

type People = (ids: readonly string[]) => Content

export function programmePage(view: ProgrammeView, place: Place): Page {
  const { programme, stances } = view
  const { act } = programme
  const day = onItsDay(place.organisation, programme)
  // The stage carries no date: a heading may say it only of the day on which the record ends.
  const told = undatedNote(place) === undefined
  const people: People = (ids) =>
    ids.map(
      (id, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`,
    )
  const outside = isFromOutside(programme)
  const title = told ? `${act.title}: ${stageWords[act.stage]}` : act.title
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'programmes')}">Programmes</a></p><h1>${title}</h1>
${outside ? html`<p class="aside">A proposal from outside, none of the organisation’s own.</p>` : undefined}<p class="lede">${capitalised(withArticle(act.type.replaceAll('-', ' ')))}, on record from ${dateInWords(act.on)}${act.lastDay ? ` and made to last to ${dateInWords(act.lastDay)}` : ''}. ${proposed(programme, people)}${act.stands ? html` Where it stands: ${act.stands}.` : undefined}</p>${undatedNote(place)}${weighedAt(place, [{ question: 'became', about: act.programme, says: 'What became of it, step by step' }])}</section>
<div class="cols"><section class="stack">${promises(view, place)}
${outside ? undefined : html`<section class="tight"><h2>Who takes part</h2>${participants(programme, people)}</section>`}
${whatRefersTo(place, 'programme', act.programme, ['stance-reported'])}
<section class="tight"><h2>Before and after</h2><dl class="facts"><dt>Begun before</dt><dd>${view.previous ? thingLink(place, view.previous) : 'nothing on record'}</dd><dt>Begun after</dt><dd>${view.next ? thingLink(place, view.next) : 'nothing on record'}</dd></dl></section></section>
<aside class="stack">${facts(programme, place, people)}${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${programme.id}`)}">The act in the register</a></p></aside></div>
<section class="tight"><h2>${held(stances, place)}</h2>${stances.length > 0 ? html`<p class="note">As reported by those named, who may be mistaken. Whoever is not listed may have held something all the same.</p>${stancesOverTime(stances, place)}` : html`<p class="note">Sources read so far name no participant’s stance. Positions on single texts stand with the <a href="${to(place, 'decisions')}">decisions</a>.</p>`}</section>`
  return { title, body, part: 'programmes' }
}

/** What is to be done; of a proposal from outside, what it asks for. */
function promises({ programme, commitments }: ProgrammeView, place: Place): Html {
  const outside = isFromOutside(programme)
  if (commitments.length === 0)
    return html`<section class="tight"><h2>${outside ? 'What it asks for is not on record one by one' : 'No commitment is on record'}</h2><p class="note">Who was to do what by when was not found in the sources; not: nothing was meant to be done.</p></section>`
  const past = commitments.filter(({ standing }) => standing === 'over').length
  const count = counted(commitments.length, { one: 'commitment', many: 'commitments' })
  const title = outside ? 'What it asks for' : `${capitalised(count)}${past > 0 ? `, ${datesPast(past)}` : ''}`
  return html`<section class="tight"><h2>${title}</h2>${commitmentTable(place, commitments, { programme: false })}<p class="note">What came of each is what a source says, not a judgement of this record. A date is past, or ahead, on ${dateInWords(place.organisation.day)}.</p></section>`
}

/** How many stances are on record by the page's day; those after it are said apart. */
function held(stances: readonly ReportedStance[], { organisation }: Place): string {
  if (stances.length === 0) return 'No stance on it is on record'
  const later = stances.filter(({ act }) => dayOfEffect(act) > organisation.day).length
  const by = counted(stances.length - later, { one: 'stance', many: 'stances' })
  return `What was held of it: ${by} reported${later > 0 ? `, ${numberInWords(later)} more after this day` : ''}`
}

function proposed({ act }: Programme, people: People): Html {
  const basis = act.proposedByBasis ? html` (${act.proposedByBasis})` : undefined
  if (act.proposer) return html`Proposed by ${act.proposer}${basis}.`
  if (act.proposedBy && act.proposedBy.length > 0) return html`Proposed by ${people(act.proposedBy)}${basis}.`
  return html`Who proposed it is not on record.`
}

function participants({ act }: Programme, people: People): Html {
  const outside = (act.outside ?? []).length > 0 ? html`<p>Outside: ${people(act.outside ?? [])}.</p>` : undefined
  const named = Array.isArray(act.participants)
    ? act.participants.length > 0
      ? html`<p>${people(act.participants)}</p>`
      : html`<p class="note">Nobody is named.</p>`
    : act.participants === 'members'
      ? html`<p>The members of the day; they are not named one by one.</p>`
      : html`<p>Those members that wish to. Who they are is not on record.</p>`
  return html`${named}${outside}`
}

/** The facts in short; each meeting and decision a link. */
function facts(programme: Programme, place: Place, people: People): Html {
  const { act } = programme
  const { organisation } = place
  const meeting = (id: string) => {
    const found = organisation.meeting(id)
    return found ? thingLink(place, found) : id
  }
  const decision = (id: string) => {
    const found = organisation.decision(id)
    return found ? thingLink(place, found) : id
  }
  const lines = (all: readonly Content[]) => all.map((one) => html`<p>${one}</p>`)
  const [meetings, decisions] = [act.meetings ?? [], act.decisions ?? []]
  const own = isFromOutside(programme)
    ? undefined
    : html`<dt>Made to last to</dt><dd>${act.lastDay ? dateInWords(act.lastDay) : 'no end set, or not known'}</dd><dt>Led by</dt><dd>${led(programme, people)}</dd>${act.body ? html`<dt>Body</dt><dd><a href="${to(place, `bodies/${act.body}`)}">${bodyName(organisation, act.body)}</a></dd>` : undefined}<dt>Prepared at</dt><dd>${act.preparedAt ? meeting(act.preparedAt) : 'not on record'}</dd><dt>Approved at</dt><dd>${act.approvedAt ? meeting(act.approvedAt) : 'not on record'}</dd>`
  return html`<dl class="facts"><dt>Stage</dt><dd>${stageTag(programme)}</dd><dt>Kind</dt><dd>${act.type.replaceAll('-', ' ')}</dd><dt>From</dt><dd>${act.on.length === 10 ? html`<a href="${to(place, 'day', { on: act.on })}">${dateInWords(act.on)}</a>` : dateInWords(act.on)}</dd>${own}${decisions.length > 0 ? html`<dt>${decisions.length > 1 ? 'Decisions' : 'Decision'}</dt><dd>${lines(decisions.map(decision))}</dd>` : undefined}${meetings.length > 0 ? html`<dt>Spoken of at</dt><dd>${lines(meetings.map(meeting))}</dd>` : undefined}</dl>`
}

function led({ act }: Programme, people: People): Content {
  if (act.lead === undefined) return act.ledBy ?? 'not known'
  return html`${people([act.lead])}${act.ledBy && `, ${act.ledBy}`}`
}
