import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decide, type Question, refuse } from '../rules/index.ts'
import { bare } from '../ui/layout.ts'
import examples from '../ui/own-examples.json' with { type: 'json' }
import { questionFrom, type Written, writtenFrom } from '../ui/own-question.ts'
import { writeYourOwnPage } from '../ui/write-your-own.ts'
import { serveModules } from './modules.ts'
import { refused } from './page.ts'

/** What a browser, a mail and a server in between still carry. */
const longest = 8_000

/** A rule that a reader writes, decided. It stands outside every organisation; the question is in the address. */
export function serveWriteYourOwn(server: FastifyInstance): void {
  serveModules(server, '/assets/modules', ['rules/decision.ts', 'ui/verdict.ts'])
  server.get('/write-your-own', (request, reply) => {
    if (request.url.length > longest) return refused(reply, tooLong(request), 414, false)
    const asked = askedIn(request)
    if (!asked) return refused(reply, noExample, 404, false)
    const read = questionFrom(asked.written)
    const page = writeYourOwnPage({ ...asked, read, examples, address: addressOf(asked.written) })
    return reply.type('text/html; charset=utf-8').send(bare(page.title, page.body).text)
  })
  server.get('/write-your-own.json', (request, reply) => {
    if (request.url.length > longest) return refused(reply, tooLong(request), 414, true)
    const asked = askedIn(request)
    if (!asked) return refused(reply, noExample, 404, true)
    const read = questionFrom(asked.written)
    reply.type('application/json; charset=utf-8')
    if ('question' in read) {
      const { question } = read
      return reply.send(JSON.stringify({ question, decision: decide(question) }, null, 2))
    }
    const refusal = refuse('unreadable-question', 'The question cannot be read.', { remedy: 'See faults.' })
    return reply.code(400).send(JSON.stringify({ ...refusal, faults: read.faults }, null, 2))
  })
}

interface Asked {
  readonly written: Written
  readonly chosen: string | undefined
}

/** What the address asks: a question written out, an example by its name, or nothing, which is the first example. */
function askedIn({ query }: FastifyRequest): Asked | undefined {
  const fields = query as Readonly<Record<string, string | string[] | undefined>>
  const all = (field: string) => [fields[field] ?? []].flat()
  const rule = all('rule').at(-1)
  if (rule === undefined) {
    const [first] = examples
    const id = all('example').at(-1) ?? first?.id
    const example = examples.find((one) => one.id === id)
    return example && { written: writtenFrom(example.question as unknown as Question), chosen: example.id }
  }
  const [tags, weights, stands] = [all('tags'), all('weights'), all('stands')]
  const rows = all('who').map((who, index) => ({
    who,
    tags: tags[index] ?? '',
    weights: weights[index] ?? '',
    stands: stands[index] ?? '',
  }))
  // Rows left empty are those to be filled in; the page has its own.
  const filled = rows.filter((row) => row.who + row.tags + row.weights !== '')
  return { written: { rule, concerned: all('concerned').at(-1) ?? '', rows: filled }, chosen: undefined }
}

function addressOf({ rule, concerned, rows }: Written): string {
  const query = new URLSearchParams({ rule })
  for (const row of rows) for (const [field, text] of Object.entries(row)) query.append(field, text)
  if (concerned) query.append('concerned', concerned)
  return `/write-your-own?${query}`
}

function tooLong({ url }: FastifyRequest) {
  return refuse('address-too-long', `This address has ${url.length} characters; at most ${longest} are read.`, {
    remedy: 'Shorten names and tags, or ask in a terminal: chancery decide - < question.json.',
  })
}

const noExample = refuse('unknown-example', 'There is no such example.', {
  remedy: `There is: ${examples.map(({ id }) => `/write-your-own?example=${id}`).join(', ')}.`,
})
