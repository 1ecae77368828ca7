import { z } from 'zod'
import { entryClause } from '../../record/index.ts'
import { countable, type EntryQuestion } from '../../rules/index.ts'
import { doubtsSchema } from './doubts.ts'
import { successionSchema } from './successions.ts'

const words = z.string().min(1)
const units = ['days', 'weeks', 'months', 'years'] as const

/** What a suite of treaties tells its readers. */
export const treatyRule = z.strictObject({
  /** What a unit in the file means. Without units, `clause` is the clause of every treaty. */
  units: z
    .record(
      words,
      z.strictObject({
        unit: z.enum(units),
        startOf: z.enum(['following-month', 'month']).optional(),
        passed: z.literal(true).optional(),
      }),
    )
    .default({}),
  /** What the kinds in the file mean; without it, every deposit is a ratification. Others do not count. */
  kinds: z.record(words, z.enum(countable)).optional(),
  /** Which of them a clause counts that does not say so itself. */
  of: z.array(z.enum(countable)).optional(),
  /** Words in the names of participants that are no State. */
  leaveOut: z.array(words).default([]),
  /** Count only those for which the facts have a day on which the treaty took effect: others signed and went no further. */
  needsEffect: z.boolean().default(false),
  /** States that came after another one: what that one deposited counts once. */
  successions: z.array(successionSchema).default([]),
  doubts: doubtsSchema.default({}),
  /** Words by which a clause asks for more than a number. */
  further: z.array(words).default([]),
  /** Words in a clause by which its depositary is known to let a period pass whole. */
  passed: z.array(words).default([]),
  clause: entryClause.optional(),
  /** Clauses that are not what the file says, by treaty, each with its article. */
  clauses: z
    .array(z.strictObject({ treaty: words, article: words, clause: entryClause.optional(), further: words.optional() }))
    .default([]),
})
export type TreatyRule = z.infer<typeof treatyRule>

export type Clause = EntryQuestion['clause']
