import { type Exercise, type ExerciseRow, nameOf } from '../record/index.ts'
import { doubts, references } from './acts.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { askedAtLength, wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { whatRefersTo } from './referring.ts'
import { onItsDay } from './sentences.ts'
import { capitalised, counted, daysInWords, listed } from './words.ts'
import { yearBars } from './years.ts'

export interface ExercisesView extends ListView<Exercise> {
  readonly table: {
    readonly years: readonly number[]
    readonly rows: readonly ExerciseRow[]
    readonly uncounted: number
  }
}

export function exercisesPage(view: ExercisesView, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'exercise', many: 'exercises' }))} on record${yearOf(view)}`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">Each under the name it was officially given, with who took part, who watched, and who stayed away or refused, as far as sources say.</p>${askedAtLength(place, 'alliance')}</section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year, with how complete the record is</h2>${yearBars(view.years, 'Exercises by year, with coverage', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
<section class="tight"><h2>Who took part, by year</h2>${whoTookPart(view, place)}</section>
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? exerciseTable(place, view.items) : html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`}${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'exercises' }
}

function whoTookPart({ table }: ExercisesView, place: Place): Html {
  if (table.rows.length === 0) return html`<p class="note">For none of these is it known who took part.</p>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Exercises by participant and year"><table class="grid-coverage"><thead><tr><th scope="col">Took part</th><th scope="col" class="number">All</th>${table.years.map((year) => html`<th scope="col"><abbr title="${year}">’${String(year).slice(2)}</abbr></th>`)}</tr></thead><tbody>${table.rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${to(place, `participants/${row.participant}`)}">${nameOf(place.organisation, row.participant)}</a></th><td class="number">${row.took}</td>${row.cells.map(
        ({ year, took, observed, stayedAway }) => {
          const said = [
            took > 0 ? `took part in ${took}` : '',
            observed > 0 ? `observed ${observed}` : '',
            stayedAway > 0 ? `absent from or refused ${stayedAway}` : '',
          ]
            .filter(Boolean)
            .join(', ')
          return html`<td>${said ? html`<span class="tally ${took > 0 ? 'took' : observed > 0 ? 'observed' : 'away'}" role="img" aria-label="${year}: ${said}" title="${year}: ${said}">${took > 0 ? took : observed > 0 ? 'o' : '–'}${stayedAway > 0 && took > 0 ? html`<sup>–</sup>` : undefined}</span>` : undefined}</td>`
        },
      )}</tr>`,
  )}</tbody></table></div>
<ul class="legend"><li><span class="tally took" aria-hidden="true">2</span> took part, and in how many</li><li><span class="tally observed" aria-hidden="true">o</span> observed only</li><li><span class="tally away" aria-hidden="true">–</span> named as absent or as refusing</li></ul>
<p class="note">${table.uncounted > 0 ? `${capitalised(counted(table.uncounted, { one: 'exercise is', many: 'exercises are' }))} left out of this table: who took part is not known, or only presumed.` : 'Every exercise listed is counted.'} ${wayToQuestion('exercising', place)}</p>`
}

export function exerciseTable(place: Place, exercises: readonly Exercise[]): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Hosts</th><th scope="col">Took part</th></tr></thead><tbody>${exercises.map(
    (entry) => {
      const { act } = entry
      const day = onItsDay(place.organisation, entry)
      const refused = (act.declined ?? []).length + (act.transit ?? []).length > 0
      return html`<tr><td class="date">${daysOf(entry)}</td><th scope="row"><a href="${to(place, `exercises/${act.exercise}`)}">${act.name}</a>${refused ? html` <span class="tag wait">refusals or transit</span>` : undefined}</th><td>${act.type.replaceAll('-', ' ')}</td><td>${listed((act.hosts ?? []).map((id) => nameOf(day, id)))}</td><td data-label="took part">${act.participantsKnown === 'yes' ? (act.forces ?? []).filter((force) => force.as !== 'observer').length : 'not known'}</td></tr>`
    },
  )}</tbody></table>`
}

export function exercisePage(
  entry: Exercise,
  beside: { previous: Exercise | undefined; next: Exercise | undefined },
  place: Place,
): Page {
  const { act } = entry
  const day = onItsDay(place.organisation, entry)
  const person = (id: string) => html`<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`
  const link = (other: Exercise | undefined) =>
    other
      ? html`<a href="${to(place, `exercises/${other.act.exercise}`)}">${other.act.name}</a> <small>${daysOf(other)}</small>`
      : 'nothing on record'
  const said = (
    list: readonly {
      participant: string
      reason?: string | undefined
      says?: string | undefined
      attribution?: string | undefined
    }[],
  ) =>
    html`<ul class="list">${list.map((one) => html`<li><span>${person(one.participant)}${one.says ? html`: ${one.says}` : undefined}</span>${one.says ? undefined : html`<small>${one.reason ? capitalised(one.reason) : 'No reason is on record.'}</small>`}${one.attribution ? html`<small>${capitalised(one.attribution)}</small>` : undefined}</li>`)}</ul>`
  const people = [...Map.groupBy(act.forces ?? [], (force) => force.as)].map(
    ([as, list]) =>
      html`<dt>${as}s</dt><dd>${list.map((force, i) => html`${i > 0 ? ', ' : undefined}${person(force.participant)}${force.personnel ? html` <small>(${force.personnel} personnel)</small>` : undefined}`)}</dd>`,
  )
  const known = {
    yes: 'As named by sources.',
    presumed: 'Who took part is only presumed, and is not listed.',
    no: 'Who took part is not known; whoever is named here is not a full list and is not counted.',
  }[act.participantsKnown]
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'exercises')}">Exercises</a></p><h1>${act.name}, ${daysOf(entry)}</h1>${act.scenario ? html`<p class="lede">Scenario: ${act.scenario}.</p>` : undefined}</section>
<div class="cols"><section class="stack"><section class="tight"><h2>Who took part</h2>${people.length > 0 ? html`<dl class="facts">${people}</dl>` : undefined}<p class="note">${known}</p></section>
${act.declined ? html`<section class="tight"><h2>Refused, as attributed</h2>${said(act.declined)}</section>` : undefined}
${act.absent ? html`<section class="tight"><h2>Absent</h2>${said(act.absent)}</section>` : undefined}
${act.transit ? html`<section class="tight"><h2>Transit</h2>${said(act.transit)}</section>` : undefined}
${act.result ? html`<section class="tight"><h2>Result</h2><p>${capitalised(act.result)}</p></section>` : undefined}
${whatRefersTo(place, 'exercise', act.exercise)}
<section class="tight"><h2>Before and after</h2><dl class="facts"><dt>Previous</dt><dd>${link(beside.previous)}</dd><dt>Next</dt><dd>${link(beside.next)}</dd></dl><p class="note">${wayToQuestion('exercising', place)}</p></section></section>
<aside class="stack"><dl class="facts"><dt>Officially called</dt><dd>${act.label ?? 'not on record'}${act.labelBasis ? html` <small>(${act.labelBasis})</small>` : undefined}</dd><dt>Kind</dt><dd>${act.type.replaceAll('-', ' ')}</dd><dt>Places</dt><dd>${act.places ? act.places.join('; ') : 'not known'}</dd><dt>Hosts</dt><dd>${(act.hosts ?? []).map((id, i) => html`${i > 0 ? ', ' : undefined}${person(id)}`)}</dd><dt>Personnel in all</dt><dd>${act.personnel ?? 'not known'}</dd></dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${entry.id}`)}">The act in the register</a></p></aside></div>`
  return { title: act.name, body, part: 'exercises' }
}

function daysOf({ act }: Exercise): string {
  return daysInWords(act.on, act.lastDay)
}
