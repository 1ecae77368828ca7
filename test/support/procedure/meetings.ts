import { of } from '../negotiating.ts'
import {
  all,
  chair,
  does,
  expired,
  meets,
  nobody,
  present,
  proposed,
  put,
  type Row,
  revised,
  running,
  withdrawn,
} from './row.ts'

const open = (more: Record<string, unknown> = {}) => ({
  kind: 'meeting-opened',
  meeting: 'm',
  body: 'council',
  format: 'narrow',
  ...more,
})
const notes = (kind: string, more: Record<string, unknown> = {}) => ({ kind, meeting: 'm', ...more })
const closed = (session: import('../negotiating.ts').Session) => {
  session.enter(chair, notes('meeting-closed') as { kind: string })
}
const question = (more: Record<string, unknown> = {}) =>
  notes('question-put', { decision: 'lights', revision: 1, ...more })

export const rows: readonly Row[] = [
  { says: 'opened by the chair', seat: chair, act: open() },
  { says: 'by nobody else', seat: of('ARC'), act: open(), refused: 'not-the-chair' },
  { says: 'nor by the public', seat: nobody, act: open(), refused: 'not-your-act' },
  { says: 'of a body that is none', seat: chair, act: open({ body: 'tribunal' }), refused: 'unknown-body' },
  {
    says: 'at an address that is another’s',
    seat: chair,
    act: open({ meeting: 'm/record' }),
    refused: 'unreadable-id',
  },
  { says: 'one at a time', given: meets, seat: chair, act: open({ meeting: 'm2' }), refused: 'is-meeting' },
  { says: 'another once it is closed', given: all(meets, closed), seat: chair, act: open({ meeting: 'm2' }) },
  { says: 'an id is given once', given: all(meets, closed), seat: chair, act: open(), refused: 'id-already-used' },

  {
    says: 'the chair notes who is there',
    given: meets,
    seat: chair,
    act: notes('presence-noted', { participant: 'ERE', presence: 'present' }),
  },
  {
    says: 'a delegation notes itself',
    given: meets,
    seat: of('ERE'),
    act: notes('presence-noted', { participant: 'ERE', presence: 'present' }),
  },
  {
    says: 'and nobody else',
    given: meets,
    seat: of('ERE'),
    act: notes('presence-noted', { participant: 'ARC', presence: 'absent' }),
    refused: 'not-the-chair',
  },
  {
    says: 'whoever may attend',
    given: meets,
    seat: chair,
    act: notes('presence-noted', { participant: 'BEN', presence: 'present' }),
  },
  {
    says: 'and not whoever may not',
    given: meets,
    seat: chair,
    act: notes('presence-noted', { participant: 'LAP', presence: 'present' }),
    refused: 'may-not-attend',
  },
  {
    says: 'to whom the body is not open the meeting is not there',
    given: meets,
    seat: of('LAP'),
    act: notes('presence-noted', { participant: 'LAP', presence: 'present' }),
    refused: 'unknown-meeting',
  },
  { says: 'the sitting is changed', given: meets, seat: chair, act: notes('sitting-changed', { format: 'narrow' }) },
  {
    says: 'by the chair',
    given: meets,
    seat: of('ERE'),
    act: notes('sitting-changed', { format: 'narrow' }),
    refused: 'not-the-chair',
  },
  {
    says: 'noted as it is noted already',
    given: all(meets, present('ERE')),
    seat: chair,
    act: notes('presence-noted', { participant: 'ERE', presence: 'present' }),
    refused: 'already-so',
  },
  {
    says: 'changed to what it is',
    given: meets,
    seat: chair,
    act: notes('sitting-changed', { format: 'expanded' }),
    refused: 'already-so',
  },
  {
    says: 'said for the record',
    given: all(meets, present('ERE')),
    seat: of('ERE'),
    act: notes('minutes-noted', { participant: 'ERE', says: 'Aye.' }),
  },
  {
    says: 'said by one that is not there',
    given: meets,
    seat: of('ERE'),
    act: notes('minutes-noted', { participant: 'ERE', says: 'Aye.' }),
    refused: 'not-present',
  },
  {
    says: 'for another',
    given: meets,
    seat: of('ERE'),
    act: notes('minutes-noted', { participant: 'ARC', says: 'Aye.' }),
    refused: 'not-the-chair',
  },
  {
    says: 'on a text that is not there',
    given: meets,
    seat: of('ERE'),
    act: notes('minutes-noted', { participant: 'ERE', decision: 'lights', says: 'Aye.' }),
    refused: 'unknown-proposal',
  },
  {
    says: 'on a text that is',
    given: all(proposed(), meets, present('ERE')),
    seat: of('ERE'),
    act: notes('minutes-noted', { participant: 'ERE', decision: 'lights', says: 'Aye.' }),
  },
  { says: 'closed', given: meets, seat: chair, act: notes('meeting-closed') },
  { says: 'not twice', given: all(meets, closed), seat: chair, act: notes('meeting-closed'), refused: 'meeting-over' },
  { says: 'a meeting that is none', seat: chair, act: notes('meeting-closed'), refused: 'unknown-meeting' },

  { says: 'the question is put', given: all(proposed(), meets), seat: chair, act: question() },
  { says: 'again, while it is open', given: all(proposed(), put), seat: chair, act: question(), refused: 'already-so' },
  { says: 'by the chair', given: all(proposed(), meets), seat: of('ARC'), act: question(), refused: 'not-the-chair' },
  {
    says: 'of the text as it stands',
    given: all(proposed(), revised, meets),
    seat: chair,
    act: question(),
    refused: 'stale-revision',
  },
  {
    says: 'of what is before another body',
    given: all(proposed({ level: 'experts' }), meets),
    seat: chair,
    act: question(),
    refused: 'not-at-this-level',
  },
  {
    says: 'in a body that only prepares it',
    given: all(proposed({ level: 'coordinators' }), (session) => {
      session.enter(chair, open({ body: 'coordinators' }) as unknown as { kind: string })
    }),
    seat: chair,
    act: question(),
    refused: 'not-at-this-level',
  },
  {
    says: 'of what is withdrawn',
    given: all(proposed(), withdrawn, meets),
    seat: chair,
    act: question(),
    refused: 'closed',
  },
  {
    says: 'not while delegations have time to break silence',
    given: all(proposed(), running, meets),
    seat: chair,
    act: question(),
    refused: 'silence-runs',
  },
  {
    says: 'while that time stands still',
    given: all(proposed(), running, does(chair, 'silence-suspended'), meets),
    seat: chair,
    act: question(),
  },
  {
    says: 'not once silence expired',
    given: all(proposed(), expired, meets),
    seat: chair,
    act: question(),
    refused: 'too-late',
  },
]
