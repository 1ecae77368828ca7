import { type Connection, type Dispute, dayOfEffect, type Entry, nameOf } from '../record/index.ts'
import { addDays, earliest, latest } from '../rules/index.ts'
import { actAddress, doubts, references } from './acts.ts'
import { linkTo, people } from './addresses.ts'
import { claimsAbout } from './claims/about.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway } from './decisions.ts'
import { type DisputeLane, type DisputeMark, disputeLanes } from './dispute-lanes.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager } from './narrowing.ts'
import { words } from './sentences.ts'
import { capitalised, counted, dateInWords, listed } from './words.ts'

/** A dispute of the list with what is on record of its course up to the day. */
export interface DisputesView extends ListView<Dispute> {
  readonly events: ReadonlyMap<string, readonly Entry[]>
  /** On any day, for the picture. */
  readonly everyEvent: ReadonlyMap<string, readonly Entry[]>
}

export function disputesPage(view: DisputesView, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'dispute', many: 'disputes' }))} between participants on record`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">What sources describe as in dispute between two or more of those in the record, in the words of this record and without a view on who is right. What came of each is said as sources say it.</p>
<p class="note">A dispute that is not here was not found, which does not mean that there was none.</p></section>
${view.choices.length > 0 ? narrowingForm(place, view.choices) : undefined}
${view.items.length > 0 ? html`<section class="tight"><h2>When something is on record</h2>${picture(view, place)}</section>` : undefined}
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? disputeTable(place, view.items, view.events) : empty(view, place)}${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'disputes' }
}

/** The disputes of this page on one axis of time, with the events of any day; what is later than the day is paler. */
function picture({ items, everyEvent }: DisputesView, place: Place): Html {
  const { organisation } = place
  const covered = organisation.description ? latest(organisation.description.coveredTo) : organisation.day
  const lanes = items.map((dispute): DisputeLane => {
    const events = everyEvent.get(dispute.act.dispute) ?? []
    const dates = events.flatMap(({ act }) => (act.on ? [act.on] : []))
    const last = [dispute.act.lastDay, ...dates]
      .flatMap((date) => (date ? [latest(date)] : []))
      .sort()
      .at(-1)
    return {
      name: listed(dispute.act.between.map((id) => nameOf(organisation, id))),
      about: dispute.act.about,
      href: to(place, `disputes/${dispute.act.dispute}`),
      from: earliest(dispute.act.on),
      to: last === undefined || last > covered ? covered : last,
      marks: events.flatMap((event): DisputeMark[] => {
        const { act } = event
        if (act.kind !== 'dispute-developed') return []
        return [
          {
            from: earliest(act.on),
            to: latest(act.on),
            title: `${dateInWords(act.on)}: ${act.what}`,
            href: actAddress(place, event),
            later: dayOfEffect(act) > organisation.day,
          },
        ]
      }),
    }
  })
  const from = lanes.map((lane) => lane.from).sort()[0] ?? covered
  const options = {
    from: addDays(from, -120),
    to: addDays(covered, 60),
    on: organisation.day,
    onLabel: dateInWords(organisation.day),
    caption: 'Disputes over time, a dot for each event on record',
  }
  return html`<figure class="tight years"><div class="wide-only">${disputeLanes(lanes, { ...options, form: 'wide' })}</div><div class="narrow-only">${disputeLanes(lanes, { ...options, form: 'narrow' })}</div><figcaption><ul class="legend"><li>a dot: an event on record</li><li><span class="swatch hatched"></span>only its year is known</li><li>the line: from its beginning to the last thing on record, which need not be its end</li><li class="dim-note">${words.laterIsPaler}</li></ul></figcaption></figure>`
}

function empty({ query }: DisputesView, place: Place): Html {
  if (query.by || query.year)
    return html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`
  return html`<p class="note">No dispute is on record up to ${dateInWords(place.organisation.day)}. <a href="${to(place, 'pairs')}">What is on record of a pair of participants</a></p>`
}

export function disputeTable(
  place: Place,
  disputes: readonly Dispute[],
  events: ReadonlyMap<string, readonly Entry[]>,
): Html {
  const { organisation } = place
  return html`<table class="cards"><thead><tr><th scope="col">Between</th><th scope="col">About</th><th scope="col">From</th><th scope="col">Last on record</th><th scope="col" class="number">Events</th><th scope="col" class="number">Touched by</th></tr></thead><tbody>${disputes.map(
    ({ act }) => {
      const known = events.get(act.dispute) ?? []
      const last = known.at(-1)?.act.on ?? act.on
      return html`<tr><th scope="row"><a href="${to(place, `disputes/${act.dispute}`)}">${listed(act.between.map((id) => nameOf(organisation, id)))}</a></th><td class="line">${capitalised(act.about)}</td><td class="date" data-label="from">${dateInWords(act.on)}</td><td class="date" data-label="last">${dateInWords(last)}</td><td class="number" data-label="events">${known.length}</td><td class="number" data-label="touched by">${act.connections.length}</td></tr>`
    },
  )}</tbody></table><p class="note">Events: those on record up to this day. Touched by: meetings, decisions, instruments and exercises of the organisation that a source connects with it.</p>`
}

export interface DisputeView {
  readonly dispute: Dispute
  /** On any day, in order. */
  readonly events: readonly Entry[]
  readonly connections: readonly Connection[]
  readonly others: readonly Dispute[]
}

export function disputePage(view: DisputeView, place: Place): Page {
  const { organisation } = place
  const { dispute, events, connections, others } = view
  const { act } = dispute
  const names = listed(act.between.map((id) => nameOf(organisation, id)))
  const title = `${names}: ${act.about}`
  const upToNow = events.filter((entry) => dayOfEffect(entry.act) <= organisation.day)
  const later = events.length - upToNow.length
  const heading = `${capitalised(counted(upToNow.length, { one: 'event', many: 'events' }))} on record${later > 0 ? `, ${later} after this day` : ''}`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'disputes')}">Disputes</a></p><h1>${title}</h1><p class="lede">${people(place, act.between)}, on record from ${dateInWords(act.on)}${act.lastDay ? html` to ${dateInWords(act.lastDay)}` : undefined}.${act.lastDay ? undefined : ' No end is on record.'}</p>${dayOfEffect(act) > organisation.day ? html`<p class="aside">On ${dateInWords(organisation.day)} nothing of it was on record yet: it begins later.</p>` : undefined}</section>
<div class="cols"><section class="stack"><section class="tight"><h2>${heading}</h2>${events.length > 0 ? eventList(place, events) : html`<p class="note">No event with a date is on record; see where it is documented.</p>`}</section>
<section class="tight"><h2>Where the organisation’s work touched it</h2>${connections.length > 0 ? html`<ul class="list">${connections.map((one) => connection(one, place))}</ul>` : html`<p class="note">No meeting, decision, instrument or exercise that touched it is on record.</p>`}</section>
${claimsAbout(place, 'disputes', act.dispute)}</section>
<aside class="stack"><section class="tight"><h3>What came of it, as sources state it</h3><p>${act.outcome}</p><p class="note">As far as the record goes, whichever day is shown.</p></section>
${act.note ? html`<p class="note">${act.note}</p>` : undefined}
${others.length > 0 ? html`<section class="tight"><h3>Other disputes of the same participants</h3><ul class="refs">${others.map((other) => html`<li><a href="${to(place, `disputes/${other.act.dispute}`)}">${listed(other.act.between.map((id) => nameOf(organisation, id)))}</a>, ${other.act.about}</li>`)}</ul></section>` : undefined}
<section class="tight"><h3>What else is on record of them</h3><p><a href="${pairAddress(place, act.between[0] ?? '', act.between[1] ?? '')}">${names}, side by side</a></p></section>
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${actAddress(place, dispute)}">The act in the register</a></p></aside></div>`
  return { title: `Dispute: ${names}`, body, part: 'disputes' }
}

/** Events in order, each with its sources in full: on a dispute who says so matters for every line. */
function eventList(place: Place, events: readonly Entry[]): Html {
  return html`<ul class="list">${events.map((entry) => {
    const { act } = entry
    if (act.kind !== 'dispute-developed') return undefined
    const isLater = dayOfEffect(act) > place.organisation.day
    return html`<li class="${isLater ? 'later-act' : ''}"><span class="when">${dateInWords(act.on)}${isLater ? html` <span class="tag">after this day</span>` : undefined}</span><span><a href="${actAddress(place, entry)}">${capitalised(act.what)}</a></span>${references(place, act.sources)}${doubts(act.doubt)}</li>`
  })}</ul>`
}

function connection({ what, thing }: Connection, place: Place): Html {
  if (!thing) return html`<li><span>${capitalised(what)}</span></li>`
  const isLater = dayOfEffect(thing.act) > place.organisation.day
  return html`<li class="${isLater ? 'later-act' : ''}"><span class="when">${thing.act.on ? dateInWords(thing.act.on) : undefined}${isLater ? html` <span class="tag">after this day</span>` : undefined}</span><span>${linkTo(place, thing)}</span><small>${capitalised(what)}</small></li>`
}

/** The page of two participants side by side. */
export function pairAddress(place: Place, a: string, b: string): string {
  const path = to(place, 'pairs')
  return `${path}${path.includes('?') ? '&' : '?'}a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`
}
