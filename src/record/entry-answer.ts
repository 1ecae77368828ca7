import { z } from 'zod'
import { countable } from '../rules/index.ts'

/** The shape of an answer on entry into force, for whoever reads it by program. */

const day = z.iso.date()
const text = z.string()
const of = z.array(z.enum(countable))
const among = z.union([z.enum(['all', 'signatories']), z.array(text)])

const missing = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('deposits'), more: z.int().positive(), of, among, text }),
  z.strictObject({ what: z.literal('deposits-of'), participants: z.array(text).min(1), of, text }),
  z.strictObject({ what: z.literal('share'), weight: text, has: z.number(), outOf: z.number(), text }),
  z.strictObject({ what: z.literal('instrument'), id: text, text }),
])

/** Where a day is left open: between which days it lies, or from which on. */
const interval = { notBefore: day.optional(), notAfter: day.optional() }

export const entryAnswer = z
  .strictObject({
    id: text,
    inForceOn: day.nullable(),
    ...interval,
    reasons: z.array(z.strictObject({ article: text.optional(), text })),
    missing: z.array(missing),
    parties: z.array(
      z.strictObject({ participant: text, inForceOn: day.nullable(), ...interval, until: text.optional() }),
    ),
  })
  .meta({ id: 'answer' })
