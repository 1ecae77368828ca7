import type { Doubt } from '../../record/index.ts'
import type { List, Stated } from './list.ts'

/** A doubt about the whole of an act, and not about one field of it. */
const whole = 'it as a whole'

/** How much an item can prove of what is asked of it: a fact, a fact marked unverified, or nothing. */
export type Strength = 'stated' | 'unverified' | 'proves-nothing'

/**
 * What an item proves of these fields. What was inferred proves nothing, nor does what sources dispute; what is marked
 * unverified never proves the whole.
 * @param fields asked only of what is doubted at all, which few things are
 */
export function strengthOf(item: Stated, list: List, fields: () => readonly string[]): Strength {
  if (item.entry.act.doubt.length === 0) return 'stated'
  const bearing = doubtsOn(item, list, fields())
  if (bearing.some(({ kind }) => kind !== 'unverified')) return 'proves-nothing'
  return bearing.length > 0 ? 'unverified' : 'stated'
}

export function doubtsOn({ entry }: Stated, list: List, fields: readonly string[]): readonly Doubt[] {
  const resting = new Set(fields.flatMap((name) => list.fields[name]?.restsOn ?? [name]))
  return entry.act.doubt.filter(({ field }) => field === whole || resting.has(field.split(/[.[]/)[0] ?? ''))
}
