/** What may stand in a cell; nothing for what is not on record. */
export type Cell = string | number | boolean | undefined

/** A column: what its cells are, in one type, and what they say. */
export interface Column {
  /** `date` is a day, a month or a year; `json` an object written as JSON; `list` several ids with spaces between. */
  readonly type: 'text' | 'id' | 'date' | 'instant' | 'whole' | 'number' | 'yes-no' | 'url' | 'json' | 'list'
  readonly says: string
  readonly required: boolean
  /** The table and column in which every value of this one stands. */
  readonly refers?: { readonly table: string; readonly column: string }
  /** Every value that may stand here. */
  readonly oneOf?: readonly string[]
}

export type Row = Readonly<Record<string, Cell>>

/** A table of the record: its columns in order and its rows. The key names each row once. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  readonly rows: readonly Row[]
}

/** A table yet without rows: they are made from the acts that count. */
export interface TableOf<Source> extends Omit<Table, 'rows'> {
  readonly rowsFrom: (source: Source) => readonly Row[]
}

/** Lets the compiler hold each row to the columns. */
export function table<Source, Columns extends Record<string, Column>>(made: {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly key: readonly (keyof Columns & string)[]
  readonly columns: Columns
  readonly rowsFrom: (source: Source) => readonly { readonly [K in keyof Columns]: Cell }[]
}): TableOf<Source> {
  return made
}

/**
 * The rows, each key once. Of two rows of one key the later stands: a thing that was described twice is what it was
 * last said to be.
 */
export function filled<Source>({ rowsFrom, ...made }: TableOf<Source>, source: Source): Table {
  const rows = new Map<string, Row>()
  for (const row of rowsFrom(source)) {
    const key = JSON.stringify(made.key.map((column) => row[column]))
    rows.delete(key)
    rows.set(key, row)
  }
  return { ...made, rows: [...rows.values()] }
}

const column =
  (type: Column['type']) =>
  (says: string): Column => ({ type, says, required: false })
export const text = column('text')
export const id = column('id')
export const date = column('date')
export const instant = column('instant')
export const whole = column('whole')
export const number = column('number')
export const yesNo = column('yes-no')
export const url = column('url')
export const json = column('json')
export const list = column('list')

export function oneOf(values: readonly string[], says: string): Column {
  return { type: 'id', says, required: false, oneOf: values }
}

/** A column whose values stand in another table, `meetings.meeting`. */
export function refers(to: string, says: string): Column {
  const [table = '', column = ''] = to.split('.')
  return { type: 'id', says, required: false, refers: { table, column } }
}

/** A column that no row leaves empty. */
export function always(made: Column): Column {
  return { ...made, required: true }
}
