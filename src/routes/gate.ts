import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../registry/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { tooMany } from './limits.ts'
import { asksForData, refused } from './page.ts'
import { bearerOf, organisationAsked, tokenOf } from './seat-of.ts'
import { ownOrigin } from './seating.ts'

/** What every request passes: what another site sends is refused, so is what comes too often, and a token that does not hold. */
export function keepGate(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (changesSomething(request)) {
      const elsewhere = isFromHere(request) ? otherName(request) : crossSite
      if (elsewhere) return refused(reply, elsewhere, 403, wantsData(request))
      if (await server.seating.limits.sentTooMuch(request)) return tooOften(request, reply)
    }
    if (bearerOf(request) !== undefined && organisationAsked(request) !== undefined)
      return refuseUnknownToken(request, reply)
    return undefined
  })
}

/** Says that it was too often. */
export function tooOften(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refused(reply.header('retry-after', '60'), tooMany, 429, wantsData(request))
}

/** Whether a program asks rather than a reader. */
export function wantsData(request: FastifyRequest): boolean {
  const { accept, 'content-type': sent } = request.headers
  const json = /^application\/json\b/
  return (
    asksForData(request) || bearerOf(request) !== undefined || json.test(accept ?? '') || json.test(String(sent ?? ''))
  )
}

async function refuseUnknownToken(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const { limits } = request.server.seating
  const token = await tokenOf(request)
  if (token?.organisation === organisationAsked(request)) return undefined
  if (await limits.guessedTooOften(request)) return tooOften(request, reply)
  await limits.guessedWrong(request)
  return refused(reply.header('www-authenticate', 'Bearer'), unknownToken, 401, true)
}

function changesSomething({ method }: FastifyRequest): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

/**
 * Whether a page of ours sent it, or the reader by hand. Browsers say so themselves and no page can make them say
 * otherwise; a program that brings its token and no cookie has nothing that another site could use.
 */
function isFromHere(request: FastifyRequest): boolean {
  const { 'sec-fetch-site': site, origin, cookie } = request.headers
  if (bearerOf(request) !== undefined && cookie === undefined) return true
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === ownOrigin(request)
}

/**
 * Where whoever is at this machine may take any seat, the name under which it is asked must be one of this machine: another
 * site can have its own name lead here, and then its pages are ours to the browser.
 */
function otherName(request: FastifyRequest): Refusal | undefined {
  if (!request.server.seating.thisMachineOnly || isLoopback(request.hostname)) return undefined
  if (bearerOf(request) !== undefined) return undefined
  return refuse(
    'other-name',
    `Nothing is recorded at the name ${request.hostname}, which another site may have given.`,
    {
      remedy: 'Open it at http://localhost. Where it has a name of its own, set ORIGIN when it is started.',
    },
  )
}

const crossSite = refuse('cross-site', 'This was sent from another site, so nothing was recorded.', {
  remedy: 'Do it on the page itself. A program sends a token: `Authorization: Bearer …`, without a cookie.',
})

const unknownToken = refuse('unknown-token', 'This token is not one of this organisation, or has been ended.', {
  remedy: 'A head of delegation or the Secretariat makes a new one on the page of the delegation.',
})
