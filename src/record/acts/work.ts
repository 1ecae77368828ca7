import { z } from 'zod'
import { common, dated, id, partialDate, sourceReference, text } from './fields.ts'
import { adoption, livePosition } from './negotiation.ts'

/** What became of what was put to a body. */
export const decisionOutcomes = ['adopted', 'not-adopted', 'proposed'] as const

/** What a source says of a participant and a text. */
export const stanceKinds = [
  'objected',
  'reservation',
  'not-associated',
  'not-endorsed',
  'national-law-limit',
  'reported-resistance',
] as const

/** What the organisation does: it meets, decides, signs, exercises. */
export const work = {
  'meeting-held': z.strictObject({
    ...dated,
    kind: z.literal('meeting-held'),
    meeting: id,
    body: id,
    number: z.int().positive().optional(),
    /** The last day of a meeting of several. */
    lastDay: partialDate.optional(),
    city: text.optional(),
    country: id.optional(),
    chair: id.optional(),
    format: text.optional(),
    level: text.optional(),
    extraordinary: z.boolean().optional(),
    /** Announced, and not known to have been held. */
    planned: z.boolean().optional(),
    inMarginsOf: id.optional(),
    /** When its papers were with the participants. */
    papersOn: partialDate.optional(),
    /** Who asked for an extraordinary meeting, and when. */
    calledBy: z.array(id).min(1).optional(),
    calledOn: partialDate.optional(),
    /** Those whom a source names. Who may be presumed to have attended is derived where it is shown. */
    attendance: z.array(z.strictObject({ participant: id, as: id, level: text.optional() })).optional(),
    attendanceBasis: z.enum(['named', 'partly-named', 'all-members-per-source', 'presumed', 'none-recorded']),
    /** Under which kind of fact the coverage of such meetings is stated. */
    coveredAs: id.optional(),
    outcomes: z.array(text),
    outcomesKnown: z.enum(['complete', 'partial', 'none-found']),
  }),
  'decision-recorded': z.strictObject({
    ...dated,
    kind: z.literal('decision-recorded'),
    decision: id,
    title: text,
    /** Numbered by the organisation: `1`, `1 in the list of documents`. */
    number: text.optional(),
    body: id,
    meeting: id.optional(),
    /** What was decided or proposed: a declaration, a programme, an admission … */
    type: id,
    outcome: z.enum(decisionOutcomes),
    /** Named participants; `members`: the list is that of the members of the day and is not stored; `interested`: those members who wish. */
    participants: z.union([z.array(id), z.enum(['members', 'all', 'interested'])]),
    proposedBy: z.array(id).optional(),
    proposedByBasis: text.optional(),
    stances: z
      .array(
        z.strictObject({
          participant: id,
          stance: z.enum(stanceKinds),
          about: text,
          /** Who says so. */
          attribution: text,
          disputed: text.optional(),
          unverified: z.boolean().optional(),
          sources: z.array(sourceReference).optional(),
        }),
      )
      .optional(),
    outside: z.array(id).optional(),
    concerns: z.array(id).optional(),
    supersededBy: id.optional(),
    counterparty: text.optional(),
    /** For one adopted here: its text and how it came about. */
    adoption: adoption.optional(),
  }),
  /** One participant's stance on what is before a body; the last one counts. */
  'position-taken': z.strictObject({
    ...dated,
    kind: z.literal('position-taken'),
    decision: id,
    participant: id,
    position: z.enum(['no-objection', 'ad-referendum', 'stands-aside', 'reserves', 'objects', 'does-not-take-part']),
    says: text.optional(),
    ...livePosition,
  }),
  'instrument-signed': z.strictObject({
    ...dated,
    kind: z.literal('instrument-signed'),
    instrument: id,
    title: text,
    type: id,
    place: text.optional(),
    signatories: z.array(id),
    /** The clause on entry into force as far as it was read. */
    clause: z.strictObject({ says: text, verified: z.boolean() }).optional(),
    /** As a source states it; nothing is computed from deposits that are not published. */
    inForceOn: partialDate.optional(),
    parties: z
      .array(
        z.strictObject({
          participant: id,
          signedOn: partialDate.optional(),
          depositedOn: partialDate.optional(),
          inForceOn: partialDate.optional(),
          note: text.optional(),
        }),
      )
      .optional(),
    depositary: text.optional(),
    amendments: z.array(text).optional(),
    accession: text.optional(),
    terms: z.array(text).optional(),
  }),
  /** A decision and the instrument whose text it settled or opened for signature. */
  'connection-noted': z.strictObject({
    ...common,
    kind: z.literal('connection-noted'),
    decision: id,
    instrument: id,
  }),
  'exercise-held': z.strictObject({
    ...dated,
    kind: z.literal('exercise-held'),
    exercise: id,
    name: text,
    type: id,
    lastDay: partialDate.optional(),
    places: z.array(text).optional(),
    hosts: z.array(id).optional(),
    /** What it was officially called, and on what that rests. */
    label: text.optional(),
    labelBasis: text.optional(),
    bilateral: z.boolean().optional(),
    participantsKnown: z.enum(['yes', 'presumed', 'no']),
    forces: z.array(z.strictObject({ participant: id, as: text, personnel: z.int().positive().optional() })).optional(),
    personnel: z.int().positive().optional(),
    absent: z.array(z.strictObject({ participant: id, reason: text.optional() })).optional(),
    declined: z
      .array(z.strictObject({ participant: id, reason: text.optional(), attribution: text.optional() }))
      .optional(),
    transit: z.array(z.strictObject({ participant: id, says: text, attribution: text.optional() })).optional(),
    scenario: text.optional(),
    result: text.optional(),
  }),
} as const
