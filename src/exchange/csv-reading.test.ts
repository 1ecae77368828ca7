import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv } from './csv.ts'
import { readCsv } from './csv-reading.ts'

describe('comma-separated values are read strictly', () => {
  const cases = [
    { says: 'rows by the names of their columns', text: 'a,b\n1,2\n', rows: [{ a: '1', b: '2' }] },
    { says: 'line ends of either kind, the last one left out', text: 'a,b\r\n1,2', rows: [{ a: '1', b: '2' }] },
    { says: 'commas, line ends and quotation marks', text: 'a,b\n"1,\n""x""",\n', rows: [{ a: '1,\n"x"', b: '' }] },
    { says: 'a last cell that is empty, at the end of the file', text: 'a,b\n1,', rows: [{ a: '1', b: '' }] },
    { says: 'a byte-order mark is no part of a name', text: '\uFEFFa\n1\n', rows: [{ a: '1' }] },
    { says: 'names and no row', text: 'a,b\n', rows: [] },
  ]
  for (const { says, text, rows } of cases) test(says, () => expect(readCsv(text)).toMatchObject({ rows }))

  const refused = [
    { says: 'a cell too many', text: 'a,b\n1,2\n1,2,3\n', message: 'Line 3: there are 3 cells where 2' },
    { says: 'the line is that of the file', text: 'a,b\n"1\n",2\n1\n', message: 'Line 4' },
    { says: 'another encoding', text: 'a\0\n\u00001\0\n\0', message: 'Line 1: this is no text in UTF-8' },
    { says: 'a name twice', text: 'a,a\n', message: 'Line 1: the column "a" stands twice' },
    { says: 'a quotation mark that is never closed', text: 'a\n"1\n', message: 'Line 2: a quotation mark' },
    { says: 'a quotation mark inside a plain cell', text: 'a\n1"2\n', message: 'Line 2: a quotation mark' },
  ]
  for (const { says, text, message } of refused) {
    test(says, () =>
      expect(readCsv(text)).toMatchObject({ refused: 'unreadable-csv', message: expect.stringContaining(message) }),
    )
  }
})

test('what is written is read again', () => {
  // A letter first: what a spreadsheet would run as a formula is written with an apostrophe before it.
  const text = fc.string({ unit: fc.constantFrom('x', ',', '"', '\n', '\r\n', ' ') }).map((rest) => `x${rest}`)
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (cells) => {
      expect(readCsv(csv(['a', 'b'], cells))).toMatchObject({ rows: cells.map(([a, b]) => ({ a, b })) })
    }),
  )
})
