import type { Check, Finding, Judgement } from '../rules/index.ts'
import type { Act, ActKind, ActOf } from './acts.ts'
import type { Circumstances } from './judging/circumstances.ts'
import { judgeDecision, judgePosition } from './judging/decisions.ts'
import { judgeInstrument } from './judging/instruments.ts'
import { judgeMeeting } from './judging/meetings.ts'
import { judgeChairTaken, judgeTermBegan } from './judging/offices.ts'
import { judgeStatusEnded, judgeStatusGranted } from './judging/statuses.ts'

type Judge<K extends ActKind> = (act: ActOf<K>, circumstances: Circumstances) => Check[]

/** The kinds of act on which rules of a kind that computes may bear, and what judges them. No rule bears on any other. */
const judges: { readonly [K in ActKind]?: Judge<K> } = {
  'status-granted': judgeStatusGranted,
  'status-ended': judgeStatusEnded,
  'decision-recorded': judgeDecision,
  'position-taken': judgePosition,
  'meeting-held': judgeMeeting,
  'chair-taken': judgeChairTaken,
  'term-began': judgeTermBegan,
  'instrument-signed': judgeInstrument,
}

export const judgedKinds: ReadonlySet<ActKind> = new Set(Object.keys(judges) as ActKind[])

/**
 * What the rules of its day say of an act, each check with its own finding; empty when no rule bears on it.
 * Facts that were inferred are left out: they prove nothing.
 */
export function judge(act: Act, circumstances: Circumstances): Check[] {
  const judgeIt = judges[act.kind] as Judge<ActKind> | undefined
  return judgeIt?.(act, circumstances) ?? []
}

/** The gravest of several findings; a departure outweighs what cannot be judged. */
export function gravest(findings: readonly Finding<Judgement>[]): Judgement {
  const order: Judgement[] = ['departure', 'unusual', 'cannot-be-judged']
  return order.find((judgement) => findings.some((finding) => finding.outcome === judgement)) ?? 'in-order'
}
