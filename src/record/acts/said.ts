import { z } from 'zod'
import { common, dated, id, partialDate, text } from './fields.ts'

/** How far an element is part of a definition. */
export const presences = ['present', 'partial', 'absent', 'not-seen'] as const

/** What the texts say, paragraph by paragraph in our own words, and what is said of the organisation. */
export const said = {
  'text-described': z.strictObject({
    ...common,
    kind: z.literal('text-described'),
    text: id,
    title: text,
    date: partialDate,
    decision: id.optional(),
    instrument: id.optional(),
    relatedDecisions: z.array(id).optional(),
  }),
  'paragraph-abstracted': z.strictObject({
    ...common,
    kind: z.literal('paragraph-abstracted'),
    text: id,
    /** Its number in the text; a letter where the numbering was not read. */
    paragraph: text,
    topic: text,
    /** In our own words, never the wording itself. */
    says: text,
    /** What it does: decides, calls for, welcomes … */
    verb: text,
    addressee: text.optional(),
    due: partialDate.optional(),
    dueSays: text.optional(),
    /** The participants it names. */
    names: z.array(id).optional(),
  }),
  'element-described': z.strictObject({
    ...common,
    kind: z.literal('element-described'),
    element: id,
    meaning: text,
  }),
  'definition-described': z.strictObject({
    ...common,
    kind: z.literal('definition-described'),
    definition: id,
    concept: text,
    document: text,
    /** The organisation's own instrument that defines it. */
    instrument: id.optional(),
    date: partialDate.optional(),
    /** Whether the document defines it at all. */
    defines: z.boolean(),
    elements: z.array(z.strictObject({ element: id, presence: z.enum(presences) })),
  }),
  /** What somebody outside, or the organisation in reply, has said of it. */
  'statement-reported': z.strictObject({
    ...dated,
    kind: z.literal('statement-reported'),
    statement: id,
    type: z.enum(['assessment', 'reply', 'outside-position']),
    by: text,
    byType: text.optional(),
    says: text,
    about: text.optional(),
    place: text.optional(),
    attribution: text.optional(),
    lastDay: partialDate.optional(),
    decision: id.optional(),
  }),
} as const
