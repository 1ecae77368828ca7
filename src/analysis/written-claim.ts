import { z } from 'zod'
import {
  type ClaimTest,
  claimTest,
  type Measure,
  measure as measureSchema,
  type Organisation,
  partialDate,
} from '../record/index.ts'
import { earliest, type PartialDate, type Refusal, refuse } from '../rules/index.ts'

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
  says: z.string().regex(/\S/, 'says nothing'),
  by: z.string().optional(),
  on: partialDate.optional(),
  test: claimTest,
})

/** Reads a claim out of JSON or YAML that has been parsed. @refuses 'unreadable-claim' */
export function readClaim(value: unknown): WrittenClaim | Refusal {
  const fault = unsound(value)
  if (fault) return unreadable('unreadable-claim', 'This is no claim.', [fault])
  const read = written.safeParse(value)
  if (!read.success) return unreadable('unreadable-claim', 'This is no claim.', faultsIn(read.error))
  const { organisation, says, by, on, test } = read.data
  return { organisation, says, by, on, test }
}

/** Reads a measure that has been parsed. @refuses 'unreadable-measure' */
export function readMeasure(value: unknown): Measure | Refusal {
  const fault = unsound(value)
  if (fault) return unreadable('unreadable-measure', 'This is no measure.', [fault])
  const read = measureSchema.safeParse(value)
  return read.success ? read.data : unreadable('unreadable-measure', 'This is no measure.', faultsIn(read.error))
}

/** When a claim was made: as it says, or as of the day asked about. @refuses 'beyond-the-record' */
export function whenMade({ on }: WrittenClaim, { day }: Organisation): PartialDate | Refusal {
  if (on === undefined) return day as string as PartialDate
  if (earliest(on) <= day) return on
  return refuse('beyond-the-record', `This claim is of ${on}, which is after ${day}.`, {
    remedy: 'Leave `on` out, or ask about that day or a later one.',
  })
}

/** Nobody nests a claim as deeply as this. */
const deepest = 30

/** What no schema sees: a key that JavaScript keeps for itself, or a nesting without end. */
function unsound(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > deepest) return `It nests more than ${deepest} levels deep.`
  if (Object.hasOwn(value, '__proto__')) return '"__proto__" is the name of no field.'
  for (const part of Object.values(value)) {
    const fault = unsound(part, depth + 1)
    if (fault) return fault
  }
  return undefined
}

function unreadable(refused: string, message: string, faults: readonly string[]): Refusal {
  return refuse(refused, [message, ...faults].join(' '), {
    remedy:
      'A claim has `says` and `test` with `checks`, each with `says`, `measure` and `is`; docs/claims.md tells how.',
  })
}

function faultsIn({ issues }: z.ZodError): string[] {
  const faults = issues.flatMap((issue) => innermost(issue))
  return faults.map(({ path, message }) => `${path.join('.') || 'It'}: ${message.replace(/\.$/, '')}.`)
}

interface Fault {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Of something that may be written in several ways, what is wrong with the way that was meant, where that can be seen. */
function innermost(issue: z.core.$ZodIssue, path: readonly PropertyKey[] = []): Fault[] {
  const whole = [...path, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path: whole, message: issue.message }]
  const meant = issue.errors.filter((issues) => issues.every((one) => one.path.length > 0))
  const [only] = meant
  if (only === undefined || meant.length > 1) return [{ path: whole, message: issue.message }]
  return only.flatMap((one) => innermost(one, whole))
}

/** What a claim can be written with: JSON Schema, draft 2020-12. */
export function claimSchema(): object {
  return z.toJSONSchema(written, { io: 'input', unrepresentable: 'any' })
}
