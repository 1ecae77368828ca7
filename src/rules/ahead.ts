import { addPeriod, earliest, latest, type PartialDate, type Period } from './dates.ts'

/**
 * Whether something was done at least a period before a day; either date may be a month or a year, and what they leave
 * open stays open.
 *
 * @source such rules say "at least" or "not less than": on the last day of the period it is in time
 */
export function ahead(period: Period, done: PartialDate, by: PartialDate): 'in-time' | 'late' | 'open' {
  if (addPeriod(latest(done), period) <= earliest(by)) return 'in-time'
  return addPeriod(earliest(done), period) > latest(by) ? 'late' : 'open'
}
