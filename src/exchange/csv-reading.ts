import { type Refusal, refuse } from '../rules/index.ts'

/** A row by the names of its columns. A cell that is empty is an empty text. */
export type CsvRow = Readonly<Record<string, string>>

export interface CsvFile {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}

/**
 * Reads comma-separated values (RFC 4180): a row of names, then rows of as many cells. Lines end with CRLF or LF; a cell
 * in quotation marks may hold commas, line ends and doubled quotation marks; a byte-order mark is passed over.
 *
 * @refuses 'unreadable-csv' a row of another length than the row of names, a name twice, a quotation mark out of
 *   place, what is no text, or text in UTF-16
 */
export function readCsv(text: string): CsvFile | Refusal {
  if (text.includes('\0')) return unreadable(1, 'this is no text in UTF-8')
  const lines = cellsOf(text.replace(/^\uFEFF/, ''))
  if ('refused' in lines) return lines
  const [columns = [], ...body] = lines.map(({ cells }) => cells)
  const twice = columns.find((name, i) => columns.indexOf(name) < i)
  if (twice !== undefined) return unreadable(1, `the column "${twice}" stands twice`)
  const odd = body.findIndex((cells) => cells.length !== columns.length)
  if (odd >= 0) {
    const [has, line] = [body[odd]?.length, lines[odd + 1]?.line ?? 0]
    return unreadable(line, `there are ${has} cells where ${columns.length} columns are named`)
  }
  return {
    columns,
    rows: body.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] as string]))),
  }
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

// One cell with what ends it: quoted, or plain up to the next comma or line end.
const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y

function cellsOf(text: string): Line[] | Refusal {
  const lines: Line[] = []
  let [at, line, begun, cells] = [0, 1, 1, [] as string[]]
  while (at < text.length) {
    cell.lastIndex = at
    const [whole, quoted, plain, end] = cell.exec(text) ?? []
    if (whole === undefined) return unreadable(line, 'a quotation mark stands where none may')
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    at += whole.length
    line += whole.split('\n').length - 1
    if (end === ',' && at < text.length) continue
    if (end === ',') cells.push('')
    lines.push({ line: begun, cells })
    cells = []
    begun = line
  }
  return lines
}

function unreadable(line: number, what: string): Refusal {
  return refuse('unreadable-csv', `Line ${line}: ${what}.`, {
    remedy: 'Write comma-separated values with a row of names first and as many cells in every row.',
  })
}
