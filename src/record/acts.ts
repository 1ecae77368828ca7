import { z } from 'zod'
import { type Instant, isRefusal, type PartialDate, parseInstant, parsePartialDate } from '../rules/index.ts'

/**
 * Every kind of act, as it is written in a history file, sent by a seat or kept in the register. What can happen is
 * listed here once; the fold, the reviews and the sentences of the interface are asked for each kind by the compiler.
 */

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~/-]{0,159}$/, 'is not an id: letters, digits and . _ ~ / - only, 160 at most')
/** Canonical JSON is defined for well-formed Unicode only. */
const text = z
  .string()
  .min(1)
  .refine((s) => s.isWellFormed(), 'holds half a character (a lone surrogate)')

export const partialDate = z.union([z.string(), z.int()]).transform((written, context): PartialDate => {
  const parsed = parsePartialDate(String(written))
  if (!isRefusal(parsed)) return parsed
  context.addIssue({ code: 'custom', message: `${parsed.message} ${parsed.remedy}` })
  return z.NEVER
})

const instant = z.string().transform((written, context): Instant => {
  const parsed = parseInstant(written)
  if (!isRefusal(parsed)) return parsed
  context.addIssue({ code: 'custom', message: `${parsed.message} ${parsed.remedy}` })
  return z.NEVER
})

/** Names in the languages known. English is always there: the interface falls back to it. */
export const names = z.strictObject({ en: text, ru: text.optional(), zh: text.optional() })
export type Names = z.infer<typeof names>

/** Where a fact is documented. `evidence` says how well the place was read; `covers` that it is documented as part of a longer account. */
export const sourceReference = z.strictObject({
  source: id,
  locator: text.optional(),
  evidence: z.enum(['read', 'partial', 'secondary', 'located']).optional(),
  covers: z.enum(['this-act', 'procedure']).optional(),
})
export type SourceReference = z.infer<typeof sourceReference>

/** The one shape of doubt: which field, of which kind, and why. */
export const doubt = z.strictObject({
  field: text,
  kind: z.enum(['unverified', 'inferred', 'conflict']),
  note: text,
})
export type Doubt = z.infer<typeof doubt>

const period = z.union([
  z.strictObject({ days: z.int().positive() }),
  z.strictObject({ weeks: z.int().positive() }),
  z.strictObject({ months: z.int().positive() }),
  z.strictObject({ years: z.int().positive() }),
])

const positions = z.strictObject({ for: z.array(id), against: z.array(id), abstaining: z.array(id) })

const decisionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consensus') }),
  z.strictObject({
    kind: z.literal('majority'),
    share: z.tuple([z.int().positive(), z.int().positive()]).refine(([a, b]) => a <= b, 'is a share above the whole'),
    strict: z.boolean(),
  }),
])

/** What of a rule computes; a rule without it is shown as text. */
const computes = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: id, grantedBy: id, heldBefore: z.array(id).optional() }),
  z.strictObject({ kind: z.literal('body'), body: id, name: text, decides: decisionRule }),
  z.strictObject({ kind: z.literal('leaving'), notice: period }),
])

/** What every act has. `on` is when it took effect in the world; an act without it is true of every day (a source, a name). */
const common = {
  id,
  version: z.literal(1).default(1),
  on: partialDate.optional(),
  /** The instant of a live act: its place in the day. */
  at: instant.optional(),
  /** Stands immediately after this act of the same day, or at `day-begins`. */
  after: id.optional(),
  /** This act carries out a decision, so on the decision's day it follows it. */
  carriesOut: id.optional(),
  replaces: z.array(id).min(1).optional(),
  /** Why an earlier act is replaced: what the earlier source said and what the later one shows. */
  correction: text.optional(),
  sources: z.array(sourceReference).default([]),
  doubt: z.array(doubt).default([]),
  note: text.optional(),
  /** Set by the loader: the act stands in the organisation's folder. */
  history: z.boolean().optional(),
}

const dated = { ...common, on: partialDate }

const labelled = z.strictObject({ one: text, many: text })
export const tones = ['member', 'observer', 'partner', 'past', 'guest'] as const

const kinds = {
  'organisation-described': z.strictObject({
    ...common,
    kind: z.literal('organisation-described'),
    names,
    shortName: text,
    /** `independent`: compiled from public sources by others. `working`: the organisation's own. */
    edition: z.enum(['independent', 'working', 'made-up']),
    introduction: z.array(text).min(1).max(3),
    timeZone: text,
    begins: partialDate,
    /** The last day that the record covers. */
    coveredTo: partialDate,
    statuses: z
      .array(
        z.strictObject({
          status: id,
          tone: z.enum(tones),
          en: labelled,
          ru: labelled.optional(),
          zh: labelled.optional(),
        }),
      )
      .min(1),
    pointOfEntry: z.strictObject({ on: partialDate, title: text }).optional(),
  }),
  'rule-stated': z.strictObject({
    ...dated,
    kind: z.literal('rule-stated'),
    rule: id,
    /** The first day on which it no longer applies. */
    to: partialDate.optional(),
    document: text,
    article: text.optional(),
    strength: z.enum(['must', 'as-a-rule']),
    says: text,
    computes: computes.optional(),
  }),
  'participant-described': z.strictObject({
    ...common,
    kind: z.literal('participant-described'),
    participant: id,
    type: z.enum(['state', 'organisation']),
    names,
  }),
  'participant-named': z.strictObject({
    ...dated,
    kind: z.literal('participant-named'),
    participant: id,
    names,
  }),
  'capital-located': z.strictObject({
    ...common,
    kind: z.literal('capital-located'),
    participant: id,
    capital: text,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    /** Land neighbours as the reference set gives them: routes in practice, not a view on any border. */
    neighbours: z.array(id).optional(),
  }),
  'source-described': z.strictObject({
    ...common,
    kind: z.literal('source-described'),
    source: id,
    title: text,
    publisher: text,
    url: z.url({ protocol: /^https?$/ }).nullable(),
    date: partialDate.nullable(),
    language: text,
    licence: text.optional(),
  }),
  'coverage-stated': z.strictObject({
    ...common,
    kind: z.literal('coverage-stated'),
    year: z.int(),
    of: id,
    coverage: z.enum(['complete', 'nearly-complete', 'landmarks-only', 'sample', 'none']),
    basis: text,
  }),
  'status-granted': z.strictObject({
    ...dated,
    kind: z.literal('status-granted'),
    participant: id,
    status: id,
    decided: z
      .strictObject({
        on: partialDate.optional(),
        by: id.optional(),
        meeting: text.optional(),
        place: text.optional(),
        positions: positions.optional(),
      })
      .optional(),
    /** What made it take effect: a memorandum signed, a decision taken. */
    effect: text.optional(),
    founding: z.boolean().optional(),
  }),
  'status-ended': z.strictObject({
    ...dated,
    kind: z.literal('status-ended'),
    participant: id,
    noticeOn: partialDate.optional(),
    effect: text.optional(),
  }),
  'step-taken': z.strictObject({
    ...dated,
    kind: z.literal('step-taken'),
    participants: z.array(id).min(1),
    /** The status towards which, or within which, the step was taken. */
    toward: id,
    what: text,
  }),
  'attended-as-guest': z.strictObject({
    ...dated,
    kind: z.literal('attended-as-guest'),
    participant: id,
    what: text,
  }),
  /** A contact that was neither an attendance nor a step towards a status. */
  'relation-noted': z.strictObject({
    ...dated,
    kind: z.literal('relation-noted'),
    participant: id,
    what: text,
  }),
  'representation-changed': z.strictObject({
    ...dated,
    kind: z.literal('representation-changed'),
    participant: id,
    represented: z.boolean(),
    what: text,
  }),
  'body-described': z.strictObject({
    ...common,
    kind: z.literal('body-described'),
    body: id,
    names,
    abbreviation: text.optional(),
    /** What kind of body: of the basic documents, permanent, a mechanism, planned … */
    type: id,
    established: partialDate.optional(),
    seat: text.optional(),
    composition: text.optional(),
    chairRule: text.optional(),
    frequency: text.optional(),
    powers: z.array(text).optional(),
    reportsTo: text.optional(),
    /** The body that `reportsTo` names, where it is one in the record. */
    under: id.optional(),
    decides: text.optional(),
    article: text.optional(),
  }),
  'meeting-held': z.strictObject({
    ...dated,
    kind: z.literal('meeting-held'),
    meeting: id,
    body: id,
    number: z.int().positive().optional(),
    /** The last day of a meeting of several. */
    lastDay: partialDate.optional(),
    city: text.optional(),
    country: id.optional(),
    chair: id.optional(),
    format: text.optional(),
    level: text.optional(),
    extraordinary: z.boolean().optional(),
    /** Announced, and not known to have been held. */
    planned: z.boolean().optional(),
    inMarginsOf: id.optional(),
    /** Those whom a source names. Who may be presumed to have attended is derived where it is shown. */
    attendance: z.array(z.strictObject({ participant: id, as: id, level: text.optional() })).optional(),
    attendanceBasis: z.enum(['named', 'partly-named', 'all-members-per-source', 'presumed', 'none-recorded']),
    /** Under which kind of fact the coverage of such meetings is stated. */
    coveredAs: id.optional(),
    outcomes: z.array(text),
    outcomesKnown: z.enum(['complete', 'partial', 'none-found']),
  }),
  'decision-recorded': z.strictObject({
    ...dated,
    kind: z.literal('decision-recorded'),
    decision: id,
    title: text,
    /** Numbered by the organisation: `1`, `1 in the list of documents`. */
    number: text.optional(),
    body: id,
    meeting: id.optional(),
    /** What was decided or proposed: a declaration, a programme, an admission … */
    type: id,
    outcome: z.enum(['adopted', 'not-adopted', 'proposed']),
    /** Named participants; `members`: the list is that of the members of the day and is not stored; `interested`: those members who wish. */
    participants: z.union([z.array(id), z.enum(['members', 'all', 'interested'])]),
    proposedBy: z.array(id).optional(),
    proposedByBasis: text.optional(),
    stances: z
      .array(
        z.strictObject({
          participant: id,
          stance: z.enum([
            'objected',
            'reservation',
            'not-associated',
            'not-endorsed',
            'national-law-limit',
            'reported-resistance',
          ]),
          about: text,
          /** Who says so. */
          attribution: text,
          disputed: text.optional(),
          unverified: z.boolean().optional(),
          sources: z.array(sourceReference).optional(),
        }),
      )
      .optional(),
    outside: z.array(id).optional(),
    concerns: z.array(id).optional(),
    supersededBy: id.optional(),
    counterparty: text.optional(),
  }),
  'instrument-signed': z.strictObject({
    ...dated,
    kind: z.literal('instrument-signed'),
    instrument: id,
    title: text,
    type: id,
    place: text.optional(),
    signatories: z.array(id),
    /** The clause on entry into force as far as it was read. */
    clause: z.strictObject({ says: text, verified: z.boolean() }).optional(),
    /** As a source states it; nothing is computed from deposits that are not published. */
    inForceOn: partialDate.optional(),
    parties: z
      .array(
        z.strictObject({
          participant: id,
          signedOn: partialDate.optional(),
          depositedOn: partialDate.optional(),
          inForceOn: partialDate.optional(),
          note: text.optional(),
        }),
      )
      .optional(),
    depositary: text.optional(),
    amendments: z.array(text).optional(),
    accession: text.optional(),
    terms: z.array(text).optional(),
  }),
  'exercise-held': z.strictObject({
    ...dated,
    kind: z.literal('exercise-held'),
    exercise: id,
    name: text,
    type: id,
    lastDay: partialDate.optional(),
    places: z.array(text).optional(),
    hosts: z.array(id).optional(),
    /** What it was officially called, and on what that rests. */
    label: text.optional(),
    labelBasis: text.optional(),
    bilateral: z.boolean().optional(),
    participantsKnown: z.enum(['yes', 'presumed', 'no']),
    forces: z.array(z.strictObject({ participant: id, as: text, personnel: z.int().positive().optional() })).optional(),
    personnel: z.int().positive().optional(),
    absent: z.array(z.strictObject({ participant: id, reason: text.optional() })).optional(),
    declined: z
      .array(z.strictObject({ participant: id, reason: text.optional(), attribution: text.optional() }))
      .optional(),
    transit: z.array(z.strictObject({ participant: id, says: text, attribution: text.optional() })).optional(),
    scenario: text.optional(),
    result: text.optional(),
  }),
  'act-withdrawn': z.strictObject({
    ...common,
    kind: z.literal('act-withdrawn'),
    withdraws: z.array(id).min(1),
    reason: text,
  }),
} as const

export type ActKind = keyof typeof kinds
export type ActOf<K extends ActKind> = z.infer<(typeof kinds)[K]>
export type Act = { [K in ActKind]: ActOf<K> }[ActKind]
export const actKinds = Object.keys(kinds) as ActKind[]

/** The schema of an act of any kind; `kind` chooses. */
export const actSchema = z.discriminatedUnion(
  'kind',
  Object.values(kinds) as unknown as [(typeof kinds)['act-withdrawn']],
) as unknown as z.ZodType<Act>

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
