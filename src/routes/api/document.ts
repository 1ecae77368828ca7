import type { FastifyInstance } from 'fastify'
import { aboutActs, sentKinds } from '../../ui/api/acts.ts'
import { type Operation, operations } from '../../ui/api/operations.ts'
import { apiPage } from '../../ui/api/page.ts'
import { codesOf } from '../../ui/api/refusals.ts'
import { bare } from '../../ui/layout.ts'
import { words } from '../../ui/sentences.ts'
import { componentSchemas } from './schemas.ts'

/** The interface described: for programs at `/api/openapi.json`, for people at `/api`. Both are made from the same tables. */
export function serveApiDocument(server: FastifyInstance, pages: () => readonly string[]): void {
  let document: string | undefined
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApi(pages()), null, 2)
    return reply.type('application/json; charset=utf-8').send(document)
  })
  let page: string | undefined
  server.get('/api', (_request, reply) => {
    const view = { schemas: componentSchemas(), pages: pages().map(pageOf) }
    if (page === undefined) {
      const { title, body } = apiPage(view)
      page = bare(title, body).text
    }
    return reply.type('text/html; charset=utf-8').send(page)
  })
}

/** OpenAPI 3.1. */
export function openApi(pages: readonly string[]): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  }
  for (const page of pages.map(pageOf)) paths[page.path] = { get: readingOf(page) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version: '1',
      description:
        'Everything that a page can do. An act is entered under the same rules and refused in the same words as on the pages; what a seat may not see is not there for its token. Readable at /api.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { seat: [] }, {}],
    tags: [{ name: 'acts' }, { name: 'reading' }, { name: 'pages' }],
    paths,
    components: {
      schemas: withDescriptions(componentSchemas()),
      responses: { Refusal: { description: 'Refused', content: json('Refusal') } },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token is for one seat of one organisation. It is made and ended on the page of the delegation.',
        },
        seat: {
          type: 'apiKey',
          in: 'cookie',
          name: 'chancery',
          description: 'The seat taken in a browser; acts from pages of the same origin only.',
        },
      },
    },
  }
}

function operationOf({ id, title, says, sends, gives, path, parameters = [], answers, refuses }: Operation): object {
  const type = gives === 'Events' ? { 'text/event-stream': { schema: { type: 'string' } } } : json(gives)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => pathParameter(name ?? ''))
  return {
    operationId: id,
    summary: title,
    description: says,
    tags: [sends ? 'acts' : 'reading'],
    parameters: [
      ...inPath,
      ...parameters.map(({ says: description, ...one }) => ({ ...one, description, required: false })),
    ],
    ...(sends
      ? { requestBody: { required: true, content: { 'application/json': { ...schemaNamed(sends), examples } } } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, description]) => [status, { description, content: type }]),
      ),
      ...Object.fromEntries(
        refuses.map((status) => [
          status,
          { description: `Refused: ${codesOf(status).join(', ')}`, content: json('Refusal') },
        ]),
      ),
    },
  }
}

const examples = Object.fromEntries(
  sentKinds.map((kind) => [kind, { summary: aboutActs[kind].does, value: aboutActs[kind].example }]),
)

function pathParameter(name: string): object {
  return { name, in: 'path', required: true, schema: { type: 'string' } }
}

function json(name: string) {
  return { 'application/json': schemaNamed(name) }
}

function schemaNamed(name: string) {
  return { schema: { $ref: `#/components/schemas/${name}` } }
}

/** Each kind of act with who may send it and what it does. */
function withDescriptions(schemas: Record<string, object>): Record<string, object> {
  const described = Object.entries(schemas).map(([name, schema]) => {
    const about = Object.hasOwn(aboutActs, name) ? aboutActs[name as keyof typeof aboutActs] : undefined
    if (!about) return [name, schema]
    return [name, { description: `${about.does} Who may: ${about.who}`, ...schema, examples: [about.example] }]
  })
  return Object.fromEntries(described)
}

/** A page that is there as data: its address, and what it gives by the name that it has in the navigation. */
function pageOf(route: string): { readonly path: string; readonly title: string } {
  const path = route.replace(':organisation', '{organisation}').replace('*', '{id}')
  const part = /^\{organisation\}\/(.*?)(\/\{id\})?\.json$/.exec(path.slice(1))?.[1] ?? ''
  const named = (words.nav as Readonly<Record<string, string>>)[part] ?? part.replaceAll(/[/-]/g, ' ')
  const title = part === '' ? 'The first page' : path.includes('{id}') ? `One of: ${named}` : named
  return { path, title }
}

function readingOf({ path, title }: { readonly path: string; readonly title: string }): object {
  const clock = (name: string, description: string) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema: { type: 'string' },
  })
  const refusal = { description: 'Refused', content: json('Refusal') }
  return {
    operationId: `page:${path}`,
    summary: title,
    description: 'What the page at this address without “.json” shows, in values.',
    tags: ['pages'],
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => pathParameter(name ?? '')),
      clock('on', 'As it stood on this day; of pages of the record.'),
      clock('known', 'As known at this position of the register, or by this time; of pages of the record.'),
    ],
    responses: {
      200: { description: title, content: { 'application/json': { schema: { type: 'object' } } } },
      400: refusal,
      404: refusal,
    },
  }
}
