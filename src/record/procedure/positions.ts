import { because, isRefusal, latest, type Refusal, refuse } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { levelOf } from '../carried.ts'
import { type Negotiation, proposersUnconfirmed, standsOn, type Taken } from '../negotiation.ts'
import { entitledIn, mayBreak, silenceOf } from '../stand.ts'
import { calledBy, inTheRoom } from './in-the-room.ts'
import {
  actsFor,
  first,
  knownNegotiation,
  onCurrent,
  openNegotiation,
  paragraphsThere,
  type Ruled,
  type Submitted,
  seated,
} from './submitted.ts'

/**
 * A position on the text as it stands, of whoever has a say where it is.
 * @refuses 'no-say', 'stale-revision', 'already-so', 'unknown-paragraph', 'date-missing', 'date-passed', 'closed', 'too-late';
 *   and for one taken in the room what `inTheRoom` refuses
 */
export function rulePosition(act: ActOf<'position-taken'>, submitted: Submitted): Ruled {
  const whose = act.meeting === undefined ? actsFor(submitted, act.participant, act.fromNote) : calledBy(act, submitted)
  const refusal = first(seated(submitted), whose)
  if (refusal) return refusal
  const { circle } = submitted
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const wrong = first(
    hasSay(act.participant, negotiation, submitted),
    onCurrent(negotiation, act.revision ?? 1),
    act.meeting === undefined ? undefined : inTheRoom(act, act.meeting, negotiation, submitted),
    paragraphsThere(negotiation, act.paragraphs),
    confirmDate(act, submitted),
    already(act, negotiation, submitted),
  )
  if (wrong) return wrong
  return circle.may(act.participant, negotiation.level, 'take-positions').reasons
}

/** @refuses 'no-say' with the article that says who has one */
function hasSay(participant: string, negotiation: Negotiation, submitted: Submitted): Refusal | undefined {
  const { circle, at } = submitted
  const { level, proposal } = negotiation
  if (entitledIn(circle, level, proposal.act.type).includes(participant)) return undefined
  const silence = silenceOf(circle, negotiation, at)
  // Broken by another or not: that is not for this one to learn.
  const isUnder =
    silence?.outcome === 'suspended' ||
    (silence &&
      silence.outcome !== 'ended-by-change' &&
      at < (silence.expiresAt ?? negotiation.silence?.expiresAt ?? ''))
  if (isUnder && mayBreak(circle, negotiation).includes(participant)) return undefined
  const [reason] = circle.may(participant, level, 'take-positions').reasons
  return refuse(
    'no-say',
    reason?.text ?? `${circle.called(participant)} takes no positions in the ${circle.called(level)}.`,
    {
      ...(reason?.article === undefined ? {} : { article: reason.article }),
      remedy: 'It may speak where the rules let it, and have a statement entered in the minutes.',
    },
  )
}

function confirmDate({ position, confirmBy }: ActOf<'position-taken'>, { circle }: Submitted): Refusal | undefined {
  if (position !== 'ad-referendum') {
    if (confirmBy === undefined) return undefined
    return refuse('date-not-wanted', 'A date of confirmation goes with agreement ad referendum alone.', {
      remedy: 'Leave out the date, or agree ad referendum.',
    })
  }
  if (confirmBy === undefined) {
    return refuse('date-missing', 'Agreement ad referendum says until when the capital confirms.', {
      remedy: 'Give the date.',
    })
  }
  if (latest(confirmBy) >= circle.organisation.day) return undefined
  return refuse('date-passed', `${confirmBy} has passed.`, { remedy: 'Give a day from today on.' })
}

/** The same said twice is no second act; but an objection from before silence was announced has not broken it. */
function already(act: ActOf<'position-taken'>, negotiation: Negotiation, submitted: Submitted): Refusal | undefined {
  const { circle, at } = submitted
  const taken = standsOn(negotiation, act.participant)
  const isOlder = taken !== undefined && taken.position < (negotiation.silence?.entry.position ?? 0)
  const outcome = isOlder ? silenceOf(circle, negotiation, at)?.outcome : undefined
  if (act.position === 'objects' && (outcome === 'announced' || outcome === 'running' || outcome === 'suspended'))
    return undefined
  const standing = taken?.act
  // Given below it lapses by the rule there: here it is given anew.
  if (standing?.position === 'ad-referendum' && levelOf(negotiation, taken as Taken) !== negotiation.level)
    return undefined
  const said = (one: ActOf<'position-taken'>) =>
    JSON.stringify([one.position, one.says, one.confirmBy, one.paragraphs, one.wouldLift, one.meeting])
  if (!standing || said(standing) !== said(act)) return undefined
  return refuse(
    'already-so',
    `${circle.called(act.participant)} has said this of revision ${negotiation.current.number}.`,
    {
      remedy: 'Nothing needs to be done.',
    },
  )
}

/** @refuses 'nothing-to-confirm' what was not entered from a note, or is confirmed already */
export function ruleConfirmation(act: ActOf<'entry-confirmed'>, submitted: Submitted): Ruled {
  const negotiation = knownNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { seat } = submitted
  if (seat.kind !== 'delegation' || seat.participant !== act.participant) {
    return refuse('not-your-act', 'What was entered from a note is confirmed by the delegation itself.', {
      remedy: 'Its delegation does so from its own seat.',
    })
  }
  const entry = negotiation.entries.find(({ id }) => id === act.confirms)
  const proposes = entry?.id === negotiation.proposal.id && proposersUnconfirmed(negotiation).includes(act.participant)
  if (proposes) return [because('Confirmed by the delegation that was named as proposing it.')]
  const isFromNote = entry && 'fromNote' in entry.act && entry.act.fromNote !== undefined
  const isOwn = entry && 'participant' in entry.act && entry.act.participant === act.participant
  if (!isFromNote || !isOwn || negotiation.confirmed.has(act.confirms)) {
    return refuse(
      'nothing-to-confirm',
      'There is nothing of yours here, entered from a note, that waits to be confirmed.',
    )
  }
  return [because('Confirmed by the delegation for which it was entered.')]
}

/** Opened by the delegation whose positions they are. */
export function ruleRelease(act: ActOf<'position-released'>, submitted: Submitted): Ruled {
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { seat } = submitted
  if (seat.kind !== 'delegation' || seat.participant !== act.participant) {
    return refuse('not-your-act', 'A delegation alone opens where it stands.')
  }
  if (negotiation.released.has(act.participant)) return refuse('already-so', 'Your positions on this are open already.')
  return [because('A delegation may open its own positions.')]
}

/** A statement of a legal kind. Before the decision of any kind; after it an explanation or an interpretation. */
export function ruleStatement(act: ActOf<'statement-made'>, submitted: Submitted): Ruled {
  const refusal = first(seated(submitted), actsFor(submitted, act.participant, act.fromNote))
  if (refusal) return refusal
  const negotiation = knownNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  const may = ['take-positions', 'speak'] as const
  const rights = may.map((right) => circle.may(act.participant, negotiation.level, right))
  const right = rights.find(({ allowed }) => allowed)
  if (!right) {
    const [reason] = rights.flatMap(({ reasons }) => reasons)
    return refuse('no-say', reason?.text ?? 'It may make no statement there.', {
      ...(reason?.article === undefined ? {} : { article: reason.article }),
    })
  }
  const isDecided = negotiation.decided || silenceOf(circle, negotiation, submitted.at)?.outcome === 'adopted'
  const wrong = first(
    paragraphsThere(negotiation, act.paragraphs),
    act.type === 'not-associated' && !act.paragraphs
      ? refuse('paragraph-missing', 'Which paragraphs it is not associated with is not said.', { remedy: 'Name them.' })
      : undefined,
    negotiation.withdrawn ? refuse('closed', 'This proposal was withdrawn.') : undefined,
    isDecided && (act.type === 'reservation' || act.type === 'not-associated')
      ? refuse('too-late', 'The decision is taken: a reservation, or not being associated, is stated before.', {
          remedy: 'An explanation of position or an interpretative statement may still be added.',
        })
      : undefined,
  )
  return wrong ?? right.reasons
}

/** @refuses 'not-your-act', 'unknown-statement' */
export function ruleStatementWithdrawn(act: ActOf<'statement-withdrawn'>, submitted: Submitted): Ruled {
  const negotiation = knownNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  return takenBack(act.participant, act.statement, negotiation.statements, negotiation, submitted, {
    notYours: 'A statement is withdrawn by whoever made it, or by whoever entered it while it is not confirmed.',
    unknown: refuse('unknown-statement', 'No such statement stands.', { remedy: 'It may have been withdrawn before.' }),
  })
}

/** Another wording for one paragraph. */
export function ruleAmendment(act: ActOf<'amendment-proposed'>, submitted: Submitted): Ruled {
  const refusal = first(seated(submitted), actsFor(submitted, act.participant, act.fromNote))
  if (refusal) return refusal
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const wrong = first(
    hasSay(act.participant, negotiation, submitted),
    onCurrent(negotiation, act.revision),
    paragraphsThere(negotiation, [act.paragraph]),
  )
  return wrong ?? submitted.circle.may(act.participant, negotiation.level, 'take-positions').reasons
}

/** A wording taken back. Silence that it broke stays broken. @refuses 'not-your-act', 'unknown-amendment', 'closed' */
export function ruleAmendmentWithdrawn(act: ActOf<'amendment-withdrawn'>, submitted: Submitted): Ruled {
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  return takenBack(act.participant, act.amendment, negotiation.amendments, negotiation, submitted, {
    notYours:
      'Another wording is withdrawn by whoever proposed it, or by whoever entered it while it is not confirmed.',
    unknown: refuse('unknown-amendment', 'No such wording stands.', { remedy: 'It may have been withdrawn before.' }),
  })
}

/**
 * What a delegation said is taken back by itself; what the Secretariat entered for it from a note also by the Secretariat,
 * until the delegation has confirmed it.
 */
function takenBack(
  participant: string,
  id: string,
  standing: Negotiation['statements'] | Negotiation['amendments'],
  { confirmed }: Negotiation,
  { seat }: Submitted,
  { notYours, unknown }: { readonly notYours: string; readonly unknown: Refusal },
): Ruled {
  const own = seat.kind === 'delegation' && seat.participant === participant
  if (!own && seat.kind !== 'secretariat') return refuse('not-your-act', notYours)
  const there = standing.find((one) => one.id === id && one.act.participant === participant)
  if (!there) return unknown
  if (own) return [because('Withdrawn by the delegation itself.')]
  if (there.act.fromNote === undefined || confirmed.has(id)) {
    return refuse('not-your-act', notYours, { remedy: 'Its delegation does so from its own seat.' })
  }
  return [because('Withdrawn by the Secretariat, which had entered it from a note that was not confirmed.')]
}
