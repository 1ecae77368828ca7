import { describe, expect, test } from 'vitest'
import { decisionId } from './proposal-form.ts'
import { readOpenPoints } from './step-forms.ts'

describe('points left open, a line each', () => {
  const numbers = ['1', '2bis', '4(a)']
  test.each([
    ['1: the colour', [{ paragraph: '1', says: 'the colour' }]],
    ['2bis. who pays', [{ paragraph: '2bis', says: 'who pays' }]],
    ['¶ 4(a)： 颜色', [{ paragraph: '4(a)', says: '颜色' }]],
    ['3: there is no such paragraph', [{ says: '3: there is no such paragraph' }]],
    ['who pays', [{ says: 'who pays' }]],
    ['1:', [{ says: '1:' }]],
    ['1: one\n\n  two ', [{ paragraph: '1', says: 'one' }, { says: 'two' }]],
    ['', []],
  ])('%s', (typed, points) => {
    expect(readOpenPoints(typed, numbers)).toEqual(points)
  })
})

describe('the id of a decision', () => {
  test.each([
    ['Harbour lights: 2034', /^harbour-lights-2034-[a-z0-9]{6}$/],
    ['Éclairage', /^e-clairage-[a-z0-9]{6}$|^eclairage-[a-z0-9]{6}$/],
    ['港口灯光', /^proposal-[a-z0-9]{6}$/],
    ['a'.repeat(200), /^a{48}-[a-z0-9]{6}$/],
    // Cut at a word's end: what fits to the letter stays, and one letter more goes with its word.
    [`${'a'.repeat(40)} ${'b'.repeat(7)} cc`, /^a{40}-b{7}-[a-z0-9]{6}$/],
    [`${'a'.repeat(40)} ${'b'.repeat(8)} cc`, /^a{40}-[a-z0-9]{6}$/],
    [
      'Rules on the lights of harbours and of piers in the north',
      /^rules-on-the-lights-of-harbours-and-of-piers-in-[a-z0-9]{6}$/,
    ],
  ])('%s', (title, like) => {
    expect(decisionId(title, 'one')).toMatch(like)
  })
  test('hangs on the seed and on nothing else that changes', () => {
    expect(decisionId('Lights', 'one')).toBe(decisionId('Lights', 'one'))
    expect(decisionId('Lights', 'one')).not.toBe(decisionId('Lights', 'two'))
  })
})
