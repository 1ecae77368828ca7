import { of, type Session, secretariat } from '../negotiating.ts'
import {
  adopted,
  adoption,
  all,
  announced,
  at,
  chair,
  does,
  expired,
  expiresAt,
  meets,
  note,
  proposed,
  put,
  type Row,
  revised,
  running,
  says,
  withdrawn,
} from './row.ts'

const silently = (more: Record<string, unknown> = {}) =>
  adoption({ meeting: undefined, adoption: { revision: 1, under: 'silence' }, ...more })
const after = (kind: string, more: Record<string, unknown> = {}) => ({ kind, decision: 'lights', ...more })
const commitment = after('commitment-made', { commitment: 'c', paragraph: '1', who: ['ARC'], what: 'a light' })
const closed = (session: Session) => {
  session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
}
const numbered = does(chair, 'decision-numbered', { number: 'C/2034/1' })
const adoptedWithout = all(proposed(), says('RUR', 'does-not-take-part'), put, (session: Session) => {
  session.enter(chair, adoption({ outside: ['RUR'] }) as { kind: string })
})
/** A body of which nobody has written how it decides. */
const board = (session: Session) => {
  session.tell(
    {
      kind: 'body-described',
      type: 'permanent',
      body: 'board',
      names: { en: 'Harbour Board' },
      sources: [{ source: 'rules-of-procedure' }],
    },
    {
      kind: 'rule-stated',
      rule: 'board-proposals',
      on: '2033-10-03',
      document: 'Rules of Procedure',
      article: 'Rule 98',
      topic: 'decisions',
      strength: 'must',
      says: 'Full participants may propose in the Harbour Board.',
      bodies: ['board'],
      computes: { kind: 'right', statuses: ['full-participant'], may: 'propose', bodies: ['board'] },
      sources: [{ source: 'rules-of-procedure' }],
    },
  )
  session.enter(secretariat, { kind: 'meeting-opened', meeting: 'm', body: 'board', format: 'expanded' })
  proposed({ body: 'board', level: 'board' })(session)
  session.enter(secretariat, { kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 })
}

export const rows: readonly Row[] = [
  { says: 'adopted at a meeting', given: all(proposed(), put), seat: chair, act: adoption() },
  {
    says: 'by nobody but the chair',
    given: all(proposed(), put),
    seat: of('ARC'),
    act: adoption(),
    refused: 'not-the-chair',
  },
  { says: 'not without the question', given: all(proposed(), meets), seat: chair, act: adoption(), refused: 'not-put' },
  {
    says: 'not of a revision that was not put',
    given: all(proposed(), put, revised),
    seat: chair,
    act: adoption({ adoption: { revision: 2, under: 'meeting' } }),
    refused: 'not-put',
  },
  {
    says: 'not of an older revision',
    given: all(proposed(), put, revised),
    seat: chair,
    act: adoption(),
    refused: 'stale-revision',
  },
  {
    says: 'not at a meeting that is over',
    given: all(proposed(), put, closed),
    seat: chair,
    act: adoption(),
    refused: 'not-put',
  },
  {
    says: 'not over an objection',
    given: all(proposed(), put, says('ERE', 'objects')),
    seat: chair,
    act: adoption(),
    refused: 'not-adopted',
  },
  {
    says: 'not over a reserve',
    given: all(proposed(), put, says('ERE', 'reserves')),
    seat: chair,
    act: adoption(),
    refused: 'not-adopted',
  },
  {
    says: 'not before a capital confirmed',
    given: all(proposed(), put, says('ERE', 'ad-referendum', { confirmBy: '2034-01-10' })),
    seat: chair,
    act: adoption(),
    refused: 'not-adopted',
  },
  {
    says: 'on the last day on which it may',
    given: all(
      proposed(),
      put,
      says('ERE', 'ad-referendum', { confirmBy: '2034-01-10' }),
      at('2034-01-10T23:59:59.999Z'),
    ),
    seat: chair,
    act: adoption(),
    refused: 'not-adopted',
  },
  {
    says: 'after that day',
    given: all(proposed(), put, says('ERE', 'ad-referendum', { confirmBy: '2034-01-10' }), at('2034-01-11T00:00:00Z')),
    seat: chair,
    act: adoption(),
  },
  {
    says: 'with one that stands aside',
    given: all(proposed(), put, says('ERE', 'stands-aside')),
    seat: chair,
    act: adoption(),
  },
  {
    says: 'not adopted over an objection',
    given: all(proposed(), put, says('ERE', 'objects')),
    seat: chair,
    act: adoption({ outcome: 'not-adopted' }),
  },
  {
    says: 'not adopted though nobody objects',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ outcome: 'not-adopted' }),
    refused: 'is-adopted',
  },
  {
    says: 'under another title',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ title: 'Lamps' }),
    refused: 'not-as-proposed',
  },
  {
    says: 'without the one outside',
    given: all(proposed(), says('RUR', 'does-not-take-part'), put),
    seat: chair,
    act: adoption(),
    refused: 'not-as-proposed',
  },
  {
    says: 'without saying how',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ adoption: undefined }),
    refused: 'not-as-proposed',
  },
  {
    says: 'under the number that is due',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ number: 'C/2034/1' }),
  },
  {
    says: 'under a later one',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ number: 'C/2034/2' }),
    refused: 'number-not-due',
  },
  {
    says: 'under what is no number',
    given: all(proposed(), put),
    seat: chair,
    act: adoption({ number: '1' }),
    refused: 'number-not-due',
  },
  { says: 'twice', given: adopted, seat: chair, act: adoption(), refused: 'closed' },
  { says: 'what is withdrawn', given: all(proposed(), withdrawn), seat: chair, act: adoption(), refused: 'closed' },
  {
    says: 'where no rule says how it decides',
    given: board,
    seat: secretariat,
    act: adoption({ body: 'board' }),
    refused: 'no-rule',
  },
  {
    says: 'while silence runs on it',
    given: all(proposed(), put, running),
    seat: chair,
    act: adoption(),
    refused: 'silence-runs',
  },
  { says: 'when silence expired', given: all(proposed(), expired), seat: chair, act: silently() },
  {
    says: 'a millisecond before',
    given: all(proposed(), announced, at('2034-01-13T08:59:59.999Z')),
    seat: chair,
    act: silently(),
    refused: 'silence-not-over',
  },
  {
    says: 'when it was broken',
    given: all(proposed(), running, says('ERE', 'objects'), at(expiresAt)),
    seat: chair,
    act: silently(),
    refused: 'silence-not-over',
  },
  { says: 'never put under silence', given: proposed(), seat: chair, act: silently(), refused: 'silence-not-over' },
  {
    says: 'not adopted though silence expired',
    given: all(proposed(), put, says('ERE', 'reserves'), expired),
    seat: chair,
    act: adoption({ outcome: 'not-adopted' }),
    refused: 'is-adopted',
  },

  { says: 'numbered later', given: adopted, seat: chair, act: after('decision-numbered', { number: 'C/2034/1' }) },
  {
    says: 'once',
    given: all(adopted, numbered),
    seat: chair,
    act: after('decision-numbered', { number: 'C/2034/2' }),
    refused: 'already-so',
  },
  {
    says: 'in its turn',
    given: adopted,
    seat: chair,
    act: after('decision-numbered', { number: 'C/2034/7' }),
    refused: 'number-not-due',
  },
  {
    says: 'what is not decided has no number',
    given: proposed(),
    seat: chair,
    act: after('decision-numbered', { number: 'C/2034/1' }),
    refused: 'not-decided',
  },

  {
    says: 'whoever stayed outside joins',
    given: adoptedWithout,
    seat: of('RUR'),
    act: after('decision-joined', { participant: 'RUR' }),
  },
  {
    says: 'once',
    given: all(adoptedWithout, does(of('RUR'), 'decision-joined', { participant: 'RUR' })),
    seat: of('RUR'),
    act: after('decision-joined', { participant: 'RUR' }),
    refused: 'already-so',
  },
  {
    says: 'whoever took part does not',
    given: adoptedWithout,
    seat: of('ERE'),
    act: after('decision-joined', { participant: 'ERE' }),
    refused: 'was-not-outside',
  },
  {
    says: 'whoever holds no status any more does not',
    given: all(adoptedWithout, (session) =>
      session.tell({
        kind: 'status-ended',
        on: '2034-01-09',
        participant: 'RUR',
        sources: [{ source: 'rules-of-procedure' }],
      }),
    ),
    seat: secretariat,
    act: after('decision-joined', { participant: 'RUR', fromNote: note }),
    refused: 'no-say',
  },

  { says: 'opened to all', given: adopted, seat: chair, act: after('decision-released', { to: 'public' }) },
  {
    says: 'not closed again',
    given: all(adopted, does(chair, 'decision-released', { to: 'public' })),
    seat: chair,
    act: after('decision-released', { to: 'body' }),
    refused: 'already-so',
  },
  {
    says: 'not before it is decided',
    given: proposed(),
    seat: chair,
    act: after('decision-released', { to: 'public' }),
    refused: 'not-decided',
  },
  { says: 'a language is ready', given: adopted, seat: chair, act: after('text-ready', { language: 'en' }) },
  {
    says: 'once',
    given: all(adopted, does(chair, 'text-ready', { language: 'en' })),
    seat: chair,
    act: after('text-ready', { language: 'en' }),
    refused: 'already-so',
  },
  {
    says: 'signature is planned',
    given: adopted,
    seat: chair,
    act: after('signature-planned', { level: 'ministers', form: 'a treaty', languages: ['en'] }),
  },
  {
    says: 'by the chair',
    given: adopted,
    seat: of('ERE'),
    act: after('signature-planned', { level: 'ministers', form: 'a treaty', languages: ['en'] }),
    refused: 'not-the-chair',
  },
  { says: 'who does what', given: adopted, seat: chair, act: commitment },
  {
    says: 'under an id of its own',
    given: all(adopted, does(chair, 'commitment-made', commitment)),
    seat: chair,
    act: commitment,
    refused: 'id-already-used',
  },
  {
    says: 'from a paragraph that is none',
    given: adopted,
    seat: chair,
    act: { ...commitment, paragraph: '9' },
    refused: 'unknown-paragraph',
  },
  {
    says: 'a capital has done what it must',
    given: adopted,
    seat: of('ERE'),
    act: after('procedures-completed', { participant: 'ERE' }),
  },
  {
    says: 'once',
    given: all(adopted, does(of('ERE'), 'procedures-completed', { participant: 'ERE' })),
    seat: of('ERE'),
    act: after('procedures-completed', { participant: 'ERE' }),
    refused: 'already-so',
  },
  {
    says: 'not for another',
    given: adopted,
    seat: of('ARC'),
    act: after('procedures-completed', { participant: 'ERE' }),
    refused: 'not-your-act',
  },
  {
    says: 'the Secretariat keeps the notes',
    seat: secretariat,
    act: {
      kind: 'note-registered',
      direction: 'in',
      number: '17',
      date: '2034-01-08',
      participant: 'ERE',
      says: 'of ours',
    },
  },
  {
    says: 'and nobody else',
    seat: of('ERE'),
    act: {
      kind: 'note-registered',
      direction: 'in',
      number: '17',
      date: '2034-01-08',
      participant: 'ERE',
      says: 'of ours',
    },
    refused: 'not-your-act',
  },
]
