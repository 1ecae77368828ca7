import type { CsvRow } from '../../exchange/index.ts'
import { type EventKind, isRefusal, type PartialDate, parsePartialDate, type TreatyEvent } from '../../rules/index.ts'
import { Stop } from '../terminal.ts'
import type { Facts } from './facts.ts'
import { onePredecessorOnce } from './successions.ts'
import { type ClauseOf, clauseOf } from './treaty-clause.ts'
import type { TreatyRule } from './treaty-rule.ts'

/** A treaty of a suite: its clause, and the deposits on record. */
export interface Treaty extends ClauseOf {
  readonly id: string
  /** The day of entry into force on record. */
  readonly recorded: PartialDate
  readonly deposits: readonly TreatyEvent[]
  /** The rows of its participants as they stand. */
  readonly rows: readonly CsvRow[]
  /** Deposits on a day that is none: with them nothing can be computed. */
  readonly unreadable: readonly string[]
}

/** Every treaty of a suite's files `treaties` and `deposits` that has a day of entry into force on record. */
export function treatiesOf(rule: TreatyRule, facts: Facts): Treaty[] {
  const rows = Map.groupBy(facts.rows('deposits'), ({ treaty }) => treaty)
  const recorded = facts.rows('treaties').filter((row) => row.recorded !== '')
  return recorded.map((row) => {
    const own = rows.get(row.treaty) ?? []
    const counted = own.filter((deposit) => counts(rule, deposit))
    const unreadable = counted.filter(({ on = '' }) => isRefusal(parsePartialDate(on)))
    const events = unreadable.length > 0 ? [] : counted.map((deposit) => eventOf(rule, deposit))
    return {
      id: row.treaty as string,
      recorded: dateIn(row, 'recorded'),
      ...clauseOf(rule, row),
      deposits: firstOfEach(onePredecessorOnce(events, rule.successions)),
      rows: own,
      unreadable: unreadable.map(({ participant, on }) => `${participant} "${on}"`),
    }
  })
}

function counts(rule: TreatyRule, row: CsvRow): boolean {
  if (row.on === '' || rule.leaveOut.some((words) => row.participant?.includes(words))) return false
  return kindOf(rule, row) !== undefined && !(rule.needsEffect && row.effect === '')
}

function kindOf({ kinds }: TreatyRule, { kind }: CsvRow): EventKind | undefined {
  return kinds ? kinds[kind ?? ''] : 'ratification'
}

function eventOf(rule: TreatyRule, row: CsvRow): TreatyEvent {
  return { participant: row.participant as string, kind: kindOf(rule, row) as EventKind, on: dateIn(row, 'on') }
}

/** Of a participant that is listed twice, the first deposit. */
function firstOfEach(events: readonly TreatyEvent[]): TreatyEvent[] {
  const inOrder = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const seen = new Set<string>()
  return inOrder.filter(({ participant }) => !seen.has(participant) && seen.add(participant))
}

/** A date in a row that nothing can do without. */
export function dateIn(row: CsvRow, column: string): PartialDate {
  const date = parsePartialDate(row[column] ?? '')
  if (!isRefusal(date)) return date
  throw new Stop(`${row.treaty}: ${row.participant ?? ''} ${column}: ${date.message} ${date.remedy}`)
}
