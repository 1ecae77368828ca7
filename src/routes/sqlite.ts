import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { type Cell, type Column, queries, type Table } from '../exchange/index.ts'
import { notAPosition } from '../record/index.ts'

const types: { readonly [T in Column['type']]: string } = {
  text: 'text',
  id: 'text',
  list: 'text',
  date: 'text',
  url: 'text',
  instant: 'text',
  json: 'text',
  whole: 'integer',
  number: 'real',
  'yes-no': 'integer',
}
const rowsAtOnce = 500

/**
 * Writes the tables into a new SQLite file, with a table `readme` that explains them and a table `queries` of questions
 * to begin with. The process can do other things between two batches of rows.
 *
 * @param path where no file is yet
 */
export async function writeSqlite(tables: readonly Table[], path: string): Promise<void> {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  try {
    // The file is of use only when it is whole, so nothing has to be saved from a crash on the way.
    database.exec('pragma journal_mode = off; pragma synchronous = off; begin')
    for (const table of tables) {
      database.exec(definitionOf(table))
      const columns = Object.keys(table.columns)
      const insert = database.prepare(`insert into ${table.name} values (${columns.map(() => '?').join(', ')})`)
      for (const [index, row] of table.rows.entries()) {
        insert.run(...columns.map((column) => stored(row[column])))
        if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate()
      }
      await setImmediate()
    }
    explain(database, tables)
    database.exec('commit')
  } finally {
    database.close()
  }
}

function stored(cell: Cell): SQLInputValue {
  if (cell === undefined) return null
  return typeof cell === 'boolean' ? Number(cell) : cell
}

/** The explanations stay in the definition as comments, where tools show them. */
function definitionOf({ name, title, says, key, columns }: Table): string {
  const lines = Object.entries(columns).map(([column, { type, required, says: of }]) => ({
    sql: `${column} ${types[type]}${required ? ' not null' : ''}`,
    says: of,
  }))
  const keys = Object.entries(columns).flatMap(([column, { refers }]) =>
    refers ? [`foreign key (${column}) references ${refers.table} (${refers.column})`] : [],
  )
  const constraints = [`primary key (${key.join(', ')})`, ...keys]
  return `create table ${name} ( -- ${title}: ${says}
${lines.map((line) => `  ${line.sql}, -- ${line.says}`).join('\n')}
  ${constraints.join(',\n  ')}
) strict`
}

function explain(database: DatabaseSync, tables: readonly Table[]): void {
  database.exec(`create table readme (table_name text, column_name text, says text not null, row_count integer) strict;
    create table queries (title text not null primary key, sql text not null) strict`)
  const say = database.prepare('insert into readme values (?, ?, ?, ?)')
  for (const line of [...exerciseLines(tables), ...general]) say.run(null, null, line, null)
  for (const { name, says, rows, columns } of tables) {
    say.run(name, null, says, rows.length)
    for (const [column, of] of Object.entries(columns)) say.run(name, column, of.says, null)
  }
  const offer = database.prepare('insert into queries values (?, ?)')
  for (const { title, sql } of queries) offer.run(title, sql)
}

/** First of all, in a file of an exercise. */
function exerciseLines(tables: readonly Table[]): string[] {
  const [row] = tables.find(({ name }) => name === 'organisation')?.rows ?? []
  if (row?.edition !== 'exercise') return []
  const from = row.forked_from
    ? ` Up to ${row.forked_on} it is the record of "${row.forked_from}"; all that comes after was played.`
    : ''
  return [`${notAPosition}.${from}`]
}

const general = [
  'Each table has a row here, and so has each of its columns. The table queries holds questions to begin with.',
  'Every fact leads to its act (column act), every act to its sources (source_references) and doubts (doubts).',
  'Dates are days, months or years, as exact as the source; compared as text they stand in order of time.',
  'How complete the record is differs by kind of fact and year: read the table coverage before counting anything.',
  'Names are those in use on the date shown; nothing here implies an opinion on the status of any territory.',
]
