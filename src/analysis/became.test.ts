import { describe, expect, test } from 'vitest'
import { decided } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal, type PartialDate } from '../rules/index.ts'
import { became, type Matter, type Matters, pausesOf } from './became.ts'

const decision = (id: string, on: string, outcome: string, more: object = {}) => decided(id, on, { outcome, ...more })
const held = (participant: string, stance: string) => ({
  participant,
  stance,
  about: 'the canal',
  attribution: 'as the Journal says',
})

const acts = [
  act({
    id: 'meeting/second',
    kind: 'meeting-held',
    on: '2032-05-01',
    meeting: 'second',
    body: 'council',
    attendanceBasis: 'none-recorded',
    outcomes: [],
    outcomesKnown: 'none-found',
  }),
  decision('idea', '2031-02-03', 'proposed', { type: 'proposal', proposedBy: ['Arcadia'], supersededBy: 'canal' }),
  decision('toll', '2031-06', 'not-adopted', { stances: [held('Utopia', 'objected'), held('Laputa', 'objected')] }),
  decision('canal', '2032-05-01', 'adopted', { meeting: 'second', outside: ['Laputa'] }),
  decision('other', '2032-05-01', 'adopted', { meeting: 'second' }),
  decision('elsewhere', '2032-06-01', 'adopted'),
  act({
    id: 'programme/canal',
    kind: 'programme-recorded',
    on: '2031-02-03',
    programme: 'canal-works',
    title: 'Works on the canal',
    type: 'programme',
    stage: 'running',
    participants: 'members',
    decisions: ['idea'],
    commitments: [{ what: 'dig', by: 'experts', due: '2033' }],
  }),
  ...['2031-03', '2032-07-01'].map((on) =>
    act({
      id: `stance/${on}`,
      kind: 'stance-reported',
      on,
      programme: 'canal-works',
      participant: 'Erewhon',
      says: `said in ${on}`,
      attribution: 'as the Journal says',
    }),
  ),
  act({ id: 'text/water', kind: 'text-described', text: 'water', title: 'On water', date: '2032-05-01' }),
  ...['water', 'roads'].map((topic, index) =>
    act({
      id: `text/water/${index}`,
      kind: 'paragraph-abstracted',
      text: 'water',
      paragraph: String(index),
      topic,
      says: 'is good',
      verb: 'welcomes',
    }),
  ),
  act({
    id: 'thread/canal',
    kind: 'thread-described',
    thread: 'canal',
    title: 'The canal',
    asks: 'What became of the canal?',
    programmes: ['canal-works'],
    decisions: ['toll'],
    topics: ['water'],
  }),
  act({
    id: 'thread/second',
    kind: 'thread-described',
    thread: 'second',
    title: 'The second meeting',
    asks: 'What became of it?',
    meetings: ['second'],
  }),
]
const fold = new Fold('concord', entriesOf(acts))
const matter = (about: string, day = '2033-01-01') => became(fold.at(day as Day), { about }) as Matter
const told = ({ steps }: Matter) => steps.map(({ on, row, says }) => `${on} ${row}: ${says}`)

describe('what belongs to a matter', () => {
  test('what is named, the decisions of its programmes, what superseded them, stances, and paragraphs on its topics', () => {
    expect(told(matter('canal'))).toEqual([
      '2031-02-03 proposed: idea',
      '2031-02-03 around: on record from then on',
      '2031-03 held: said in 2031-03',
      '2031-06 not-adopted: toll',
      '2031-06 held: the canal',
      '2032-05-01 adopted: canal',
      '2032-05-01 held: canal',
      '2032-05-01 text: is good',
      '2032-07-01 held: said in 2032-07-01',
    ])
  })
  test('all that was decided at a meeting that is followed', () => {
    expect(told(matter('second'))).toEqual([
      '2032-05-01 around: meeting',
      '2032-05-01 adopted: canal',
      '2032-05-01 held: canal',
      '2032-05-01 adopted: other',
    ])
  })
  test('a programme is followed by its own id', () => {
    const { described, counts } = matter('canal-works')
    expect({ described, all: counts.all }).toEqual({ described: false, all: 6 })
  })
  test('what is neither is refused, with the way to all of them', () => {
    const refused = became(fold.at('2033-01-01' as Day), { about: 'bridge' })
    expect(isRefusal(refused) && refused.refused).toBe('unknown-thread')
    expect(isRefusal(refused) && refused.remedy).toContain('/concord/questions/became')
  })
})

describe('as of a day', () => {
  const rows = [
    { on: '2031-02-02', all: 0, says: 'the day before the first step' },
    { on: '2031-02-03', all: 2, says: 'the day of the first step' },
    { on: '2031-05-31', all: 3, says: 'the day before the month of a step' },
    { on: '2031-06-01', all: 5, says: 'the first day that a month may mean' },
    { on: '2032-04-30', all: 5, says: 'the day before it was adopted' },
    { on: '2032-05-01', all: 8, says: 'the day on which it was adopted' },
  ]
  test.each(rows)('$on: $says', ({ on, all }) => expect(matter('canal', on).counts.all).toBe(all))
})

describe('who, and how long', () => {
  test('whoever is on record as proposing is there with what it proposed', () => {
    expect(matter('canal').proposers).toEqual([{ participant: 'Arcadia', acts: ['decision/idea'] }])
  })
  test('who held back is told with how, of what and what came of it; staying outside without a stance is told as that', () => {
    const rows = matter('canal').resisted.map(({ who, heldAs, of }) => [who.join(' '), heldAs, of?.title, of?.outcome])
    expect(rows).toEqual([
      ['Utopia Laputa', 'objected', 'toll', 'not-adopted'],
      ['Laputa', 'outside', 'canal', 'adopted'],
    ])
  })
  test('of stances in words the last one counts, with how many came before', () => {
    const [erewhon] = matter('canal').reported
    expect([erewhon?.participant, erewhon?.last.on, erewhon?.earlier]).toEqual(['Erewhon', '2032-07-01', 1])
  })
  test('the first that was adopted after it was first put forward', () => {
    const { forward, adopted } = matter('canal')
    expect([forward?.says, adopted?.says]).toEqual(['idea', 'canal'])
  })
  const on = (date: string) => ({ on: date as PartialDate })
  test.each([
    { says: 'nothing between steps of one date', dates: ['2031-01-01', '2031-01-01'], is: [] },
    { says: 'two exact dates', dates: ['2031-01-01', '2031-01-11'], is: [[10, 10]] },
    { says: 'a month is a range', dates: ['2031-01-01', '2031-03'], is: [[59, 89]] },
    { says: 'the longest stands first', dates: ['2031-01-01', '2031-01-02', '2031-01-05'], is: [[3, 3], [1, 1]] }, // biome-ignore format: a row
  ])('$says', ({ dates, is }) => {
    expect(pausesOf(dates.map(on)).map(({ least, most }) => [least, most])).toEqual(is)
  })
})

test('all matters in short: the same counts, and programmes that belong to none', () => {
  const all = became(fold.at('2033-01-01' as Day), {}) as Matters
  expect(all.matters.map(({ thread, counts }) => [thread, counts.all])).toEqual([
    ['canal', matter('canal').counts.all],
    ['second', 4],
  ])
  expect(all.programmes).toEqual([])
  // The canal was adopted at the second meeting, with Laputa outside: two steps that belong to both.
  expect(all.steps).toBe(matter('canal').counts.all + 4 - 2)
})
