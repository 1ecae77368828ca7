import { decisionOf, negotiationOf } from '../record/index.ts'
import type { RunAsk } from './run-page.ts'

/**
 * A decision as a form sends it, with what a form cannot say: the statements that go on the public record with it. What it
 * must say of them follows from the proposal, and the rule holds it to that.
 */
export function withStances(act: Record<string, unknown>, { circle }: RunAsk): Record<string, unknown> {
  if (act.kind !== 'decision-recorded' || typeof act.decision !== 'string') return act
  const negotiation = negotiationOf(circle.organisation, act.decision)
  const { stances } = negotiation ? decisionOf(negotiation, 'meeting') : {}
  return stances ? { ...act, stances } : act
}
