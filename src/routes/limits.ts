import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../rules/index.ts'
import { sessionOf, tokenOf } from './seat-of.ts'

/** How often one may try; counted by each process for itself, in memory. */
export interface Limits {
  /** Whether an address has guessed wrong too often of late. Nothing is counted. */
  guessedTooOften(request: FastifyRequest): Promise<boolean>
  /** Counts a wrong guess of an invitation, a sign-in or a token. */
  guessedWrong(request: FastifyRequest): Promise<void>
  /** Counts something sent, by token, session or address. @returns whether it is too much */
  sentTooMuch(request: FastifyRequest): Promise<boolean>
}

export const wrongGuessesAMinute = 20
export const sentAMinute = 600

export async function makeLimits(server: FastifyInstance): Promise<Limits> {
  await server.register(rateLimit, { global: false })
  const guesses = server.createRateLimit({ max: wrongGuessesAMinute, timeWindow: '1 minute' })
  const sent = server.createRateLimit({
    max: sentAMinute,
    timeWindow: '1 minute',
    // A cookie that is nobody's session, and a token that is nobody's, count for nothing: else each made-up one would have
    // a count of its own. Each that holds has one, so that nobody behind the same address uses up another's.
    keyGenerator: async (request) => (await tokenOf(request))?.id ?? (await sessionOf(request))?.id ?? request.ip,
  })
  return {
    async guessedTooOften(request) {
      const so = await guesses(request, { increment: false })
      return !so.isAllowed && so.remaining <= 0
    },
    async guessedWrong(request) {
      await guesses(request)
    },
    async sentTooMuch(request) {
      const so = await sent(request)
      return !so.isAllowed && so.isExceeded
    },
  }
}

export const tooMany: Refusal = refuse('too-many', 'That was too often in a short time. Nothing was recorded.', {
  remedy: 'Wait a minute and try again.',
})
