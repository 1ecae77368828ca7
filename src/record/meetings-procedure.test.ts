import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import type { Day } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { Circle } from './circle.ts'
import { liveMeeting } from './live-meeting.ts'
import { meetingHeldOf } from './meeting-held.ts'
import { answeredAt } from './negotiation.ts'
import { decisionOf } from './procedure/decisions.ts'
import type { Seat } from './seat.ts'
import { seatingIn } from './seating.ts'
import { standOf } from './stand.ts'
import { negotiationSeen } from './visible.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const chair = of('UTO')

/** A meeting of a body that sits, with some noted as present, and a proposal before the body. */
function sits(body: string, present: readonly string[], more: Record<string, unknown> = {}): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ body, level: body, ...more }))
  session.enter(chair, {
    kind: 'meeting-opened',
    meeting: 'm',
    body,
    format: 'expanded',
    number: 12,
    city: 'Lantern Bay',
  })
  for (const one of present) session.enter(of(one), presence(one))
  return session
}

const presence = (participant: string, is = 'present') => ({
  kind: 'presence-noted',
  meeting: 'm',
  participant,
  presence: is,
})
const put = (revision = 1) => ({ kind: 'question-put', meeting: 'm', decision: 'lights', revision })
const called = (participant: string, is: string, more = {}) => position(participant, is, { meeting: 'm', ...more })
const close = { kind: 'meeting-closed', meeting: 'm' }

function decide(session: Session, outcome: 'adopted' | 'not-adopted', seat: Seat = chair) {
  const fields = decisionOf(session.negotiation(), 'meeting')
  return session.submit(seat, { kind: 'decision-recorded', outcome, meeting: 'm', ...fields })
}

const refusedBy = (refused: string) => expect.objectContaining({ refused })

describe('what is done at a meeting, and by whom', () => {
  const acts = [
    { says: 'its presence: the delegation itself', act: presence('ERE'), seat: of('ERE') },
    { says: 'its presence: the chair', act: presence('ERE'), seat: chair },
    { says: 'its presence: another', act: presence('ERE'), seat: of('ARC'), refused: 'not-the-chair' },
    { says: 'presence of whoever may not attend', act: presence('LAP'), seat: chair, refused: 'may-not-attend' },
    { says: 'presence noted twice', act: presence('ARC'), seat: of('ARC'), refused: 'already-so' },
    { says: 'presence as something else', act: { ...presence('ARC'), level: 'a minister' }, seat: of('ARC') },
    { says: 'whoever was there leaves', act: presence('ARC', 'absent'), seat: of('ARC') },
    {
      says: 'another sitting: the chair',
      act: { kind: 'sitting-changed', meeting: 'm', format: 'narrow' },
      seat: chair,
    },
    {
      says: 'another sitting: a delegation',
      act: { kind: 'sitting-changed', meeting: 'm', format: 'narrow' },
      seat: of('ARC'),
      refused: 'not-the-chair',
    },
    {
      says: 'the same sitting again',
      act: { kind: 'sitting-changed', meeting: 'm', format: 'expanded' },
      seat: chair,
      refused: 'already-so',
    },
    {
      says: 'a line of its own',
      act: { kind: 'minutes-noted', meeting: 'm', participant: 'ARC', says: 'So.' },
      seat: of('ARC'),
    },
    {
      says: 'a line of its own, not present',
      act: { kind: 'minutes-noted', meeting: 'm', participant: 'ERE', says: 'So.' },
      seat: of('ERE'),
      refused: 'not-present',
    },
    {
      says: 'a line of another',
      act: { kind: 'minutes-noted', meeting: 'm', participant: 'ERE', says: 'So.' },
      seat: of('ARC'),
      refused: 'not-the-chair',
    },
    {
      says: 'a line of another, by the Secretariat',
      act: { kind: 'minutes-noted', meeting: 'm', participant: 'ERE', says: 'So.' },
      seat: secretariat,
    },
    {
      says: 'a line on an item that is not there',
      act: { kind: 'minutes-noted', meeting: 'm', decision: 'nothing', says: 'So.' },
      seat: chair,
      refused: 'unknown-proposal',
    },
    { says: 'the question: the chair', act: put(), seat: chair },
    { says: 'the question: the Secretariat', act: put(), seat: secretariat },
    { says: 'the question: a delegation', act: put(), seat: of('ARC'), refused: 'not-the-chair' },
    { says: 'the question on another revision', act: put(2), seat: chair, refused: 'stale-revision' },
    { says: 'closing: a delegation', act: close, seat: of('ARC'), refused: 'not-the-chair' },
    {
      says: 'anything by the public',
      act: presence('ARC'),
      seat: { kind: 'public' } as const,
      refused: 'not-your-act',
    },
    { says: 'closing: by the chair', act: close, seat: chair },
  ] as const
  test.each(acts)('$says', ({ act, seat, ...rest }) => {
    const refusal = sits('council', ['ARC']).submit(seat, act)
    expect(refusal?.refused).toBe('refused' in rest ? rest.refused : undefined)
  })
  test('nothing after it is closed', () => {
    const session = sits('council', ['ARC'])
    session.enter(chair, put())
    session.enter(chair, close)
    const minute = { kind: 'minutes-noted', meeting: 'm', says: 'Late.' }
    for (const act of [presence('ERE'), put(), close, minute]) {
      expect(session.submit(chair, act), act.kind).toEqual(refusedBy('meeting-over'))
    }
    expect(session.submit(of('ARC'), called('ARC', 'objects'))).toEqual(refusedBy('meeting-over'))
    expect(decide(session, 'adopted')).toEqual(refusedBy('not-put'))
  })
  test('of a text that is before another body the question is not put', () => {
    const session = new Session()
    session.enter(of('ARC'), proposal({ level: 'coordinators' }))
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'narrow' })
    expect(session.submit(chair, put())).toEqual(refusedBy('not-at-this-level'))
  })
  test('put twice it is one question; at the next meeting it is another', () => {
    const session = sits('council', ['ARC'])
    session.enter(chair, put())
    expect(session.submit(chair, put())).toEqual(refusedBy('already-so'))
    session.enter(chair, close)
    session.enter(chair, { kind: 'meeting-opened', meeting: 'next', body: 'council', format: 'narrow' })
    session.enter(chair, { ...put(), meeting: 'next' })
  })
  test('an agenda names proposals that are there', () => {
    const session = new Session()
    const opening = { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'narrow' }
    const agenda = [{ title: 'Something', decision: 'nothing' }]
    expect(session.submit(chair, { ...opening, agenda })).toEqual(refusedBy('unknown-proposal'))
  })
})

describe('a position taken in the room', () => {
  test('before the question is put, without being present, on an older revision', () => {
    const session = sits('council', ['ARC'])
    expect(session.submit(of('ARC'), called('ARC', 'objects'))).toEqual(refusedBy('not-put'))
    session.enter(chair, put())
    expect(session.submit(of('ERE'), called('ERE', 'objects'))).toEqual(refusedBy('not-present'))
    expect(session.submit(chair, called('ERE', 'objects'))).toEqual(refusedBy('not-present'))
    const paragraphs = [{ number: '1', text: { en: 'Every harbour shows two lights.' } }]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    expect(session.submit(of('ARC'), called('ARC', 'objects'))).toEqual(refusedBy('stale-revision'))
    expect(session.submit(of('ARC'), called('ARC', 'objects', { revision: 2 }))).toEqual(refusedBy('not-put'))
  })
  test('the chair enters what is called out; another delegation does not, and a note is none', () => {
    const session = sits('council', six)
    session.enter(chair, put())
    expect(session.submit(of('ARC'), called('ERE', 'objects'))).toEqual(refusedBy('not-your-act'))
    const fromNote = { number: '17', date: '2034-01-09' }
    expect(session.submit(secretariat, called('ERE', 'objects', { fromNote }))).toEqual(refusedBy('note-not-yours'))
    session.enter(secretariat, called('ERE', 'objects'))
    expect(decide(session, 'adopted')).toEqual(refusedBy('not-adopted'))
    session.enter(of('ERE'), called('ERE', 'no-objection'))
    expect(decide(session, 'adopted')).toBeUndefined()
  })
  test('what a delegation said itself the chair does not lift; an objection called out is entered at once', () => {
    const session = sits('council', six)
    session.enter(of('ERE'), position('ERE', 'objects'))
    session.enter(of('LIL'), position('LIL', 'no-objection'))
    session.enter(chair, put())
    expect(session.submit(chair, called('ERE', 'no-objection'))).toEqual(refusedBy('said-itself'))
    session.enter(chair, called('LIL', 'objects'))
    // What the chair entered it may correct, and so may the delegation.
    session.enter(chair, called('LIL', 'no-objection'))
    session.enter(of('LIL'), called('LIL', 'objects'))
    expect(session.submit(chair, called('LIL', 'no-objection'))).toEqual(refusedBy('said-itself'))
  })
  test('in a consensus body nobody else hears of it; chair and Secretariat do', () => {
    const session = sits('council', six)
    session.enter(chair, put())
    session.enter(of('ERE'), called('ERE', 'objects'))
    const heardBy = (seat: Seat) => negotiationSeen(session.circle, 'lights', seat, session.now)?.positions.has('ERE')
    expect([of('ERE'), chair, secretariat].map(heardBy)).toEqual([true, true, true])
    expect([of('ARC'), of('LIL')].map(heardBy)).toEqual([false, false])
  })
})

describe('consensus except the participant concerned', () => {
  function session(): Session {
    const made = sits('council', six, { type: 'suspension', concerns: ['LIL'] })
    made.enter(secretariat, {
      kind: 'rule-stated',
      rule: 'suspension',
      document: 'Rules of Procedure',
      article: 'Rule 25',
      strength: 'must',
      says: 'A suspension is decided by consensus except the participant concerned.',
      computes: {
        kind: 'decides',
        bodies: ['council'],
        types: ['suspension'],
        decides: { kind: 'consensus', except: 'concerned' },
      },
    })
    made.enter(chair, put())
    return made
  }
  test('its objection holds nothing up, and in the room it has no say, with the article', () => {
    const made = session()
    made.enter(of('LIL'), position('LIL', 'objects'))
    expect(made.submit(of('LIL'), called('LIL', 'objects'))).toEqual(
      expect.objectContaining({ refused: 'no-say', article: 'Rules of Procedure, Rule 25' }),
    )
    expect(decide(made, 'adopted')).toBeUndefined()
  })
  test('that of any other does', () => {
    const made = session()
    made.enter(of('ERE'), called('ERE', 'objects'))
    expect(decide(made, 'adopted')).toEqual(refusedBy('not-adopted'))
    expect(decide(made, 'not-adopted')).toBeUndefined()
  })
})

describe('a roll-call in the Assembly', () => {
  /** The answers in the order of the six; `-` says nothing, and `.` is not in the room. */
  function roll(type: string, answers: string): Session {
    const inRoom = six.filter((_, index) => answers[index] !== '.')
    const session = sits('assembly', inRoom, { type })
    session.enter(chair, put())
    const words = { f: 'no-objection', a: 'objects', s: 'stands-aside' } as const
    for (const [index, one] of six.entries()) {
      const word = words[answers[index] as keyof typeof words]
      if (word) session.enter(secretariat, called(one, word))
    }
    return session
  }
  const cases = [
    { says: 'four of six voting: two thirds exactly', type: 'decision', answers: 'ffffaa', adopted: true },
    { says: 'three of five voting: just below', type: 'decision', answers: 'fffaas', adopted: false },
    { says: 'two of three, the others abstaining or silent', type: 'decision', answers: 'ffas--', adopted: true },
    { says: 'nobody answers', type: 'decision', answers: '------', adopted: false },
    { says: 'a budget with five of six: above three quarters', type: 'budget', answers: 'fffffa', adopted: true },
    { says: 'a budget with four of six, nobody against: below', type: 'budget', answers: 'ffffss', adopted: false },
    { says: 'a budget with five of six, one absent', type: 'budget', answers: 'fffff.', adopted: true },
    { says: 'a budget with four in the room, all in favour', type: 'budget', answers: 'ffff..', adopted: false },
  ]
  test.each(cases)('$says', ({ type, answers, adopted }) => {
    const session = roll(type, answers)
    expect(decide(session, adopted ? 'not-adopted' : 'adopted')).toEqual(
      refusedBy(adopted ? 'is-adopted' : 'not-adopted'),
    )
    expect(decide(session, adopted ? 'adopted' : 'not-adopted')).toBeUndefined()
  })
  test('three quarters to the head: six of eight carry a budget, five do not', () => {
    for (const [inFavour, adopted] of [
      [6, true],
      [5, false],
    ] as const) {
      const session = roll('budget', '......')
      for (const more of ['LAP', 'BEN']) {
        const decided = { on: '2034-01-09', by: 'council', positions: { for: six, against: [], abstaining: [] } }
        session.enter(secretariat, { kind: 'status-granted', participant: more, status: 'full-participant', decided })
      }
      const eight = [...six, 'LAP', 'BEN']
      for (const one of eight) session.enter(secretariat, presence(one))
      for (const one of eight.slice(0, inFavour)) session.enter(secretariat, called(one, 'no-objection'))
      expect(decide(session, 'adopted')?.refused, `${inFavour} of 8`).toBe(adopted ? undefined : 'not-adopted')
    }
  })
  test('what was said before the roll was called is no answer to it, and no other answer is one', () => {
    const session = sits('assembly', six)
    for (const one of six) session.enter(of(one), position(one, 'no-objection'))
    session.enter(chair, put())
    expect(decide(session, 'adopted')).toEqual(refusedBy('not-adopted'))
    for (const wrong of ['reserves', 'does-not-take-part']) {
      expect(session.submit(of('ERE'), called('ERE', wrong)), wrong).toEqual(refusedBy('not-in-a-roll-call'))
    }
    for (const one of six) session.enter(of(one), called(one, 'no-objection'))
    expect(session.submit(chair, called('ERE', 'objects'))).toEqual(refusedBy('said-itself'))
    session.enter(of('ERE'), called('ERE', 'objects'))
    expect(answeredAt(session.negotiation(), 'm', 'ERE')?.act.position).toBe('objects')
    const meeting = liveMeeting(session.circle.organisation, 'm')
    const stand = standOf(session.circle, session.negotiation(), 'assembly', session.circle.organisation.day, meeting)
    expect(stand).toMatchObject({ outcome: 'adopted', decisive: [] })
    expect(decide(session, 'adopted')).toBeUndefined()
  })
  test('it is heard by everyone in the room, and what was said before it is not', () => {
    const session = sits('assembly', six)
    session.enter(of('ERE'), position('ERE', 'reserves'))
    session.enter(chair, put())
    const seen = () => negotiationSeen(session.circle, 'lights', of('ARC'), session.now)?.positions.get('ERE')
    expect(seen()).toBeUndefined()
    session.enter(of('ERE'), called('ERE', 'objects'))
    expect(seen()?.map(({ act }) => act.position)).toEqual(['objects'])
    expect(negotiationSeen(session.circle, 'lights', { kind: 'public' }, session.now)).toBeUndefined()
    // Icaria has the papers, and so the text; it is not in the room.
    const icaria = negotiationSeen(session.circle, 'lights', of('ICA'), session.now)
    expect(icaria?.current.number).toBe(1)
    expect(icaria?.positions.size).toBe(0)
  })
})

describe('published when it is closed, as it is on record', () => {
  function closed(): Session {
    const session = sits('council', ['ARC', 'ERE', 'UTO'])
    session.enter(chair, { ...presence('ARC'), level: 'a minister' })
    session.enter(chair, presence('ERE', 'absent'))
    session.enter(chair, put())
    expect(decide(session, 'adopted')).toBeUndefined()
    session.enter(chair, { kind: 'decision-numbered', decision: 'lights', number: 'C/2034/1' })
    session.enter(chair, { kind: 'sitting-changed', meeting: 'm', format: 'narrow' })
    return session
  }
  const held = (session: Session): Omit<ActOf<'meeting-held'>, 'kind' | 'id' | 'version' | 'sources' | 'doubt'> => {
    const { organisation } = session.circle
    const meeting = liveMeeting(organisation, 'm')
    if (!meeting) throw new Error('no meeting')
    return meetingHeldOf(meeting, organisation)
  }
  const publish = (session: Session, seat: Seat = chair, more = {}) =>
    session.submit(seat, { kind: 'meeting-held', ...held(session), ...more })

  test('who was there, and what was decided', () => {
    const session = closed()
    expect(publish(session)).toEqual(refusedBy('not-closed'))
    session.enter(chair, close)
    expect(held(session)).toEqual({
      on: '2034-01-09',
      meeting: 'm',
      body: 'council',
      number: 12,
      city: 'Lantern Bay',
      format: 'narrow',
      attendance: [
        { participant: 'ARC', as: 'full-participant', level: 'a minister' },
        { participant: 'UTO', as: 'full-participant' },
      ],
      attendanceBasis: 'named',
      coveredAs: 'council-sessions',
      outcomes: ['Harbour lights: adopted, C/2034/1'],
      outcomesKnown: 'complete',
    })
    expect(publish(session, of('ARC'))).toEqual(refusedBy('not-the-chair'))
    expect(publish(session, { kind: 'public' })).toEqual(refusedBy('not-your-act'))
    expect(publish(session, chair, { number: 13 })).toEqual(refusedBy('not-as-held'))
    expect(publish(session, chair, { outcomes: [] })).toEqual(refusedBy('not-as-held'))
    expect(publish(session, chair, { inMarginsOf: 'council-11' })).toEqual(refusedBy('not-as-held'))
    expect(publish(session)).toBeUndefined()
    expect(session.circle.organisation.meetings().at(-1)?.act.meeting).toBe('m')
    expect(publish(session)).toEqual(refusedBy('already-so'))
  })
  test('days after it began, with its last day', () => {
    const session = closed()
    session.at('2034-01-11T10:00:00Z')
    session.enter(chair, close)
    expect(held(session)).toMatchObject({ on: '2034-01-09', lastDay: '2034-01-11' })
    expect(publish(session)).toBeUndefined()
  })
})

test('the order is that of names, with its rule; without one it is said', () => {
  const { circle, fold } = new Session()
  expect(seatingIn(circle, 'council', ['UTO', 'ARC', 'BEN'])).toEqual({
    outcome: ['ARC', 'BEN', 'UTO'],
    reasons: [{ text: 'In the order of names in English.', article: 'Rules of Procedure, Rule 24' }],
  })
  const before = new Circle(fold.at('2032-01-01' as Day))
  expect(seatingIn(before, 'council', ['UTO', 'ARC']).reasons.map(({ article }) => article)).toEqual([
    undefined,
    undefined,
  ])
})
