import { kindsOfMeetings } from '../analysis/index.ts'
import {
  type ActOf,
  type ChairsOfBody,
  holdersOnDay,
  type Knowledge,
  nameOf,
  type Office,
  type Scheme,
} from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { actAddress, doubts, references } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { budgetSection, sharesInForce, sharesInShort } from './budget.ts'
import { chairSections, inTheChair } from './chairs.ts'
import { coverageOf } from './coverage-line.ts'
import { pageFiles } from './files.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { bodyName } from './sentences.ts'
import { officeSection, onTheDay } from './terms.ts'
import { capitalised, dateInWords, listed } from './words.ts'

type Body = ActOf<'body-described'>

export interface OfficesView {
  readonly bodies: readonly Body[]
  readonly planned: readonly Body[]
  readonly offices: readonly Office[]
  readonly chairs: readonly ChairsOfBody[]
  readonly schemes: readonly Scheme[]
  readonly moments: readonly Knowledge[]
}

export function officesPage(view: OfficesView, place: Place): Page {
  const { bodies, planned, offices, chairs, schemes } = view
  const title = heading(view, place)
  const nothing = bodies.length + offices.length + chairs.length + schemes.length === 0
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf(['offices', 'chairs', 'shares-in-the-budget'], place)}<p class="lede">The bodies that are always at work, who led them, who had the chair, and what each pays. Holders are named in their office only.</p></section>
${asOfForm(place, view.moments)}
${
  nothing
    ? html`<p class="aside">No office, no chair and no budget of this organisation is on record. <a href="${to(place, 'bodies')}">Its bodies</a> and <a href="${to(place, 'coverage')}">how complete the record is</a> say what is.</p>`
    : html`<section class="tight"><h2>Mandate, money and posts, side by side</h2>${sideBySide(view, place)}${planned.length > 0 ? html`<p class="note">Planned, not at work as far as the record knows: ${planned.map((one, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `bodies/${one.body}`)}">${one.names.en}</a>${one.seat ? ` (${one.seat})` : undefined}`)}.</p>` : undefined}</section>
${offices.length > 0 ? html`<section class="stack"><h2>Who led them</h2>${offices.map((office) => officeSection(office, place))}</section>` : undefined}
${chairs.length > 0 ? html`<section class="stack"><h2>In the chair</h2>${coverageOf(kindsOfMeetings(place.organisation), place)}${chairSections(chairs, place)}</section>` : undefined}
${schemes.length > 0 ? budgetSection(schemes, place) : undefined}
${pageFiles(place)}`
}`
  return { title, body, part: 'offices' }
}

function heading({ offices, chairs }: OfficesView, place: Place): string {
  const { organisation } = place
  const chair = chairs.flatMap(({ periods }) => periods).findLast(({ onDay }) => onDay === 'holds')
  const led = offices.flatMap((office) =>
    holdersOnDay(office)
      .filter(({ onDay }) => onDay === 'holds')
      .map(({ entry: { act } }) => {
        const doubtful = act.doubt.some(({ field }) => field === 'participant')
        return `the ${act.title} ${doubtful ? 'perhaps ' : ''}from ${nameOf(organisation, act.participant)}`
      }),
  )
  const parts = [...(chair ? [`${nameOf(organisation, chair.entry.act.participant)} in the chair`] : []), ...led]
  const when = dateInWords(organisation.day)
  return parts.length > 0
    ? `${capitalised(listed(parts))} on ${when}`
    : `Who led and who was in the chair on ${when} is not on record`
}

/** One card for each permanent body: what it may do, who leads it, and what is known of its money and posts. */
function sideBySide({ bodies, offices, chairs, schemes }: OfficesView, place: Place): Html {
  const { day } = place.organisation
  const inShort = sharesInShort(schemes, place)
  const begun = schemes.filter(({ entry: { act } }) => act.from === undefined || earliest(act.from) <= day)
  const posts = begun.flatMap(({ entry }) => (entry.act.posts ?? []).map((one) => ({ ...one, entry })))
  const known = posts.map(
    ({ participant, posts: count, entry }, i) =>
      html`${i > 0 ? ', ' : undefined}<a href="${actAddress(place, entry)}">${nameOf(place.organisation, participant)}: ${count}</a>`,
  )
  return html`<div class="beside"><div><h3>Money and posts</h3><dl class="facts"><dt>Shares in the budget, per cent</dt><dd>${inShort ? html`${inShort} (${sharesInForce(schemes, place)})` : sharesInForce(schemes, place)}</dd><dt>Total of the budget</dt><dd>not on record</dd><dt>What each body has of it</dt><dd>not on record</dd><dt>Posts, in all and by body</dt><dd>not on record</dd><dt>Posts by participant</dt><dd>${known.length > 0 ? html`${known}; of the others not on record` : 'not on record'}</dd></dl></div>${bodies.map((one) => card(one, offices, chairs, place))}</div>`
}

function card(body: Body, offices: readonly Office[], chairs: readonly ChairsOfBody[], place: Place): Html {
  const led = offices.filter((office) => office.body === body.body)
  const chair = chairs.find((one) => one.body === body.body)
  return html`<div><h3><a href="${to(place, `bodies/${body.body}`)}">${body.names.en}</a></h3>
<dl class="facts"><dt>Seat</dt><dd>${body.seat ?? 'not on record'}</dd><dt>Established</dt><dd>${body.established ? dateInWords(body.established) : 'not on record'}${body.established && earliest(body.established) > place.organisation.day ? html` <span class="tag">after this day</span>` : undefined}</dd>${led.map((office) => html`<dt>${office.title}</dt><dd>${onTheDay(office, place)}</dd>`)}${chair && led.length === 0 ? html`<dt>Last meeting led by</dt><dd>${inTheChair(chair, place)}</dd>` : undefined}${body.under ? html`<dt>Reports to</dt><dd><a href="${to(place, `bodies/${body.under}`)}">${bodyName(place.organisation, body.under)}</a></dd>` : undefined}</dl>
${(body.powers ?? []).length > 0 ? html`<ul>${(body.powers ?? []).map((power) => html`<li>${capitalised(power)}</li>`)}</ul>` : html`<p class="note">What it may do is not on record.</p>`}
${body.note ? html`<p class="note">${body.note}</p>` : undefined}
<details><summary><small>Where this is documented</small></summary>${references(place, body.sources)}${doubts(body.doubt)}</details></div>`
}
