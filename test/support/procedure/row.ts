import type { Seat } from '../../../src/record/index.ts'
import { of, position, proposal, Session } from '../negotiating.ts'

/** A sentence of the procedure: what was done before, who does what, and what comes of it. */
export interface Row {
  readonly says: string
  /** What was done before; without it, nothing. */
  readonly given?: (session: Session) => void
  readonly seat: Seat
  /** With `kind`; may be made from what was done before. */
  readonly act: Record<string, unknown> | ((session: Session) => Record<string, unknown>)
  /** In order where it is left out. */
  readonly refused?: string
}

export const chair = of('UTO')
export const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO'] as const
export const nobody: Seat = { kind: 'public' }
export const note = { number: '17', date: '2034-01-08' }

/** The result of a row: the code of the refusal, or nothing. */
export function resultOf({ given, seat, act }: Row): { refused: string | undefined; before: number; after: number } {
  const session = new Session()
  given?.(session)
  const before = session.fold.position
  const written = typeof act === 'function' ? act(session) : act
  const refused = session.submit(seat, written as { kind: string })?.refused
  return { refused, before, after: session.fold.position }
}

/** What is done one after the other before a row begins. */
export function all(...steps: readonly ((session: Session) => void)[]): (session: Session) => void {
  return (session) => {
    for (const step of steps) step(session)
  }
}

export const proposed =
  (more: Record<string, unknown> = {}) =>
  (session: Session) => {
    session.enter(of('ARC'), proposal({ level: 'council', ...more }))
  }

export const says =
  (participant: string, is: string, more: Record<string, unknown> = {}) =>
  (session: Session) => {
    session.enter(of(participant), position(participant, is, more))
  }

export const does =
  (seat: Seat, kind: string, more: Record<string, unknown> = {}) =>
  (session: Session) => {
    session.enter(seat, { kind, decision: 'lights', ...more })
  }

export const at = (time: string) => (session: Session) => session.at(time)

export const revised = does(of('ARC'), 'revision-made', {
  revision: 2,
  paragraphs: [
    { number: '1', text: { en: 'Every harbour shows a light.' } },
    { number: '2', text: { en: 'The light is white.' } },
  ],
})
export const withdrawn = does(of('ARC'), 'proposal-withdrawn')

export const meets = (session: Session) => {
  session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'expanded' })
}
export const present = (...those: readonly string[]) =>
  all(
    ...those.map((participant) => (session: Session) => {
      session.enter(of(participant), { kind: 'presence-noted', meeting: 'm', participant, presence: 'present' })
    }),
  )
/** Put to a meeting at which nobody is noted as present; and to one at which everyone is. */
export const putToNobody = all(meets, does(chair, 'question-put', { meeting: 'm', revision: 1 }))
export const put = all(putToNobody, present(...six))

export const opensAt = '2034-01-10T09:00:00.000Z'
export const expiresAt = '2034-01-13T09:00:00.000Z'
export const announced = does(chair, 'silence-opened', { revision: 1, opensAt, expiresAt })
export const running = all(announced, at(opensAt))
export const expired = all(announced, at(expiresAt))

/** Adopted at a meeting, with what the page fills in. */
export const adoption = (more: Record<string, unknown> = {}) => ({
  kind: 'decision-recorded',
  outcome: 'adopted',
  meeting: 'm',
  decision: 'lights',
  body: 'council',
  type: 'decision',
  title: 'Harbour lights',
  proposedBy: ['ARC'],
  participants: 'members',
  adoption: { revision: 1, under: 'meeting' },
  ...more,
})
export const adopted = all(proposed(), put, (session: Session) => {
  session.enter(chair, adoption())
})

/** A silence of the Coordinators that nobody can oppose beforehand, beside that of the Council. */
export const coordinatorsMayBeSilent = (session: Session) => tellSilence(session, { period: { hours: 24 } })

/** The same, announced at a meeting until the instant that the chair names. */
export const coordinatorsAnnounceSilence = (session: Session) =>
  tellSilence(session, { period: 'announced', announcedAt: 'meeting' })

const tellSilence = (session: Session, settings: object) =>
  session.tell({
    kind: 'rule-stated',
    rule: 'silence-of-coordinators',
    on: '2033-10-03',
    document: 'Rules of Procedure',
    article: 'Rule 99',
    topic: 'decisions',
    strength: 'must',
    says: 'The Coordinators may put a text under silence.',
    bodies: ['coordinators'],
    computes: {
      kind: 'silence',
      bodies: ['coordinators'],
      amendmentBreaks: false,
      release: 'never',
      methodNeedsConsent: false,
      ...settings,
    },
    sources: [{ source: 'rules-of-procedure' }],
  })
