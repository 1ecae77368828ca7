import type { Refusal } from '../rules/index.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { timesInWords, timeZoneOf } from './run/times.ts'
import { words } from './sentences.ts'

/** What was sent and refused: the page to which it would have led, if that is known. */
export interface Sent {
  readonly back?: string | undefined
}

/** The program says no: what is wrong, under which rule, and what to do instead. */
export function refusalPage(refused: Refusal, place?: Place, sent?: Sent): Page {
  const refusal = place ? withTimes(refused, place) : refused
  const inRun = place?.path.startsWith(`/${place.organisation.id}/run`)
  const ways =
    place && inRun
      ? runWays(place, sent)
      : place
        ? html`<ul><li><a href="${to(place, 'day')}">${words.nav.day}</a></li><li><a href="${to(place, 'participants')}">${words.nav.participants}</a></li><li><a href="${to(place, '')}">The first page</a></li></ul>`
        : html`<ul><li><a href="/">The first page</a></li><li><a href="/organisations">All organisations kept here</a></li></ul>`
  // What is marked is shown beside the form where a script has sent it (`assets/sending.js`).
  const body = html`<section class="stack"><h1 data-refused>${refusal.message}</h1>${refusal.article ? html`<p class="note" data-refused>${refusal.article}</p>` : undefined}${refusal.remedy ? html`<p class="lede" data-refused>${withLinks(refusal.remedy)}</p>` : undefined}${ways}</section>`
  // Nothing is kept at the address to which a form is sent, so no data is offered of it.
  return { title: refusal.message, body, ...(inRun ? { part: 'run', personal: true } : {}) }
}

/** With the instants of its message and its remedy on the clock of the organisation. */
export function withTimes(refusal: Refusal, place: Pick<Place, 'description'>): Refusal {
  const { message, remedy } = refusal
  const zone = timeZoneOf(place)
  return { ...refusal, message: timesInWords(message, zone), ...(remedy ? { remedy: timesInWords(remedy, zone) } : {}) }
}

/** In the second door one goes on where one was. */
function runWays(place: Place, sent: Sent | undefined): Html {
  const back = sent?.back ? html`<li><a href="${sent.back}">${words.refusedBack}</a></li>` : undefined
  const typed = sent ? html`<p class="note">${words.refusedTyped}</p>` : undefined
  return html`${typed}<ul>${back}<li><a href="${to(place, 'run')}">${words.refusedTable}</a></li><li><a href="${to(place, 'run/waiting')}">${words.refusedWaiting}</a></li><li><a href="${to(place, 'seat')}">${words.refusedSeats}</a></li></ul>`
}

/** An address of ours in the text, `/concord/participants/UTO`, as a link to it. */
function withLinks(text: string): Content {
  return text
    .split(/(\/[a-z0-9][\w~/-]*)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}
