import { describe, expect, test } from 'vitest'
import type { PartialDate, TreatyEvent } from '../../rules/index.ts'
import { isSteady, mostCommonWait, surelyMade } from './doubts.ts'
import { onePredecessorOnce } from './successions.ts'

const deposits = (text: string): TreatyEvent[] =>
  text.split('; ').map((line) => {
    const [participant = '', on] = line.split(' ')
    return { participant, kind: 'ratification', on: on as PartialDate }
  })
const shown = (events: readonly TreatyEvent[]) => events.map(({ participant, on }) => `${participant} ${on}`).join('; ')

describe('what a State deposited, its successors did not deposit again', () => {
  const split = { of: 'Old', on: '2031-01-01', to: ['A', 'B'], sameDay: false }
  const cases = [
    [
      'two successors on one day are one deposit',
      split,
      'A 2020-05-01; B 2020-05-01; C 2020-05-01',
      'Old 2020-05-01; C 2020-05-01',
    ],
    [
      'on two days, the later one, so that it is never too early',
      split,
      'A 2020-05-01; B 2020-06-01',
      'Old 2020-06-01',
    ],
    ['also beside the predecessor itself', split, 'Old 2020-05-01; A 2020-05-01', 'Old 2020-05-01'],
    [
      'from the day of succession on, each for itself',
      split,
      'A 2031-01-01; B 2031-01-01',
      'A 2031-01-01; B 2031-01-01',
    ],
    ['one alone stays what it is', split, 'A 2020-05-01', 'A 2020-05-01'],
    [
      'where successors deposited for themselves, only one and the same day counts once',
      { ...split, sameDay: true },
      'A 2020-05-01; B 2020-05-01; Old 2020-06-01',
      'A 2020-05-01; Old 2020-06-01',
    ],
  ] as const
  test.each(cases)('%s', (_, succession, listed, counted) =>
    expect(shown(onePredecessorOnce(deposits(listed), [{ ...succession, to: [...succession.to] }]))).toBe(counted),
  )
})

test('from four on, those with one day on record are surely one; three may be three', () => {
  const three = deposits('A 2031-01-01; B 2031-01-01; C 2031-01-01')
  expect(surelyMade(three, { sameDay: 4 })).toHaveLength(3)
  expect(surelyMade([...three, ...deposits('D 2031-01-01; E 2031-02-01')], { sameDay: 4 })).toHaveLength(2)
  expect(surelyMade([...three, ...deposits('D 2031-01-01')], {})).toHaveLength(4)
})

describe('later parties with no wait in common', () => {
  const rows = (...waits: number[]) =>
    waits.map((wait) => ({ on: '2031-01-01', effect: `2031-01-${String(wait + 1).padStart(2, '0')}` }))
  const never = () => ''
  const third = { steady: [1, 3] as [number, number] }
  test('a third of them are enough, a quarter is not', () => {
    expect(isSteady(rows(5, 5, 6, 7, 8, 9), never, third)).toBe(true)
    expect(isSteady(rows(5, 5, 6, 7, 8, 9, 10, 11), never, third)).toBe(false)
    expect(isSteady(rows(5, 6, 7, 8), never, third)).toBe(false)
  })
  test('those that the clause explains are alike, whatever their days', () => {
    expect(isSteady(rows(5, 6, 7, 8), (row) => row.effect ?? '', third)).toBe(true)
  })
  test('months that keep the day, and firsts of a month, are alike', () => {
    const rowsOf = (...dates: [string, string][]) => dates.map(([on, effect]) => ({ on, effect }))
    const months = rowsOf(
      ['2031-02-10', '2031-05-10'],
      ['2031-03-11', '2031-06-11'],
      ['2031-01-12', '2031-04-19'],
      ['2031-07-01', '2031-07-09'],
    )
    const unequal = rowsOf(
      ['2031-02-10', '2031-05-10'],
      ['2031-03-11', '2031-08-11'],
      ['2031-01-12', '2031-04-19'],
      ['2031-07-01', '2031-07-09'],
    )
    const firsts = ['2031-02-01', '2031-04-01', '2031-05-01'].map((effect) => ({ on: '2031-01-10', effect }))
    expect([isSteady(months, never, third), isSteady(unequal, never, third)]).toEqual([true, false])
    expect(isSteady([...firsts, { on: '2031-01-10', effect: '2031-08-19' }], never, third)).toBe(true)
  })
  test('of fewer than four nothing is said', () => expect(isSteady(rows(5, 6, 7), never, third)).toBe(true))
  test('the wait that most have', () => expect(mostCommonWait(rows(5, 6, 5))).toEqual({ days: 5, parties: 2 }))
})
