import { of, type Session, secretariat } from '../negotiating.ts'
import { adopted, adoption, all, chair, does, note, proposed, put, type Row, says } from './row.ts'

// What is done with a decision once there is one: its number, who joins it, who may read it, signature, commitments, notes.

const after = (kind: string, more: Record<string, unknown> = {}) => ({ kind, decision: 'lights', ...more })
const numbered = (number: string) => after('decision-numbered', { number })
const joins = (participant: string) => after('decision-joined', { participant })
const released = (to: string) => after('decision-released', { to })
const ready = (language: string) => after('text-ready', { language })
const completed = (participant: string) => after('procedures-completed', { participant })
const planned = after('signature-planned', { level: 'ministers', form: 'a treaty', languages: ['en'] })
const commitment = after('commitment-made', { commitment: 'c', paragraph: '1', who: ['ARC'], what: 'a light' })
const noteIn = (more: Record<string, unknown> = {}) => ({
  ...{ kind: 'note-registered', direction: 'in', number: '17', date: '2034-01-08', participant: 'ERE' },
  ...{ says: 'of ours', ...more },
})

/** The chair, or another, did it before. */
const done = ({ kind, ...act }: { kind: string }, seat = chair) => does(seat, kind, act)
const adoptedWithout = all(proposed(), says('RUR', 'does-not-take-part'), put, (session: Session) => {
  session.enter(chair, adoption({ outside: ['RUR'] }) as { kind: string })
})
const leaves = (session: Session) =>
  session.tell({
    ...{ kind: 'status-ended', on: '2034-01-09', participant: 'RUR' },
    sources: [{ source: 'rules-of-procedure' }],
  })

type Brief = readonly [says: string, given: Row['given'], seat: Row['seat'], act: Row['act'], refused?: string]

const numbers: readonly Brief[] = [
  ['numbered later', adopted, chair, numbered('C/2034/1')],
  ['once', all(adopted, done(numbered('C/2034/1'))), chair, numbered('C/2034/2'), 'already-so'],
  ['in its turn', adopted, chair, numbered('C/2034/7'), 'number-not-due'],
  ['what is not decided has no number', proposed(), chair, numbered('C/2034/1'), 'not-decided'],
]
const joining: readonly Brief[] = [
  ['whoever stayed outside joins', adoptedWithout, of('RUR'), joins('RUR')],
  ['once', all(adoptedWithout, done(joins('RUR'), of('RUR'))), of('RUR'), joins('RUR'), 'already-so'],
  ['whoever took part does not', adoptedWithout, of('ERE'), joins('ERE'), 'was-not-outside'],
  [
    'whoever holds no status any more does not',
    all(adoptedWithout, leaves),
    secretariat,
    { ...joins('RUR'), fromNote: note },
    'no-say',
  ],
]
const releasing: readonly Brief[] = [
  ['opened to all', adopted, chair, released('public')],
  ['not closed again', all(adopted, done(released('public'))), chair, released('body'), 'already-so'],
  ['not before it is decided', proposed(), chair, released('public'), 'not-decided'],
]
const signing: readonly Brief[] = [
  ['signature is planned', adopted, chair, planned],
  ['by the chair', adopted, of('ERE'), planned, 'not-the-chair'],
  ['a language is ready', adopted, chair, ready('en')],
  ['once', all(adopted, done(ready('en'))), chair, ready('en'), 'already-so'],
  ['one in which it is to be signed', all(adopted, done(planned)), chair, ready('en')],
  ['one in which it is not', all(adopted, done(planned)), chair, ready('ru'), 'unknown-language'],
  ['a capital has done what it must', adopted, of('ERE'), completed('ERE')],
  ['once', all(adopted, done(completed('ERE'), of('ERE'))), of('ERE'), completed('ERE'), 'already-so'],
  ['not for another', adopted, of('ARC'), completed('ERE'), 'not-your-act'],
  ['whoever stayed outside completes nothing', adoptedWithout, of('RUR'), completed('RUR'), 'takes-no-part'],
]
const commitments: readonly Brief[] = [
  ['who does what', adopted, chair, commitment],
  ['under an id of its own', all(adopted, done(commitment)), chair, commitment, 'id-already-used'],
  ['from a paragraph that is none', adopted, chair, { ...commitment, paragraph: '9' }, 'unknown-paragraph'],
  ['done by a stranger', adopted, chair, { ...commitment, who: ['NON'] }, 'unknown-participant'],
]
const notes: readonly Brief[] = [
  ['the Secretariat keeps the notes', undefined, secretariat, noteIn()],
  ['and nobody else', undefined, of('ERE'), noteIn(), 'not-your-act'],
  ['on what is on record', adopted, secretariat, noteIn({ decision: 'lights' })],
  ['on what is not', adopted, secretariat, noteIn({ decision: 'lamps' }), 'unknown-proposal'],
]

export const rows: readonly Row[] = [numbers, joining, releasing, signing, commitments, notes]
  .flat()
  .map(([says, given, seat, act, refused]) => ({
    ...{ says, seat, act },
    ...(given && { given }),
    ...(refused && { refused }),
  }))
