import { z } from 'zod'
import { computes } from './computes.ts'
import { aboutRule } from './constitution.ts'
import { common, dated, id, instant, names, partialDate, text } from './fields.ts'

/** What describes the organisation, its rules and participants, and the record itself. */

const labelled = z.strictObject({ one: text, many: text })
export const editions = ['independent', 'working', 'made-up', 'exercise'] as const
export const tones = ['member', 'observer', 'partner', 'past', 'guest'] as const

export const described = {
  'organisation-described': z.strictObject({
    ...common,
    kind: z.literal('organisation-described'),
    names,
    shortName: text,
    /**
     * `independent`: compiled from public sources by others. `working`: the organisation's own. `exercise`: what was
     * done in it is no State's position.
     */
    edition: z.enum(editions),
    /** The record that an exercise was made from: as of the end of a day, as known at a position. */
    forkedFrom: z
      .strictObject({ organisation: id, on: partialDate, position: z.int().positive(), rootHash: text })
      .optional(),
    /** What the organisation's clock showed when this was recorded, where it does not live today; it runs on from there. */
    clock: z.strictObject({ shows: instant }).optional(),
    introduction: z.array(text).min(1).max(3),
    timeZone: text,
    begins: partialDate,
    /** The last day that the record covers. */
    coveredTo: partialDate,
    statuses: z
      .array(
        z.strictObject({
          status: id,
          tone: z.enum(tones),
          en: labelled,
          ru: labelled.optional(),
          zh: labelled.optional(),
        }),
      )
      .min(1),
    pointOfEntry: z.strictObject({ on: partialDate, title: text }).optional(),
  }),
  /** From when this is recorded the organisation's clock shows this, and runs on at the speed of the world. */
  'clock-set': z.strictObject({ ...common, kind: z.literal('clock-set'), shows: instant, why: text }),
  /** One version of a rule. Without `on` it is not known when it began; nothing is judged by it then. */
  'rule-stated': z.strictObject({
    ...common,
    kind: z.literal('rule-stated'),
    rule: id,
    /** The first day on which it no longer applies. */
    to: partialDate.optional(),
    document: text,
    article: text.optional(),
    /** `practice`: nobody laid it down; it was observed. */
    strength: z.enum(['must', 'as-a-rule', 'practice']),
    says: text,
    ...aboutRule,
    computes: computes.optional(),
  }),
  'participant-described': z.strictObject({
    ...common,
    kind: z.literal('participant-described'),
    participant: id,
    type: z.enum(['state', 'organisation']),
    names,
  }),
  'participant-named': z.strictObject({
    ...dated,
    kind: z.literal('participant-named'),
    participant: id,
    names,
  }),
  'capital-located': z.strictObject({
    ...common,
    kind: z.literal('capital-located'),
    participant: id,
    capital: text,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    /** Land neighbours as the reference set gives them: routes in practice, not a view on any border. */
    neighbours: z.array(id).optional(),
  }),
  'body-described': z.strictObject({
    ...common,
    kind: z.literal('body-described'),
    body: id,
    names,
    abbreviation: text.optional(),
    /** What kind of body: of the basic documents, permanent, a mechanism, planned … */
    type: id,
    established: partialDate.optional(),
    seat: text.optional(),
    composition: text.optional(),
    chairRule: text.optional(),
    frequency: text.optional(),
    powers: z.array(text).optional(),
    reportsTo: text.optional(),
    /** The body that `reportsTo` names, where it is one in the record. */
    under: id.optional(),
    decides: text.optional(),
    article: text.optional(),
  }),
  'source-described': z.strictObject({
    ...common,
    kind: z.literal('source-described'),
    source: id,
    title: text,
    publisher: text,
    url: z.url({ protocol: /^https?$/ }).nullable(),
    date: partialDate.nullable(),
    language: text,
    licence: text.optional(),
  }),
  'coverage-stated': z.strictObject({
    ...common,
    kind: z.literal('coverage-stated'),
    year: z.int(),
    of: id,
    coverage: z.enum(['complete', 'nearly-complete', 'landmarks-only', 'sample', 'none']),
    basis: text,
  }),
  /** What became of one field of the research behind the edition: carried over, derived where it is shown, or left out. */
  'research-accounted': z.strictObject({
    ...common,
    kind: z.literal('research-accounted'),
    subject: text,
    /** How many records the research has on the subject. */
    records: z.int().nonnegative(),
    field: text,
    /** How often the field is filled. */
    times: z.int().nonnegative(),
    outcome: z.enum(['carried', 'derived', 'left-out']),
    /** As what it was carried, from what it is derived, or why it was left out. */
    says: text,
  }),
} as const
