import { describe, expect, test } from 'vitest'
import type { YearCount } from '../record/index.ts'
import type { Day, PartialDate } from '../rules/index.ts'
import { type Dot, dotLanes } from './dot-lanes.ts'

const dot = (on: string): Dot => ({ on: on as PartialDate, shape: 'full', title: `said ${on}`, href: `#${on}` })
const year = (of: number, coverage: YearCount['coverage']): YearCount => ({
  year: of,
  count: 0,
  coverage,
  basis: undefined,
  over: true,
})
const drawn = (dots: readonly Dot[], coverage: readonly YearCount[] = []) =>
  dotLanes([{ label: 'Adopted', dots }], {
    caption: 'What was adopted',
    years: [2031, 2033],
    on: '2032-07-01' as Day,
    coverage,
    id: 'test',
  }).text
const count = (text: string, part: string) => text.split(part).length - 1
/** The places of the dots, wide form first. */
const places = (text: string) =>
  [...text.matchAll(/class="tone-member" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)])

test('every dot is there once in each form, with its name and its way', () => {
  const text = drawn([dot('2031-05-01'), dot('2032-05-01')])
  expect(count(text, 'aria-label="said 2031-05-01"')).toBe(2)
  expect(count(text, 'href="#2032-05-01"')).toBe(2)
})

describe('no dot covers another', () => {
  test('of one day they stand below one another', () => {
    const [first, second] = places(drawn([dot('2032-05-01'), dot('2032-05-01')]))
    expect(first?.[0]).toBe(second?.[0])
    expect((second?.[1] ?? 0) - (first?.[1] ?? 0)).toBeGreaterThanOrEqual(11)
  })
  test('a year apart they stand in one line', () => {
    const [first, second] = places(drawn([dot('2031-05-01'), dot('2032-05-01')]))
    expect(first?.[1]).toBe(second?.[1])
    expect(second?.[0]).toBeGreaterThan(first?.[0] ?? 0)
  })
})

test('a date that is only a year has a line through all its days', () => {
  expect(count(drawn([dot('2032')]), 'class="span"')).toBe(2)
  expect(count(drawn([dot('2032-05-01')]), 'class="span"')).toBe(0)
})

describe('how complete the record is, at the foot', () => {
  test.each([
    { says: 'nothing stated of any year: no strip', coverage: [], full: 0, hatched: 0, none: 0 },
    {
      says: 'complete, or nearly: full',
      coverage: [year(2031, 'complete'), year(2032, 'nearly-complete')],
      full: 4,
      hatched: 0,
      none: 2,
    },
    {
      says: 'landmarks or a sample: hatched',
      coverage: [year(2031, 'landmarks-only'), year(2032, 'sample')],
      full: 0,
      hatched: 4,
      none: 2,
    },
    { says: 'none: an outline', coverage: [year(2031, 'none')], full: 0, hatched: 0, none: 6 },
  ])('$says', ({ coverage, full, hatched, none }) => {
    const text = drawn([], coverage)
    expect(count(text, '<rect class="tone-past"')).toBe(full)
    expect(count(text, 'fill="url(#strip-test')).toBe(hatched)
    expect(count(text, 'class="strip-none"')).toBe(none)
  })
})
