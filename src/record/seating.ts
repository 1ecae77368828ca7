import { type Finding, inNameOrder } from '../rules/index.ts'
import type { Circle } from './circle.ts'

/**
 * The order in which participants sit, speak and are called in a body: by its rule on the order of names, and where none
 * is on record in the English order, which the reasons say.
 */
export function seatingIn(
  { rules, organisation, called }: Circle,
  body: string,
  ids: readonly string[],
): Finding<readonly string[]> {
  const rule = rules.of('signature-order').find(({ computes }) => computes.bodies?.includes(body) ?? true)
  const language = rule?.computes.language ?? 'en'
  const named = ids.map((participant) => ({
    participant,
    name: organisation.participant(participant).names?.[language],
  }))
  const order = inNameOrder(named, language, { ...(rule ? { rule } : {}), called })
  if (rule) return order
  return {
    ...order,
    reasons: [...order.reasons, { text: `No rule on the order in the ${called(body)} is on record.` }],
  }
}
