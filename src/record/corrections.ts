import { targetsOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Organisation } from './organisation.ts'

/** An entry that changed what the record says, with what it took out. */
export interface Correction {
  readonly entry: Entry
  readonly takesOut: readonly Entry[]
}

/** Corrections and withdrawals in the order in which they were entered, the latest first, as known. */
export function corrections(organisation: Organisation, entries: readonly Entry[]): Correction[] {
  return entries
    .filter((entry) => entry.position <= organisation.position && targetsOf(entry.act).length > 0)
    .map((entry) => ({ entry, takesOut: targetsOf(entry.act).flatMap((id) => organisation.entry(id) ?? []) }))
    .reverse()
}
