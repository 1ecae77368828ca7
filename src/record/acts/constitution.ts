import { z } from 'zod'
import { common, id, partialDate, text } from './fields.ts'

/** The constitution beside its rules: the documents on which they rest, and what no rule is known on. */

/** What a rule has besides its words: what it bears on, and what of it can be counted. */
export const aboutRule = {
  topic: text.optional(),
  /** The basic documents on which it rests, where the record describes them; `document` is how they are cited. */
  documents: z.array(id).min(1).optional(),
  /** The bodies on which it bears. */
  bodies: z.array(id).min(1).optional(),
  /** What it gives to those who hold a status, or denies them, in a few words each. */
  rights: z
    .array(z.strictObject({ status: id, right: text, may: z.enum(['yes', 'no', 'on-conditions']), says: text }))
    .min(1)
    .optional(),
  /** Numbers and days that it names. */
  parameters: z
    .array(z.strictObject({ what: text, value: z.union([z.number(), text]), unit: text.optional() }))
    .min(1)
    .optional(),
  /** For an observed practice: the rule whose practice it is. */
  practiceOf: id.optional(),
} as const

export const constitution = {
  'document-described': z.strictObject({
    ...common,
    kind: z.literal('document-described'),
    document: id,
    title: text,
    /** What kind of document: a treaty, a regulation, a decision, a memorandum … */
    type: id,
    /** When it was signed, adopted or approved; left out where no source gives it. */
    date: partialDate.optional(),
    /** The instrument or the decision in the record that it is. */
    instrument: id.optional(),
    decision: id.optional(),
    /** The document that it changes. */
    amends: id.optional(),
  }),
  /** A rule that was looked for and not found, or not read: what nobody can say for want of it. */
  'gap-stated': z.strictObject({
    ...common,
    kind: z.literal('gap-stated'),
    gap: id,
    topic: text,
    /** The first day from which the rule is known again. */
    to: partialDate.optional(),
    missing: text,
    /** What cannot be judged for want of it. */
    prevents: text,
    documents: z.array(id).min(1).optional(),
    bodies: z.array(id).min(1).optional(),
    /** The rules in force that it leaves incomplete. */
    touches: z.array(id).min(1).optional(),
  }),
} as const
