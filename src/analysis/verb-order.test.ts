import { describe, expect, test } from 'vitest'
import { heldAgainst, highest, rungOf, rungs, verbsOf } from './verb-order.ts'

describe('the order of verbs', () => {
  test('every verb of a rung is on it, and no verb on two', () => {
    const all = rungs.flatMap(({ rung }) => verbsOf(rung).map((verb) => [verb, rung] as const))
    expect(all.every(([verb, rung]) => rungOf(verb) === rung)).toBe(true)
    expect(new Set(all.map(([verb]) => verb)).size).toBe(all.length)
  })
  test.each(['may', 'defines', 'sings', 'toString', ''])('“%s” has no place in it', (verb) => {
    expect(rungOf(verb)).toBe(undefined)
  })
  test('the highest rung counts, and a verb without one does not', () => {
    expect(highest(['notes', 'calls for', 'may'])).toBe(3)
    expect(highest(['may'])).toBe(undefined)
  })
})

describe('held against what was said before', () => {
  test.each([
    { now: ['supports'], before: ['considers'], is: 'stronger', says: 'a higher rung' },
    { now: ['considers'], before: ['supports'], is: 'weaker', says: 'a lower rung' },
    { now: ['notes', 'decides'], before: ['will'], is: 'stronger', says: 'the strongest of each counts' },
    { now: ['condemns'], before: ['opposes'], is: 'stronger', says: 'one rung, one scale, further' },
    { now: ['expresses concern'], before: ['opposes'], is: 'weaker', says: 'one rung, one scale, less far' },
    { now: ['opposes'], before: ['opposes'], is: 'same', says: 'one rung, one scale, one step' },
    { now: ['opposes'], before: ['supports'], is: 'same', says: 'one rung, but another direction' },
    { now: ['opposes', 'supports'], before: ['opposes'], is: 'same', says: 'one rung, of two scales' },
    { now: ['will'], before: ['may'], is: 'not-comparable', says: 'a verb without a place before' },
    { now: ['may'], before: ['will'], is: 'not-comparable', says: 'a verb without a place now' },
    { now: ['may', 'will'], before: ['will'], is: 'same', says: 'a verb without a place beside one that has' },
  ])('$now after $before: $is ($says)', ({ now, before, is }) => expect(heldAgainst(now, before)).toBe(is))

  test('to be stronger one way is to be weaker the other', () => {
    const verbs = rungs.flatMap(({ rung }) => verbsOf(rung))
    const turned = { stronger: 'weaker', weaker: 'stronger', same: 'same', 'not-comparable': 'not-comparable' }
    for (const a of verbs) for (const b of verbs) expect(heldAgainst([a], [b])).toBe(turned[heldAgainst([b], [a])])
  })
})
