import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Accounts, type Provider, sessionHours } from '../registry/index.ts'
import type { Limits } from './limits.ts'

/** How people come to their seats on this server. */
export interface Seating {
  readonly accounts: Accounts
  /** Whether whoever comes may sit as anyone. */
  readonly openSeats: boolean
  /** Where browsers find the pages, `https://concord.example`; without it, whatever address they asked. */
  readonly origin?: string | undefined
  /** Whether forms are taken only at a name of this machine, `localhost`. */
  readonly thisMachineOnly: boolean
  readonly provider?: Provider | undefined
  readonly limits: Limits
  /** Whether letters go out from here to whoever wants them. */
  readonly sendsLetters: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    seating: Seating
  }
}

/** The address of this house as the browser that asks sees it. */
export function ownOrigin(request: FastifyRequest): string {
  return request.server.seating.origin ?? `${request.protocol}://${request.host}`
}

export const sessionCookie = 'chancery'
const stepCookie = 'chancery-step'

/** Leaves the token of a session in the browser; no script can read it. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, { ...guarded(request), maxAge: sessionHours * 3_600 })
}

export function forgetSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, guarded(request))
}

/** The token of a sign-in under way. */
export function keepStep(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(stepCookie, token, { ...guarded(request), maxAge: 600 })
}

/** What a sign-in under way kept, once. */
export async function finishStep<Kept extends object>(
  kind: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Kept | undefined> {
  const token = request.cookies[stepCookie]
  reply.clearCookie(stepCookie, guarded(request))
  return token ? request.server.seating.accounts.steps.finish<Kept>(kind, token) : undefined
}

function guarded(request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: ownOrigin(request).startsWith('https:'),
  } as const
}

/** Which browser it is, for its owner to know it again: "Firefox, Linux". */
export function browserOf(request: FastifyRequest): string {
  const agent = String(request.headers['user-agent'] ?? '')
  const first = (names: readonly (readonly [pattern: RegExp, name: string])[]) =>
    names.find(([pattern]) => pattern.test(agent))?.[1]
  const browser = first([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/Chrom(e|ium)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/iPhone|iPad/, 'iOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ') || 'A browser'
}
