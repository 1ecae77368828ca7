import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { ExercisingView, OutputView, WeightView } from '../src/analysis/index.ts'
import { readCsv, tableAsCsv, tablesOf } from '../src/exchange/index.ts'
import type { Fold } from '../src/record/index.ts'
import { type Day, isRefusal } from '../src/rules/index.ts'

/** The CSV files of the record, as whoever takes them away has them, read into SQLite in memory; an empty cell is no value. */
export function inSqlite(fold: Fold): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  for (const table of tablesOf(fold, fold.openPosition)) {
    const read = readCsv(tableAsCsv(table))
    if (isRefusal(read)) throw new Error(read.message)
    database.exec(`create table "${table.name}" (${read.columns.map((column) => `"${column}"`).join(', ')})`)
    const insert = database.prepare(`insert into "${table.name}" values (${read.columns.map(() => '?').join(', ')})`)
    database.exec('begin')
    for (const row of read.rows) insert.run(...read.columns.map((column): SQLInputValue => row[column] || null))
    database.exec('commit')
  }
  return database
}

/** The first day that a date in a table may mean: of a year or a month its first. */
const firstDay = (column: string) => `substr(${column} || '-01-01', 1, 10)`

type Rows = readonly (readonly unknown[])[]

/** Some of the numbers of three questions: from the answer, and in SQL. Both in the same order. */
export function countedIn(database: DatabaseSync) {
  const ask = (sql: string) => {
    const statement = database.prepare(sql)
    return (...given: SQLInputValue[]): Rows => statement.all(...given).map((row) => Object.values(row))
  }
  const bodies = ask(`
    select body, sum(held), sum(adopted), sum(failed), sum(open) from (
      select body, planned is not 'true' as held, 0 as adopted, 0 as failed, 0 as open
      from meetings where ${firstDay('from_date')} <= :day
      union all
      select body, 0, outcome = 'adopted', outcome = 'not-adopted', outcome = 'proposed'
      from decisions where ${firstDay('on_date')} <= :day
    ) group by body order by body`)
  const took = ask(`
    select participant, count(distinct exercise)
    from exercises join forces using (exercise)
    where participants_known = 'yes' and as_what <> 'observer' and ${firstDay('from_date')} <= ?
    group by participant order by participant`)
  const sum = ask(`
    select sum(value) from figures join (
      select distinct participant from statuses
      where status = :status and ${firstDay('from_date')} <= :day
        and (to_date is null or ${firstDay('to_date')} > :day)
    ) using (participant)
    where indicator = :indicator and substr(date, 1, 4) = :year`)
  return {
    output: {
      ours: ({ bodies: all }: OutputView): Rows =>
        all
          .map(({ body, meetings, decisions: of }) => [body, meetings, of.adopted, of['not-adopted'], of.proposed])
          .sort(byName),
      theirs: (day: Day): Rows => bodies({ day } as never),
    },
    exercising: {
      ours: ({ exercises }: ExercisingView): Rows => {
        const all = exercises.filter(({ participantsKnown }) => participantsKnown === 'yes')
        const people = Map.groupBy(
          all.flatMap((one) => one.took),
          (id) => id,
        )
        return [...people].map(([id, list]) => [id, list.length]).sort(byName)
      },
      theirs: (day: Day): Rows => took(day),
    },
    weight: {
      ours: ({ indicators }: WeightView): Rows =>
        indicators.flatMap(({ indicator, year, statuses: [first] }) =>
          year === undefined || !first ? [] : [[indicator, rounded(first.sum)]],
        ),
      theirs: (day: Day, { indicators }: WeightView): Rows =>
        indicators.flatMap(({ indicator, year, statuses: [first] }) => {
          if (year === undefined || !first) return []
          const [[all] = []] = sum({ day, status: first.status, indicator, year: String(year) } as never)
          return [[indicator, rounded(Number(all ?? 0))]]
        }),
    },
  }
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

/** The order in which numbers are added moves the last digits. */
function rounded(sum: number): number {
  return Number(sum.toPrecision(9))
}
