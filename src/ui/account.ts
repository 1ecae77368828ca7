import { html } from './html.ts'
import type { Page } from './layout.ts'
import { seatWords as words } from './seat-words.ts'
import { passkeyForm, passkeyScript } from './sign-in.ts'
import { capitalised } from './words.ts'

export interface AccountView {
  readonly name: string
  /** One is current where this browser sits. */
  readonly seats: readonly {
    readonly organisation: { readonly id: string; readonly name: string }
    readonly seat: string
    readonly name: string
    readonly role: string
    readonly current: boolean
  }[]
  readonly sessions: readonly {
    readonly id: string
    readonly label: string
    readonly seen: string
    readonly current: boolean
  }[]
  readonly passkeys: readonly { readonly id: string; readonly label: string; readonly made: string }[]
  /** Who vouches for the person, by name. */
  readonly providers: readonly string[]
}

export function accountPage(view: AccountView): Page {
  const body = html`<section class="stack"><p class="crumb"><a href="/organisations">Organisations kept here</a></p><h1>${view.name}</h1><p class="lede">What is kept of you here: your seats, the browsers in which you are signed in, and what you sign in by.</p></section>
<div class="cols"><div class="stack">${seats(view)}${sessions(view)}</div><div class="stack">${passkeys(view)}${erasing}</div></div>${passkeyScript}`
  return { title: words.account, body, personal: true }
}

function seats({ seats }: AccountView) {
  const row = ({ organisation, seat, name, role, current }: AccountView['seats'][number]) =>
    html`<li><form class="row" method="post" action="/${organisation.id}/seat"><span><b>${capitalised(name)}</b>, ${organisation.name} <small>${role}</small></span>${current ? html`<a href="/${organisation.id}/seat">You sit here</a>` : html`<button class="button plain-button" name="seat" value="${seat}">Sit here</button>`}</form></li>`
  return html`<section class="tight"><h2>${words.yourSeats}</h2>${seats.length > 0 ? html`<ul class="list">${seats.map(row)}</ul>` : html`<p class="note">You have none. Open the link of an invitation to get one.</p>`}</section>`
}

function sessions({ sessions }: AccountView) {
  const row = ({ id, label, seen, current }: AccountView['sessions'][number]) =>
    html`<li><form class="row" method="post" action="/account/sessions"><span><b>${label}</b> <small>${current ? 'this browser' : `last seen ${seen}`}</small></span><button class="button plain-button" name="end" value="${id}">${current ? 'Sign out' : 'End'}</button></form></li>`
  return html`<section class="tight"><h2>Where you are signed in</h2><ul class="list">${sessions.map(row)}</ul><form method="post" action="/account/sessions"><button class="button plain-button" name="end" value="all">Sign out everywhere</button></form></section>`
}

function passkeys({ passkeys, providers }: AccountView) {
  const row = ({ id, label, made }: AccountView['passkeys'][number]) =>
    html`<li><form class="row" method="post" action="/account/passkeys/remove"><span><b>${label}</b> <small>made ${made}</small></span><button class="button plain-button" name="id" value="${id}">Remove</button></form></li>`
  const none =
    providers.length > 0
      ? 'You have no passkey.'
      : 'You have no passkey: once you are signed out, only a new invitation lets you in.'
  return html`<section class="tight"><h2>What you sign in by</h2>${passkeys.length > 0 ? html`<ul class="list">${passkeys.map(row)}</ul>` : html`<p class="note">${none}</p>`}${providers.map((provider) => html`<p>${provider}</p>`)}${passkeyForm('make', '/account/passkeys', 'Make a passkey', undefined)}<p class="no-passkey note">${words.noScript}</p></section>`
}

const erasing = html`<section class="tight"><h2>Erase your account</h2><p class="note">Your name, seats, passkeys, sessions and the tokens that you made go at once and for good. What your delegation did stays in the register, under the delegation’s name.</p><form class="tight" method="post" action="/account/erase"><label class="tick"><input type="checkbox" name="confirm" value="yes" required> Erase everything that is kept of me</label><p><button class="button plain-button">Erase</button></p></form></section>`
