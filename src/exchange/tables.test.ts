import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { tableAsCsv } from './csv.ts'
import { schemaOf } from './package.ts'
import { always, filled, id, refers, table, whole } from './table.ts'
import { allTables, tablesOf } from './tables.ts'

const state = (id: string, en = id) =>
  act({ id: `participant/${id}`, kind: 'participant-described', participant: id, type: 'state', names: { en } })
const meeting = (id: string, more: object = {}) =>
  act({
    id: `meeting/${id}`,
    kind: 'meeting-held',
    on: '2031-06',
    meeting: 'spring',
    body: 'council',
    attendanceBasis: 'named',
    attendance: [{ participant: 'UTO', as: 'member' }],
    outcomes: ['Roads were spoken of', '=1+1'],
    outcomesKnown: 'partial',
    sources: [{ source: 'journal', locator: 'page 3', evidence: 'read' }],
    doubt: [{ field: 'on', kind: 'unverified', note: 'The day was not read.' }],
    ...more,
  })
const fold = new Fold(
  'concord',
  entriesOf([
    state('UTO', 'Utopia'),
    meeting('first'),
    meeting('second', { replaces: ['meeting/first'], on: '2031-06-02' }),
    act({
      id: 'programme/roads',
      kind: 'programme-recorded',
      on: '2031',
      programme: 'roads',
      title: 'Roads',
      type: 'strategy',
      stage: 'running',
      participants: 'members',
      proposedBy: ['UTO'],
      commitments: [{ what: 'Build one', by: ['UTO'], due: '2033' }],
    }),
  ]),
)
const rowsOf = (name: string, position?: number) =>
  tablesOf(fold, position).find((table) => table.name === name)?.rows ?? []

describe('the record as tables', () => {
  test('what counts stands once, as last said, and what does not stands in the register alone', () => {
    expect(rowsOf('meetings').map((row) => [row.meeting, row.from_date, row.act])).toEqual([
      ['spring', '2031-06-02', 'meeting/second'],
    ])
    expect(rowsOf('acts').map((row) => [row.act, row.position, row.counts])).toEqual([
      ['participant/UTO', 1, true],
      ['meeting/first', 2, false],
      ['meeting/second', 3, true],
      ['programme/roads', 4, true],
    ])
  })
  test('as known earlier, what was entered later is not there', () => {
    expect(rowsOf('meetings', 2).map((row) => row.from_date)).toEqual(['2031-06'])
    expect(rowsOf('programmes', 3)).toEqual([])
    expect(rowsOf('programmes', 4)).toHaveLength(1)
  })
  test('lists become rows of their own, numbered from 1', () => {
    expect(rowsOf('meeting_outcomes').map((row) => [row.meeting, row.number, row.says])).toEqual([
      ['spring', 1, 'Roads were spoken of'],
      ['spring', 2, '=1+1'],
    ])
    expect(rowsOf('attendance')).toEqual([
      { meeting: 'spring', participant: 'UTO', as_what: 'member', level: undefined },
    ])
    expect(rowsOf('programme_parts')).toEqual([{ programme: 'roads', participant: 'UTO', part: 'proposed' }])
    expect(rowsOf('commitments')).toMatchObject([{ programme: 'roads', number: 1, by_whom: 'UTO', due: '2033' }])
  })
  test('each fact leads to its sources and doubts', () => {
    expect(rowsOf('source_references')).toMatchObject([{ act: 'meeting/second', source: 'journal', evidence: 'read' }])
    expect(rowsOf('doubts')).toMatchObject([{ act: 'meeting/second', field: 'on', kind: 'unverified' }])
  })
  test('every column that refers leads to a column that is there, and names are such that SQL needs no quotes', () => {
    const columns = new Set(allTables.flatMap((one) => Object.keys(one.columns).map((name) => `${one.name}.${name}`)))
    for (const one of allTables) {
      for (const [name, { refers: to }] of Object.entries(one.columns)) {
        expect([name, one.name].every((word) => /^[a-z][a-z_]*$/.test(word))).toBe(true)
        if (to) expect(columns, `${one.name}.${name}`).toContain(`${to.table}.${to.column}`)
      }
    }
  })
})

const small = table({
  name: 'steps',
  title: 'Steps',
  says: 'Steps.',
  key: ['step'],
  columns: { step: always(id('Which.')), after: refers('steps.step', 'After which.'), posts: whole('Posts.') },
  rowsFrom: (rows: { step: string; after?: string; posts?: number }[]) =>
    rows.map(({ step, after, posts }) => ({ step, after, posts })),
})

test('of two rows of one key the later stands, in the place of the later', () => {
  const made = filled(small, [{ step: 'a', posts: 1 }, { step: 'b' }, { step: 'a', posts: -2 }])
  expect(made.rows).toMatchObject([{ step: 'b' }, { step: 'a', posts: -2 }])
  expect(tableAsCsv(made)).toBe('step,after,posts\r\nb,,\r\na,,-2\r\n')
})

test('a table that refers to itself names no other resource in its schema', () => {
  expect(schemaOf(filled(small, []))).toMatchObject({
    primaryKey: ['step'],
    missingValues: [''],
    foreignKeys: [{ fields: ['after'], reference: { fields: ['step'] } }],
    fields: [{ name: 'step', type: 'string', constraints: { required: true } }, { name: 'after' }, { type: 'integer' }],
  })
  expect(JSON.stringify(schemaOf(filled(small, [])))).not.toContain('resource')
})
