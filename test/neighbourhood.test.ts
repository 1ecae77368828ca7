import { describe, expect, test } from 'vitest'
import { neighbourhood } from '../src/analysis/index.ts'
import type { Day } from '../src/rules/index.ts'
import { membership } from './support/around.ts'
import { ownHouse } from './support/pages.ts'
import { shippedFold } from './support/shipped-fold.ts'

// How crowded is its neighbourhood? Counted from the real record, and shown as counted.

const fold = shippedFold()
const on = (day: string, of = fold) => neighbourhood(of.at(day as Day))

describe('where the members of the SCO also are', () => {
  const view = on('2026-03-10')
  test('how many, and how much of it is in doubt', () => {
    expect(view.memberships).toEqual({ all: 259, unverified: 176, undated: 6 })
    expect(view.crowds.map(({ participant, in: where, unsure }) => [participant, where.length, unsure])).toEqual([
      ['KAZ', 13, 7],
      ['RUS', 13, 7],
      ['KGZ', 12, 6],
      ['TJK', 10, 7],
      ['UZB', 8, 6],
      ['PAK', 8, 6],
      ['BLR', 8, 4],
      ['CHN', 7, 5],
      ['IND', 7, 4],
      ['IRN', 5, 3],
    ])
  })
  test('a membership more is one more, from its day on, and sure', () => {
    const changed = shippedFold([membership('OTS', 'IRN', { from: '2025-01-01' })])
    const iran = (day: string, of = fold) => {
      const crowd = on(day, of).crowds.find(({ participant }) => participant === 'IRN')
      return [crowd?.in.length, crowd?.unsure]
    }
    expect(iran('2024-12-31', changed)).toEqual(iran('2024-12-31'))
    expect(iran('2025-01-01', changed)).toEqual([6, 3])
  })
  test('in the CSTO by year, as Uzbekistan came and left and Belarus entered the SCO', () => {
    const row = view.overlap.rows.find(({ neighbour }) => neighbour.act.neighbour === 'CSTO')
    const both = (year: number) => row?.cells.find((cell) => cell.year === year)?.both.length
    expect([2005, 2006, 2011, 2012, 2023, 2024].map(both)).toEqual([4, 5, 5, 4, 4, 5])
  })
})

describe('who shares members, and who can do what', () => {
  const view = on('2026-03-10')
  test('the pairs with most in common, with how many are in either', () => {
    expect(
      view.shared.pairs
        .slice(0, 3)
        .map(({ between, both, unsure, either }) => [between.join('/'), both.length, unsure.length, either]),
    ).toEqual([
      ['WTO/AIIB', 21, 21, 27],
      ['CICA/AIIB', 19, 19, 26],
      ['CICA/WTO', 17, 12, 26],
    ])
    const own = view.shared.pairs.find(({ between }) => between.join('/') === 'SCO/CSTO')
    expect([own?.both.length, own?.unsure.length, own?.either]).toEqual([5, 0, 11])
  })
  test('elements had elsewhere and lacking here, and the reverse', () => {
    expect(
      view.abilities.map(({ neighbour, there, here, same, open }) => [
        neighbour.act.neighbour,
        there.length,
        here.length,
        same,
        open,
      ]),
    ).toEqual([
      ['CSTO', 10, 0, 2, 0],
      ['NATO', 11, 0, 1, 0],
      ['EU', 9, 1, 2, 0],
      ['CICA', 0, 2, 10, 0],
      ['OSCE', 3, 1, 8, 0],
      ['EAEU', 1, 2, 9, 0],
      ['ASEAN', 3, 1, 8, 0],
    ])
  })
  test('of one founded later nothing is held against it', () => {
    const names = (day: string) => on(day).abilities.map(({ neighbour }) => neighbour.act.neighbour)
    expect(names('2014-12-31')).not.toContain('EAEU')
    expect(names('2015-01-01')).toContain('EAEU')
  })
  test('every step in relations with others stands with somebody', () => {
    const steps = new Set(view.ties.flatMap(({ relations }) => relations.map(({ id }) => id)))
    expect(steps.size).toBe(33)
  })
})

describe('the page', () => {
  const visit = ownHouse()
  const get = async (address: string) => (await visit.get(address)).body

  test('says what its data say', async () => {
    const body = await get('/sco/questions/neighbourhood')
    const data = JSON.parse(await get('/sco/questions/neighbourhood.json'))
    const all = data.crowds.reduce((sum: number, one: { in: unknown[] }) => sum + one.in.length, 0)
    const unsure = data.crowds.reduce((sum: number, one: { unsure: number }) => sum + one.unsure, 0)
    expect(body).toContain(`${unsure} of these ${all} memberships are unverified or uncertain`)
    expect(body).toContain(`${data.shared.pairs.length} pairs of organisations share members`)
    expect(body).not.toMatch(/<script|style="|NaN|undefined|\[object/)
  })
  test.each([
    '/sco/questions/neighbourhood?on=1990-01-01',
    '/sco/questions/neighbourhood?on=2001-06-15',
    '/concord/questions/neighbourhood',
  ])('%s is whole', async (address) => {
    const body = await get(address)
    expect(body.match(/<h1>/g)).toHaveLength(1)
    expect(body).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
  test.each(['neighbours', 'relations'])('is reached from /sco/%s', async (page) =>
    expect(await get(`/sco/${page}`)).toContain('/sco/questions/neighbourhood"'),
  )
})
