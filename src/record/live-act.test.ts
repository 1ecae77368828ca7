import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../rules/index.ts'
import { isRefusal } from '../rules/index.ts'
import { readLiveAct } from './live-act.ts'

const today = '2034-01-09' as PartialDate
const position = { id: 'a', kind: 'position-taken', decision: 'lights', participant: 'ERE', position: 'objects' }

describe('an act as a seat sends it', () => {
  test('without a moment it has none until it is given one', () => {
    expect(readLiveAct(position, today)).not.toHaveProperty('on')
    expect(readLiveAct({ ...position, on: '2034-01-08' }, today)).toHaveProperty('on', '2034-01-08')
  })
  const faults = [
    {
      says: 'a word that is none of those',
      act: { ...position, position: 'refuses' },
      words: 'position: is none of no-objection, ad-referendum',
    },
    {
      says: 'a field left out',
      act: { ...position, participant: undefined },
      words: 'participant: is missing, or is not text.',
    },
    {
      says: 'a field that it does not have',
      act: { ...position, mood: 'good' },
      words: 'mood: no such field goes with this act.',
    },
    {
      says: 'a text turned round',
      act: { ...position, says: 'not \u202Edeerga' },
      words: 'says: holds characters that do not show',
    },
    {
      says: 'a control character',
      act: { ...position, says: 'not\u0007 now' },
      words: 'says: holds characters that do not show',
    },
  ]
  for (const { says, act, words } of faults) {
    test(`${says} is named in words`, () => {
      const read = readLiveAct(act, today)
      expect(isRefusal(read) && read.message).toContain(words)
    })
  }
  test('several lines, tabs, three scripts and signs of the present day are text like any other', () => {
    const says = 'Line one\n\tline two: Огонь, 灯, 👩‍🚀'
    expect(readLiveAct({ ...position, says }, today)).toHaveProperty('says', says)
  })
})
