import type { Refusal } from '../rules/index.ts'
import { html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { dateInWords } from './words.ts'

/** What is asked for, as it stands in the form. */
export interface ForkForm {
  readonly on: string
  /** As it was typed; nothing at first. */
  readonly as: string
  /** An id that nobody has yet, for the day shown. */
  readonly free: string
  readonly first: string
  readonly last: string
}

/** The form that makes an exercise of a record; with what was wrong, if it was sent and refused. */
export function forkPage(form: ForkForm, place: Place, refusal?: Refusal): Page {
  const { organisation, description } = place
  const name = description?.names.en ?? organisation.id
  const body = html`<section class="stack"><h1>An exercise from a day of the ${name}</h1>
<p class="lede">It begins as this record was at the end of that day: who belonged, which rules were in force, who held which office. From the next morning on everything in it is played, under those rules.</p>
<ul><li>It is an organisation of its own; the record it was made from is only read.</li><li>Every page, file and answer of it says that it is an exercise and no State’s position.</li><li>Its clock starts at nine on the next day and runs on.</li></ul></section>
${refusal ? html`<section class="tight refused" role="alert"><h2>No exercise was made</h2><p>${refusal.message} ${refusal.remedy}</p></section>` : undefined}
<form class="stack" method="post" action="/${organisation.id}/fork">
<p><label for="on">The last day it shares with the record</label><br><input id="on" name="on" type="date" required min="${form.first}" max="${form.last}" value="${form.on}"><br><small>From ${dateInWords(form.first as never)} to ${dateInWords(form.last as never)}.</small></p>
<p><label for="as">Its id, the first part of its address</label><br><input type="text" id="as" name="as" maxlength="60" pattern="[A-Za-z0-9][A-Za-z0-9\\-]*" value="${form.as}" autocomplete="off"><br><small>Letters, digits and -. Left empty it is named after the year of that day, such as ${form.free}.</small></p>
<p><button class="button" type="submit">Make the exercise</button> <a href="${to(place, '')}">Leave it</a></p></form>`
  return { title: `An exercise from a day of the ${name}`, body }
}

/** For those to whom seats are not open. */
export function forkElsewherePage(place: Place): Page {
  const { id, day } = place.organisation
  const body = html`<section class="stack"><h1>Exercises are made by whoever keeps this house</h1><p class="lede">They type <code>chancery fork ${id} --on ${day} --as ID</code>. On a machine of your own, where Chancery runs with its own database, anybody can make one here.</p></section>`
  return { title: 'Exercises are made by whoever keeps this house', body }
}
