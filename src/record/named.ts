import type { ActOf } from './acts.ts'

/** Those whose part in a decision is known: being one of the members of the day is not. */
export function partIn({
  proposedBy = [],
  stances = [],
  outside = [],
  concerns = [],
}: ActOf<'decision-recorded'>): string[] {
  return [...proposedBy, ...stances.map((stance) => stance.participant), ...outside, ...concerns]
}

/** Those whom the record names with an exercise, whether they took part, hosted, stayed away or let nobody through. */
export function namedWith({
  hosts = [],
  forces = [],
  absent = [],
  declined = [],
  transit = [],
}: ActOf<'exercise-held'>): string[] {
  return [...hosts, ...[...forces, ...absent, ...declined, ...transit].map((one) => one.participant)]
}
