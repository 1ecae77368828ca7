import { describe, expect, test } from 'vitest'
import { completeness } from '../src/analysis/completeness-view.ts'
import { completeFor } from '../src/analysis/index.ts'
import type { Act } from '../src/record/index.ts'
import { type Day, isRefusal } from '../src/rules/index.ts'
import { ownHouse } from './support/pages.ts'
import { realRecord } from './support/real.ts'

// How complete is this? Asked of the real record; and whether every page that counts says so before it counts.

const { get, data, refuses } = ownHouse()

const now = '2026-03-10' as Day
function asked(changed?: (act: Act) => Act | undefined) {
  const view = completeness(realRecord(changed).at(now), {})
  if (isRefusal(view)) throw new Error(view.message)
  return view
}

describe('known sums', () => {
  const view = asked()
  test('of thirteen kinds three in every year that is over, five in some, five in none', () => {
    expect(view.countable).toMatchObject({ always: 3, some: 5, never: 5 })
    expect(view.lastWhole).toBe(2025)
  })
  test('decisions only in 2016 and 2017', () => {
    expect(completeFor(realRecord().at(now), ['decisions'])).toMatchObject({
      counts: 'in-part',
      comparable: [2016, 2017],
    })
    expect(completeFor(realRecord().at(now), ['decisions'], { from: 2016, to: 2017 }).counts).toBe('firm')
    expect(completeFor(realRecord().at(now), ['decisions'], { from: 2017, to: 2018 }).counts).toBe('in-part')
  })
  test('every fact rests on something, and each is counted once', () => {
    for (const { of, all, reading, doubted } of view.kinds) {
      expect(
        Object.values(reading).reduce((sum, count) => sum + count, 0),
        of,
      ).toBe(all)
      expect(doubted, of).toBeLessThanOrEqual(all)
    }
    expect(view.kinds.reduce((sum, { all }) => sum + all, 0)).toBe(view.all.all)
  })
  test('a year of which the record states none, and that has one, is named', () => {
    const named = (one: typeof view) =>
      one.kinds.filter(({ against }) => against.length > 0).map(({ of, against }) => [of, against])
    expect(named(view)).toEqual([])
    const before = asked((act) => (act.id === 'coverage/2009/other-ministers/2' ? undefined : act))
    expect(named(before)).toEqual([['other-ministers', [2009]]])
  })
})

describe('a fact that changes moves the number', () => {
  test('coverage that is found to be a sample', () => {
    const changed = asked((act) =>
      act.kind === 'coverage-stated' && act.of === 'summits' && act.year === 2010
        ? { ...act, coverage: 'sample' }
        : act,
    )
    expect(changed.countable).toMatchObject({ always: 2, some: 6 })
  })
  test('a source that is read', () => {
    const id = 'figure/KGZ/population/2024'
    const figures = (view: ReturnType<typeof asked>) => view.kinds.find(({ of }) => of === 'figures')?.reading.read ?? 0
    const changed = asked((act) =>
      act.id === id ? { ...act, sources: act.sources.map((one) => ({ ...one, evidence: 'read' as const })) } : act,
    )
    expect(figures(changed) - figures(asked())).toBe(1)
  })
})

describe('the page', () => {
  test('says what its data says', async () => {
    const { text } = await get('/sco/questions/completeness')
    const { all } = await data('/sco/questions/completeness.json')
    expect(text).toContain(
      'Of thirteen kinds of fact three can be counted in every year and five in some years; five can be counted in none',
    )
    expect(text).toContain(`Of ${all.all} facts on record by 10 March 2026`)
    expect(text).toContain('Decisions: can be counted for 2016 to 2017;')
  })
  test('asked of one kind it lists every fact of it', async () => {
    const { body } = await get('/sco/questions/completeness?about=exercises')
    const { facts } = await data('/sco/questions/completeness.json?about=exercises')
    expect(facts).toHaveLength(39)
    for (const { act } of facts) expect(body).toContain(`href="/sco/register/${act}"`)
  })
  test('is there on every day and for the made-up organisation', async () => {
    for (const address of ['/sco/questions/completeness?on=1990-01-01', '/concord/questions/completeness']) {
      const page = await get(address)
      expect(page.code, address).toBe(200)
      expect(page.body).not.toMatch(/undefined|NaN|\[object|style="/)
    }
  })
  refuses([['/sco/questions/completeness?about=ferries', 'The record has no kind of fact "ferries".']])
})

describe('how complete the record is stands before what a page counts', () => {
  const pages = [
    'decisions',
    'meetings',
    'exercises',
    'instruments',
    'programmes',
    'delivery',
    'delivery/instruments',
    'delivery/commitments',
    'delivery/proposers',
    'delivery/not-adopted',
    'offices',
    'pairs',
    'pairs?a=IND&b=PAK',
    'participants',
    'participants/IND',
    'bodies',
    'disputes',
    'relations',
    'statements',
    'accession',
  ]
  for (const page of pages) {
    test(page, async () => {
      const { body } = await get(`/sco/${page}`)
      const main = body.slice(body.indexOf('<h1>'))
      const said = main.indexOf('class="covered')
      expect(said).toBeGreaterThan(0)
      for (const mark of ['<table', '<svg', '<ul class="figures']) {
        const at = main.indexOf(mark)
        if (at >= 0) expect(said, mark).toBeLessThan(at)
      }
    })
  }
  test('of a year it is that of the year, of a participant that of who is named', async () => {
    expect((await get('/sco/decisions?year=2016')).text).toContain('On record in full, or nearly: decisions.')
    expect((await get('/sco/decisions?year=2015')).text).toContain('Not in full in 2015: decisions.')
    expect((await get('/sco/decisions?by=IND')).text).toContain('who is named, nothing states')
  })
})
