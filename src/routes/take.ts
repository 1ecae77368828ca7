import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { atomFeed, csv, queries, schemaOf } from '../exchange/index.ts'
import { type Fold, fileNamed } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { takePage } from '../ui/take.ts'
import { type Download, Downloads, TooBusy } from './downloads.ts'
import { asked, refused, servePage } from './page.ts'
import { uuidOf } from './uuid.ts'

/** The whole record to take away: a data package, a SQLite file, a feed of its changes, and a page that explains them. */
export function serveTake(server: FastifyInstance, registry: Registry): void {
  const downloads = new Downloads()
  servePage(server, registry, 'take', async ({ fold, place }) => {
    const { position } = place.organisation
    const tables = await unlessBusy(downloads.tables(fold, position))
    if (!tables) return busy
    const shown = tables.map(({ name, title, says, rows }) => ({ name, title, says, rows: rows.length }))
    const root = position === fold.openPosition ? registry.rootHash(fold.organisation, position) : undefined
    return {
      data: {
        hash: root,
        files: ['package.zip', 'record.sqlite', 'register.jsonl', 'changes.atom'].map(
          (file) => `/${fold.organisation}/${file}`,
        ),
        queries,
        tables: tables.map((table) => ({ ...shown.find(({ name }) => name === table.name), schema: schemaOf(table) })),
      },
      csv: () =>
        csv(
          ['table', 'title', 'rows', 'says'],
          shown.map((table) => [table.name, table.title, table.rows, table.says]),
        ),
      page: () => takePage({ tables: shown, queries, root }, place),
    }
  })
  serveDownload(server, registry, 'package.zip', 'application/zip', (fold, position) =>
    downloads.package(fold, position),
  )
  serveDownload(server, registry, 'record.sqlite', 'application/vnd.sqlite3', (fold, position) =>
    downloads.sqlite(fold, position),
  )
  server.get('/:organisation/changes.atom', (request, reply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, false, read.place)
    const { fold, place } = read.ask
    const feed = atomFeed(fold, place.organisation.position, `${request.protocol}://${request.host}`, uuidOf)
    return reply.type('application/atom+xml; charset=utf-8').send(feed)
  })
}

function serveDownload(
  server: FastifyInstance,
  registry: Registry,
  path: string,
  type: string,
  make: (fold: Fold, position: number) => Promise<Download>,
): void {
  server.get(`/:organisation/${path}`, async (request: FastifyRequest, reply: FastifyReply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, false, read.place)
    const { fold, place } = read.ask
    const { position } = place.organisation
    const made = await unlessBusy(make(fold, position))
    if (!made) return refused(reply.header('retry-after', '60'), busy, 503, false, place)
    const { bytes, etag } = made
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const [name = '', ending = ''] = path.split('.')
    const file = fileNamed(`${fold.organisation}-${name}-${position}.${ending}`, place.description)
    return reply.type(type).header('content-disposition', `attachment; filename="${file}"`).send(bytes)
  })
}

const busy = refuse('too-busy', 'Many files are being made at the moment.', { remedy: 'Try again in a minute.' })

function unlessBusy<T>(made: Promise<T>): Promise<T | undefined> {
  return made.catch((error) => {
    if (error instanceof TooBusy) return undefined
    throw error
  })
}
