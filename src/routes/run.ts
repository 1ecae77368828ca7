import type { FastifyInstance } from 'fastify'
import { negotiations, proposalData, proposalSummary, proposalView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { proposalPage } from '../ui/run/proposal.ts'
import { tablePage } from '../ui/run/table.ts'
import { serveRunPage } from './run-page.ts'

/** The second door: the table, and each proposal. */
export function serveRun(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run', ({ circle, seat, at, place }) => {
    const views = negotiations(circle.organisation).flatMap(
      ({ decision }) => proposalView(circle, decision, seat, at) ?? [],
    )
    return {
      data: { proposals: views.map(proposalSummary) },
      page: () => tablePage(views, place),
    }
  })
  serveRunPage(server, registry, 'run/proposals/*', ({ circle, seat, at, place, named }) => {
    const view = proposalView(circle, named, seat, at)
    if (!view) {
      return refuse('unknown-proposal', 'No proposal is kept at this address, as far as you may see.', {
        remedy: 'It may be open to a seat that you do not sit in.',
      })
    }
    return { data: { proposal: proposalData(view) }, page: () => proposalPage(view, place) }
  })
}
