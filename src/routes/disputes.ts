import type { FastifyInstance } from 'fastify'
import { connectionsOf, type Dispute, disputeEvents, type Entry, endOfTime } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { disputePage, disputesPage } from '../ui/disputes.ts'
import { csv, type Listing, listOf } from './lists.ts'
import { servePage } from './page.ts'

export function serveDisputes(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'disputes', (ask) => {
    const { organisation } = ask.place
    const view = listOf(ask, listing(organisation.listed('dispute-recorded')))
    if (isRefusal(view)) return view
    const events = disputeEvents(organisation)
    return {
      data: {
        total: view.total,
        disputes: view.whole.map(({ position, act }) => ({
          position,
          ...act,
          events: (events.get(act.dispute) ?? []).map((event) => event.act),
        })),
      },
      csv: () => asCsv(view.whole, events),
      page: () =>
        disputesPage({ ...view, events, everyEvent: disputeEvents(organisation.onDay(endOfTime)) }, ask.place),
    }
  })
  servePage(server, registry, 'disputes/*', ({ place, named }) => {
    const { organisation } = place
    const all = organisation.listedThroughout('dispute-recorded')
    const dispute = all.find(({ act }) => act.dispute === named)
    if (!dispute)
      return refuse('unknown-dispute', `The record has no dispute "${named}".`, {
        remedy: 'The list of disputes has every one.',
      })
    const events = disputeEvents(organisation.onDay(endOfTime)).get(named) ?? []
    const connections = connectionsOf(dispute, organisation)
    const others = organisation
      .listed('dispute-recorded')
      .filter((other) => other !== dispute && dispute.act.between.every((id) => other.act.between.includes(id)))
    return {
      data: { position: dispute.position, act: dispute.act, events: events.map(({ act }) => act) },
      page: () => disputePage({ dispute, events, connections, others }, place),
    }
  })
}

function listing(all: readonly Dispute[]): Listing<Dispute> {
  return {
    all,
    answers: { by: ({ act }) => act.between },
    fields: [],
    byLabel: 'Between',
    coverage: () => undefined,
    counts: () => ['disputes'],
  }
}

function asCsv(disputes: readonly Dispute[], events: ReadonlyMap<string, readonly Entry[]>): string {
  const columns = ['dispute', 'from', 'lastDay', 'between', 'about', 'outcome', 'events', 'sources']
  return csv(
    columns,
    disputes.map(({ act }) => [
      act.dispute,
      act.on,
      act.lastDay,
      act.between.join(' '),
      act.about,
      act.outcome,
      events.get(act.dispute)?.length ?? 0,
      act.sources.map((s) => s.source).join(' '),
    ]),
  )
}
