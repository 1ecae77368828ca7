import { describe, expect, test } from 'vitest'
import { covered, decided, described, met } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { comparableYears, firmYears, outputByYear, outputKinds } from './output.ts'

const acts = [
  described({ coveredTo: '2033-06-30' }),
  met('c1', '2031-06-02', { coveredAs: 'councils' }),
  met('c2', '2032-06-02', { coveredAs: 'councils' }),
  met('e1', '2032-07-01'),
  met('c3', '2033-06-02', { coveredAs: 'councils', planned: true }),
  decided('roads', '2032-03-01'),
  decided('bank', '2032-03-01', { outcome: 'not-adopted' }),
  ...[2031, 2032].map((year) => covered(year, 'councils', 'complete')),
  covered(2031, 'decisions', 'sample'),
  covered(2032, 'decisions', 'nearly-complete'),
  ...[2031, 2032].flatMap((year) => ['instruments', 'exercises'].map((of) => covered(year, of, 'complete'))),
]
const fold = new Fold('concord', entriesOf(acts))
const rows = outputByYear(fold.at('2033-12-31' as Day))
const cells = (kind: string) => rows.find((row) => row.kind === kind)?.cells ?? []

describe('meetings, decisions, instruments and exercises beside each other', () => {
  test('every kind has every year of the record, those with nothing too', () => {
    expect(rows.map(({ kind }) => kind)).toEqual(outputKinds)
    for (const row of rows) expect(row.cells.map(({ year }) => year)).toEqual([2031, 2032, 2033])
  })
  test('a meeting that is only announced is not counted', () => {
    expect(cells('meetings').map(({ count }) => count)).toEqual([1, 2, 0])
  })
  test('of the meetings of a year, those of a body that is complete are told apart', () => {
    expect(cells('meetings').map(({ firm }) => firm)).toEqual([1, 1, 0])
  })
  test('nearly complete is firm, a sample is not', () => {
    expect(cells('adopted').map(({ count, firm }) => [count, firm])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ])
  })
  test('how much of what was not adopted is on record, nothing states', () => {
    expect(cells('not-adopted')[1]).toEqual({ year: 2032, over: true, count: 1, firm: 0, coverage: [] })
  })
  test('it goes no further than the day', () => {
    const early = outputByYear(fold.at('2031-12-31' as Day))
    expect(early.map((row) => row.cells.length)).toEqual(outputKinds.map(() => 1))
    expect(outputByYear(fold.at('2030-12-31' as Day)).flatMap((row) => row.cells)).toEqual([])
  })
})

describe('what can be compared', () => {
  test('a kind that is never complete has no years and no counts', () => {
    const bare = acts.filter(({ id }) => !id.startsWith('coverage/'))
    const of = firmYears(outputByYear(new Fold('concord', entriesOf(bare)).at('2033-12-31' as Day)))
    expect(of.find((one) => one.of === 'councils')).toEqual({ of: 'councils', years: [] })
  })
  test('the least and the most are those of the years that are complete, not of others', () => {
    const more = [...acts, ...['x', 'y'].map((id) => met(id, '2033-01-01', { coveredAs: 'councils' }))]
    const withTwo = [...more, met('z', '2031-07-01', { coveredAs: 'councils' })]
    const found = firmYears(outputByYear(new Fold('concord', entriesOf(withTwo)).at('2033-12-31' as Day)))
    expect(found[0]).toMatchObject({ of: 'councils', counts: { least: 1, most: 2 } })
  })
  test('the years for which a kind is complete or nearly so', () => {
    expect(firmYears(rows)).toEqual([
      { of: 'councils', years: [2031, 2032], counts: { least: 1, most: 1 } },
      { of: 'decisions', years: [2032], counts: { least: 1, most: 1 } },
      { of: 'instruments', years: [2031, 2032], counts: { least: 0, most: 0 } },
      { of: 'exercises', years: [2031, 2032], counts: { least: 0, most: 0 } },
    ])
  })
  test('a year that is not over is held against no other', () => {
    const held = acts.filter(({ id }) => id !== 'meeting/e1')
    const years = (day: string) => {
      const found = outputByYear(new Fold('concord', entriesOf(held)).at(day as Day))
      return [comparableYears(found), firmYears(found).find(({ of }) => of === 'decisions')?.years]
    }
    expect(years('2032-12-30')).toEqual([[], []])
    expect(years('2032-12-31')).toEqual([[2032], [2032]])
  })
  test('nor is the last of a record that ends before it', () => {
    expect(cells('meetings').map(({ over }) => over)).toEqual([true, true, false])
  })
  test('only years for which all of them are, and no meeting is of a body whose coverage nothing states', () => {
    const years = (some: typeof acts) =>
      comparableYears(outputByYear(new Fold('concord', entriesOf(some)).at('2033-12-31' as Day)))
    const but = (...ids: string[]) => acts.filter(({ id }) => !ids.includes(id))
    expect(years(acts)).toEqual([])
    expect(years(but('meeting/e1'))).toEqual([2032])
    expect(years(but('meeting/e1', 'coverage/2032/exercises'))).toEqual([])
    expect(years(but('meeting/e1', 'meeting/c1', 'meeting/c2'))).toEqual([])
    expect(comparableYears([])).toEqual([])
  })
})
