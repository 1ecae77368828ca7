import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Registry } from '../../registry/index.ts'
import { isRefusal, type Refusal } from '../../rules/index.ts'
import { refused } from '../page.ts'
import { type RunAsk, runAsked, statusOf } from '../run-page.ts'

/** An answer of the interface to one seat at one time. Nobody in between keeps it. */
export type Answering = (ask: RunAsk, request: FastifyRequest) => Answered | Refusal | Promise<Answered | Refusal>

export interface Answered {
  readonly status?: number
  readonly data: object
}

/** Asks who it is and answers as JSON, whatever becomes of it. */
export function answering(registry: Registry, answer: Answering) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store')
    const ask = await runAsked(registry, request, reply)
    if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, true)
    const answered = await answer(ask, request)
    reply.header('cache-control', 'no-store')
    if (isRefusal(answered)) return refused(reply, answered, statusOf(answered), true)
    return reply
      .code(answered.status ?? 200)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(answered.data, null, 2))
  }
}
