import { describe, expect, test } from 'vitest'
import { covered, described, exercised } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal } from '../rules/index.ts'
import { completeness } from './completeness-view.ts'
import { readingOf } from './facts.ts'

const coverage = (year: number, of: string, degree: string) => covered(year, of, degree, `the ${degree} one`)
const exercise = (id: string, on: string, more: object = {}) => exercised(id, on, { participantsKnown: 'no', ...more })

const acts = [
  described(),
  coverage(2031, 'exercises', 'none'),
  coverage(2032, 'exercises', 'complete'),
  coverage(2033, 'exercises', 'complete'),
  ...[2031, 2032, 2033].map((year) => coverage(year, 'decisions', 'sample')),
  ...[2031, 2032, 2033].map((year) => coverage(year, 'guests', 'complete')),
  exercise('a', '2031-05-01', {
    sources: [
      { source: 'Journal', evidence: 'secondary' },
      { source: 'Gazette', evidence: 'read' },
    ],
  }),
  exercise('b', '2032-05-01', {
    sources: [{ source: 'Journal', evidence: 'located' }],
    doubt: [
      { field: 'on', kind: 'inferred', note: 'From the next.' },
      { field: 'name', kind: 'inferred', note: 'From the next.' },
      { field: 'type', kind: 'conflict', note: 'Two sources.' },
    ],
  }),
  exercise('c', '2033-05-01', { sources: [{ source: 'Journal' }] }),
  act({
    id: 'dispute/salt',
    kind: 'dispute-recorded',
    on: '2032-01-01',
    dispute: 'salt',
    between: ['Arcadia', 'Utopia'],
    about: 'salt',
    outcome: 'open',
    connections: [],
  }),
]
const fold = new Fold('concord', entriesOf(acts))
function asked(day: string, about?: string) {
  const view = completeness(fold.at(day as Day), { about })
  if (isRefusal(view)) throw new Error(view.message)
  return view
}
const kind = (of: string, day = '2033-12-31') => asked(day).kinds.find((one) => one.of === of)

describe('kinds of fact', () => {
  test('in every year, in some, in none, and those of which nothing is stated', () => {
    expect(asked('2033-12-31').countable).toEqual({ always: 1, some: 1, never: 1, unstated: 1 })
    expect(asked('2033-12-31').kinds.map(({ of }) => of)).toEqual(['exercises', 'decisions', 'guests', 'disputes'])
  })
  test('a year with something of which the record states none is named', () => {
    expect(kind('exercises')?.against).toEqual([2031])
    expect(kind('guests')?.against).toEqual([])
  })
  test('counts by year, firm where complete and only where the year is over', () => {
    expect(
      kind('exercises', '2033-06-01')?.cells.map(({ year, over, count, firm }) => [year, over, count, firm]),
    ).toEqual([
      [2031, true, 1, 0],
      [2032, true, 1, 1],
      [2033, false, 1, 1],
    ])
    expect(kind('exercises', '2033-06-01')?.over?.firm).toEqual([2032])
  })
  test('nothing later than the day is counted', () => {
    expect([kind('exercises', '2033-04-30')?.all, kind('exercises', '2033-05-01')?.all]).toEqual([2, 3])
  })
  test('the basis of each degree, with its years', () => {
    expect(kind('exercises')?.bases).toEqual([
      { basis: 'the none one', years: [2031] },
      { basis: 'the complete one', years: [2032, 2033] },
    ])
  })
})

describe('on what a fact rests', () => {
  test('the best of its sources counts', () => {
    expect(kind('exercises')?.reading).toMatchObject({ read: 1, located: 1, 'not-stated': 1, 'no-source': 0 })
    expect(kind('disputes')?.reading).toMatchObject({ 'no-source': 1 })
  })
  test('what was done here rests on whoever did it', () => {
    const [one] = acts.slice(-1)
    expect(one && readingOf({ ...one, history: undefined })).toBe('done-here')
  })
  test('a fact with several doubts is one doubted fact, and one of each kind', () => {
    expect(kind('exercises')).toMatchObject({ doubted: 1, doubts: { unverified: 0, inferred: 1, conflict: 1 } })
  })
  test('the edition itself is no fact', () => {
    expect(asked('2033-12-31').all.all).toBe(4)
  })
})

describe('asked of one kind', () => {
  test('each of its facts, with how it is known', () => {
    const { facts, kinds } = asked('2033-12-31', 'exercises')
    expect(kinds).toHaveLength(1)
    expect(facts.map(({ act: id, reading }) => [id, reading])).toEqual([
      ['exercise/a', 'read'],
      ['exercise/b', 'located'],
      ['exercise/c', 'not-stated'],
    ])
  })
  test('one that the record does not have is refused, with those that it has', () => {
    expect(completeness(fold.at('2033-12-31' as Day), { about: 'ferries' })).toMatchObject({
      refused: 'unknown-kind',
      remedy: 'There is exercises, decisions, guests, disputes.',
    })
  })
})
