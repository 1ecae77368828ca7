import type { FastifyInstance } from 'fastify'
import { chairsOf, endOfTime, officesOf, permanentBodies, plannedBodies, schemesOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type OfficesView, officesPage } from '../ui/offices.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

export function serveOffices(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'offices', ({ place, moments }) => {
    const { organisation } = place
    const view: OfficesView = {
      bodies: permanentBodies(organisation),
      planned: plannedBodies(organisation),
      offices: officesOf(organisation),
      chairs: chairsOf(organisation, organisation.onDay(endOfTime)),
      schemes: schemesOf(organisation),
      moments,
    }
    return { data: asData(view), csv: () => asCsv(view), page: () => officesPage(view, place) }
  })
}

function asData({ bodies, planned, offices, chairs, schemes }: OfficesView) {
  return {
    bodies,
    planned,
    offices: offices.map(({ terms, ...office }) => ({
      ...office,
      terms: terms.map(({ entry, onDay }) => ({ position: entry.position, onDay, ...entry.act })),
    })),
    chairs: chairs.map(({ body, periods, meetings, unchaired }) => ({
      body,
      periods: periods.map(({ entry, onDay }) => ({ position: entry.position, onDay, ...entry.act })),
      meetings: meetings.map(({ act }) => ({
        meeting: act.meeting,
        on: act.on,
        chair: act.chair,
        planned: act.planned,
      })),
      unchaired,
    })),
    budget: {
      total: null,
      schemes: schemes.map(({ entry, ...scheme }) => ({ position: entry.position, ...scheme, ...entry.act })),
    },
  }
}

function asCsv({ offices, chairs, schemes }: OfficesView): string {
  const columns = [
    'what',
    'body',
    'title',
    'holder',
    'participant',
    'from',
    'to',
    'onDay',
    'percent',
    'posts',
    'act',
    'sources',
  ]
  const cited = (act: { readonly sources: readonly { readonly source: string }[] }) =>
    act.sources.map(({ source }) => source).join(' ')
  return csv(columns, [
    ...offices.flatMap(({ terms }) =>
      terms.map(({ entry: { id, act }, onDay }) => [
        'office',
        act.body,
        act.title,
        act.holder,
        act.participant,
        act.on,
        act.to,
        onDay,
        '',
        '',
        id,
        cited(act),
      ]),
    ),
    ...chairs.flatMap(({ body, periods, meetings }) => [
      ...periods.map(({ entry: { id, act }, onDay }) => [
        'chair',
        body,
        '',
        '',
        act.participant,
        act.on,
        act.to,
        onDay,
        '',
        '',
        id,
        cited(act),
      ]),
      ...meetings.map(({ id, act }) => [
        'chair of a meeting',
        body,
        '',
        '',
        act.chair,
        act.on,
        act.on,
        '',
        '',
        '',
        id,
        cited(act),
      ]),
    ]),
    ...schemes.flatMap(({ entry: { id, act }, onDay }) => [
      ...act.shares.map(({ participant, percent }) => [
        'share',
        '',
        act.document,
        '',
        participant,
        act.from,
        act.to,
        onDay,
        percent,
        '',
        id,
        cited(act),
      ]),
      ...(act.posts ?? []).map(({ participant, posts }) => [
        'posts',
        '',
        act.document,
        '',
        participant,
        act.from,
        act.to,
        onDay,
        '',
        posts,
        id,
        cited(act),
      ]),
    ]),
  ])
}
