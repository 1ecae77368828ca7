import type { Instant } from '../rules/index.ts'
import { Circle } from './circle.ts'
import type { Revision } from './negotiation.ts'
import type { Dated, Organisation } from './organisation.ts'
import { endOfTime } from './place.ts'
import type { Decision } from './sittings.ts'
import { negotiationSeen } from './visible.ts'

/** What everyone may know of a decision taken here beside the act that records it. */
export interface PublicSide {
  /** Its number, where it got one later. */
  readonly numbered?: Dated<'decision-numbered'>
  readonly joined: readonly Dated<'decision-joined'>[]
  /** The text and what was said on it, where they are open to the public; nothing else of how it came about. */
  readonly text?: {
    readonly revision: Revision
    readonly statements: readonly Dated<'statement-made'>[]
    readonly commitments: readonly Dated<'commitment-made'>[]
  }
}

/** As known at the organisation's position, on any day. The text goes through the one gate, as the public. */
export function publicSideOf(organisation: Organisation, { act, recordedAt }: Decision): PublicSide {
  const { decision, adoption } = act
  const numbered = organisation.listedThroughout('decision-numbered').findLast((one) => one.act.decision === decision)
  const joined = organisation.listedThroughout('decision-joined').filter((one) => one.act.decision === decision)
  const facts = { ...(numbered ? { numbered } : {}), joined }
  if (!adoption || act.history) return facts
  const circle = new Circle(organisation.withSealed.onDay(endOfTime))
  const seen = negotiationSeen(circle, decision, { kind: 'public' }, act.at ?? (recordedAt as Instant))
  const revision = seen?.revisions.find(({ number }) => number === adoption.revision)
  if (!seen || !revision) return facts
  return { ...facts, text: { revision, statements: seen.statements, commitments: seen.commitments } }
}

/** The numbers given to decisions after they were taken, by decision. */
export function numbersGiven(organisation: Organisation): ReadonlyMap<string, string> {
  return new Map(organisation.listedThroughout('decision-numbered').map(({ act }) => [act.decision, act.number]))
}
