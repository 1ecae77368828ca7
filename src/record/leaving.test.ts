import { describe, expect, test } from 'vitest'
import { of, Session } from '../../test/support/negotiating.ts'
import { leavingOf } from './leaving.ts'
import type { Seat } from './seat.ts'

// The Concord on 9 January 2034, where notice of leaving is six weeks.

const secretariat: Seat = { kind: 'secretariat' }
const member: Seat = { kind: 'delegation', participant: 'BRO', role: 'member' }
const leaves = (more: object = {}) => ({
  kind: 'status-ended',
  id: 'BRO-leaves',
  participant: 'BRO',
  noticeOn: '2034-01-09',
  on: '2034-03-01',
  ...more,
})
const back = (more: object = {}) => ({
  kind: 'act-withdrawn',
  withdraws: ['BRO-leaves'],
  reason: 'The capital thought again.',
  ...more,
})

describe('Rule 4(2): a participant leaves on not less than six weeks’ notice', () => {
  test('what is said beforehand: from when, under which rule, and what goes with it', () => {
    const session = new Session()
    const leaving = leavingOf(session.fold, session.circle, 'BRO')
    expect(leaving).toMatchObject({
      status: 'full-participant',
      earliest: '2034-02-20',
      notice: { weeks: 6 },
      rule: { article: 'Rule 4(2)' },
      given: undefined,
    })
    expect(leaving?.positionsIn).toContain('council')
    expect(leavingOf(session.fold, session.circle, 'NOBODY')).toBeUndefined()
  })
  const rows = [
    { says: 'one day short of six weeks', act: leaves({ on: '2034-02-19' }), refused: 'out-of-order' },
    { says: 'six weeks to the day', act: leaves({ on: '2034-02-20' }), refused: undefined },
    {
      says: 'notice of an earlier day, by the delegation',
      act: leaves({ noticeOn: '2034-01-08' }),
      refused: 'not-your-clock',
    },
    { says: 'without a day of notice', act: leaves({ noticeOn: undefined }), refused: 'not-your-clock' },
  ]
  test.each(rows)('$says', ({ act, refused }) => {
    expect(new Session().submit(of('BRO'), act)?.refused).toBe(refused)
  })
  test('given once; on another day only after it was taken back', () => {
    const session = new Session()
    session.enter(of('BRO'), leaves())
    expect(leavingOf(session.fold, session.circle, 'BRO')?.given?.id).toBe('BRO-leaves')
    expect(session.submit(of('BRO'), leaves({ id: 'again', on: '2034-04-01' }))?.refused).toBe('leaving-already')
  })
})

describe('a notice is taken back until it takes effect', () => {
  const rows: { says: string; seat: Seat; act: ReturnType<typeof back>; refused: string | undefined }[] = [
    { says: 'by the head', seat: of('BRO'), act: back(), refused: undefined },
    { says: 'not by a member', seat: member, act: back(), refused: 'not-your-act' },
    { says: 'not by another delegation', seat: of('ERE'), act: back(), refused: 'not-your-act' },
    {
      says: 'by the Secretariat, which corrects what is on record',
      seat: secretariat,
      act: back(),
      refused: undefined,
    },
    {
      says: 'together with something else',
      seat: of('BRO'),
      act: back({ withdraws: ['BRO-leaves', 'other'] }),
      refused: 'not-your-act',
    },
    {
      says: 'what is no notice of leaving',
      seat: of('BRO'),
      act: back({ withdraws: ['other'] }),
      refused: 'not-your-act',
    },
  ]
  test.each(rows)('$says', ({ seat, act, refused }) => {
    const session = new Session()
    session.enter(of('BRO'), leaves())
    expect(session.submit(seat, act)?.refused).toBe(refused)
  })
  const days = [
    { says: 'on the day before', now: '2034-02-28T10:00:00.000Z', refused: undefined },
    { says: 'on the day itself', now: '2034-03-01T10:00:00.000Z', refused: 'too-late' },
  ]
  test.each(days)('$says', ({ now, refused }) => {
    const session = new Session()
    session.enter(of('BRO'), leaves())
    session.now = now as typeof session.now
    expect(session.submit(of('BRO'), back())?.refused).toBe(refused)
  })
  test('then it belongs as before, and may give notice anew', () => {
    const session = new Session()
    session.enter(of('BRO'), leaves())
    session.enter(of('BRO'), back())
    expect(leavingOf(session.fold, session.circle, 'BRO')?.given).toBeUndefined()
    expect(session.submit(of('BRO'), leaves({ id: 'again' }))?.refused).toBeUndefined()
  })
})
