import {
  type Entry,
  type HeldTogether,
  type MembershipOnDay,
  nameOf,
  type Organisation,
  type Pair,
  type PairCount,
} from '../record/index.ts'
import { actAddress, actList } from './acts.ts'
import { people } from './addresses.ts'
import { coverageOf } from './coverage-line.ts'
import { decisionTable, takeAway } from './decisions.ts'
import { pairAddress } from './disputes.ts'
import { wayToQuestion } from './essays/about.ts'
import { exerciseTable } from './exercises.ts'
import { handful } from './handful.ts'
import { type Html, html } from './html.ts'
import { instrumentTable } from './instruments.ts'
import { type Page, type Place, to } from './layout.ts'
import { meetingTable } from './meetings.ts'
import { withQuery } from './narrowing.ts'
import { statusLabel, words } from './sentences.ts'
import { subjects, subjectsOfOne } from './subjects.ts'
import { votesOfPairSection } from './votes.ts'
import { capitalised, counted, dateInWords, listed, numberInWords } from './words.ts'

/** Whom the two selects offer, and what is chosen. */
export interface PairChoice {
  readonly offered: readonly { readonly id: string; readonly name: string }[]
  readonly a: string | undefined
  readonly b: string | undefined
}

export interface PairView extends PairChoice {
  readonly pair: Pair
  readonly events: ReadonlyMap<string, readonly Entry[]>
}

/** The kinds of fact that are counted of two. */
const countedOfPairs = ['exercises', 'decisions', 'instruments', 'positions', 'disputes'] as const

export function pairPage(view: PairView, place: Place): Page {
  const { organisation } = place
  const { pair, a, b } = view
  const chosen = { a, b }
  const names = listed(pair.between.map((id) => nameOf(organisation, id)))
  const title = `${names}: ${counted(pair.both.length, { one: 'subject', many: 'subjects' })} with positions of both, ${counted(pair.disputes.length, { one: 'dispute', many: 'disputes' })}, ${counted(pair.exercises.length, { one: 'exercise', many: 'exercises' })} together`
  const none = (says: string) => html`<p class="note">${says}</p>`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'pairs')}">Pairs</a></p><h1>${title}</h1>${coverageOf(countedOfPairs, place)}<p class="lede">${people(place, pair.between)}: what names both, up to ${dateInWords(organisation.day)}. Nobody is presumed: being a member when something was adopted is not counted here.</p></section>
${pairForm(view, place)}
${contents(pair)}
<section class="stack" id="differ"><h2>Where they differ, as attributed</h2>${pair.both.length > 0 ? html`<p class="note">What sources report each to have held on the same subject, side by side, in the order of time. On some they agree; which is which is left to the reader.</p>${subjects(pair, place)}` : none(`No subject is on record on which a source reports a position of both up to this day.`)}
${pair.one.length > 0 ? html`<details><summary>${capitalised(counted(pair.one.length, { one: 'subject', many: 'subjects' }))} on which only one of the two is on record</summary><p class="note">Of the other nothing was found; that it agreed is not said.</p>${subjectsOfOne(pair, place)}</details>` : undefined}</section>
<section class="stack" id="disputes"><h2>Disputes between them</h2>${pair.disputes.length > 0 ? pair.disputes.map((dispute) => disputeOf(dispute, view, place)) : none('None is on record, which does not mean that there was none.')}</section>
<section class="tight" id="statuses"><h2>Statuses that both held</h2>${pair.together.length > 0 ? html`<ul class="list">${pair.together.map((one) => heldTogether(one, place))}</ul>` : none('Up to this day they never held the same status at the same time, as far as the record goes.')}</section>
<section class="tight" id="meetings"><h2>Meetings of the two alone</h2>${handful(pair.apart, (some) => meetingTable(place, some)) ?? none('No meeting is on record at which only these two are named.')}</section>
<section class="tight"><h2>${capitalised(numberInWords(pair.meetings.length - pair.apart.length))} other ${pair.meetings.length - pair.apart.length === 1 ? 'meeting' : 'meetings'} at which both are named</h2>${
    handful(
      pair.meetings.filter((meeting) => !pair.apart.includes(meeting)),
      (some) => meetingTable(place, some),
    ) ?? none('None is on record. Where attendance is only presumed from membership, nobody is named.')
  }</section>
<section class="tight" id="decisions"><h2>Decisions and proposals on which both are named</h2>${handful(pair.decisions, (some) => decisionTable(place, some)) ?? none('None is on record. Most decisions name no participant: they are those of the members of the day.')}</section>
<section class="tight" id="exercises"><h2>Exercises in which both took part</h2>${handful(pair.exercises, (some) => exerciseTable(place, some)) ?? none('None is on record. Exercises whose participants are not known, or only presumed, are not counted.')}</section>
<section class="tight" id="instruments"><h2>Instruments that both signed</h2>${handful(pair.instruments, (some) => instrumentTable(place, some)) ?? none('None is on record.')}</section>
<section class="tight" id="neighbours"><h2>Where both belong, as a member or otherwise, on ${dateInWords(organisation.day)}</h2>${pair.neighbours.length > 0 ? html`<table class="cards"><thead><tr><th scope="col">Neighbour</th>${pair.between.map((id) => html`<th scope="col">${nameOf(organisation, id)}</th>`)}</tr></thead><tbody>${pair.neighbours.map((both) => sharedMembership(both, pair, place))}</tbody></table>` : none('No neighbour is on record to which both belonged on this day.')}</section>
${pair.votes.map((forum) => votesOfPairSection(forum, pair.between, place))}
<p class="note">${wayToQuestion('leadership', place, pair.between.join(','))} This pair as files: <a href="${withQuery({ ...place, path: `${place.path}.csv` }, chosen)}">CSV of positions</a>, <a href="${withQuery({ ...place, path: `${place.path}.json` }, chosen)}">JSON of everything</a>.</p>`
  return { title: `${names}, side by side`, body, part: 'pairs' }
}

function contents(pair: Pair): Html {
  const items = [
    ['differ', pair.both.length, 'subjects with positions of both'],
    ['disputes', pair.disputes.length, 'disputes'],
    ['meetings', pair.meetings.length, 'meetings naming both'],
    ['decisions', pair.decisions.length, 'decisions naming both'],
    ['exercises', pair.exercises.length, 'exercises together'],
    ['instruments', pair.instruments.length, 'instruments both signed'],
    ['neighbours', pair.neighbours.length, 'neighbours in common'],
    ...pair.votes.map(({ years }) => ['votes', years.length, 'years of votes elsewhere'] as const),
  ] as const
  return html`<ul class="figures">${items.map(([id, count, says]) => html`<li><a href="#${id}"><b>${count}</b><small>${says}</small></a></li>`)}</ul>`
}

function disputeOf(dispute: Pair['disputes'][number], { events }: PairView, place: Place): Html {
  const { act } = dispute
  return html`<section class="tight"><h3><a href="${to(place, `disputes/${act.dispute}`)}">${capitalised(act.about)}</a></h3><p class="note">On record from ${dateInWords(act.on)}. What came of it, as sources state it: ${act.outcome}</p>${actList(place, events.get(act.dispute) ?? [])}</section>`
}

function heldTogether({ status, from, to: until, of }: HeldTogether, place: Place): Html {
  const { one } = statusLabel(place.organisation, status)
  return html`<li><span>${capitalised(one)}: both ${until ? html`from ${dateInWords(from)} to ${dateInWords(until)}` : html`since ${dateInWords(from)}`}</span><small>${of.map((holding, index) => html`${index > 0 ? '; ' : undefined}<a href="${actAddress(place, holding.grantedBy)}">${nameOf(place.organisation, holding.participant)} from ${dateInWords(holding.from)}</a>`)}</small></li>`
}

function sharedMembership(both: readonly [MembershipOnDay, MembershipOnDay], pair: Pair, place: Place): Html {
  const { neighbour } = both[0].entry.act
  return html`<tr><th scope="row">${neighbourName(place.organisation, neighbour)}</th>${both.map(
    ({ entry, certainty }, index) =>
      html`<td data-label="${nameOf(place.organisation, pair.between[index] ?? '')}"><a href="${actAddress(place, entry)}">${entry.act.as}</a>${entry.act.from ? html` <small>from ${dateInWords(entry.act.from)}</small>` : html` <small>since when is not on record</small>`}${certainty === 'uncertain' ? html` <span class="tag wait">uncertain</span>` : undefined}</td>`,
  )}</tr>`
}

export function neighbourName(organisation: Organisation, neighbour: string): string {
  const described = organisation.listed('neighbour-described').find(({ act }) => act.neighbour === neighbour)
  return described?.act.names.en ?? neighbour
}

/** Every pair of the members of the day, with what there is on each. */
export interface GridView extends PairChoice {
  readonly members: readonly string[]
  readonly counts: readonly PairCount[]
}

export function pairsPage(view: GridView, place: Place): Page {
  const { organisation } = place
  const { members, counts } = view
  const title =
    members.length > 1
      ? `${capitalised(numberInWords(counts.length))} pairs of ${numberInWords(members.length)} members on ${dateInWords(organisation.day)}`
      : organisation.participants().length > 0
        ? `There were no two members on ${dateInWords(organisation.day)}`
        : words.belongingNotKept(dateInWords(organisation.day))
  const only = view.a ?? view.b
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf(countedOfPairs, place)}<p class="lede">Choose two to see them side by side: where they differ as attributed, disputes, meetings, exercises, instruments, and where else both belong.</p></section>
${pairForm(view, place)}
${only ? html`<p class="aside">${nameOf(organisation, only)} is chosen; choose a second one as well.</p>` : undefined}
${members.length > 1 ? html`<section class="tight"><h2>What is on record of each pair</h2>${grid(view, place)}${takeAway(place, {}, 'As files')}</section>` : html`<p class="note">Any two in the record can be chosen above, on any day.</p>`}`
  return { title, body, part: 'pairs' }
}

function pairForm({ offered, a, b }: PairChoice, place: Place): Html {
  const kept = { on: place.on, known: place.known }
  const select = (name: 'a' | 'b', label: string, chosen: string | undefined) =>
    html`<label><span>${label}</span> <select name="${name}"><option value="">choose</option>${offered.map((one) => html`<option value="${one.id}" ${one.id === chosen ? html`selected` : undefined}>${one.name}</option>`)}</select></label>`
  return html`<form method="get" action="${place.path}" class="narrowing" aria-label="Choose two participants">${Object.entries(kept).map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : undefined))}${select('a', 'One', a)}${select('b', 'The other', b)}<button class="button">Side by side</button></form>`
}

/** A square with each pair twice, so that a row has all of one member; on a phone a list to unfold for each member. */
function grid({ members, counts }: GridView, place: Place): Html {
  const name = (id: string) => nameOf(place.organisation, id)
  const of = (a: string, b: string) => counts.find(({ between }) => between.includes(a) && between.includes(b))
  const says = (count: PairCount) =>
    `${count.exercises} exercises together, ${count.subjects} subjects with positions of both, ${count.disputes} disputes`
  return html`<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Pairs of members"><table class="pairs"><thead><tr><th scope="col">Member</th>${members.map((id) => html`<th scope="col"><abbr title="${name(id)}">${id}</abbr></th>`)}</tr></thead><tbody>${members.map(
    (a) =>
      html`<tr><th scope="row"><a href="${to(place, `participants/${a}`)}">${name(a)}</a></th>${members.map((b) => {
        const count = of(a, b)
        return a === b || !count
          ? html`<td class="self"></td>`
          : html`<td><a href="${pairAddress(place, a, b)}" title="${name(a)} and ${name(b)}: ${says(count)}"><span class="hidden">${name(a)} and ${name(b)}: </span>${count.exercises}<span class="hidden"> exercises, </span><span class="sep" aria-hidden="true">·</span><span class="mark-subjects">${count.subjects}</span><span class="hidden"> subjects, </span><span class="sep" aria-hidden="true">·</span><span class="${count.disputes > 0 ? 'mark-disputes' : ''}">${count.disputes}</span><span class="hidden"> disputes</span></a></td>`
      })}</tr>`,
  )}</tbody></table></div><p class="note">In each field: exercises together · subjects with positions of both · disputes between them, up to this day. Each pair stands twice.</p></div>
<div class="narrow-only"><div class="stack">${members.map(
    (a) =>
      html`<details><summary>${name(a)}</summary><ul class="list">${members
        .filter((b) => b !== a)
        .map((b) => {
          const count = of(a, b)
          return html`<li><a href="${pairAddress(place, a, b)}">${name(a)} and ${name(b)}</a><small>${count && says(count)}</small></li>`
        })}</ul></details>`,
  )}</div></div>`
}

/** Everyone who can be chosen, by the name of the day; those not yet named that day by their latest. */
export function offeredIn(organisation: Organisation): PairChoice['offered'] {
  return organisation
    .participants()
    .map(({ id }) => ({ id, name: nameOf(organisation, id) }))
    .sort((x, y) => x.name.localeCompare(y.name, 'en'))
}
