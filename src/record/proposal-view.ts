import type { Instant, Reason, SilenceFinding, SilenceRule } from '../rules/index.ts'
import type { Circle } from './circle.ts'
import { type Negotiation, type Silence, standsOn, stoodBefore, type Taken } from './negotiation.ts'
import { numberFor } from './procedure/decisions.ts'
import { rungs } from './procedure/proposals.ts'
import type { Seat } from './seat.ts'
import { entitledIn, howStands, mayBreak, type Stand, silenceRuleOf, standOf } from './stand.ts'
import { negotiationSeen, seesPositions } from './visible.ts'

/** A proposal as one seat sees it at an instant: everything a page or an answer about it is made of. */
export interface ProposalView {
  readonly circle: Circle
  readonly seat: Seat
  /** The instant on the organisation's clock. */
  readonly at: Instant
  /** With what the seat may see, and nothing else. */
  readonly negotiation: Negotiation
  /** The delegation's own participant. */
  readonly own: string | undefined
  /** Whether the seat acts for the chair where the text is now, and of the body that decides. */
  readonly chairs: boolean
  readonly chairsDeciding: boolean
  /** Whether it sees where everyone stands. */
  readonly seesAll: boolean
  /** Everyone who has a say where the text is now; whether the seat is among them. */
  readonly entitled: readonly string[]
  readonly hasSay: boolean
  /** Where the own delegation stands on the current revision, and stood on the one before. */
  readonly mine: Taken | undefined
  readonly mineBefore: Taken | undefined
  /** For whoever sees where everyone stands: what would become of it now, at this level. */
  readonly stand: Stand | undefined
  /** How silence stands, for everyone to whom the text is open; who broke it only where the seat may know. */
  readonly silence: SilenceFinding | undefined
  /** Each time it was put under silence, in order, and how that stands or ended; likewise. */
  readonly silences: readonly SilenceSeen[]
  readonly silenceRule: SilenceRule | undefined
  readonly mayBreak: readonly string[]
  /** The bodies to which the text may be forwarded from here. */
  readonly nextLevels: readonly string[]
  /** The number that is due in the body that decides, and the article of the scheme. */
  readonly numberDue: { readonly number: string; readonly article: string } | undefined
  /** Who has the chair where the text is, and why. */
  readonly chairReasons: readonly Reason[]
}

/** One time that a text was put under silence. */
export interface SilenceSeen {
  readonly silence: Silence
  readonly finding: SilenceFinding
}

/** Nothing where there is no such proposal, or its text is not open to the seat. */
export function proposalView(circle: Circle, decision: string, seat: Seat, at: Instant): ProposalView | undefined {
  const negotiation = negotiationSeen(circle, decision, seat, at)
  const whole = negotiation && circle.negotiation(decision)
  if (!negotiation || !whole) return undefined
  const { level, body, proposal } = negotiation
  const silences = silencesFor(circle, whole, negotiation, at)
  const own = seat.kind === 'delegation' ? seat.participant : undefined
  const seesAll = seesPositions(circle, whole, seat) || whole.decided !== undefined
  const entitled = entitledIn(circle, level, proposal.act.type)
  return {
    circle,
    seat,
    at,
    negotiation,
    own,
    chairs: circle.actsForChair(seat, level),
    chairsDeciding: circle.actsForChair(seat, body),
    seesAll,
    entitled,
    hasSay: own !== undefined && entitled.includes(own),
    mine: own === undefined ? undefined : standsOn(negotiation, own),
    mineBefore: own === undefined ? undefined : stoodBefore(negotiation, own),
    stand: seesAll ? standOf(circle, whole, level, circle.organisation.day) : undefined,
    silence: silences.at(-1)?.finding,
    silences,
    silenceRule: silenceRuleOf(circle, level),
    mayBreak: mayBreak(circle, whole),
    nextLevels: [...new Set(rungs(circle).flatMap((one) => (one.body === level ? [one.for] : [])))],
    numberDue: numberFor(circle, body),
    chairReasons: circle.whoChairs(level),
  }
}

/** That silence was broken is told to all to whom the text is open; by whom, only as far as the seat may know. */
function silencesFor(circle: Circle, whole: Negotiation, seen: Negotiation, at: Instant): SilenceSeen[] {
  // That a text is put under silence is seen by everyone to whom it is open, so both have the same silences.
  return seen.silences.flatMap((silence, index) => {
    const known = howStands(circle, seen, silence, at)
    const finding = howStands(circle, whole, whole.silences[index] as Silence, at)
    return known && finding ? [{ silence, finding: asKnown(finding, known) }] : []
  })
}

function asKnown(finding: SilenceFinding, known: SilenceFinding): SilenceFinding {
  // What was not counted, and by whom it was said, is theirs too.
  if (String(known.by) === String(finding.by)) return known
  const { by: _, ...rest } = finding
  const article = finding.reasons[0]?.article
  const text = finding.outcome === 'broken' ? 'Silence was broken.' : 'The use of silence was opposed.'
  return { ...rest, reasons: [article === undefined ? { text } : { text, article }] }
}

/**
 * The next instant at which by the clock alone, nothing being entered, a seat is shown something else of silence: it
 * opens, it expires, or who broke it is made known. Nothing where none lies ahead.
 */
export function nextTurn(
  circle: Circle,
  seat: Seat,
  at: Instant,
  about: readonly string[] | 'all',
): Instant | undefined {
  const ids = new Set(circle.organisation.proposals().map(({ act }) => act.decision))
  const turns = [...ids]
    .filter((id) => about === 'all' || about.includes(id))
    .flatMap((id) => {
      const { silence, decided } = circle.negotiation(id) ?? {}
      const view = silence && !decided ? proposalView(circle, id, seat, at) : undefined
      return (view && turnOf(view)) ?? []
    })
  return turns.filter((turn) => turn > at).sort()[0]
}

function turnOf({ silence, negotiation }: ProposalView): Instant | undefined {
  switch (silence?.outcome) {
    case 'announced':
      return negotiation.silence?.opensAt
    case 'running':
      return silence.expiresAt
    case 'broken':
    case 'method-opposed':
      return silence.by ? undefined : (silence.expiresAt ?? negotiation.silence?.expiresAt)
    default:
      return undefined
  }
}
