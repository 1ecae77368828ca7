import { type Refusal, refuse } from '../rules/index.ts'
import type { Place } from '../ui/layout.ts'

/** An organisation that runs itself keeps what weighs it off its public pages. */
export function notWeighed({ description }: Place): Refusal | undefined {
  if (description?.edition !== 'working') return undefined
  return refuse('unknown-page', 'This organisation does not show what weighs it on its public pages.')
}
