import type { FastifyInstance } from 'fastify'
import { negotiations, proposalView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { clockPage, type Mark } from '../ui/run/clock.ts'
import { type RunAsk, serveRunPage } from './run-page.ts'

/** The organisation's clock, and what lies ahead on it that the seat may see. */
export function serveRunClock(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/clock', (ask) => {
    const { place, at, seat } = ask
    const own = place.description?.edition === 'made-up' || place.description?.edition === 'exercise'
    const marks = marksAhead(ask)
    const view = { at, own, maySet: own && seat.kind === 'secretariat', marks }
    return { data: { own, marks }, page: () => clockPage(view, place) }
  })
}

function marksAhead({ circle, seat, at }: RunAsk): Mark[] {
  return negotiations(circle.organisation)
    .flatMap(({ decision }) => proposalView(circle, decision, seat, at) ?? [])
    .flatMap(({ negotiation, silence }): Mark[] => {
      if (!silence?.expiresAt || !['announced', 'running'].includes(silence.outcome)) return []
      const title = negotiation.current.title.en
      const opens = negotiation.silence?.opensAt
      const opening =
        opens !== undefined && opens > at
          ? [{ shows: opens, what: `silence opens on “${title}”`, openly: 'silence on a text opens' }]
          : []
      return [
        ...opening,
        { shows: silence.expiresAt, what: `silence expires on “${title}”`, openly: 'silence on a text expires' },
      ]
    })
    .sort((a, b) => (a.shows < b.shows ? -1 : 1))
}
