import { type Seat, seatId } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { enterWords } from './run/enter-words.ts'
import { leaveWords } from './run/leave-words.ts'
import { capitalised } from './words.ts'

export interface DelegationView {
  readonly seat: Seat
  readonly name: string
  /** Whether who asks may invite, remove and make tokens here. */
  readonly manages: boolean
  /** For the Secretariat: the seats it looks after. */
  readonly others: readonly { readonly seat: Seat; readonly name: string }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly since: string
  }[]
  readonly invitations: readonly { readonly id: string; readonly role: string; readonly until: string }[]
  readonly tokens: readonly {
    readonly id: string
    readonly label: string
    readonly made: string
    readonly used: string
  }[]
  /** Of a delegation; the Secretariat has none. */
  readonly contacts:
    | readonly {
        readonly id: string
        readonly role: string
        readonly name: string
        readonly email: string | null
        readonly phone: string | null
      }[]
    | undefined
  /** What is shown this once. */
  readonly fresh: { readonly says: string; readonly secret: string } | undefined
}

/** Who may sit in a seat, by what programs act for it, and whom to write to. */
export function delegationPage(view: DelegationView, place: Place): Page {
  const title = `${capitalised(view.name)}: people, tokens and contacts`
  const others =
    view.others.length > 0
      ? html`<nav class="ways" aria-label="Seats">${view.others.map(({ seat, name }) => html`<a href="${address(place, seat)}" ${seatId(seat) === seatId(view.seat) ? html`aria-current="page"` : undefined}>${capitalised(name)}</a>`)}</nav>`
      : undefined
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'seat')}">Seats</a></p><h1>${title}</h1>${others}${fresh(view)}</section>
<div class="cols"><div class="stack">${people(view, place)}${view.manages ? invitations(view, place) : undefined}</div><div class="stack">${view.manages ? tokens(view, place) : undefined}${contacts(view, place)}${leaving(view, place)}</div></div>`
  return { title, body, personal: true, part: 'seat' }
}

/** The way to what is graver than all else that a delegation enters. */
function leaving({ seat, manages }: DelegationView, place: Place): Html | undefined {
  if (!manages) return undefined
  const whose =
    seat.kind === 'delegation' && place.seat?.seat.kind === 'secretariat' ? `?participant=${seat.participant}` : ''
  const enter = html`<p><a href="${to(place, 'run/enter')}">${enterWords.link}</a></p>`
  return html`${seat.kind === 'secretariat' ? enter : undefined}<p><a href="${to(place, 'run/leave')}${whose}">${leaveWords.link}</a></p>`
}

function address(place: Place, seat: Seat): string {
  return `/${place.organisation.id}/delegation?seat=${encodeURIComponent(seatId(seat))}`
}

function fresh({ fresh }: DelegationView): Html | undefined {
  return (
    fresh &&
    html`<div class="aside tight" role="status"><p>${fresh.says}</p><pre>${fresh.secret}</pre><p class="note">It is shown this once and kept nowhere: copy it now.</p></div>`
  )
}

/** One thing that is done here, as a form. */
function does(view: DelegationView, place: Place, what: string, inside: Html, className = 'tight'): Html {
  return html`<form class="${className}" method="post" action="${address(place, view.seat)}"><input type="hidden" name="do" value="${what}">${inside}</form>`
}

function people(view: DelegationView, place: Place): Html {
  const row = ({ id, name, role, since }: DelegationView['people'][number]) => {
    const who = html`<span><b>${name}</b> <small>${role}, since ${since}</small></span>`
    if (!view.manages) return html`<li>${who}</li>`
    const way = (what: string, says: string) =>
      does(view, place, what, html`<button class="button plain-button" name="id" value="${id}">${says}</button>`, '')
    return html`<li><div class="row">${who}<span class="seats">${way('replace', 'Replace')}${way('remove', 'Remove')}</span></div></li>`
  }
  const list =
    view.people.length > 0
      ? html`<ul class="list">${view.people.map(row)}</ul>`
      : html`<p class="note">Nobody has an account in this seat.</p>`
  const note = view.manages
    ? html`<p class="note">Who is removed is out at once, on every device, with the tokens that they made. To replace somebody makes an invitation for whoever follows.</p>`
    : html`<p class="note">The head of the delegation and the Secretariat invite and remove people.</p>`
  return html`<section class="tight"><h2>People</h2>${list}${note}</section>`
}

function invitations(view: DelegationView, place: Place): Html {
  const row = ({ id, role, until }: DelegationView['invitations'][number]) =>
    html`<li>${does(view, place, 'withdraw', html`<span>As ${role} <small>until ${until}</small></span><button class="button plain-button" name="id" value="${id}">Take back</button>`, 'row')}</li>`
  const make = html`<label for="role">As</label><select id="role" name="role"><option value="member">member</option><option value="head">head, who may invite others</option></select><p><button class="button">Make an invitation</button></p>`
  return html`<section class="tight"><h2>Invite</h2>${does(view, place, 'invite', make)}<p class="note">You get a link to send; it lets one person in, once, within a week.</p>${view.invitations.length > 0 ? html`<h3>Not used yet</h3><ul class="list">${view.invitations.map(row)}</ul>` : undefined}</section>`
}

function tokens(view: DelegationView, place: Place): Html {
  const row = ({ id, label, made, used }: DelegationView['tokens'][number]) =>
    html`<li>${does(view, place, 'end-token', html`<span><b>${label}</b> <small>made ${made}, ${used}</small></span><button class="button plain-button" name="id" value="${id}">End</button>`, 'row')}</li>`
  const make = html`<label for="label">What it is for</label><input type="text" id="label" name="label" required maxlength="100"><p><button class="button plain-button">Make a token</button></p>`
  return html`<section class="tight"><h2>Tokens for programs</h2><p class="note">A program that sends <code>Authorization: Bearer …</code> acts for this seat. <a href="/api">What it can do</a></p>${view.tokens.length > 0 ? html`<ul class="list">${view.tokens.map(row)}</ul>` : undefined}${does(view, place, 'make-token', make)}</section>`
}

function contacts(view: DelegationView, place: Place): Html | undefined {
  if (!view.contacts) return undefined
  const row = ({ id, role, name, email, phone }: NonNullable<DelegationView['contacts']>[number]) => {
    const says = html`<span><b>${name}</b>, ${role}<small class="lines">${email ? html`<a href="mailto:${email}">${email}</a>` : undefined} ${phone}</small></span>`
    return html`<li>${view.manages ? does(view, place, 'erase-contact', html`${says}<button class="button plain-button" name="id" value="${id}">Erase</button>`, 'row') : says}</li>`
  }
  const field = (name: string, label: string, more: Html) =>
    html`<div class="tight"><label for="contact-${name}">${label}</label><input type="text" id="contact-${name}" name="${name}" maxlength="100" ${more}></div>`
  const add = html`<summary>Add a contact</summary>${does(view, place, 'add-contact', html`${field('function', 'In what function', html`required placeholder="National coordinator"`)}${field('name', 'Name', html`required`)}${field('email', 'E-mail', html`inputmode="email"`)}${field('phone', 'Telephone', html`inputmode="tel"`)}<p><button class="button plain-button">Add</button></p>`)}`
  return html`<section class="tight"><h2>Contacts</h2>${view.contacts.length > 0 ? html`<ul class="list">${view.contacts.map(row)}</ul>` : html`<p class="note">None are kept.</p>`}${view.manages ? html`<details class="stack">${add}</details>` : undefined}</section>`
}
