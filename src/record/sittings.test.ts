import { describe, expect, test } from 'vitest'
import { covered, decided, described, granted, met, states } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { countsByYear, type Meeting, narrow, ofDecisions, ofMeetings, presumedAt, presumedMembers } from './sittings.ts'

const fold = new Fold(
  'concord',
  entriesOf([
    described({}, { full: 'member', associate: 'observer' }),
    ...states('Arcadia', 'Erewhon', 'Laputa'),
    granted('Arcadia', '2031-01-01'),
    granted('Laputa', '2031-01-01', 'associate'),
    granted('Erewhon', '2032-05-01'),
    met('c2', '2032-03-01', { chair: 'Arcadia' }),
    met('c1', '2031-06-02', { attendance: [{ participant: 'Laputa', as: 'associate' }], attendanceBasis: 'named' }),
    met('a1', '2032-03-02', { body: 'assembly' }),
    decided('roads', '2031-06-02', { meeting: 'c1', proposedBy: ['Arcadia'] }),
    decided('bank', '2032-03-01', {
      outcome: 'not-adopted',
      type: 'proposal',
      stances: [{ participant: 'Erewhon', stance: 'objected', about: 'cost', attribution: 'as the Journal says' }],
    }),
    decided('late', '2031-06-02', { outside: ['Laputa'] }),
    covered(2031, 'decisions', 'complete'),
    covered(2032, 'decisions', 'sample'),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const ids = (list: readonly { act: { id: string } }[]) => list.map(({ act }) => act.id.split('/')[1])

describe('meetings and decisions up to a day, in order of effect', () => {
  test('a late fact stands where it belongs', () => {
    expect(ids(on('2033-12-31').meetings())).toEqual(['c1', 'c2', 'a1'])
    expect(ids(on('2033-12-31').decisions())).toEqual(['roads', 'late', 'bank'])
  })
  test('what comes after the day is not among them', () => {
    expect(ids(on('2032-03-01').meetings())).toEqual(['c1', 'c2'])
    expect(ids(on('2031-06-01').decisions())).toEqual([])
  })
  test('a body has its sittings, a participant what names it', () => {
    expect(
      on('2033-12-31')
        .sittingsOf('assembly')
        .map((e) => e.id),
    ).toEqual(['meeting/a1'])
    expect(
      on('2033-12-31')
        .involving('Erewhon')
        .map((e) => e.act.kind),
    ).toEqual(['participant-described', 'decision-recorded', 'status-granted'])
  })
})

describe('a list is narrowed by what is asked, and only by that', () => {
  const [meetings, decisions] = [on('2033-12-31').meetings(), on('2033-12-31').decisions()]
  const cases = [
    { says: 'nothing asked', by: {}, meetings: ['c1', 'c2', 'a1'], decisions: ['roads', 'late', 'bank'] },
    { says: 'a body', by: { body: 'council' }, meetings: ['c1', 'c2'], decisions: ['roads', 'late', 'bank'] },
    { says: 'a year', by: { year: '2032' }, meetings: ['c2', 'a1'], decisions: ['bank'] },
    {
      says: 'a participant: in the chair, named, proposing, differing, outside; never merely presumed',
      by: { by: 'Laputa' },
      meetings: ['c1'],
      decisions: ['late'],
    },
    { says: 'the same for another', by: { by: 'Arcadia' }, meetings: ['c2'], decisions: ['roads'] },
    { says: 'all at once', by: { body: 'council', year: '2032', by: 'Erewhon' }, meetings: [], decisions: ['bank'] },
  ]
  for (const { says, by, ...expected } of cases) {
    test(says, () => {
      expect(ids(narrow(meetings, by, ofMeetings))).toEqual(expected.meetings)
      expect(ids(narrow(decisions, by, ofDecisions))).toEqual(expected.decisions)
    })
  }
  test('outcome and kind', () => {
    expect(ids(narrow(decisions, { outcome: 'not-adopted' }, ofDecisions))).toEqual(['bank'])
    expect(ids(narrow(decisions, { type: 'programme' }, ofDecisions))).toEqual(['roads', 'late'])
    expect(ids(narrow(meetings, { outcome: 'complete' }, ofMeetings))).toEqual([])
  })
})

test('who is presumed to have taken part are the members of that day, and nobody of another status', () => {
  expect(presumedMembers(on('2033-12-31'), '2032-03-01' as never)).toEqual(['Arcadia'])
  expect(presumedMembers(on('2033-12-31'), '2032-05-01' as never)).toEqual(['Arcadia', 'Erewhon'])
})

test('nobody is presumed who stayed outside, and a meeting of several days is that of the members of its last', () => {
  const held = (lastDay: string | undefined, outside: string[]) => {
    const acts = [
      described(),
      ...states('Arcadia', 'Erewhon'),
      granted('Arcadia', '2031-01-01'),
      granted('Erewhon', '2032-05-02'),
      met('c9', '2032-05-01', lastDay ? { lastDay } : {}),
      decided('canal', '2032-05-02', { meeting: 'c9', outside }),
    ]
    const there = new Fold('concord', entriesOf(acts)).at('2033-12-31' as Day)
    return presumedAt(there, there.meetings()[0] as Meeting)
  }
  expect(held(undefined, [])).toEqual(['Arcadia'])
  expect(held('2032-05-02', [])).toEqual(['Arcadia', 'Erewhon'])
  expect(held('2032-05-02', ['Erewhon'])).toEqual(['Arcadia'])
  expect(presumedMembers(on('2033-12-31'), '2032-05-01' as never, ['Arcadia'])).toEqual(['Erewhon'])
})

test('counts by year show every year of the record, with what the record says of its coverage', () => {
  const dates = on('2033-12-31')
    .decisions()
    .map(({ act }) => act.on)
  expect(countsByYear(on('2033-12-31'), dates, 'decisions')).toEqual([
    { year: 2031, count: 2, coverage: 'complete', basis: 'the Journal', over: true },
    { year: 2032, count: 1, coverage: 'sample', basis: 'the Journal', over: true },
    { year: 2033, count: 0, coverage: undefined, basis: undefined, over: true },
  ])
  expect(countsByYear(on('2032-12-31'), dates, 'decisions').map(({ year, over }) => [year, over])).toEqual([
    [2031, true],
    [2032, true],
  ])
  expect(countsByYear(on('2032-12-30'), dates, 'decisions').at(-1)).toMatchObject({ year: 2032, over: false })
  expect(countsByYear(on('2030-12-31'), dates, 'decisions')).toEqual([])
  expect(countsByYear(on('2033-12-31'), dates, undefined).every((year) => year.coverage === undefined)).toBe(true)
})
