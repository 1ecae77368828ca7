import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { leavingOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Day, isRefusal, parseDay, type Refusal, refuse } from '../rules/index.ts'
import { type LeaveChosen, leaveForPage, leavePage, leaveSurePage } from '../ui/run/leave.ts'
import { leaveWords } from '../ui/run/leave-words.ts'
import { wouldSubmit } from './acts.ts'
import { type RunAsk, serveRunPage } from './run-page.ts'
import { given } from './typed.ts'

/**
 * Leaving: `GET /ORG/run/leave` says what the rules ask for and what follows; with a day, `?on=2034-03-01`, what would be
 * entered and whether that is meant. The Secretariat names the participant and the note.
 */
export function serveLeave(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/leave', async (ask) => {
    const { fold, circle, seat, place, query } = ask
    const participant = seat.kind === 'delegation' ? seat.participant : query.participant
    if (seat.kind === 'secretariat' && participant === undefined) {
      const all = circle.organisation.participants().filter(({ id }) => circle.holdsStatus(id))
      const participants = all.map(({ id }) => id)
      return { data: { participants }, page: () => leaveForPage(circle, participants, place) }
    }
    const leaving =
      seat.kind === 'public' || participant === undefined ? undefined : leavingOf(fold, circle, participant)
    if (!leaving) return refuse('no-status', `${leaveWords.nobody}.`, { remedy: leaveWords.nobodyWhy })
    const { rule, given, earliest, positionsIn, chairs } = leaving
    const data = { participant, rule: rule?.rule, earliest, given: given?.act, positionsIn, chairs }
    const view = { circle, seat, leaving }
    const chosen = given || query.on === undefined ? undefined : await chosenIn(registry, ask, leaving.participant)
    if (isRefusal(chosen)) return chosen
    return { data, page: () => (chosen ? leaveSurePage(view, chosen, place) : leavePage(view, place)) }
  })
}

/** @refuses 'unreadable-date' a day of leaving or of a note that is none */
async function chosenIn(registry: Registry, ask: RunAsk, participant: string): Promise<LeaveChosen | Refusal> {
  const { seat, circle, query } = ask
  const on = parseDay(query.on ?? '')
  if (isRefusal(on)) return on
  const note = seat.kind === 'secretariat' ? noteIn(query) : undefined
  if (isRefusal(note)) return note
  const act = { kind: 'status-ended', participant, noticeOn: note?.date ?? circle.organisation.day, on, fromNote: note }
  const would = await wouldSubmit(registry, ask.fold.organisation, given(act), seat)
  return { on, note, ruling: isRefusal(would) ? would : would.ruling, id: randomUUID() }
}

function noteIn(query: RunAsk['query']): { number: string; date: Day } | Refusal {
  const number = query['fromNote.number']?.trim()
  const date = parseDay(query['fromNote.date'] ?? '')
  if (isRefusal(date)) return date
  if (number) return { number, date }
  return refuse('note-missing', 'fromNote.number: the number of the note is missing.', { remedy: 'Fill it in.' })
}
