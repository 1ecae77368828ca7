import { describe, expect, test } from 'vitest'
import { decisionOf, meetingView, proposalData, recordOf, type Seat } from '../src/record/index.ts'
import type { Html } from '../src/ui/html.ts'
import type { Place } from '../src/ui/layout.ts'
import { meetingPage } from '../src/ui/run/meeting.ts'
import { meetingRecordPage } from '../src/ui/run/meeting-record.ts'
import { proposalPage } from '../src/ui/run/proposal.ts'
import { of, position, proposal, Session, secretariat } from './support/negotiating.ts'
import { textOf } from './support/pages.ts'
import { viewIn } from './support/standing.ts'

// What the pages of the second door say to each seat, of a session in memory.

const chair = of('UTO')
/** An instant as the record writes it, which nobody reads. */
const asStored = /\d{4}-\d\d-\d\dT\d\d:\d\d/

function placeOf({ circle: { organisation } }: Session, path: string, seat?: Seat): Place {
  return {
    organisation,
    description: organisation.description,
    path,
    on: undefined,
    known: undefined,
    head: organisation.position,
    ...(seat ? { seat: { seat, name: 'somebody' } } : {}),
  }
}

function read({ text }: Html): string {
  return textOf(`<main>${text}</main>`)
}

function proposalRead(session: Session, seat: Seat): string {
  return read(proposalPage(viewIn(session, seat), placeOf(session, '/concord/run/proposals/lights', seat)).body)
}

function silence(revision: number, opensAt: string, expiresAt: string) {
  return { kind: 'silence-opened', decision: 'lights', revision, opensAt, expiresAt }
}

function saying(colour: string) {
  return [{ number: '1', text: { en: `The light is ${colour}.` } }]
}

/** Put under silence three times: broken by Erewhon, ended by a change of the text, expired. */
function underSilenceThrice(): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level: 'council' }))
  session.enter(chair, silence(1, '2034-01-10T09:00:00Z', '2034-01-13T15:00:00Z'))
  session.at('2034-01-11T10:00:00Z')
  session.enter(of('ERE'), position('ERE', 'objects', { says: 'Green is for starboard.' }))
  session.at('2034-01-11T10:05:00Z')
  session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 2, paragraphs: saying('red') })
  session.enter(chair, silence(2, '2034-01-12T09:00:00Z', '2034-01-16T15:00:00Z'))
  session.at('2034-01-12T10:00:00Z')
  session.enter(of('ARC'), { kind: 'revision-made', decision: 'lights', revision: 3, paragraphs: saying('white') })
  session.enter(chair, silence(3, '2034-01-12T12:00:00Z', '2034-01-16T15:00:00Z'))
  return session
}

describe('the history of a proposal', () => {
  const broken = 'Revision 1, from 10 January 2034, 09:00 UTC until 13 January 2034, 15:00 UTC broken; not adopted'
  const ended =
    'Revision 2, from 12 January 2034, 09:00 UTC until 16 January 2034, 15:00 UTC ended when the text was changed, on 12 January 2034, 10:00 UTC'
  test('its times are told as every other', () => {
    const session = underSilenceThrice()
    for (const seat of [chair, secretariat, of('ARC'), of('ERE')]) {
      expect(proposalRead(session, seat)).not.toMatch(asStored)
      expect(proposalRead(session, seat)).toContain(
        'Revision 3 was put under silence until 16 January 2034, 15:00 UTC.',
      )
    }
  })
  test('each silence that is over, with its outcome; not the one that runs', () => {
    const session = underSilenceThrice()
    const text = proposalRead(session, of('ARC'))
    expect(text).toContain(broken)
    expect(text).toContain(ended)
    expect(text).not.toContain('Revision 3, from')
    session.at('2034-01-16T14:59:59Z')
    expect(proposalRead(session, of('ARC'))).not.toContain('Revision 3, from')
    session.at('2034-01-16T15:00:00Z')
    expect(proposalRead(session, of('ARC'))).toContain(
      'Revision 3, from 12 January 2034, 12:00 UTC until 16 January 2034, 15:00 UTC expired unbroken',
    )
  })
  test('who broke one is named to whom the rule on silence tells it, when it is over', () => {
    const session = underSilenceThrice()
    expect(proposalRead(session, chair)).toContain(`${broken} (Erewhon)`)
    expect(proposalRead(session, of('ARC'))).not.toContain('Erewhon)')
    session.at('2034-01-13T14:59:59Z')
    expect(proposalData(viewIn(session, of('ARC'))).silences[0]).not.toHaveProperty('by')
    session.at('2034-01-13T15:00:00Z')
    expect(proposalRead(session, of('ARC'))).toContain(`${broken} (Erewhon)`)
    expect(proposalData(viewIn(session, of('ARC'))).silences[0]).toMatchObject({ outcome: 'broken', by: ['ERE'] })
  })
  test('a text that was never under silence has no such list', () => {
    const session = new Session()
    session.enter(of('ARC'), proposal({ level: 'council' }))
    expect(proposalRead(session, chair)).not.toContain('Each time it was under silence')
    expect(proposalData(viewIn(session, chair)).silences).toEqual([])
  })
})

describe('the record of a meeting', () => {
  const meeting = 'm'
  /** A meeting of a body at which Arcadia, Erewhon and Utopia are present. */
  function sitting(body: string): Session {
    const session = new Session()
    session.enter(of('ARC'), proposal({ body, level: body }))
    session.enter(chair, { kind: 'meeting-opened', meeting, body, format: 'expanded', agenda: [] })
    for (const participant of ['ARC', 'ERE', 'UTO'])
      session.enter(chair, { kind: 'presence-noted', meeting, participant, presence: 'present' })
    return session
  }
  const viewOf = (session: Session, seat: Seat) => {
    const view = meetingView(session.circle, meeting, seat, session.now)
    if (!view) throw new Error('The meeting is not open to this seat.')
    return view
  }
  const record = (session: Session, seat: Seat) => {
    const view = viewOf(session, seat)
    return read(meetingRecordPage(view, recordOf(view), placeOf(session, '/concord/run/meetings/m/record', seat)).body)
  }
  const put = { kind: 'question-put', meeting, decision: 'lights', revision: 1 }
  const answer = (participant: string, is: string) => position(participant, is, { meeting })

  test('names who is present, and nothing of questions before one is put', () => {
    const text = record(sitting('council'), chair)
    expect(text).toContain('Who is present Arcadia, Erewhon and Utopia.')
    expect(text).not.toContain('Questions put')
  })
  test('of consensus: the rule with its article; of positions what the seat may see, and all once it is decided', () => {
    const session = sitting('council')
    session.enter(chair, put)
    session.enter(of('ERE'), answer('ERE', 'does-not-take-part'))
    const rule =
      'Harbour lights revision 1 It is decided by consensus: nobody entitled objects. Rules of Procedure, Rule 6'
    const all = 'Does not take part Erewhon Said nothing Arcadia, Brobdingnag, Lilliput, Ruritania and Utopia'
    expect(record(session, chair)).toContain(`${rule} ${all} Nothing is decided on it yet.`)
    expect(record(session, of('ARC'))).toContain(`${rule} Where others stand is not open to you`)
    expect(record(session, of('ARC'))).not.toContain('Does not take part Erewhon')
    session.enter(chair, {
      kind: 'decision-recorded',
      outcome: 'adopted',
      meeting,
      ...decisionOf(session.negotiation(), 'meeting'),
    })
    for (const seat of [chair, of('ARC')]) expect(record(session, seat)).toContain(`${rule} ${all} Adopted.`)
  })
  test('of a roll-call: every answer, for everyone who may see the meeting', () => {
    const session = sitting('assembly')
    session.enter(chair, put)
    session.enter(of('ARC'), answer('ARC', 'no-objection'))
    session.enter(of('ERE'), answer('ERE', 'objects'))
    const text = record(session, of('LIL'))
    expect(text).toContain('Rules of Procedure, Rule 7 For Arcadia Against Erewhon Said nothing')
    session.enter(chair, { kind: 'meeting-closed', meeting })
    expect(record(session, of('LIL'))).toContain('Nothing was decided on it at this meeting.')
  })
  test('on paper a meeting that sits has no heading above a form alone', () => {
    const session = sitting('council')
    const page = () => meetingPage(viewOf(session, chair), placeOf(session, '/concord/run/meetings/m', chair)).body.text
    const onPaper = (heading: string) => new RegExp(`<section class="tight"><h2>${heading}`)
    for (const heading of ['The sitting', 'For the record']) {
      expect(page()).toContain(`<section class="tight only-here"><h2>${heading}`)
      expect(page()).not.toMatch(onPaper(heading))
    }
    session.enter(chair, { kind: 'minutes-noted', meeting, says: 'Thanks to all.' })
    expect(page()).toMatch(onPaper('For the record'))
  })
})
