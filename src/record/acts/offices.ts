import { z } from 'zod'
import { common, dated, id, partialDate, text } from './fields.ts'

/** Who holds an office, who chairs, and what the members pay. Office-holders are named in their office and nowhere else. */
export const offices = {
  'term-began': z.strictObject({
    ...dated,
    kind: z.literal('term-began'),
    office: id,
    /** As the office was styled at the time. */
    title: text,
    holder: text,
    /** The participant that put the holder forward. */
    participant: id,
    body: id.optional(),
    /** The first day on which the holder is no longer in office. */
    to: partialDate.optional(),
    decidedOn: partialDate.optional(),
  }),
  'chair-taken': z.strictObject({
    ...dated,
    kind: z.literal('chair-taken'),
    body: id,
    participant: id,
    to: partialDate.optional(),
    /** The meeting that the chair prepares and leads. */
    meeting: id.optional(),
    planned: z.boolean().optional(),
  }),
  /** What each member pays of the budget, in per cent, from one date to another. A share that was not read is left out. */
  'shares-stated': z.strictObject({
    ...common,
    kind: z.literal('shares-stated'),
    scheme: id,
    document: text,
    from: partialDate.optional(),
    to: partialDate.optional(),
    shares: z.array(z.strictObject({ participant: id, percent: z.number().positive().max(100) })),
    posts: z.array(z.strictObject({ participant: id, posts: z.int().positive() })).optional(),
  }),
} as const
