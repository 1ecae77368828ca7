import type { Entry } from './entry.ts'
import type { Dispute } from './involvement.ts'
import type { Organisation } from './organisation.ts'

/** Where the organisation's work touched a dispute. */
export interface Connection {
  readonly what: string
  readonly thing: Entry | undefined
}

/** What happened in each dispute up to the organisation's day, in order, by dispute. */
export function disputeEvents(organisation: Organisation): Map<string, Entry[]> {
  return Map.groupBy(organisation.listed('dispute-developed'), ({ act }) => act.dispute)
}

export function connectionsOf({ act }: Dispute, organisation: Organisation): Connection[] {
  return act.connections.map(({ what, meeting, decision, instrument, exercise }) => ({
    what,
    thing:
      (meeting && organisation.meeting(meeting)) ||
      (decision && organisation.decision(decision)) ||
      (instrument && organisation.instrument(instrument)) ||
      (exercise && organisation.exercise(exercise)) ||
      undefined,
  }))
}
