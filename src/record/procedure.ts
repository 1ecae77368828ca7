import { because, isRefusal, type Reason, type Refusal } from '../rules/index.ts'
import type { Act, ActKind, ActOf } from './acts.ts'
import { ruleAfter, ruleDecision, ruleJoining, ruleNote, ruleNumbering, ruleProcedures } from './procedure/decisions.ts'
import { ruleHeld } from './procedure/held.ts'
import { ruleAtMeeting, ruleOpening, ruleQuestion } from './procedure/meetings.ts'
import {
  ruleAmendment,
  ruleConfirmation,
  rulePosition,
  ruleRelease,
  ruleStatement,
  ruleStatementWithdrawn,
} from './procedure/positions.ts'
import { ruleForwarding, ruleProposal, ruleRevision, ruleWithdrawal } from './procedure/proposals.ts'
import { ruleOpposing, ruleSilence, ruleSilenceChanged } from './procedure/silence.ts'
import type { Ruled, Submitted } from './procedure/submitted.ts'

type Ruler<K extends ActKind> = (act: ActOf<K>, submitted: Submitted) => Ruled

/** What rules on each kind of act on the way to a decision, live; history is reviewed and never ruled on. */
const rulers: { readonly [K in ActKind]?: Ruler<K> } = {
  'proposal-made': ruleProposal,
  'revision-made': ruleRevision,
  'proposal-forwarded': ruleForwarding,
  'proposal-withdrawn': ruleWithdrawal,
  'position-taken': rulePosition,
  'entry-confirmed': ruleConfirmation,
  'position-released': ruleRelease,
  'statement-made': ruleStatement,
  'statement-withdrawn': ruleStatementWithdrawn,
  'amendment-proposed': ruleAmendment,
  'silence-opened': ruleSilence,
  'silence-opposed': ruleOpposing,
  'silence-extended': ruleSilenceChanged,
  'silence-suspended': ruleSilenceChanged,
  'silence-resumed': ruleSilenceChanged,
  'meeting-opened': ruleOpening,
  'presence-noted': ruleAtMeeting,
  'sitting-changed': ruleAtMeeting,
  'minutes-noted': ruleAtMeeting,
  'meeting-closed': ruleAtMeeting,
  'question-put': ruleQuestion,
  'decision-numbered': ruleNumbering,
  'decision-joined': ruleJoining,
  'decision-released': ruleAfter,
  'text-ready': ruleAfter,
  'signature-planned': ruleAfter,
  'commitment-made': ruleAfter,
  'procedures-completed': ruleProcedures,
  'note-registered': ruleNote,
}

/**
 * What the procedure says of a live act: why it is in order, or why not; nothing where no procedure bears on it.
 */
export function ruleProcedure(act: Act, submitted: Submitted): readonly Reason[] | Refusal | undefined {
  const { organisation } = submitted.circle
  const isOfProposal = (id: string) => organisation.negotiated(id).some((entry) => entry.act.kind === 'proposal-made')
  if (act.kind === 'decision-recorded') return isOfProposal(act.decision) ? ruleDecision(act, submitted) : undefined
  if (act.kind === 'meeting-held') return organisation.hasSat(act.meeting) ? ruleHeld(act, submitted) : undefined
  const ruler = rulers[act.kind] as Ruler<ActKind> | undefined
  if (!ruler) return undefined
  const ruled = ruler(act, submitted)
  if (isRefusal(ruled) || ruled.length > 0) return ruled
  return [because('Nothing in the rules is against it.')]
}
