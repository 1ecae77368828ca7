import { z } from 'zod'
import { decisionRuleSchema, isScheme } from '../../rules/index.ts'
import { entryClause } from '../entry-into-force.ts'
import { silenceSettings } from '../silence.ts'
import { id, text } from './fields.ts'

/** What of a rule computes: the numbers and names that an article gives, from which findings are made. */

const period = z.union(
  [
    z.strictObject({ days: z.int().positive() }),
    z.strictObject({ weeks: z.int().positive() }),
    z.strictObject({ months: z.int().positive() }),
    z.strictObject({ years: z.int().positive() }),
  ],
  {
    error: ({ input }) =>
      input === undefined
        ? undefined
        : 'is no period. Write one unit, such as { days: 30 }, { weeks: 2 }, { months: 6 } or { years: 1 }.',
  },
)

export const computes = z.discriminatedUnion('kind', [
  /** Who grants a status, and what must be held before. */
  z.strictObject({ kind: z.literal('status'), status: id, grantedBy: id, heldBefore: z.array(id).optional() }),
  /** How one body decides. */
  z.strictObject({ kind: z.literal('body'), body: id, name: text, decides: decisionRuleSchema }),
  /** How several bodies decide; of `types`, decisions of these types alone, and then before any other rule. */
  z.strictObject({
    kind: z.literal('decides'),
    bodies: z.array(id).min(1),
    types: z.array(id).min(1).optional(),
    /** Who has a say: those who hold one of these statuses on the day. */
    entitled: z.array(id).min(1).optional(),
    decides: decisionRuleSchema,
  }),
  /** Which body decides matters of these types. */
  z.strictObject({ kind: z.literal('competence'), body: id, types: z.array(id).min(1) }),
  /** Notice before leaving. */
  z.strictObject({ kind: z.literal('leaving'), notice: period }),
  /** An instrument of this type that a participant must have signed before a status is granted. */
  z.strictObject({ kind: z.literal('signed-before'), status: id, instrument: id }),
  /** How long an office is held, and whether one holder may have it twice. */
  z.strictObject({ kind: z.literal('term'), office: id, lasts: period, renewable: z.boolean() }),
  /** An office, or the chair of a body, goes round in the order of the participants' names in a language. */
  z
    .strictObject({
      kind: z.literal('rotation'),
      office: id.optional(),
      chairOf: id.optional(),
      language: z.enum(['en', 'ru', 'zh']),
      among: z.array(id).min(1),
    })
    .refine(({ office, chairOf }) => (office === undefined) !== (chairOf === undefined), {
      error: 'goes round for one thing. Write either `office` or `chairOf`.',
    }),
  /** The holder of one office does not come from the participant that put forward the holder of another. */
  z.strictObject({ kind: z.literal('apart'), office: id, from: id }),
  /** Who chairs a meeting: the participant that hosts it, or the one that has the chair of another body that day. */
  z
    .strictObject({
      kind: z.literal('chair'),
      bodies: z.array(id).min(1),
      is: z.enum(['host', 'chair-of']),
      of: id.optional(),
    })
    .refine(({ is, of }) => (is === 'chair-of') === (of !== undefined), {
      error: 'does not say whose chair. Write `is: host` alone, or `is: chair-of` and the body in `of`.',
    }),
  /** So many regular meetings in each calendar year at least. */
  z.strictObject({ kind: z.literal('frequency'), body: id, perYear: z.int().positive() }),
  /** So long before a meeting its papers are circulated. */
  z.strictObject({ kind: z.literal('papers'), bodies: z.array(id).min(1), before: period }),
  /** What it takes to convene an extraordinary meeting. */
  z.strictObject({ kind: z.literal('convening'), body: id, initiators: z.int().positive(), notice: period }),
  /** Which bodies may put a text under silence, and how. */
  z.strictObject({ kind: z.literal('silence'), bodies: z.array(id).min(1), ...silenceSettings }),
  /** A text agreed in one body may be forwarded to another; the ladder is the chain of these. */
  z
    .strictObject({ kind: z.literal('prepares'), body: id, for: id })
    .refine((prepares) => prepares.body !== prepares.for, {
      error: 'prepares for itself. Write in `for` the body to which its texts are forwarded.',
    }),
  /** How the decisions of these bodies are numbered, one after the other. */
  z.strictObject({
    kind: z.literal('numbering'),
    bodies: z.array(id).min(1),
    scheme: text.refine(
      isScheme,
      'is no scheme of numbers: {n} stands in it once and {year} at most once, as in C/{year}/{n}',
    ),
  }),
  /** The order of signatures and of seating is that of the participants' names in a language; of all bodies where none is named. */
  z.strictObject({
    kind: z.literal('signature-order'),
    bodies: z.array(id).min(1).optional(),
    language: z.enum(['en', 'ru', 'zh']),
  }),
  /** What an agreement ad referendum means that was not confirmed by its date. */
  z.strictObject({
    kind: z.literal('ad-referendum'),
    bodies: z.array(id).min(1),
    lapse: z.enum(['no-objection', 'no-position', 'objection']),
  }),
  /** What the holders of a status may do. */
  z.strictObject({
    kind: z.literal('right'),
    statuses: z.array(id).min(1),
    may: z.enum(['take-positions', 'attend', 'attend-open-meetings', 'chair', 'propose', 'speak', 'receive-papers']),
    bodies: z.array(id).min(1).optional(),
  }),
  /** When instruments enter into force, from the deposits made. */
  z.strictObject({
    kind: z.literal('entry-into-force'),
    instruments: z.array(id).min(1),
    clause: entryClause,
  }),
])
