import type { Day } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import { compare, type Placed, placeOf } from './place.ts'
import { type States, type Thing, things } from './things.ts'

/**
 * `organisation(D, K)` taken literally, from the first entry, every time. Slow and plain: tests hold the fold against it.
 * Returns the state of every thing of a type that some act touches by day D.
 */
export function refold<T extends Thing>(
  thing: T,
  entries: readonly Entry[],
  day: Day,
  position: number,
): Map<string, States[T]> {
  const states = new Map<string, States[T]>()
  const { touchedBy, initial, apply } = things[thing]
  for (const entry of literalActs(entries, day, position)) {
    for (const id of touchedBy(entry.act)) states.set(id, apply(states.get(id) ?? initial(id), entry))
  }
  return states
}

/** The acts that count by day D, as known up to a position, in order of effect. */
export function literalActs(entries: readonly Entry[], day: Day, position: number): Entry[] {
  const known = entries.filter((entry) => entry.position <= position)
  const placed = new Map<string, Placed>()
  for (const entry of known)
    placed.set(
      entry.id,
      placeOf(entry, (id) => placed.get(id)),
    )
  const ids = countingIds(known)
  return known
    .filter((entry) => ids.has(entry.id))
    .map((entry) => ({ entry, ...(placed.get(entry.id) as Placed) }))
    .filter((item) => item.day <= day)
    .sort(compare)
    .map(({ entry }) => entry)
}

/** The ids of the entries that count: read from the last to the first, each one that counts strikes out its targets. */
function countingIds(known: readonly Entry[]): Set<string> {
  const counting = new Set<string>()
  const struck = new Set<string>()
  for (const entry of [...known].sort((a, b) => b.position - a.position)) {
    if (struck.has(entry.id)) continue
    counting.add(entry.id)
    const strike = (id: string) => {
      struck.add(id)
      for (const earlier of known.find((other) => other.id === id)?.act.replaces ?? []) strike(earlier)
    }
    for (const id of entry.act.replaces ?? []) strike(id)
    if (entry.act.kind === 'act-withdrawn') for (const id of entry.act.withdraws) struck.add(id)
  }
  return counting
}
