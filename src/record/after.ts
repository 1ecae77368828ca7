import { because, type Finding, type Instant, inNameOrder } from '../rules/index.ts'
import { Circle } from './circle.ts'
import { type Negotiation, negotiations } from './negotiation.ts'
import type { Seat } from './seat.ts'
import { entitledIn } from './stand.ts'
import { negotiationSeen } from './visible.ts'

/** What follows a decision: who takes part in it, its number, its signature. */

/**
 * Who takes part in a decision, and so signs it: those for whom it is meant, on the day on which it was taken; without those
 * who stayed outside, with those who joined later. Nobody where it is not adopted.
 */
export function takingPart(circle: Circle, { decided, joined, body, proposal }: Negotiation): readonly string[] {
  if (decided?.act.outcome !== 'adopted') return []
  const { participants, outside = [], on } = decided.act
  const named = Array.isArray(participants)
    ? participants
    : entitledIn(new Circle(circle.organisation.onDay(on)), body, proposal.act.type)
  const inIt = named.filter((id) => !outside.includes(id))
  return [...new Set([...inIt, ...joined.map(({ act }) => act.participant)])]
}

/** Who stays outside a decision as it stands now: whoever did when it was taken, and has not joined. */
export function stillOutside({ decided, joined }: Negotiation): readonly string[] {
  const later = joined.map(({ act }) => act.participant)
  return (decided?.act.outside ?? []).filter((id) => !later.includes(id))
}

/** In which order a text is signed, and in which language that order is. */
export interface SignatureOrder extends Finding<readonly string[]> {
  readonly language: string
  /** The rule that gives it; without one the English names do, for want of a rule. */
  readonly rule?: string
}

/** The order of signatures by the rule of the body that decided; it hangs on the names alone, not on who said what when. */
export function signatureOrder(circle: Circle, negotiation: Negotiation): SignatureOrder {
  const rule = circle.rules
    .of('signature-order')
    .find(({ computes }) => computes.bodies === undefined || computes.bodies.includes(negotiation.body))
  const language = rule?.computes.language ?? 'en'
  const signing = takingPart(circle, negotiation).map((participant) => ({
    participant,
    name: circle.organisation.participant(participant).names?.[language],
  }))
  const found = inNameOrder(signing, language, { ...(rule ? { rule } : {}), called: circle.called })
  const want = because('No rule on the order of signatures is on record: English names, for want of a rule.')
  if (!rule) return { ...found, reasons: [want, ...found.reasons], language }
  return { ...found, language, ...(rule.rule === undefined ? {} : { rule: rule.rule }) }
}

/** A decision on its way to signature, with what it still waits for. */
export interface ForSignature {
  readonly negotiation: Negotiation
  readonly order: SignatureOrder
  readonly languages: readonly { readonly language: string; readonly isReady: boolean }[]
  /** In the order of signatures. */
  readonly capitals: readonly { readonly participant: string; readonly isComplete: boolean }[]
  /** Every language version is ready and every capital has completed its procedures. */
  readonly isReady: boolean
}

/** One decision on its way to signature; nothing where none is planned. */
export function signatureOf(circle: Circle, negotiation: Negotiation): ForSignature | undefined {
  const { signature, languagesReady, proceduresCompleted } = negotiation
  if (!signature) return undefined
  const order = signatureOrder(circle, negotiation)
  const languages = signature.act.languages.map((language) => ({ language, isReady: languagesReady.has(language) }))
  const capitals = order.outcome.map((participant) => ({
    participant,
    isComplete: proceduresCompleted.has(participant),
  }))
  const isReady = languages.every((one) => one.isReady) && capitals.every((one) => one.isComplete)
  return { negotiation, order, languages, capitals, isReady }
}

/** The list of documents for signature, as far as a seat may see them, in the order in which they were proposed. */
export function forSignature(circle: Circle, seat: Seat, at: Instant): ForSignature[] {
  return circle.organisation.proposals().flatMap(({ act }) => {
    const seen = negotiationSeen(circle, act.decision, seat, at)
    return (seen && signatureOf(circle, seen)) ?? []
  })
}

/**
 * Adopted, and without a number though the body has a scheme: what is announced, and numbered, at its next meeting, in the
 * order of adoption. These are whole; that one is adopted, its title and its body are public, the rest is for the gate.
 */
export function waitingForNumber(circle: Circle): Negotiation[] {
  const numbered = new Set(circle.rules.of('numbering').flatMap(({ computes }) => computes.bodies))
  return negotiations(circle.organisation)
    .filter(({ decided, number, body }) => decided?.act.outcome === 'adopted' && !number && numbered.has(body))
    .sort((a, b) => (a.decided?.position ?? 0) - (b.decided?.position ?? 0))
}
