import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Accounts,
  type AtProvider,
  type Challenge,
  notVerified,
  type Provider,
  passkeyToShow,
  shownPasskey,
} from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { signInPage } from '../ui/sign-in.ts'
import { tooOften } from './gate.ts'
import { refused, showPage } from './page.ts'
import { sessionOf } from './seat-of.ts'
import { browserOf, finishStep, keepSession, keepStep, ownOrigin } from './seating.ts'

/** Signing in: by passkey, or at a provider of OpenID Connect. */
export function serveSignIn(server: FastifyInstance): void {
  const { accounts, provider, limits } = server.seating
  server.get('/sign-in', async (request, reply) => {
    if ((await sessionOf(request))?.account) return reply.redirect('/account', 303)
    return showPage(reply, signInPage(provider?.name))
  })
  server.post('/sign-in/passkey/options', async (request, reply) => {
    const options = await passkeyToShow(ownOrigin(request))
    keepStep(request, reply, await accounts.steps.begin('show', { challenge: options.challenge }))
    return options
  })
  server.post('/sign-in/passkey', async (request, reply) => {
    if (await limits.guessedTooOften(request)) return tooOften(request, reply)
    const account = await accountByPasskey(accounts, request, reply)
    if (!isRefusal(account)) return { goesTo: await letIn(accounts, request, reply, account) }
    await limits.guessedWrong(request)
    return refused(reply, account, 403, true)
  })
  if (!provider) return
  server.get('/sign-in/oidc', (request, reply) => sendToProvider(request, reply, provider))
  server.get('/sign-in/oidc/callback', async (request, reply) => {
    if (await limits.guessedTooOften(request)) return tooOften(request, reply)
    const goesTo = await returned(request, reply, provider)
    if (!isRefusal(goesTo)) return reply.redirect(goesTo, 303)
    await limits.guessedWrong(request)
    return refused(reply, goesTo, 403, false)
  })
}

async function accountByPasskey(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | Refusal> {
  const challenge = await finishStep<Challenge>('show', request, reply)
  const { credential } = (request.body ?? {}) as { credential?: { id?: unknown } }
  const passkey = typeof credential?.id === 'string' ? await accounts.passkeys.find(credential.id) : undefined
  if (!challenge || !passkey) return notVerified
  const counter = await shownPasskey(ownOrigin(request), challenge, credential, passkey)
  if (isRefusal(counter)) return counter
  return (await accounts.passkeys.used(passkey.id, counter)) ? passkey.account.id : notVerified
}

/** Begins a session for a person, in their seat if they have but one. @returns where they go */
async function letIn(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
): Promise<string> {
  const before = await sessionOf(request)
  if (before) await accounts.sessions.end(before.id)
  const seats = await accounts.people.seatsOf(account)
  const [only] = seats.length === 1 ? seats : []
  const token = await accounts.sessions.begin({ account, label: browserOf(request), ...(only ? { sits: only } : {}) })
  keepSession(request, reply, token)
  return only ? `/${only.organisation}/seat` : '/account'
}

/** @param invitation the token of one that is accepted by signing in */
export async function sendToProvider(
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  invitation?: string,
): Promise<FastifyReply> {
  const begun = await provider.begin(`${ownOrigin(request)}/sign-in/oidc/callback`)
  if (isRefusal(begun)) return refused(reply, begun, 503, false)
  // The invitation stays in the browser: what is kept here would open it.
  if (invitation !== undefined)
    reply.setCookie(invitationCookie, invitation, { ...invitationCookieOptions(request), maxAge: 600 })
  else reply.clearCookie(invitationCookie, invitationCookieOptions(request))
  keepStep(request, reply, await request.server.seating.accounts.steps.begin('oidc', begun.kept))
  return reply.header('cache-control', 'no-store').redirect(begun.address, 303)
}

const invitationCookie = 'chancery-invitation'
function invitationCookieOptions(request: FastifyRequest) {
  const secure = ownOrigin(request).startsWith('https:')
  return { path: '/sign-in/oidc', httpOnly: true, sameSite: 'lax', secure } as const
}

/** Somebody comes back from the provider. @returns where they go */
async function returned(request: FastifyRequest, reply: FastifyReply, provider: Provider): Promise<string | Refusal> {
  const { accounts } = request.server.seating
  const invitation = request.cookies[invitationCookie]
  reply.clearCookie(invitationCookie, invitationCookieOptions(request))
  const kept = await finishStep<AtProvider>('oidc', request, reply)
  if (!kept) return notBegun
  const introduced = await provider.finish(`${ownOrigin(request)}${request.url}`, kept)
  if (isRefusal(introduced)) return introduced
  const { identity, name, email } = introduced
  const known = await accounts.identities.find(identity)
  if (invitation === undefined) return known ? letIn(accounts, request, reply, known.id) : notInvited
  const guest = known ? { account: known.id } : { name: name ?? email ?? identity.subject, email, identity }
  const token = await accounts.invitations.accept(invitation, guest, browserOf(request))
  if (isRefusal(token)) return token
  keepSession(request, reply, token)
  const sits = (await accounts.sessions.find(token))?.sits
  return sits ? `/${sits.organisation}/seat` : '/account'
}

const notBegun = refuse('sign-in-failed', 'This sign-in was not begun in this browser, or more than ten minutes ago.', {
  remedy: 'Begin again at /sign-in.',
})
const notInvited = refuse('not-invited', 'Nobody here has invited you yet.', {
  remedy: 'Ask the head of your delegation or the Secretariat for an invitation, and open its link first.',
})
