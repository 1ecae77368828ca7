import type { FastifyInstance } from 'fastify'
import { corrections } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { changesPage } from '../ui/changes.ts'
import { servePage } from './page.ts'

export function serveChanges(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'changes', ({ fold, place, moments }) => {
    const all = corrections(place.organisation, fold.corrections())
    const data = {
      moments,
      corrections: all.map(({ entry, takesOut }) => ({
        position: entry.position,
        recordedAt: entry.recordedAt,
        act: entry.act,
        takesOut: takesOut.map(({ position, act }) => ({ position, act })),
      })),
    }
    return { data, page: () => changesPage(all, moments, place) }
  })
}
