import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session } from '../../test/support/negotiating.ts'
import type { Instant } from '../rules/index.ts'
import { levelOf } from './carried.ts'
import { decisionOf } from './procedure/decisions.ts'
import { proposalData } from './proposal-data.ts'
import { proposalView } from './proposal-view.ts'
import { standOf } from './stand.ts'
import { waitingFor } from './waiting.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const chair = of('UTO')
const forward = (to: string, revision = 1) => ({
  kind: 'proposal-forwarded',
  decision: 'lights',
  revision,
  to,
  openPoints: [{ says: 'all' }],
})

/** Said among the experts, then forwarded as it is to the Coordinators, or on to the Council. */
function forwarded(said: Readonly<Record<string, readonly [string, object?]>>, to: readonly string[]): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal())
  for (const [one, [is, more = {}]] of Object.entries(said)) session.enter(of(one), position(one, is, { ...more }))
  for (const next of to) session.enter(chair, forward(next))
  return session
}
const ladder = ['coordinators', 'council']
const standIn = (session: Session, body: string) =>
  standOf(session.circle, session.negotiation(), body, session.circle.organisation.day)
const everyone = (is: string) => Object.fromEntries(six.map((one) => [one, [is]])) as Record<string, [string]>

describe('a position is one on a text, and holds where that text goes', () => {
  const rows = [
    { says: 'no objection', is: 'no-objection', outcome: 'adopted' },
    { says: 'an objection', is: 'objects', outcome: 'not-adopted' },
    { says: 'a reserve', is: 'reserves', outcome: 'open' },
  ]
  test.each(rows)('$says', ({ is, outcome }) => {
    const session = forwarded({ ...everyone('no-objection'), ERE: [is] }, ladder)
    const stand = standIn(session, 'council')
    expect(stand).toMatchObject({ outcome, unanswered: [] })
    expect(stand.carried.map(({ act }) => act.participant).sort()).toEqual(six)
    expect(stand.reasons.map(({ text }) => text)).toContainEqual(
      'Said in the Working Party of Experts of this revision, and holding until it is said otherwise: Arcadia, Brobdingnag, Erewhon, Lilliput, Ruritania and Utopia.',
    )
  })
  test('staying outside: the decision says so, as the stand does', () => {
    const session = forwarded({ ...everyone('no-objection'), RUR: ['does-not-take-part'] }, ladder)
    expect(standIn(session, 'council').outside).toEqual(['RUR'])
    expect(decisionOf(session.negotiation(), 'meeting').outside).toEqual(['RUR'])
  })
  test('until its delegation says otherwise, and then it is a position of that level', () => {
    const session = forwarded(everyone('no-objection'), ladder)
    session.enter(of('ERE'), position('ERE', 'objects'))
    const stand = standIn(session, 'council')
    expect(stand.outcome).toBe('not-adopted')
    expect(stand.carried.map(({ act }) => act.participant)).not.toContain('ERE')
    const taken = session.negotiation().positions.get('ERE') ?? []
    expect(taken.map((one) => levelOf(session.negotiation(), one))).toEqual(['experts', 'council'])
  })
  test('a new revision asks again, on every level', () => {
    const session = forwarded(everyone('no-objection'), ladder)
    const paragraphs = [{ number: '1', text: { en: 'Every harbour shows two lights.' } }]
    session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs })
    const { carried, unanswered } = standIn(session, 'council')
    expect([carried, unanswered.toSorted()]).toEqual([[], six])
    const asked = waitingFor(session.circle, of('ERE'), session.now)
    expect(asked.map(({ kind }) => kind)).toContain('position-asked')
  })
  test('whoever has said it is not asked again there; whoever has not is', () => {
    const session = forwarded({ ERE: ['no-objection'] }, ladder)
    const kinds = (one: string) => waitingFor(session.circle, of(one), session.now).map(({ kind }) => kind)
    expect([kinds('ERE'), kinds('LIL')]).toEqual([[], ['position-asked']])
  })
  test('the same said again is no second act', () => {
    const session = forwarded({ ERE: ['no-objection'] }, ladder)
    expect(session.submit(of('ERE'), position('ERE', 'no-objection'))).toMatchObject({ refused: 'already-so' })
  })
  test('where it was said stands with it for whoever may see it', () => {
    const session = forwarded({ ERE: ['no-objection'] }, ladder)
    session.enter(of('LIL'), position('LIL', 'no-objection'))
    const view = proposalView(session.circle, 'lights', chair, session.now)
    const said = (view && proposalData(view).positions) ?? []
    expect(said.map(({ participant, level }) => [participant, level])).toEqual([
      ['ERE', 'experts'],
      ['LIL', 'council'],
    ])
  })
})

describe('agreement ad referendum, to be confirmed by 20 January', () => {
  const agreed = { confirmBy: '2034-01-20' }
  const rows = [
    { says: 'given in the Council, on the day', at: '2034-01-20T12:00:00Z', in: 'council', outcome: 'open', asked: [] },
    {
      says: 'given in the Council, a day later: no objection',
      at: '2034-01-21T12:00:00Z',
      in: 'council',
      outcome: 'adopted',
      asked: [],
    },
    {
      says: 'given among the experts, on the day',
      at: '2034-01-20T12:00:00Z',
      in: 'experts',
      outcome: 'open',
      asked: [],
    },
    {
      says: 'given among the experts, a day later: no position',
      at: '2034-01-21T12:00:00Z',
      in: 'experts',
      outcome: 'adopted',
      asked: ['ERE'],
    },
  ]
  test.each(rows)('$says', ({ at, in: where, outcome, asked }) => {
    const others = {
      ...everyone('no-objection'),
      ...(where === 'experts' ? { ERE: ['ad-referendum', agreed] as const } : {}),
    }
    const session = forwarded(others, ladder)
    if (where === 'council') session.enter(of('ERE'), position('ERE', 'ad-referendum', agreed))
    session.now = new Date(at).toISOString() as Instant
    expect(standIn(session, 'council')).toMatchObject({ outcome, unanswered: asked })
  })
  test('a rule of the lower body by which it counts as agreement makes it none above', () => {
    const session = new Session()
    session.tell({
      kind: 'rule-stated',
      rule: 'ad-referendum-of-experts',
      on: '2033-10-03',
      document: 'Rules of Procedure',
      article: 'Rule 99',
      strength: 'must',
      says: 'Among the Experts what is not confirmed counts as no objection.',
      computes: { kind: 'ad-referendum', bodies: ['experts'], lapse: 'no-objection' },
      sources: [{ source: 'rules-of-procedure' }],
    })
    session.enter(of('ARC'), proposal())
    session.enter(of('ERE'), position('ERE', 'ad-referendum', agreed))
    session.at('2034-01-21T12:00:00Z')
    expect(standIn(session, 'experts').unanswered).not.toContain('ERE')
    session.enter(chair, forward('coordinators'))
    const stand = standIn(session, 'coordinators')
    expect(stand.unanswered).toContain('ERE')
    expect(stand.reasons).toContainEqual({
      text: expect.stringContaining('it counts as no position'),
      article: 'Rules of Procedure, Rule 99',
    })
  })
  test('it may be given anew above, for there another rule may hold', () => {
    const session = forwarded({ ERE: ['ad-referendum', agreed] }, ladder)
    session.enter(of('ERE'), position('ERE', 'ad-referendum', agreed))
    expect(session.submit(of('ERE'), position('ERE', 'ad-referendum', agreed))).toMatchObject({ refused: 'already-so' })
    session.at('2034-01-21T12:00:00Z')
    expect(standIn(session, 'council').unanswered).not.toContain('ERE')
  })
})

describe('who is in the room', () => {
  /** Put to a meeting of the Council with some noted as present. */
  function room(...present: readonly string[]): Session {
    const session = new Session()
    session.enter(of('ARC'), proposal({ level: 'council', audience: 'public' }))
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'narrow' })
    for (const participant of present)
      session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant, presence: 'present' })
    session.enter(chair, { kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 })
    return session
  }
  const adopt = (session: Session) =>
    session.submit(chair, {
      kind: 'decision-recorded',
      outcome: 'adopted',
      meeting: 'm',
      ...decisionOf(session.negotiation(), 'meeting'),
    })
  const reasons = (session: Session) => {
    const { ruling } = session.negotiation().decided ?? {}
    return ruling && 'reasons' in ruling ? ruling.reasons.map(({ text }) => text) : []
  }
  test('nobody: refused, with what is to be done', () => {
    expect(adopt(room())).toMatchObject({
      refused: 'nobody-present',
      remedy: expect.stringContaining('Note who is present'),
    })
  })
  test('one: adopted, and whoever was not there is named in the ruling', () => {
    const session = room('UTO')
    expect(adopt(session)).toBeUndefined()
    expect(reasons(session)).toContain('Not noted as present: Arcadia, Brobdingnag, Erewhon, Lilliput and Ruritania.')
  })
  test('all: nobody is named', () => {
    const session = room(...six)
    expect(adopt(session)).toBeUndefined()
    expect(reasons(session).filter((text) => text.startsWith('Not noted'))).toEqual([])
  })
})
