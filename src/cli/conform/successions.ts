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
  const isOf = ({ of, to, on }: Succession, event: TreatyEvent) =>
    event.on < on && [of, ...to].includes(event.participant)
  const joined = Map.groupBy(events, (event) => {
    const succession = successions.find((one) => isOf(one, event))
    if (!succession) return event.participant
    return succession.sameDay ? `${succession.of} on ${event.on}` : succession.of
  })
  return [...joined].flatMap(([joint, own]) => {
    const [last, ...others] = [...own].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)) as [
      TreatyEvent,
      ...TreatyEvent[],
    ]
    if (others.length === 0) return [last]
    return [successions.some(({ of }) => of === joint) ? { ...last, participant: joint } : last]
  })
}
