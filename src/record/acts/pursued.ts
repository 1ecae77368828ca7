import { z } from 'zod'
import { common, dated, id, partialDate, text } from './fields.ts'

/** How far something that the organisation pursues, or is asked to, has come. */
export const stages = [
  'proposed',
  'announced',
  'signed',
  'adopted',
  'running',
  'recurring',
  'suspended',
  'ended',
  'replaced',
  'not-agreed',
  'not-taken-up',
  'rejected',
  'reported',
] as const

/** What goes on over years: programmes with what was promised, positions on them, disputes between participants. */
export const pursued = {
  'programme-recorded': z.strictObject({
    ...dated,
    kind: z.literal('programme-recorded'),
    programme: id,
    title: text,
    /** A strategy, a mechanism, an institution, a proposal from outside … */
    type: id,
    /** The last day, month or year for which it was made. */
    lastDay: partialDate.optional(),
    stage: z.enum(stages),
    /** Where it stands, where one word does not say it. */
    stands: text.optional(),
    /** Named participants; `members`: those of the day; `interested`: those members who wish. */
    participants: z.union([z.array(id), z.enum(['members', 'interested'])]),
    outside: z.array(id).optional(),
    lead: id.optional(),
    ledBy: text.optional(),
    body: id.optional(),
    proposedBy: z.array(id).optional(),
    proposedByBasis: text.optional(),
    /** Who proposed it, where that is no participant. */
    proposer: text.optional(),
    approvedAt: id.optional(),
    preparedAt: id.optional(),
    decisions: z.array(id).optional(),
    meetings: z.array(id).optional(),
    /** Who is to do what by when, and what a source says became of it. */
    commitments: z
      .array(
        z.strictObject({
          what: text,
          by: z.union([z.array(id).min(1), text]),
          due: partialDate.optional(),
          dueSays: text.optional(),
          came: text.optional(),
        }),
      )
      .optional(),
  }),
  /** What a source says a participant held, of something that is pursued. */
  'stance-reported': z.strictObject({
    ...dated,
    kind: z.literal('stance-reported'),
    programme: id,
    participant: id,
    says: text,
    /** Who says so. */
    attribution: text,
  }),
  /** A matter to be followed from its first step to the last: what is asked, and the things of the record that belong to it. */
  'thread-described': z.strictObject({
    ...common,
    kind: z.literal('thread-described'),
    thread: id,
    title: text,
    asks: text,
    programmes: z.array(id).optional(),
    decisions: z.array(id).optional(),
    /** With every decision taken there. */
    meetings: z.array(id).optional(),
    instruments: z.array(id).optional(),
    disputes: z.array(id).optional(),
    /** Topics of paragraphs of key texts. */
    topics: z.array(text).optional(),
    /** Statuses whose granting after the founding belongs to it. */
    statuses: z.array(id).optional(),
  }),
  'dispute-recorded': z.strictObject({
    ...dated,
    kind: z.literal('dispute-recorded'),
    dispute: id,
    between: z.array(id).min(2),
    about: text,
    lastDay: partialDate.optional(),
    outcome: text,
    /** Where the organisation's work touched it. */
    connections: z.array(
      z.strictObject({
        what: text,
        meeting: id.optional(),
        decision: id.optional(),
        instrument: id.optional(),
        exercise: id.optional(),
      }),
    ),
  }),
  'dispute-developed': z.strictObject({
    ...dated,
    kind: z.literal('dispute-developed'),
    dispute: id,
    what: text,
  }),
} as const
