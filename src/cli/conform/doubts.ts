import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import { type Day, daysBetween, type TreatyEvent } from '../../rules/index.ts'

/** When a list of parties is not to be trusted, told from the list itself. */
export const doubtsSchema = z.strictObject({
  /** From how many on, States with one and the same day may have it from their neighbour's cell. */
  sameDay: z.int().min(2).optional(),
  /** Which share of a treaty's later parties must have one wait in common, [1, 3] say, for its days to be days of deposit. */
  steady: z.tuple([z.int().positive(), z.int().positive()]).optional(),
})
export type Doubts = z.infer<typeof doubtsSchema>

/** The deposits that surely were made: of many on one day, one. Where that moves the day, it is left open. */
export function surelyMade(events: readonly TreatyEvent[], { sameDay }: Doubts): readonly TreatyEvent[] {
  if (sameDay === undefined) return events
  const days = Map.groupBy(events, ({ on }) => on)
  return [...days.values()].flatMap((own) => (own.length >= sameDay ? own.slice(0, 1) : own))
}

const fewest = 4

/**
 * Whether the later parties of a treaty were bound after one and the same kind of wait, whatever the clause says of it. Where their
 * waits scatter, the days on record are not those of deposit (of ratification at home, say), and nothing follows from them.
 */
export function isSteady(later: readonly CsvRow[], byClause: (row: CsvRow) => string, { steady }: Doubts): boolean {
  if (!steady || later.length < fewest) return true
  const [needed, outOf] = steady
  const alike = [
    later.filter((row) => byClause(row) === row.effect).length,
    mostCommonWait(later).parties,
    mostCommon(later, monthsBetween).rows,
    // Some clauses wait for the first day of a month.
    later.filter(({ effect }) => effect?.endsWith('-01')).length,
  ]
  return Math.max(...alike) * outOf >= needed * later.length
}

/** The wait in days that most later parties of a treaty have on record, and how many have it. */
export function mostCommonWait(later: readonly CsvRow[]): { days: number | undefined; parties: number } {
  const { value, rows } = mostCommon(later, ({ on, effect }) => daysBetween(on as Day, effect as Day))
  return { days: value, parties: rows }
}

/** Whole months, where the day of the month is the same. */
function monthsBetween({ on = '', effect = '' }: CsvRow): number | undefined {
  if (on.slice(8) !== effect.slice(8)) return undefined
  return (
    12 * (Number(effect.slice(0, 4)) - Number(on.slice(0, 4))) + Number(effect.slice(5, 7)) - Number(on.slice(5, 7))
  )
}

function mostCommon(later: readonly CsvRow[], wait: (row: CsvRow) => number | undefined) {
  const values = Map.groupBy(later, wait)
  values.delete(undefined)
  const [value, rows] = [...values].sort(([, a], [, b]) => b.length - a.length)[0] ?? [undefined, []]
  return { value, rows: rows.length }
}
