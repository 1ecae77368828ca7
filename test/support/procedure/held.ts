import { type LiveMeeting, liveMeeting, meetingHeldOf } from '../../../src/record/index.ts'
import { of, type Session } from '../negotiating.ts'
import { all, chair, meets, present, type Row } from './row.ts'

const closed = (session: Session) => {
  session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
}
const held =
  (more: Record<string, unknown> = {}) =>
  (session: Session) => {
    const { organisation } = session.circle
    return {
      kind: 'meeting-held',
      ...meetingHeldOf(liveMeeting(organisation, 'm') as LiveMeeting, organisation),
      ...more,
    }
  }
const published = (session: Session) => {
  session.enter(chair, held()(session))
}
const over = all(meets, present('ERE'), closed)

export const rows: readonly Row[] = [
  { says: 'published as it is on record', given: over, seat: chair, act: held() },
  { says: 'while it sits', given: meets, seat: chair, act: held(), refused: 'not-closed' },
  { says: 'by a delegation', given: over, seat: of('ERE'), act: held(), refused: 'not-the-chair' },
  { says: 'with another number', given: over, seat: chair, act: held({ number: 99 }), refused: 'not-as-held' },
  { says: 'twice', given: all(over, published), seat: chair, act: held(), refused: 'already-so' },
]
