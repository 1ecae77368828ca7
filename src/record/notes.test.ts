import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import { nextOutgoing, notesFor } from './notes.ts'

const note = (more: object = {}) => ({
  kind: 'note-registered',
  direction: 'in',
  number: '14',
  date: '2034-01-09',
  participant: 'ERE',
  decision: 'lights',
  says: 'On harbour lights.',
  ...more,
})
const begun = () => {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level: 'council' }))
  return session
}

describe('who registers a note, and once', () => {
  const cases = [
    { says: 'the Secretariat', by: secretariat, more: {}, refused: undefined },
    { says: 'the chair', by: of('UTO'), more: {}, refused: 'not-your-act' },
    { says: 'the delegation itself', by: of('ERE'), more: {}, refused: 'not-your-act' },
    { says: 'the public', by: { kind: 'public' } as const, more: {}, refused: 'not-your-act' },
    { says: 'about nothing on record', by: secretariat, more: { decision: 'lamps' }, refused: 'unknown-proposal' },
    { says: 'about nothing in particular', by: secretariat, more: { decision: undefined }, refused: undefined },
    { says: 'from nobody on record', by: secretariat, more: { participant: 'XXX' }, refused: 'unknown-participant' },
  ]
  for (const { says, by, more, refused } of cases)
    test(says, () => expect(begun().submit(by, note(more))?.refused).toBe(refused))
  const again = [
    { says: 'the same again', more: {}, refused: 'already-so' },
    { says: 'of another day', more: { date: '2034-01-08' }, refused: undefined },
    { says: 'of another capital', more: { participant: 'ARC' }, refused: undefined },
    { says: 'the other way', more: { direction: 'out' }, refused: undefined },
    { says: 'another number', more: { number: '15' }, refused: undefined },
  ]
  for (const { says, more, refused } of again) {
    test(says, () => {
      const session = begun()
      session.enter(secretariat, note())
      expect(session.submit(secretariat, note(more))?.refused).toBe(refused)
    })
  }
})

describe('who sees which, and what was entered from it', () => {
  const session = begun()
  session.enter(secretariat, note())
  session.enter(secretariat, note({ participant: 'LIL', number: '3' }))
  const entered = session.enter(
    secretariat,
    position('ERE', 'objects', { fromNote: { number: '14', date: '2034-01' } }),
  )
  session.enter(of('ARC'), position('ARC', 'no-objection'))
  const seen = (seat: Parameters<typeof notesFor>[1]) => notesFor(session.circle, seat, session.now)
  test('the Secretariat all, a delegation its own, nobody else any', () => {
    expect(seen(secretariat).map(({ entry, isWaiting }) => [entry.act.participant, isWaiting])).toEqual([
      ['ERE', false],
      ['LIL', true],
    ])
    expect(seen(of('ERE')).map(({ entry }) => entry.act.participant)).toEqual(['ERE'])
    for (const one of [of('ARC'), of('UTO'), of('BEN'), { kind: 'public' } as const]) expect(seen(one)).toEqual([])
  })
  test('what was entered, and confirmed by the delegation', () => {
    expect(seen(of('ERE'))[0]?.entered.map(({ entry, isConfirmed }) => [entry.id, isConfirmed])).toEqual([
      [entered, false],
    ])
    session.enter(of('ERE'), { kind: 'entry-confirmed', decision: 'lights', participant: 'ERE', confirms: entered })
    expect(seen(secretariat)[0]?.entered).toMatchObject([{ isConfirmed: true }])
  })
})

describe('the number for the next note that goes out', () => {
  const cases = [
    { last: undefined, next: '1' },
    { last: { number: '9', date: '2034-01-09' }, next: '10' },
    { last: { number: 'S/2034/9', date: '2034-01-09' }, next: 'S/2034/10' },
    { last: { number: '12/2034', date: '2034-01-08' }, next: '13/2034' },
    { last: { number: '112/2033', date: '2033-12-30' }, next: '1/2034' },
    { last: { number: 'S/2033/112', date: '2033-12-30' }, next: 'S/2034/1' },
    { last: { number: '041', date: '2033-12-30' }, next: '042' },
    { last: { number: 'verbal', date: '2034-01-09' }, next: 'verbal/2' },
  ]
  for (const { last, next } of cases) {
    test(`after ${last?.number ?? 'none'}: ${next}`, () => {
      const session = begun()
      session.enter(secretariat, note({ number: '77' }))
      if (last) session.enter(secretariat, note({ direction: 'out', ...last }))
      expect(nextOutgoing(session.circle)).toBe(next)
    })
  }
})
