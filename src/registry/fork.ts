import { actsOfFork, endOfTime, type Fold, lastDayCovered } from '../record/index.ts'
import { type Day, earliest, type Refusal, refuse } from '../rules/index.ts'
import { type Registry, rootHashOf } from './registry.ts'

/** What to make an exercise of, and under which id to keep it. */
export interface ForkAsked {
  readonly from: string
  /** The last day of the record that the exercise shares. */
  readonly on: Day
  readonly as: string
  /** The register position as known at which; without it, everything known. */
  readonly known?: number | undefined
}

/** Addresses of the house itself, which an exercise must not take. */
const notFree: ReadonlySet<string> = new Set([
  ...['organisations', 'write-your-own', 'assets', 'account', 'accounts', 'admin', 'api', 'auth', 'docs', 'fork'],
  ...['health', 'invitation', 'invite', 'login', 'logout', 'me', 'openapi', 'seat', 'seats', 'search', 'sign-in'],
  ...['sign-out', 'sign-up', 'status', 'well-known'],
])

/**
 * Makes an exercise of a record as of the end of a day: an organisation of its own, whose register begins with all that
 * counted then, entered in one append. The record it was made from is only read.
 *
 * @refuses 'unknown-organisation' a record that is not here
 * @refuses 'unreadable-id' an id that is no letters, digits and `-`
 * @refuses 'id-taken' an id under which something is kept already
 * @refuses 'not-covered' a day before the record begins or after the last that it covers
 * @refuses 'nothing-to-fork' a position at which nothing was known yet
 */
export async function forkOrganisation(
  registry: Registry,
  asked: ForkAsked,
): Promise<{ organisation: string; entries: number } | Refusal> {
  const { from, on, as } = asked
  const damaged = (await registry.catchUp(from)) ?? (await registry.catchUp())
  if (damaged) return damaged
  const record = registry.record(from)
  const refusal =
    idRefusal(as) ?? recordRefusal(registry, record) ?? dayRefusal(record, on) ?? takenRefusal(registry, as)
  if (refusal) return refusal
  const position = Math.min(asked.known ?? record.position, record.position)
  const rootHash = position === record.position ? registry.rootHash(from) : rootHashOf(record, position)
  const acts = actsOfFork(record, { organisation: from, on: on as never, position, rootHash })
  if (acts.length === 0) {
    return refuse('nothing-to-fork', `At register position ${position} nothing was known of "${from}" yet.`, {
      remedy: 'Name a later position, or none for everything known now.',
    })
  }
  const submissions = acts.map((act) => ({ act, ruling: { finding: 'entered-as-history' }, constitution: 0 }) as const)
  const entries = await registry.append(as, 0, submissions)
  return entries ? { organisation: as, entries: entries.length } : taken(as)
}

function idRefusal(as: string): Refusal | undefined {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(as)) return undefined
  return refuse('unreadable-id', `"${as}" cannot be the id of an exercise.`, {
    remedy: 'Write letters, digits and -, such as summit-of-2016; at most 60, and not a - first.',
  })
}

function recordRefusal(registry: Registry, record: Fold): Refusal | undefined {
  if (record.position > 0) return undefined
  const there = registry.organisations().join(', ') || 'none'
  return refuse('unknown-organisation', `There is no organisation "${record.organisation}" here.`, {
    remedy: `There is: ${there}.`,
  })
}

function dayRefusal(record: Fold, on: Day): Refusal | undefined {
  const { begins } = record.at(endOfTime).description ?? {}
  const first = begins === undefined ? on : earliest(begins)
  const last = lastDayCovered(record)
  if (first <= on && on <= last) return undefined
  return refuse('not-covered', `The record of "${record.organisation}" does not cover ${on}.`, {
    remedy: `Name a day from ${first} to ${last}.`,
  })
}

/** Ids that differ in capitals alone would be taken for one another. */
function takenRefusal(registry: Registry, as: string): Refusal | undefined {
  const there = registry.organisations().map((id) => id.toLowerCase())
  return notFree.has(as.toLowerCase()) || there.includes(as.toLowerCase()) ? taken(as) : undefined
}

function taken(as: string): Refusal {
  return refuse('id-taken', `"${as}" is in use already.`, { remedy: 'Nothing was made. Choose another id.' })
}
