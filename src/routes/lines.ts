import type { FastifyReply } from 'fastify'
import { endOfTime, type Fold, fileNamed } from '../record/index.ts'

/** A file of JSON, a value a line; that of an exercise says so in its name. */
export function sendLines(reply: FastifyReply, fold: Fold, name: string, lines: readonly string[]): FastifyReply {
  const { description } = fold.at(endOfTime)
  if (description?.edition === 'exercise') {
    const file = fileNamed(`${fold.organisation}-${name}.jsonl`, description)
    reply.header('content-disposition', `inline; filename="${file}"`)
  }
  return reply.type('application/jsonl; charset=utf-8').send(lines.map((line) => `${line}\n`).join(''))
}
