import { z } from 'zod'
import {
  countable,
  type EntryQuestion,
  eventKinds,
  type Period,
  type Refusal,
  refuse,
  type Wait,
} from '../rules/index.ts'
import { id, partialDate, text } from './acts/fields.ts'

/** The fields of a question on entry into force, as a file or an act writes them. */

const units = ['days', 'weeks', 'months', 'years'] as const
/** Nought is "on the day of". */
const upTo = (most: number) => z.int().min(0).max(most)
const after = z
  .strictObject({ days: upTo(36_500), weeks: upTo(5200), months: upTo(1200), years: upTo(100) })
  .partial()
  .refine((period) => Object.keys(period).length === 1, `has one unit: ${units.join(', ')}, such as {"days": 30}`)
  .transform((period) => period as Period)

const wait = {
  after: after.optional(),
  startOf: z.enum(['following-month', 'month']).optional(),
  passed: z.literal(true).optional(),
} satisfies Record<keyof Wait, z.ZodType>
// A wait of a hundred years from here still ends in a year of four digits.
const date = partialDate.refine((on) => on < '9800', 'lies too far ahead: 9799 is the last year')
const weighs = z
  .number()
  .min(0)
  .max(1e12)
  .refine((n) => Math.abs(n * 1e6 - Math.round(n * 1e6)) < 0.01, 'has more than six decimals')
const share = z.strictObject({
  weight: text,
  /** [1, 2]: at least one half. */
  atLeast: z.tuple([z.int().positive(), z.int().positive()]),
  /** "More than" in the place of "at least". */
  strict: z.boolean().optional(),
  of: z.enum(['all', 'among']).optional(),
})

const conditions = {
  count: z.union([z.int(), z.literal('all')], 'is a whole number, or "all"').optional(),
  of: z.array(z.enum(countable)).min(1).optional(),
  among: z.union([z.enum(['all', 'signatories']), z.array(id)], 'is "all", "signatories" or a list of ids').optional(),
  share: share.optional(),
  instruments: z.array(z.strictObject({ id: text, inForceOn: date.nullable() })).optional(),
  by: date.optional(),
}
const own = Object.keys(conditions)

const clauseFields = {
  ...conditions,
  ...wait,
  notBefore: date.optional(),
  article: text.optional(),
  get all(): z.ZodOptional<z.ZodArray<typeof innerClause>> {
    return z.array(innerClause).optional()
  },
  get any(): z.ZodOptional<z.ZodArray<typeof innerClause>> {
    return z.array(innerClause).optional()
  },
}
const unmixed = (clause: object) =>
  ['all', 'any'].filter((kind) => kind in clause).length + Number(own.some((key) => key in clause)) <= 1
const mixed = 'holds conditions of its own, "all" or "any": one of the three. Put the conditions into the list'

const innerClause: z.ZodType<EntryQuestion['clause']> = z.lazy(() =>
  z
    .strictObject(clauseFields)
    .refine(unmixed, mixed)
    .transform((clause) => clause as EntryQuestion['clause']),
)

export const laterParty = z.strictObject({
  ...wait,
  since: z.enum(['conditions-met', 'entry-into-force']).optional(),
  article: text.optional(),
})

/** A clause on entry into force: conditions of its own, or `all` or `any` of a list of clauses. */
export const entryClause = z
  .strictObject({ ...clauseFields, laterParty: laterParty.optional() })
  .refine(unmixed, mixed)
  .transform((clause) => clause as EntryQuestion['clause'])

const event = z.strictObject({
  participant: id,
  kind: z.enum(eventKinds),
  on: date,
  succeededOn: date.optional(),
})

export const entryQuestion: z.ZodType<EntryQuestion> = z
  .strictObject({
    id: text,
    clause: entryClause,
    events: z.array(event),
    weights: z.record(text, z.record(id, weighs)).optional(),
    /** The same by participant, as those entitled to decide are written. */
    participants: z.array(z.strictObject({ id, weights: z.record(text, weighs) })).optional(),
    totals: z.record(text, weighs).optional(),
  })
  .transform(({ participants, ...question }) => weighted(question as EntryQuestion, participants ?? []))
  .meta({ id: 'question' })

function weighted(
  question: EntryQuestion,
  participants: readonly { readonly id: string; readonly weights: Readonly<Record<string, number>> }[],
): EntryQuestion {
  if (participants.length === 0) return question
  const weights = new Map(
    Object.entries(question.weights ?? {}).map(([weight, of]) => [weight, new Map(Object.entries(of))]),
  )
  for (const participant of participants) {
    for (const [weight, value] of Object.entries(participant.weights)) {
      const of = weights.get(weight) ?? new Map<string, number>()
      weights.set(weight, of.set(participant.id, value))
    }
  }
  return {
    ...question,
    weights: Object.fromEntries([...weights].map(([weight, of]) => [weight, Object.fromEntries(of)])),
  }
}

/** Clauses within clauses that no treaty needs; deeper ones are a slip or an attack. */
const deepest = 32

/**
 * Reads a question as it came out of JSON. The first fault in it is named by the field where it stands.
 *
 * @refuses 'unknown-field', 'missing-field', 'unreadable-field', 'too-deep'
 */
export function readEntryQuestion(written: unknown): EntryQuestion | Refusal {
  if (isTooDeep(written)) {
    const message = `clause: clauses stand more than ${deepest} deep in each other.`
    return refuse('too-deep', message, { remedy: 'Write the clause with fewer levels.' })
  }
  const result = entryQuestion.safeParse(written, { reportInput: true })
  return result.success ? result.data : refusalOf(result.error.issues[0] as z.core.$ZodIssue)
}

/** Asked before the schema is, whose reading is as deep as what it reads. */
function isTooDeep(written: unknown): boolean {
  let clauses = [(written as { clause?: unknown } | null)?.clause]
  for (let depth = 0; depth <= deepest && clauses.length > 0; depth += 1) {
    clauses = clauses.flatMap((clause) => {
      const { all, any } = (clause ?? {}) as { all?: unknown; any?: unknown }
      return [all, any].flatMap((list) => (Array.isArray(list) ? list : []))
    })
  }
  return clauses.length > 0
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.map(String).join('.') || 'the question'
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path, issue.keys[0]].map(String).join('.')
    return refuse('unknown-field', `${unknown}: there is no such field.`, { remedy: 'Correct its name or remove it.' })
  }
  if (issue.input === undefined && issue.code.startsWith('invalid')) {
    return refuse('missing-field', `${field}: is missing.`, { remedy: 'Add it; --schema shows what there is.' })
  }
  const fault =
    issue.code === 'invalid_value'
      ? `is none of ${issue.values.map(String).join(', ')}`
      : issue.message.replace(/\.$/, '').replace(/^Invalid input: /, '')
  return refuse('unreadable-field', `${field}: ${fault}.`, { remedy: 'Correct it; --schema shows what there is.' })
}
