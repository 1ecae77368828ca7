import type { Instant } from '../../rules/index.ts'
import { liveMeeting, liveMeetings } from '../live-meeting.ts'
import { standsOn } from '../negotiation.ts'
import type { ProposalView } from '../proposal-view.ts'
import { unconfirmedOf } from './delegation.ts'
import { type Asking, doneAt, type Found, ofProposal, urgencyOf, type WaitingItem } from './item.ts'

/** Days in which a delegation is left alone with what was entered for it from a note. */
export const daysToConfirm = 7

/** What one proposal asks of whoever has the chair where it is, or of the body that decides, and of the Secretariat. */
export function asksOfChair(view: ProposalView): WaitingItem[] {
  const { negotiation, chairs, chairsDeciding } = view
  const open = !negotiation.decided && !negotiation.withdrawn
  const found = [
    ...(open && chairs && view.seesAll ? [...ready(view), ...openPoints(view), ...notAnswered(view)] : []),
    ...(open && chairsDeciding ? silenceExpired(view) : []),
    ...(chairsDeciding ? numberMissing(view) : []),
    ...(view.seat.kind === 'secretariat' && !negotiation.withdrawn ? notConfirmed(view) : []),
  ]
  return found.map((one) => ofProposal(view, one))
}

const underSilence = ['announced', 'running', 'suspended', 'adopted']

/** Everyone has answered and the positions carry it: it goes to the next body, before a meeting, or on record. */
function ready({ negotiation, stand, silence, circle, nextLevels }: ProposalView): Found[] {
  const { current, level, body, put, positions } = negotiation
  if (stand?.outcome !== 'adopted' || stand.unanswered.length > 0) return []
  if (silence && underSilence.includes(silence.outcome)) return []
  const last = [...positions.values()].flatMap((all) => all.at(-1) ?? []).map(doneAt)
  const since = [doneAt(current.entry), ...last].sort().at(-1) as Instant
  const about = { of: current.number, revision: current.number, since, reasons: stand.reasons }
  if (level !== body) return nextLevels.length > 0 ? [{ kind: 'ready-to-forward', body: level, ...about }] : []
  const meeting = put?.act.revision === current.number ? liveMeeting(circle.organisation, put.act.meeting) : undefined
  if (!meeting || meeting.closed) {
    const sits = liveMeetings(circle.organisation).find((one) => one.opened.act.body === body && !one.closed)
    return [{ kind: 'ready-to-put', body, ...(sits ? { meeting: sits.meeting } : {}), ...about }]
  }
  return [{ kind: 'ready-to-decide', body, meeting: meeting.meeting, ...about }]
}

/** What was left open below, as long as the text is the one that was forwarded. */
function openPoints({ negotiation }: ProposalView): Found[] {
  const { forwarded, level, current } = negotiation
  const last = forwarded.at(-1)
  if (!last || last.act.to !== level || last.act.revision !== current.number) return []
  const { openPoints: points } = last.act
  if (points.length === 0) return []
  const paragraphs = points.flatMap(({ paragraph }) => paragraph ?? [])
  return [{ kind: 'open-points', of: last.id, since: doneAt(last), body: level, paragraphs }]
}

/** Who else has not said where it stands; by the expiry where silence runs. */
function notAnswered({ negotiation, stand, silence, mayBreak, own }: ProposalView): Found[] {
  const { current, silence: opened, level } = negotiation
  if (silence?.outcome === 'adopted') return []
  const about = { of: current.number, revision: current.number, body: level, since: doneAt(current.entry) }
  if (silence?.outcome === 'running' && silence.expiresAt && opened) {
    const participants = mayBreak.filter((id) => id !== own && !standsOn(negotiation, id))
    if (participants.length === 0) return []
    return [{ kind: 'not-answered', ...about, since: opened.opensAt, due: silence.expiresAt, participants }]
  }
  const participants = (stand?.unanswered ?? []).filter((id) => id !== own)
  return participants.length > 0 ? [{ kind: 'not-answered', ...about, participants }] : []
}

/** Adopted when silence expired; it is to be put on record next. No rule says by when, so that is never overdue. */
function silenceExpired({ negotiation, silence }: ProposalView): Found[] {
  const { current, body } = negotiation
  if (silence?.outcome !== 'adopted' || !silence.expiresAt) return []
  const { expiresAt: since, reasons } = silence
  return [
    { kind: 'silence-expired', of: current.number, since, urgency: 'soon', revision: current.number, body, reasons },
  ]
}

function numberMissing({ negotiation, numberDue }: ProposalView): Found[] {
  const { decided, number, body } = negotiation
  if (decided?.act.outcome !== 'adopted' || number !== undefined || !numberDue) return []
  const reasons = [{ text: `The next number is ${numberDue.number}.`, article: numberDue.article }]
  return [{ kind: 'number-missing', since: doneAt(decided), number: numberDue.number, body, reasons }]
}

/** Entered from a note and left unconfirmed for a week. */
function notConfirmed(view: ProposalView): Found[] {
  return unconfirmedOf(view).flatMap(({ entry, participant, number }) => {
    const since = doneAt(entry)
    const due = new Date(Date.parse(since) + daysToConfirm * 86_400_000).toISOString() as Instant
    if (due > view.at) return []
    // One note may have been sent by several.
    const of = entry.act.kind === 'proposal-made' ? `${entry.id}/${participant}` : entry.id
    const about = { of, act: entry.act.kind, number, participants: [participant] }
    return [{ kind: 'note-not-confirmed' as const, since, due, ...about }]
  })
}

/** Notes that came in on a proposal that is still open and of which nothing has been entered. */
export function notesWithoutAct({ circle }: Asking, views: readonly ProposalView[]): WaitingItem[] {
  return circle.organisation.notes().flatMap((entry): WaitingItem[] => {
    const { direction, number, participant, decision } = entry.act
    const view = views.find(({ negotiation }) => negotiation.decision === decision)
    if (direction !== 'in' || !view || view.negotiation.decided || view.negotiation.withdrawn) return []
    if (isEntered(view, number, participant)) return []
    const about = { of: entry.id, number, participants: [participant] }
    return [ofProposal(view, { kind: 'note-without-act', since: doneAt(entry), ...about })]
  })
}

function isEntered({ negotiation }: ProposalView, number: string, participant: string): boolean {
  return negotiation.entries.some(({ act }) => {
    if (!('fromNote' in act) || act.fromNote?.number !== number) return false
    return 'participant' in act ? act.participant === participant : true
  })
}

/** Meetings that were closed and whose record is not out yet. */
export function recordsNotPublished({ circle, at }: Asking, mayChair: (body: string) => boolean): WaitingItem[] {
  const { organisation } = circle
  return organisation.liveMeetings().flatMap((id): WaitingItem[] => {
    const meeting = liveMeeting(organisation, id)
    if (!meeting?.closed || organisation.meeting(id) || !mayChair(meeting.opened.act.body)) return []
    const since = doneAt(meeting.closed)
    return [
      {
        id: `record-not-published/${id}`,
        kind: 'record-not-published',
        meeting: id,
        body: meeting.opened.act.body,
        since,
        urgency: urgencyOf(undefined, at, organisation.day),
        version: meeting.entries.length,
        changedAt: since,
      },
    ]
  })
}
