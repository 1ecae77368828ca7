import { describe, expect, test } from 'vitest'
import { proposalData, type Seat } from '../src/record/index.ts'
import type { Html } from '../src/ui/html.ts'
import type { Place } from '../src/ui/layout.ts'
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
