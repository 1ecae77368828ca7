import { describe, expect, test } from 'vitest'
import { programme, stance } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import {
  commitmentsIn,
  isFromOutside,
  ofProgrammes,
  programmeOf,
  programmesOf,
  spanOf,
  stancesOn,
} from './programmes.ts'
import { narrow } from './sittings.ts'

const running = (id: string, on: string, more: object = {}) =>
  programme(id, on, { type: 'programme', stage: 'running', ...more })

const fold = new Fold(
  'concord',
  entriesOf([
    running('roads', '2031-02-03', {
      lead: 'Utopia',
      proposedBy: ['Arcadia', 'Utopia'],
      commitments: [
        { what: 'survey', by: 'experts', came: 'delivered' },
        { what: 'bridge', by: ['Arcadia'], due: '2033' },
        { what: 'milestones', by: ['Utopia'], due: '2032-05' },
        { what: 'toll', by: ['Utopia', 'Arcadia'], due: '2032-05-10' },
      ],
    }),
    running('peace', '2032', { proposer: 'A professor', stage: 'not-taken-up', type: 'outside-proposal' }),
    running('grain', '2033-01-01', { stage: 'ended' }),
    stance('roads', 'Laputa', '2032-06'),
    stance('roads', 'Utopia', '2031-05-01'),
    stance('grain', 'Utopia', '2033-05-01'),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const ids = (list: readonly { act: { programme: string } }[]) => list.map(({ act }) => act.programme)

describe('programmes up to a day', () => {
  test('the day before one begins, and the day itself', () => {
    expect(ids(programmesOf(on('2031-02-02')))).toEqual([])
    expect(ids(programmesOf(on('2031-02-03')))).toEqual(['roads'])
    expect(ids(programmesOf(on('2033-01-01')))).toEqual(['roads', 'peace', 'grain'])
  })
  test('one is found on any day, and one that is not there is not', () => {
    expect(programmeOf(on('2031-01-01'), 'grain')?.act.title).toBe('grain')
    expect(programmeOf(on('2033-12-31'), 'salt')).toBeUndefined()
  })
  test('stances are those on it alone, in order of time, on any day', () => {
    const stances = stancesOn(on('2031-01-01'), 'roads')
    expect(stances.map(({ act }) => act.participant)).toEqual(['Utopia', 'Laputa'])
    expect(spanOf(stances)).toEqual({ first: '2031-05-01', last: '2032-06-30' })
    expect(spanOf([])).toBeUndefined()
  })
})

describe('narrowed by who proposed or leads', () => {
  const all = programmesOf(on('2033-12-31'))
  const cases: readonly [asked: object, found: readonly string[]][] = [
    [{ proposer: 'Arcadia' }, ['roads']],
    [{ proposer: 'Utopia' }, ['roads']],
    [{ proposer: 'Laputa' }, []],
    [{ proposer: 'from-outside' }, ['peace']],
    [{ proposer: 'not-known' }, ['grain']],
    [{ by: 'Utopia' }, ['roads']],
    [{ by: 'Arcadia' }, []],
    [{ outcome: 'ended' }, ['grain']],
    [{ type: 'outside-proposal' }, ['peace']],
    [{ year: '2032' }, ['peace']],
  ]
  for (const [asked, found] of cases) {
    test(JSON.stringify(asked), () => expect(ids(narrow(all, asked, ofProgrammes))).toEqual(found))
  }
  test('a proposal from outside is told apart from the organisation’s own', () => {
    expect(ids(all.filter(isFromOutside))).toEqual(['peace'])
  })
})

describe('commitments by the date set for them', () => {
  const standings = (day: string) =>
    commitmentsIn(programmesOf(on(day)), on(day)).map(({ what, standing }) => `${what} ${standing}`)
  test('the earliest first; what has no date comes last and is neither ahead nor over', () => {
    expect(standings('2032-01-01')).toEqual(['toll ahead', 'milestones ahead', 'bridge ahead', 'survey no-date'])
  })
  test('a day is over the day after, a month and a year when their last day is', () => {
    expect(standings('2032-05-10')[0]).toBe('toll ahead')
    expect(standings('2032-05-11')[0]).toBe('toll over')
    expect(standings('2032-05-31')[1]).toBe('milestones ahead')
    expect(standings('2032-06-01')[1]).toBe('milestones over')
    expect(standings('2033-12-31')[2]).toBe('bridge ahead')
    expect(standings('2034-01-01')[2]).toBe('bridge over')
  })
  test('before its programme begins there is no commitment', () => {
    expect(standings('2031-02-02')).toEqual([])
  })
})
