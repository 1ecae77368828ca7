import { describe, expect, test } from 'vitest'
import { adReferendumAt, type Lapse } from './ad-referendum.ts'
import type { Day } from './dates.ts'

const by = '2034-02-13' as Day

describe('an agreement ad referendum that is not confirmed', () => {
  const lapses: readonly Lapse[] = ['no-objection', 'no-position', 'objection']
  for (const lapse of lapses) {
    const rule = { lapse, article: 'Rule 22' }
    test(`${lapse}: open on the last day, lapsed on the day after`, () => {
      expect(adReferendumAt(rule, by, '2034-02-12' as Day).outcome).toBe('open')
      expect(adReferendumAt(rule, by, by)).toEqual({
        outcome: 'open',
        reasons: [
          {
            article: 'Rule 22',
            text: 'It was agreed ad referendum and may be confirmed until 2034-02-13, that day included.',
          },
        ],
      })
      expect(adReferendumAt(rule, by, '2034-02-14' as Day)).toMatchObject({
        outcome: lapse,
        reasons: [{ article: 'Rule 22', text: expect.stringContaining('was not confirmed by 2034-02-13') }],
      })
    })
  }
  test('without a rule it is open as long, and then no position, which is said', () => {
    expect(adReferendumAt(undefined, by, by).outcome).toBe('open')
    const { outcome, reasons } = adReferendumAt(undefined, by, '2034-02-14' as Day)
    expect(outcome).toBe('no-position')
    expect(reasons).toEqual([{ text: expect.stringContaining('No rule on record says what that means') }])
  })
})
