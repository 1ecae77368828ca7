import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../../test/support/registers.ts'
import type { Measured } from '../../analysis/index.ts'
import { Fold } from '../../record/index.ts'
import type { Day } from '../../rules/index.ts'
import { foundInWords } from './measure-words.ts'

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
