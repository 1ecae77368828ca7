import { z } from 'zod'
import { dated, id, instant, names, partialDate, text } from './fields.ts'

/** From proposal to decision: what is done to a text until it is adopted, and with it afterwards. */

/** Who may see a text: everyone; whoever holds a status; whoever takes part in the body; the Secretariat alone. */
export const audiences = ['public', 'participants', 'body', 'secretariat'] as const
export type Audience = (typeof audiences)[number]

/** One numbered paragraph in the language versions there are. The number stays when others come and go. */
export const paragraph = z.strictObject({ number: z.string().regex(/^[A-Za-z0-9.()]{1,12}$/), text: names })
export type Paragraph = z.infer<typeof paragraph>

const paragraphs = z
  .array(paragraph)
  .min(1)
  .max(400)
  .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, 'names a number twice')

const revision = z.int().positive().max(999)
const numbers = z.array(z.string().max(12)).min(1)

/** The note by which a capital spoke, where the Secretariat enters an act on behalf of a delegation. */
export const fromNote = z.strictObject({ number: text, date: partialDate })

export const statementTypes = ['interpretative', 'reservation', 'explanation', 'not-associated'] as const

export const negotiation = {
  'proposal-made': z.strictObject({
    ...dated,
    kind: z.literal('proposal-made'),
    /** The id that the decision keeps when it is adopted. */
    decision: id,
    /** The body that is to decide. */
    body: id,
    /** The body to which it goes first: the same, or one that prepares for it. */
    level: id,
    title: names,
    /** What would be decided: a declaration, a programme, a budget … */
    type: id,
    paragraphs,
    /** The legal basis, in the words of whoever proposes. */
    basis: text.optional(),
    proposedBy: z.array(id).min(1),
    /** Those whom it is about. */
    concerns: z.array(id).min(1).optional(),
    /** `all`, or those interested States for whom it is meant. */
    meantFor: z.union([z.literal('all'), z.array(id).min(1)]).default('all'),
    audience: z.enum(audiences).default('body'),
    fromNote: fromNote.optional(),
  }),
  'revision-made': z.strictObject({
    ...dated,
    kind: z.literal('revision-made'),
    decision: id,
    /** The number of the new revision; the proposal itself is the first. */
    revision,
    title: names.optional(),
    paragraphs,
    why: text.optional(),
  }),
  /** Agreed at one level, and on to the next, with what is left open there. */
  'proposal-forwarded': z.strictObject({
    ...dated,
    kind: z.literal('proposal-forwarded'),
    decision: id,
    revision,
    to: id,
    openPoints: z.array(z.strictObject({ paragraph: z.string().max(12).optional(), says: text })).default([]),
  }),
  'proposal-withdrawn': z.strictObject({
    ...dated,
    kind: z.literal('proposal-withdrawn'),
    decision: id,
    reason: text.optional(),
  }),
  /** A delegation confirms a position, a statement or another act that the Secretariat entered for it from a note. */
  'entry-confirmed': z.strictObject({
    ...dated,
    kind: z.literal('entry-confirmed'),
    decision: id,
    participant: id,
    confirms: id,
  }),
  /** A delegation that a note named as proposing, among others, says that it does not propose it. */
  'proposing-denied': z.strictObject({
    ...dated,
    kind: z.literal('proposing-denied'),
    decision: id,
    participant: id,
    says: text.optional(),
  }),
  /** A delegation lets whoever sees the text see where it stands. */
  'position-released': z.strictObject({
    ...dated,
    kind: z.literal('position-released'),
    decision: id,
    participant: id,
  }),
  'statement-made': z.strictObject({
    ...dated,
    kind: z.literal('statement-made'),
    decision: id,
    participant: id,
    type: z.enum(statementTypes),
    /** The paragraphs on which it bears; all where none is named. */
    paragraphs: numbers.optional(),
    says: text,
    fromNote: fromNote.optional(),
  }),
  'statement-withdrawn': z.strictObject({
    ...dated,
    kind: z.literal('statement-withdrawn'),
    decision: id,
    participant: id,
    statement: id,
  }),
  /** Another wording for a paragraph, put forward. Where the rule says so it breaks silence. */
  'amendment-proposed': z.strictObject({
    ...dated,
    kind: z.literal('amendment-proposed'),
    decision: id,
    participant: id,
    revision,
    paragraph: z.string().max(12),
    text: names,
    says: text.optional(),
    fromNote: fromNote.optional(),
  }),
  'amendment-withdrawn': z.strictObject({
    ...dated,
    kind: z.literal('amendment-withdrawn'),
    decision: id,
    participant: id,
    amendment: id,
  }),
  /** A text is put under silence, announced now or earlier than it opens. */
  'silence-opened': z.strictObject({
    ...dated,
    kind: z.literal('silence-opened'),
    decision: id,
    revision,
    opensAt: instant,
    expiresAt: instant,
  }),
  /** The use of silence is opposed, not the text. */
  'silence-opposed': z.strictObject({
    ...dated,
    kind: z.literal('silence-opposed'),
    decision: id,
    participant: id,
    says: text.optional(),
    fromNote: fromNote.optional(),
  }),
  'silence-extended': z.strictObject({
    ...dated,
    kind: z.literal('silence-extended'),
    decision: id,
    until: instant,
  }),
  'silence-suspended': z.strictObject({
    ...dated,
    kind: z.literal('silence-suspended'),
    decision: id,
    why: text.optional(),
  }),
  'silence-resumed': z.strictObject({ ...dated, kind: z.literal('silence-resumed'), decision: id }),
  'meeting-opened': z.strictObject({
    ...dated,
    kind: z.literal('meeting-opened'),
    meeting: id,
    body: id,
    number: z.int().positive().optional(),
    /** In a narrow sitting the heads of delegation alone; in an expanded one with those who accompany them. */
    format: z.enum(['narrow', 'expanded']),
    city: text.optional(),
    country: id.optional(),
    chair: id.optional(),
    extraordinary: z.boolean().optional(),
    /** The matters to be taken, in order. */
    agenda: z.array(z.strictObject({ title: text, decision: id.optional() })).default([]),
    papersOn: partialDate.optional(),
  }),
  'presence-noted': z.strictObject({
    ...dated,
    kind: z.literal('presence-noted'),
    meeting: id,
    participant: id,
    presence: z.enum(['present', 'absent']),
    /** As what it is there: a head of State, a minister, an expert … */
    level: text.optional(),
  }),
  'sitting-changed': z.strictObject({
    ...dated,
    kind: z.literal('sitting-changed'),
    meeting: id,
    format: z.enum(['narrow', 'expanded']),
  }),
  /** Said at a meeting, for its record. */
  'minutes-noted': z.strictObject({
    ...dated,
    kind: z.literal('minutes-noted'),
    meeting: id,
    decision: id.optional(),
    participant: id.optional(),
    says: text,
  }),
  /** The chair asks whether a revision can be adopted; positions are taken until the question is closed. */
  'question-put': z.strictObject({
    ...dated,
    kind: z.literal('question-put'),
    meeting: id,
    decision: id,
    revision,
  }),
  'meeting-closed': z.strictObject({ ...dated, kind: z.literal('meeting-closed'), meeting: id }),
  /** A text that had a provisional identity gets its number. */
  'decision-numbered': z.strictObject({
    ...dated,
    kind: z.literal('decision-numbered'),
    decision: id,
    number: text,
    meeting: id.optional(),
  }),
  /** Whoever stayed outside a decision joins it. */
  'decision-joined': z.strictObject({
    ...dated,
    kind: z.literal('decision-joined'),
    decision: id,
    participant: id,
    says: text.optional(),
    fromNote: fromNote.optional(),
  }),
  /** The text of a decision and what was said on it are opened to others. */
  'decision-released': z.strictObject({
    ...dated,
    kind: z.literal('decision-released'),
    decision: id,
    to: z.enum(audiences),
  }),
  /** On the way to signature: a language version is ready. */
  'text-ready': z.strictObject({ ...dated, kind: z.literal('text-ready'), decision: id, language: id }),
  /** On the way to signature: a capital has completed its internal procedures. */
  'procedures-completed': z.strictObject({
    ...dated,
    kind: z.literal('procedures-completed'),
    decision: id,
    participant: id,
    fromNote: fromNote.optional(),
  }),
  'signature-planned': z.strictObject({
    ...dated,
    kind: z.literal('signature-planned'),
    decision: id,
    /** By whom: heads of State, ministers … */
    level: text,
    /** In what form: a treaty, a memorandum, a protocol … */
    form: text,
    languages: z.array(id).min(1),
    meeting: id.optional(),
  }),
  /** Who does what by when, from a paragraph of a decision. */
  'commitment-made': z.strictObject({
    ...dated,
    kind: z.literal('commitment-made'),
    decision: id,
    commitment: id,
    paragraph: z.string().max(12),
    who: z.union([z.array(id).min(1), text]),
    what: text,
    due: partialDate.optional(),
  }),
  /** A note that came in or went out. */
  'note-registered': z.strictObject({
    ...dated,
    kind: z.literal('note-registered'),
    direction: z.enum(['in', 'out']),
    number: text,
    date: partialDate,
    /** From whom it came, or to whom it went. */
    participant: id,
    decision: id.optional(),
    says: text,
  }),
} as const

/** What a live position adds to one that history records. */
export const livePosition = {
  /** The revision on which it was taken. */
  revision: revision.optional(),
  /** Agreed ad referendum: until when the capital confirms. */
  confirmBy: partialDate.optional(),
  /** The paragraphs to which an objection or a reserve relates. */
  paragraphs: numbers.optional(),
  /** What would lift an objection or a reserve. */
  wouldLift: text.optional(),
  fromNote: fromNote.optional(),
  /** Taken in the room, at a meeting to which the question is put; its chair may enter it as it is called out. */
  meeting: id.optional(),
} as const

/** How a decision adopted live came about. Its text is that of the revision, open to whom the text is open. */
export const adoption = z.strictObject({
  revision,
  /** `silence`: it was put under silence and nobody broke it. */
  under: z.enum(['meeting', 'silence']),
})
