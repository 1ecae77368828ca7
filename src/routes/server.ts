import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { Accounts, type OidcSettings, Provider, type Registry } from '../registry/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { serveAccession } from './accession.ts'
import { serveAccount } from './account.ts'
import { serveActs } from './acts.ts'
import { serveAfter } from './after.ts'
import { serveApiActs } from './api/acts.ts'
import { serveApiDocument } from './api/document.ts'
import { serveApiReading } from './api/reading.ts'
import { serveAssets } from './assets.ts'
import { serveBodies } from './bodies.ts'
import { serveChanges } from './changes.ts'
import { serveClaims } from './claims.ts'
import { compressText } from './compress.ts'
import { serveCoverage } from './coverage.ts'
import { serveDay } from './day.ts'
import { serveDecisions } from './decisions.ts'
import { serveDefinitions } from './definitions.ts'
import { serveDelegation } from './delegation.ts'
import { serveDelivery } from './delivery.ts'
import { serveDisputes } from './disputes.ts'
import { serveEnter } from './enter.ts'
import { serveEssays } from './essays.ts'
import { serveExercises } from './exercises.ts'
import { serveFigures } from './figures.ts'
import { serveFirst } from './first.ts'
import { serveFork } from './fork.ts'
import { keepGate, wantsData } from './gate.ts'
import { hearingIn } from './hearing.ts'
import { answerInPlace } from './in-place.ts'
import { serveInstruments } from './instruments.ts'
import { serveInvitations } from './invitations.ts'
import { serveLeave } from './leave.ts'
import { makeLimits } from './limits.ts'
import { serveLive } from './live.ts'
import { markExercises } from './mark-exercises.ts'
import { serveMeetings } from './meetings.ts'
import { knowMethods, knowPages } from './methods.ts'
import { serveNeighbours } from './neighbours.ts'
import { serveOffices } from './offices.ts'
import { serveOpened } from './opened.ts'
import { asksForData, nothingThere, refused } from './page.ts'
import { servePairs } from './pairs.ts'
import { serveParticipants } from './participants.ts'
import { servePractice } from './practice.ts'
import { serveProgrammes } from './programmes.ts'
import { serveQuestions } from './questions.ts'
import { serveRegister } from './register.ts'
import { serveRelations } from './relations.ts'
import { serveRules } from './rules.ts'
import { serveRun } from './run.ts'
import { serveRunClock } from './run-clock.ts'
import { serveRunMeetings } from './run-meetings.ts'
import { serveSearch } from './search.ts'
import { seatNow, seatOf, sitsBy } from './seat-of.ts'
import { serveSeats } from './seats.ts'
import { serveSignIn } from './sign-in.ts'
import { serveSources } from './sources.ts'
import { serveStatements } from './statements.ts'
import { serveTake } from './take.ts'
import { serveTexts } from './texts.ts'
import { serveTopics } from './topics.ts'
import { serveWaiting } from './waiting.ts'
import { serveWriteYourOwn } from './write-your-own.ts'

/** How people come to their seats; without any of it nobody does but by invitation. */
export interface ServerOptions {
  readonly accounts?: Accounts
  /** Whether whoever comes may sit as anyone, without an account: see `mayTakeAnySeat`. */
  readonly openSeats?: boolean
  /** Where browsers find the pages, `https://concord.example`; without it, whatever address they asked. */
  readonly origin?: string | undefined
  /** Whether forms are taken only at a name of this machine, `localhost`: where no other leads here. */
  readonly thisMachineOnly?: boolean
  readonly oidc?: OidcSettings | undefined
  /** Whether a server in between says who asks, in `X-Forwarded-For`. */
  readonly behindProxy?: boolean
  /** Whether letters go out from here to whoever wants them: see `startMailing`. */
  readonly sendsLetters?: boolean
}

/** All pages of all organisations in the registry. It does not listen yet. */
export async function buildServer(registry: Registry, options: ServerOptions = {}): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: options.behindProxy ?? false,
    bodyLimit: 64 * 1024,
    // Whoever sends a form a byte at a time does not hold a connection for ever. What is followed is not meant by it.
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
    // An address that is not even well formed ("/%zz") gets the same page as one that leads nowhere.
    frameworkErrors: (error, request, reply) => {
      // The hook below does not see these.
      refused(
        reply.headers(headers),
        refuse('unreadable-address', 'This address cannot be read.', { remedy: 'Check it for stray characters.' }),
        error.statusCode ?? 400,
        asksForData(request),
      )
    },
  })
  const addresses: string[] = []
  served.set(server, addresses)
  server.addHook('onRoute', ({ method, url }) => {
    if (method === 'GET') addresses.push(url)
  })
  server.addHook('onSend', async (_request, reply) => {
    reply.headers(headers)
  })
  markExercises(server, registry)
  compressText(server)
  answerInPlace(server)
  const methodsFor = knowMethods(server)
  const pages = knowPages(server)
  await server.register(cookie)
  await server.register(formbody)
  server.decorate('seating', {
    accounts: options.accounts ?? new Accounts(registry.database, registry.now),
    openSeats: options.openSeats ?? false,
    origin: options.origin,
    thisMachineOnly: options.thisMachineOnly ?? false,
    provider: options.oidc ? new Provider(options.oidc) : undefined,
    limits: await makeLimits(server),
    sendsLetters: options.sendsLetters ?? false,
  })
  keepGate(server)
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsFor(request)
    if (methods.length === 0 || methods.includes(request.method)) return nothingThere(registry, request, reply)
    const refusal = refuse('unknown-method', `Nothing answers ${request.method} at this address.`, {
      remedy: `It answers ${methods.join(', ')}.`,
    })
    return refused(reply.header('allow', methods.join(', ')), refusal, 405, wantsData(request))
  })
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const code = error.statusCode ?? 500
    if (code >= 500) console.error(error)
    refused(reply, unreadable(error.message, code, request.routeOptions.bodyLimit), code, wantsData(request))
  })
  await serveAssets(server)
  for (const serve of [
    serveFirst,
    serveDay,
    serveQuestions,
    serveEssays,
    serveClaims,
    serveBodies,
    serveRules,
    servePractice,
    serveOffices,
    serveMeetings,
    serveDecisions,
    serveProgrammes,
    serveInstruments,
    serveExercises,
    serveDelivery,
    serveTexts,
    serveTopics,
    serveDefinitions,
    serveStatements,
    serveParticipants,
    servePairs,
    serveDisputes,
    serveAccession,
    serveNeighbours,
    serveRelations,
    serveFigures,
    serveSources,
    serveCoverage,
    serveChanges,
    serveRegister,
    serveSearch,
    serveTake,
    serveFork,
    serveWriteYourOwn,
    serveRun,
    serveAfter,
    serveOpened,
    serveWaiting,
    serveRunClock,
    serveLeave,
    serveEnter,
    serveRunMeetings,
    serveActs,
    serveSeats,
    serveSignIn,
    serveInvitations,
    serveAccount,
    serveDelegation,
    serveApiActs,
    serveApiReading,
  ]) {
    serve(server, registry, options)
  }
  serveApiDocument(server, pages)
  serveLive(server, registry, {
    seatOf: async (request) => (await seatNow(request)).seat,
    sitsBy: async (request) => sitsBy(await seatOf(request)),
    endings: server.seating.accounts.endings,
    hearing: hearingIn(registry),
  })
  return server
}

const served = new WeakMap<FastifyInstance, string[]>()

/** Every address that a server answers, as it was given: `/:organisation/day.json`. */
export function addressesOf(server: FastifyInstance): readonly string[] {
  return served.get(server) ?? []
}

/** What broke, or what of a request could not be read. */
function unreadable(message: string, code: number, most = 64 * 1024): Refusal {
  if (code >= 500) {
    return refuse('broken', 'Something broke here. Nothing was recorded.', {
      remedy: 'Try again; what happened has been written to the log.',
    })
  }
  if (code === 413) {
    return refuse('too-large', `This is more than ${most / 1024} kB. Nothing was recorded.`, {
      remedy: 'Send less at once: a long text in fewer words, or in several acts.',
    })
  }
  return refuse('unreadable-request', 'This request cannot be read.', { remedy: message })
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}
