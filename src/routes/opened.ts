import type { FastifyInstance } from 'fastify'
import { bodyOf, Circle, momentIn, openTo } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Day } from '../rules/index.ts'
import { sendLines } from './lines.ts'

/**
 * What is under seal and open to the public by now, a line each: its position in the register and the bytes whose hash stands
 * there. Whoever has both checks that nothing was changed between the day it was entered and the day it was opened. It is
 * the same for whoever asks, whatever seat they sit in.
 */
export function serveOpened(server: FastifyInstance, registry: Registry): void {
  server.get('/:organisation/opened.jsonl', (request, reply) => {
    const { organisation } = request.params as { organisation: string }
    const fold = registry.record(organisation)
    if (fold.position === 0) return reply.callNotFound()
    const { at, on } = momentIn(fold, registry.now())
    const circle = new Circle(fold.at(on as string as Day))
    const lines = openTo(circle, fold.allEntries(), { kind: 'public' }, at).flatMap((entry) =>
      entry.sealed ? [JSON.stringify({ position: entry.position, body: bodyOf(entry, entry.sealed.salt) })] : [],
    )
    return sendLines(reply, fold, 'opened', lines)
  })
}
