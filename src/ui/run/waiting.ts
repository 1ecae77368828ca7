import { type Entry, isDay, type Seat, type Urgency, type WaitingItem } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { capitalised, counted, numberInWords } from '../words.ts'
import { reasonList } from './stand.ts'
import { instantThere, timeZoneOf } from './times.ts'
import {
  changeInWords,
  dueInWords,
  type Naming,
  openNaming,
  reasonsInWords,
  waitingAt,
  waitingDoes,
  waitingSays,
} from './waiting-words.ts'

/** How often letters are sent to somebody. */
export const mailings = ['none', 'at-once', 'daily'] as const
export type Mailing = (typeof mailings)[number]

export interface WaitingView {
  readonly seat: Seat
  readonly at: Instant
  readonly items: readonly WaitingItem[]
  /** What changed lately, the newest first. */
  readonly changes: readonly Entry[]
  readonly called: (id: string) => string
  /** The title of a proposal whose text the seat may see. */
  readonly titleOf: (decision: string) => string | undefined
  /** The addresses of feeds of the seat that work. */
  readonly feeds: readonly { readonly id: string; readonly label: string; readonly made: Instant }[]
  /** A key that was just made, shown this once. */
  readonly fresh?: { readonly atom: string; readonly ics: string } | undefined
  /** Letters to the person who sits here; nothing where this server sends none, or nobody is signed in. */
  readonly mail?: { readonly chosen: Mailing; readonly address: string | null } | undefined
  /** Letters that could not be sent, for the Secretariat: to how many people, and since when. */
  readonly undelivered?: { readonly count: number; readonly since: Instant } | undefined
}

/** What waits for whoever sits, by when, with the way to where it is done; and what changed lately. */
export function waitingPage(view: WaitingView, place: Place): Page {
  const { items, seat } = view
  const title = 'What waits for me'
  if (seat.kind === 'public') return { title, body: forThePublic(place), part: 'run/waiting' }
  const naming = openNaming(place.organisation, view.called)
  const groups = order.map(({ urgency, heading }) =>
    group(
      heading,
      urgency,
      items.filter((item) => item.urgency === urgency),
      view,
      place,
      naming,
    ),
  )
  const body = html`<section class="stack">${inShort(items)}${undelivered(view, place)}${fresh(view)}</section>
<div class="cols"><div class="stack">${groups}</div><div class="stack">${changes(view, place)}${feeds(view, place)}${mail(view, place)}</div></div>`
  return { title, body, part: 'run/waiting', live: { about: 'all' } }
}

const order: readonly { readonly urgency: Urgency; readonly heading: string }[] = [
  { urgency: 'overdue', heading: 'Overdue' },
  { urgency: 'soon', heading: 'Soon' },
  { urgency: 'open', heading: 'Open' },
]

function forThePublic(place: Place): Html {
  return html`<section class="stack"><h1>Nothing waits for the public</h1><p class="lede">It reads, and is asked for nothing.</p><p>Whoever sits for a delegation or for the Secretariat finds here what needs an answer, and by when. <a href="${to(place, 'seat')}">Take a seat</a></p></section>`
}

/** How much waits, and how much of it presses. */
function inShort(items: readonly WaitingItem[]): Html {
  if (items.length === 0) return html`<h1>Nothing waits for you now</h1>`
  const all = capitalised(counted(items.length, { one: 'thing waits', many: 'things wait' }))
  const pressing = (['overdue', 'soon'] as const).flatMap((urgency) => {
    const count = items.filter((item) => item.urgency === urgency).length
    return count > 0 ? [`${numberInWords(count)} ${urgency}`] : []
  })
  const lede = pressing.length > 0 ? html`<p class="lede">${capitalised(pressing.join(', '))}.</p>` : undefined
  return html`<h1>${all} for you</h1>${lede}`
}

function group(
  heading: string,
  urgency: Urgency,
  items: readonly WaitingItem[],
  view: WaitingView,
  place: Place,
  naming: Naming,
): Html | undefined {
  if (items.length === 0) return undefined
  const row = (item: WaitingItem) => {
    // What is to be done now and has no time by when waits since it came up.
    const due = item.due ?? (urgency === 'soon' ? item.since : undefined)
    const when = due && dueInWords(due, view.at, place.organisation.day, timeZoneOf(place))
    const time = due && (isDay(due) ? due : (due as string))
    return html`<li ${urgency === 'open' ? undefined : html`class="here"`}><span>${waitingSays(item, naming)}</span>${when ? html`<span class="when"><time datetime="${time}">${capital(when)}</time></span>` : undefined}${reasonList(reasonsInWords(item, timeZoneOf(place)), timeZoneOf(place))}<a class="go" href="${to(place, waitingAt(item).split('#')[0] ?? '')}${hash(item)}">${waitingDoes(item)}</a></li>`
  }
  return html`<section class="tight" id="${urgency}"><h2>${heading} <small>${items.length}</small></h2><ul class="list">${items.map(row)}</ul></section>`
}

function hash(item: WaitingItem): string {
  const [, at] = waitingAt(item).split('#')
  return at === undefined ? '' : `#${at}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const mostShown = 20

function changes({ changes, titleOf }: WaitingView, place: Place): Html {
  const row = (entry: Entry) => {
    const { act, recordedAt } = entry
    const when = instantThere((act.at as Instant | undefined) ?? recordedAt, timeZoneOf(place))
    const decision = 'decision' in act && typeof act.decision === 'string' ? act.decision : undefined
    const title = decision === undefined ? undefined : titleOf(decision)
    const text = changeInWords(entry, place.organisation, title)
    return html`<li><span>${title !== undefined ? html`<a href="${to(place, `run/proposals/${decision}`)}">${text}</a>` : text}</span><span class="when">${when}</span></li>`
  }
  const list =
    changes.length > 0
      ? html`<ul class="list">${changes.slice(0, mostShown).map(row)}</ul>`
      : html`<p class="note">Nothing has been done here yet, as far as you may see.</p>`
  return html`<section class="tight"><h2>What changed lately</h2>${list}</section>`
}

function fresh({ fresh }: WaitingView): Html | undefined {
  return (
    fresh &&
    html`<div class="aside tight" role="status"><p>Your private addresses. Whoever has them reads what waits for this seat:</p><p>For a reader of feeds (Atom)</p><pre>${fresh.atom}</pre><p>For a calendar (iCalendar)</p><pre>${fresh.ics}</pre><p class="note">They are shown this once and kept nowhere: copy them now.</p></div>`
  )
}

function feeds({ feeds }: WaitingView, place: Place): Html {
  const action = to(place, 'run/waiting/feeds')
  const row = ({ id, label, made }: WaitingView['feeds'][number]) =>
    html`<li><form class="row" method="post" action="${action}"><span><b>${label}</b> <small>made ${instantThere(made, 'UTC')}</small></span><button class="button plain-button" name="end" value="${id}">End</button></form></li>`
  return html`<section class="tight only-here" id="feeds"><h2>In your calendar and your reader</h2><p class="note">Private addresses for this seat alone, as a feed (Atom) and a calendar (iCalendar). They work without signing in until you end them.</p>${feeds.length > 0 ? html`<ul class="list">${feeds.map(row)}</ul>` : undefined}<form class="tight" method="post" action="${action}"><label for="feed-label">For which calendar or reader</label><input type="text" id="feed-label" name="label" required maxlength="100"><p><button class="button plain-button">Make the addresses</button></p></form></section>`
}

const mailWords: { readonly [M in Mailing]: string } = {
  none: 'No letters',
  'at-once': 'At once, for what is due within a day',
  daily: 'Once a day, everything that waits',
}

function mail({ mail }: WaitingView, place: Place): Html | undefined {
  if (!mail) return undefined
  const one = (mailing: Mailing) =>
    html`<label class="tick"><input type="radio" name="mailing" value="${mailing}" ${mail.chosen === mailing ? html`checked` : undefined}> ${mailWords[mailing]}</label>`
  return html`<section class="tight only-here" id="mail"><h2>By e-mail</h2><form class="tight" method="post" action="${to(place, 'run/waiting/mail')}">${mailings.map(one)}<label for="mail-address">To</label><input type="text" inputmode="email" id="mail-address" name="email" maxlength="200" value="${mail.address ?? ''}"><p class="note">A letter says that something waits and where. It holds no position and no text; of a proposal that is not public not even the name.</p><p><button class="button plain-button">Keep</button></p></form></section>`
}

function undelivered({ undelivered }: WaitingView, place: Place): Html | undefined {
  if (!undelivered || undelivered.count === 0) return undefined
  const letters = counted(undelivered.count, { one: 'letter', many: 'letters' })
  return html`<div class="aside"><p>${capital(letters)} could not be sent for a whole day and ${undelivered.count === 1 ? 'was' : 'were'} given up, first on ${instantThere(undelivered.since, timeZoneOf(place))}. Whoever runs the server looks at its connection for mail.</p></div>`
}
