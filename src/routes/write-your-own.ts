import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decide, type Question, refuse } from '../rules/index.ts'
import { bare } from '../ui/layout.ts'
import examples from '../ui/own-examples.json' with { type: 'json' }
import { columnsOf, questionFrom, type Written, writtenFrom } from '../ui/own-question.ts'
import { ruleInWords, writeYourOwnPage } from '../ui/write-your-own.ts'
import { serveModules } from './modules.ts'
import { refused } from './page.ts'

/** What a browser, a mail and a server in between still carry. */
const longest = 8_000

/** A rule that a reader writes, decided. It stands outside every organisation; the question is in the address. */
export function serveWriteYourOwn(server: FastifyInstance): void {
  const modules = serveModules(server, '/assets/modules', ['rules/decision.ts', 'ui/verdict.ts'])
  server.get('/write-your-own', (request, reply) => {
    if (request.url.length > longest) return refused(reply, tooLong(request), 414, false)
    const asked = askedIn(request)
    if (!asked) return refused(reply, noExample, 404, false)
    const read = questionFrom(asked.written)
    const page = writeYourOwnPage({ ...asked, read, examples, modules })
    return reply.type('text/html; charset=utf-8').send(bare(page.title, page.body).text)
  })
  server.get('/write-your-own.json', (request, reply) => {
    if (request.url.length > longest) return refused(reply, tooLong(request), 414, true)
    const asked = askedIn(request)
    if (!asked) return refused(reply, noExample, 404, true)
    const read = questionFrom(asked.written)
    if ('question' in read) return sendData(reply, { ...read, decision: decide(read.question) })
    const refusal = refuse('unreadable-question', 'The question cannot be read.', { remedy: 'See the faults.' })
    return sendData(reply.code(400), { ...refusal, ...read })
  })
  // For the script of the page: what the form says, as a question or as its faults. Either is an answer.
  server.get('/write-your-own/reading.json', (request, reply) => {
    if (request.url.length > longest) return sendData(reply, tooLong(request))
    const asked = askedIn(request)
    if (!asked) return sendData(reply, noExample)
    const read = questionFrom(asked.written)
    const says = 'question' in read ? ruleInWords(read.question.rule) : undefined
    return sendData(reply, { ...read, says, columns: columnsOf(asked.written) })
  })
}

function sendData(reply: FastifyReply, data: object): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(data, null, 2))
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
  return { written: { rule, concerned: all('concerned').at(-1) ?? '', rows }, chosen: undefined }
}

function tooLong({ url }: FastifyRequest) {
  return refuse('address-too-long', `This address has ${url.length} characters; at most ${longest} are read.`, {
    remedy: 'Shorten names and tags, or ask in a terminal: chancery decide - < question.json.',
  })
}

const noExample = refuse('unknown-example', 'There is no such example.', {
  remedy: `There is: ${examples.map(({ id }) => `/write-your-own?example=${id}`).join(', ')}.`,
})
