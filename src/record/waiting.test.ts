import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import type { Day, Instant } from '../rules/index.ts'
import { decisionOf } from './procedure/decisions.ts'
import type { Seat } from './seat.ts'
import { changesFor, urgencyOf, type WaitingItem, waitingFor } from './waiting.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const chair = of('UTO')

function begun(level = 'council', more: object = {}): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level, ...more }))
  return session
}

const waits = (session: Session, seat: Seat): WaitingItem[] => waitingFor(session.circle, seat, session.now)
const kinds = (session: Session, seat: Seat) => waits(session, seat).map(({ kind }) => kind)
const only = (session: Session, seat: Seat, kind: string) => waits(session, seat).filter((one) => one.kind === kind)

function revise(session: Session, revision = 2): void {
  const paragraphs = [{ number: '1', text: { en: `A light, revised ${revision}.` } }]
  session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision, paragraphs })
}

function sit(session: Session): void {
  session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'expanded' })
}

function adopt(session: Session, more: object = {}): void {
  sit(session)
  session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant: 'UTO', presence: 'present' })
  const revision = session.negotiation().current.number
  session.enter(chair, { kind: 'question-put', meeting: 'm', decision: 'lights', revision })
  const act = { kind: 'decision-recorded', outcome: 'adopted', meeting: 'm' }
  session.enter(chair, { ...act, ...decisionOf(session.negotiation(), 'meeting'), ...more })
}

describe('how pressing something is', () => {
  const at = '2034-01-10T10:00:00.000Z' as Instant
  const today = '2034-01-10' as Day
  const cases = [
    { says: 'nothing said of when', due: undefined, is: 'open' },
    { says: 'an instant that is now', due: '2034-01-10T10:00:00.000Z', is: 'overdue' },
    { says: 'a millisecond later', due: '2034-01-10T10:00:00.001Z', is: 'soon' },
    { says: 'in 24 hours', due: '2034-01-11T10:00:00.000Z', is: 'soon' },
    { says: 'a millisecond more', due: '2034-01-11T10:00:00.001Z', is: 'open' },
    { says: 'yesterday', due: '2034-01-09', is: 'overdue' },
    { says: 'today, which is not over', due: '2034-01-10', is: 'soon' },
    { says: 'tomorrow', due: '2034-01-11', is: 'soon' },
    { says: 'the day after', due: '2034-01-12', is: 'open' },
  ] as const
  test.each(cases)('$says: $is', ({ due, is }) => {
    expect(urgencyOf(due as Day | undefined, at, today)).toBe(is)
  })
})

describe('a position', () => {
  test('is asked of whoever has a say until it is taken, and again of each revision', () => {
    const session = begun()
    expect(only(session, of('ERE'), 'position-asked')).toMatchObject([{ decision: 'lights', revision: 1 }])
    expect(only(session, of('ERE'), 'position-asked')[0]?.again).toBeUndefined()
    session.enter(of('ERE'), position('ERE', 'no-objection'))
    expect(kinds(session, of('ERE'))).toEqual([])
    revise(session)
    expect(only(session, of('ERE'), 'position-asked')).toMatchObject([
      { revision: 2, again: true, stands: 'no-objection' },
    ])
  })
  test('is not asked of the public, of who has no say, or once it is decided or withdrawn', () => {
    const session = begun()
    expect(waits(session, { kind: 'public' })).toEqual([])
    expect(kinds(session, of('LAP'))).toEqual([])
    expect(kinds(session, of('BEN'))).not.toContain('position-asked')
    session.enter(of('ARC'), { kind: 'proposal-withdrawn', decision: 'lights' })
    expect([...six.flatMap((id) => kinds(session, of(id))), ...kinds(session, secretariat)]).toEqual([])
  })
  test('a reserve or an objection of one’s own stands until a revision asks again', () => {
    const session = begun()
    session.enter(of('ERE'), position('ERE', 'reserves', { paragraphs: ['2'] }))
    expect(waits(session, of('ERE'))).toMatchObject([
      { kind: 'own-position-stands', stands: 'reserves', paragraphs: ['2'], urgency: 'open' },
    ])
    revise(session)
    expect(waits(session, of('ERE'))).toMatchObject([{ kind: 'position-asked', again: true, stands: 'reserves' }])
  })
  test('agreement ad referendum: to its day it may be confirmed, and what lapse means is said', () => {
    const session = begun()
    session.enter(of('ERE'), position('ERE', 'ad-referendum', { confirmBy: '2034-01-12' }))
    const [item] = only(session, of('ERE'), 'ad-referendum')
    expect(item).toMatchObject({ due: '2034-01-12', urgency: 'open' })
    expect(item?.reasons?.[0]?.text).toContain('not confirmed by 2034-01-12 and counts as no objection')
    session.at('2034-01-11T10:00:00Z')
    expect(only(session, of('ERE'), 'ad-referendum')[0]?.urgency).toBe('soon')
    session.at('2034-01-12T10:00:00Z')
    expect(only(session, of('ERE'), 'ad-referendum')[0]?.urgency).toBe('soon')
    session.at('2034-01-13T10:00:00Z')
    expect(only(session, of('ERE'), 'ad-referendum')[0]?.urgency).toBe('overdue')
    session.enter(of('ERE'), position('ERE', 'no-objection'))
    expect(kinds(session, of('ERE'))).toEqual([])
  })
})

describe('silence', () => {
  const opensAt = '2034-01-10T09:00:00.000Z'
  const expiresAt = '2034-01-13T09:00:00.000Z'
  const opened = () => {
    const session = begun()
    session.enter(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, opensAt, expiresAt })
    return session
  }
  test('announced: a position by its expiry', () => {
    const session = opened()
    expect(only(session, of('ERE'), 'position-asked')).toMatchObject([{ due: expiresAt, urgency: 'open' }])
    session.at(opensAt)
    expect(kinds(session, of('ERE'))).toEqual(['silence-runs'])
  })
  const times = [
    { at: '2034-01-12T08:59:59.999Z', urgency: ['open'] },
    { at: '2034-01-12T09:00:00.000Z', urgency: ['soon'] },
    { at: '2034-01-13T08:59:59.999Z', urgency: ['soon'] },
    { at: '2034-01-13T09:00:00.000Z', urgency: [] },
  ]
  test.each(times)('without a position of one’s own on file, at $at', ({ at, urgency }) => {
    const session = opened()
    session.at(at)
    expect(only(session, of('ERE'), 'silence-runs').map((one) => one.urgency)).toEqual(urgency)
    // Whoever has spoken is not asked.
    const spoken = opened()
    spoken.enter(of('ERE'), position('ERE', 'no-objection'))
    spoken.at(at)
    expect(kinds(spoken, of('ERE'))).toEqual([])
  })
  test('the chair is told who has not answered, and at the expiry that it is to be recorded', () => {
    const session = opened()
    for (const one of ['ARC', 'BRO', 'UTO']) session.enter(of(one), position(one, 'no-objection'))
    session.at('2034-01-13T08:59:59.999Z')
    expect(only(session, chair, 'not-answered')).toMatchObject([
      { participants: ['ERE', 'LIL', 'RUR'], due: expiresAt, urgency: 'soon' },
    ])
    expect(only(session, chair, 'silence-expired')).toEqual([])
    session.at(expiresAt)
    for (const seat of [chair, secretariat]) {
      expect(only(session, seat, 'not-answered')).toEqual([])
      expect(only(session, seat, 'silence-expired')).toMatchObject([{ since: expiresAt, urgency: 'soon' }])
    }
    expect(kinds(session, of('ERE'))).toEqual([])
    // No rule says by when it is to be recorded: it is never overdue.
    session.at('2034-02-13T09:00:00.000Z')
    const [later] = only(session, chair, 'silence-expired')
    expect(later).toMatchObject({ since: expiresAt, urgency: 'soon' })
    expect(later).not.toHaveProperty('due')
    const decided = { kind: 'decision-recorded', outcome: 'adopted', ...decisionOf(session.negotiation(), 'silence') }
    session.enter(chair, decided)
    expect(kinds(session, chair)).toEqual(['number-missing'])
    session.enter(chair, { kind: 'decision-numbered', decision: 'lights', number: 'C/2034/1' })
    expect(kinds(session, chair)).toEqual([])
  })
  test('extended, it is the same thing that waits, with a later date', () => {
    const session = opened()
    session.at('2034-01-11T09:00:00Z')
    const [before] = only(session, of('ERE'), 'silence-runs')
    session.enter(chair, { kind: 'silence-extended', decision: 'lights', until: '2034-01-15T09:00:00.000Z' })
    const [after] = only(session, of('ERE'), 'silence-runs')
    expect(after).toMatchObject({ id: before?.id, due: '2034-01-15T09:00:00.000Z' })
    expect(after?.version).toBeGreaterThan(before?.version as number)
  })
})

describe('what came from a note', () => {
  const fromNote = { number: '17', date: '2034-01-09' }
  test('waits for the delegation at once and for the Secretariat after seven days', () => {
    const session = begun()
    session.enter(secretariat, position('ERE', 'no-objection', { fromNote }))
    expect(only(session, of('ERE'), 'entry-to-confirm')).toMatchObject([{ act: 'position-taken', number: '17' }])
    expect(kinds(session, of('LIL'))).not.toContain('entry-to-confirm')
    session.at('2034-01-16T09:59:59.999Z')
    expect(only(session, secretariat, 'note-not-confirmed')).toEqual([])
    session.at('2034-01-16T10:00:00.000Z')
    expect(only(session, secretariat, 'note-not-confirmed')).toMatchObject([
      { participants: ['ERE'], urgency: 'overdue' },
    ])
    expect(kinds(session, chair)).not.toContain('note-not-confirmed')
    const confirms = only(session, of('ERE'), 'entry-to-confirm')[0]?.id.split('/').at(-1)
    session.enter(of('ERE'), { kind: 'entry-confirmed', decision: 'lights', participant: 'ERE', confirms })
    expect(kinds(session, of('ERE'))).toEqual([])
    expect(only(session, secretariat, 'note-not-confirmed')).toEqual([])
  })
  test('is settled as well by saying otherwise', () => {
    const session = begun()
    session.enter(secretariat, position('ERE', 'no-objection', { fromNote }))
    session.enter(of('ERE'), position('ERE', 'objects'))
    expect(kinds(session, of('ERE'))).toEqual(['own-position-stands'])
  })
  test('a note in of which nothing was entered waits for the Secretariat alone', () => {
    const session = begun()
    const note = { kind: 'note-registered', direction: 'in', number: '17', date: '2034-01-09', participant: 'ERE' }
    session.enter(secretariat, { ...note, decision: 'lights', says: 'No objection.' })
    session.enter(secretariat, { ...note, number: '18', direction: 'out', decision: 'lights', says: 'Thanks.' })
    expect(only(session, secretariat, 'note-without-act')).toMatchObject([{ number: '17', participants: ['ERE'] }])
    expect(kinds(session, chair)).not.toContain('note-without-act')
    session.enter(secretariat, position('LIL', 'no-objection', { fromNote }))
    expect(only(session, secretariat, 'note-without-act')).toHaveLength(1)
    session.enter(secretariat, position('ERE', 'no-objection', { fromNote }))
    expect(only(session, secretariat, 'note-without-act')).toEqual([])
  })
})

describe('whoever has the chair', () => {
  test('forwards what everyone agreed to, with all answers in', () => {
    const session = begun('experts')
    for (const one of six.slice(1)) session.enter(of(one), position(one, 'no-objection'))
    expect(only(session, chair, 'not-answered')).toMatchObject([{ participants: ['ARC'] }])
    expect(kinds(session, chair)).not.toContain('ready-to-forward')
    session.enter(of('ARC'), position('ARC', 'no-objection'))
    expect(kinds(session, chair)).toEqual(['ready-to-forward'])
    expect(kinds(session, of('ERE'))).toEqual([])
    session.enter(of('ERE'), position('ERE', 'objects'))
    expect(kinds(session, chair)).toEqual([])
    const openPoints = [{ paragraph: '2', says: 'Green or white.' }]
    session.enter(chair, {
      kind: 'proposal-forwarded',
      decision: 'lights',
      revision: 1,
      to: 'coordinators',
      openPoints,
    })
    expect(only(session, chair, 'open-points')).toMatchObject([{ paragraphs: ['2'], body: 'coordinators' }])
    revise(session)
    expect(only(session, chair, 'open-points')).toEqual([])
  })
  test('puts it in the body that decides, and records it once it is put', () => {
    const session = begun()
    for (const one of six) session.enter(of(one), position(one, 'no-objection'))
    expect(kinds(session, chair)).toEqual(['ready-to-put'])
    adopt(session)
    expect(kinds(session, secretariat)).toEqual(['number-missing'])
    session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
    expect(only(session, secretariat, 'record-not-published')).toMatchObject([{ meeting: 'm', body: 'council' }])
    expect(kinds(session, of('ERE'))).toEqual([])
  })
  test('between the question and the record', () => {
    const session = begun()
    for (const one of six) session.enter(of(one), position(one, 'no-objection'))
    sit(session)
    session.enter(chair, { kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 })
    expect(kinds(session, secretariat)).toEqual(['ready-to-decide'])
  })
})

describe('what else waits for a delegation', () => {
  test('a meeting that sits, until it is noted as absent or the meeting is closed', () => {
    const session = begun()
    sit(session)
    const sits = (id: string) => only(session, of(id), 'meeting-sits')
    expect(sits('ERE')).toMatchObject([{ presence: 'not-noted', urgency: 'soon', body: 'council' }])
    const noted = { kind: 'presence-noted', meeting: 'm', participant: 'ERE' }
    session.enter(of('ERE'), { ...noted, presence: 'present' })
    expect(sits('ERE')).toMatchObject([{ presence: 'noted', urgency: 'open' }])
    session.enter(chair, { ...noted, presence: 'absent' })
    expect(sits('ERE')).toEqual([])
    expect(sits('LAP')).toEqual([])
    expect(sits('LIL')).toHaveLength(1)
    session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
    expect(sits('LIL')).toEqual([])
  })
  test('an amendment to the text that it proposed, on the revision as it stands', () => {
    const session = begun()
    const amendment = { kind: 'amendment-proposed', decision: 'lights', participant: 'ERE', revision: 1 }
    session.enter(of('ERE'), { ...amendment, paragraph: '2', text: { en: 'The light is white.' } })
    expect(only(session, of('ARC'), 'amendment-to-own-text')).toMatchObject([
      { participants: ['ERE'], paragraphs: ['2'] },
    ])
    expect(kinds(session, of('ERE'))).not.toContain('amendment-to-own-text')
    revise(session)
    expect(kinds(session, of('ARC'))).toEqual(['position-asked'])
  })
  test('its own procedures before a signature, and what it has undertaken', () => {
    const session = begun()
    for (const one of six) {
      session.enter(of(one), position(one, one === 'RUR' ? 'does-not-take-part' : 'no-objection'))
    }
    adopt(session, { number: 'C/2034/1' })
    session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
    const signed = { kind: 'signature-planned', decision: 'lights', level: 'ministers', form: 'treaty' }
    session.enter(chair, { ...signed, languages: ['en'] })
    expect(kinds(session, of('ERE'))).toEqual(['procedures-open'])
    expect(kinds(session, of('RUR'))).toEqual([])
    session.enter(of('ERE'), { kind: 'procedures-completed', decision: 'lights', participant: 'ERE' })
    expect(kinds(session, of('ERE'))).toEqual([])
    const undertaken = { kind: 'commitment-made', decision: 'lights', paragraph: '1', what: 'Light the harbours' }
    session.enter(chair, { ...undertaken, commitment: 'near', who: ['ERE'], due: '2034-02-08' })
    session.enter(chair, { ...undertaken, commitment: 'far', who: ['ERE'], due: '2034-02-09' })
    expect(waits(session, of('ERE'))).toMatchObject([{ kind: 'commitment-due', due: '2034-02-08', urgency: 'open' }])
    session.at('2034-02-09T10:00:00Z')
    expect(waits(session, of('ERE')).map(({ urgency }) => urgency)).toEqual(['overdue', 'soon'])
    expect(kinds(session, of('LIL'))).toEqual(['procedures-open'])
  })
})

describe('in order, and to nobody what is not theirs', () => {
  const seatsThatDoNotChair = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR']
  const stands = fc.constantFrom('no-objection', 'stands-aside', 'objects', 'reserves', 'does-not-take-part')
  const said = fc.array(fc.record({ who: fc.constantFrom(...six), is: stands }), { maxLength: 12 })

  test('a delegation’s list and news do not change with the positions that others have not opened', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...seatsThatDoNotChair), fc.boolean(), (heard, own, silence) => {
        // That silence was broken is told to everyone to whom the text is open.
        const positions = silence ? heard.filter(({ who, is }) => who === own || is !== 'objects') : heard
        const play = (which: typeof positions) => {
          const session = begun()
          if (silence) {
            const times = { opensAt: '2034-01-10T09:00:00.000Z', expiresAt: '2034-01-13T09:00:00.000Z' }
            session.enter(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, ...times })
          }
          for (const { who, is } of which) session.submit(of(who), position(who, is))
          const { circle, now, fold } = session
          const news = changesFor(fold, circle, of(own), 0, now).map(({ act }) => [
            act.kind,
            'participant' in act && act.participant,
          ])
          const strip = ({ id: _, ...item }: WaitingItem) => item
          return { items: waitingFor(circle, of(own), now).map(strip), news }
        }
        expect(play(positions)).toEqual(play(positions.filter(({ who }) => who === own)))
      }),
      { numRuns: 40 },
    )
  })
  test('the most pressing first', () => {
    fc.assert(
      fc.property(said, fc.constantFrom<Seat>(of('ERE'), chair, secretariat), (positions, seat) => {
        const session = begun()
        for (const { who, is } of positions) session.submit(of(who), position(who, is))
        sit(session)
        const items = waits(session, seat)
        const rank = items.map(({ urgency }) => ['overdue', 'soon', 'open'].indexOf(urgency))
        expect(rank).toEqual([...rank].sort())
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what changed', () => {
  test('since a position, the newest first, and only what may be seen', () => {
    const session = begun()
    const before = session.fold.position
    session.enter(of('ERE'), position('ERE', 'objects'))
    session.enter(of('LIL'), position('LIL', 'no-objection'))
    revise(session)
    const seen = (seat: Seat, since = before) =>
      changesFor(session.fold, session.circle, seat, since, session.now).map(({ act }) => act.kind)
    expect(seen(of('ERE'))).toEqual(['revision-made', 'position-taken'])
    expect(seen(of('ARC'))).toEqual(['revision-made'])
    expect(seen(secretariat)).toEqual(['revision-made', 'position-taken', 'position-taken'])
    expect(seen({ kind: 'public' }, 0)).toEqual([])
    expect(seen(of('ARC'), before - 1)).toEqual(['revision-made', 'proposal-made'])
  })
  test('at most a hundred', () => {
    const session = begun()
    for (let number = 2; number <= 120; number += 1) revise(session, number)
    const found = changesFor(session.fold, session.circle, of('ARC'), 0, session.now)
    expect(found).toHaveLength(100)
    expect(found[0]?.position).toBe(session.fold.position)
  })
})
