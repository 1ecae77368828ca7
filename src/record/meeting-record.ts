import type { Entry } from './entry.ts'
import type { MeetingView } from './meeting-view.ts'
import type { Negotiation } from './negotiation.ts'

/** What is said and done to a text that belongs in the record of the meeting at which it is. */
const ofItem = new Set<Entry['act']['kind']>([
  'statement-made',
  'statement-withdrawn',
  'amendment-proposed',
  'amendment-withdrawn',
  'revision-made',
  'decision-recorded',
  'decision-numbered',
])

/**
 * The record of a meeting as far as a seat may see it, in the order in which it happened: what was done at the meeting, and
 * while it sat to the texts before it. It grows with the meeting and is never written by hand.
 */
export function recordOf({ meeting, items }: MeetingView): readonly Entry[] {
  const from = meeting.opened.position
  const to = meeting.closed?.position ?? Number.POSITIVE_INFINITY
  const ofTexts = items
    .flatMap(({ proposal }) => (proposal ? [proposal.negotiation] : []))
    .flatMap((negotiation) =>
      negotiation.entries.filter(
        (entry) => entry.position > from && entry.position < to && belongs(entry, negotiation, meeting.meeting),
      ),
    )
  const all = new Map([...meeting.entries, ...ofTexts].map((entry) => [entry.id, entry]))
  return [...all.values()].sort((a, b) => a.position - b.position)
}

/** Positions belong to the question to which they answer; those that a capital sends on another matter do not. */
function belongs({ act, position }: Entry, { put, decided }: Negotiation, meeting: string): boolean {
  if (act.kind !== 'position-taken') return ofItem.has(act.kind)
  if (act.meeting === meeting) return true
  return put?.act.meeting === meeting && position > put.position && position < (decided?.position ?? Infinity)
}
