import type { FastifyInstance } from 'fastify'
import { ofRelations, type Relation } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal } from '../rules/index.ts'
import { relationsPage } from '../ui/relations.ts'
import { csv, type Listing, listOf } from './lists.ts'
import { servePage } from './page.ts'

export function serveRelations(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'relations', (ask) => {
    const view = listOf(ask, listing(ask.place.organisation.listed('relation-established')))
    if (isRefusal(view)) return view
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        relations: view.whole.map(({ position, act }) => ({ position, ...act })),
      }),
      csv: () => asCsv(view.whole),
      page: () => relationsPage(view, ask.place),
    }
  })
}

function listing(all: readonly Relation[]): Listing<Relation> {
  return {
    all,
    answers: ofRelations,
    fields: [{ name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') }],
    byLabel: 'With whom',
    coverage: () => undefined,
    counts: () => ['relations-with-others'],
  }
}

function asCsv(relations: readonly Relation[]): string {
  const columns = ['relation', 'on', 'with', 'participants', 'kind', 'place', 'says', 'decision', 'doubt', 'sources']
  return csv(
    columns,
    relations.map(({ act }) => [
      act.relation,
      act.on,
      act.with,
      act.participants?.join(' '),
      act.type,
      act.place,
      act.says,
      act.decision,
      act.doubt.map(({ kind }) => kind).join(' '),
      act.sources.map(({ source }) => source).join(' '),
    ]),
  )
}
