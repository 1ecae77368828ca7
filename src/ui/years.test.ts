import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { YearCount } from '../record/index.ts'
import { yearBars, yearLabel } from './years.ts'

const labels = (count: number, wide: boolean) =>
  Array.from({ length: count }, (_, index) => yearLabel(1960 + index, index, count, wide))

describe('the years that an axis names', () => {
  test('few are named each, more are shortened in turn, of many every fifth', () => {
    expect(labels(3, true)).toEqual(['1960', '1961', '1962'])
    expect(labels(36, true).slice(0, 3)).toEqual(['1960', '’61', '1962'])
    expect(labels(37, true).slice(0, 6)).toEqual(['1960', undefined, undefined, undefined, undefined, '1965'])
  })
  test('however many there are, none runs into the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.boolean(), (count, wide) => {
        const [width, size] = wide ? [1032, 11.5] : [352, 12]
        const named = labels(count, wide).flatMap((label, index) =>
          label ? [{ label, at: (index * width) / count }] : [],
        )
        for (const [index, { label, at }] of named.entries()) {
          const next = named[index + 1]
          // Half of either label lies between the two; a digit is a little over half as wide as it is high.
          if (next) expect(next.at - at).toBeGreaterThan(((label.length + next.label.length) / 2) * size * 0.56)
        }
      }),
    )
  })
})

describe('a year of which none is on record', () => {
  const rows = [
    { says: 'complete and over: written as 0, on a whole line', coverage: 'complete', over: true, zero: true },
    { says: 'nearly complete and over', coverage: 'nearly-complete', over: true, zero: true },
    { says: 'complete as far as it goes: no zero', coverage: 'complete', over: false, zero: false },
    { says: 'landmarks only: no zero', coverage: 'landmarks-only', over: true, zero: false },
    { says: 'not stated: no zero', coverage: undefined, over: true, zero: false },
  ] as const satisfies readonly (Pick<YearCount, 'coverage' | 'over'> & { says: string; zero: boolean })[]
  test.each(rows)('$says', ({ coverage, over, zero }) => {
    const { text } = yearBars([{ year: 2031, count: 0, coverage, over, basis: undefined }], 'Decisions', () => '#')
    expect(/text-anchor="middle">0</.test(text)).toBe(zero)
    expect(text.includes('class="foot open"')).toBe(!zero)
    expect(text.includes('the year is not over')).toBe(!over)
  })
})
