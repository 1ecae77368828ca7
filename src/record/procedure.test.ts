import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import { decisionOf } from './procedure/decisions.ts'
import { silenceOf, standOf } from './stand.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const chair = of('UTO')

/** A session in which a proposal stands before a body, with nobody's position on it yet. */
function proposedIn(level: string): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level }))
  return session
}

function meetingOf(session: Session, meeting = 'm'): void {
  session.enter(chair, { kind: 'meeting-opened', meeting, body: 'council', format: 'expanded' })
  for (const participant of six)
    session.enter(chair, { kind: 'presence-noted', meeting, participant, presence: 'present' })
  session.enter(chair, {
    kind: 'question-put',
    meeting,
    decision: 'lights',
    revision: session.negotiation().current.number,
  })
}

function adopt(session: Session, more: Record<string, unknown> = {}) {
  const { kind = 'decision-recorded', ...rest } = more
  return session.submit(chair, {
    kind: kind as string,
    outcome: 'adopted',
    meeting: 'm',
    ...decisionOf(session.negotiation(), 'meeting'),
    ...rest,
  })
}

describe('from experts to the Council: a reserve, an objection lifted by a revision, ad referendum, one outside', () => {
  test('the whole way', () => {
    const session = proposedIn('experts')
    for (const one of six) session.enter(of(one), position(one, one === 'ERE' ? 'objects' : 'no-objection'))
    const forward = { kind: 'proposal-forwarded', decision: 'lights', to: 'coordinators' }
    expect(session.submit(chair, { ...forward, revision: 1 })).toMatchObject({ refused: 'not-agreed-here' })
    const paragraphs = [
      { number: '1', text: { en: 'Every harbour shows a light.' } },
      { number: '2', text: { en: 'The light is white.' } },
    ]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    expect(session.submit(of('ERE'), position('ERE', 'no-objection'))).toMatchObject({ refused: 'stale-revision' })
    for (const one of six) session.enter(of(one), position(one, 'no-objection', { revision: 2 }))
    session.enter(chair, { ...forward, revision: 2 })
    expect(session.negotiation().level).toBe('coordinators')
    session.enter(of('LIL'), position('LIL', 'reserves', { revision: 2, wouldLift: 'a word from the ministry' }))
    expect(
      standOf(session.circle, session.negotiation(), 'coordinators', session.circle.organisation.day),
    ).toMatchObject({
      outcome: 'open',
    })
    session.enter(of('LIL'), position('LIL', 'no-objection', { revision: 2 }))
    session.enter(chair, { ...forward, to: 'council', revision: 2 })
    session.enter(of('BRO'), position('BRO', 'ad-referendum', { revision: 2, confirmBy: '2034-01-20' }))
    session.enter(of('RUR'), position('RUR', 'does-not-take-part', { revision: 2 }))
    expect(adopt(session)).toMatchObject({ refused: 'not-put' })
    meetingOf(session)
    expect(adopt(session)).toMatchObject({ refused: 'not-adopted' })
    session.enter(of('BRO'), position('BRO', 'no-objection', { revision: 2 }))
    session.enter(of('LIL'), {
      kind: 'statement-made',
      decision: 'lights',
      participant: 'LIL',
      type: 'reservation',
      paragraphs: ['2'],
      says: 'Not in fog.',
    })
    expect(adopt(session, { number: 'C/2034/2' })).toMatchObject({ refused: 'number-not-due' })
    expect(adopt(session, { number: 'C/2034/1' })).toBeUndefined()
    const { decided, number } = session.negotiation()
    expect(decided?.act.outside).toEqual(['RUR'])
    expect(number).toBe('C/2034/1')
    expect(session.submit(of('ERE'), position('ERE', 'objects', { revision: 2 }))).toMatchObject({ refused: 'closed' })
    expect(
      session.submit(of('ERE'), { kind: 'decision-joined', decision: 'lights', participant: 'ERE' }),
    ).toMatchObject({
      refused: 'was-not-outside',
    })
    session.enter(of('RUR'), { kind: 'decision-joined', decision: 'lights', participant: 'RUR' })
    expect(session.negotiation().joined).toHaveLength(1)
  })
})

describe('who stays outside', () => {
  const cases = [
    { says: 'all but one, and it is adopted for that one', outside: six.slice(1), refused: undefined },
    { says: 'everyone, and there is nobody for whom to decide', outside: six, refused: 'not-adopted' },
  ]
  for (const { says, outside, refused } of cases) {
    test(says, () => {
      const session = proposedIn('council')
      for (const one of outside) session.enter(of(one), position(one, 'does-not-take-part'))
      meetingOf(session)
      expect(adopt(session)?.refused).toBe(refused)
    })
  }
})

describe('silence, to the millisecond', () => {
  const opensAt = '2034-01-10T09:00:00.000Z'
  const expiresAt = '2034-01-13T09:00:00.000Z'
  const opened = () => {
    const session = proposedIn('council')
    session.enter(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, opensAt, expiresAt })
    return session
  }
  const cases = [
    { says: 'an objection a millisecond before expiry breaks it', at: '2034-01-13T08:59:59.999Z', outcome: 'broken' },
    { says: 'an objection at expiry is too late', at: expiresAt, refused: 'too-late', outcome: 'adopted' },
  ] as const
  for (const { says, at, outcome, ...rest } of cases) {
    test(says, () => {
      const session = opened()
      session.at(at)
      const refusal = session.submit(of('ERE'), position('ERE', 'objects'))
      expect(refusal?.refused).toBe('refused' in rest ? rest.refused : undefined)
      session.at('2034-01-14T09:00:00Z')
      expect(silenceOf(session.circle, session.negotiation(), session.now)?.outcome).toBe(outcome)
      const decided = adopt(session, { ...decisionOf(session.negotiation(), 'silence'), meeting: undefined })
      expect(decided?.refused).toBe(outcome === 'adopted' ? undefined : 'silence-not-over')
    })
  }
  test('recorded days later, it was adopted on the day on which it expired, and is recorded once', () => {
    const session = opened()
    session.at('2034-01-16T09:00:00Z')
    const decision = { ...decisionOf(session.negotiation(), 'silence'), meeting: undefined }
    expect(adopt(session, { ...decision, on: '2034-01-14' })).toMatchObject({ refused: 'not-that-day' })
    expect(adopt(session, { ...decision, on: '2034-01-16' })).toMatchObject({ refused: 'not-that-day' })
    expect(adopt(session, decision)).toBeUndefined()
    expect(session.negotiation().decided?.act.on).toBe('2034-01-13')
    expect(adopt(session, decision)).toMatchObject({ refused: 'closed' })
  })
  test('it runs 72 hours at least: one millisecond less is refused', () => {
    const session = proposedIn('council')
    const short = {
      kind: 'silence-opened',
      decision: 'lights',
      revision: 1,
      opensAt,
      expiresAt: '2034-01-13T08:59:59.999Z',
    }
    expect(session.submit(chair, short)).toMatchObject({ refused: 'period-too-short' })
  })
  describe('where it is announced at a meeting, until the instant that the chair names', () => {
    const announced = () =>
      new Session((act) =>
        act.kind === 'rule-stated' && act.computes?.kind === 'silence'
          ? { ...act, computes: { ...act.computes, period: 'announced', announcedAt: 'meeting' } }
          : act,
      )
    const inASecond = { opensAt, expiresAt: '2034-01-10T09:00:01.000Z' }
    const announce = { kind: 'silence-opened', decision: 'lights', revision: 1, ...inASecond }
    const meets = (body: string) => ({ kind: 'meeting-opened', meeting: 'm', body, format: 'expanded' })
    const rows = [
      { says: 'no meeting', acts: [], refused: 'not-at-a-meeting' },
      { says: 'a meeting of another body', acts: [meets('experts')], refused: 'not-at-a-meeting' },
      { says: 'a meeting that sits', acts: [meets('council')], refused: undefined },
      {
        says: 'a meeting that was closed',
        acts: [meets('council'), { kind: 'meeting-closed', meeting: 'm' }],
        refused: 'not-at-a-meeting',
      },
    ]
    for (const { says, acts, refused } of rows) {
      test(says, () => {
        const session = announced()
        session.enter(of('ARC'), proposal({ level: 'council' }))
        for (const act of acts) session.enter(chair, act)
        expect(session.submit(chair, announce)?.refused).toBe(refused)
      })
    }
    test('an expiry at the opening is refused', () => {
      const session = announced()
      session.enter(of('ARC'), proposal({ level: 'council' }))
      session.enter(chair, meets('council'))
      expect(session.submit(chair, { ...announce, expiresAt: opensAt })?.refused).toBe('period-too-short')
    })
  })
  test('any change of the text ends it', () => {
    const session = opened()
    session.at('2034-01-11T09:00:00Z')
    const paragraphs = [{ number: '1', text: { en: 'Every harbour shows a light!' } }]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    session.at('2034-01-14T09:00:00Z')
    expect(silenceOf(session.circle, session.negotiation(), session.now)?.outcome).toBe('ended-by-change')
  })
  test('where the constitution has none for a body, it is not offered', () => {
    const session = proposedIn('experts')
    expect(
      session.submit(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, opensAt, expiresAt }),
    ).toMatchObject({ refused: 'no-silence-here' })
  })
  test('the public, another delegation, and one that only has the papers', () => {
    const session = opened()
    expect(session.submit({ kind: 'public' }, position('ERE', 'objects'))).toMatchObject({ refused: 'not-your-act' })
    expect(session.submit(of('ARC'), position('ERE', 'objects'))).toMatchObject({ refused: 'not-your-act' })
    expect(session.submit(of('BEN'), position('BEN', 'objects'))).toMatchObject({
      refused: expect.stringMatching(/no-say|unknown-proposal/),
    })
    expect(session.submit(secretariat, position('ERE', 'objects'))).toMatchObject({ refused: 'note-missing' })
    session.enter(secretariat, position('ERE', 'objects', { fromNote: { number: '17', date: '2034-01-09' } }))
  })
})
