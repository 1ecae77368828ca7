import type { FastifyInstance } from 'fastify'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { sourcePage, sourcesPage } from '../ui/sources.ts'
import { servePage } from './page.ts'

export function serveSources(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'sources', ({ place }) => {
    const { organisation } = place
    const rows = organisation
      .sources()
      .map((source) => ({ source, cited: organisation.citing(source.source).length }))
      .sort((a, b) => a.source.title.localeCompare(b.source.title, 'en'))
    const data = { sources: rows.map(({ source, cited }) => ({ ...source, cited })) }
    return { data, page: () => sourcesPage(rows, place) }
  })
  servePage(server, registry, 'sources/*', ({ place, named }) => {
    const { organisation } = place
    const source = organisation.source(named)
    if (!source) {
      return refuse('unknown-source', `The record has no source "${named}".`, {
        remedy: 'The list of sources has every one.',
      })
    }
    const citing = organisation.citing(named)
    const data = { source, facts: citing.map(({ position, act }) => ({ position, ...act })) }
    return { data, page: () => sourcePage(source, citing, place) }
  })
}
