import type { FastifyInstance } from 'fastify'
import { coverageView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { coveragePage } from '../ui/coverage.ts'
import { servePage } from './page.ts'

export function serveCoverage(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'coverage', ({ place }) => {
    const view = coverageView(place.organisation)
    return { data: view, page: () => coveragePage(view, place) }
  })
}
