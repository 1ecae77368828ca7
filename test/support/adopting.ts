import { decisionOf } from '../../src/record/index.ts'
import { of, position, proposal, Session } from './negotiating.ts'

export const members = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
export const chair = of('UTO')

/** Before the Council, all agreed but those named, put to a meeting; nothing is decided yet. */
export function putToMeeting(
  more: Record<string, unknown> = {},
  positions: Readonly<Record<string, string>> = {},
): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level: 'council', ...more }))
  for (const one of members) session.enter(of(one), position(one, positions[one] ?? 'no-objection'))
  return session
}

export function decide(session: Session, more: Record<string, unknown> = {}) {
  const body = session.negotiation().body
  session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body, format: 'expanded' })
  for (const participant of members)
    session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant, presence: 'present' })
  session.enter(chair, { kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 })
  return session.enter(chair, {
    kind: 'decision-recorded',
    outcome: 'adopted',
    meeting: 'm',
    ...decisionOf(session.negotiation(), 'meeting'),
    ...more,
  })
}

/** The same, adopted by the Council; Ruritania stayed outside. */
export function adopted(more: Record<string, unknown> = {}, decided: Record<string, unknown> = {}): Session {
  const session = putToMeeting(more, { RUR: 'does-not-take-part' })
  decide(session, decided)
  return session
}
