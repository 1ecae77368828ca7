import {
  type Instant,
  type PartialDate,
  type Reason,
  type Refusal,
  refuse,
  type SilenceOutcome,
} from '../../rules/index.ts'
import type { Circle } from '../circle.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Seat } from '../seat.ts'
import { silenceOf } from '../stand.ts'
import { seesText } from '../visible.ts'

/** What a procedure needs beside the act: who submits it and when, and the organisation as it stands. */
export interface Submitted {
  readonly circle: Circle
  readonly seat: Seat
  readonly at: Instant
}

/** Why an act is in order, or that it is not. */
export type Ruled = readonly Reason[] | Refusal

/** @refuses 'not-your-act' the public, which may read and not act */
export function seated({ seat }: Submitted): Refusal | undefined {
  if (seat.kind !== 'public') return undefined
  return refuse('not-your-act', 'The public may read and does not act.', {
    remedy: 'Take a seat, or sign in to yours.',
  })
}

/**
 * Whether a seat may act for a participant: its own delegation, and the Secretariat from a note.
 * @refuses 'not-your-act' another's delegation
 * @refuses 'note-missing' the Secretariat without the number and the date of a note
 */
export function actsFor(
  { seat, circle }: Submitted,
  participant: string,
  fromNote: { number: string; date: PartialDate } | undefined,
): Refusal | undefined {
  const name = circle.called(participant)
  if (seat.kind === 'delegation') {
    if (seat.participant !== participant) {
      return refuse(
        'not-your-act',
        `Only the delegation of ${name}, or the Secretariat from its note, says where it stands.`,
        {
          remedy: `You sit as ${circle.called(seat.participant)}.`,
        },
      )
    }
    if (!fromNote) return undefined
    return refuse('note-not-yours', 'A delegation speaks for itself: a note is named by the Secretariat alone.', {
      remedy: 'Leave out the note.',
    })
  }
  if (seat.kind === 'public') return seated({ seat } as Submitted)
  if (fromNote) return undefined
  return refuse('note-missing', `The Secretariat enters this for ${name} from a note only.`, {
    remedy: 'Give the number and the date of the note by which the capital said so.',
  })
}

/**
 * Whether a seat may act for the chair of a body.
 * @refuses 'not-the-chair' with who has it, as far as is known
 */
export function chairs({ circle, seat }: Submitted, body: string): Refusal | undefined {
  if (circle.actsForChair(seat, body)) return undefined
  const [reason] = circle.whoChairs(body)
  const { participant } = circle.chair(body)
  return refuse('not-the-chair', `This is for the chair of the ${circle.called(body)}, or for the Secretariat.`, {
    ...(reason?.article === undefined ? {} : { article: reason.article }),
    remedy:
      participant === undefined
        ? 'Who has the chair that day is not on record; ask the Secretariat.'
        : `${circle.called(participant)} has the chair.`,
  })
}

/**
 * A proposal that can still be negotiated. To whom its text is not open it is not there.
 * @refuses 'unknown-proposal'
 * @refuses 'closed' withdrawn, decided, or adopted under silence and not yet announced
 */
export function openNegotiation(submitted: Submitted, decision: string): Negotiation | Refusal {
  const negotiation = knownNegotiation(submitted, decision)
  if ('refused' in negotiation) return negotiation
  const { circle, at } = submitted
  if (negotiation.withdrawn) {
    return refuse('closed', 'This proposal was withdrawn.', { remedy: 'It can be proposed anew.' })
  }
  const { decided } = negotiation
  if (decided) {
    const what = decided.act.outcome === 'adopted' ? 'was adopted' : 'was not adopted'
    return refuse('closed', `This proposal ${what} on ${decided.act.on}; positions on it are no longer taken.`, {
      remedy:
        decided.act.outcome === 'adopted'
          ? 'Whoever stayed outside may join; an explanation of position may still be added.'
          : 'It can be proposed anew.',
    })
  }
  const silence = silenceOf(circle, negotiation, at)
  if (silence?.outcome === 'adopted') {
    const [reason] = silence.reasons
    return refuse('too-late', `Silence expired at ${silence.expiresAt}, and the text is adopted.`, {
      ...(reason?.article === undefined ? {} : { article: reason.article }),
      remedy: 'An explanation of position, or an interpretative statement, may still be added.',
    })
  }
  return negotiation
}

/** @refuses 'unknown-proposal' */
export function knownNegotiation({ circle, seat }: Submitted, decision: string): Negotiation | Refusal {
  const negotiation = circle.negotiation(decision)
  if (negotiation && seesText(circle, negotiation, seat)) return negotiation
  return refuse('unknown-proposal', 'No proposal with this id is before the organisation, as far as you may see.', {
    remedy: 'Check the address; it may not have been opened to you.',
  })
}

/**
 * Whether an act is about the text as it stands.
 * @refuses 'stale-revision' an older revision, or one that is not there yet
 */
export function onCurrent({ current }: Negotiation, revision: number): Refusal | undefined {
  if (revision === current.number) return undefined
  return refuse('stale-revision', `The text is at revision ${current.number}; this was said of revision ${revision}.`, {
    remedy: 'Read what changed and say it again of the text as it stands.',
  })
}

/**
 * Whether a text is under silence: what others were given time for is not cut short.
 * @refuses 'silence-runs'
 */
export function underSilence(
  negotiation: Negotiation,
  { circle, at }: Submitted,
  outcomes: readonly SilenceOutcome[],
  remedy: string,
): Refusal | undefined {
  const silence = silenceOf(circle, negotiation, at)
  if (!silence || !outcomes.includes(silence.outcome)) return undefined
  const article = silence.reasons[0]?.article
  return refuse('silence-runs', 'This text is under silence already.', {
    ...(article === undefined ? {} : { article }),
    remedy,
  })
}

/**
 * Whether the page of what is proposed or opened under an id can be reached: an id stands in the address, where `/` begins
 * another page and an ending asks for data. What nobody can open nobody could object to.
 * @refuses 'unreadable-id'
 */
export function reachable(id: string): Refusal | undefined {
  if (/^[A-Za-z0-9_~.-]+$/.test(id) && !/\.(json|csv|bib|jsonld)$/.test(id)) return undefined
  return refuse('unreadable-id', `The page of “${id}” would have no address of its own.`, {
    remedy: 'Use letters, digits and . _ ~ - only, and no ending such as .json.',
  })
}

/** The first refusal of several, or none. */
export function first(...refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals.find((one) => one !== undefined)
}

/** @refuses 'unknown-paragraph' a number that the text does not have */
export function paragraphsThere({ current }: Negotiation, numbers: readonly string[] = []): Refusal | undefined {
  const missing = numbers.find((number) => !current.paragraphs.some((one) => one.number === number))
  if (missing === undefined) return undefined
  return refuse('unknown-paragraph', `Revision ${current.number} has no paragraph ${missing}.`, {
    remedy: `It has ${current.paragraphs.map(({ number }) => number).join(', ')}.`,
  })
}
