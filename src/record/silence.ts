import { z } from 'zod'
import type { SilenceEvent, SilenceProcedure, SilenceRule } from '../rules/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { id, instant, text } from './acts/fields.ts'

/** The fields of a rule on silence and of a question on it, as a constitution or a file writes them. */

const count = (most: number) => z.int().min(1).max(most)
const silencePeriod = z.union([
  z.strictObject({ hours: count(8760) }),
  z.strictObject({ days: count(365) }),
  z.strictObject({ weeks: count(52) }),
  /** Until the instant that the chair names. */
  z.literal('announced'),
])

/** The seven settings of silence. */
export const silenceSettings = {
  period: silencePeriod,
  medium: text.optional(),
  mayBreak: z.array(id).min(1).optional(),
  amendmentBreaks: z.boolean(),
  release: z.enum(['at-once', 'when-over', 'never']),
  methodNeedsConsent: z.boolean(),
  announcedAt: z.literal('meeting').optional(),
} as const

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opposes-method'), at: instant, by: text }),
  z.strictObject({ kind: z.literal('objection'), at: instant, by: text }),
  z.strictObject({ kind: z.literal('amendment'), at: instant, by: text }),
  z.strictObject({ kind: z.literal('extended'), at: instant, until: instant }),
  z.strictObject({ kind: z.literal('suspended'), at: instant }),
  z.strictObject({ kind: z.literal('resumed'), at: instant }),
  z.strictObject({ kind: z.literal('text-changed'), at: instant }),
])

export const silenceQuestion = z.strictObject({
  id: text,
  rule: z.strictObject({ ...silenceSettings, article: text.optional() }),
  opensAt: instant,
  expiresAt: instant,
  entitled: z.array(text).min(1),
  events: z.array(event).default([]),
  /** The instant asked about. */
  at: instant,
})

export interface SilenceQuestion extends SilenceProcedure {
  readonly id: string
  readonly rule: SilenceRule
  readonly at: SilenceEvent['at']
}

/** @refuses 'unreadable-question' with the field and what is wrong with it */
export function readSilenceQuestion(written: unknown): SilenceQuestion | Refusal {
  const read = silenceQuestion.safeParse(written)
  if (read.success) {
    const { opensAt, expiresAt } = read.data
    if (expiresAt > opensAt) return read.data
    return refuse('unreadable-question', 'expiresAt: silence expires after it opens.', {
      remedy: 'Give a later instant.',
    })
  }
  const [issue] = read.error.issues
  const field = issue?.path.join('.') || 'the question'
  return refuse('unreadable-question', `${field}: ${issue?.message ?? 'cannot be read'}`, {
    remedy: 'chancery silence --schema prints what a question looks like.',
  })
}
