import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session } from '../../test/support/negotiating.ts'
import { type Act, actSchema, rule, type Seat } from './index.ts'

// A dry run answers whoever asks. What it answers to one delegation does not hang on what another said and has not opened.

const onlookers: readonly Seat[] = [of('ARC'), of('RUR'), of('BEN'), of('LAP'), { kind: 'public' }]
const decision = 'lights'

/** What somebody may say in the one record and not, or otherwise, in the other. */
const secrets: Readonly<Record<string, readonly (Record<string, unknown> & { kind: string; participant: string })[]>> =
  {
    nothing: [],
    'an objection': [{ ...position('ERE', 'objects'), participant: 'ERE' }],
    'a reserve': [{ ...position('ERE', 'reserves', { paragraphs: ['1'] }), participant: 'ERE' }],
    'agreement ad referendum': [
      { ...position('ERE', 'ad-referendum', { confirmBy: '2034-01-20' }), participant: 'ERE' },
    ],
    'staying outside': [{ ...position('ERE', 'does-not-take-part'), participant: 'ERE' }],
    'no objection of three': ['ERE', 'LIL', 'BRO'].map((participant) => ({
      ...position(participant, 'no-objection'),
      participant,
    })),
    'a reservation': [{ kind: 'statement-made', decision, participant: 'ERE', type: 'reservation', says: 'x' }],
    'objections of three': ['ERE', 'LIL', 'BRO'].map((participant) => ({
      ...position(participant, 'objects'),
      participant,
    })),
  }

function drafts(session: Session): (Record<string, unknown> & { kind: string })[] {
  const { current, level } = session.negotiation()
  const revision = current.number
  const hence = (hours: number) => new Date(Date.parse(session.now) + hours * 3_600_000).toISOString()
  const paragraphs = [{ number: '1', text: { en: 'Other.' } }]
  const all = ['ARC', 'RUR', 'BEN', 'ERE', 'UTO']
  return [
    ...all.flatMap((participant) => [
      ...['no-objection', 'objects', 'reserves', 'stands-aside', 'does-not-take-part'].flatMap((is) => [
        position(participant, is, { revision }),
        position(participant, is, { revision, meeting: 'sits' }),
        position(participant, is, { revision, fromNote: { number: '1', date: '2034-01-01' } }),
      ]),
      position(participant, 'ad-referendum', { revision, confirmBy: '2034-01-20' }),
      { kind: 'statement-made', decision, participant, type: 'reservation', says: 'y' },
      { kind: 'statement-made', decision, participant, type: 'explanation', says: 'y' },
      { kind: 'statement-withdrawn', decision, participant, statement: 'secret-0' },
      { kind: 'entry-confirmed', decision, participant, confirms: 'secret-0' },
      { kind: 'position-released', decision, participant },
      { kind: 'amendment-proposed', decision, participant, revision, paragraph: '1', text: { en: 'z' } },
      { kind: 'amendment-withdrawn', decision, participant, amendment: 'secret-0' },
      { kind: 'silence-opposed', decision, participant },
      { kind: 'decision-joined', decision, participant },
      { kind: 'procedures-completed', decision, participant },
      { kind: 'presence-noted', meeting: 'sits', participant, presence: 'present' },
      { kind: 'minutes-noted', meeting: 'sits', decision, participant, says: 'x' },
      { kind: 'note-registered', direction: 'in', number: '1', date: '2034-01-01', participant, says: 'x' },
      proposal({ decision: 'other', proposedBy: [participant] }),
      proposal({ decision, proposedBy: [participant] }),
      { kind: 'status-ended', participant },
    ]),
    { kind: 'revision-made', decision, revision: revision + 1, paragraphs },
    ...['coordinators', 'council', 'assembly', 'experts'].flatMap((to) => [
      { kind: 'proposal-forwarded', decision, revision, to },
      { kind: 'proposal-forwarded', decision, revision, to, openPoints: [{ says: 'x' }] },
    ]),
    { kind: 'proposal-withdrawn', decision },
    { kind: 'silence-opened', decision, revision, opensAt: hence(1), expiresAt: hence(80) },
    { kind: 'silence-extended', decision, until: hence(100) },
    { kind: 'silence-suspended', decision },
    { kind: 'silence-resumed', decision },
    { kind: 'question-put', decision, meeting: 'sits', revision },
    { kind: 'meeting-opened', meeting: 'another', body: level, format: 'narrow' },
    { kind: 'meeting-closed', meeting: 'sits' },
    { kind: 'sitting-changed', meeting: 'sits', format: 'expanded' },
    ...(['meeting', 'silence'] as const).flatMap((under) =>
      ['adopted', 'not-adopted'].map((outcome) => ({
        kind: 'decision-recorded',
        decision,
        body: 'council',
        type: 'decision',
        title: 'Harbour lights',
        outcome,
        proposedBy: ['ARC'],
        participants: 'members',
        adoption: { revision, under },
        ...(under === 'meeting' ? { meeting: 'sits' } : {}),
      })),
    ),
    { kind: 'decision-numbered', decision, number: 'C/2034/1' },
    { kind: 'decision-released', decision, to: 'public' },
    { kind: 'text-ready', decision, language: 'en' },
    { kind: 'act-withdrawn', withdraws: ['secret-0'], reason: 'x' },
    { kind: 'act-withdrawn', withdraws: ['act-1'], reason: 'x' },
    { kind: 'clock-set', shows: hence(5), why: 'x' },
  ] as never
}

function answers(session: Session, seats: readonly Seat[]): string[] {
  return seats.flatMap((seat) =>
    drafts(session).map((draft, index) => {
      const act: Act = actSchema.parse({ id: `try-${index}`, at: session.now, on: session.now.slice(0, 10), ...draft })
      return `${JSON.stringify(seat)} ${JSON.stringify(draft)} -> ${JSON.stringify(rule(session.fold, act, seat))}`
    }),
  )
}

type Way = (session: Session, secret: () => void) => void
const chair = of('UTO')
const own = (session: Session) => session.enter(of('ARC'), position('ARC', 'objects', { says: 'mine' }))
/** The chair of the Council does not have that of the experts here, and asks what the decision is to say. */
const elsewhere = 'before experts whom another chairs'
const withoutChairOfExperts = (act: Act): Act =>
  act.kind === 'rule-stated' && act.computes?.kind === 'chair' && act.computes.bodies.includes('experts')
    ? { ...act, computes: { ...act.computes, bodies: ['coordinators'] } }
    : act
const ways: Readonly<Record<string, Way>> = {
  'before experts': (session, secret) => {
    session.enter(of('ARC'), proposal({}))
    own(session)
    secret()
  },
  [elsewhere]: (session, secret) => {
    const taken = { kind: 'chair-taken', body: 'experts', participant: 'RUR', on: '2034-01-01' }
    session.tell({ ...taken, sources: [{ source: 'rules-of-procedure' }] })
    session.enter(of('ARC'), proposal({ audience: 'public' }))
    secret()
  },
  'before the council, with ARC objecting': (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council' }))
    own(session)
    secret()
  },
  'under put question': (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council', audience: 'participants' }))
    session.enter(chair, { kind: 'meeting-opened', meeting: 'sits', body: 'council', format: 'narrow' })
    for (const participant of ['ARC', 'ERE', 'LIL', 'BRO', 'RUR', 'UTO'])
      session.enter(chair, { kind: 'presence-noted', meeting: 'sits', participant, presence: 'present' })
    session.enter(chair, { kind: 'question-put', decision, meeting: 'sits', revision: 1 })
    secret()
  },
  'public, put question': (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council', audience: 'public' }))
    secret()
    session.enter(chair, { kind: 'meeting-opened', meeting: 'sits', body: 'council', format: 'narrow' })
    for (const participant of ['ARC', 'UTO'])
      session.enter(chair, { kind: 'presence-noted', meeting: 'sits', participant, presence: 'present' })
    session.enter(chair, { kind: 'question-put', decision, meeting: 'sits', revision: 1 })
  },
  'after forwarding': (session, secret) => {
    session.enter(of('ARC'), proposal({}))
    secret()
    session.enter(chair, {
      kind: 'proposal-forwarded',
      decision,
      revision: 1,
      to: 'coordinators',
      openPoints: [{ says: 'x' }],
    })
  },
  'after a revision': (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council' }))
    secret()
    session.enter(of('ARC'), {
      kind: 'revision-made',
      decision,
      revision: 2,
      paragraphs: [{ number: '1', text: { en: 'New.' } }],
    })
  },
  withdrawn: (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council' }))
    secret()
    session.enter(of('ARC'), { kind: 'proposal-withdrawn', decision })
  },
  'ad referendum lapses': (session, secret) => {
    session.enter(of('ARC'), proposal({ level: 'council' }))
    secret()
    session.at('2034-01-25T10:00:00Z')
  },
}

describe.each(Object.keys(ways))('%s', (way) => {
  const played = (says: readonly (Record<string, unknown> & { kind: string; participant: string })[]) => {
    const session = new Session(way === elsewhere ? withoutChairOfExperts : undefined)
    ways[way]?.(session, () => {
      for (const [index, act] of says.entries()) session.enter(of(act.participant), { id: `secret-${index}`, ...act })
    })
    return answers(session, way === elsewhere ? [of('ARC'), of('UTO')] : onlookers)
  }
  const without = played([])
  test.each(Object.keys(secrets))('%s', (name) => {
    const differ = played(secrets[name] ?? []).flatMap((answer, index) =>
      answer === without[index] ? [] : [[without[index], answer]],
    )
    expect(differ).toEqual([])
  })
})
