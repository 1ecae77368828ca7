import type { Instant } from '../rules/index.ts'
import type { Circle } from './circle.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { liveMeeting } from './live-meeting.ts'
import { negotiationOf, negotiations } from './negotiation.ts'
import { proposalView } from './proposal-view.ts'
import type { Seat } from './seat.ts'
import { visible, visibleIn } from './visible.ts'
import { asksOfChair, notesWithoutAct, recordsNotPublished } from './waiting/chair.ts'
import { asksOfDelegation } from './waiting/delegation.ts'
import { doneAt, isDay, type WaitingItem } from './waiting/item.ts'

export { daysToConfirm } from './waiting/chair.ts'
export { commitmentDaysAhead } from './waiting/delegation.ts'
export {
  isDay,
  kindsForDelegations,
  kindsForTheChair,
  type Urgency,
  urgencyOf,
  type WaitingItem,
  type WaitingKind,
} from './waiting/item.ts'

/**
 * What waits for a seat at an instant on the organisation's clock, made from what the seat may see and from nothing
 * else; the most pressing first. For the public nothing waits.
 */
export function waitingFor(circle: Circle, seat: Seat, at: Instant): WaitingItem[] {
  if (seat.kind === 'public') return []
  const { organisation } = circle
  const views = negotiations(organisation).flatMap(({ decision }) => proposalView(circle, decision, seat, at) ?? [])
  const mayChair = (body: string) => circle.actsForChair(seat, body)
  const items = [
    ...(seat.kind === 'delegation' ? views.flatMap(asksOfDelegation) : []),
    ...(seat.kind === 'delegation' ? meetingsSitting(circle, seat.participant) : []),
    ...views.flatMap(asksOfChair),
    ...recordsNotPublished({ circle, at }, mayChair),
    ...(seat.kind === 'secretariat' ? notesWithoutAct({ circle, at }, views) : []),
  ]
  return items.sort(byUrgency)
}

/** Overdue, soon, open; in each what has a date first, the earlier before the later, then what waits longest. */
function byUrgency(a: WaitingItem, b: WaitingItem): number {
  const rank = { overdue: 0, soon: 1, open: 2 }
  return (
    rank[a.urgency] - rank[b.urgency] || compare(endOf(a), endOf(b)) || compare(a.since, b.since) || compare(a.id, b.id)
  )
}

/** A day lasts until its end. */
function endOf({ due }: WaitingItem): string {
  if (due === undefined) return '~'
  return isDay(due) ? `${due}T24` : due
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Meetings that sit now and that a delegation attends; but not one from which it is noted as absent. */
function meetingsSitting(circle: Circle, participant: string): WaitingItem[] {
  const { organisation } = circle
  return organisation.liveMeetings().flatMap((id): WaitingItem[] => {
    const meeting = liveMeeting(organisation, id)
    if (!meeting || meeting.closed || meeting.absent.has(participant)) return []
    const { body } = meeting.opened.act
    if (!circle.isAmong({ kind: 'delegation', participant }, 'body', [body])) return []
    const since = doneAt(meeting.opened)
    const noted = meeting.present.has(participant)
    return [
      {
        id: `meeting-sits/${id}`,
        kind: 'meeting-sits',
        meeting: id,
        body,
        since,
        // It is now, until the delegation is there.
        urgency: noted ? 'open' : 'soon',
        presence: noted ? 'noted' : 'not-noted',
        version: meeting.entries.length,
        changedAt: doneAt(meeting.entries.at(-1) ?? meeting.opened),
      },
    ]
  })
}

/** At most so many changes are told. */
export const mostChanges = 100
/** Further back than this nobody who was away is told one by one. */
const mostLookedThrough = 5_000

/**
 * What was done since a register position, as far as the seat may see it now: live acts, the newest first.
 * @param at the instant on the organisation's clock
 */
export function changesFor(fold: Fold, circle: Circle, seat: Seat, since: number, at: Instant): Entry[] {
  const { organisation } = circle
  const whole = new Map<string, ReturnType<typeof negotiationOf>>()
  const mayBeSeen = (entry: Entry) => {
    const { act } = entry
    const decision = 'decision' in act && typeof act.decision === 'string' ? act.decision : undefined
    if (decision === undefined) return visible(circle, entry, seat, at)
    if (!whole.has(decision)) whole.set(decision, negotiationOf(organisation, decision))
    const negotiation = whole.get(decision)
    return negotiation ? visibleIn(circle, negotiation, entry, seat, at) : visible(circle, entry, seat, at)
  }
  const from = Math.max(since, fold.position - mostLookedThrough)
  const found: Entry[] = []
  for (const entry of [...fold.allEntries(fold.position, from)].reverse()) {
    if (entry.act.history || !mayBeSeen(entry)) continue
    found.push(entry)
    if (found.length === mostChanges) break
  }
  return found
}
