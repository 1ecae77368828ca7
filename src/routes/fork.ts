import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { exerciseMark, lastDayCovered } from '../record/index.ts'
import { forkOrganisation, type Registry } from '../registry/index.ts'
import { addDays, type Day, earliest, isRefusal, parseDay, type Refusal, refuse } from '../rules/index.ts'
import { type ForkForm, forkElsewherePage, forkPage } from '../ui/fork.ts'
import { layout } from '../ui/layout.ts'
import { withChinese } from './chinese.ts'
import { type Ask, asked, refused } from './page.ts'

/** An exercise made of a record, from a form; only where whoever reaches these pages may take any seat. */
export function serveFork(server: FastifyInstance, registry: Registry, { openSeats = false } = {}): void {
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    respond: (ask: Ask) => FastifyReply | Promise<FastifyReply>,
  ) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, false, read.place)
    const { place } = read.ask
    if (openSeats) return respond(read.ask)
    return page(reply.code(403), layout(forkElsewherePage(place), place).text)
  }
  server.get('/:organisation/fork', (request, reply) =>
    answer(request, reply, ({ fold, place }) => {
      const form = formOf(registry, fold, place.organisation.day)
      return page(reply, layout(forkPage(form, place), place).text)
    }),
  )
  server.get('/:organisation/fork.json', (request, reply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, true, read.place)
    const { fold, place } = read.ask
    const { first, last } = formOf(registry, fold, place.organisation.day)
    const data = { organisation: fold.organisation, ...exerciseMark(place.description), first, last, here: openSeats }
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(data, null, 2))
  })
  server.register(async (inner) => {
    if (!inner.hasContentTypeParser('application/x-www-form-urlencoded')) await inner.register(formbody)
    inner.post('/:organisation/fork', (request, reply) =>
      answer(request, reply, async ({ fold, place }) => {
        const { on = '', as = '' } = (request.body ?? {}) as { on?: string; as?: string }
        const made = isFromHere(request) ? await fork(registry, fold.organisation, String(on), String(as)) : elsewhere
        if (!isRefusal(made)) return reply.redirect(`/${made.organisation}/seat`, 303)
        const form = { ...formOf(registry, fold, place.organisation.day), on: String(on), as: String(as) }
        return page(reply.code(codeOf(made)), layout(forkPage(form, place, made), place).text)
      }),
    )
  })
}

async function fork(registry: Registry, from: string, on: string, as: string) {
  const day = parseDay(on.trim())
  return isRefusal(day) ? day : forkOrganisation(registry, { from, on: day, as: as.trim() })
}

/** The day asked about, or the nearest that the record covers, and an id that nobody has yet. */
function formOf(registry: Registry, fold: Ask['fold'], day: Day): ForkForm {
  const { begins } = fold.at(day).description ?? {}
  const last = lastDayCovered(fold)
  const first = begins === undefined ? addDays(last, -1) : earliest(begins)
  const on = day < first ? first : day > last ? last : day
  const there = registry.organisations()
  const base = `${fold.organisation}-${on.slice(0, 4)}`
  let as = base
  for (let count = 2; there.includes(as); count += 1) as = `${base}-${count}`
  return { on, as, first, last }
}

/** A form that another site sends in the name of whoever is reading has another origin. */
function isFromHere({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host)
}

const elsewhere = refuse('other-origin', 'This form was sent from another site.', {
  remedy: 'Fill it in here.',
})

function codeOf({ refused: code }: Refusal): number {
  return code === 'id-taken' ? 409 : code === 'other-origin' ? 403 : 400
}

function page(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(withChinese(text))
}
