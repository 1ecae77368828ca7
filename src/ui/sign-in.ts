import { type Content, type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { seatWords as words } from './seat-words.ts'

/** @param provider the name of the provider of OpenID Connect, where there is one */
export function signInPage(provider: string | undefined): Page {
  const body = html`<section class="stack"><p class="crumb"><a href="/organisations">Organisations kept here</a></p><h1>${words.signIn}</h1><p class="lede">${words.signInLede}</p></section>
<section class="stack narrow">${passkeyForm('show', '/sign-in/passkey', words.byPasskey, html`<p class="note">${words.passkeyNote}</p>`)}<p class="no-passkey aside">${words.noScript}</p>${provider ? html`<p><a class="button" href="/sign-in/oidc">${words.byProvider(provider)}</a></p>` : undefined}<p class="note">${words.invitedBefore}</p></section>
${passkeyScript}`
  return { title: words.signIn, body, personal: true }
}

/** A form that only script can send; without script, or where the browser cannot, it is not seen. */
export function passkeyForm(does: 'make' | 'show', address: string, says: string, more: Content): Html {
  return html`<form class="tight" method="post" action="${address}" data-passkey="${does}" hidden>${more}<p><button class="button">${says}</button></p><p class="fault" role="alert"></p></form>`
}

export const passkeyScript = html`<script type="module" src="/assets/passkeys.js"></script>`

export interface InvitationView {
  readonly path: string
  readonly organisation: { readonly id: string; readonly name: string }
  /** The seat by its name. */
  readonly seat: string
  readonly head: boolean
  readonly until: string
  /** Who is signed in already. */
  readonly account: string | undefined
  readonly provider: string | undefined
}

export function invitationPage(view: InvitationView): Page {
  const { organisation, path, account } = view
  const title = words.invited(view.seat, organisation.name)
  const body = html`<section class="stack"><p class="crumb"><a href="/${organisation.id}/">${organisation.name}</a></p><h1>${title}</h1><p class="lede">${words.invitedUntil(view.until)}${view.head ? ` ${words.asHead}` : undefined}</p></section>
<section class="stack narrow">${account ? html`<form method="post" action="${path}"><input type="hidden" name="as" value="account"><button class="button">${words.acceptAs(account)}</button></form>` : newcomer(view)}</section>
${passkeyScript}`
  return { title, body, personal: true }
}

function newcomer({ path, provider }: InvitationView): Html {
  const name = (id: string) =>
    html`<label for="${id}">${words.yourName}</label><input type="text" id="${id}" name="name" required maxlength="100" autocomplete="name">`
  const passkey = passkeyForm(
    'make',
    `${path}/passkey`,
    words.acceptByPasskey,
    html`${name('name-passkey')}<p class="note">${words.acceptByPasskeyNote}</p>`,
  )
  if (provider) return html`<p><a class="button" href="${path}/oidc">${words.acceptAt(provider)}</a></p>${passkey}`
  return html`${passkey}<form class="tight" method="post" action="${path}">${name('name-plain')}<p><button class="button plain-button">${words.acceptPlainly}</button></p><p class="note">${words.acceptPlainlyNote}</p></form>`
}
