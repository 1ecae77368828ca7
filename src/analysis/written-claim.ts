import { z } from 'zod'
import { type ClaimTest, claimTest, type Measure, measure as measureSchema, partialDate } from '../record/index.ts'
import { type PartialDate, type Refusal, refuse } from '../rules/index.ts'

/** A claim that a reader writes down, which stands in no record. */
export interface WrittenClaim {
  readonly organisation?: string | undefined
  readonly says: string
  readonly by?: string | undefined
  /** When it was made; without it, as of the day asked about. */
  readonly on?: PartialDate | undefined
  readonly test: ClaimTest
}

const written = z.looseObject({
  organisation: z.string().optional(),
  says: z.string().min(1),
  by: z.string().optional(),
  on: partialDate.optional(),
  test: claimTest,
})

/** Reads a claim out of JSON or YAML that has been parsed. @refuses 'unreadable-claim' */
export function readClaim(value: unknown): WrittenClaim | Refusal {
  const read = written.safeParse(value)
  if (!read.success) return unreadable('unreadable-claim', 'This is no claim.', read.error)
  const { organisation, says, by, on, test } = read.data
  return { organisation, says, by, on, test }
}

/** Reads a measure that has been parsed. @refuses 'unreadable-measure' */
export function readMeasure(value: unknown): Measure | Refusal {
  const read = measureSchema.safeParse(value)
  return read.success ? read.data : unreadable('unreadable-measure', 'This is no measure.', read.error)
}

function unreadable(refused: string, message: string, error: z.ZodError): Refusal {
  const faults = error.issues.map(({ path, message: says }) => `${path.join('.') || 'It'}: ${says}.`)
  return refuse(refused, `${message} ${faults.join(' ')}`, {
    remedy:
      'A claim has `says` and `test` with `checks`, each with `says`, `measure` and `is`; docs/claims.md tells how.',
  })
}

/** What a claim can be written with: JSON Schema, draft 2020-12. */
export function claimSchema(): object {
  return z.toJSONSchema(written, { io: 'input', unrepresentable: 'any' })
}
