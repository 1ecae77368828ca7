import { z } from 'zod'
import { type Instant, isRefusal, type PartialDate, parseInstant, parsePartialDate } from '../../rules/index.ts'

/** The fields of which acts are made. */

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~/-]{0,159}$/, 'is not an id: letters, digits and . _ ~ / - only, 160 at most')
/** Canonical JSON is defined for well-formed Unicode only. */
export const text = z
  .string()
  .min(1)
  .refine((s) => s.isWellFormed(), 'holds half a character (a lone surrogate)')

export const partialDate = z.union([z.string(), z.int()]).transform((written, context): PartialDate => {
  const parsed = parsePartialDate(String(written))
  if (!isRefusal(parsed)) return parsed
  context.addIssue({ code: 'custom', message: `${parsed.message} ${parsed.remedy}` })
  return z.NEVER
})

export const instant = z.string().transform((written, context): Instant => {
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

export const positions = z.strictObject({ for: z.array(id), against: z.array(id), abstaining: z.array(id) })

/** What every act has. `on` is when it took effect in the world; an act without it is true of every day (a source, a name). */
export const common = {
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

export const dated = { ...common, on: partialDate }
