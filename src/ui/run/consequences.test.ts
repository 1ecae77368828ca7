import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../../test/support/negotiating.ts'
import { textOf } from '../../../test/support/pages.ts'
import { viewIn } from '../../../test/support/standing.ts'
import { type Act, decisionOf, meetingView, type Seat } from '../../record/index.ts'
import type { Place } from '../layout.ts'
import { clockPage } from './clock.ts'
import { meetingPage } from './meeting.ts'
import { proposalPage } from './proposal.ts'
import { changeInWords } from './waiting-words.ts'

// A form says what it does before it is sent, and what was done is told as it was.

const chair = of('UTO')
const decision = 'lights'

function placeOf({ circle: { organisation } }: Session, path: string, seat: Seat): Place {
  const clocks = { on: undefined, known: undefined, head: organisation.position }
  return { organisation, description: organisation.description, path, ...clocks, seat: { seat, name: 'somebody' } }
}
function page(session: Session, seat: Seat): string {
  const { body } = proposalPage(viewIn(session, seat), placeOf(session, '/concord/run/proposals/lights', seat))
  return textOf(`<main>${body.text}</main>`)
}
function begun(more: Record<string, unknown> = {}, change?: (act: Act) => Act): Session {
  const session = new Session(change)
  session.enter(of('ARC'), proposal({ level: 'council', ...more }))
  return session
}
const revise = (session: Session, text: Record<string, string>) => {
  const revision = session.negotiation().current.number + 1
  const paragraphs = [{ number: '1', text }]
  session.enter(of('ARC'), { kind: 'revision-made', decision, revision, paragraphs })
}
const silence = (session: Session, revision = 1) =>
  session.enter(chair, {
    kind: 'silence-opened',
    decision,
    revision,
    opensAt: '2034-01-10T09:00:00Z',
    expiresAt: '2034-01-13T15:00:00Z',
  })
/** The silence of the Concord with another setting. */
const under =
  (more: Record<string, unknown>) =>
  (act: Act): Act =>
    'computes' in act && (act.computes as { kind?: string } | undefined)?.kind === 'silence'
      ? ({ ...act, computes: { ...act.computes, ...more } } as Act)
      : act

describe('another wording', () => {
  const both = { en: 'Green.', ru: 'Зелёный.' }
  const amended = (session: Session, text: Record<string, string>) =>
    session.enter(of('ERE'), {
      kind: 'amendment-proposed',
      decision,
      participant: 'ERE',
      revision: 1,
      paragraph: '1',
      text,
    })
  test('is proposed in the languages in which it says something else, and in no other', () => {
    const session = begun({ paragraphs: [{ number: '1', text: both }] })
    // As the form sends it, with every version.
    amended(session, { ...both, en: 'Green or white.' })
    expect(page(session, of('LIL'))).toMatch(/Erewhon proposes Green ?or white ?\. Propose/)
    revise(session, { en: 'Green or white.', ru: 'Зелёный или белый.' })
    // What it left as it was it does not ask for again once that has changed.
    expect(page(session, of('LIL'))).toContain(
      'Erewhon proposes, on revision 1 This is what the paragraph says now. Propose',
    )
  })
  test('tells who sees it, and that it breaks silence, to whom it does', () => {
    const seen = 'Everyone who may read the text sees it, and whose it is.'
    const breaks = 'another wording breaks it like an objection'
    const session = begun()
    expect(page(session, of('ERE'))).toContain(seen)
    silence(session)
    for (const at of [session.now, '2034-01-10T09:00:00Z', '2034-01-13T14:59:59Z']) {
      session.at(at)
      expect(page(session, of('ERE'))).toContain(breaks)
      expect(page(session, of('ERE'))).not.toContain(seen)
    }
    const free = begun({}, under({ amendmentBreaks: false }))
    silence(free)
    expect(page(free, of('ERE'))).not.toContain(breaks)
  })
})

describe('an objection', () => {
  const warns = 'It is put under silence, and an objection breaks that.'
  test('tells that it breaks silence, from the announcement on and not before', () => {
    const session = begun()
    expect(page(session, of('ERE'))).not.toContain(warns)
    silence(session)
    for (const seat of [of('ERE'), secretariat]) expect(page(session, seat)).toContain(warns)
    session.at('2034-01-11T09:00:00Z')
    expect(page(session, of('ERE'))).toContain(warns)
    session.enter(of('BRO'), position('BRO', 'objects'))
    expect(page(session, of('ERE'))).not.toContain(warns)
  })
  test('and a reserve that it does not, which holds a text under no silence', () => {
    const [holds, adopts] = [
      'it holds the text until it is lifted',
      'It does not break silence: the text is adopted over it.',
    ]
    const session = begun()
    expect(page(session, of('ERE'))).toContain(holds)
    silence(session)
    expect(page(session, of('ERE'))).toContain(adopts)
    expect(page(session, of('ERE'))).not.toContain(holds)
    session.enter(of('ERE'), position('ERE', 'reserves'))
    session.at('2034-01-13T15:00:00Z')
    expect(page(session, of('ERE'))).toContain('Adopted under silence')
  })
  test.each([
    { release: 'at-once', says: /So is who broke it, and the reason\./ },
    { release: 'when-over', says: /by everyone from 13 January 2034, 15:00 UTC\./ },
    { release: 'never', says: /by the chair and the Secretariat alone\./ },
  ])('tells who learns of it: $release', ({ release, says }) => {
    const session = begun({}, under({ release }))
    silence(session)
    session.at('2034-01-11T09:00:00Z')
    expect(page(session, of('ERE'))).toMatch(says)
  })
  test('broke silence: by whom is made known at an instant, and of which revision it was', () => {
    const session = begun()
    silence(session)
    session.at('2034-01-11T09:00:00Z')
    session.enter(of('ERE'), position('ERE', 'objects'))
    const later = 'By whom is made known at 13 January 2034, 15:00 UTC.'
    expect(page(session, of('LIL'))).toContain(`Silence was broken: the text is not adopted. ${later}`)
    expect(page(session, chair)).not.toContain(later)
    session.at('2034-01-11T10:00:00Z')
    revise(session, { en: 'White.' })
    expect(page(session, of('LIL'))).toContain('Silence on revision 1 was broken')
    session.at('2034-01-13T15:00:00Z')
    expect(page(session, of('LIL'))).not.toContain(later)
    expect(page(session, of('LIL'))).toContain('not adopted. By Erewhon.')
  })
})

test('what is only announced is not called under silence, and where the clock is set is said', () => {
  const session = begun()
  silence(session)
  expect(page(session, of('LIL'))).toContain('silence announced Revision 1 is to be under silence')
  expect(page(session, of('LIL'))).toContain('The Secretariat may set the clock forward.')
  session.at('2034-01-10T09:00:00Z')
  expect(page(session, of('LIL'))).toContain('under silence Revision 1 is under silence')
  const mark = { shows: session.now, what: 'silence expires on “Lights”', openly: 'x' }
  const clock = clockPage({ at: session.now, own: true, maySet: false, marks: [mark] }, placeOf(session, '', of('LIL')))
  expect(textOf(`<main>${clock.body.text}</main>`)).toMatch(/Silence expires on “Lights”: Tuesday, 10 January 2034/)
})

describe('whoever stays outside', () => {
  const would = 'Ruritania would stay outside it.'
  test('is named to whoever sees the positions, and to all once it is adopted', () => {
    const session = begun()
    session.enter(of('RUR'), position('RUR', 'does-not-take-part'))
    for (const id of ['ARC', 'BRO', 'ERE', 'LIL', 'UTO']) session.enter(of(id), position(id, 'no-objection'))
    expect(page(session, chair)).toContain(would)
    expect(page(session, of('LIL'))).not.toContain(would)
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'narrow' })
    session.enter(of('UTO'), { kind: 'presence-noted', meeting: 'm', participant: 'UTO', presence: 'present' })
    session.enter(chair, { kind: 'question-put', meeting: 'm', decision, revision: 1 })
    const taken = decisionOf(session.negotiation(), 'meeting')
    session.enter(chair, { kind: 'decision-recorded', outcome: 'adopted', meeting: 'm', ...taken })
    expect(page(session, of('LIL'))).toMatch(/not numbered yet\. Ruritania is outside it\./)
    expect(page(session, of('RUR'))).toContain('Ruritania is outside it, and may join it.')
    session.enter(of('RUR'), { kind: 'decision-joined', decision, participant: 'RUR', says: 'After all.' })
    expect(page(session, of('RUR'))).not.toContain('is outside it')
    expect(page(session, of('LIL'))).toContain('Ruritania on 9 January 2034 (“After all.”)')
  })
})

describe('the way to what is asked of a seat stands beside where the text stands', () => {
  const html = (session: Session, seat: Seat) =>
    proposalPage(viewIn(session, seat), placeOf(session, '/concord/run/proposals/lights', seat)).body.text
  test('to where it stands, while it has not said so; to silence; to what follows', () => {
    const session = begun()
    expect(html(session, of('ERE'))).toContain('<a href="#positions">')
    // Whoever has answered is not asked again, and the Secretariat is not asked.
    session.enter(of('ERE'), position('ERE', 'reserves'))
    for (const seat of [of('ERE'), secretariat]) expect(html(session, seat)).not.toContain('<a href="#positions">')
    silence(session)
    expect(html(session, of('LIL'))).toMatch(/<a href="#silence">[\s\S]*<section class="stack" id="silence">/)
    session.at('2034-01-13T15:00:00Z')
    const taken = decisionOf(session.negotiation(), 'silence')
    session.enter(chair, { kind: 'decision-recorded', outcome: 'adopted', ...taken })
    expect(html(session, of('LIL'))).toMatch(/<a href="#after">[\s\S]*<section class="stack" id="after">/)
  })
})

describe('in a meeting, while the question is put', () => {
  const put = () => {
    const session = begun()
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'narrow' })
    for (const participant of ['ERE', 'UTO'])
      session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant, presence: 'present' })
    session.enter(chair, { kind: 'question-put', meeting: 'm', decision, revision: 1 })
    return session
  }
  const read = (session: Session, seat: Seat) => {
    const view = meetingView(session.circle, 'm', seat, session.now)
    if (!view) throw new Error('The meeting is not open to this seat.')
    return textOf(`<main>${meetingPage(view, placeOf(session, '/concord/run/meetings/m', seat)).body.text}</main>`)
  }
  test.each([
    ['no-objection', 'You have not objected.', 'Object'],
    ['objects', 'You object.', 'Lift it: no objection'],
    ['reserves', 'You reserve your position, which holds the text.', 'Lift it: no objection'],
    ['ad-referendum', 'You agree ad referendum', 'Confirm: no objection'],
    ['stands-aside', 'You stand aside, which holds nothing up.', 'Take part: no objection'],
    ['does-not-take-part', 'You stay outside: you are not asked', 'Take part: no objection'],
  ])('%s is told as what it is', (is, says, button) => {
    const session = put()
    session.enter(of('ERE'), position('ERE', is, is === 'ad-referendum' ? { confirmBy: '2034-01-20' } : {}))
    expect(read(session, of('ERE'))).toContain(says)
    expect(read(session, of('ERE'))).toContain(button)
  })
  test('what follows is said once, and who would be outside', () => {
    const session = put()
    session.enter(of('ERE'), position('ERE', 'does-not-take-part'))
    expect(read(session, chair)).toContain('Outside, not asked and not bound: Erewhon.')
    expect(read(session, chair).match(/o on with the text/g)).toHaveLength(1)
    session.enter(of('ERE'), position('ERE', 'objects'))
    expect(read(session, chair).match(/o on with the text/g)).toHaveLength(1)
  })
  test('of a roll-call, who has not answered yet is said beside what the answers give', () => {
    const session = begun({ body: 'assembly', level: 'assembly' })
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'assembly', format: 'narrow' })
    for (const participant of ['ARC', 'ERE', 'LIL'])
      session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant, presence: 'present' })
    session.enter(chair, { kind: 'question-put', meeting: 'm', decision, revision: 1 })
    session.enter(of('ARC'), position('ARC', 'objects', { meeting: 'm' }))
    expect(read(session, chair)).toContain('Not answered yet: Erewhon and Lilliput.')
    for (const id of ['ERE', 'LIL']) session.enter(of(id), position(id, 'no-objection', { meeting: 'm' }))
    expect(read(session, chair)).not.toContain('Not answered yet')
  })
  test('whoever has not come is not asked to leave', () => {
    const session = put()
    expect(read(session, of('LIL'))).toContain('We are present')
    expect(read(session, of('LIL'))).not.toContain('We leave')
    expect(read(session, of('ERE'))).toContain('We leave')
  })
})

describe('what was done, in a sentence', () => {
  const last = (session: Session) => {
    const [entry] = session.fold.allEntries().slice(-1)
    return entry ? changeInWords(entry, session.circle.organisation, undefined) : ''
  }
  test.each([
    { openPoints: [{ paragraph: '2', says: 'The colour.' }], says: /^Forwarded to the .* with points left open\.$/ },
    { openPoints: [], says: /^Agreed at this level and forwarded to the Committee of Coordinators\.$/ },
  ])('$says', ({ openPoints, says }) => {
    const session = begun({ level: 'experts' })
    session.enter(chair, { kind: 'proposal-forwarded', decision, revision: 1, to: 'coordinators', openPoints })
    expect(last(session)).toMatch(says)
  })
  test('a decision, with what became of it', () => {
    const session = begun()
    silence(session)
    session.at('2034-01-13T15:00:00Z')
    const taken = decisionOf(session.negotiation(), 'silence')
    session.enter(chair, { kind: 'decision-recorded', outcome: 'adopted', number: 'C/2034/1', ...taken })
    expect(last(session)).toBe('Harbour lights: adopted under silence as C/2034/1.')
    expect(page(session, of('LIL'))).toContain('What was done, the latest first Adopted under silence as C/2034/1.')
  })
})
