import { targetsOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Organisation } from './organisation.ts'

/** An entry that changed what the record says, with what it took out. */
export interface Correction {
  readonly entry: Entry
  readonly takesOut: readonly Entry[]
  /** Only remarks changed (doubt, note, sources): what is said to have happened stayed as it was. */
  readonly ofRemarks: boolean
}

/** Corrections and withdrawals in the order in which they were entered, the latest first, as known. */
export function corrections(organisation: Organisation, entries: readonly Entry[]): Correction[] {
  return entries
    .filter((entry) => entry.position <= organisation.position && targetsOf(entry.act).length > 0)
    .map((entry) => {
      const takesOut = targetsOf(entry.act).flatMap((id) => organisation.entry(id) ?? [])
      return { entry, takesOut, ofRemarks: takesOut.length === 1 && takesOut.every((one) => sameFacts(one, entry)) }
    })
    .reverse()
}

const remarks = new Set(['id', 'replaces', 'correction', 'after', 'doubt', 'note', 'sources'])

/** Whether two acts differ in remarks alone. */
function sameFacts(a: Entry, b: Entry): boolean {
  const facts = ({ act }: Entry) =>
    JSON.stringify(
      Object.entries(act)
        .filter(([field]) => !remarks.has(field))
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    )
  return facts(a) === facts(b)
}
