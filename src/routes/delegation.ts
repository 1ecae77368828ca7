import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Organisation, readSeat, type Seat, seatId } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type DelegationView, delegationPage } from '../ui/delegation.ts'
import { seatName, seatWords } from '../ui/seat-words.ts'
import { instantInWords } from '../ui/words.ts'
import { fieldsOf } from './forms.ts'
import { wantsData } from './gate.ts'
import { type Ask, asked, refused, seated, showPage } from './page.ts'
import { type Sitting, seatOf } from './seat-of.ts'
import { ownOrigin } from './seating.ts'

/** Hours for which an invitation made on the page is valid: a week. */
const validHours = 7 * 24

/** The people of a seat, its tokens and its contacts, for its head and the Secretariat. */
export function serveDelegation(server: FastifyInstance, registry: Registry): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const read = asked(registry, request)
    const asData = wantsData(request)
    if ('refusal' in read) return refused(reply, read.refusal, read.code, asData, read.place)
    const place = await seated(request, reply, read.ask.place)
    const sitting = await seatOf(request)
    const seat = seatAsked(read.ask, sitting)
    if (isRefusal(seat)) return refused(reply, seat, seat.refused === 'unknown-seat' ? 404 : 403, asData, place)
    let fresh: DelegationView['fresh']
    if (request.method === 'POST') {
      const done = manages(sitting, seat) ? await act(request, place.organisation.id, seat, sitting) : notYours
      if (isRefusal(done)) return refused(reply, done, done === notYours ? 403 : 400, asData, place)
      // What is shown once cannot be asked for again by its address.
      if (!done.fresh) return reply.redirect(addressOf(place.organisation.id, seat), 303)
      fresh = done.fresh
    }
    const view = await viewOf(request, place.organisation, seat, sitting, fresh)
    return showPage(reply, delegationPage(view, place), place)
  }
  server.get('/:organisation/delegation', handler)
  server.post('/:organisation/delegation', handler)
}

/**
 * The seat that the address names, or one's own.
 * @refuses 'not-your-delegation' the public, or a seat that is another's; 'unknown-seat' one that there is not
 */
function seatAsked({ query, place }: Ask, { seat: own, via }: Sitting): Seat | Refusal {
  if (own.kind === 'public') return notYours
  // A program acts for a seat; who belongs to it is for people to say.
  if (via === 'token') return notYours
  const seat = query.seat === undefined ? own : readSeat(query.seat)
  if (!seat || seat.kind === 'public') return unknownSeat
  if (seat.kind === 'delegation' && !place.organisation.participant(seat.participant).description) return unknownSeat
  return own.kind === 'secretariat' || seatId(own) === seatId(seat) ? seat : notYours
}

/** The Secretariat manages delegations; the head their own seat, and so does whoever sits there while seats are open. */
function manages({ seat: own, role, account }: Sitting, seat: Seat): boolean {
  if (seatId(own) !== seatId(seat)) return own.kind === 'secretariat'
  return account === undefined || role === 'head'
}

interface Done {
  readonly fresh?: DelegationView['fresh']
}

async function act(
  request: FastifyRequest,
  organisation: string,
  seat: Seat,
  sitting: Sitting,
): Promise<Done | Refusal> {
  const { people, invitations, apiTokens, contacts } = request.server.seating.accounts
  const fields = fieldsOf(request)
  const { id = '' } = fields
  const madeBy = sitting.account?.id
  const invite = async (role: 'head' | 'member') => {
    const token = await invitations.make({ organisation, seat, role, validHours, madeBy })
    const says = `An invitation as ${seatWords.role[role]}. Send this link to the person whom you invite:`
    return { fresh: { says, secret: `${ownOrigin(request)}/invitation/${token}` } }
  }
  switch (fields.do) {
    case 'invite':
      return invite(fields.role === 'head' ? 'head' : 'member')
    case 'replace': {
      const role = (await people.ofSeat(organisation, seat)).find((person) => person.id === id)?.role
      if (!role) return unknownPerson
      await people.remove(id, organisation, seat)
      return invite(role)
    }
    case 'remove':
      if (!(await people.ofSeat(organisation, seat)).some((person) => person.id === id)) return unknownPerson
      await people.remove(id, organisation, seat)
      return {}
    case 'withdraw':
      await invitations.withdraw(id, organisation, seat)
      return {}
    case 'make-token': {
      if (!fields.label) return missing('What the token is for')
      const secret = await apiTokens.make({ organisation, seat, label: fields.label, madeBy })
      return { fresh: { says: `The token "${fields.label}":`, secret } }
    }
    case 'end-token':
      await apiTokens.end(id, organisation, seat)
      return {}
    case 'add-contact': {
      const { function: role, name } = fields
      if (seat.kind !== 'delegation') return unknownSeat
      if (!role || !name) return missing('In what function somebody is, and their name,')
      const [email, phone] = [fields.email || null, fields.phone || null]
      const short = (text: string) => text.slice(0, 200)
      await contacts.add(organisation, {
        participant: seat.participant,
        role: short(role),
        name: short(name),
        email: email && short(email),
        phone: phone && short(phone),
      })
      return {}
    }
    case 'erase-contact':
      if (seat.kind === 'delegation') await contacts.erase(id, organisation, seat.participant)
      return {}
    default:
      return refuse('unknown-action', 'It was not understood what is to be done.', {
        remedy: 'Use the buttons of the page.',
      })
  }
}

async function viewOf(
  request: FastifyRequest,
  organisation: Organisation,
  seat: Seat,
  sitting: Sitting,
  fresh: DelegationView['fresh'],
): Promise<DelegationView> {
  const { accounts } = request.server.seating
  const people = await accounts.people.ofSeat(organisation.id, seat)
  const invitations = await accounts.invitations.open(organisation.id, seat)
  const tokens = await accounts.apiTokens.ofSeat(organisation.id, seat)
  return {
    seat,
    name: seatName(seat, organisation),
    manages: manages(sitting, seat),
    others: sitting.seat.kind === 'secretariat' ? seatsOf(organisation) : [],
    people: people.map(({ id, name, role, since }) => ({
      id,
      name,
      role: seatWords.role[role],
      since: instantInWords(since),
    })),
    invitations: invitations.map(({ id, role, expiresAt }) => ({ id, role, until: instantInWords(expiresAt) })),
    tokens: tokens.map(({ id, label, createdAt, usedAt }) => ({
      id,
      label,
      made: instantInWords(createdAt),
      used: usedAt ? `last used ${instantInWords(usedAt)}` : 'never used',
    })),
    contacts: seat.kind === 'delegation' ? await accounts.contacts.of(organisation.id, seat.participant) : undefined,
    fresh,
  }
}

/** The Secretariat and the delegations of the day. */
function seatsOf(organisation: Organisation): DelegationView['others'] {
  const delegations = [...new Set(organisation.holdings().map(({ participant }) => participant))]
  const seats: Seat[] = [
    { kind: 'secretariat' },
    ...delegations.map((participant): Seat => ({ kind: 'delegation', participant })),
  ]
  return seats.map((seat) => ({ seat, name: seatName(seat, organisation) }))
}

function addressOf(organisation: string, seat: Seat): string {
  return `/${organisation}/delegation?seat=${encodeURIComponent(seatId(seat))}`
}

function missing(what: string): Refusal {
  return refuse('missing-field', `${what} is missing. Nothing was recorded.`, { remedy: 'Go back and fill it in.' })
}

const notYours = refuse('not-your-delegation', 'This is for the people of the delegation and for the Secretariat.', {
  remedy: 'Take your seat first, on the page of seats.',
})
const unknownSeat = refuse('unknown-seat', 'There is no such seat.', { remedy: 'Check the address.' })
const unknownPerson = refuse('unknown-person', 'This person has no seat here.', {
  remedy: 'They may have been removed meanwhile; look at the page again.',
})
