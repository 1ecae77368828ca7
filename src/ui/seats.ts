import { type Seat, seatId } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { seatWords as words } from './seat-words.ts'
import { capitalised, listed } from './words.ts'

/** A seat by its name, with what is said of it. */
export interface NamedSeat {
  readonly seat: Seat
  readonly name: string
}

export interface SeatsView {
  readonly sits: NamedSeat
  /** Whether whoever comes may sit as anyone. */
  readonly open: boolean
  /** Organisations that can be run, for one that is only read. */
  readonly elsewhere: readonly { readonly id: string; readonly name: string }[] | undefined
  /** Those who hold a status on the day, by status. */
  readonly groups: readonly { readonly title: string; readonly seats: readonly NamedSeat[] }[]
  /** Who has the chair of which bodies, where it is known. */
  readonly chairs: readonly { readonly name: string; readonly bodies: readonly string[] }[]
  /** Who is here; not told to whoever has no seat where seats are given. */
  readonly here: readonly (NamedSeat & { readonly count: number })[] | undefined
  /** Who is signed in, with the seats that they have here. */
  readonly account: { readonly name: string; readonly seats: readonly NamedSeat[] } | undefined
}

export function seatsPage(view: SeatsView, place: Place): Page {
  const { sits, elsewhere } = view
  if (elsewhere) return readOnlyPage(elsewhere, place)
  const title = sits.seat.kind === 'public' ? words.asPublic : words.youSitAs(sits.name)
  const manages = sits.seat.kind !== 'public'
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">${view.open ? words.openWhy : manages ? words.inviteHere : words.byInvitation}</p>
<p class="ways">${manages ? html`<a href="${to(place, 'run')}">${words.toTheTable}</a>` : undefined}${manages ? html`<a href="${to(place, 'delegation')}">${words.delegation}</a>` : undefined}${view.account ? html`<a href="/account">${words.account}</a>` : view.open ? undefined : html`<a href="/sign-in">${words.signIn}</a>`}</p></section>
<div class="cols"><div class="stack">${view.account && view.account.seats.length > 0 ? seatsForm(words.yourSeats, view.account.seats, view, place) : undefined}${view.open ? openSeats(view, place) : undefined}${sits.seat.kind === 'public' ? undefined : html`<form method="post" action="${at(place)}/leave"><button class="button plain-button">${words.backToPublic}</button></form>`}</div>
<section class="tight">${here(view)}${chairs(view)}</section></div>`
  return { title, body, personal: true, part: 'seat' }
}

function openSeats(view: SeatsView, place: Place): Html {
  const secretariat: NamedSeat = { seat: { kind: 'secretariat' }, name: words.secretariat }
  return html`${view.groups.map(({ title, seats }) => seatsForm(title, seats, view, place))}${seatsForm(words.asSecretariat, [secretariat], view, place)}`
}

function seatsForm(title: string, seats: readonly NamedSeat[], { sits }: SeatsView, place: Place): Html {
  const button = ({ seat, name }: NamedSeat) =>
    html`<button class="button plain-button" name="seat" value="${seatId(seat)}" ${seatId(seat) === seatId(sits.seat) ? html`aria-pressed="true"` : undefined}>${capitalised(name)}</button>`
  return html`<form class="tight" method="post" action="${to(place, 'seat')}"><h2>${title}</h2><div class="seats">${seats.map(button)}</div></form>`
}

function here({ here }: SeatsView): Html | undefined {
  if (!here) return undefined
  if (here.length === 0) return html`<h2>${words.whoIsHere}</h2><p class="note">${words.nobodyHere}</p>`
  return html`<h2>${words.whoIsHere}</h2><ul class="plain">${here.map(({ name, count }) => html`<li>${capitalised(name)}${count > 1 ? html` <small>${count} browsers</small>` : undefined}</li>`)}</ul><p class="note">${words.lastMinutes}</p>`
}

function chairs({ chairs }: SeatsView): Html | undefined {
  if (chairs.length === 0) return undefined
  return html`<h2>${words.inTheChair}</h2><ul class="plain">${chairs.map(({ name, bodies }) => html`<li>${name} <small>${listed(bodies)}</small></li>`)}</ul>`
}

function readOnlyPage(elsewhere: NonNullable<SeatsView['elsewhere']>, place: Place): Page {
  const body = html`<section class="stack"><h1>${words.readOnly}</h1><p class="lede">${words.readOnlyWhy}</p></section>
<section class="tight"><h2>${words.elsewhere}</h2><ul class="plain">${elsewhere.map(({ id, name }) => html`<li><a href="/${id}/seat">${name}</a></li>`)}</ul><p>${words.fork(place.organisation.id)}</p></section>`
  return { title: words.readOnly, body, personal: true }
}

function at(place: Place): string {
  return `/${place.organisation.id}/seat`
}
