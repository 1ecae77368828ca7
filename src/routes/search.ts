import type { FastifyInstance } from 'fastify'
import { byId, search } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, parseDay, refuse } from '../rules/index.ts'
import { to } from '../ui/layout.ts'
import { addressOf, searchPage } from '../ui/search.ts'
import { servePage } from './page.ts'

const most = 100
const longest = 200

/** Search over names and titles; a date or an id that is typed goes straight there. */
export function serveSearch(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'search', ({ place, query }) => {
    const asked = (query.q ?? '').trim()
    if (asked.length > longest) {
      return refuse('search-too-long', `A search has at most ${longest} characters; this one has ${asked.length}.`, {
        remedy: 'A word or two of the name or title is enough.',
      })
    }
    const { hits, all } = search(place.organisation, asked, most)
    const day = parseDay(asked)
    const exact = isRefusal(day) ? byId(place.organisation, asked) : undefined
    const goesTo = isRefusal(day) ? exact && addressOf(place, exact) : to(place, 'day', { on: day })
    return {
      data: { asked, all, hits },
      ...(goesTo ? { goesTo } : {}),
      page: () => searchPage(asked, hits, all, place),
    }
  })
}
