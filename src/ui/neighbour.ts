import {
  endOfTime,
  type Feature,
  isUnverified,
  type Membership,
  type MembershipOnDay,
  type Neighbour,
  nameOf,
  type Relation,
} from '../record/index.ts'
import { addDays, earliest, isExact, latest } from '../rules/index.ts'
import { actAddress, doubts, doubtTag, references } from './acts.ts'
import { claimsAbout } from './claims/about.ts'
import { askedAtLength } from './essays/about.ts'
import { featureName, valueTag } from './features.ts'
import { type Html, html } from './html.ts'
import type { LaneRow, LaneSpan, Tone } from './lanes.ts'
import { type Page, type Place, to } from './layout.ts'
import { personLink } from './neighbours.ts'
import { relationTable } from './relations.ts'
import { words } from './sentences.ts'
import { periodLanes } from './terms.ts'
import { capitalised, counted, dateInWords } from './words.ts'

/** A neighbour with everything on record of it. */
export interface NeighbourView {
  readonly neighbour: Neighbour
  readonly all: readonly Membership[]
  readonly onDay: readonly MembershipOnDay[]
  readonly full: (entry: Membership) => boolean
  readonly features: readonly Feature[]
  readonly relations: readonly Relation[]
}

export function neighbourPage(view: NeighbourView, place: Place): Page {
  const { neighbour, all, onDay, full, features, relations } = view
  const { act } = neighbour
  const when = dateInWords(place.organisation.day)
  const inFull = onDay.filter(({ entry }) => full(entry)).length
  const title = act.itself
    ? `${act.names.en}, for comparison`
    : `${act.names.en}: ${inFull > 0 ? counted(inFull, { one: 'participant belonged', many: 'participants belonged' }) : 'nobody belonged in full'} on ${when}`
  const fact = (label: string, value: string | undefined) => html`<dt>${label}</dt><dd>${value ?? 'not on record'}</dd>`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'neighbours')}">Neighbourhood</a></p><h1>${title}</h1>${askedAtLength(place, 'neighbourhood', ...(features.length > 0 ? (['alliance'] as const) : []))}</section>
<div class="cols"><section class="stack"><section class="tight"><h2>Who belonged, and as what</h2>${all.length > 0 ? html`${lanesOf(view, place)}${memberships(all, place)}` : html`<p class="note">${act.itself ? html`Who belongs to the organisation itself is on <a href="${to(place, 'participants')}">the page of participants</a>.` : 'No membership is on record.'}</p>`}</section>
${features.length > 0 ? html`<section class="tight"><h2>What it has and has not</h2><table class="cards"><thead><tr><th scope="col">Feature</th><th scope="col">Value</th><th scope="col">For</th><th scope="col">As the record says</th></tr></thead><tbody>${features.map((one) => html`<tr><th scope="row">${featureName(one.act.feature)}</th><td>${valueTag(one, place)}${doubtTag(one.act.doubt)}</td><td class="date">${one.act.asOf ? dateInWords(one.act.asOf) : 'not on record'}</td><td class="line">${one.act.says}</td></tr>`)}</tbody></table></section>` : undefined}</section>
<aside class="stack"><dl class="facts">${fact('Kind', act.type.replaceAll('-', ' '))}${fact('Founded', act.founded && dateInWords(act.founded))}${fact('Seat', act.seat)}${fact('Decides by', act.decides)}</dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where this is documented</h3>${act.sources.length > 0 ? references(place, act.sources) : html`<p class="note">No source describes it in the record; each membership names its own.</p>`}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${actAddress(place, neighbour)}">The act in the register</a></p></aside></div>
${relations.length > 0 ? html`<section class="tight"><h2>Relations with it</h2>${relationTable(place, relations)}</section>` : undefined}
${claimsAbout(place, 'neighbours', act.neighbour)}`
  return { title, body, part: 'neighbours' }
}

function memberships(all: readonly Membership[], place: Place): Html {
  const { organisation } = place
  return html`<table class="cards"><caption class="note">On the day in the column “to” it no longer belonged.</caption><thead><tr><th scope="col">Participant</th><th scope="col">As</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Remarks and sources</th></tr></thead><tbody>${all.map(
    (entry) => {
      const { act } = entry
      const later = act.from !== undefined && earliest(act.from) > organisation.day
      return html`<tr><th scope="row">${personLink(act.participant, place)}${doubtTag(act.doubt)}${later ? html` <span class="tag">after this day</span>` : undefined}</th><td>${act.as}</td><td class="date" data-label="from">${act.from ? dateInWords(act.from) : 'not on record'}</td><td class="date" data-label="to">${act.to ? dateInWords(act.to) : words.noEnd}</td><td class="line">${act.frozenFrom ? html`<small>Frozen from ${dateInWords(act.frozenFrom)}. </small>` : undefined}${[act.note, ...act.doubt.filter(({ kind }) => kind === 'conflict').map(({ note }) => note)].filter(Boolean).map((note) => html`<small>${note} </small>`)}<small><a href="${actAddress(place, entry)}">${counted(act.sources.length, { one: 'source', many: 'sources' })}</a></small></td></tr>`
    },
  )}</tbody></table>`
}

function lanesOf({ all, full }: NeighbourView, place: Place): Html | undefined {
  const now = place.organisation.onDay(endOfTime)
  const byParticipant = Map.groupBy(
    all.filter(({ act }) => act.from !== undefined),
    ({ act }) => act.participant,
  )
  const rows = [...byParticipant].map(
    ([participant, entries]): LaneRow => ({
      id: participant,
      name: nameOf(now, participant),
      href: to(place, `participants/${participant}`),
      spans: entries.flatMap((entry) =>
        spans(entry, full(entry) ? 'member' : 'observer', nameOf(now, participant), place),
      ),
    }),
  )
  return periodLanes(rows, place, 'Who belonged, over time')
}

/** A membership as one bar, or two where it froze on the way. */
function spans(entry: Membership, tone: Tone, name: string, place: Place): LaneSpan[] {
  const { act } = entry
  const { description, organisation } = place
  if (act.from === undefined) return []
  const ends = addDays(description ? latest(description.coveredTo) : organisation.day, 1)
  const from = earliest(act.from)
  const until = act.to && latest(act.to) < ends ? latest(act.to) : ends
  const partial = [act.from, act.to, act.frozenFrom].filter((date) => date !== undefined && !isExact(date))
  const whole = act.doubt.some(({ field, kind }) => kind === 'unverified' && field !== 'from' && field !== 'to')
  const uncertainFrom = whole
    ? [{ from, to: until }]
    : [
        ...partial.map((date) => ({
          from: earliest(date as typeof act.from & string),
          to: addDays(latest(date as typeof act.from & string), 1),
        })),
        ...(isUnverified(entry) && isExact(act.from) ? [{ from, to: addDays(from, 90) }] : []),
      ]
  const title = `${name}: ${act.as} from ${dateInWords(act.from)}${act.to ? ` to ${dateInWords(act.to)}` : ''}${isUnverified(entry) ? ', unverified' : ''}`
  if (!act.frozenFrom) return [{ from, to: until, tone, title, uncertainFrom }]
  const frozen = earliest(act.frozenFrom)
  return [
    { from, to: frozen, tone, title, uncertainFrom },
    {
      from: frozen,
      to: until,
      tone: 'past',
      title: capitalised(`${title}, frozen from ${dateInWords(act.frozenFrom)}`),
      uncertainFrom,
    },
  ]
}
