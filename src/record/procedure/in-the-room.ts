import { countsVotes, leavesOutConcerned, type Refusal, refuse } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Circle } from '../circle.ts'
import { liveMeeting } from '../live-meeting.ts'
import { type Negotiation, standsOn } from '../negotiation.ts'
import { sitting } from './meetings.ts'
import { actsFor, type Submitted } from './submitted.ts'

/** The answers that a roll-call knows. */
export const rollCall: readonly ActOf<'position-taken'>['position'][] = ['no-objection', 'objects', 'stands-aside']

/**
 * Who enters what is said in the room: the delegation itself, or the seat of the chair as it is called out.
 * @refuses 'not-your-act' another delegation
 * @refuses 'note-not-yours' what a note says is no answer in the room
 */
export function calledBy(act: ActOf<'position-taken'>, submitted: Submitted): Refusal | undefined {
  const { circle, seat } = submitted
  const meeting = liveMeeting(circle.organisation, act.meeting ?? '')
  const isChair = meeting !== undefined && circle.actsForChair(seat, meeting.opened.act.body)
  if (!isOwn(act, submitted) && !isChair) return actsFor(submitted, act.participant, act.fromNote)
  if (!act.fromNote) return undefined
  return refuse('note-not-yours', 'What is answered in the room comes from no note.', {
    remedy: 'Leave out the note; or leave out the meeting, and enter what the note says.',
  })
}

/**
 * A position taken in the room, where the question is put, by a participant that is noted as present.
 * @refuses 'unknown-meeting', 'meeting-over'
 * @refuses 'not-put' at this meeting, of the text as it stands
 * @refuses 'not-present' who is not noted as present
 * @refuses 'no-say' whoever the question concerns, where the rule leaves it out
 * @refuses 'not-in-a-roll-call' another answer than for, against and abstaining where votes are counted
 * @refuses 'said-itself' the chair, of what the delegation itself has said
 */
export function inTheRoom(
  act: ActOf<'position-taken'>,
  id: string,
  negotiation: Negotiation,
  submitted: Submitted,
): Refusal | undefined {
  const meeting = sitting(submitted, id)
  if ('refused' in meeting) return meeting
  const { circle } = submitted
  const name = circle.called(act.participant)
  const { put, current } = negotiation
  if (put?.act.meeting !== id || put.act.revision !== current.number) {
    return refuse('not-put', `Revision ${current.number} has not been put to this meeting.`, {
      remedy: 'The chair puts the question first; a position may be taken without it, from the page of the proposal.',
    })
  }
  if (!meeting.present.has(act.participant)) {
    return refuse('not-present', `${name} is not noted as present.`, { remedy: 'Note its presence first.' })
  }
  const noSay = withoutSay(circle, negotiation, act.participant)
  if (noSay) return noSay
  const rule = circle.rules.deciding(negotiation.body, negotiation.proposal.act.type)
  const votes = rule !== undefined && countsVotes(rule.computes.decides)
  if (votes && !rollCall.includes(act.position)) {
    return refuse('not-in-a-roll-call', 'A roll-call is answered for, against, or by abstaining.', {
      article: rule.article,
      remedy: 'Answer one of the three; a statement may say the rest.',
    })
  }
  return isOwn(act, submitted) ? undefined : overItsHead(act, id, votes, negotiation, submitted)
}

/**
 * Whether the question leaves out a participant because it concerns it.
 * @returns a refusal with the article; nothing where it has its say
 */
export function withoutSay(circle: Circle, { body, proposal }: Negotiation, participant: string): Refusal | undefined {
  const rule = circle.rules.deciding(body, proposal.act.type)
  const isConcerned = proposal.act.concerns?.includes(participant) ?? false
  if (!rule || !isConcerned || !leavesOutConcerned(rule.computes.decides)) return undefined
  return refuse('no-say', `The question concerns ${circle.called(participant)}, and the rule leaves it out.`, {
    article: rule.article,
    remedy: 'It may speak, and have a statement entered in the minutes.',
  })
}

/**
 * What a delegation entered itself it alone changes. An objection that is called out is the exception: it holds a
 * decision up and makes none, so it is entered at once, and the delegation may correct it.
 */
function overItsHead(
  act: ActOf<'position-taken'>,
  meeting: string,
  votes: boolean,
  negotiation: Negotiation,
  { circle }: Submitted,
): Refusal | undefined {
  const stands = standsOn(negotiation, act.participant)
  const saidItself = stands && (stands.seat === `delegation:${act.participant}` || stands.act.fromNote !== undefined)
  // Where votes are counted, what was said before the roll was called is no answer to it.
  if (!saidItself || (votes ? stands.act.meeting !== meeting : act.position === 'objects')) return undefined
  return refuse('said-itself', `${circle.called(act.participant)} has said itself where it stands.`, {
    remedy: 'Its delegation alone changes that, from its own seat, until the question is closed.',
  })
}

function isOwn({ participant }: ActOf<'position-taken'>, { seat }: Submitted): boolean {
  return seat.kind === 'delegation' && seat.participant === participant
}
