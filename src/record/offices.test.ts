import { describe, expect, test } from 'vitest'
import { described, granted, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { chairsOf, holdersOnDay, officesOf, permanentBodies, plannedBodies, schemesOf } from './offices.ts'
import { endOfTime } from './place.ts'

const term = (holder: string, on: string, more: object = {}) =>
  act({
    id: `term/${holder}`,
    kind: 'term-began',
    on,
    office: 'secretary',
    title: 'Secretary',
    holder,
    participant: 'Utopia',
    body: 'office',
    ...more,
  })
const body = (id: string, type: string) =>
  act({ id: `body/${id}`, kind: 'body-described', body: id, names: { en: id }, type })
const shares = (id: string, percents: Record<string, number>, more: object = {}) =>
  act({
    id: `shares/${id}`,
    kind: 'shares-stated',
    scheme: id,
    document: id,
    shares: Object.entries(percents).map(([participant, percent]) => ({ participant, percent })),
    ...more,
  })
const unknownEnd = { doubt: [{ field: 'to', kind: 'unverified', note: 'The end was not read.' }] }

const fold = new Fold(
  'concord',
  entriesOf([
    described({ coveredTo: '2039' }),
    ...states('Arcadia', 'Laputa', 'Utopia'),
    granted('Arcadia', '2031-01-01'),
    granted('Utopia', '2031-01-01'),
    granted('Laputa', '2035-01-01'),
    body('council', 'charter-body'),
    body('office', 'permanent-body'),
    body('desk', 'planned-permanent-body'),
    term('First', '2031-01-01', { to: '2034' }),
    term('Second', '2034', { to: '2037-01-01' }),
    term('Once', '2032-05-01', { office: 'speaker', body: 'council', ...unknownEnd }),
    act({
      id: 'chair/1',
      kind: 'chair-taken',
      on: '2031-03-03',
      body: 'council',
      participant: 'Arcadia',
      to: '2032-03-03',
    }),
    act({ id: 'chair/2', kind: 'chair-taken', on: '2032-03-03', body: 'council', participant: 'Utopia' }),
    shares('first', { Arcadia: 60, Utopia: 40 }, { from: '2031-01-01', ...unknownEnd }),
    shares('second', { Arcadia: 55, Utopia: 45 }, { to: '2035-01-01' }),
    shares('third', { Arcadia: 30.1 }, { from: '2035-01-01', to: '2036-01-01' }),
    shares('fourth', { Arcadia: 33.4, Utopia: 33.3, Laputa: 33.3 }, { from: '2036-01-01' }),
  ]),
)
const on = (day: string) => fold.at(day as Day)

describe('who held an office', () => {
  const holders = (day: string, office = 'secretary') =>
    officesOf(on(day))
      .filter((one) => one.office === office)
      .flatMap(holdersOnDay)
      .map(({ entry, onDay }) => `${entry.act.holder} ${onDay}`)
  const cases = [
    { says: 'nobody before the first', day: '2030-12-31', held: [] },
    { says: 'from the first day of a term', day: '2031-01-01', held: ['First holds'] },
    {
      says: 'within a year given for the change either may hold it',
      day: '2034-06-01',
      held: ['First uncertain', 'Second uncertain'],
    },
    { says: 'to the day before the end', day: '2036-12-31', held: ['Second holds'] },
    { says: 'on the day of the end no longer', day: '2037-01-01', held: [] },
  ]
  for (const { says, day, held } of cases) test(says, () => expect(holders(day)).toEqual(held))

  test('a term whose end is not on record is never said to go on', () => {
    expect(holders('2032-05-01', 'speaker')).toEqual([])
    const speaker = officesOf(on('2039-01-01')).find(({ office }) => office === 'speaker')
    expect(speaker?.terms.map(({ onDay }) => onDay)).toEqual(['end-not-on-record'])
  })
})

describe('who had the chair', () => {
  const chair = (day: string) =>
    chairsOf(on(day), on(endOfTime))
      .flatMap(({ periods }) => periods)
      .filter(({ onDay }) => onDay === 'holds')
      .map(({ entry }) => entry.act.participant)
  test('the chair passes on the day itself', () => {
    expect([chair('2031-03-02'), chair('2031-03-03'), chair('2032-03-02'), chair('2032-03-03')]).toEqual([
      [],
      ['Arcadia'],
      ['Arcadia'],
      ['Utopia'],
    ])
  })
})

describe('shares in the budget', () => {
  const inForce = (day: string) =>
    schemesOf(on(day))
      .filter(({ onDay }) => onDay !== 'does-not-hold')
      .map(({ entry, onDay }) => `${entry.act.scheme} ${onDay}`)
  test('where one scale ends and the next begins is not on record, both are uncertain', () => {
    expect(inForce('2033-01-01')).toEqual(['first uncertain', 'second uncertain'])
  })
  test('a scale that surely holds ends the doubt about those before it', () => {
    expect(inForce('2034-12-31')).toEqual(['first uncertain', 'second uncertain'])
    expect(inForce('2035-01-01')).toEqual(['third holds'])
    expect(inForce('2036-01-01')).toEqual(['fourth holds'])
  })
  test('what was not read is counted and named, nobody is named where the scale is whole', () => {
    const [first, , third, fourth] = schemesOf(on('2036-01-01'))
    expect([first?.sum, first?.complete, first?.notRead]).toEqual([100, true, []])
    expect([third?.sum, third?.complete, third?.notRead]).toEqual([30.1, false, ['Utopia', 'Laputa']])
    expect([fourth?.sum, fourth?.complete]).toEqual([100, true])
  })
})

test('a planned body is not a permanent one', () => {
  expect(permanentBodies(on('2031-01-01')).map((one) => one.body)).toEqual(['council', 'office'])
  expect(plannedBodies(on('2031-01-01')).map((one) => one.body)).toEqual(['desk'])
})
