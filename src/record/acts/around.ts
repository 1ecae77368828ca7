import { z } from 'zod'
import { common, dated, id, names, partialDate, text } from './fields.ts'

/** The neighbourhood: other organisations and who belongs to them, relations with them, and figures of participants. */
export const around = {
  'relation-established': z.strictObject({
    ...dated,
    kind: z.literal('relation-established'),
    relation: id,
    with: text,
    /** Those of them that are described as participants. */
    participants: z.array(id).optional(),
    type: id,
    place: text.optional(),
    says: text,
    decision: id.optional(),
  }),
  /** Another organisation, or another standing arrangement in which participants take part. */
  'neighbour-described': z.strictObject({
    ...common,
    kind: z.literal('neighbour-described'),
    neighbour: id,
    names,
    /** An alliance, an economic union, a forum, a foreign presence … */
    type: id,
    /** This is the organisation itself, for comparison. */
    itself: z.boolean().optional(),
    founded: partialDate.optional(),
    seat: text.optional(),
    decides: text.optional(),
  }),
  /** Whether a neighbour has something that a security organisation may have. */
  'feature-stated': z.strictObject({
    ...common,
    kind: z.literal('feature-stated'),
    neighbour: id,
    feature: id,
    value: z.enum(['yes', 'partial', 'no']),
    /** The date for which the value speaks. */
    asOf: partialDate.optional(),
    says: text.optional(),
  }),
  /**
   * What of the record bears on a question, or on one element that the question asks about. It says where to look, not
   * what follows.
   */
  'bearing-noted': z.strictObject({
    ...common,
    kind: z.literal('bearing-noted'),
    question: id,
    /** The feature that it bears on. */
    feature: id.optional(),
    bodies: z.array(id).optional(),
    /** Topics of paragraphs of key texts. */
    topics: z.array(text).optional(),
    programmes: z.array(id).optional(),
    instruments: z.array(id).optional(),
    /** Kinds of exercises. */
    exercises: z.array(id).optional(),
    /** What others said. */
    statements: z.array(id).optional(),
  }),
  'membership-recorded': z.strictObject({
    ...common,
    kind: z.literal('membership-recorded'),
    neighbour: id,
    participant: id,
    /** As what: a member, an observer, a partner … */
    as: text,
    from: partialDate.optional(),
    to: partialDate.optional(),
    /** From when it no longer takes part, though still listed. */
    frozenFrom: partialDate.optional(),
  }),
  'figure-stated': z.strictObject({
    ...common,
    kind: z.literal('figure-stated'),
    participant: id,
    indicator: id,
    /** The year or day for which it speaks. */
    date: partialDate,
    value: z.union([z.number(), z.boolean(), text]),
    unit: text,
    low: z.number().optional(),
    high: z.number().optional(),
    approximate: z.boolean().optional(),
  }),
} as const
