import { describe, expect, test } from 'vitest'
import { of, Session } from '../../test/support/negotiating.ts'
import { nextMeetingNumber } from './live-meeting.ts'

describe('the number of the next meeting of a body', () => {
  const chair = of('UTO')
  const next = (session: Session, body: string) => nextMeetingNumber(session.circle.organisation, body)
  const held = (meeting: string, on: string, more: object = {}) => ({
    kind: 'meeting-held',
    meeting,
    on,
    body: 'council',
    attendanceBasis: 'none-recorded',
    outcomes: [],
    outcomesKnown: 'complete',
    ...more,
  })
  const open = (session: Session, body: string, number?: number) => {
    const meeting = `m-${body}`
    session.enter(chair, { kind: 'meeting-opened', meeting, body, format: 'expanded', ...(number ? { number } : {}) })
    session.enter(chair, { kind: 'meeting-closed', meeting })
  }

  test('goes on from the record, and from what was held here since', () => {
    const session = new Session()
    expect(next(session, 'council')).toBe(12)
    open(session, 'council', 12)
    expect(next(session, 'council')).toBe(13)
  })
  test('of a body that never met is one', () => {
    expect(next(new Session(), 'experts')).toBe(1)
  })
  test('is not known where the last regular meeting has none on record', () => {
    const session = new Session()
    session.tell(held('special', '2034-01-02', { extraordinary: true }))
    expect(next(session, 'council')).toBe(12)
    session.tell(held('unnumbered', '2034-01-03'))
    expect(next(session, 'council')).toBeUndefined()
    session.tell(held('numbered', '2034-01-04', { number: 20 }))
    expect(next(session, 'council')).toBe(21)
  })
})
