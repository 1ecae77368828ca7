import { z } from 'zod'
import { around } from './acts/around.ts'
import { belonging } from './acts/belonging.ts'
import { claims } from './acts/claims.ts'
import { constitution } from './acts/constitution.ts'
import { described } from './acts/described.ts'
import { common, id, text } from './acts/fields.ts'
import { negotiation } from './acts/negotiation.ts'
import { offices } from './acts/offices.ts'
import { pursued } from './acts/pursued.ts'
import { said } from './acts/said.ts'
import { work } from './acts/work.ts'

export {
  type Check,
  type ClaimTest,
  type Condition,
  claimTest,
  type Measure,
  measure,
  type Verdict,
  verdicts,
  type Where,
} from './acts/claims.ts'
export { editions, tones } from './acts/described.ts'
export {
  type Doubt,
  doubt,
  instant,
  type Names,
  names,
  partialDate,
  type SourceReference,
  sourceReference,
} from './acts/fields.ts'

/**
 * Every kind of act, as it is written in a history file, sent by a seat or kept in the register. What can happen is
 * listed here once; the fold, the reviews and the sentences of the interface are asked for each kind by the compiler.
 */
const kinds = {
  ...described,
  ...constitution,
  ...belonging,
  ...work,
  ...offices,
  ...pursued,
  ...said,
  ...claims,
  ...around,
  ...negotiation,
  'act-withdrawn': z.strictObject({
    ...common,
    kind: z.literal('act-withdrawn'),
    withdraws: z.array(id).min(1),
    reason: text,
  }),
  /** What stands in the register for an act that is not open to everyone: the hash of what was entered. */
  sealed: z.strictObject({ ...common, kind: z.literal('sealed'), seal: z.string() }),
} as const

export type ActKind = keyof typeof kinds
export type NegotiationKind = keyof typeof negotiation
export type ActOf<K extends ActKind> = z.infer<(typeof kinds)[K]>
export type Act = { [K in ActKind]: ActOf<K> }[ActKind]
export const actKinds = Object.keys(kinds) as ActKind[]

/** The schema of each kind, for what is made of it elsewhere: a description of the interface, a form. */
export const schemasOfActs: { readonly [K in ActKind]: z.ZodType } = kinds

/** The schema of an act of any kind; `kind` chooses. */
export const actSchema = z.discriminatedUnion(
  'kind',
  Object.values(kinds) as unknown as [(typeof kinds)['act-withdrawn']],
) as unknown as z.ZodType<Act>

const openKinds: ReadonlySet<string> = new Set(['decision-numbered', 'decision-joined'])
const closedKinds: ReadonlySet<string> = new Set([
  ...Object.keys(negotiation).filter((kind) => !openKinds.has(kind)),
  'position-taken',
  'sealed',
])

/**
 * Whether an act is kept under seal when it is entered: what is done on the way to a decision is not for everyone, who may
 * see it is asked each time (`visible`). What history tells is open, whatever it tells of.
 */
export function isClosed(act: Act): boolean {
  return !act.history && closedKinds.has(act.kind)
}

/** What was done live on the way to a decision, and the decision itself: it stands as it was entered, another act follows it. */
export function standsAsEntered(act: Act): boolean {
  if (act.history) return false
  return (
    act.kind in negotiation || act.kind === 'position-taken' || (act.kind === 'decision-recorded' && !!act.adoption)
  )
}

/** The ids that an act takes out of the record, wholly or to stand in their place. */
export function targetsOf(act: Act): readonly string[] {
  return act.kind === 'act-withdrawn' ? [...act.withdraws, ...(act.replaces ?? [])] : (act.replaces ?? [])
}

/** Older versions of a kind are lifted to the one in use, one version at a time. None has changed yet. */
export type Upcasts = {
  readonly [kind: string]: readonly ((older: Record<string, unknown>) => Record<string, unknown>)[]
}
const upcasts: Upcasts = {}

/** Lifts stored JSON to the version of its kind now in use; `upcasts[kind][n]` lifts version n + 1. */
export function upcast(stored: Record<string, unknown>, table: Upcasts = upcasts): Record<string, unknown> {
  const steps = table[String(stored.kind)] ?? []
  return steps.slice(Number(stored.version ?? 1) - 1).reduce((act, lift) => lift(act), stored)
}
