import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endOfTime, seatId } from '../record/index.ts'
import {
  type Account,
  type Challenge,
  madePasskey,
  notVerified,
  passkeyToMake,
  type Registry,
  type Session,
} from '../registry/index.ts'
import { type Instant, isRefusal, refuse } from '../rules/index.ts'
import { type AccountView, accountPage } from '../ui/account.ts'
import { seatName, seatWords } from '../ui/seat-words.ts'
import { instantInWords } from '../ui/words.ts'
import { fieldsOf } from './forms.ts'
import { wantsData } from './gate.ts'
import { refused, showPage } from './page.ts'
import { sessionOf } from './seat-of.ts'
import { browserOf, finishStep, forgetSession, keepStep, ownOrigin } from './seating.ts'

/** What is kept of who is signed in, and the way to have none of it kept. */
export function serveAccount(server: FastifyInstance, registry: Registry): void {
  const { accounts } = server.seating
  server.get('/account', async (request, reply) => {
    const session = await sessionOf(request)
    if (!session?.account) return reply.redirect('/sign-in', 303)
    return showPage(reply, accountPage(await viewOf(request, registry, session, session.account)))
  })
  server.post('/account/sessions', (request, reply) =>
    signedIn(request, reply, async (account, session) => {
      const { end = '' } = fieldsOf(request)
      if (end === 'all') await accounts.sessions.endAllOf(account.id)
      else await accounts.sessions.endOf(account.id, end)
      if (end !== 'all' && end !== session.id) return reply.redirect('/account', 303)
      forgetSession(request, reply)
      return reply.redirect('/sign-in', 303)
    }),
  )
  server.post('/account/passkeys/options', (request, reply) =>
    signedIn(request, reply, async ({ id, name }) => {
      const options = await passkeyToMake(ownOrigin(request), name, await accounts.passkeys.ofAccount(id))
      keepStep(request, reply, await accounts.steps.begin('add', { challenge: options.challenge, account: id }))
      return options
    }),
  )
  server.post('/account/passkeys', (request, reply) =>
    signedIn(request, reply, async ({ id }) => {
      const step = await finishStep<Challenge & { account: string }>('add', request, reply)
      if (step?.account !== id) return refused(reply, notVerified, 403, true)
      const { credential } = (request.body ?? {}) as { credential?: unknown }
      const passkey = await madePasskey(ownOrigin(request), step, credential, browserOf(request))
      if (isRefusal(passkey)) return refused(reply, passkey, 403, true)
      await accounts.passkeys.add(id, passkey)
      return { goesTo: '/account' }
    }),
  )
  server.post('/account/passkeys/remove', (request, reply) =>
    signedIn(request, reply, async (account) => {
      await accounts.passkeys.remove(account.id, fieldsOf(request).id ?? '')
      return reply.redirect('/account', 303)
    }),
  )
  server.post('/account/erase', (request, reply) =>
    signedIn(request, reply, async (account) => {
      if (fieldsOf(request).confirm !== 'yes') return refused(reply, notConfirmed, 400, wantsData(request))
      await accounts.people.erase(account.id)
      forgetSession(request, reply)
      return reply.redirect('/organisations', 303)
    }),
  )
}

/** @refuses 'not-signed-in' nobody, or a seat without an account */
async function signedIn(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (account: Account, session: Session) => Promise<FastifyReply | object>,
): Promise<FastifyReply | object> {
  const session = await sessionOf(request)
  return session?.account ? work(session.account, session) : refused(reply, notSignedIn, 401, wantsData(request))
}

async function viewOf(
  request: FastifyRequest,
  registry: Registry,
  session: Session,
  account: Account,
): Promise<AccountView> {
  const { accounts, provider } = request.server.seating
  const seats = await accounts.people.seatsOf(account.id)
  const sessions = await accounts.sessions.ofAccount(account.id)
  const passkeys = await accounts.passkeys.ofAccount(account.id)
  const identities = await accounts.identities.ofAccount(account.id)
  return {
    name: account.name,
    seats: seats.map(({ organisation, seat, role }) => {
      const known = registry.record(organisation).at(endOfTime)
      const { sits } = session
      return {
        organisation: { id: organisation, name: known.description?.names.en ?? organisation },
        seat: seatId(seat),
        name: seatName(seat, known),
        role: seatWords.role[role],
        current: sits?.organisation === organisation && seatId(sits.seat) === seatId(seat),
      }
    }),
    sessions: sessions.map(({ id, label, seenAt }) => ({
      id,
      label,
      seen: instantInWords(seenAt),
      current: id === session.id,
    })),
    passkeys: passkeys.map(({ id, label, createdAt }) => ({ id, label, made: instantInWords(createdAt as Instant) })),
    providers: identities.map(({ issuer }) => provider?.name ?? new URL(issuer).host),
  }
}

const notSignedIn = refuse('not-signed-in', 'Nobody is signed in in this browser.', { remedy: 'Sign in at /sign-in.' })
const notConfirmed = refuse('not-confirmed', 'Nothing was erased: it was not confirmed.', {
  remedy: 'Tick the box on /account and send it again.',
})
