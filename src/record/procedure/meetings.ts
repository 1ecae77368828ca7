import { because, isRefusal, type Refusal, refuse } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { type LiveMeeting, liveMeeting, liveMeetings } from '../live-meeting.ts'
import { seesMeeting } from '../visible.ts'
import {
  chairs,
  first,
  knownNegotiation,
  onCurrent,
  openNegotiation,
  type Ruled,
  reachable,
  type Submitted,
  seated,
  underSilence,
} from './submitted.ts'

/**
 * @refuses 'unknown-body', 'not-the-chair', 'unreadable-id', 'id-already-used', 'is-meeting' a body that sits already
 * @refuses 'unknown-proposal' on the agenda
 */
export function ruleOpening(act: ActOf<'meeting-opened'>, submitted: Submitted): Ruled {
  const { circle } = submitted
  const { organisation } = circle
  if (!organisation.body(act.body)) {
    return refuse('unknown-body', `There is no body "${act.body}".`, { remedy: 'Choose one of the list.' })
  }
  const sits = liveMeetings(organisation).find((one) => one.opened.act.body === act.body && !one.closed)
  const wrong = first(
    seated(submitted),
    chairs(submitted, act.body),
    reachable(act.meeting),
    liveMeeting(organisation, act.meeting) || organisation.meeting(act.meeting)
      ? refuse('id-already-used', `"${act.meeting}" is the id of another meeting.`, { remedy: 'Give it another id.' })
      : undefined,
    sits
      ? refuse('is-meeting', `The ${circle.called(act.body)} is meeting already.`, {
          remedy: 'Close that meeting first.',
        })
      : undefined,
    ...act.agenda.map(({ decision }) => knownItem(decision, submitted)),
  )
  return wrong ?? circle.whoChairs(act.body)
}

/**
 * What is done at a meeting that sits, by its chair; a delegation notes its own presence, and says its own line.
 * @refuses 'unknown-meeting', 'meeting-over', 'not-the-chair', 'may-not-attend', 'not-present', 'already-so'
 */
export function ruleAtMeeting(
  act: ActOf<'presence-noted'> | ActOf<'sitting-changed'> | ActOf<'minutes-noted'> | ActOf<'meeting-closed'>,
  submitted: Submitted,
): Ruled {
  const meeting = sitting(submitted, act.meeting)
  if (isRefusal(meeting)) return meeting
  const { body } = meeting.opened.act
  const { circle, seat } = submitted
  if (act.kind === 'minutes-noted') {
    const wrong = first(
      knownItem(act.decision, submitted),
      isOwn(act, submitted) && !meeting.present.has(act.participant ?? '') && !circle.actsForChair(seat, body)
        ? refuse('not-present', `${circle.called(act.participant ?? '')} is not noted as present.`, {
            remedy: 'Note your presence first.',
          })
        : undefined,
    )
    if (wrong) return wrong
    if (isOwn(act, submitted)) return circle.whoChairs(body)
  }
  if (act.kind === 'presence-noted') {
    const attends = ['take-positions', 'attend', 'attend-open-meetings'] as const
    const rights = attends.map((right) => circle.may(act.participant, body, right))
    if (!rights.some(({ allowed }) => allowed)) {
      const [reason] = rights.flatMap(({ reasons }) => reasons)
      return refuse('may-not-attend', reason?.text ?? 'It does not attend this body.', {
        ...(reason?.article === undefined ? {} : { article: reason.article }),
      })
    }
    // A delegation says of itself that it is there.
    const isItself = seat.kind === 'delegation' && seat.participant === act.participant
    const wrong = isItself ? undefined : chairs(submitted, body)
    return wrong ?? alreadyNoted(act, meeting, submitted) ?? circle.whoChairs(body)
  }
  const same =
    act.kind === 'sitting-changed' && act.format === meeting.format
      ? refuse('already-so', `The meeting is in ${act.format} sitting.`, { remedy: 'Nothing needs to be done.' })
      : undefined
  return chairs(submitted, body) ?? same ?? circle.whoChairs(body)
}

/** The same noted twice is no second act. */
function alreadyNoted(
  { participant, presence, level }: ActOf<'presence-noted'>,
  meeting: LiveMeeting,
  { circle }: Submitted,
): Refusal | undefined {
  const noted = meeting.present.get(participant)
  const isSame = presence === 'present' ? noted !== undefined && noted.level === level : meeting.absent.has(participant)
  if (!isSame) return undefined
  return refuse('already-so', `${circle.called(participant)} is noted as ${presence}.`, {
    remedy: 'Nothing needs to be done.',
  })
}

/** @refuses 'unknown-proposal' */
function knownItem(decision: string | undefined, submitted: Submitted): Refusal | undefined {
  if (decision === undefined) return undefined
  const known = knownNegotiation(submitted, decision)
  return isRefusal(known) ? known : undefined
}

/**
 * The chair asks whether the text as it stands can be adopted.
 * @refuses 'silence-runs' a text on which delegations have time to break silence
 * @refuses 'not-at-this-level' a text that is before another body, or that this body only prepares
 * @refuses 'already-so' what has been put there and is open
 */
export function ruleQuestion(act: ActOf<'question-put'>, submitted: Submitted): Ruled {
  const meeting = sitting(submitted, act.meeting)
  if (isRefusal(meeting)) return meeting
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  const { body } = meeting.opened.act
  const wrong = first(
    chairs(submitted, body),
    onCurrent(negotiation, act.revision),
    negotiation.level === body
      ? undefined
      : refuse(
          'not-at-this-level',
          `The text is before the ${circle.called(negotiation.level)}, not the ${circle.called(body)}.`,
          {
            remedy: 'It is forwarded first.',
          },
        ),
    negotiation.body === body
      ? undefined
      : refuse(
          'not-at-this-level',
          `The ${circle.called(body)} prepares this text; the ${circle.called(negotiation.body)} decides it.`,
          {
            remedy: 'Forward it to the body that decides.',
          },
        ),
    negotiation.put?.act.meeting === act.meeting && negotiation.put.act.revision === act.revision
      ? refuse('already-so', `Revision ${act.revision} has been put to this meeting, and the question is open.`, {
          remedy: 'Say what became of it, or go on with the text.',
        })
      : undefined,
    underSilence(negotiation, submitted, ['running', 'announced'], 'Wait until it is over, or suspend it.'),
  )
  return wrong ?? [because('The chair puts the question.')]
}

/** A meeting that is sitting. @refuses 'unknown-meeting', 'meeting-over' */
export function sitting(submitted: Submitted, id: string): LiveMeeting | Refusal {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const { circle, seat } = submitted
  const meeting = liveMeeting(circle.organisation, id)
  if (!meeting || !seesMeeting(circle, id, seat)) {
    return refuse('unknown-meeting', 'No such meeting is held, as far as you may see.', {
      remedy: 'Check the address.',
    })
  }
  if (meeting.closed) return refuse('meeting-over', 'This meeting has been closed.', { remedy: 'Open another.' })
  return meeting
}

function isOwn(act: ActOf<'minutes-noted'>, { seat }: Submitted): boolean {
  return seat.kind === 'delegation' && act.participant === seat.participant
}
