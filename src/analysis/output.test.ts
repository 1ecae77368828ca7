import { describe, expect, test } from 'vitest'
import { decided, described, met } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal } from '../rules/index.ts'
import { output } from './output.ts'

const meeting = (id: string, on: string, outcomesKnown: string, more: object = {}) =>
  met(id, on, { outcomesKnown, coveredAs: 'councils', ...more })
const decision = (id: string, held: string | undefined, more: object = {}) =>
  decided(id, '2032-03-01', { type: 'programme', ...(held === undefined ? {} : { meeting: held }), ...more })

const acts = [
  described(),
  meeting('c1', '2031-06-02', 'complete'),
  meeting('c2', '2032-03-01', 'complete'),
  meeting('c3', '2032-06-02', 'partial'),
  meeting('c4', '2033-06-02', 'none-found'),
  meeting('c5', '2033-09-02', 'none-found', { planned: true }),
  meeting('b1', '2033-10-02', 'none-found', { body: 'board' }),
  decision('ferry', 'c2'),
  decision('salt', 'c2'),
  decision('bank', 'c2', { outcome: 'not-adopted' }),
  decision('mint', 'c3'),
  decision('late', undefined),
  act({
    id: 'instrument/treaty',
    kind: 'instrument-signed',
    on: '2032-04-01',
    instrument: 'treaty',
    title: 'Treaty',
    type: 'treaty',
    signatories: ['Arcadia'],
    inForceOn: '2033-01-01',
  }),
  act({ id: 'connection/1', kind: 'connection-noted', decision: 'ferry', instrument: 'treaty' }),
  act({
    id: 'programme/roads',
    kind: 'programme-recorded',
    on: '2032-03-01',
    programme: 'roads',
    title: 'Roads',
    type: 'programme',
    stage: 'running',
    participants: 'members',
    decisions: ['ferry'],
    commitments: [
      { what: 'a road', by: 'all', due: '2032', came: 'half of it' },
      { what: 'another', by: 'all', due: '2034' },
    ],
  }),
]
const fold = new Fold('concord', entriesOf(acts))
function asked(day = '2033-12-31', about?: string) {
  const view = output(fold.at(day as Day), { about })
  if (isRefusal(view)) throw new Error(view.message)
  return view
}
const council = (day?: string) => asked(day).bodies.find(({ body }) => body === 'council')

describe('what is on record of a body', () => {
  test('a meeting that is only announced is not held', () => {
    expect(council()).toMatchObject({ meetings: 4, announced: 1 })
  })
  test('outcomes known in full, in part, not found', () => {
    expect(council()?.outcomesKnown).toEqual({ complete: 2, partial: 1, 'none-found': 1 })
  })
  test('how many a meeting adopted is said only of meetings known in full, and nothing that was not adopted counts', () => {
    expect(council()?.perMeeting).toEqual({ meetings: 2, least: 0, middle: 1, most: 2 })
    expect(council('2031-12-31')?.perMeeting).toEqual({ meetings: 1, least: 0, middle: 0, most: 0 })
    expect(asked().bodies.find(({ body }) => body === 'board')?.perMeeting).toBeUndefined()
  })
  test('of bodies together no number a meeting is given: they do not meet alike', () => {
    expect(asked().all.perMeeting).toBeUndefined()
  })
  test('adopted without a meeting on record counts, and is told apart', () => {
    expect(council()).toMatchObject({ decisions: { adopted: 4, 'not-adopted': 1 }, atItsMeetings: 3 })
  })
  test('an instrument counts for the body whose decision settled it, in force from its day', () => {
    expect(council('2032-12-31')).toMatchObject({ instruments: ['treaty'], inForce: 0 })
    expect(council('2033-01-01')).toMatchObject({ instruments: ['treaty'], inForce: 1 })
    expect(asked().bodies.find(({ body }) => body === 'board')?.instruments).toEqual([])
  })
  test('what was promised, how much of it is past its date, and of how much something is told', () => {
    expect(council('2032-12-31')?.commitments).toMatchObject({ all: 2, over: 0, told: 1, programmes: ['roads'] })
    expect(council('2033-01-01')?.commitments).toMatchObject({ all: 2, over: 1, told: 1 })
  })
})

describe('how far the outcomes of a meeting are known', () => {
  const known = (...more: ReturnType<typeof act>[]) => {
    const view = output(new Fold('concord', entriesOf([...acts, ...more])).at('2033-12-31' as Day), {
      about: 'council',
    })
    if (isRefusal(view)) throw new Error(view.message)
    return view.series[0]?.meetings.map(({ outcomesKnown }) => outcomesKnown)
  }
  const covered = (degree: string) =>
    act({
      id: 'coverage/2033/decisions',
      kind: 'coverage-stated',
      year: 2033,
      of: 'decisions',
      coverage: degree,
      basis: 'the Journal',
    })
  test('in part at least where one of its decisions is on record', () => {
    expect(known()).toEqual(['complete', 'complete', 'partial', 'none-found'])
    expect(known(decision('toll', 'c4'))?.[3]).toBe('partial')
  })
  test('in full where the decisions of its year are complete; nearly is not enough', () => {
    expect(known(covered('nearly-complete'))?.[3]).toBe('none-found')
    expect(known(covered('complete'))?.[3]).toBe('complete')
  })
})

describe('asked of one body', () => {
  test('only that one, with each of its meetings', () => {
    const view = asked('2033-12-31', 'council')
    expect(view.bodies.map(({ body }) => body)).toEqual(['council'])
    expect(view.series[0]?.meetings.map((one) => [one.meeting, one.decisions.adopted])).toEqual([
      ['c1', 0],
      ['c2', 2],
      ['c3', 1],
      ['c4', 0],
    ])
  })
  test('one that never met and never decided is refused, with those that did', () => {
    expect(output(fold.at('2033-12-31' as Day), { about: 'senate' })).toMatchObject({
      refused: 'unknown-body',
      remedy: 'There is board, council.',
    })
  })
  test('on a day with nothing there is nothing', () => {
    expect(asked('2030-01-01')).toMatchObject({ bodies: [], series: [], due: [], all: { meetings: 0 } })
  })
})

test('commitments stand by the year in which they were due, never as complete', () => {
  expect(asked().due.map(({ year, count, firm }) => [year, count, firm])).toEqual([
    [2031, 0, 0],
    [2032, 1, 0],
    [2033, 0, 0],
  ])
})
