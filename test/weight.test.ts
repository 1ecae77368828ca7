import { describe, expect, test } from 'vitest'
import { weight } from '../src/analysis/weight.ts'
import type { Act } from '../src/record/index.ts'
import { type Day, isRefusal } from '../src/rules/index.ts'
import { ownHouse } from './support/pages.ts'
import { realRecord } from './support/real.ts'

// How much does it weigh? Asked of the real record.

const { get, data, refuses } = ownHouse()

function asked(about: string, day = '2026-03-10', changed?: (act: Act) => Act | undefined) {
  const view = weight(realRecord(changed).at(day as Day), { about })
  if (isRefusal(view) || !view.indicators[0]) throw new Error('not on record')
  return view.indicators[0]
}

describe('known sums', () => {
  test('population of ten members and 17 partners at the end of the record, in the figures of 2024', () => {
    expect(asked('population')).toMatchObject({
      year: 2024,
      statuses: [
        { status: 'member', sum: 3430181398, missing: [] },
        { status: 'sco-partner', sum: 449099528, missing: [] },
      ],
    })
  })
  test('members, observers and dialogue partners of 2012, in the figures of 2008', () => {
    const { year, statuses } = asked('population', '2012-06-08')
    expect([year, statuses.map(({ status, parts }) => [status, parts.length])]).toEqual([
      2008,
      [
        ['member', 6],
        ['observer', 5],
        ['dialogue-partner', 2],
      ],
    ])
  })
  test('who has no figure of the year makes the sum partial, and is named with the latest of another', () => {
    const partners = asked('gdp-current').statuses.find(({ status }) => status === 'sco-partner')
    expect(partners?.missing.map(({ participant, latest }) => [participant, latest?.date])).toEqual([
      ['AFG', '2022'],
      ['QAT', '2022'],
    ])
  })
  test('the entry of India and Pakistan in the figures of one year, not the growth since', () => {
    const [first, ...rest] = asked('population').enlargements
    expect(first).toMatchObject({ on: '2017-06-09', entered: ['IND', 'PAK'], year: 2017 })
    expect(first?.before.parts).toHaveLength(6)
    expect(first?.after.parts).toHaveLength(8)
    const added = first?.after.parts.filter(({ participant }) => first.entered.includes(participant)) ?? []
    expect((first?.after.sum ?? 0) - (first?.before.sum ?? 0)).toBe(added.reduce((sum, { value }) => sum + value, 0))
    expect(rest.map(({ entered }) => entered)).toEqual([['IRN'], ['BLR']])
  })
  test('from 2014 to 2017 those who stayed grew by 29 million, and 1.58 billion came', () => {
    const change = asked('population').changes.find(({ from }) => from === 2014)
    expect(change).toMatchObject({ to: 2017, stayed: 28904109, entered: 1582931367, left: 0 })
  })
  test('two series of armed forces are never held against each other', () => {
    expect(asked('armed-forces').changes.map(({ from, to }) => [from, to])).toEqual([[2008, 2014]])
  })
})

describe('a fact that changes moves the number', () => {
  test('one more inhabitant', () => {
    const changed = asked('population', '2026-03-10', (act) =>
      act.kind === 'figure-stated' && act.indicator === 'population' && act.participant === 'KGZ' && act.date === '2024'
        ? { ...act, value: Number(act.value) + 1 }
        : act,
    )
    expect(changed.statuses[0]?.sum).toBe(3430181399)
  })
  test('a figure that is gone makes the sum partial and takes the shares away', () => {
    const changed = asked('population', '2026-03-10', (act) =>
      act.kind === 'figure-stated' && act.indicator === 'population' && act.participant === 'KGZ' && act.date === '2024'
        ? undefined
        : act,
    )
    expect(changed.statuses[0]?.missing).toMatchObject([{ participant: 'KGZ', latest: { date: '2023' } }])
  })
  test('a member that entered on another day', () => {
    const later = (act: Act): Act =>
      act.kind === 'status-granted' && act.participant === 'BLR' && act.status === 'member'
        ? ({ ...act, on: '2025-12-31' } as Act)
        : act
    expect(asked('population', '2025-12-30', later).statuses[0]?.parts).toHaveLength(9)
    expect(
      asked('population', '2025-12-31', later).statuses.find(({ status }) => status === 'member')?.parts,
    ).toHaveLength(10)
  })
})

describe('the page', () => {
  test('says what its data says, with the year of every figure', async () => {
    const { text, body } = await get('/sco/questions/weight')
    expect(text).toContain('Ten members on 10 March 2026: population 3.43 billion people (2024)')
    const { indicators } = await data('/sco/questions/weight.json')
    for (const { indicator, year } of indicators) {
      expect(body).toContain(`/sco/questions/weight?about=${indicator}`)
      expect(text).toContain(String(year))
    }
    expect(text).toContain('Afghanistan (2022: 14.5 billion)')
  })
  test('of a partial sum no share is given', async () => {
    const { text } = await get('/sco/questions/weight?about=gdp-current')
    expect(text).toContain('sum partial')
  })
  test('is there on every day and for the made-up organisation', async () => {
    for (const on of ['1990-01-01', '2000-01-01', '2017-06-09', '2024-07-04']) {
      const page = await get(`/sco/questions/weight?on=${on}`)
      expect(page.code, on).toBe(200)
      expect(page.body).not.toMatch(/undefined|NaN|\[object|style="/)
    }
    expect((await get('/concord/questions/weight')).text).toContain('is not on record')
  })
  refuses([
    [
      '/sco/questions/weight?about=nuclear-weapons',
      'The record has no figures of "nuclear-weapons" that can be added up.',
    ],
  ])
  test('the pages of figures lead to it', async () => {
    expect((await get('/sco/figures')).body).toContain('href="/sco/questions/weight"')
    expect((await get('/sco/figures/population')).body).toContain('href="/sco/questions/weight?about=population"')
  })
})
