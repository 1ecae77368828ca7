import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Entry } from '../../record/index.ts'
import type { Registry } from '../../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../../rules/index.ts'
import { submitOnce, wouldSubmit } from '../acts.ts'
import { refused } from '../page.ts'
import { answering } from './answering.ts'

/** `POST /api/ORG/acts` enters an act, `POST /api/ORG/acts/ruling` only says what the rules would say. */
export function serveApiActs(server: FastifyInstance, registry: Registry): void {
  const onRequest = isJson
  server.post(
    '/api/:organisation/acts',
    { onRequest },
    answering(registry, async ({ fold, seat }, request) => {
      const written = actWritten(request)
      if (isRefusal(written)) return written
      const entered = await submitOnce(registry, fold.organisation, written, seat)
      if (isRefusal(entered)) return entered
      return { status: entered.isNew ? 201 : 200, data: enteredData(entered.entry) }
    }),
  )
  server.post(
    '/api/:organisation/acts/ruling',
    { onRequest },
    answering(registry, async ({ fold, seat }, request) => {
      const written = actWritten(request)
      if (isRefusal(written)) return written
      const would = await wouldSubmit(registry, fold.organisation, written, seat)
      return isRefusal(would) ? would : { data: { at: would.act.at, ruling: would.ruling } }
    }),
  )
}

function enteredData({ id, position, recordedAt, act, ruling }: Entry) {
  return { id, position, recordedAt, at: act.at ?? recordedAt, ruling }
}

/** The act with its id, which the header may give. @refuses 'unreadable-act' two ids */
function actWritten({ body, headers }: FastifyRequest): unknown | Refusal {
  const key = headers['idempotency-key']
  if (typeof body !== 'object' || body === null || Array.isArray(body) || key === undefined) return body
  // Some write it as a string of HTTP, in quotes.
  const id = String(key).replace(/^"(.*)"$/, '$1')
  if ('id' in body && body.id !== id) {
    return refuse('unreadable-act', 'id: the act has another id than the header Idempotency-Key.', {
      remedy: 'Nothing was entered. Leave one of them out.',
    })
  }
  return { ...body, id }
}

/** @refuses 'not-json' a body that is not said to be JSON, before it is read */
async function isJson(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return undefined
  const refusal = refuse('not-json', 'An act is sent as JSON.', {
    remedy: 'Nothing was entered. Send the header Content-Type: application/json.',
  })
  return refused(reply.header('cache-control', 'no-store'), refusal, 415, true)
}
