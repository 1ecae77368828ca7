import { describe, expect, test } from 'vitest'
import { isRepeated, isSamePage, sendsAct, Unanswered } from './sending.ts'

describe('which forms a page sends by itself', () => {
  const rows = [
    { action: '/concord/run/acts', is: true },
    { action: '/concord/run/proposals/lights~1/revise', is: true },
    { action: '/concord/run/proposals/lights/forward', is: true },
    { action: '/concord/run/meetings/decide', is: true },
    // Shown once, or another page in any case: left to the browser.
    { action: '/concord/run/waiting/feeds', is: false },
    { action: '/concord/run/propose', is: false },
    { action: '/concord/seat', is: false },
    { action: '/concord/delegation?seat=secretariat', is: false },
    { action: 'https://elsewhere.example/concord/run/acts', is: false },
    { action: '//elsewhere.example/run/acts', is: false },
    { action: '/concord/run/acts?x=1', is: false },
  ]
  test.each(rows)('$action: $is', ({ action, is }) => expect(sendsAct(action)).toBe(is))
})

test('the same page is that address, wherever on it', () => {
  expect(isSamePage('/concord/run/proposals/lights#positions', '/concord/run/proposals/lights')).toBe(true)
  expect(isSamePage('/concord/run/proposals/lights', '/concord/run/proposals/lights?note=7')).toBe(false)
  expect(isSamePage('/concord/run', '/concord/run/proposals/lights')).toBe(false)
})

test.each([
  [0, false],
  [1, false],
  [2, true],
  [3, true],
])('%s clicks at one place: repeated %s', (clicks, is) => expect(isRepeated(clicks)).toBe(is))

describe('the id of what was sent', () => {
  const counting = () => {
    let count = 0
    return new Unanswered(() => `id-${++count}`)
  }
  test('stays until an answer came, and is another for other words', () => {
    const unanswered = counting()
    expect([unanswered.idOf('a'), unanswered.idOf('b'), unanswered.idOf('a')]).toEqual(['id-1', 'id-2', 'id-1'])
    unanswered.answered('a')
    expect([unanswered.idOf('a'), unanswered.idOf('b')]).toEqual(['id-3', 'id-2'])
  })
})
