import { type Day, earliest, isExact, latest, type PartialDate } from './dates.ts'

/** A period `[from, to)` as the sources let us state it; without `to` it has not ended. */
export interface DatedPeriod {
  readonly from: PartialDate
  readonly to?: PartialDate
}

export type Certainty = 'holds' | 'uncertain' | 'does-not-hold'

/**
 * Whether a period covers a day. A beginning counts from the earliest day its date may mean and an end through the
 * latest; inside the doubt the answer is `uncertain`, which still counts as holding.
 *
 * @source the design's rule on dates: periods are half-open, so on the day of its end a period no longer holds
 */
export function holdsOn(period: DatedPeriod, day: Day): Certainty {
  const { from, to } = period
  if (day < earliest(from) || (to !== undefined && day >= latest(to))) return 'does-not-hold'
  const begun = isExact(from) || day >= latest(from)
  const notYetEnding = to === undefined || day < earliest(to)
  return begun && notYetEnding ? 'holds' : 'uncertain'
}
