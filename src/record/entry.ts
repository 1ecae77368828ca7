import canonicalize from 'canonicalize'
import { z } from 'zod'
import { type Instant, isRefusal, type Reason, type Refusal, refuse } from '../rules/index.ts'
import { type Act, actSchema, upcast } from './acts.ts'

/** What the rules said of an act when it was submitted. History is not ruled on, only reviewed: clones made with other editions of the rules then agree. */
export type Ruling =
  | { readonly finding: 'entered-as-history' }
  | { readonly finding: 'in-order' | 'unusual' | 'cannot-be-judged'; readonly reasons: readonly Reason[] }

/** One act in the register. `position` counts from 1 within an organisation and has no gaps. */
export interface Entry {
  readonly position: number
  readonly id: string
  readonly organisation: string
  readonly recordedAt: Instant
  readonly act: Act
  readonly ruling: Ruling
  /** The last position at which the rules had changed when the ruling was made; 0 for history. */
  readonly constitution: number
}

/** What is stored and hashed: canonical JSON (RFC 8785) of the entry. */
export type EntryText = string & { readonly entryText: unique symbol }

const envelope = z.strictObject({
  position: z.int().positive(),
  id: z.string(),
  organisation: z.string(),
  recordedAt: z.string(),
  act: z.looseObject({ kind: z.string(), id: z.string() }),
  ruling: z.looseObject({ finding: z.string() }),
  constitution: z.int().nonnegative(),
})

export function encodeEntry(entry: Entry): EntryText {
  return canonical(entry) as EntryText
}

/**
 * Reads an entry back from its stored bytes, lifting older versions of its kind.
 * @refuses 'unreadable-entry' bytes that are not an entry, naming the first fault
 */
export function decodeEntry(stored: string): Entry | Refusal {
  let json: unknown
  try {
    json = JSON.parse(stored)
  } catch {
    return refuse('unreadable-entry', 'This is not an entry of a register: the bytes are not JSON.')
  }
  const outer = envelope.safeParse(json)
  if (!outer.success) return unreadable(outer.error, 'entry')
  const act = actSchema.safeParse(upcast(outer.data.act))
  if (!act.success) return unreadable(act.error, `act ${outer.data.id} (${outer.data.act.kind})`)
  return {
    ...outer.data,
    act: act.data,
    recordedAt: outer.data.recordedAt as Instant,
    ruling: outer.data.ruling as Ruling,
  }
}

/** Entries read back, or the first refusal. */
export function decodeEntries(stored: readonly string[]): Entry[] | Refusal {
  const entries: Entry[] = []
  for (const text of stored) {
    const entry = decodeEntry(text)
    if (isRefusal(entry)) return entry
    entries.push(entry)
  }
  return entries
}

/** Canonical JSON; the same value always gives the same bytes. Absent and `undefined` fields are the same. */
export function canonical(value: unknown): string {
  const bytes = canonicalize(value)
  if (bytes === undefined) throw new TypeError('Only JSON values have a canonical form.')
  return bytes
}

function unreadable(error: z.ZodError, what: string): Refusal {
  const issue = error.issues[0]
  const field = issue?.path.join('.') || 'the whole'
  return refuse('unreadable-entry', `The ${what} cannot be read: ${field}: ${issue?.message}.`, {
    remedy: 'It may have been written by a later version of this program; update and try again.',
  })
}
