import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session } from '../../test/support/negotiating.ts'
import { viewIn } from '../../test/support/standing.ts'
import type { Instant } from '../rules/index.ts'
import { decisionOf } from './procedure/decisions.ts'
import { liftOf, moreNeeded, proposalStanding, silenceRisk, silenceTimes } from './standing.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const chair = of('UTO')

type Said = Readonly<Record<string, string | readonly [position: string, more: Record<string, unknown>]>>

/** A proposal before a body, on which some have said something; `rest` is what all others said. */
function said(level: string, positions: Said, { rest, ...more }: { rest?: string } & Record<string, unknown> = {}) {
  const session = new Session()
  const body = level === 'assembly' ? 'assembly' : 'council'
  session.enter(of('ARC'), proposal({ body, level, ...more }))
  for (const one of six) {
    const is = positions[one] ?? rest
    if (is === undefined) continue
    const [what, fields] = typeof is === 'string' ? [is, {}] : is
    session.enter(of(one), position(one, what, fields))
  }
  return session
}

function howOf(session: Session): string {
  const standing = proposalStanding(viewIn(session, chair))
  return standing.is === 'projected' ? `${standing.how} ${standing.next}` : standing.is
}

const adReferendum = ['ad-referendum', { confirmBy: '2034-01-20' }] as const

test('what is open turns on whoever reserved or has yet to confirm: nobody is said to have objected', () => {
  const reasonsOf = (positions: Said) => {
    const standing = proposalStanding(viewIn(said('experts', positions, { rest: 'no-objection' }), chair))
    return standing.is === 'projected' ? standing.reasons.map(({ text }) => text) : []
  }
  expect(reasonsOf({ BRO: adReferendum })).toEqual(['It turns on Brobdingnag, who reserved or agreed ad referendum.'])
  expect(reasonsOf({ ERE: 'reserves', BRO: adReferendum })[0]).toContain('Brobdingnag and Erewhon')
  expect(reasonsOf({ ERE: 'objects', BRO: adReferendum })[0]).toBe('Erewhon objected.')
  expect(reasonsOf({})).toEqual(['No participant objected.'])
})

test('before anybody has spoken nobody is said to be absent: there is no meeting from which to be', () => {
  const standing = proposalStanding(viewIn(said('experts', {}), chair))
  expect(standing.is === 'projected' && standing.reasons.map(({ text }) => text)).toEqual([
    'No participant objected, and none has said anything yet.',
  ])
})

describe('where it stands by consensus, for the chair', () => {
  const rows: readonly (readonly [
    says: string,
    level: string,
    positions: Said,
    rest: string | undefined,
    how: string,
  ])[] = [
    ['nobody has said anything', 'experts', {}, undefined, 'waits forward'],
    ['five have answered', 'experts', { LIL: 'no-objection' }, undefined, 'waits forward'],
    ['all six have', 'experts', {}, 'no-objection', 'ready forward'],
    ['the same in the body that decides', 'council', {}, 'no-objection', 'ready meeting'],
    ['all stand aside', 'council', {}, 'stands-aside', 'ready meeting'],
    ['one stays outside', 'council', { RUR: 'does-not-take-part' }, 'no-objection', 'ready meeting'],
    ['one reserves', 'council', { ERE: 'reserves' }, 'no-objection', 'held meeting'],
    ['one objects', 'council', { ERE: 'objects' }, 'no-objection', 'held meeting'],
    ['one objects and nobody else has answered', 'council', { ERE: 'objects' }, undefined, 'held meeting'],
    ['one is to confirm', 'council', { BRO: adReferendum }, 'no-objection', 'waits meeting'],
    [
      'one is to confirm and one reserves',
      'council',
      { BRO: adReferendum, ERE: 'reserves' },
      'no-objection',
      'held meeting',
    ],
  ]
  test.each(rows)('%s', (_says, level, positions, rest, how) => {
    expect(howOf(said(level, positions, rest ? { rest } : {}))).toBe(how)
  })
  test('ad referendum waits on its last day and counts as no objection the day after', () => {
    const session = said('council', { BRO: adReferendum }, { rest: 'no-objection' })
    session.at('2034-01-20T23:59:59.999Z')
    expect(howOf(session)).toBe('waits meeting')
    session.at('2034-01-21T00:00:00Z')
    expect(howOf(session)).toBe('ready meeting')
  })
  test('a new revision asks everyone again', () => {
    const session = said('council', {}, { rest: 'no-objection' })
    const paragraphs = [{ number: '1', text: { en: 'Every harbour shows a white light.' } }]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    expect(howOf(session)).toBe('waits meeting')
  })
})

describe('where a body votes: how many more in favour are needed', () => {
  const f = 'no-objection'
  const a = 'objects'
  const rows: readonly (readonly [
    says: string,
    type: string,
    positions: Said,
    more: number | undefined,
    how: string,
  ])[] = [
    ['nobody: one in favour is two thirds of one', 'decision', {}, 1, 'held meeting'],
    ['one for, one against: one more makes two of three', 'decision', { ARC: f, ERE: a }, 1, 'held meeting'],
    ['two for, one against are two thirds', 'decision', { ARC: f, BRO: f, ERE: a }, undefined, 'ready meeting'],
    ['one for, two against: three more', 'decision', { ARC: f, ERE: a, LIL: a }, 3, 'held meeting'],
    ['a budget, four of six', 'budget', { ARC: f, BRO: f, RUR: f, UTO: f }, 1, 'held meeting'],
    ['a budget, five of six', 'budget', { ARC: f, BRO: f, RUR: f, UTO: f, LIL: f, ERE: a }, undefined, 'ready meeting'],
    ['a budget that two oppose: four silent or against must move', 'budget', { ERE: a, LIL: a }, 5, 'held meeting'],
  ]
  test.each(rows)('%s', (_says, type, positions, more, how) => {
    const session = said('assembly', positions, { type })
    expect(howOf(session)).toBe(how)
    expect(moreNeeded(session.circle, session.negotiation(), 'assembly')).toBe(more)
  })
})

describe('what would lift it', () => {
  const liftIn = (session: Session) => {
    const view = viewIn(session, chair)
    return view.stand && liftOf(view.circle, view.negotiation, view.stand)
  }
  const green = ['objects', { paragraphs: ['2'], wouldLift: 'a white light' }] as const
  test('nobody holds it: nothing', () => {
    expect(liftIn(said('council', {}, { rest: 'no-objection' }))).toBeUndefined()
    expect(liftIn(said('council', { BRO: adReferendum }, { rest: 'no-objection' }))).toBeUndefined()
  })
  test('by consensus all who hold it, with their paragraphs in the order of the text', () => {
    const session = said('council', { ERE: ['reserves', { paragraphs: ['3'] }], LIL: green, RUR: 'objects' })
    expect(liftIn(session)).toMatchObject({ paragraphs: ['2', '3'], unsaid: ['RUR'] })
    expect(liftIn(session)?.holders).toHaveLength(3)
  })
  test('agreement ad referendum that is still to be confirmed does not stand in its way', () => {
    const session = said('council', { BRO: adReferendum, LIL: green }, { rest: 'no-objection' })
    expect(liftIn(session)?.holders.map(({ act }) => act.participant)).toEqual(['LIL'])
  })
  test('under a vote the fewest that suffice, first whoever said what would do', () => {
    const session = said('assembly', { ARC: 'no-objection', BRO: 'no-objection', ERE: 'objects', LIL: green })
    expect(liftIn(session)).toMatchObject({ paragraphs: ['2'], unsaid: [] })
    expect(liftIn(session)?.holders.map(({ act }) => act.participant)).toEqual(['LIL'])
  })
  test('a vote that carries needs nothing, though one is against', () => {
    expect(liftIn(said('assembly', { ARC: 'no-objection', BRO: 'no-objection', ERE: 'objects' }))).toBeUndefined()
  })
})

describe('silence', () => {
  const opensAt = '2034-01-10T09:00:00.000Z'
  const expiresAt = '2034-01-13T09:00:00.000Z'
  const under = () => {
    const session = said('council', { ARC: 'no-objection', ERE: 'stands-aside' })
    session.enter(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, opensAt, expiresAt })
    return session
  }
  const at = (session: Session, time: string) => {
    session.at(time)
    return proposalStanding(viewIn(session, of('LIL')))
  }
  test('announced, running, and adopted at the instant of expiry, for every delegation', () => {
    const session = under()
    const rows = [
      ['2034-01-10T08:59:59.999Z', 'announced'],
      [opensAt, 'running'],
      ['2034-01-13T08:59:59.999Z', 'running'],
      [expiresAt, 'adopted'],
    ] as const
    for (const [time, outcome] of rows) expect(at(session, time)).toMatchObject({ is: 'silence', finding: { outcome } })
  })
  test('recorded, it is adopted; a reservation is too late from expiry on, an explanation is not', () => {
    const session = under()
    const reservation = {
      kind: 'statement-made',
      decision: 'lights',
      participant: 'LIL',
      type: 'reservation',
      says: 'No.',
    }
    session.at(expiresAt)
    expect(session.submit(of('LIL'), reservation)).toMatchObject({ refused: 'too-late' })
    session.enter(of('LIL'), { ...reservation, type: 'explanation' })
    session.enter(chair, {
      kind: 'decision-recorded',
      outcome: 'adopted',
      ...decisionOf(session.negotiation(), 'silence'),
    })
    expect(proposalStanding(viewIn(session, of('LIL')))).toEqual({ is: 'adopted', on: '2034-01-13', under: 'silence' })
  })
  test('a millisecond before it a reservation is in time', () => {
    const session = under()
    session.at('2034-01-13T08:59:59.999Z')
    session.enter(of('LIL'), {
      kind: 'statement-made',
      decision: 'lights',
      participant: 'LIL',
      type: 'reservation',
      says: 'No.',
    })
  })
  test('broken: no longer silence that holds it, on that revision; on the next it is past', () => {
    const session = under()
    session.at('2034-01-11T09:00:00Z')
    session.enter(of('ERE'), position('ERE', 'objects'))
    expect(at(session, '2034-01-11T09:00:01Z')).toMatchObject({ is: 'before-a-body', over: { outcome: 'broken' } })
    const paragraphs = [{ number: '1', text: { en: 'No light is shown.' } }]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    expect(at(session, '2034-01-11T09:00:02Z')).not.toHaveProperty('over')
  })
  test('the risk: from exactly 24 hours before expiry, those with nothing on file, for the chair alone', () => {
    const session = under()
    session.at('2034-01-12T08:59:59.999Z')
    expect(silenceRisk(viewIn(session, chair))).toEqual([])
    session.at('2034-01-12T09:00:00Z')
    expect(silenceRisk(viewIn(session, chair))).toEqual(['BRO', 'LIL', 'RUR', 'UTO'])
    expect(silenceRisk(viewIn(session, of('LIL')))).toEqual([])
    session.at(expiresAt)
    expect(silenceRisk(viewIn(session, chair))).toEqual([])
  })
  test('it is proposed for the next full hour but one half, for the shortest time', () => {
    const rows = [
      ['2034-01-09T10:30:00.000Z', '2034-01-09T11:00:00.000Z', '2034-01-12T11:00:00.000Z'],
      ['2034-01-09T10:30:00.001Z', '2034-01-09T12:00:00.000Z', '2034-01-12T12:00:00.000Z'],
    ] as const
    for (const [now, opens, expires] of rows) {
      expect(silenceTimes({ hours: 72 }, now as Instant)).toEqual({ opensAt: opens, expiresAt: expires })
    }
    expect(silenceTimes({ weeks: 1 }, rows[0][0] as Instant).expiresAt).toBe('2034-01-16T11:00:00.000Z')
    expect(silenceTimes('announced', rows[0][0] as Instant)).toEqual({ opensAt: rows[0][1] })
  })
})
