import {
  type Act,
  type ActKind,
  type Doubt,
  dayOfEffect,
  type Entry,
  isClosed,
  type Organisation,
} from '../record/index.ts'

/** The kinds of fact, each with the acts that state one; a meeting says itself under which kind it is covered. */
const kindsOfFact: { readonly [of: string]: readonly ActKind[] } = {
  statuses: ['status-granted', 'status-ended'],
  steps: ['step-taken'],
  guests: ['attended-as-guest'],
  'other-contacts': ['relation-noted', 'representation-changed'],
  decisions: ['decision-recorded'],
  instruments: ['instrument-signed'],
  exercises: ['exercise-held'],
  programmes: ['programme-recorded'],
  positions: ['stance-reported'],
  disputes: ['dispute-recorded', 'dispute-developed'],
  bodies: ['body-described'],
  offices: ['term-began'],
  chairs: ['chair-taken'],
  'shares-in-the-budget': ['shares-stated'],
  rules: ['rule-stated', 'document-described'],
  'key-texts': ['text-described', 'paragraph-abstracted'],
  definitions: ['definition-described'],
  statements: ['statement-reported'],
  'relations-with-others': ['relation-established'],
  neighbours: ['neighbour-described', 'feature-stated', 'membership-recorded'],
  figures: ['figure-stated'],
  'names-and-places': ['participant-described', 'participant-named', 'capital-located'],
}

const kindOf = new Map(Object.entries(kindsOfFact).flatMap(([of, kinds]) => kinds.map((kind) => [kind, of] as const)))

/**
 * Every act that states a fact, by kind of fact: the dated ones up to the day. What describes the edition itself (its
 * sources, its coverage) states no fact, and what was entered under seal is not counted.
 */
export function factsByKind(organisation: Organisation): ReadonlyMap<string, readonly Entry[]> {
  const dated = organisation.acts().filter(({ act }) => dayOfEffect(act) <= organisation.day)
  const open = [...organisation.actsOfEveryDay(), ...dated].filter(({ act }) => !isClosed(act))
  const byKind = Map.groupBy(open, ({ act }) => kindOfAct(act) ?? '')
  byKind.delete('')
  return byKind
}

function kindOfAct(act: Act): string | undefined {
  return act.kind === 'meeting-held' ? (act.coveredAs ?? 'meetings-in-no-series') : kindOf.get(act.kind)
}

/** Whether coverage speaks of it: of meetings those held, of decisions those adopted, of statuses those granted. */
export function isCovered({ act }: Entry): boolean {
  if (act.kind === 'meeting-held') return !act.planned
  if (act.kind === 'decision-recorded') return act.outcome === 'adopted'
  return act.kind !== 'status-ended'
}

/** On what a fact rests, the best of its sources counting; what was done here was entered by whoever did it. */
export const readings = ['read', 'partial', 'secondary', 'located', 'not-stated', 'no-source', 'done-here'] as const
export type Reading = (typeof readings)[number]

export function readingOf(act: Act): Reading {
  if (!act.history) return 'done-here'
  if (act.sources.length === 0) return 'no-source'
  const how = act.sources.map(({ evidence = 'not-stated' }) => evidence)
  return readings.find((reading) => (how as readonly Reading[]).includes(reading)) ?? 'not-stated'
}

export const doubtKinds = ['unverified', 'inferred', 'conflict'] as const satisfies readonly Doubt['kind'][]

/** How many of some facts rest on what, and how many are doubted; one fact may carry doubts of several kinds. */
export interface Standing {
  readonly all: number
  readonly reading: { readonly [R in Reading]: number }
  readonly doubted: number
  readonly doubts: { readonly [K in Doubt['kind']]: number }
}

export function standingOfFacts(facts: readonly Entry[]): Standing {
  const byReading = Map.groupBy(facts, ({ act }) => readingOf(act))
  const kinds = facts.map(({ act }) => new Set(act.doubt.map(({ kind }) => kind))).filter(({ size }) => size > 0)
  const reading = readings.map((one) => [one, byReading.get(one)?.length ?? 0] as const)
  const doubts = doubtKinds.map((kind) => [kind, kinds.filter((some) => some.has(kind)).length] as const)
  return {
    all: facts.length,
    reading: Object.fromEntries(reading) as Standing['reading'],
    doubted: kinds.length,
    doubts: Object.fromEntries(doubts) as Standing['doubts'],
  }
}
