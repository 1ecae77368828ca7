import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { endOfTime } from './place.ts'

/** Every act that counts as known at a position, those true of every day first, then in order of effect. */
export function countingAt(fold: Fold, position: number): Entry[] {
  return fold
    .ids('month')
    .sort()
    .flatMap((month) => fold.acts('month', month, endOfTime, position))
}

/** The positions of what had been entered by a position and had been corrected or withdrawn by then. */
export function noLongerCounting(fold: Fold, position: number): number[] {
  const counting = new Set(countingAt(fold, position))
  return fold.entries(position).flatMap((entry) => (counting.has(entry) ? [] : [entry.position]))
}
