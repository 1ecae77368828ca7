import { type ActOf, exchangesOf, type Statement, type Surroundings } from '../record/index.ts'
import { doubts, references } from './acts.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { textAddress } from './paragraphs.ts'
import { doubtKinds, evidences, sentence } from './sentences.ts'
import { capitalised, counted, dateInWords, daysInWords } from './words.ts'
import { yearBars } from './years.ts'

export const statementTypes: { readonly [T in ActOf<'statement-reported'>['type']]: string } = {
  assessment: 'assessment',
  reply: 'reply',
  'outside-position': 'position or move around it',
}

const count = { one: 'statement', many: 'statements' }

export function statementsPage(view: ListView<Statement>, place: Place): Page {
  const title =
    view.total === 0
      ? `No statement is on record${yearOf(view)}`
      : `${capitalised(counted(view.total, count))} by others, and replies${yearOf(view)}`
  const exchanges = exchangesOf(view.items)
  const outside = view.items.filter(({ act }) => act.type === 'outside-position')
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">What others have said of the organisation, what was replied, and what outsiders did near it. Each stands as its source reports it, in our own words: the view of whoever is named, according to whoever is named beside it. What was found, not all that was said.</p></section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year</h2>${yearBars(view.years, 'Statements by year', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}<p class="note">No list of all statements exists.</p></section>
${view.items.length === 0 ? html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>` : undefined}
${exchanges.length > 0 ? html`<section class="tight"><h2>Assessments and replies, side by side</h2><p class="note">Beside one another by year. Which reply answers which assessment is not on record, and is not concluded here.</p><table class="cards exchange"><thead><tr><th scope="col">Year</th><th scope="col">Assessments</th><th scope="col">Replies by or for the organisation</th></tr></thead><tbody>${exchanges.map(({ year, assessments, replies }) => html`<tr><th scope="row">${year}</th><td class="line" data-label="${assessments.length > 0 ? 'Assessments' : ''}">${listOf(assessments, place)}</td><td class="line" data-label="${replies.length > 0 ? 'Replies' : ''}">${listOf(replies, place)}</td></tr>`)}</tbody></table></section>` : undefined}
${outside.length > 0 ? html`<section class="tight"><h2>Positions and moves around it</h2>${listOf(outside, place)}</section>` : undefined}
<section class="tight">${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}<p class="note">What next: <a href="${to(place, 'definitions')}">the definitions that some of these speak of</a> · <a href="${to(place, 'texts')}">the organisation’s own key texts</a></p></section>`
  return { title, body, part: 'statements' }
}

function listOf(statements: readonly Statement[], place: Place): Html | undefined {
  if (statements.length === 0) return undefined
  return html`<ul class="list">${statements.map((statement) => {
    const { act } = statement
    const source = act.sources[0]
    const how = source?.evidence && source.evidence !== 'read' ? evidences[source.evidence] : undefined
    return html`<li id="${act.statement}"><span class="when">${daysOf(statement)}${act.place ? html`, ${act.place}` : undefined}</span><span><strong>${act.by}</strong>${act.byType ? html` <small>(${act.byType})</small>` : undefined}${act.attribution ? html`, <small>according to: ${act.attribution}</small>` : undefined}: <a href="${to(place, `statements/${act.statement}`)}">${act.says}</a>${act.doubt[0] ? html` <span class="tag wait">${doubtKinds[act.doubt[0].kind]}</span>` : undefined}</span><small>${act.sources.map((one, index) => html`${index > 0 ? '; ' : 'Source: '}<a href="${to(place, `sources/${one.source}`)}">${place.organisation.source(one.source)?.title ?? one.source}</a>`)}${how ? html` <span class="tag wait">${how}</span>` : undefined}</small></li>`
  })}</ul>`
}

export interface StatementView extends Surroundings {
  readonly statement: Statement
  readonly previous: Statement | undefined
  readonly next: Statement | undefined
}

export function statementPage(view: StatementView, place: Place): Page {
  const { statement, counterpart } = view
  const { act } = statement
  const decision = act.decision ? place.organisation.decision(act.decision) : undefined
  const line = (other: Statement) =>
    html`<a href="${to(place, `statements/${other.act.statement}`)}">${sentence(place.organisation, other.act)}</a> <small>${daysOf(other)}</small>`
  const lines = (others: readonly Statement[]) =>
    html`<ul class="list">${others.map((other) => html`<li><span>${line(other)}</span></li>`)}</ul>`
  const title = `${act.by}, ${daysOf(statement)}`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'statements')}">What others say</a></p><h1>${title}</h1><p class="lede">${act.says}</p><p class="note">In our own words, as the source reports it.${act.attribution ? ` That this is the view or move of ${act.by} is according to: ${act.attribution}.` : ''}</p></section>
<div class="cols"><section class="stack">
${counterpart ? html`<section class="tight"><h2>${act.type === 'assessment' ? 'The next reply on record' : 'The last assessment before it'}</h2><p>${line(counterpart)}</p><p class="note">The nearest in time; that one answers the other is not on record.</p></section>` : undefined}
${view.samePlace.length > 0 ? html`<section class="tight"><h2>The same place: ${act.place}</h2>${lines(view.samePlace)}</section>` : undefined}
${view.sameSpeaker.length > 0 ? html`<section class="tight"><h2>By or of the same: ${act.by}</h2>${lines(view.sameSpeaker)}</section>` : undefined}
${view.texts.length > 0 ? html`<section class="tight"><h2>Key texts of that day</h2><ul>${view.texts.map(({ text }) => html`<li><a href="${textAddress(place, text.act.text)}">${text.act.title}</a></li>`)}</ul></section>` : undefined}
<section class="tight"><h2>Before and after</h2><dl class="facts"><dt>Previous</dt><dd>${view.previous ? line(view.previous) : 'nothing on record'}</dd><dt>Next</dt><dd>${view.next ? line(view.next) : 'nothing on record'}</dd></dl></section></section>
<aside class="stack"><dl class="facts"><dt>Kind</dt><dd>${capitalised(statementTypes[act.type])}</dd><dt>${act.type === 'outside-position' ? 'Whose' : 'By'}</dt><dd>${act.by}${act.byType ? html` <small>(${act.byType})</small>` : undefined}</dd>${act.attribution ? html`<dt>According to</dt><dd>${act.attribution}</dd>` : undefined}${act.about ? html`<dt>About</dt><dd>${act.about}</dd>` : undefined}${act.place ? html`<dt>Place</dt><dd>${act.place}</dd>` : undefined}<dt>Date</dt><dd>${daysOf(statement)}</dd>${decision ? html`<dt>Decision</dt><dd><a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a></dd>` : undefined}</dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${statement.id}`)}">The act in the register</a></p></aside></div>`
  return { title, body, part: 'statements' }
}

function daysOf({ act }: Statement): string {
  return act.lastDay === undefined ? dateInWords(act.on) : daysInWords(act.on, act.lastDay)
}
