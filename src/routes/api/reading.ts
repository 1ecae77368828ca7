import type { FastifyInstance } from 'fastify'
import {
  type Circle,
  type Entry,
  type Fold,
  liveMeetings,
  meetingData,
  negotiations,
  proposalData,
  proposalSummary,
  proposalView,
  publicEntry,
  type Seat,
  seatId,
  visible,
} from '../../record/index.ts'
import type { Registry } from '../../registry/index.ts'
import { type Instant, type Refusal, refuse } from '../../rules/index.ts'
import { seatName } from '../../ui/seat-words.ts'
import type { RunAsk } from '../run-page.ts'
import { seatOf } from '../seat-of.ts'
import { answering } from './answering.ts'

/** What a seat may read: who it is, proposals, meetings, the register. Pages of the record have their own `.json`. */
export function serveApiReading(server: FastifyInstance, registry: Registry): void {
  const get = (path: string, answer: Parameters<typeof answering>[1]) =>
    server.get(`/api/:organisation${path}`, answering(registry, answer))
  get('', async (ask, request) => {
    const { circle, seat, at, fold } = ask
    const { via } = await seatOf(request)
    const { organisation } = circle
    const head = headFor(fold, circle, seat, at)
    const self = { on: organisation.day, seat: seatId(seat), name: seatName(seat, organisation), via, head }
    return { data: { ...moment(ask), ...self } }
  })
  get('/proposals', (ask) => {
    const { circle, seat, at } = ask
    const views = negotiations(circle.organisation).flatMap(
      ({ decision }) => proposalView(circle, decision, seat, at) ?? [],
    )
    return { data: { ...moment(ask), proposals: views.map(proposalSummary) } }
  })
  get('/proposals/*', (ask) => {
    const view = proposalView(ask.circle, ask.named, ask.seat, ask.at)
    return view ? { data: { ...moment(ask), proposal: proposalData(view) } } : unknownProposal
  })
  get('/meetings', (ask) => {
    const { circle, seat, at } = ask
    const seen = liveMeetings(circle.organisation).flatMap(
      ({ meeting }) => meetingData(circle, meeting, seat, at) ?? [],
    )
    const meetings = seen.map(({ meeting, body, openedAt, closedAt, format }) => ({
      meeting,
      body,
      openedAt,
      ...(closedAt === undefined ? {} : { closedAt }),
      format,
    }))
    return { data: { ...moment(ask), meetings } }
  })
  get('/meetings/*', (ask) => {
    const meeting = meetingData(ask.circle, ask.named, ask.seat, ask.at)
    return meeting ? { data: { ...moment(ask), meeting } } : unknownMeeting
  })
  get('/register', (ask) => {
    const { circle, seat, at, fold, query } = ask
    const [after, limit] = [countIn(query.after, 0), countIn(query.limit, 100)]
    if (after === undefined || limit === undefined || limit < 1 || limit > 500) return unreadablePosition
    const entries = fold.allEntries(Math.min(fold.position, after + limit), after)
    const last = entries.at(-1)?.position
    return {
      data: {
        ...moment(ask),
        entries: entries.map((entry) => entryFor(circle, entry, seat, at)),
        ...(last === undefined || last === fold.position ? {} : { next: last }),
      },
    }
  })
}

function moment({ fold, at }: RunAsk) {
  return { organisation: fold.organisation, at }
}

/**
 * An entry as a seat may have it. What was ruled of an act under seal is for whoever entered it and the Secretariat: it may
 * name others, and say where they stand.
 */
function entryFor(circle: Circle, entry: Entry, seat: Seat, at: Instant) {
  const shown = visible(circle, entry, seat, at) ? entry : publicEntry(entry)
  const { position, id, recordedAt, act, ruling, seat: by } = shown
  const isOpen = shown.sealed === undefined || seat.kind === 'secretariat' || by === seatId(seat)
  return { position, id, recordedAt, act, ...(isOpen ? { ruling } : {}), ...(by === undefined ? {} : { seat: by }) }
}

/** The last position that a seat may see. */
function headFor(fold: Fold, circle: Circle, seat: Seat, at: Instant): number {
  for (let position = fold.position; position > 0; position -= 1) {
    const [entry] = fold.allEntries(position, position - 1)
    if (entry && visible(circle, entry, seat, at)) return position
  }
  return 0
}

/** A count as it is written in an address; nothing for what is none. */
function countIn(written: string | undefined, otherwise: number): number | undefined {
  if (written === undefined) return otherwise
  return /^\d{1,15}$/.test(written) ? Number(written) : undefined
}

// The same for what there is not and for what may not be seen.
const unknownProposal: Refusal = refuse(
  'unknown-proposal',
  'No proposal is kept at this address, as far as you may see.',
  { remedy: 'It may be open to a seat that you do not sit in.' },
)
const unknownMeeting: Refusal = refuse('unknown-meeting', 'No such meeting is held, as far as you may see.', {
  remedy: 'It may be open to a seat that you do not sit in.',
})
const unreadablePosition: Refusal = refuse('unreadable-position', '“after” and “limit” are numbers of entries.', {
  remedy: 'Write “after” as 0 or more, and “limit” as 1 to 500.',
})
