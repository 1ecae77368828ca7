import { because, isRefusal, ladderTo, mayForward, type Refusal, type Rung, refuse } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Circle } from '../circle.ts'
import { proposersUnconfirmed } from '../negotiation.ts'
import { named, standOf } from '../stand.ts'
import {
  actsFor,
  chairs,
  first,
  onCurrent,
  openNegotiation,
  paragraphsThere,
  type Ruled,
  reachable,
  type Submitted,
  seated,
} from './submitted.ts'

/** The ladder as the rules of the day give it. */
export function rungs({ rules }: Circle): readonly Rung[] {
  return rules.of('prepares').map(({ computes, article, rule }) => ({
    body: computes.body,
    for: computes.for,
    article,
    ...(rule === undefined ? {} : { rule }),
  }))
}

/**
 * Whether a proposal may be made: who proposes may, and the body where it begins decides it or prepares it.
 * @refuses 'not-your-act' another named as proposing; 'note-missing' the Secretariat without a note of theirs
 * @refuses 'may-not-propose', 'not-competent', 'not-on-the-ladder', 'unreadable-id', 'id-already-used'
 */
export function ruleProposal(act: ActOf<'proposal-made'>, submitted: Submitted): Ruled {
  const { circle, seat } = submitted
  const refusal = first(
    seated(submitted),
    proposers(act, submitted),
    beginning(circle, act),
    reachable(act.decision),
    // Last: which ids are taken is for whoever could make the proposal.
    taken(circle, act),
  )
  if (refusal) return refusal
  const own = seat.kind === 'delegation' ? seat.participant : act.proposedBy[0]
  const right = own === undefined ? [] : circle.may(own, act.level, 'propose').reasons
  return [...right, ...bearing(circle, act.body, act.level, act.type)]
}

/** What a body may do with a matter of a type: decide it, prepare it, or only forward it; with the article. */
export function bearing(circle: Circle, body: string, level: string, type: string) {
  const { called, rules } = circle
  const competence = rules.of('competence').find(({ computes }) => computes.types.includes(type))
  const decides = rules.deciding(body, type)
  const isIts = competence?.computes.body === body
  const how = decides
    ? because(
        `The ${called(body)} decides it${isIts ? ', as it does all such matters' : ''}.`,
        (isIts ? competence : decides).article,
      )
    : because(`The rule by which the ${called(body)} decides is not on record for this day.`)
  if (level === body) return [how]
  const next = rungs(circle).find((one) => one.body === level)
  return [
    because(
      `The ${called(level)} prepares it for the ${called(next?.for ?? body)} and does not decide it.`,
      next?.article,
    ),
    how,
  ]
}

function taken({ organisation }: Circle, act: ActOf<'proposal-made'>): Refusal | undefined {
  if (organisation.negotiated(act.decision).length === 0 && !organisation.decision(act.decision)) return undefined
  return refuse('id-already-used', `"${act.decision}" is the id of another decision.`, {
    remedy: 'Give it another id.',
  })
}

/** Nobody is named as proposing who has not said so: a delegation names itself, the Secretariat whoever sent it the note. */
function proposers(act: ActOf<'proposal-made'>, submitted: Submitted): Refusal | undefined {
  const { circle, seat } = submitted
  const other = act.proposedBy.find((one) => seat.kind === 'delegation' && one !== seat.participant)
  if (seat.kind === 'delegation' && other !== undefined) {
    const name = circle.called(seat.participant)
    return refuse(
      'not-your-act',
      `A delegation proposes for itself; whether ${circle.called(other)} does it says itself.`,
      {
        remedy: `Propose it for ${name} alone, or send the Secretariat the note by which all of you propose it.`,
      },
    )
  }
  const [proposer = ''] = act.proposedBy
  const unsaid = actsFor(submitted, proposer, act.fromNote)
  if (unsaid) return unsaid
  for (const participant of act.proposedBy) {
    const { allowed, reasons } = circle.may(participant, act.level, 'propose')
    if (allowed) continue
    const [reason] = reasons
    return refuse('may-not-propose', reason?.text ?? 'It may not propose there.', {
      ...(reason?.article === undefined ? {} : { article: reason.article }),
      remedy: 'Ask a delegation that may to propose it with you, or begin in another body.',
    })
  }
  return undefined
}

/** Whether the body decides such matters and the level leads to it. */
function beginning(circle: Circle, { body, level, type, title }: ActOf<'proposal-made'>): Refusal | undefined {
  const { called, organisation, rules } = circle
  for (const id of [body, level]) {
    if (!organisation.body(id))
      return refuse('unknown-body', `There is no body "${id}".`, { remedy: 'Choose one of the list.' })
  }
  const competence = rules.of('competence').find(({ computes }) => computes.types.includes(type))
  if (competence && competence.computes.body !== body && competence.strength === 'must') {
    const right = competence.computes.body
    return refuse(
      'not-competent',
      `The ${called(body)} does not decide on “${title.en}”: such matters are for the ${called(right)}.`,
      {
        article: competence.article,
        remedy: `Put it to the ${called(right)}.`,
      },
    )
  }
  if (level === body) return undefined
  const below = ladderTo(rungs(circle), body)
  if (below.includes(level)) return undefined
  return refuse(
    'not-on-the-ladder',
    `No rule says that the ${called(level)} prepares what the ${called(body)} decides.`,
    {
      remedy:
        below.length > 0
          ? `Begin in the ${[...below, body].map(called).join(' or the ')}.`
          : `Begin in the ${called(body)}.`,
    },
  )
}

/**
 * Named in a note as proposing, and saying that it does not. Whoever proposed it itself, or has confirmed it, has said so.
 * @refuses 'not-your-act', 'nothing-to-correct', and 'nobody-proposes' where nobody else would propose it
 */
export function ruleDenial(act: ActOf<'proposing-denied'>, submitted: Submitted): Ruled {
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { seat } = submitted
  if (seat.kind !== 'delegation' || seat.participant !== act.participant) {
    return refuse('not-your-act', 'Whether it proposes a text a delegation says itself.', {
      remedy: 'Its delegation does so from its own seat.',
    })
  }
  if (!proposersUnconfirmed(negotiation).includes(act.participant)) {
    return refuse(
      'nothing-to-correct',
      'You are not named here as proposing, from a note that you have not confirmed.',
      {
        remedy: 'What you proposed you may withdraw.',
      },
    )
  }
  if (negotiation.proposal.act.proposedBy.length === 1) {
    return refuse('nobody-proposes', 'Nobody else proposes it, so it would be proposed by nobody.', {
      remedy: 'Withdraw the proposal.',
    })
  }
  return [because('Said by the delegation that was named as proposing it.')]
}

/** A new revision, by whoever proposed it, the chair where the text is now, or the Secretariat. @refuses 'not-your-text' */
export function ruleRevision(act: ActOf<'revision-made'>, submitted: Submitted): Ruled {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const { circle, seat } = submitted
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const proposes = seat.kind === 'delegation' && negotiation.proposal.act.proposedBy.includes(seat.participant)
  if (!proposes && !circle.actsForChair(seat, negotiation.level)) {
    return refuse('not-your-text', 'A revision is made by whoever proposed the text, the chair or the Secretariat.', {
      remedy: 'Propose an amendment: it is put beside the paragraph.',
    })
  }
  const next = negotiation.current.number + 1
  if (act.revision !== next) {
    return refuse('stale-revision', `The text is at revision ${negotiation.current.number}; the next is ${next}.`, {
      remedy: 'Somebody revised it meanwhile: read that revision and make yours from it.',
    })
  }
  const before = negotiation.current
  const same =
    JSON.stringify([act.paragraphs, act.title ?? before.title]) === JSON.stringify([before.paragraphs, before.title])
  if (same)
    return refuse('nothing-changed', 'This revision says what the one before says.', { remedy: 'Change something.' })
  return [because(`Revision ${act.revision}: every position is asked for again.`)]
}

/** Agreed at one level and on to the next. @refuses 'not-the-chair', 'not-on-the-ladder', 'not-agreed-here' */
export function ruleForwarding(act: ActOf<'proposal-forwarded'>, submitted: Submitted): Ruled {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const { circle } = submitted
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { level } = negotiation
  const wrong = first(
    chairs(submitted, level),
    onCurrent(negotiation, act.revision),
    mayForward(rungs(circle), level, act.to, (body) => `the ${circle.called(body)}`),
    leadsTo(negotiation.body, act.to, circle),
    paragraphsThere(
      negotiation,
      act.openPoints.flatMap(({ paragraph }) => paragraph ?? []),
    ),
  )
  if (wrong) return wrong
  const { outcome, reasons, heldBy } = standOf(circle, negotiation, level, circle.organisation.day)
  const isOpen = outcome !== 'adopted' && outcome !== 'no-rule'
  if (isOpen && act.openPoints.length === 0) {
    const holding = named(heldBy.map((one) => circle.called(one.act.participant)))
    const holds = heldBy.length === 1 ? 'holds' : 'hold'
    return refuse('not-agreed-here', `It is not agreed at this level${holding ? `: ${holding} ${holds} it` : ''}.`, {
      ...(reasons[0]?.article === undefined ? {} : { article: reasons[0].article }),
      remedy: 'Forward it with the points that are open, or wait until they are settled.',
    })
  }
  // The reasons of the stand tell who said what, and the ruling is seen by everyone to whom the text is open: it hangs on
  // nothing but the act.
  const rung = rungs(circle).find((one) => one.body === level && one.for === act.to)
  const text = act.openPoints.length > 0 ? 'Forwarded with the points that are open.' : 'Agreed here, and forwarded.'
  return [because(text, rung?.article)]
}

/** A text goes up to the body that decides it and no further. @refuses 'not-on-the-ladder' */
function leadsTo(body: string, to: string, circle: Circle): Refusal | undefined {
  if (to === body || ladderTo(rungs(circle), body).includes(to)) return undefined
  return refuse(
    'not-on-the-ladder',
    `The ${circle.called(to)} does not prepare what the ${circle.called(body)} decides.`,
    {
      remedy: `It is for the ${circle.called(body)}.`,
    },
  )
}

/** Taken back by whoever proposed it, all of them through the Secretariat, or one of several that proposed together. */
export function ruleWithdrawal(act: ActOf<'proposal-withdrawn'>, submitted: Submitted): Ruled {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const { seat } = submitted
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { proposedBy } = negotiation.proposal.act
  if (seat.kind !== 'secretariat' && !(seat.kind === 'delegation' && proposedBy.includes(seat.participant))) {
    return refuse('not-your-text', 'Only whoever proposed it withdraws it, or the Secretariat for them.', {
      remedy: 'Object to it, or propose an amendment.',
    })
  }
  return [because('Withdrawn by whoever proposed it.')]
}
