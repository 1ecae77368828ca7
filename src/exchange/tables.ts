import type { Fold } from '../record/index.ts'
import { type Live, liveAt } from './live.ts'
import { filled, type Table, type TableOf } from './table.ts'
import { around } from './tables/around.ts'
import { belonging } from './tables/belonging.ts'
import { constitution } from './tables/constitution.ts'
import { describing } from './tables/describing.ts'
import { done } from './tables/done.ts'
import { pursued } from './tables/pursued.ts'
import { said } from './tables/said.ts'
import { work } from './tables/work.ts'

/** Every table of a record, without rows. */
export const allTables: readonly TableOf<Live>[] = [
  ...describing,
  ...constitution,
  ...belonging,
  ...work,
  ...done,
  ...pursued,
  ...said,
  ...around,
]

/**
 * The whole record as tables, as known at a register position: what counts, on any day, in order of effect; and the
 * register itself in `acts`. The same register and position always give the same rows.
 */
export function tablesOf(fold: Fold, position = fold.position): readonly Table[] {
  const live = liveAt(fold, position)
  return allTables.map((one) => filled(one, live))
}
