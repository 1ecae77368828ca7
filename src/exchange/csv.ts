import type { Cell, Table } from './table.ts'

/**
 * Comma-separated values (RFC 4180), with a row of names. Text that a spreadsheet would run as a formula is made
 * harmless by an apostrophe before it; numbers are left as they are.
 */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => {
    const text = String(value ?? '')
    const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
  }
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A whole table; what is not on record is an empty cell. */
export function tableAsCsv({ columns, rows }: Table): string {
  const names = Object.keys(columns)
  return csv(
    names,
    rows.map((row) => names.map((name) => row[name])),
  )
}
