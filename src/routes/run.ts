import type { FastifyInstance } from 'fastify'
import { liveMeetings, negotiations, notesFor, proposalData, proposalView, visible } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { proposalPage } from '../ui/run/proposal.ts'
import { tablePage } from '../ui/run/table.ts'
import { rowData, tableGroups } from '../ui/run/table-groups.ts'
import { servePropose } from './propose.ts'
import { type RunAsk, serveRunPage } from './run-page.ts'
import { serveTextSteps, unknownProposal } from './text-steps.ts'

/** The second door: the table, proposing, and each proposal with the steps that are taken with its text. */
export function serveRun(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run', (ask) => {
    const { circle, seat, at, place } = ask
    const views = negotiations(circle.organisation).flatMap(
      ({ decision }) => proposalView(circle, decision, seat, at) ?? [],
    )
    const sitting = sittingNow(ask)
    const data = () => ({
      groups: tableGroups(views).map((group) => ({ at: group.at, proposals: group.views.map(rowData) })),
      meetings: sitting.map(({ meeting, opened, format }) => ({ meeting, body: opened.act.body, format })),
    })
    return { data, page: () => tablePage(views, sitting, place) }
  })
  serveRunPage(server, registry, 'run/proposals/*', ({ circle, seat, at, place, named, query }) => {
    const view = proposalView(circle, named, seat, at)
    if (!view) return unknownProposal
    const note = notesFor(circle, seat, at).find(({ entry }) => entry.id === query.note && entry.act.decision === named)
      ?.entry.act
    const data = () => ({ row: rowData(view), proposal: proposalData(view) })
    return { data, page: () => proposalPage(view, place, query, note) }
  })
  servePropose(server, registry)
  serveTextSteps(server, registry)
}

/** The meetings that are open now and that the seat may see. */
function sittingNow({ circle, seat, at }: RunAsk) {
  return liveMeetings(circle.organisation).filter(({ opened, closed }) => !closed && visible(circle, opened, seat, at))
}
