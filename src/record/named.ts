import type { Act, ActOf } from './acts.ts'

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

/** The participants an act concerns. */
export function participantsOf(act: Act): readonly string[] {
  if ('participant' in act && act.participant !== undefined) return [act.participant]
  return act.kind === 'step-taken' ? act.participants : []
}

/** Those who had a part in what an act records, as named; nobody is presumed here. */
export function involvedIn(act: Act): readonly string[] {
  switch (act.kind) {
    case 'meeting-held':
      return [
        act.chair,
        act.country,
        ...(act.calledBy ?? []),
        ...(act.attendance ?? []).map((a) => a.participant),
      ].filter((id) => id !== undefined)
    case 'decision-recorded':
      return [...(Array.isArray(act.participants) ? act.participants : []), ...partIn(act)]
    case 'instrument-signed':
      return [...act.signatories, ...(act.parties ?? []).map((party) => party.participant)]
    case 'exercise-held':
      return namedWith(act)
    case 'programme-recorded':
      return [
        ...(Array.isArray(act.participants) ? act.participants : []),
        ...(act.outside ?? []),
        ...(act.lead ? [act.lead] : []),
        ...(act.proposedBy ?? []),
        ...(act.commitments ?? []).flatMap(({ by }) => (Array.isArray(by) ? by : [])),
      ]
    case 'dispute-recorded':
      return act.between
    case 'shares-stated':
      return [...act.shares, ...(act.posts ?? [])].map((one) => one.participant)
    case 'paragraph-abstracted':
      return act.names ?? []
    case 'claim-recorded':
      return act.participants ?? []
    case 'relation-established':
      return act.participants ?? []
    case 'votes-compared':
      return [...new Set(act.pairs.flatMap(({ between }) => between))]
    default:
      return []
  }
}
