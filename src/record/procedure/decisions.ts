import {
  because,
  dayIn,
  find,
  fitsScheme,
  type Instant,
  isRefusal,
  nextNumber,
  type PartialDate,
  type Reason,
  type Refusal,
  refuse,
} from '../../rules/index.ts'
import { audiences } from '../acts/negotiation.ts'
import type { ActOf } from '../acts.ts'
import { takingPart } from '../after.ts'
import type { Circle } from '../circle.ts'
import { liveMeeting } from '../live-meeting.ts'
import { type Negotiation, negotiationOf } from '../negotiation.ts'
import { endOfTime } from '../place.ts'
import { silenceOf, standOf } from '../stand.ts'
import {
  actsFor,
  chairs,
  first,
  knownNegotiation,
  onCurrent,
  type Ruled,
  type Submitted,
  seated,
  underSilence,
} from './submitted.ts'

/**
 * A decision entered on a proposal made here: by the chair, at a meeting to which the text as it stands was put, or after
 * silence expired; and it says what the positions give.
 * @refuses 'not-put', 'nobody-present', 'not-adopted', 'silence-runs', 'is-adopted', 'silence-not-over', 'not-as-proposed', 'number-not-due', 'closed'
 */
export function ruleDecision(act: ActOf<'decision-recorded'>, submitted: Submitted): Ruled {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const negotiation = knownNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  const { adoption } = act
  if (negotiation.decided || negotiation.withdrawn) return refuse('closed', 'This proposal is no longer open.')
  if (!adoption || act.outcome === 'proposed') {
    return refuse('not-as-proposed', 'A decision on a proposal made here says on which revision and how it was taken.')
  }
  const wrong = first(
    chairs(submitted, negotiation.body),
    onCurrent(negotiation, adoption.revision),
    // What the record is to say tells who stays outside and what was stated: at another level that is for its chair.
    negotiation.level === negotiation.body ? undefined : notPut(circle.called(negotiation.body)),
    asProposed(act, negotiation),
    numberDue(act.number, act.body, circle),
  )
  if (wrong) return wrong
  return adoption.under === 'silence'
    ? afterSilence(act, negotiation, submitted)
    : atMeeting(act, negotiation, submitted)
}

function atMeeting(act: ActOf<'decision-recorded'>, negotiation: Negotiation, submitted: Submitted): Ruled {
  const { circle, at } = submitted
  const silence = silenceOf(circle, negotiation, at)
  if (silence?.outcome === 'adopted') {
    return refuse('is-adopted', `Silence expired at ${silence.expiresAt}, and the text is adopted.`, {
      ...(silence.reasons[0]?.article === undefined ? {} : { article: silence.reasons[0].article }),
      remedy: 'Announce it as adopted under silence.',
    })
  }
  const runs = underSilence(negotiation, submitted, ['running', 'announced'], 'Wait until it is over, or suspend it.')
  if (runs) return runs
  const { put, current, body, level } = negotiation
  const meeting = act.meeting === undefined ? undefined : liveMeeting(circle.organisation, act.meeting)
  const isPut = put && put.act.revision === current.number && put.act.meeting === act.meeting && level === body
  if (!isPut || !meeting || meeting.closed || meeting.opened.act.body !== body) {
    return notPut(circle.called(body))
  }
  const stand = standOf(circle, negotiation, body, circle.organisation.day, meeting)
  const [reason] = stand.reasons
  const article = reason?.article === undefined ? {} : { article: reason.article }
  if (stand.outcome === 'no-rule') return refuse('no-rule', reason?.text ?? 'How it decides is not on record.')
  if (stand.nobodyPresent) {
    return refuse(
      'nobody-present',
      'Nobody who has a say is noted as present: there is nobody who could have objected.',
      {
        remedy: 'Note who is present, then enter what became of the question.',
      },
    )
  }
  const who = (taken: typeof stand.heldBy) => taken.map((one) => circle.called(one.act.participant)).join(', ')
  if (act.outcome === 'not-adopted') {
    if (stand.outcome === 'adopted') {
      return refuse('is-adopted', `The positions taken carry it. ${reason?.text ?? ''}`.trim(), {
        ...article,
        remedy: 'It is adopted; whoever holds it takes its position first.',
      })
    }
    return openly(act, negotiation, stand.reasons)
  }
  if (stand.outcome === 'adopted') return openly(act, negotiation, stand.reasons)
  const holding = [...stand.heldBy, ...stand.adReferendum]
  const text =
    stand.outcome === 'open'
      ? `It turns on what ${who(holding)} left open: a reserve is lifted, or agreement ad referendum confirmed, first.`
      : (reason?.text ?? 'The positions taken do not carry it.')
  return refuse('not-adopted', text, {
    ...article,
    remedy: 'Nothing was adopted. Go on with the text, or close the question.',
  })
}

function notPut(body: string): Refusal {
  return refuse('not-put', 'The text as it stands has not been put to a sitting meeting of the body that decides.', {
    remedy: `Open a meeting of the ${body} and put the question.`,
  })
}

/**
 * The ruling on a decision stands in the public register, and nobody's position does while the text is not public: it says
 * then by which rule it was ruled, and neither who stood where nor how many.
 */
function openly({ outcome }: ActOf<'decision-recorded'>, { audience }: Negotiation, reasons: readonly Reason[]): Ruled {
  if (audience === 'public') return reasons
  const text = `By the positions taken, which are not public, it is ${outcome === 'adopted' ? 'adopted' : 'not adopted'}.`
  return [because(text, reasons[0]?.article)]
}

/** Adopted when silence expired, whoever says so and whenever: the act records it. */
function afterSilence(act: ActOf<'decision-recorded'>, negotiation: Negotiation, { circle, at }: Submitted): Ruled {
  const silence = silenceOf(circle, negotiation, at)
  const article = silence?.reasons[0]?.article === undefined ? {} : { article: silence.reasons[0].article }
  if (silence?.outcome === 'adopted' && act.outcome === 'adopted') return silence.reasons
  const text = silence?.reasons[0]?.text ?? 'The text was not put under silence.'
  return refuse('silence-not-over', `It is not adopted under silence. ${text}`, {
    ...article,
    remedy: 'Wait until it expires, or put the text to a meeting.',
  })
}

/**
 * The day on which a text was adopted under silence: that on which it expired, whenever the decision is recorded; nothing
 * where it was not.
 */
export function adoptedOn(circle: Circle, act: ActOf<'decision-recorded'>, at: Instant): PartialDate | undefined {
  const negotiation = act.adoption?.under === 'silence' && negotiationOf(circle.organisation, act.decision)
  const silence = negotiation ? silenceOf(circle, negotiation, at) : undefined
  if (silence?.outcome !== 'adopted' || !silence.expiresAt) return undefined
  return dayIn(silence.expiresAt, circle.organisation.description?.timeZone ?? 'UTC') as string as PartialDate
}

/** The record says what was proposed: the body, the type, who proposed it, whom it concerns, who stays outside. */
function asProposed(act: ActOf<'decision-recorded'>, negotiation: Negotiation): Refusal | undefined {
  const { proposal, body, current } = negotiation
  const outcome = act.outcome === 'adopted' ? 'adopted' : 'not-adopted'
  const wanted = decisionOf(negotiation, act.adoption?.under ?? 'meeting', outcome)
  const fields = ['body', 'type', 'title', 'proposedBy', 'concerns', 'stances', 'outside', 'participants'] as const
  const wrong = fields.find((field) => JSON.stringify(act[field]) !== JSON.stringify(wanted[field]))
  if (!wrong) return undefined
  return refuse('not-as-proposed', `“${wrong}” is not what is on record of ${current.title.en}.`, {
    remedy: `Write ${JSON.stringify(wanted[wrong])}, or leave the act to the page, which fills it in (${proposal.act.decision}, ${body}).`,
  })
}

/**
 * What the record says of a proposal when it is decided. Whom a decision binds is public with it, so whoever stays outside
 * it is named; what was not adopted binds nobody, and who would have stayed outside is a position like any other.
 */
export function decisionOf(
  { decision, proposal, body, current, positions, statements, audience }: Negotiation,
  under: 'meeting' | 'silence',
  outcome: 'adopted' | 'not-adopted' = 'adopted',
): Pick<
  ActOf<'decision-recorded'>,
  | 'decision'
  | 'body'
  | 'type'
  | 'title'
  | 'proposedBy'
  | 'concerns'
  | 'stances'
  | 'outside'
  | 'participants'
  | 'adoption'
> {
  const { type, proposedBy, concerns, meantFor } = proposal.act
  const outside = [...(outcome === 'adopted' ? positions : [])]
    .filter(([, taken]) => {
      const last = taken.at(-1)?.act
      return last?.position === 'does-not-take-part' && (last.revision ?? 1) === current.number
    })
    .map(([participant]) => participant)
    .sort()
  // Public from now on with the decision, where the text is; of a text that is not they stay with it.
  const stances = audience === 'public' ? statements.flatMap(({ act }) => stanceIn(act) ?? []) : []
  return {
    decision,
    body,
    type,
    title: current.title.en,
    proposedBy,
    ...(concerns ? { concerns } : {}),
    ...(stances.length > 0 ? { stances } : {}),
    ...(outside.length > 0 ? { outside } : {}),
    participants: meantFor === 'all' ? 'members' : [...meantFor],
    adoption: { revision: current.number, under },
  }
}

type Stance = NonNullable<ActOf<'decision-recorded'>['stances']>[number]

/** What a statement says of a decision for the public record, where it is one of those that do. */
function stanceIn({ participant, type, paragraphs = [], says }: ActOf<'statement-made'>): Stance | undefined {
  if (type !== 'reservation' && type !== 'not-associated') return undefined
  const where =
    paragraphs.length === 0 ? '' : `${paragraphs.length > 1 ? 'paragraphs' : 'paragraph'} ${paragraphs.join(', ')}: `
  return { participant, stance: type, about: `${where}${says}`, attribution: 'its own statement' }
}

/**
 * The number that is due in a body by its scheme; nothing where the constitution has none. Counted are the numbers of all
 * bodies that the rule names, those that history records too, and those given after a decision was taken.
 */
export function numberFor(
  { rules, organisation }: Circle,
  body: string,
): { number: string; article: string } | undefined {
  const rule = rules.of('numbering').find(({ computes }) => computes.bodies.includes(body))
  if (!rule) return undefined
  const ofThese = (decided: string | undefined) => decided !== undefined && rule.computes.bodies.includes(decided)
  // A number that is on record is taken, whatever day it is of.
  const always = organisation.onDay(endOfTime)
  const taken = [
    ...always.decisions().flatMap(({ act }) => (act.number && ofThese(act.body) ? [act.number] : [])),
    ...always
      .numbered()
      .flatMap(({ act }) => (ofThese(organisation.decision(act.decision)?.act.body) ? [act.number] : [])),
  ]
  const number = nextNumber(rule.computes.scheme, taken, Number(organisation.day.slice(0, 4)))
  return { number, article: rule.article }
}

/** @refuses 'number-not-due' another than the next of the body's scheme */
function numberDue(number: string | undefined, body: string, circle: Circle): Refusal | undefined {
  if (number === undefined) return undefined
  const due = numberFor(circle, body)
  if (!due || number === due.number) return undefined
  const scheme = circle.rules.of('numbering').find(({ computes }) => computes.bodies.includes(body))?.computes.scheme
  const fits = scheme !== undefined && fitsScheme(scheme, number)
  return refuse(
    'number-not-due',
    fits ? `The next number is ${due.number}.` : `“${number}” is no number of ${scheme}.`,
    {
      article: due.article,
      remedy: `Write ${due.number}, or leave it out and number it later.`,
    },
  )
}

/** A decision gets its number once. */
export function ruleNumbering(act: ActOf<'decision-numbered'>, submitted: Submitted): Ruled {
  const negotiation = decidedOne(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  const wrong = first(
    chairs(submitted, negotiation.body),
    negotiation.number
      ? refuse('already-so', `It has the number ${negotiation.number}.`, { remedy: 'A number is never changed.' })
      : undefined,
    numberDue(act.number, negotiation.body, circle),
  )
  const due = numberFor(circle, negotiation.body)
  return wrong ?? find('in-order', 'Numbered by the body’s scheme.', due?.article).reasons
}

/** Whoever stayed outside joins. @refuses 'was-not-outside', 'already-so', 'no-say' */
export function ruleJoining(act: ActOf<'decision-joined'>, submitted: Submitted): Ruled {
  const refusal = first(seated(submitted), actsFor(submitted, act.participant, act.fromNote))
  if (refusal) return refusal
  const negotiation = decidedOne(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  const { decided, joined, proposal } = negotiation
  const name = circle.called(act.participant)
  if (joined.some((one) => one.act.participant === act.participant)) {
    return refuse('already-so', `${name} has joined it.`, { remedy: 'Nothing needs to be done.' })
  }
  const { meantFor } = proposal.act
  const wasOutside =
    decided?.act.outside?.includes(act.participant) || (meantFor !== 'all' && !meantFor.includes(act.participant))
  if (!wasOutside)
    return refuse('was-not-outside', `${name} takes part in this decision.`, { remedy: 'Nothing needs to be done.' })
  const may = circle.may(act.participant, negotiation.body, 'take-positions')
  if (!may.allowed) {
    const [reason] = may.reasons
    return refuse('no-say', reason?.text ?? `${name} takes no positions in the ${circle.called(negotiation.body)}.`, {
      ...(reason?.article === undefined ? {} : { article: reason.article }),
      remedy: 'It may welcome the decision in a note.',
    })
  }
  return [because('Whoever stayed outside may join later, by one act.')]
}

/** What the Secretariat, or the chair, keeps of a decision afterwards. */
export function ruleAfter(
  act: ActOf<'decision-released'> | ActOf<'text-ready'> | ActOf<'signature-planned'> | ActOf<'commitment-made'>,
  submitted: Submitted,
): Ruled {
  const negotiation = decidedOne(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const wrong = chairs(submitted, negotiation.body)
  if (wrong) return wrong
  if (act.kind === 'decision-released' && audiences.indexOf(act.to) >= audiences.indexOf(negotiation.audience)) {
    return refuse('already-so', 'The text is open to them already.', {
      remedy: 'What was opened is not closed again; it can be opened to more.',
    })
  }
  if (act.kind === 'text-ready') {
    const planned = negotiation.signature?.act.languages
    if (negotiation.languagesReady.has(act.language)) {
      return refuse('already-so', `The text in ${act.language} is ready already.`, {
        remedy: 'Nothing needs to be done.',
      })
    }
    if (planned && !planned.includes(act.language)) {
      return refuse('unknown-language', `It is to be signed in ${planned.join(', ')}, not in ${act.language}.`, {
        remedy: 'Plan the signature anew with this language, if it is wanted.',
      })
    }
  }
  if (act.kind === 'commitment-made') {
    const { current } = negotiation
    if (!current.paragraphs.some(({ number }) => number === act.paragraph)) {
      return refuse('unknown-paragraph', `The text has no paragraph ${act.paragraph}.`, {
        remedy: `It has ${current.paragraphs.map(({ number }) => number).join(', ')}.`,
      })
    }
    const who = Array.isArray(act.who) ? act.who : []
    const stranger = who.find((one) => submitted.circle.organisation.participant(one).description === undefined)
    if (stranger !== undefined) {
      return refuse('unknown-participant', `"${stranger}" is not described in the record.`, {
        remedy: 'Write in words who does it, or describe the participant first.',
      })
    }
    if (negotiation.commitments.some((one) => one.act.commitment === act.commitment)) {
      return refuse('id-already-used', `"${act.commitment}" is the id of another commitment.`, {
        remedy: 'Give it another id.',
      })
    }
  }
  return [because('Kept by the Secretariat and the chair.')]
}

/** A capital has done what its law asks before it signs. */
export function ruleProcedures(act: ActOf<'procedures-completed'>, submitted: Submitted): Ruled {
  const refusal = first(seated(submitted), actsFor(submitted, act.participant, act.fromNote))
  if (refusal) return refusal
  const negotiation = decidedOne(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle } = submitted
  if (!takingPart(circle, negotiation).includes(act.participant)) {
    return refuse('takes-no-part', `${circle.called(act.participant)} takes no part in this decision.`, {
      remedy: 'Whoever stayed outside may join first.',
    })
  }
  if (negotiation.proceduresCompleted.has(act.participant)) {
    return refuse('already-so', `${circle.called(act.participant)} has said so.`, {
      remedy: 'Nothing needs to be done.',
    })
  }
  return [because('Said by the capital concerned.')]
}

/**
 * A note is registered once.
 * @refuses 'not-your-act' anyone but the Secretariat
 * @refuses 'already-so' a note of this direction, number, date and participant
 * @refuses 'unknown-proposal' a proposal or decision that is not on record
 */
export function ruleNote(act: ActOf<'note-registered'>, { seat, circle }: Submitted): Ruled {
  if (seat.kind !== 'secretariat') {
    return refuse('not-your-act', 'The Secretariat keeps the register of notes.', { remedy: 'Send it the note.' })
  }
  const { organisation } = circle
  const fields = ['direction', 'number', 'date', 'participant'] as const
  if (organisation.notes().some((one) => fields.every((field) => one.act[field] === act[field]))) {
    return refuse('already-so', `Note ${act.number} of ${act.date} is registered.`, {
      remedy: 'Nothing needs to be done.',
    })
  }
  const { decision } = act
  if (decision !== undefined && organisation.negotiated(decision).length === 0 && !organisation.decision(decision)) {
    return refuse('unknown-proposal', `Nothing on record is called "${decision}".`, {
      remedy: 'Leave it out, or write the id of a proposal.',
    })
  }
  return [because('The Secretariat keeps the register of notes.')]
}

function decidedOne(submitted: Submitted, decision: string): Negotiation | Refusal {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const negotiation = knownNegotiation(submitted, decision)
  if (isRefusal(negotiation)) return negotiation
  if (negotiation.decided?.act.outcome === 'adopted') return negotiation
  return refuse('not-decided', 'This is done of a text that has been adopted.', { remedy: 'It is not adopted yet.' })
}
