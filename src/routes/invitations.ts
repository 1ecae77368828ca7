import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endOfTime, type Seat } from '../record/index.ts'
import {
  type Challenge,
  type Guest,
  madePasskey,
  notVerified,
  passkeyToMake,
  type Registry,
} from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { seatName } from '../ui/seat-words.ts'
import { invitationPage } from '../ui/sign-in.ts'
import { instantInWords } from '../ui/words.ts'
import { fieldsOf } from './forms.ts'
import { tooOften, wantsData } from './gate.ts'
import { refused, showPage } from './page.ts'
import { sessionOf } from './seat-of.ts'
import { browserOf, finishStep, keepSession, keepStep, ownOrigin } from './seating.ts'
import { sendToProvider } from './sign-in.ts'

/** Links by which somebody is let in. Opening one uses nothing up: programs that look at mail open links too. */
export function serveInvitations(server: FastifyInstance, registry: Registry): void {
  const { accounts, provider } = server.seating
  server.get('/invitation/:token', async (request, reply) => {
    const invitation = await looked(request, reply)
    if (!invitation) return reply
    const session = await sessionOf(request)
    const page = invitationPage({
      path: `/invitation/${tokenIn(request)}`,
      ...namesOf(registry, invitation),
      head: invitation.role === 'head',
      until: instantInWords(invitation.expiresAt),
      account: session?.account?.name,
      provider: provider?.name,
    })
    return showPage(reply, page)
  })
  server.post('/invitation/:token', async (request, reply) => {
    if (!(await looked(request, reply))) return reply
    const fields = fieldsOf(request)
    const account = fields.as === 'account' ? (await sessionOf(request))?.account : undefined
    if (account) return accept(request, reply, { account: account.id })
    if (provider) return refused(reply, atProvider, 403, wantsData(request))
    const name = nameIn(fields)
    return isRefusal(name) ? refused(reply, name, 400, wantsData(request)) : accept(request, reply, { name })
  })
  server.post('/invitation/:token/passkey/options', async (request, reply) => {
    if (!(await looked(request, reply))) return reply
    const name = nameIn(fieldsOf(request))
    if (isRefusal(name)) return refused(reply, name, 400, true)
    const options = await passkeyToMake(ownOrigin(request), name, [])
    keepStep(request, reply, await accounts.steps.begin('make', { challenge: options.challenge, name }))
    return options
  })
  server.post('/invitation/:token/passkey', async (request, reply) => {
    if (!(await looked(request, reply))) return reply
    const step = await finishStep<Challenge & { name: string }>('make', request, reply)
    if (!step) return refused(reply, notVerified, 403, true)
    const { credential } = (request.body ?? {}) as { credential?: unknown }
    const passkey = await madePasskey(ownOrigin(request), step, credential, browserOf(request))
    if (isRefusal(passkey)) return refused(reply, passkey, 403, true)
    return accept(request, reply, { name: step.name, passkey })
  })
  if (provider)
    server.get('/invitation/:token/oidc', async (request, reply) => {
      if (!(await looked(request, reply))) return reply
      return sendToProvider(request, reply, provider, tokenIn(request))
    })
}

function tokenIn({ params }: FastifyRequest): string {
  return (params as { token: string }).token
}

/** The invitation of the address; nothing once the answer has said that there is none. */
async function looked(request: FastifyRequest, reply: FastifyReply) {
  const { accounts, limits } = request.server.seating
  if (await limits.guessedTooOften(request)) return void tooOften(request, reply)
  const invitation = await accounts.invitations.find(tokenIn(request))
  if (!isRefusal(invitation)) return invitation
  await limits.guessedWrong(request)
  return void refused(reply, invitation, codeOf(invitation), wantsData(request))
}

async function accept(request: FastifyRequest, reply: FastifyReply, guest: Guest): Promise<FastifyReply | object> {
  const { accounts } = request.server.seating
  const before = await sessionOf(request)
  const token = await accounts.invitations.accept(tokenIn(request), guest, browserOf(request))
  if (isRefusal(token)) return refused(reply, token, codeOf(token), wantsData(request))
  if (before) await accounts.sessions.end(before.id)
  keepSession(request, reply, token)
  const organisation = (await accounts.sessions.find(token))?.sits?.organisation
  const goesTo = organisation ? `/${organisation}/seat` : '/account'
  return wantsData(request) ? { goesTo } : reply.redirect(goesTo, 303)
}

function codeOf({ refused }: Refusal): number {
  return refused === 'unknown-invitation' ? 404 : refused === 'known-already' ? 409 : 410
}

/** @refuses 'no-name' none, or one that is too long */
function nameIn({ name = '' }: Readonly<Record<string, string>>): string | Refusal {
  if (name.length > 0 && name.length <= 100) return name
  return refuse('no-name', 'A name has from 1 to 100 characters.', {
    remedy: 'Say how the others of your seat know you.',
  })
}

function namesOf(registry: Registry, { organisation, seat }: { organisation: string; seat: Seat }) {
  const known = registry.record(organisation).at(endOfTime)
  const name = known.description?.names.en ?? organisation
  return { organisation: { id: organisation, name }, seat: seatName(seat, known) }
}

const atProvider = refuse('sign-in-elsewhere', 'On this server an invitation is accepted by signing in.', {
  remedy: 'Go back to the invitation and choose how.',
})
