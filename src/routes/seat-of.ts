import type { FastifyRequest } from 'fastify'
import type { Seat } from '../record/index.ts'
import type { ApiToken, Session, SitsBy } from '../registry/index.ts'
import { sessionCookie } from './seating.ts'

/** Who asks, for the organisation that the address names. */
export interface Sitting {
  readonly seat: Seat
  readonly role?: 'head' | 'member'
  readonly account?: { readonly id: string; readonly name: string }
  /** The id of the session or of the token of a program, which is no secret; not what is shown to be let in. */
  readonly session?: string
  readonly token?: string
  readonly via: 'none' | 'session' | 'token'
}

const asPublic: Sitting = { seat: { kind: 'public' }, via: 'none' }

/**
 * Who asks. A session of another organisation, a forged, an ended and an expired one are the public; a token that does
 * not hold has been refused before. Without cookie and token nothing is looked up.
 */
export function seatOf(request: FastifyRequest): Promise<Sitting> {
  const known = sittings.get(request) ?? lookedUp(request)
  sittings.set(request, known)
  return known
}
const sittings = new WeakMap<FastifyRequest, Promise<Sitting>>()

/** Who asks, looked up anew, for what stays open after it was asked for. */
export function seatNow(request: FastifyRequest): Promise<Sitting> {
  for (const known of [sittings, sessions, tokens]) known.delete(request)
  stayed.add(request)
  return seatOf(request)
}
/** Requests by which nobody asks any more: that their connection is open does not count as being here. */
const stayed = new WeakSet<FastifyRequest>()

/** What somebody sits by; of the public nothing. */
export function sitsBy({ session, account, token }: Sitting): readonly SitsBy[] {
  return [
    ...(session === undefined ? [] : [`session:${session}` as const]),
    ...(account === undefined ? [] : [`account:${account.id}` as const]),
    ...(token === undefined ? [] : [`token:${token}` as const]),
  ]
}

async function lookedUp(request: FastifyRequest): Promise<Sitting> {
  const organisation = organisationAsked(request)
  if (organisation === undefined) return asPublic
  const token = await tokenOf(request)
  if (token) {
    if (token.organisation !== organisation) return asPublic
    // A program acts as whoever made its token: what the Secretariat made for a delegation is none of its head.
    const role = token.role ?? (request.server.seating.openSeats ? undefined : 'member')
    return { seat: inRole(token.seat, role), token: token.id, via: 'token' }
  }
  const session = await sessionOf(request)
  if (!session?.sits || session.sits.organisation !== organisation) return asPublic
  const { seat, role } = session.sits
  return {
    seat: inRole(seat, role),
    ...(role ? { role } : {}),
    ...(session.account ? { account: session.account } : {}),
    session: session.id,
    via: 'session',
  }
}

function inRole(seat: Seat, role: 'head' | 'member' | undefined): Seat {
  return seat.kind === 'delegation' && role === 'member' ? { ...seat, role } : seat
}

/** The session of the browser that asks, wherever it sits. */
export function sessionOf(request: FastifyRequest): Promise<Session | undefined> {
  const known = sessions.get(request) ?? foundSession(request)
  sessions.set(request, known)
  return known
}
const sessions = new WeakMap<FastifyRequest, Promise<Session | undefined>>()

async function foundSession(request: FastifyRequest): Promise<Session | undefined> {
  const cookie = request.cookies[sessionCookie]
  if (!cookie) return undefined
  const { accounts, openSeats } = request.server.seating
  const session = await accounts.sessions.find(cookie, !stayed.has(request))
  // Of seats taken while they were open none is left once they are not.
  return session?.account || openSeats ? session : undefined
}

/** The token that a request brings, if it holds. */
export function tokenOf(request: FastifyRequest): Promise<ApiToken | undefined> {
  const brought = bearerOf(request)
  if (brought === undefined) return Promise.resolve(undefined)
  const known = tokens.get(request) ?? request.server.seating.accounts.apiTokens.find(brought, !stayed.has(request))
  tokens.set(request, known)
  return known
}
const tokens = new WeakMap<FastifyRequest, Promise<ApiToken | undefined>>()

/** What stands behind `Authorization: Bearer`. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}

export function organisationAsked({ params }: FastifyRequest): string | undefined {
  return (params as { organisation?: string } | undefined)?.organisation
}
