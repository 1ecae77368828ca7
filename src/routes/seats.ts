import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { byName, Circle, endOfTime, groupsOf, type Organisation, readSeat, type Seat, seatId } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { seatName } from '../ui/seat-words.ts'
import { type SeatsView, seatsPage } from '../ui/seats.ts'
import { fieldsOf } from './forms.ts'
import { wantsData } from './gate.ts'
import { type Ask, asked, refused, seated, showPage } from './page.ts'
import { seatOf, sessionOf } from './seat-of.ts'
import { browserOf, forgetSession, keepSession } from './seating.ts'

/** Which seat one sits in, and the way to another. */
export function serveSeats(server: FastifyInstance, registry: Registry): void {
  server.get('/:organisation/seat', async (request, reply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, false, read.place)
    const place = await seated(request, reply, read.ask.place)
    return showPage(reply, seatsPage(await viewOf(request, registry, read.ask), place), place)
  })
  server.get('/:organisation/seat.json', async (request, reply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, true)
    const { seat, role, via } = await seatOf(request)
    reply.header('cache-control', 'no-store')
    return { organisation: read.ask.fold.organisation, seat: seatId(seat), role, via }
  })
  server.post('/:organisation/seat', (request, reply) => take(request, reply, registry))
  server.post('/:organisation/seat/leave', async (request, reply) => {
    const read = asked(registry, request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, wantsData(request), read.place)
    return leave(request, reply, read.ask.fold.organisation)
  })
}

async function viewOf(request: FastifyRequest, registry: Registry, { place }: Ask): Promise<SeatsView> {
  const { accounts, openSeats } = request.server.seating
  const { organisation } = place
  const named = (seat: Seat) => ({ seat, name: seatName(seat, organisation) })
  const [{ seat }, session, here] = [
    await seatOf(request),
    await sessionOf(request),
    await accounts.sessions.here(organisation.id, 10),
  ]
  const held = session?.account ? await accounts.people.seatsOf(session.account.id) : []
  return {
    sits: named(seat),
    open: openSeats,
    elsewhere: place.description?.edition === 'independent' ? runnable(registry) : undefined,
    groups: groupsOf(organisation).map(({ status, holdings }) => ({
      title: status.en.many.charAt(0).toUpperCase() + status.en.many.slice(1),
      // In the order of names, which is how somebody looks for one among many.
      seats: byName(
        new Circle(organisation),
        holdings.map(({ participant }) => participant),
      ).map((participant) => named({ kind: 'delegation', participant })),
    })),
    chairs: chairsIn(organisation),
    // When a delegation was here, beside when something was entered under seal, would tell the public whose it may be.
    here: openSeats || seat.kind !== 'public' ? here.map(({ seat, count }) => ({ ...named(seat), count })) : undefined,
    account: session?.account && {
      name: session.account.name,
      seats: held.filter((one) => one.organisation === organisation.id).map((one) => named(one.seat)),
    },
  }
}

/** Who has the chair of which bodies, where it is known: whoever begins wants to know which seat to take first. */
function chairsIn(organisation: Organisation): SeatsView['chairs'] {
  const circle = new Circle(organisation)
  const held = organisation.bodies().flatMap(({ body }) => {
    const participant = circle.rules.deciding(body) && circle.chair(body).participant
    return participant ? [{ participant, body }] : []
  })
  return [...Map.groupBy(held, ({ participant }) => participant)].map(([participant, of]) => ({
    name: circle.called(participant),
    bodies: of.map(({ body }) => circle.called(body)),
  }))
}

/** The organisations in which somebody can sit. */
function runnable(registry: Registry): { id: string; name: string }[] {
  return registry.organisations().flatMap((id) => {
    const { description } = registry.record(id).at(endOfTime)
    if (!description || description.edition === 'independent') return []
    return [{ id, name: description.names.en }]
  })
}

/**
 * Sits down.
 * @refuses 'read-only' an edition that is only read; 'unknown-seat' none that can be taken on the day;
 *   'seats-by-invitation' on a server, a seat that one was not invited to
 */
async function take(request: FastifyRequest, reply: FastifyReply, registry: Registry): Promise<FastifyReply> {
  const read = asked(registry, request)
  const asData = wantsData(request)
  if ('refusal' in read) return refused(reply, read.refusal, read.code, asData, read.place)
  const { place, fold } = read.ask
  if (place.description?.edition === 'independent') return refused(reply, readOnly, 403, asData, place)
  const seat = readSeat(fieldsOf(request).seat ?? '')
  if (seat?.kind === 'public') return leave(request, reply, fold.organisation)
  if (!seat || !mayBeTaken(seat, read.ask)) return refused(reply, unknownSeat, 400, asData, place)
  const { accounts, openSeats } = request.server.seating
  const session = await sessionOf(request)
  const moved = session !== undefined && (await accounts.sessions.move(session.id, fold.organisation, seat))
  if (!moved) {
    if (!openSeats) return refused(reply, byInvitation, 403, asData, place)
    const sits = { organisation: fold.organisation, seat }
    keepSession(request, reply, await accounts.sessions.begin({ sits, label: browserOf(request) }))
  }
  return reply.redirect(`/${fold.organisation}/seat`, 303)
}

function mayBeTaken(seat: Seat, { place: { organisation } }: Ask): boolean {
  if (seat.kind !== 'delegation') return true
  return organisation.holdings().some(({ participant }) => participant === seat.participant)
}

/** Stands up: who is signed in stays so, of anybody else nothing is kept. */
async function leave(request: FastifyRequest, reply: FastifyReply, organisation: string): Promise<FastifyReply> {
  const { sessions } = request.server.seating.accounts
  const session = await sessionOf(request)
  if (session?.account) {
    if (session.sits?.organisation === organisation) await sessions.stand(session.id)
  } else {
    if (session) await sessions.end(session.id)
    forgetSession(request, reply)
  }
  return reply.redirect(`/${organisation}/seat`, 303)
}

const readOnly = refuse('read-only', 'This edition is only read, so nobody sits here.', {
  remedy: 'The page of seats says where you can sit.',
})
const unknownSeat = refuse('unknown-seat', 'There is no such seat on this day.', {
  remedy: 'Take the Secretariat or the delegation of a participant that holds a status on the day.',
})
const byInvitation = refuse('seats-by-invitation', 'On this server a seat is taken by invitation.', {
  remedy: 'Open the link that you were sent, or sign in at /sign-in and take one of your seats.',
})
