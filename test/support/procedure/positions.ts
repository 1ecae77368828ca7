import { of, position, secretariat } from '../negotiating.ts'
import {
  adopted,
  all,
  announced,
  chair,
  does,
  expired,
  nobody,
  note,
  proposed,
  type Row,
  revised,
  running,
  says,
  withdrawn,
} from './row.ts'

const statement = (participant: string, type: string, more: Record<string, unknown> = {}) => ({
  kind: 'statement-made',
  decision: 'lights',
  participant,
  type,
  says: 'As we read it.',
  ...more,
})
const amendment = (participant: string, more: Record<string, unknown> = {}) => ({
  kind: 'amendment-proposed',
  decision: 'lights',
  participant,
  revision: 1,
  paragraph: '2',
  text: { en: 'The light is white.' },
  ...more,
})
const confirmation = (participant: string, confirms: string) => ({
  kind: 'entry-confirmed',
  decision: 'lights',
  participant,
  confirms,
})
const fromNote = (id: string) => (session: import('../negotiating.ts').Session) => {
  session.enter(secretariat, { id, ...position('ERE', 'objects', { fromNote: note }) })
}
const stated = (session: import('../negotiating.ts').Session) => {
  session.enter(of('ERE'), { id: 'said', ...statement('ERE', 'interpretative') })
}
const unsay = (participant: string, of = 'said') => ({
  kind: 'statement-withdrawn',
  decision: 'lights',
  participant,
  statement: of,
})
const proposedBefore = (session: import('../negotiating.ts').Session) => {
  session.enter(of('ERE'), { id: 'wording', ...amendment('ERE') })
}
const enteredFromNote = (session: import('../negotiating.ts').Session) => {
  session.enter(secretariat, { id: 'wording', ...amendment('ERE', { fromNote: note }) })
}
const takenBack = (session: import('../negotiating.ts').Session) => {
  session.enter(of('ERE'), takeBack('ERE'))
}
const takeBack = (participant: string, amended = 'wording') => ({
  kind: 'amendment-withdrawn',
  decision: 'lights',
  participant,
  amendment: amended,
})
const release = (participant: string) => ({ kind: 'position-released', decision: 'lights', participant })
const openToAll = proposed({ audience: 'participants' })

export const rows: readonly Row[] = [
  { says: 'each of the six has a say', given: proposed(), seat: of('ERE'), act: position('ERE', 'objects') },
  {
    says: 'whoever has no say where the text is',
    given: openToAll,
    seat: of('BEN'),
    act: position('BEN', 'objects'),
    refused: 'no-say',
  },
  {
    says: 'nor under silence',
    given: all(openToAll, running),
    seat: of('BEN'),
    act: position('BEN', 'objects'),
    refused: 'no-say',
  },
  {
    says: 'on revision 1 once there is revision 2',
    given: all(proposed(), revised),
    seat: of('ERE'),
    act: position('ERE', 'objects'),
    refused: 'stale-revision',
  },
  {
    says: 'on revision 2',
    given: all(proposed(), revised),
    seat: of('ERE'),
    act: position('ERE', 'objects', { revision: 2 }),
  },
  {
    says: 'on a revision that is not there yet',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'objects', { revision: 2 }),
    refused: 'stale-revision',
  },
  {
    says: 'on a paragraph',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'objects', { paragraphs: ['3'] }),
  },
  {
    says: 'on a paragraph that is none',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'objects', { paragraphs: ['3', '4'] }),
    refused: 'unknown-paragraph',
  },
  {
    says: 'ad referendum until today',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'ad-referendum', { confirmBy: '2034-01-09' }),
  },
  {
    says: 'ad referendum until yesterday',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'ad-referendum', { confirmBy: '2034-01-08' }),
    refused: 'date-passed',
  },
  {
    says: 'ad referendum until some day',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'ad-referendum'),
    refused: 'date-missing',
  },
  {
    says: 'a date with an objection',
    given: proposed(),
    seat: of('ERE'),
    act: position('ERE', 'objects', { confirmBy: '2034-01-20' }),
    refused: 'date-not-wanted',
  },
  {
    says: 'the same again',
    given: all(proposed(), says('ERE', 'objects')),
    seat: of('ERE'),
    act: position('ERE', 'objects'),
    refused: 'already-so',
  },
  {
    says: 'the same in other words',
    given: all(proposed(), says('ERE', 'objects')),
    seat: of('ERE'),
    act: position('ERE', 'objects', { says: 'still' }),
  },
  {
    says: 'on what is withdrawn',
    given: all(proposed(), withdrawn),
    seat: of('ERE'),
    act: position('ERE', 'objects'),
    refused: 'closed',
  },
  { says: 'on what is adopted', given: adopted, seat: of('ERE'), act: position('ERE', 'objects'), refused: 'closed' },
  {
    says: 'on what is adopted under silence and not announced',
    given: all(proposed(), expired),
    seat: of('ERE'),
    act: position('ERE', 'objects'),
    refused: 'too-late',
  },

  {
    says: 'what was entered from a note is confirmed',
    given: all(proposed(), fromNote('n')),
    seat: of('ERE'),
    act: confirmation('ERE', 'n'),
  },
  {
    says: 'by its own delegation',
    given: all(proposed(), fromNote('n')),
    seat: of('ARC'),
    act: confirmation('ERE', 'n'),
    refused: 'not-your-act',
  },
  {
    says: 'not another’s',
    given: all(proposed(), fromNote('n')),
    seat: of('ARC'),
    act: confirmation('ARC', 'n'),
    refused: 'nothing-to-confirm',
  },
  {
    says: 'not twice',
    given: all(proposed(), fromNote('n'), does(of('ERE'), 'entry-confirmed', { participant: 'ERE', confirms: 'n' })),
    seat: of('ERE'),
    act: confirmation('ERE', 'n'),
    refused: 'nothing-to-confirm',
  },

  { says: 'a delegation opens where it stands', given: proposed(), seat: of('ERE'), act: release('ERE') },
  {
    says: 'the chair opens nobody else’s',
    given: proposed(),
    seat: chair,
    act: release('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'once',
    given: all(proposed(), does(of('ERE'), 'position-released', { participant: 'ERE' })),
    seat: of('ERE'),
    act: release('ERE'),
    refused: 'already-so',
  },

  { says: 'a statement', given: proposed(), seat: of('ERE'), act: statement('ERE', 'reservation') },
  {
    says: 'of whoever has no say',
    given: openToAll,
    seat: of('LAP'),
    act: statement('LAP', 'interpretative'),
    refused: 'no-say',
  },
  {
    says: 'not associated with a paragraph',
    given: proposed(),
    seat: of('ERE'),
    act: statement('ERE', 'not-associated', { paragraphs: ['1'] }),
  },
  {
    says: 'not associated with what',
    given: proposed(),
    seat: of('ERE'),
    act: statement('ERE', 'not-associated'),
    refused: 'paragraph-missing',
  },
  {
    says: 'on a paragraph that is none',
    given: proposed(),
    seat: of('ERE'),
    act: statement('ERE', 'reservation', { paragraphs: ['9'] }),
    refused: 'unknown-paragraph',
  },
  {
    says: 'on what is withdrawn',
    given: all(proposed(), withdrawn),
    seat: of('ERE'),
    act: statement('ERE', 'explanation'),
    refused: 'closed',
  },
  { says: 'an explanation after the decision', given: adopted, seat: of('ERE'), act: statement('ERE', 'explanation') },
  {
    says: 'a reservation after the decision',
    given: adopted,
    seat: of('ERE'),
    act: statement('ERE', 'reservation'),
    refused: 'too-late',
  },
  {
    says: 'a reservation while silence runs',
    given: all(proposed(), running),
    seat: of('ERE'),
    act: statement('ERE', 'reservation'),
  },
  {
    says: 'a reservation once it has expired',
    given: all(proposed(), expired),
    seat: of('ERE'),
    act: statement('ERE', 'reservation'),
    refused: 'too-late',
  },

  { says: 'withdrawn by whoever made it', given: all(proposed(), stated), seat: of('ERE'), act: unsay('ERE') },
  {
    says: 'and by nobody else',
    given: all(proposed(), stated),
    seat: of('ARC'),
    act: unsay('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'nor by the Secretariat, which has not entered it',
    given: all(proposed(), stated),
    seat: secretariat,
    act: unsay('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'a statement that is none',
    given: proposed(),
    seat: of('ERE'),
    act: unsay('ERE'),
    refused: 'unknown-statement',
  },

  { says: 'an amendment', given: proposed(), seat: of('ERE'), act: amendment('ERE') },
  {
    says: 'an amendment to an older revision',
    given: all(proposed(), revised),
    seat: of('ERE'),
    act: amendment('ERE'),
    refused: 'stale-revision',
  },
  {
    says: 'an amendment to a paragraph that is none',
    given: proposed(),
    seat: of('ERE'),
    act: amendment('ERE', { paragraph: '4' }),
    refused: 'unknown-paragraph',
  },
  {
    says: 'an amendment of whoever has no say',
    given: openToAll,
    seat: of('BEN'),
    act: amendment('BEN'),
    refused: 'no-say',
  },
  {
    says: 'an amendment to what was announced',
    given: all(proposed(), announced),
    seat: of('ERE'),
    act: amendment('ERE'),
  },
  { says: 'the public', given: openToAll, seat: nobody, act: amendment('ERE'), refused: 'not-your-act' },

  {
    says: 'another wording, withdrawn by whoever proposed it',
    given: all(proposed(), proposedBefore),
    seat: of('ERE'),
    act: takeBack('ERE'),
  },
  {
    says: 'by the Secretariat, which has not entered it',
    given: all(proposed(), proposedBefore),
    seat: secretariat,
    act: takeBack('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'which had entered it from a note',
    given: all(proposed(), enteredFromNote),
    seat: secretariat,
    act: takeBack('ERE'),
  },
  {
    says: 'which the delegation has confirmed since',
    given: all(proposed(), enteredFromNote, (session) => {
      session.enter(of('ERE'), confirmation('ERE', 'wording'))
    }),
    seat: secretariat,
    act: takeBack('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'by the chair',
    given: all(proposed(), proposedBefore),
    seat: chair,
    act: takeBack('ERE'),
    refused: 'not-your-act',
  },
  {
    says: 'as if it were one’s own',
    given: all(proposed(), proposedBefore),
    seat: of('ARC'),
    act: takeBack('ARC'),
    refused: 'unknown-amendment',
  },
  {
    says: 'a second time',
    given: all(proposed(), proposedBefore, takenBack),
    seat: of('ERE'),
    act: takeBack('ERE'),
    refused: 'unknown-amendment',
  },
  {
    says: 'after the text was revised',
    given: all(proposed(), proposedBefore, revised),
    seat: of('ERE'),
    act: takeBack('ERE'),
  },
  {
    says: 'once the text is withdrawn',
    given: all(proposed(), proposedBefore, withdrawn),
    seat: of('ERE'),
    act: takeBack('ERE'),
    refused: 'closed',
  },
]
