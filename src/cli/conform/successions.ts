import { z } from 'zod'
import type { TreatyEvent } from '../../rules/index.ts'

export const successionSchema = z.strictObject({
  of: z.string(),
  /** The last of the predecessor: what its successors are said to have deposited before was its own. */
  on: z.string(),
  to: z.array(z.string()),
  /** Some successors deposited for themselves before: then only what is dated on one and the same day is one deposit. */
  sameDay: z.boolean().default(false),
})
type Succession = z.infer<typeof successionSchema>

/**
 * A list of parties may give a predecessor's deposit to each of its successors. Such a deposit is one, of the
 * predecessor; where the days differ, its day is the last of them, so that it never counts too early.
 *
 * @source Vienna Convention on Succession of States in respect of Treaties, articles 2(1) and 34: a successor takes the
 *   place of its predecessor; it adds no deposit to those of its predecessor's time
 */
export function onePredecessorOnce(events: readonly TreatyEvent[], successions: readonly Succession[]): TreatyEvent[] {
  const joined = Map.groupBy(events, (event) => {
    const succession = successions.find(({ of, to, on }) => event.on < on && [of, ...to].includes(event.participant))
    if (!succession) return event.participant
    return succession.sameDay ? `${succession.of} ${event.on}` : succession.of
  })
  return [...joined].flatMap(([joint, own]) => (own.length > 1 ? [lastOf(joint, own)] : own))
}

function lastOf(participant: string, events: readonly TreatyEvent[]): TreatyEvent {
  const [last] = [...events].sort((a, b) => (a.on < b.on ? 1 : -1)) as [TreatyEvent]
  return { ...last, participant }
}
