import { of, position, secretariat } from '../negotiating.ts'
import { all, chair, meets, note, present, proposed, putToNobody, type Row, says } from './row.ts'

const answers = (participant: string, is: string, more: Record<string, unknown> = {}) =>
  position(participant, is, { meeting: 'm', ...more })
const asked = all(proposed(), putToNobody, present('ARC', 'ERE'))
/** The same in the Assembly, where votes are counted. */
const called = all(
  proposed({ body: 'assembly', level: 'assembly' }),
  (session) => {
    session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'assembly', format: 'expanded' })
    session.enter(chair, { kind: 'question-put', decision: 'lights', meeting: 'm', revision: 1 })
  },
  present('ERE'),
)
/** Decided without whoever it concerns, which is Erewhon. */
const concerned = all(
  (session) =>
    session.tell({
      kind: 'rule-stated',
      rule: 'without-the-one-concerned',
      on: '2033-10-03',
      document: 'Rules of Procedure',
      article: 'Rule 98',
      strength: 'must',
      says: 'A suspension is decided without the participant concerned.',
      computes: {
        kind: 'decides',
        bodies: ['council'],
        types: ['suspension'],
        decides: { kind: 'consensus', except: 'concerned' },
      },
      sources: [{ source: 'rules-of-procedure' }],
    }),
  proposed({ type: 'suspension', concerns: ['ERE'] }),
  putToNobody,
  present('ARC', 'ERE'),
)

export const rows: readonly Row[] = [
  { says: 'answered by the delegation', given: asked, seat: of('ERE'), act: answers('ERE', 'objects') },
  { says: 'called out, and entered by the chair', given: asked, seat: chair, act: answers('ERE', 'objects') },
  { says: 'by the Secretariat', given: asked, seat: secretariat, act: answers('ERE', 'objects') },
  { says: 'by another', given: asked, seat: of('ARC'), act: answers('ERE', 'objects'), refused: 'not-your-act' },
  {
    says: 'from a note',
    given: asked,
    seat: secretariat,
    act: answers('ERE', 'objects', { fromNote: note }),
    refused: 'note-not-yours',
  },
  {
    says: 'before it is put',
    given: all(proposed(), meets, present('ERE')),
    seat: of('ERE'),
    act: answers('ERE', 'objects'),
    refused: 'not-put',
  },
  { says: 'from outside', given: asked, seat: of('LIL'), act: answers('LIL', 'objects'), refused: 'not-present' },
  {
    says: 'lifted over its head',
    given: all(proposed(), says('ERE', 'objects'), putToNobody, present('ERE')),
    seat: chair,
    act: answers('ERE', 'no-objection'),
    refused: 'said-itself',
  },
  {
    says: 'an objection called out over what it said',
    given: all(proposed(), says('ERE', 'no-objection'), putToNobody, present('ERE')),
    seat: chair,
    act: answers('ERE', 'objects'),
  },
  { says: 'for, at a roll-call', given: called, seat: chair, act: answers('ERE', 'no-objection') },
  {
    says: 'with a reserve, at a roll-call',
    given: called,
    seat: chair,
    act: answers('ERE', 'reserves'),
    refused: 'not-in-a-roll-call',
  },
  { says: 'by whoever it does not concern', given: concerned, seat: of('ARC'), act: answers('ARC', 'objects') },
  {
    says: 'by whoever it concerns',
    given: concerned,
    seat: of('ERE'),
    act: answers('ERE', 'objects'),
    refused: 'no-say',
  },
]
