import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../../test/support/registers.ts'
import type { Measured } from '../../analysis/index.ts'
import { Fold } from '../../record/index.ts'
import type { Day } from '../../rules/index.ts'
import { completenessInWords, conditionInWords, foundInWords, measureInWords, valueInWords } from './measure-words.ts'

const concord = new Fold('concord', entriesOf([])).at('2033-12-31' as Day)
const nothing = { counted: [], perhaps: [], completeness: [], parts: [] }
const inWords = (found: Partial<Measured>) =>
  foundInWords({ value: 5, ...nothing, ...found }, { count: 'decisions' }, concord)
const endless = Number.POSITIVE_INFINITY

describe('what was found, with the bounds between which it lies', () => {
  const cases: { says: string; found: Partial<Measured>; words: string }[] = [
    { says: 'sure', found: { bounds: { least: 5, most: 5 } }, words: '5' },
    { says: 'at least', found: { bounds: { least: 5, most: endless } }, words: '5 at least' },
    {
      says: 'none, of nobody knows how many',
      found: { value: 0, bounds: { least: 0, most: endless } },
      words: '0 on record',
    },
    {
      says: 'fewer by facts alone',
      found: { bounds: { least: 3, most: endless } },
      words: '5 on record; by facts that are not marked unverified, 3 at least',
    },
    { says: 'between two', found: { bounds: { least: 3, most: 9 } }, words: '5; surely between 3 and 9' },
    { says: 'at most', found: { bounds: { least: -endless, most: 9 } }, words: '5 on record; surely 9 at most' },
    {
      says: 'anything',
      found: { bounds: { least: -endless, most: endless } },
      words: '5, as far as it is on record',
    },
    {
      says: 'any share',
      found: { value: 0.5, outOf: [], bounds: { least: 0, most: 1 } },
      words: '0.5 (0 of 0), as far as it is on record',
    },
  ]
  test.each(cases)('$says', ({ found, words }) => expect(inWords(found)).toBe(words))
})

test('a meeting is named as a reader names it, and not by its id', () => {
  const sitting = act({
    id: 'meeting/spring',
    kind: 'meeting-held',
    on: '2031-05-04',
    meeting: 'council-2031-spring',
    body: 'council',
    city: 'Port',
    attendanceBasis: 'presumed',
    outcomes: [],
    outcomesKnown: 'none-found',
  })
  const held = new Fold('concord', entriesOf([sitting])).at('2033-12-31' as Day)
  expect(measureInWords({ value: 'outcomes', of: 'meetings', id: 'council-2031-spring' }, held)).toBe(
    'of “Council, Port, 4 May 2031”, what came of it',
  )
})

describe('a condition and a value in words', () => {
  test.each([
    { is: { from: '2031-08', to: '2031-08' }, words: 'is in August 2031' },
    { is: { from: '2031-08-04', to: '2031-08-04' }, words: 'is on 4 August 2031' },
    { is: { from: '2031', to: '2032' }, words: 'is from 2031 on and is up to 2032' },
    { is: 'not-adopted', words: 'is not adopted' },
  ])('$words', ({ is, words }) => expect(conditionInWords(is as never, concord)).toBe(words))
  test('the hyphens of a sentence are its own, those of an id join its words', () => {
    expect(valueInWords('Treaty on Long-Term Friendship; declaration', concord)).toContain('Long-Term')
    expect(valueInWords('counter-narcotics-strategy', concord)).toBe('counter narcotics strategy')
  })
})

test('in how many years a record is thin; of all of them, any', () => {
  const thin = (years: number[]) =>
    completenessInWords(
      {
        firm: false,
        from: 2031,
        to: 2032,
        thin: [{ of: 'meetings-in-no-series', years }],
        unstated: false,
        ahead: false,
      },
      concord,
    )
  expect(thin([2031])).toContain('not complete for meetings in no series in 1 of the 2 years from 2031 to 2032')
  expect(thin([2031, 2032])).toContain('in any of the 2 years')
})
