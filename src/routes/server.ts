import Fastify, { type FastifyInstance } from 'fastify'
import { endOfTime, exerciseSays } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { serveAccession } from './accession.ts'
import { serveAssets } from './assets.ts'
import { serveBodies } from './bodies.ts'
import { serveChanges } from './changes.ts'
import { compressText } from './compress.ts'
import { serveCoverage } from './coverage.ts'
import { serveDay } from './day.ts'
import { serveDecisions } from './decisions.ts'
import { serveDefinitions } from './definitions.ts'
import { serveDelivery } from './delivery.ts'
import { serveDisputes } from './disputes.ts'
import { serveExercises } from './exercises.ts'
import { serveFigures } from './figures.ts'
import { serveFirst } from './first.ts'
import { serveFork } from './fork.ts'
import { serveInstruments } from './instruments.ts'
import { serveMeetings } from './meetings.ts'
import { serveNeighbours } from './neighbours.ts'
import { serveOffices } from './offices.ts'
import { asksForData, nothingThere, refused } from './page.ts'
import { servePairs } from './pairs.ts'
import { serveParticipants } from './participants.ts'
import { servePractice } from './practice.ts'
import { serveProgrammes } from './programmes.ts'
import { serveQuestions } from './questions.ts'
import { serveRegister } from './register.ts'
import { serveRelations } from './relations.ts'
import { serveRules } from './rules.ts'
import { serveSearch } from './search.ts'
import { serveSources } from './sources.ts'
import { serveStatements } from './statements.ts'
import { serveTake } from './take.ts'
import { serveTexts } from './texts.ts'
import { serveTopics } from './topics.ts'
import { serveWriteYourOwn } from './write-your-own.ts'

export interface ServerOptions {
  /** Whoever reaches these pages may take any seat and make exercises; for a machine of one's own. */
  readonly openSeats?: boolean
}

/** All pages of all organisations in the registry. It does not listen yet. */
export async function buildServer(registry: Registry, options: ServerOptions = {}): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
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
  server.addHook('onSend', async (request, reply) => {
    reply.headers(headers)
    const { organisation } = (request.params ?? {}) as { organisation?: string }
    const description = organisation && registry.record(organisation).at(endOfTime).description
    // Even what is neither page nor data, a redirect or a picture, says that it is of an exercise.
    if (description && description.edition === 'exercise') reply.header('x-exercise', exerciseSays(description))
  })
  compressText(server)
  server.setNotFoundHandler((request, reply) => nothingThere(registry, request, reply))
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const code = error.statusCode ?? 500
    if (code >= 500) console.error(error)
    const refusal =
      code >= 500
        ? refuse('broken', 'Something broke here. Nothing was recorded.', {
            remedy: 'Try again; what happened has been written to the log.',
          })
        : refuse('unreadable-request', 'This request cannot be read.', { remedy: error.message })
    refused(reply, refusal, code, asksForData(request))
  })
  await serveAssets(server)
  for (const serve of [
    serveFirst,
    serveDay,
    serveQuestions,
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
  ]) {
    serve(server, registry, options)
  }
  return server
}

const served = new WeakMap<FastifyInstance, string[]>()

/** Every address that a server answers, as it was given: `/:organisation/day.json`. */
export function addressesOf(server: FastifyInstance): readonly string[] {
  return served.get(server) ?? []
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}
