import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { exerciseMark, lastDayCovered } from '../record/index.ts'
import { forkOrganisation, type Registry } from '../registry/index.ts'
import { addDays, type Day, earliest, isRefusal, parseDay, type Refusal } from '../rules/index.ts'
import { type ForkForm, forkElsewherePage, forkPage } from '../ui/fork.ts'
import { type Ask, asked, refused, seated, showPage } from './page.ts'

/** An exercise made of a record, from a form; only where whoever reaches these pages may take any seat. */
export function serveFork(server: FastifyInstance, registry: Registry, { openSeats = false } = {}): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    respond: (ask: Ask) => FastifyReply | Promise<FastifyReply>,
  ) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, false, read.place)
    const place = await seated(request, reply, read.ask.place)
    if (openSeats) return respond({ ...read.ask, place })
    return showPage(reply.code(403), forkElsewherePage(place), place)
  }
  server.get('/:organisation/fork', (request, reply) =>
    answer(request, reply, ({ fold, place }) => {
      const form = formOf(registry, fold, place.organisation.day)
      return showPage(reply, forkPage(form, place), place)
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
  server.post('/:organisation/fork', (request, reply) =>
    answer(request, reply, async ({ fold, place }) => {
      const { on = '', as = '' } = (request.body ?? {}) as { on?: string; as?: string }
      const made = await fork(registry, fold.organisation, String(on), String(as))
      if (!isRefusal(made)) return reply.redirect(`/${made.organisation}/seat`, 303)
      const form = { ...formOf(registry, fold, place.organisation.day), on: String(on), as: String(as) }
      return showPage(reply.code(codeOf(made)), forkPage(form, place, made), place)
    }),
  )
}

async function fork(registry: Registry, from: string, on: string, as: string) {
  const day = parseDay(on.trim())
  return isRefusal(day)
    ? day
    : forkOrganisation(registry, { from, on: day, as: as.trim() || freeId(registry, from, day) })
}

/** The day asked about, or the nearest that the record covers. */
function formOf(registry: Registry, fold: Ask['fold'], day: Day): ForkForm {
  const { begins } = fold.at(day).description ?? {}
  const last = lastDayCovered(fold)
  const first = begins === undefined ? addDays(last, -1) : earliest(begins)
  const on = day < first ? first : day > last ? last : day
  return { on, as: '', free: freeId(registry, fold.organisation, on), first, last }
}

/** Named after the year of the day, `concord-2032`, and numbered where that is taken. */
function freeId(registry: Registry, from: string, on: Day): string {
  const there = registry.organisations()
  const base = `${from}-${on.slice(0, 4)}`
  let as = base
  for (let count = 2; there.includes(as); count += 1) as = `${base}-${count}`
  return as
}

function codeOf({ refused: code }: Refusal): number {
  return code === 'id-taken' ? 409 : 400
}
