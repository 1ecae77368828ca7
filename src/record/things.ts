import type { Act, ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import { namedWith, partIn } from './named.ts'
import { applyToParticipant, noParticipant, type Participant } from './participants.ts'
import { dayOfEffect } from './place.ts'

/** What the fold keeps versions of, by type of thing. */
export interface States {
  readonly organisation: ActOf<'organisation-described'> | undefined
  readonly participant: Participant
  readonly rule: ActOf<'rule-stated'> | undefined
  readonly source: ActOf<'source-described'> | undefined
  readonly body: ActOf<'body-described'> | undefined
  readonly meeting: Entry | undefined
  readonly decision: Entry | undefined
  readonly instrument: Entry | undefined
  readonly exercise: Entry | undefined
  readonly coverage: ActOf<'coverage-stated'> | undefined
  /** The meetings and decisions of one body. */
  readonly sitting: null
  /** The acts that name one participant: its own, and meetings and decisions in which it had a part. */
  readonly involving: null
  /** The acts of one month, `2017-06`; of every day, ''. */
  readonly month: null
  /** The acts that cite one source. */
  readonly citing: null
}
export type Thing = keyof States

/** How acts bear on one type of thing: which of them an act touches, where each begins, and what an act makes of it. */
interface Versioned<State> {
  readonly touchedBy: (act: Act) => readonly string[]
  readonly initial: (id: string) => State
  readonly apply: (state: State, entry: Entry) => State
}

export const things: { readonly [T in Thing]: Versioned<States[T]> } = {
  organisation: {
    touchedBy: (act) => (act.kind === 'organisation-described' ? ['it'] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'organisation-described' ? act : before),
  },
  participant: {
    touchedBy: participantsOf,
    initial: noParticipant,
    apply: applyToParticipant,
  },
  rule: {
    touchedBy: (act) => (act.kind === 'rule-stated' ? [act.rule] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'rule-stated' ? act : before),
  },
  source: {
    touchedBy: (act) => (act.kind === 'source-described' ? [act.source] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'source-described' ? act : before),
  },
  coverage: {
    touchedBy: (act) => (act.kind === 'coverage-stated' ? [`${act.year}/${act.of}`] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'coverage-stated' ? act : before),
  },
  body: {
    touchedBy: (act) => (act.kind === 'body-described' ? [act.body] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'body-described' ? act : before),
  },
  meeting: {
    touchedBy: (act) => (act.kind === 'meeting-held' ? [act.meeting] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
  },
  decision: {
    touchedBy: (act) => (act.kind === 'decision-recorded' ? [act.decision] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
  },
  instrument: {
    touchedBy: (act) => (act.kind === 'instrument-signed' ? [act.instrument] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
  },
  exercise: {
    touchedBy: (act) => (act.kind === 'exercise-held' ? [act.exercise] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
  },
  sitting: {
    touchedBy: (act) => (act.kind === 'meeting-held' || act.kind === 'decision-recorded' ? [act.body] : []),
    initial: () => null,
    apply: () => null,
  },
  involving: {
    touchedBy: (act) => [...new Set([...participantsOf(act), ...involvedIn(act)])],
    initial: () => null,
    apply: () => null,
  },
  month: {
    touchedBy: (act) => [dayOfEffect(act).slice(0, 7)],
    initial: () => null,
    apply: () => null,
  },
  citing: {
    touchedBy: (act) => [...new Set(act.sources.map((reference) => reference.source))],
    initial: () => null,
    apply: () => null,
  },
}

/** The participants an act concerns. */
export function participantsOf(act: Act): readonly string[] {
  if ('participant' in act) return [act.participant]
  return act.kind === 'step-taken' ? act.participants : []
}

/** Those who had a part in a meeting or a decision, as named; nobody is presumed here. */
export function involvedIn(act: Act): readonly string[] {
  switch (act.kind) {
    case 'meeting-held':
      return [act.chair, act.country, ...(act.attendance ?? []).map((a) => a.participant)].filter(
        (id) => id !== undefined,
      )
    case 'decision-recorded':
      return [...(Array.isArray(act.participants) ? act.participants : []), ...partIn(act)]
    case 'instrument-signed':
      return [...act.signatories, ...(act.parties ?? []).map((party) => party.participant)]
    case 'exercise-held':
      return namedWith(act)
    default:
      return []
  }
}
