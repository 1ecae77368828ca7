import { describe, expect, test } from 'vitest'
import { described, granted, neighbour, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { featureTable, fullBelonging, membershipsOn, neighboursOf, overlapByYear } from './neighbours.ts'

let count = 0
const membership = (at: string, participant: string, as: string, more: object = {}) =>
  act({
    id: `membership/${count++}`,
    kind: 'membership-recorded',
    neighbour: at,
    participant,
    as,
    ...more,
  })
const feature = (at: string, name: string, value: string, asOf?: string) =>
  act({
    id: ['feature', at, name, asOf].filter(Boolean).join('/'),
    kind: 'feature-stated',
    neighbour: at,
    feature: name,
    value,
    ...(asOf ? { asOf } : {}),
  })
const unverified = { doubt: [{ field: 'from', kind: 'unverified', note: 'Not verified.' }] }

const fold = new Fold(
  'concord',
  entriesOf([
    described({ begins: '2030', coveredTo: '2033-06-30' }, { full: 'member', associate: 'observer' }),
    ...states('Arcadia', 'Laputa', 'Utopia'),
    granted('Arcadia', '2031-03-01'),
    granted('Utopia', '2031-03-01'),
    granted('Laputa', '2031-03-01', 'associate'),
    neighbour('League'),
    neighbour('Concord', { itself: true }),
    neighbour('Mission'),
    neighbour('Empty'),
    membership('League', 'Arcadia', 'member', { from: '2030-05-01', to: '2031-12-31' }),
    membership('League', 'Utopia', 'member', { from: '2032', ...unverified }),
    membership('League', 'Laputa', 'member', { from: '2030-05-01', frozenFrom: '2032-02' }),
    membership('League', 'Arcadia', 'observer', { from: '2032-01-01' }),
    membership('Mission', 'Utopia', 'contributor'),
    feature('League', 'common-fleet', 'partial'),
    feature('Concord', 'common-fleet', 'no'),
    feature('League', 'common-court', 'yes'),
    neighbour('Pact', { founded: '2032-06-01' }),
    feature('Pact', 'common-court', 'no'),
    feature('Pact', 'common-fleet', 'yes', '2033'),
    feature('Pact', 'common-fleet', 'no', '2032-06-01'),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const held = (day: string) =>
  membershipsOn(on(day), day as Day)
    .filter(({ entry }) => entry.act.neighbour === 'League')
    .map(({ entry, certainty, frozen }) => [entry.act.participant, entry.act.as, certainty, frozen])

describe('who belongs where on a day', () => {
  test('from the first day to the day before the end', () => {
    expect(held('2030-04-30')).toEqual([])
    expect(held('2030-05-01')).toContainEqual(['Arcadia', 'member', 'holds', false])
    expect(held('2031-12-30')).toContainEqual(['Arcadia', 'member', 'holds', false])
    expect(held('2031-12-31').map(([who]) => who)).toEqual(['Laputa'])
  })
  test('inside a year given for the beginning it is uncertain', () => {
    expect(held('2032-12-30')).toContainEqual(['Utopia', 'member', 'uncertain', false])
    expect(held('2032-12-31')).toContainEqual(['Utopia', 'member', 'holds', false])
  })
  test('frozen from the earliest day that its date may mean, and still listed', () => {
    expect(held('2032-01-31')).toContainEqual(['Laputa', 'member', 'holds', false])
    expect(held('2032-02-01')).toContainEqual(['Laputa', 'member', 'holds', true])
  })
  test('without any date it is uncertain on every day', () => {
    const mission = membershipsOn(on('2000-01-01'), '2000-01-01' as Day)
    expect(mission.map(({ entry, certainty }) => [entry.act.neighbour, certainty])).toEqual([['Mission', 'uncertain']])
  })
  test('an observer does not belong in full; a mission knows no full belonging, so all count', () => {
    const all = on('2033-01-01').listed('membership-recorded')
    const full = fullBelonging(all)
    expect(all.filter((entry) => !full(entry)).map(({ act: { as } }) => as)).toEqual(['observer'])
  })
  test('the organisation is not its own neighbour', () => {
    expect(neighboursOf(on('2033-01-01')).map(({ act: { neighbour } }) => neighbour)).not.toContain('Concord')
  })
})

describe('overlap by year', () => {
  const overlap = overlapByYear(on('2033-05-01'))
  const row = (id: string) => overlap.rows.find(({ neighbour: { act } }) => act.neighbour === id)
  test('begins with the first members, and ends on the day of the page', () => {
    expect(overlap.years.map(({ year, day }) => [year, day])).toEqual([
      [2031, '2031-12-31'],
      [2032, '2032-12-31'],
      [2033, '2033-05-01'],
    ])
  })
  test('who left on the last day of a year no longer counts, who is only associated never does', () => {
    expect(row('League')?.cells.map(({ both }) => both)).toEqual([[], ['Utopia'], ['Utopia']])
  })
  test('what is not verified is counted and named', () => {
    expect(row('League')?.cells.map(({ unverified: names }) => names)).toEqual([[], ['Utopia'], ['Utopia']])
  })
  test('a neighbour of no member is left out', () => {
    expect(row('Empty')).toBeUndefined()
    expect(row('Mission')?.inFull).toBe(false)
  })
  test('later years than the day of the page are not asked about', () => {
    expect(overlapByYear(on('2031-06-01')).years.map(({ day }) => day)).toEqual(['2031-06-01'])
    expect(overlapByYear(on('2030-06-01')).years).toEqual([])
  })
})

describe('features on a day', () => {
  const values = (day: string) =>
    featureTable(on(day)).rows.map(({ feature: name, values: all }) => [name, all.map(({ value }) => value?.act.value)])
  test('the organisation itself first, what was not stated stays open', () => {
    const { neighbours } = featureTable(on('2033-01-01'))
    expect(neighbours.map(({ act: { neighbour } }) => neighbour)).toEqual(['Concord', 'League', 'Pact'])
    expect(values('2033-01-01')).toEqual([
      ['common-fleet', ['no', 'partial', 'yes']],
      ['common-court', [undefined, 'yes', 'no']],
    ])
  })
  test('what is stated for a later day is not yet had: a year counts from its first day, whichever was entered first', () => {
    const fleet = (day: string) => featureTable(on(day)).rows[0]?.values[2]
    expect(fleet('2032-12-31')?.value?.act.value).toBe('no')
    expect(fleet('2032-12-31')?.later?.act.value).toBe('yes')
    expect(fleet('2033-01-01')?.value?.act.value).toBe('yes')
    expect(fleet('2033-01-01')?.later).toBeUndefined()
  })
  test('whoever is founded later has nothing yet, dated or not', () => {
    const pact = (day: string) => featureTable(on(day)).rows.map((row) => row.values[2])
    expect(pact('2032-05-31').map((one) => [one?.value, one?.later?.act.value])).toEqual([
      [undefined, 'no'],
      [undefined, 'no'],
    ])
    expect(pact('2032-06-01').map((one) => one?.value?.act.value)).toEqual(['no', 'no'])
  })
})
