import { describe, expect, test } from 'vitest'
import { covered, described, met } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { completeFor, kindOfFact, kindsOfMeetings, yearsInWords } from './completeness.ts'

const fold = new Fold(
  'concord',
  entriesOf([
    described({ begins: '2031-03-03', coveredTo: '2034-06-30' }),
    act({
      id: 'body/board',
      kind: 'body-described',
      body: 'board',
      names: { en: 'Board' },
      type: 'x',
      abbreviation: 'BRD',
    }),
    ...['council', 'board', 'council'].map((body, index) =>
      met(`m${index}`, '2032-05-05', {
        body,
        ...(index === 2 ? {} : { coveredAs: `${body === 'board' ? 'brd' : body}-sessions` }),
      }),
    ),
    ...[2031, 2032, 2033, 2034].map((year) => covered(year, 'statuses', 'complete')),
    covered(2031, 'decisions', 'landmarks-only'),
    covered(2032, 'decisions', 'nearly-complete'),
    covered(2033, 'decisions', 'sample'),
    ...[2031, 2032, 2033].map((year) => covered(year, 'guests', 'none')),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const asked = (kinds: string[], day = '2033-12-31', span?: { from: number; to: number }) =>
  completeFor(on(day), kinds, span)

describe('whether counts are firm', () => {
  const cases = [
    { says: 'complete in every year', kinds: ['statuses'], counts: 'firm', comparable: [2031, 2032, 2033] },
    { says: 'nearly complete in one', kinds: ['decisions'], counts: 'in-part', comparable: [2032] },
    { says: 'none in every year', kinds: ['guests'], counts: 'not-firm', comparable: [] },
    { says: 'nothing stated', kinds: ['ferries'], counts: 'not-stated', comparable: [] },
    { says: 'no kind at all', kinds: [], counts: 'not-stated', comparable: [] },
    { says: 'two kinds only where both are', kinds: ['statuses', 'decisions'], counts: 'in-part', comparable: [2032] },
    { says: 'one firm and one not', kinds: ['statuses', 'guests'], counts: 'in-part', comparable: [] },
  ] as const
  for (const { says, kinds, counts, comparable } of cases)
    test(says, () => expect(asked([...kinds])).toMatchObject({ counts, comparable }))

  test('over a span that leaves out what is not firm, it is', () => {
    expect(asked(['decisions'], '2033-12-31', { from: 2032, to: 2032 }).counts).toBe('firm')
    expect(asked(['decisions'], '2033-12-31', { from: 2032, to: 2033 }).counts).toBe('in-part')
    expect(asked(['decisions'], '2033-12-31', { from: 2033, to: 2033 }).counts).toBe('not-firm')
  })
  test('a year that is not over on the day is unfinished, however complete', () => {
    expect(asked(['statuses'], '2033-12-30').kinds[0]).toMatchObject({
      firm: [2031, 2032],
      loose: [{ coverage: 'unfinished', years: [2033] }],
    })
    expect(asked(['statuses'], '2033-12-31').kinds[0]).toMatchObject({ firm: [2031, 2032, 2033], loose: [] })
  })
  test('so is the last of a record that ends before it does', () => {
    expect(asked(['statuses'], '2035-12-31').span).toEqual({ from: 2031, to: 2034 })
    expect(asked(['statuses'], '2035-12-31').comparable).toEqual([2031, 2032, 2033])
  })
})

describe('in a sentence', () => {
  const cases: [kinds: string[], says: string][] = [
    [['statuses'], 'On record in full, or nearly: statuses. These counts may be held against each other.'],
    [['decisions'], 'On record in full, or nearly: decisions for 2032. Only those counts may be held against'],
    [['guests'], 'Not in full in any year from 2031 to 2033: guests. So a count is one of what was found'],
    [['ferries'], 'How complete the record of ferries is, nothing states: a count is one of what was found'],
    [['statuses', 'ferries'], 'statuses. How complete it is for ferries, nothing states. Only those counts'],
  ]
  for (const [kinds, says] of cases) test(kinds.join(', '), () => expect(asked(kinds).says).toContain(says))
  test('of one year', () => {
    expect(asked(['decisions'], '2033-12-31', { from: 2033, to: 2033 }).says).toContain(
      'Not in full in 2033: decisions.',
    )
  })
  test('runs of years', () => {
    expect(yearsInWords([1, 2, 3, 5, 7, 8])).toBe('1 to 3, 5 and 7 to 8')
    expect(yearsInWords([])).toBe('')
  })
  test('abbreviations of bodies keep their capitals, other words do not gain any', () => {
    expect(kindOfFact(on('2033-01-01'), 'brd-sessions')).toBe('BRD sessions')
    expect(kindOfFact(on('2033-01-01'), 'board-sessions')).toBe('board sessions')
  })
})

describe('under which kinds meetings are covered', () => {
  test('those of one body, or of all, as far as they say', () => {
    expect(kindsOfMeetings(on('2033-01-01'))).toEqual(['council-sessions', 'brd-sessions', 'meetings-in-no-series'])
    expect(kindsOfMeetings(on('2033-01-01'), 'board')).toEqual(['brd-sessions'])
    expect(kindsOfMeetings(on('2033-01-01'), 'assembly')).toEqual([])
  })
})
