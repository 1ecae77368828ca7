import { z } from 'zod'
import { dated, id, partialDate, positions, text } from './fields.ts'
import { fromNote } from './negotiation.ts'

/** Who belongs, and how they came to it. */
export const belonging = {
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
    fromNote: fromNote.optional(),
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
} as const
