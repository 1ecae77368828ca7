import type { Instant } from '../rules/index.ts'
import { isClosed } from './acts.ts'
import type { Circle } from './circle.ts'
import type { Entry } from './entry.ts'
import { type Negotiation, negotiationOf } from './negotiation.ts'
import type { Seat } from './seat.ts'
import { visible, visibleIn } from './visible.ts'

/** Of some entries those under seal that a seat may see by an instant, in order. Of many on one proposal it is read once. */
export function openTo(circle: Circle, entries: readonly Entry[], seat: Seat, at: Instant): Entry[] {
  const read = new Map<string, Negotiation | undefined>()
  return entries.filter((entry) => {
    const { act } = entry
    if (!isClosed(act) || act.kind === 'sealed') return false
    const decision = 'decision' in act ? act.decision : undefined
    if (decision === undefined) return visible(circle, entry, seat, at)
    if (!read.has(decision)) read.set(decision, negotiationOf(circle.organisation, decision))
    const negotiation = read.get(decision)
    return negotiation !== undefined && visibleIn(circle, negotiation, entry, seat, at)
  })
}
