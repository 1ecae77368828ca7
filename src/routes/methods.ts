import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Which methods the addresses know, for an answer of 405 rather than 404. To be called before the first route.
 * @returns the methods for the address of a request; none where nothing is kept
 */
export function knowMethods(server: FastifyInstance): (request: FastifyRequest) => string[] {
  const known: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = []
  server.addHook('onRoute', ({ url, method }) => {
    known.push({ pattern: patternOf(url), methods: [method].flat() })
  })
  return ({ url }) => {
    const path = (url.split('?')[0] ?? '').replace(/(.)\/$/, '$1')
    const there = known.filter(({ pattern }) => pattern.test(path))
    return [...new Set(there.flatMap(({ methods }) => methods))].sort()
  }
}

/** `/:organisation/texts/*` as an expression. */
function patternOf(url: string): RegExp {
  const parts = url.replace(/(.)\/$/, '$1').split(/(:\w+|\*)/)
  const written = parts.map((part) =>
    part === '*' ? '.*' : /^:\w+$/.test(part) ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(`^${written.join('')}$`)
}

/**
 * The pages of an organisation that are there as data, `/:organisation/day.json`, as far as they have been routed when it is
 * asked. To be called before the first route.
 */
export function knowPages(server: FastifyInstance): () => string[] {
  const known = new Set<string>()
  server.addHook('onRoute', ({ url, method }) => {
    if (![method].flat().includes('GET') || !/^\/:organisation[/.]/.test(url)) return
    if (url.endsWith('.json')) known.add(url)
    if (url.endsWith('/*')) known.add(`${url}.json`)
  })
  return () => [...known].sort()
}
