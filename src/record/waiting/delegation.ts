import { addDays, type Day, earliest, latest } from '../../rules/index.ts'
import { adReferendumIn } from '../carried.ts'
import type { Entry } from '../entry.ts'
import { proposersUnconfirmed } from '../negotiation.ts'
import type { ProposalView } from '../proposal-view.ts'
import { doneAt, type Found, ofProposal, type WaitingItem } from './item.ts'

/** Days before its date from which a commitment is shown. */
export const commitmentDaysAhead = 30

/** What one proposal asks of a delegation; of others' positions nothing enters. */
export function asksOfDelegation(view: ProposalView): WaitingItem[] {
  const { negotiation } = view
  const open = !negotiation.decided && !negotiation.withdrawn
  const found = [
    ...(open ? [...positionAsked(view), ...methodAsked(view), ...ownPosition(view), ...amendments(view)] : []),
    ...(negotiation.withdrawn ? [] : notesToConfirm(view)),
    ...(negotiation.decided?.act.outcome === 'adopted' ? [...procedures(view), ...commitments(view)] : []),
  ]
  return found.map((one) => ofProposal(view, one))
}

/** A position on the revision as it stands, which is asked for anew with each; by its expiry where silence is used. */
function positionAsked({ negotiation, silence, hasSay, mayBreak, own, mine, mineBefore }: ProposalView): Found[] {
  const { current, silence: opened } = negotiation
  const asked = hasSay || (own !== undefined && opened !== undefined && mayBreak.includes(own))
  // Once silence has expired nothing can be said any more: it is adopted, recorded or not.
  if (!asked || mine || silence?.outcome === 'adopted') return []
  const about = {
    of: current.number,
    revision: current.number,
    ...(mineBefore ? { again: true, stands: mineBefore.act.position } : {}),
  }
  const under = silence && opened?.revision === current.number ? silence : undefined
  if (under?.outcome === 'running' && under.expiresAt) {
    const since = opened?.opensAt ?? doneAt(current.entry)
    return [{ kind: 'silence-runs', since, due: under.expiresAt, reasons: under.reasons, ...about }]
  }
  const due = under?.outcome === 'announced' && under.expiresAt ? { due: under.expiresAt } : {}
  return [{ kind: 'position-asked', since: doneAt(current.entry), ...due, ...about }]
}

/** The use of silence was announced and may be opposed until it opens. */
function methodAsked({ negotiation, silence, silenceRule, mayBreak, own }: ProposalView): Found[] {
  const opened = negotiation.silence
  if (!opened || silence?.outcome !== 'announced' || !silenceRule?.methodNeedsConsent) return []
  if (own === undefined || !mayBreak.includes(own)) return []
  const about = { of: opened.entry.id, revision: opened.revision, due: opened.opensAt }
  return [{ kind: 'silence-announced', since: doneAt(opened.entry), reasons: silence.reasons, ...about }]
}

/** What the delegation itself left open: agreement ad referendum, a reserve, an objection. */
function ownPosition({ negotiation, circle, mine }: ProposalView): Found[] {
  if (!mine) return []
  const { position, confirmBy, paragraphs, revision } = mine.act
  const about = {
    of: mine.id,
    since: doneAt(mine),
    stands: position,
    revision: revision ?? 1,
    ...(paragraphs ? { paragraphs } : {}),
  }
  if (position === 'objects' || position === 'reserves') return [{ kind: 'own-position-stands', ...about }]
  if (position !== 'ad-referendum') return []
  if (confirmBy === undefined) return [{ kind: 'ad-referendum', ...about }]
  const due = latest(confirmBy)
  const on = (day: Day) => adReferendumIn(circle, negotiation, mine, negotiation.level, day).reasons
  const reasons = on(circle.organisation.day)
  // What it will be if nothing is done is told before it is so.
  const after = on(addDays(due, 1))
  return [{ kind: 'ad-referendum', due, reasons: circle.organisation.day > due ? reasons : after, ...about }]
}

/** Another wording for a paragraph of a text that the delegation proposed, on the revision as it stands. */
function amendments({ negotiation, own }: ProposalView): Found[] {
  if (own === undefined || !negotiation.proposal.act.proposedBy.includes(own)) return []
  return negotiation.amendments.flatMap((entry) => {
    const { participant, revision, paragraph } = entry.act
    if (participant === own || revision !== negotiation.current.number) return []
    const about = { of: entry.id, revision, paragraphs: [paragraph], participants: [participant] }
    return [{ kind: 'amendment-to-own-text' as const, since: doneAt(entry), ...about }]
  })
}

/** What the Secretariat entered from a note: confirmed, or put right by saying what is so. */
function notesToConfirm(view: ProposalView): Found[] {
  const { own } = view
  if (own === undefined) return []
  return unconfirmedOf(view).flatMap(({ entry, participant, number }) =>
    participant === own
      ? [{ kind: 'entry-to-confirm' as const, of: entry.id, since: doneAt(entry), act: entry.act.kind, number }]
      : [],
  )
}

/** Acts entered from notes that still say something and that their delegations have not confirmed. */
export function unconfirmedOf({ negotiation }: ProposalView): {
  readonly entry: Entry
  readonly participant: string
  readonly number: string
}[] {
  const { entries, confirmed, positions, statements } = negotiation
  return entries.flatMap((entry) => {
    const { act } = entry
    if (act.kind === 'proposal-made') {
      const number = act.fromNote?.number ?? ''
      return proposersUnconfirmed(negotiation).map((participant) => ({ entry, participant, number }))
    }
    if (!('fromNote' in act) || !act.fromNote || !('participant' in act) || confirmed.has(entry.id)) return []
    // What was said since, by the delegation or in a later note, stands in its place.
    if (act.kind === 'position-taken' && positions.get(act.participant)?.at(-1)?.id !== entry.id) return []
    if (act.kind === 'statement-made' && !statements.some(({ id }) => id === entry.id)) return []
    return [{ entry, participant: act.participant as string, number: act.fromNote.number }]
  })
}

/** What a capital's own law asks before it signs. */
function procedures({ negotiation, circle, own }: ProposalView): Found[] {
  const { signature, decided, joined, proposal, proceduresCompleted } = negotiation
  if (!signature || own === undefined || proceduresCompleted.has(own)) return []
  const { meantFor } = proposal.act
  const hasJoined = joined.some(({ act }) => act.participant === own)
  const isOutside = decided?.act.outside?.includes(own) === true
  const isMeant =
    meantFor === 'all' ? circle.may(own, negotiation.body, 'take-positions').allowed : meantFor.includes(own)
  if (!hasJoined && (isOutside || !isMeant)) return []
  return [{ kind: 'procedures-open', of: signature.id, since: doneAt(signature) }]
}

function commitments({ negotiation, circle, own }: ProposalView): Found[] {
  const today = circle.organisation.day
  return negotiation.commitments.flatMap((entry) => {
    const { who, what, due, paragraph, commitment } = entry.act
    if (own === undefined || !Array.isArray(who) || !who.includes(own) || due === undefined) return []
    if (addDays(earliest(due), -commitmentDaysAhead) > today) return []
    const by: Day = latest(due)
    return [
      { kind: 'commitment-due' as const, of: commitment, since: doneAt(entry), due: by, what, paragraphs: [paragraph] },
    ]
  })
}
