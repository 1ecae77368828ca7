import { because, dayIn, isRefusal, type Reason, type Refusal, refuse } from '../rules/index.ts'
import type { Act, ActKind, ActOf } from './acts.ts'
import { endOfTime } from './place.ts'
import {
  adoptedOn,
  ruleAfter,
  ruleDecision,
  ruleJoining,
  ruleNote,
  ruleNumbering,
  ruleProcedures,
} from './procedure/decisions.ts'
import { ruleHeld } from './procedure/held.ts'
import { ruleAtMeeting, ruleOpening, ruleQuestion } from './procedure/meetings.ts'
import {
  ruleAmendment,
  ruleAmendmentWithdrawn,
  ruleConfirmation,
  rulePosition,
  ruleRelease,
  ruleStatement,
  ruleStatementWithdrawn,
} from './procedure/positions.ts'
import { ruleDenial, ruleForwarding, ruleProposal, ruleRevision, ruleWithdrawal } from './procedure/proposals.ts'
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
  'proposing-denied': ruleDenial,
  'position-released': ruleRelease,
  'statement-made': ruleStatement,
  'statement-withdrawn': ruleStatementWithdrawn,
  'amendment-proposed': ruleAmendment,
  'amendment-withdrawn': ruleAmendmentWithdrawn,
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

/** What may be noted of another day: it turns nothing that is decided. */
const ofAnotherDay: ReadonlySet<ActKind> = new Set([
  'text-ready',
  'procedures-completed',
  'signature-planned',
  'commitment-made',
  'note-registered',
  'meeting-held',
])

/**
 * What the procedure says of a live act: why it is in order, or why not; nothing where no procedure bears on it.
 * @refuses 'stands-as-entered', 'not-that-day'
 */
export function ruleProcedure(act: Act, submitted: Submitted): readonly Reason[] | Refusal | undefined {
  const own = { 'decision-recorded': ruleDecision, 'meeting-held': ruleHeld } as const
  const ruler = (act.kind in own ? own[act.kind as keyof typeof own] : rulers[act.kind]) as Ruler<ActKind> | undefined
  if (!ruler) return undefined
  // Whoever says how it was taken here says it of a proposal made here, and the rule asks for that.
  if (act.kind === 'decision-recorded' && !act.adoption && !isOfProposal(act.decision, submitted)) return undefined
  if (act.kind === 'meeting-held' && !submitted.circle.organisation.hasSat(act.meeting)) return undefined
  const ruled = inItsPlace(act, submitted) ?? ruler(act, submitted)
  if (isRefusal(ruled) || ruled.length > 0) return ruled
  return [because('Nothing in the rules is against it.')]
}

/** Whether a decision was proposed here, on whatever day it is said to have been taken. */
function isOfProposal(decision: string, { circle }: Submitted): boolean {
  return circle.organisation
    .onDay(endOfTime)
    .negotiated(decision)
    .some(({ act }) => act.kind === 'proposal-made')
}

/**
 * What is done on the way to a decision stands after what was done before it, on the day on which it was done: otherwise a
 * text could be adopted on the day before it was objected to.
 *
 * @refuses 'stands-as-entered' an act in the place of another, or put elsewhere in its day
 * @refuses 'not-that-day' another day than that of its instant
 */
function inItsPlace(act: Act, { circle, at }: Submitted): Refusal | undefined {
  const field = (['replaces', 'after', 'carriesOut'] as const).find((name) => act[name] !== undefined)
  if (field) {
    return refuse('stands-as-entered', `On the way to a decision each act follows the one before: no “${field}”.`, {
      remedy: `Leave out “${field}”. What was said is changed by saying otherwise.`,
    })
  }
  if (act.on === undefined || ofAnotherDay.has(act.kind)) return undefined
  const today = dayIn(at, circle.organisation.description?.timeZone ?? 'UTC')
  const day = (act.kind === 'decision-recorded' && adoptedOn(circle, act, at)) || today
  if ((act.on as string) === (day as string)) return undefined
  return refuse('not-that-day', `This is done on ${day}, not on ${act.on}.`, {
    remedy: 'Leave out “on”: an act has the day of its instant.',
  })
}
