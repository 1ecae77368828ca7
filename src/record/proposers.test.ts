import { describe, expect, test } from 'vitest'
import { of, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import { particularsFor } from '../../test/support/standing.ts'
import { proposersUnconfirmed } from './negotiation.ts'
import { notesFor } from './notes.ts'
import type { Seat } from './seat.ts'
import { waitingFor } from './waiting.ts'

// A note names three as proposing, and the Secretariat enters it: each says itself whether it does.

const fromNote = { number: '17', date: '2034-01-09' }
function begun(more: Record<string, unknown> = {}): Session {
  const session = new Session()
  session.enter(secretariat, { id: 'joint', ...proposal({ proposedBy: ['ARC', 'ERE', 'LIL'], fromNote, ...more }) })
  return session
}
const confirms = (participant: string) => ({
  kind: 'entry-confirmed',
  decision: 'lights',
  participant,
  confirms: 'joint',
})
const denies = (participant: string, more: object = {}) => ({
  kind: 'proposing-denied',
  decision: 'lights',
  participant,
  ...more,
})
const waits = ({ circle, now }: Session, seat: Seat, kind: string) =>
  waitingFor(circle, seat, now).filter((item) => item.kind === kind)

describe('whoever a note names as proposing confirms it or says otherwise', () => {
  test('each waits for itself, is asked once, and others see who has confirmed', () => {
    const session = begun()
    for (const one of ['ARC', 'ERE', 'LIL'])
      expect(waits(session, of(one), 'entry-to-confirm')).toMatchObject([{ act: 'proposal-made', number: '17' }])
    expect(waits(session, of('UTO'), 'entry-to-confirm')).toEqual([])
    session.enter(of('ARC'), confirms('ARC'))
    expect(waits(session, of('ARC'), 'entry-to-confirm')).toEqual([])
    expect(proposersUnconfirmed(session.negotiation())).toEqual(['ERE', 'LIL'])
    expect(session.submit(of('ARC'), confirms('ARC'))?.refused).toBe('nothing-to-confirm')
    const facts = particularsFor(session, of('BRO'))
    expect(facts).toContain('not confirmed yet by Erewhon and Lilliput')
    expect(facts).not.toContain('<form')
    expect(particularsFor(session, of('ERE'))).toContain('Erewhon proposes it')
  })
  test('who says that it does not propose it is left out, and the others go on', () => {
    const session = begun()
    session.enter(of('LIL'), denies('LIL', { says: 'We did not sign that note.' }))
    expect(session.negotiation().proposal.act.proposedBy).toEqual(['ARC', 'ERE'])
    expect(waits(session, of('LIL'), 'entry-to-confirm')).toEqual([])
    expect(session.submit(of('LIL'), { kind: 'proposal-withdrawn', decision: 'lights' })?.refused).toBe('not-your-text')
    session.enter(of('ERE'), denies('ERE'))
    expect(session.submit(of('ARC'), denies('ARC'))).toMatchObject({
      refused: 'nobody-proposes',
      remedy: 'Withdraw the proposal.',
    })
    expect(session.submit(of('ARC'), { kind: 'proposal-withdrawn', decision: 'lights' })).toBeUndefined()
  })
  const rows = [
    { says: 'another', seat: of('UTO'), act: denies('LIL'), refused: 'not-your-act' },
    { says: 'the Secretariat', seat: secretariat, act: denies('LIL'), refused: 'not-your-act' },
    { says: 'one that is not named', seat: of('UTO'), act: denies('UTO'), refused: 'nothing-to-correct' },
    { says: 'one that is not named, confirming', seat: of('UTO'), act: confirms('UTO'), refused: 'nothing-to-confirm' },
    { says: 'one that has confirmed it', seat: of('ARC'), act: denies('ARC'), refused: 'nothing-to-correct' },
  ]
  test.each(rows)('not $says', ({ seat, act, refused }) => {
    const session = begun()
    session.enter(of('ARC'), confirms('ARC'))
    expect(session.submit(seat, act)?.refused).toBe(refused)
  })
  test('what a delegation proposes itself asks for nothing', () => {
    const session = new Session()
    session.enter(of('ARC'), proposal())
    expect(proposersUnconfirmed(session.negotiation())).toEqual([])
    expect(session.submit(of('ARC'), denies('ARC'))?.refused).toBe('nothing-to-correct')
  })
  test('the Secretariat is told after seven days of each who has not', () => {
    const session = begun()
    session.enter(of('ARC'), confirms('ARC'))
    session.at('2034-01-16T09:59:59.999Z')
    expect(waits(session, secretariat, 'note-not-confirmed')).toEqual([])
    session.at('2034-01-16T10:00:00.000Z')
    const items = waits(session, secretariat, 'note-not-confirmed')
    expect(items.map(({ participants }) => participants)).toEqual([['ERE'], ['LIL']])
    expect(new Set(items.map(({ id }) => id)).size).toBe(2)
  })
  test('in the register of notes it stands as confirmed beside the note of whoever did', () => {
    const session = begun()
    for (const participant of ['ARC', 'ERE'])
      session.enter(secretariat, {
        kind: 'note-registered',
        direction: 'in',
        number: '17',
        date: '2034-01-09',
        participant,
        decision: 'lights',
        says: 'All three propose it.',
      })
    session.enter(of('ARC'), confirms('ARC'))
    const entered = notesFor(session.circle, secretariat, session.now).map((note) => [
      note.entry.act.participant,
      note.entered[0]?.isConfirmed,
    ])
    expect(entered).toEqual([
      ['ARC', true],
      ['ERE', false],
    ])
  })
})
