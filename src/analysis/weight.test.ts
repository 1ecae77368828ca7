import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { described, granted, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal } from '../rules/index.ts'
import { weight } from './weight.ts'

const figure = (participant: string, date: string, value: number, more: object = {}) =>
  act({
    id: `figure/${participant}/${date}`,
    kind: 'figure-stated',
    participant,
    indicator: 'people',
    date,
    value,
    unit: 'persons',
    sources: [{ source: 'Almanac' }],
    ...more,
  })

const acts = [
  described({
    begins: '2030',
    coveredTo: '2036-12-31',
    statuses: [
      { status: 'full', tone: 'member', en: { one: 'full', many: 'full' } },
      { status: 'associate', tone: 'observer', en: { one: 'associate', many: 'associates' } },
    ],
  }),
  ...states('Arcadia', 'Erewhon', 'Laputa', 'Utopia'),
  granted('Arcadia', '2030-01-01', 'full'),
  granted('Utopia', '2030-01-01', 'full'),
  granted('Laputa', '2032-07-01', 'full'),
  granted('Erewhon', '2031-01-01', 'associate'),
  act({ id: 'Utopia-leaves', kind: 'status-ended', participant: 'Utopia', on: '2034-03-01' }),
  ...['Arcadia', 'Utopia', 'Laputa'].flatMap((who, index) => [
    figure(who, '2031', 10 * (index + 1)),
    figure(who, '2033', 100 * (index + 1), { sources: [{ source: who === 'Utopia' ? 'Gazetteer' : 'Almanac' }] }),
    figure(who, '2034', 1000 * (index + 1)),
  ]),
  figure('Erewhon', '2031', 7, {
    approximate: true,
    doubt: [{ field: 'value', kind: 'conflict', note: 'The Gazetteer has 8.' }],
  }),
]
const fold = new Fold('concord', entriesOf(acts))
function asked(day: string, about?: string, of = fold) {
  const view = weight(of.at(day as Day), { about })
  if (isRefusal(view)) throw new Error(view.message)
  const [people] = view.indicators
  if (!people) throw new Error('nothing asked')
  return people
}
const sums = (day: string) => asked(day).statuses.map(({ status, sum }) => [status, sum])

describe('members and observers on a day, in the figures of one year', () => {
  test('the year is the last that was over', () => {
    expect([asked('2033-12-30').year, asked('2033-12-31').year]).toEqual([2031, 2033])
    expect(asked('2031-12-30').year).toBeUndefined()
  })
  test('who holds the status on the day is counted, with figures as old as the year says', () => {
    expect(sums('2032-06-30')).toEqual([
      ['full', 30],
      ['associate', 7],
    ])
    expect(sums('2032-07-01')[0]).toEqual(['full', 60])
  })
  test('who has none of that year is named with the latest of another, and nothing is filled in', () => {
    const associate = asked('2034-01-01').statuses.find(({ status }) => status === 'associate')
    expect(associate).toMatchObject({
      sum: 0,
      missing: [{ participant: 'Erewhon', latest: { date: '2031', value: 7 } }],
    })
  })
  test('approximate and conflicting figures are marked', () => {
    expect(asked('2032-01-01').statuses[1]?.parts).toMatchObject([{ approximate: true, doubt: 'conflict' }])
  })
  test('a year for which fewer than half of the members have a figure is not used', () => {
    const later = new Fold('concord', entriesOf([...acts, figure('Arcadia', '2035', 1), figure('Erewhon', '2035', 1)]))
    expect(asked('2036-01-01', undefined, later).year).toBe(2035)
    const fewer = new Fold('concord', entriesOf([...acts, figure('Erewhon', '2035', 1)]))
    expect(asked('2036-01-01', undefined, fewer).year).toBe(2034)
  })
  test('an indicator that is not on record is refused, with those that are', () => {
    expect(weight(fold.at('2034-01-01' as Day), { about: 'ships' })).toMatchObject({
      refused: 'unknown-indicator',
      remedy: 'There is people.',
    })
  })
})

describe('what each change of the members did', () => {
  test('before and after are in the figures of one year, the nearest; the founding is no enlargement', () => {
    const [came, left, ...none] = asked('2036-01-01').enlargements
    expect(none).toEqual([])
    // 2031 and 2033 are as near to 2032: the earlier one.
    expect(came).toMatchObject({ on: '2032-07-01', entered: ['Laputa'], left: [], year: 2031 })
    expect([came?.before.sum, came?.after.sum]).toEqual([30, 60])
    expect(left).toMatchObject({ on: '2034-03-01', entered: [], left: ['Utopia'], year: 2034 })
    expect([left?.before.sum, left?.after.sum]).toEqual([6000, 4000])
  })
  test('no year is used that was not over by the day', () => {
    expect(asked('2034-06-01').enlargements[1]).toMatchObject({ year: 2033 })
  })
  test('what was not there yet on the day has not happened', () => {
    expect(asked('2032-06-30').enlargements).toEqual([])
    expect(asked('2032-07-01').enlargements).toHaveLength(1)
  })
  test('without a figure of whoever came no year tells the effect', () => {
    const without = acts.filter(({ id }) => !id.startsWith('figure/Laputa'))
    const [came] = asked('2036-01-01', undefined, new Fold('concord', entriesOf(without))).enlargements
    expect(came).toMatchObject({ year: undefined, before: { sum: 0 }, after: { sum: 0 } })
  })
})

describe('growth and enlargement told apart', () => {
  test('those who stayed, those who came, those who left', () => {
    expect(asked('2036-01-01').changes).toEqual([
      { from: 2031, to: 2033, before: 30, after: 600, stayed: 270, entered: 300, left: 0, otherSource: ['Utopia'] },
      {
        from: 2033,
        to: 2034,
        before: 600,
        after: 4000,
        stayed: 3600,
        entered: 0,
        left: 200,
        otherSource: [],
      },
    ])
  })
  test('always add up to the whole change', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(values, (given) => {
        const figures = ['Arcadia', 'Utopia', 'Laputa'].flatMap((who, index) =>
          ['2031', '2033', '2034'].map((date, at) => figure(who, date, given[3 * index + at] ?? 0)),
        )
        const rest = acts.filter(({ id }) => !id.startsWith('figure/'))
        for (const one of asked('2036-01-01', undefined, new Fold('concord', entriesOf([...rest, ...figures]))).changes)
          expect(one.stayed + one.entered - one.left).toBe(one.after - one.before)
      }),
      { numRuns: 30 },
    )
  })
})
