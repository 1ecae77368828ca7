import canonicalize from 'canonicalize'
import { z } from 'zod'
import { type Instant, isRefusal, type Reason, type Refusal, refuse } from '../rules/index.ts'
import { type Act, actSchema, isClosed, upcast } from './acts.ts'

/** What the rules said of an act when it was submitted. History is not ruled on, only reviewed: clones made with other editions of the rules then agree. */
export type Ruling =
  | { readonly finding: 'entered-as-history' }
  /** What was ruled is under seal with the act. */
  | { readonly finding: 'sealed' }
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
  /** Who submitted a live act, as `seatId` writes it. */
  readonly seat?: string
  /** For an act under seal: what its public entry has in its place. */
  readonly sealed?: Seal
}

/** The salted hash of what is under seal. Without the salt few words would be quickly guessed. */
export interface Seal {
  readonly salt: string
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly seal: string
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
  seat: z.string().optional(),
})

/** The public bytes of an entry: of an act under seal the hash alone. */
export function encodeEntry(entry: Entry): EntryText {
  return canonical(entry.sealed ? publicEntry(entry) : entry) as EntryText
}

/** An entry as anyone may have it. Of a closed act that has not been sealed, as in a trial, nothing but that it is there. */
export function publicEntry(entry: Entry): Entry {
  if (!isClosed(entry.act) || entry.act.kind === 'sealed') return entry
  const { position, organisation, recordedAt, constitution, sealed } = entry
  const seal = sealed?.seal ?? ''
  const id = sealed ? `sealed-${seal.slice(0, 32)}` : `sealed-at-${position}`
  const act: Act = { id, version: 1, kind: 'sealed', seal, sources: [], doubt: [] }
  return { position, id, organisation, recordedAt, act, ruling: { finding: 'sealed' }, constitution }
}

/** What is kept under seal of an entry, as it is hashed. */
export function bodyOf({ act, ruling, seat }: Pick<Entry, 'act' | 'ruling' | 'seat'>, salt: string): string {
  return canonical({ act, ruling, salt, seat })
}

/**
 * The entry that a public one stands for, from the body kept beside it.
 * @refuses 'unreadable-entry' a body that is not the one that was hashed, or is no entry
 */
export function opened(entry: Entry, body: string, sha256: (text: string) => string): Entry | Refusal {
  if (entry.act.kind !== 'sealed') return entry
  const { seal } = entry.act
  if (sha256(body) !== seal) {
    return refuse('unreadable-entry', `What is under seal at position ${entry.position} is not what was entered.`)
  }
  const { act: stored, ruling, salt, seat } = JSON.parse(body)
  const act = actSchema.safeParse(upcast(stored))
  if (!act.success) return unreadable(act.error, `act ${stored.id} (${stored.kind})`)
  const { position, organisation, recordedAt, constitution } = entry
  const who = seat === undefined ? {} : { seat }
  return {
    position,
    id: act.data.id,
    organisation,
    recordedAt,
    act: act.data,
    ruling,
    constitution,
    ...who,
    sealed: { salt, seal },
  }
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
  } as Entry
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
