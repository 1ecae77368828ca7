import { negotiation } from './acts/negotiation.ts'
import type { Act, ActKind, ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import { involvedIn, participantsOf } from './named.ts'
import { applyToParticipant, bearsOnParticipant, noParticipant, type Participant } from './participants.ts'
import { dayOfEffect } from './place.ts'
import { refersTo } from './references.ts'

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
  /** The acts of one kind, for the kinds that are read as a list. */
  readonly kind: null
  /** The positions taken on one decision. */
  readonly position: null
  /** What is done to one proposal on the way to a decision, and to the decision afterwards; under `notes`, the notes. */
  readonly negotiation: null
  /** What is done at one meeting held live. */
  readonly 'live-meeting': null
  /** The acts that refer to one thing, `meeting/spring-2004`. */
  readonly referring: null
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

/** The kinds of act that are read as a list: few enough to be gone through for each question. */
const listed = [
  'programme-recorded',
  'stance-reported',
  'thread-described',
  'dispute-recorded',
  'dispute-developed',
  'text-described',
  'paragraph-abstracted',
  'element-described',
  'definition-described',
  'statement-reported',
  'claim-recorded',
  'term-began',
  'chair-taken',
  'shares-stated',
  'relation-established',
  'neighbour-described',
  'feature-stated',
  'bearing-noted',
  'membership-recorded',
  'figure-stated',
  'research-accounted',
  'rule-stated',
  'document-described',
  'gap-stated',
  'decision-numbered',
  'decision-joined',
  'clock-set',
] as const satisfies readonly ActKind[]
export type ListedKind = (typeof listed)[number]

function isListed(kind: ActKind): kind is ListedKind {
  return (listed as readonly ActKind[]).includes(kind)
}

/** How acts bear on one type of thing: which of them an act touches, where each begins, and what an act makes of it. */
interface Versioned<State> {
  readonly touchedBy: (act: Act) => readonly string[]
  readonly initial: (id: string) => State
  readonly apply: (state: State, entry: Entry) => State
  /** What an act makes of it does not depend on the acts before: no versions need be kept, only the acts in order. */
  readonly onlyTheLastCounts?: true
}

/** Things of which all are asked for together, in the order of the acts that describe them. */
export const chronicled = ['meeting', 'decision', 'instrument', 'exercise'] as const satisfies readonly Thing[]
export type Chronicled = (typeof chronicled)[number]

export const things: { readonly [T in Thing]: Versioned<States[T]> } = {
  organisation: {
    touchedBy: (act) => (act.kind === 'organisation-described' ? ['it'] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'organisation-described' ? act : before),
    onlyTheLastCounts: true,
  },
  participant: {
    touchedBy: (act) => (bearsOnParticipant(act) ? participantsOf(act) : []),
    initial: noParticipant,
    apply: applyToParticipant,
  },
  rule: {
    touchedBy: (act) => (act.kind === 'rule-stated' ? [act.rule] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'rule-stated' ? act : before),
    onlyTheLastCounts: true,
  },
  source: {
    touchedBy: (act) => (act.kind === 'source-described' ? [act.source] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'source-described' ? act : before),
    onlyTheLastCounts: true,
  },
  coverage: {
    touchedBy: (act) => (act.kind === 'coverage-stated' ? [`${act.year}/${act.of}`] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'coverage-stated' ? act : before),
    onlyTheLastCounts: true,
  },
  body: {
    touchedBy: (act) => (act.kind === 'body-described' ? [act.body] : []),
    initial: () => undefined,
    apply: (before, { act }) => (act.kind === 'body-described' ? act : before),
    onlyTheLastCounts: true,
  },
  meeting: {
    touchedBy: (act) => (act.kind === 'meeting-held' ? [act.meeting] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
    onlyTheLastCounts: true,
  },
  decision: {
    touchedBy: (act) => (act.kind === 'decision-recorded' ? [act.decision] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
    onlyTheLastCounts: true,
  },
  instrument: {
    touchedBy: (act) => (act.kind === 'instrument-signed' ? [act.instrument] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
    onlyTheLastCounts: true,
  },
  exercise: {
    touchedBy: (act) => (act.kind === 'exercise-held' ? [act.exercise] : []),
    initial: () => undefined,
    apply: (_before, entry) => entry,
    onlyTheLastCounts: true,
  },
  kind: {
    touchedBy: (act) => (isListed(act.kind) ? [act.kind] : []),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  position: {
    touchedBy: (act) => (act.kind === 'position-taken' ? [act.decision] : []),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  negotiation: {
    touchedBy: negotiatedIn,
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  'live-meeting': {
    touchedBy: (act) => (isOfLiveMeeting(act) ? [act.meeting] : []),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  referring: {
    touchedBy: (act) =>
      act.kind === 'position-taken' ? [] : distinct(refersTo(act).map(({ thing, id }) => `${thing}/${id}`)),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  sitting: {
    touchedBy: (act) => (act.kind === 'meeting-held' || act.kind === 'decision-recorded' ? [act.body] : []),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  involving: {
    touchedBy: (act) => distinct([...participantsOf(act), ...involvedIn(act)]),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  month: {
    touchedBy: (act) => [dayOfEffect(act).slice(0, 7)],
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
  citing: {
    touchedBy: (act) => distinct(act.sources.map((reference) => reference.source)),
    initial: () => null,
    apply: () => null,
    onlyTheLastCounts: true,
  },
}

function distinct(ids: readonly string[]): readonly string[] {
  return ids.length < 2 ? ids : [...new Set(ids)]
}

/** The proposal or decision to which an act does something. */
function negotiatedIn(act: Act): readonly string[] {
  if (act.kind === 'proposal-made') return ['proposals', act.decision]
  if (act.kind === 'note-registered') return act.decision ? ['notes', act.decision] : ['notes']
  const isOne = act.kind in negotiation || act.kind === 'position-taken' || act.kind === 'decision-recorded'
  return isOne && 'decision' in act && act.decision !== undefined ? [act.decision] : []
}

const ofLiveMeeting = [
  'meeting-opened',
  'presence-noted',
  'sitting-changed',
  'minutes-noted',
  'question-put',
  'meeting-closed',
] as const satisfies readonly ActKind[]

function isOfLiveMeeting(act: Act): act is Extract<Act, { kind: (typeof ofLiveMeeting)[number] }> {
  return (ofLiveMeeting as readonly ActKind[]).includes(act.kind)
}
