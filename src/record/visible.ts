import { countsVotes, type Instant } from '../rules/index.ts'
import { isClosed } from './acts.ts'
import type { Circle } from './circle.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { type Negotiation, negotiationOf } from './negotiation.ts'
import type { Seat } from './seat.ts'
import { howStands, silenceRuleOf } from './stand.ts'

/** What is said by one delegation, which others do not learn until it opens it or the decision is taken. */
const ofOneDelegation = new Set<Entry['act']['kind']>([
  'position-taken',
  'statement-made',
  'statement-withdrawn',
  'entry-confirmed',
  'silence-opposed',
])

/**
 * The one gate: whether a seat may see an entry. Pages, search, feeds, files, events and the API all ask here.
 *
 * A position is seen by its delegation, the chair and the Secretariat until the delegation opens it or the decision is
 * taken; then by everyone to whom the text is open. Who broke silence, or opposed it, is made known as the body's rule on
 * silence says. What is called out at a meeting where votes are counted is heard by everyone who may see the meeting.
 *
 * @param at the instant on the organisation's clock, for what is opened when something is over
 */
export function visible(circle: Circle, entry: Entry, seat: Seat, at: Instant): boolean {
  const { act } = entry
  if (!isClosed(act)) return true
  if (act.kind === 'sealed') return false
  if (seat.kind === 'secretariat') return true
  if (act.kind === 'note-registered') return isOf(seat, act.participant)
  if ('meeting' in act && !('decision' in act && act.decision !== undefined)) {
    return seesMeeting(circle, act.meeting as string, seat)
  }
  if (!('decision' in act) || act.decision === undefined) return false
  const negotiation = circle.negotiation(act.decision)
  return negotiation !== undefined && visibleIn(circle, negotiation, entry, seat, at)
}

/** The last position in the register that a seat may see: what comes after it does not show, not even as a number. */
export function lastSeen(circle: Circle, fold: Fold, seat: Seat, at: Instant): number {
  for (let position = fold.position; position > fold.openPosition; position -= 1) {
    const [entry] = fold.allEntries(position, position - 1)
    if (entry && visible(circle, entry, seat, at)) return position
  }
  return fold.openPosition
}

/** The same for an entry of a negotiation that is at hand. */
export function visibleIn(circle: Circle, negotiation: Negotiation, entry: Entry, seat: Seat, at: Instant): boolean {
  const { act } = entry
  if (!isClosed(act) || seat.kind === 'secretariat') return act.kind !== 'sealed'
  if (act.kind === 'note-registered') return isOf(seat, act.participant)
  if (!seesText(circle, negotiation, seat)) return false
  // Said in a room: for those of the room, whoever has the text.
  if (act.kind === 'minutes-noted' && !seesMeeting(circle, act.meeting, seat)) return false
  if (!ofOneDelegation.has(act.kind)) return true
  // Who proposes a text is no secret of theirs.
  if (act.kind === 'entry-confirmed' && act.confirms === negotiation.proposal.id) return true
  if ('participant' in act && isOf(seat, act.participant)) return true
  if (seesPositions(circle, negotiation, seat)) return true
  if (negotiation.decided) return true
  if (act.kind === 'position-taken' && act.meeting !== undefined && byRollCall(circle, negotiation))
    return seesMeeting(circle, act.meeting, seat)
  if ('participant' in act && negotiation.released.has(act.participant ?? '')) return true
  return isMadeKnown(circle, negotiation, entry, at)
}

/**
 * The text of which a seat is shown something else since an entry that it may not see: that silence on it was broken, or
 * its use opposed, is told to everyone to whom the text is open, and the same whoever did so. What is said when silence
 * is broken already, or of a text under none, changes nothing for others.
 *
 * @param at the instant on the organisation's clock
 */
export function toldOf(circle: Circle, entry: Entry, seat: Seat, at: Instant): string | undefined {
  const { act } = entry
  if (act.kind !== 'position-taken' && act.kind !== 'silence-opposed') return undefined
  const negotiation = circle.negotiation(act.decision)
  if (!negotiation || !seesText(circle, negotiation, seat)) return undefined
  if (visibleIn(circle, negotiation, entry, seat, at)) return undefined
  return circle.once(`told of ${entry.position}`, () => (turnsSilence(circle, entry, at) ? [act.decision] : []))[0]
}

/** Whether silence stands otherwise with an entry than it would without it and what came after. */
function turnsSilence(circle: Circle, { act, position }: Entry, at: Instant): boolean {
  const outcomeUpTo = (last: number) => {
    const { decision } = act as { readonly decision: string }
    const then = negotiationOf(circle.organisation, decision, (one) => one.position <= last)
    return then?.silence && howStands(circle, then, then.silence, at)?.outcome
  }
  return outcomeUpTo(position) !== outcomeUpTo(position - 1)
}

/** Whether the text is open to a seat: to those for whom it is, to whoever proposed it, and to the chair. */
export function seesText(circle: Circle, { proposal, body, level, audience }: Negotiation, seat: Seat): boolean {
  if (circle.isAmong(seat, audience, [body, level, proposal.act.level])) return true
  if (seat.kind !== 'delegation') return false
  return proposal.act.proposedBy.includes(seat.participant) || circle.actsForChair(seat, level)
}

/** Whether a seat sees where everyone stands: the chair where the text is now, and the Secretariat. */
export function seesPositions(circle: Circle, { level }: Negotiation, seat: Seat): boolean {
  return circle.actsForChair(seat, level)
}

/** A negotiation as a seat may see it; nothing where its text is not open to it. */
export function negotiationSeen(circle: Circle, decision: string, seat: Seat, at: Instant): Negotiation | undefined {
  const whole = circle.negotiation(decision)
  if (!whole || !seesText(circle, whole, seat)) return undefined
  return negotiationOf(circle.organisation, decision, (entry) => visibleIn(circle, whole, entry, seat, at))
}

/**
 * Whether it was said against a text under silence, and the rule of the day on which that was announced makes it known by
 * now. What is said of the text before, afterwards, or of another revision is a position like any other.
 */
function isMadeKnown(
  circle: Circle,
  negotiation: Negotiation,
  { act, position, recordedAt }: Entry,
  at: Instant,
): boolean {
  const isOpposed = act.kind === 'silence-opposed'
  if (!isOpposed && !(act.kind === 'position-taken' && act.position === 'objects')) return false
  const silence = negotiation.silences.findLast(({ entry }) => entry.position < position)
  if (!silence || (!isOpposed && (act.revision ?? 1) !== silence.revision)) return false
  const release = silenceRuleOf(circle.onDay(silence.entry.act.on), negotiation.level)?.release
  if (release === undefined || release === 'never') return false
  const said = act.at ?? recordedAt
  // What is said when another has broken it already is said against no silence, and so to the chair alone.
  const before = negotiationOf(circle.organisation, act.decision, (one) => one.position < position)
  const stood = before?.silence && howStands(circle, before, before.silence, said)
  if (!stood || !['announced', 'running', 'suspended'].includes(stood.outcome)) return false
  // The end that it had when this was said, and has now: it may have been extended, or stands still.
  const then = howStands(circle, negotiation, silence, said)
  const now = howStands(circle, negotiation, silence, at)
  if (!then || !now || then.outcome === 'adopted' || then.outcome === 'ended-by-change') return false
  if (then.outcome === 'method-opposed' && !isOpposed) return false
  const ended =
    (then.outcome === 'broken' || then.outcome === 'method-opposed') && said >= (then.expiresAt ?? silence.expiresAt)
  if (ended) return false
  return release === 'at-once' || (now.outcome !== 'suspended' && at >= (now.expiresAt ?? silence.expiresAt))
}

/** Whether a question on it is answered one by one, before everyone in the room. */
export function byRollCall(circle: Circle, { body, proposal }: Negotiation): boolean {
  const rule = circle.rules.deciding(body, proposal.act.type)
  return rule !== undefined && countsVotes(rule.computes.decides)
}

/** Whether a seat may see a meeting: whoever takes positions in the body or attends it, and whoever is noted as present. */
export function seesMeeting(circle: Circle, meeting: string, seat: Seat): boolean {
  const entries = circle.organisation.atMeeting(meeting)
  const [first] = entries
  if (first?.act.kind !== 'meeting-opened') return false
  if (seat.kind === 'secretariat') return true
  if (seat.kind === 'public') return false
  const { body } = first.act
  // Whoever only receives the papers is not in the room.
  if ((['take-positions', 'attend'] as const).some((way) => circle.may(seat.participant, body, way).allowed))
    return true
  const noted = entries.findLast(({ act }) => act.kind === 'presence-noted' && isOf(seat, act.participant))
  return noted?.act.kind === 'presence-noted' && noted.act.presence === 'present'
}

function isOf(seat: Seat, participant: string | undefined): boolean {
  return seat.kind === 'delegation' && seat.participant === participant
}
