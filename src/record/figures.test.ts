import { describe, expect, test } from 'vitest'
import { described, granted, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { indicatorsOf, latestFigures, seriesOf, weightByYear } from './figures.ts'
import { Fold } from './fold.ts'
import { partnersIn, type Relation } from './relations.ts'

const figure = (participant: string, indicator: string, date: string, value: number | string, source = 'Almanac') =>
  act({
    id: `figure/${participant}/${indicator}/${date}`,
    kind: 'figure-stated',
    participant,
    indicator,
    date,
    value,
    unit: 'units',
    sources: [{ source }],
  })

const fold = new Fold(
  'concord',
  entriesOf([
    described({ coveredTo: '2036' }, { full: 'member', associate: 'observer' }),
    ...states('Arcadia', 'Erewhon', 'Laputa', 'Utopia'),
    granted('Arcadia', '2031-01-01'),
    granted('Utopia', '2031-12-31'),
    granted('Laputa', '2033-01-01'),
    granted('Erewhon', '2031-01-01', 'associate'),
    ...['Arcadia', 'Utopia', 'Laputa', 'Erewhon'].flatMap((who, index) => [
      figure(who, 'people', '2030', index + 1),
      figure(who, 'people', '2031', 10 * (index + 1)),
      figure(who, 'people', '2033', 100 * (index + 1), 'Gazetteer'),
    ]),
    figure('Arcadia', 'ships', '2032', 5),
    figure('Arcadia', 'ships', '2034', 5),
    figure('Laputa', 'flies', '2031-06-01', 'no'),
    figure('Laputa', 'flies', '2033-06-01', 'yes'),
    figure('Utopia', 'flies', '2033', 'no'),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const weights = (indicator: string, day = '2036-01-01') => {
  const one = indicatorsOf(on(day)).find((other) => other.indicator === indicator)
  return one ? weightByYear(on(day), one) : []
}

describe('the weight of the members', () => {
  test('is the sum over those who were members at the end of the year, and of nobody else', () => {
    expect(weights('people').map(({ year, sum }) => [year, sum])).toEqual([
      [2031, 30],
      [2033, 600],
    ])
  })
  test('shares come largest first', () => {
    expect(weights('people')[1]?.shares.map(({ participant }) => participant)).toEqual(['Laputa', 'Utopia', 'Arcadia'])
  })
  test('a year counts once it has ended by the day of the page', () => {
    expect(weights('people', '2033-12-30').map(({ year }) => year)).toEqual([2031])
    expect(weights('people', '2033-12-31').map(({ year }) => year)).toEqual([2031, 2033])
  })
  test('with half of the members it is partial and says who is missing, with fewer there is no sum', () => {
    expect(weights('ships').map(({ year, missing }) => [year, missing])).toEqual([[2032, ['Utopia']]])
  })
  test('years of different sources are different series', () => {
    expect(seriesOf(weights('people')).map((series) => series.map(({ year }) => year))).toEqual([[2031], [2033]])
  })
})

describe('what is no number', () => {
  test('is not added up', () => {
    expect(weights('flies')).toEqual([])
  })
  test('is given as of the latest date that had passed, of those with a status', () => {
    const latest = (day: string) => {
      const flies = indicatorsOf(on(day)).find(({ indicator }) => indicator === 'flies')
      return flies
        ? latestFigures(on(day), flies).map(({ act: { participant, value } }) => `${participant} ${value}`)
        : []
    }
    expect(latest('2032-12-31')).toEqual([])
    expect(latest('2033-05-31')).toEqual(['Laputa no'])
    expect(latest('2033-06-01')).toEqual(['Laputa yes'])
    expect(latest('2033-12-31')).toEqual(['Utopia no', 'Laputa yes'])
  })
})

describe('with whom a relation is', () => {
  const relation = (says: string, participants?: string[]) =>
    ({
      act: act({
        id: 'relation/one',
        kind: 'relation-established',
        on: '2031-01-01',
        relation: 'one',
        with: says,
        participants,
        type: 'memorandum',
        says: 'Trade.',
      }),
    }) as Relation
  test('a participant and its secretariat are one; others keep the name of the record', () => {
    expect(partnersIn(relation('LEA Secretariat', ['LEA']))).toEqual(['LEA'])
    expect(partnersIn(relation('Lea, Bank of Laputa', ['LEA']))).toEqual(['LEA', 'Bank of Laputa'])
    expect(partnersIn(relation('LEAGUE of Isles', ['LEA']))).toEqual(['LEA', 'LEAGUE of Isles'])
    expect(partnersIn(relation('Bank of Laputa'))).toEqual(['Bank of Laputa'])
  })
})
