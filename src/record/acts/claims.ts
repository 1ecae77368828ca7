import { z } from 'zod'
import type { PartialDate } from '../../rules/index.ts'
import { dated, id, partialDate, text } from './fields.ts'

/** What is claimed of the organisation, with the questions to the record that speak for it or against it. */

const scalar = z.union([z.number(), z.boolean(), text])

/** What a value must be. Of a value that is a list, `is` and `anyOf` ask for one among it. */
export const condition = z.union(
  [
    scalar,
    z.array(scalar).min(1),
    z
      .strictObject({
        is: scalar.optional(),
        not: scalar.optional(),
        anyOf: z.array(scalar).min(1).optional(),
        noneOf: z.array(scalar).min(1).optional(),
        /** Every one of these is among it. */
        includes: z.array(scalar).min(1).optional(),
        /** Nothing else is among it. */
        only: z.array(scalar).min(1).optional(),
        atLeast: z.number().optional(),
        atMost: z.number().optional(),
        moreThan: z.number().optional(),
        lessThan: z.number().optional(),
        /** On or after the first day of this date. */
        from: partialDate.optional(),
        /** On or before the last day of this date. */
        to: partialDate.optional(),
        /** In so many years up to the day asked about. */
        withinYears: z.int().positive().optional(),
        /** One of these stands in the text, whatever the capitals. */
        has: z.array(text).min(1).optional(),
        /** Whether it is on record at all. */
        known: z.boolean().optional(),
      })
      .refine((asked) => Object.keys(asked).length > 0, 'asks nothing: name what the value must be'),
  ],
  { error: 'says nothing of a value: write the value, several as [a, b], or what it must be, such as { atLeast: 3 }' },
)
export type Condition = z.infer<typeof condition>

/** Fields of a list and what each must be. */
export const where = z.record(text, condition)
export type Where = z.infer<typeof where>

const list = text
const filtered = { where: where.optional() }

/** A number, or one value, that the record gives. */
export type Measure =
  | { count: string; where?: Where | undefined }
  | { share: Where; of: string; where?: Where | undefined }
  | { distinct: string; of: string; where?: Where | undefined }
  | { sum: string; of: string; where?: Where | undefined }
  | { most: string; of: string; where?: Where | undefined }
  | { value: string; of: string; id: string }
  | { number: number; says: string }
  | { on: PartialDate; of: Measure }
  | { divide: [Measure, Measure] }
  | { minus: [Measure, Measure] }
  | { plus: Measure[] }

export const measure: z.ZodType<Measure> = z.lazy(() =>
  z.union(
    [
      /** How many. */
      z.strictObject({ count: list, ...filtered }),
      /** Which part of those in `where` is so too, from 0 to 1. */
      z.strictObject({ share: where, of: list, ...filtered }),
      /** How many different values a field has. */
      z.strictObject({ distinct: text, of: list, ...filtered }),
      z.strictObject({ sum: text, of: list, ...filtered }),
      /** The largest value of a field. */
      z.strictObject({ most: text, of: list, ...filtered }),
      /** One field of one thing. */
      z.strictObject({ value: text, of: list, id }),
      /** A number that the record does not give, and where it is from. */
      z.strictObject({ number: z.number(), says: text }),
      /** The same as of one day, whatever the day asked about. */
      z.strictObject({ on: partialDate, of: measure }),
      z.strictObject({ divide: z.tuple([measure, measure]) }),
      z.strictObject({ minus: z.tuple([measure, measure]) }),
      z.strictObject({ plus: z.array(measure).min(2) }),
    ],
    {
      error:
        'is no measure: one of {count}, {share, of}, {distinct, of}, {sum, of}, {most, of}, {value, of, id}, {number, says}, {on, of}, {divide}, {minus}, {plus}, each with `where` if need be',
    },
  ),
)

/** One thing that must be so if the claim holds. */
export const check = z.strictObject({
  /** In our words, as a sentence that is true or not. */
  says: text,
  measure,
  is: condition,
  /** The claim falls with it. */
  essential: z.boolean().optional(),
  /** It can only speak against the claim, which falls with it; that it is so says nothing for the claim. */
  against: z.boolean().optional(),
  /** Why it is answered from what is on record, although the record is not complete. It never proves the whole. */
  asRecorded: text.optional(),
})
export type Check = z.infer<typeof check>

export const verdicts = [
  'supported',
  'partly-supported',
  'contradicted',
  'outdated',
  'not-enough-record',
  'opinion',
] as const
export type Verdict = (typeof verdicts)[number]

/** How a claim is tested: what must be so; or why the record cannot say, or nobody could. */
export const claimTest = z
  .strictObject({
    /** Why it is a judgement, a forecast or a motive, which no record tests. */
    opinion: text.optional(),
    /** What would have to be on record and is not. */
    missing: text.optional(),
    checks: z.array(check).default([]),
  })
  .refine(
    ({ opinion, missing, checks }) => opinion !== undefined || missing !== undefined || checks.length > 0,
    'says neither what must be so, nor what is missing, nor why it cannot be tested',
  )
export type ClaimTest = z.infer<typeof claimTest>

export const claims = {
  'claim-recorded': z.strictObject({
    ...dated,
    kind: z.literal('claim-recorded'),
    claim: id,
    /** What is claimed, in our own words. */
    says: text,
    /** Who says so. */
    by: text,
    topic: text,
    /** By what it can be tested. */
    testableBy: text,
    test: claimTest,
    /** What a reader of the record found, by hand. */
    read: z.strictObject({ verdict: z.enum(verdicts), says: text }).optional(),
    /** Whom and what it concerns, besides what its checks name. */
    participants: z.array(id).optional(),
    bodies: z.array(id).optional(),
    meetings: z.array(id).optional(),
    decisions: z.array(id).optional(),
    instruments: z.array(id).optional(),
    exercises: z.array(id).optional(),
    programmes: z.array(id).optional(),
    disputes: z.array(id).optional(),
    neighbours: z.array(id).optional(),
  }),
} as const
