import type { FastifyInstance } from 'fastify'
import { endOfTime, exerciseMark } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'

/**
 * The last that is done to an answer of an exercise: even what is neither page nor data, a redirect or a picture, says
 * so in a header, and data of which nobody thought says so at its head.
 */
export function markExercises(server: FastifyInstance, registry: Registry): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const { organisation } = (request.params ?? {}) as { organisation?: string }
    const mark = organisation && exerciseMark(registry.record(organisation).at(endOfTime).description)
    if (!mark) return payload
    reply.header('x-exercise', mark.exerciseSays)
    const isData = /^application\/(ld\+)?json\b/.test(String(reply.getHeader('content-type') ?? ''))
    const isMarked =
      typeof payload === 'string' && /"exercise": ?true|"disambiguatingDescription"/.test(payload.slice(0, 600))
    if (!isData || isMarked || typeof payload !== 'string' || !payload.startsWith('{')) return payload
    const rest = payload.slice(1)
    return `${JSON.stringify(mark).slice(0, -1)}${/^\s*}/.test(rest) ? '' : ','}${rest}`
  })
}
