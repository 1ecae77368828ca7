import { of, type Session, secretariat } from '../negotiating.ts'
import {
  adopted,
  adoption,
  all,
  announced,
  at,
  chair,
  expired,
  expiresAt,
  meets,
  present,
  proposed,
  put,
  putToNobody,
  type Row,
  revised,
  running,
  says,
  withdrawn,
} from './row.ts'

const silently = (more: Record<string, unknown> = {}) =>
  adoption({ meeting: undefined, adoption: { revision: 1, under: 'silence' }, ...more })
const closed = (session: Session) => {
  session.enter(chair, { kind: 'meeting-closed', meeting: 'm' })
}
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
  {
    says: 'not where nobody is noted as present',
    given: all(proposed(), putToNobody),
    seat: chair,
    act: adoption(),
    refused: 'nobody-present',
  },
  {
    says: 'nor is it not adopted there, whoever objected before',
    given: all(proposed(), says('ERE', 'objects'), putToNobody),
    seat: chair,
    act: adoption({ outcome: 'not-adopted' }),
    refused: 'nobody-present',
  },
  {
    says: 'not where the only one present has no say',
    given: all(proposed(), putToNobody, (session) =>
      session.enter(chair, { kind: 'presence-noted', meeting: 'm', participant: 'BEN', presence: 'present' }),
    ),
    seat: chair,
    act: adoption(),
    refused: 'nobody-present',
  },
  {
    says: 'not when everyone has left',
    given: all(proposed(), putToNobody, present('ERE'), (session) =>
      session.enter(of('ERE'), { kind: 'presence-noted', meeting: 'm', participant: 'ERE', presence: 'absent' }),
    ),
    seat: chair,
    act: adoption(),
    refused: 'nobody-present',
  },
  {
    says: 'where one is present, for no rule asks for more',
    given: all(proposed(), putToNobody, present('ERE')),
    seat: chair,
    act: adoption(),
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
    says: 'not adopted, it has nobody outside',
    given: all(proposed(), says('RUR', 'does-not-take-part'), says('ERE', 'objects'), put),
    seat: chair,
    act: adoption({ outcome: 'not-adopted' }),
  },
  {
    says: 'and names nobody as outside',
    given: all(proposed(), says('RUR', 'does-not-take-part'), says('ERE', 'objects'), put),
    seat: chair,
    act: adoption({ outcome: 'not-adopted', outside: ['RUR'] }),
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
]
