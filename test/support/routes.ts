import type { FastifyInstance } from 'fastify'

/** The addresses that a server answers by GET, as they were declared: `/:organisation/decisions/*`. */
export function routesOf(server: FastifyInstance): string[] {
  const found: string[] = []
  const above: string[] = []
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^((?:│ {3}| {4})*(?:├── |└── ))(.*) \(([A-Z, ]+)\)$/.exec(line) ?? []
    if (indent === undefined || part === undefined || methods === undefined) continue
    const depth = indent.length / 4
    const parent = above[depth - 1] ?? ''
    const joined = parent === '/' ? `/${part.replace(/^\//, '')}` : part === '*' ? `${parent}/*` : parent + part
    above[depth] = joined
    if (methods.split(', ').includes('GET')) found.push(joined)
  }
  return found
}
