import { of, proposal, secretariat } from '../negotiating.ts'
import { adopted, all, chair, nobody, note, proposed, type Row, revised, says, six, withdrawn } from './row.ts'

const forward = (more: Record<string, unknown> = {}) => ({
  kind: 'proposal-forwarded',
  decision: 'lights',
  revision: 1,
  to: 'coordinators',
  ...more,
})
const atExperts = proposed({ level: 'experts' })
const agreed = all(atExperts, ...six.map((one) => says(one, 'no-objection')))
const revision = (more: Record<string, unknown> = {}) => ({
  kind: 'revision-made',
  decision: 'lights',
  revision: 2,
  paragraphs: [{ number: '1', text: { en: 'Every harbour shows a light!' } }],
  ...more,
})

const named =
  (...proposedBy: readonly string[]) =>
  (session: import('../negotiating.ts').Session) => {
    session.enter(secretariat, proposal({ proposedBy, fromNote: note }))
  }

export const rows: readonly Row[] = [
  { says: 'a full participant proposes in the Council', seat: of('ARC'), act: proposal({ level: 'council' }) },
  {
    says: 'an associate proposes among the experts',
    seat: of('BEN'),
    act: proposal({ proposedBy: ['BEN'] }),
  },
  {
    says: 'and not among the coordinators',
    seat: of('BEN'),
    act: proposal({ proposedBy: ['BEN'], level: 'coordinators' }),
    refused: 'may-not-propose',
  },
  { says: 'for another alone', seat: of('ERE'), act: proposal(), refused: 'not-your-act' },
  {
    says: 'with another, who has not said so',
    seat: of('ERE'),
    act: proposal({ proposedBy: ['ERE', 'ARC'] }),
    refused: 'not-your-act',
  },
  {
    says: 'with another, by a note that it names itself',
    seat: of('ARC'),
    act: proposal({ proposedBy: ['ARC', 'ERE'], fromNote: note }),
    refused: 'not-your-act',
  },
  {
    says: 'two together, entered by the Secretariat from their note',
    seat: secretariat,
    act: proposal({ proposedBy: ['ARC', 'ERE'], fromNote: note }),
  },
  {
    says: 'two together, without a note',
    seat: secretariat,
    act: proposal({ proposedBy: ['ARC', 'ERE'] }),
    refused: 'note-missing',
  },
  {
    says: 'alone, from a note of its own',
    seat: of('ARC'),
    act: proposal({ fromNote: note }),
    refused: 'note-not-yours',
  },
  { says: 'the public proposes nothing', seat: nobody, act: proposal(), refused: 'not-your-act' },
  {
    says: 'an id is given once',
    given: proposed(),
    seat: of('ERE'),
    act: proposal({ proposedBy: ['ERE'] }),
    refused: 'id-already-used',
  },
  ...['lights/revise', 'a/../b', 'lights.json', 'lights.jsonld'].map((decision) => ({
    says: `under an id at which its page is not found, ${decision}`,
    seat: of('ARC'),
    act: proposal({ decision }),
    refused: 'unreadable-id',
  })),
  ...['Lights-2.final', 'json', 'lights.json-2', 'a~b_c'].map((decision) => ({
    says: `under an id at which it is, ${decision}`,
    seat: of('ARC'),
    act: proposal({ decision }),
  })),
  { says: 'a body that is none', seat: of('ARC'), act: proposal({ body: 'tribunal' }), refused: 'unknown-body' },
  { says: 'a budget in the Council', seat: of('ARC'), act: proposal({ type: 'budget' }), refused: 'not-competent' },
  {
    says: 'a budget in the Assembly',
    seat: of('ARC'),
    act: proposal({ type: 'budget', body: 'assembly', level: 'assembly' }),
  },
  {
    says: 'the experts prepare nothing for the Assembly',
    seat: of('ARC'),
    act: proposal({ body: 'assembly' }),
    refused: 'not-on-the-ladder',
  },

  { says: 'whoever proposed it revises it', given: proposed(), seat: of('ARC'), act: revision() },
  { says: 'the chair revises it', given: proposed(), seat: chair, act: revision() },
  {
    says: 'another delegation does not',
    given: proposed(),
    seat: of('ERE'),
    act: revision(),
    refused: 'not-your-text',
  },
  {
    says: 'the next revision is one more',
    given: proposed(),
    seat: of('ARC'),
    act: revision({ revision: 3 }),
    refused: 'stale-revision',
  },
  {
    says: 'not the same again',
    given: proposed(),
    seat: of('ARC'),
    act: revision({ revision: 1 }),
    refused: 'stale-revision',
  },
  {
    says: 'a revision that changes nothing is none',
    given: all(proposed(), revised),
    seat: of('ARC'),
    act: (session) => revision({ revision: 3, paragraphs: session.negotiation().current.paragraphs }),
    refused: 'nothing-changed',
  },
  {
    says: 'a revision of the title alone is one',
    given: all(proposed(), revised),
    seat: of('ARC'),
    act: (session) =>
      revision({ revision: 3, title: { en: 'Lamps' }, paragraphs: session.negotiation().current.paragraphs }),
  },
  {
    says: 'what is withdrawn is not revised',
    given: all(proposed(), withdrawn),
    seat: of('ARC'),
    act: revision(),
    refused: 'closed',
  },
  { says: 'what is adopted is not revised', given: adopted, seat: of('ARC'), act: revision(), refused: 'closed' },

  { says: 'agreed, it is forwarded by the chair', given: agreed, seat: chair, act: forward() },
  { says: 'and by nobody else', given: agreed, seat: of('ARC'), act: forward(), refused: 'not-the-chair' },
  {
    says: 'one rung at a time',
    given: agreed,
    seat: chair,
    act: forward({ to: 'council' }),
    refused: 'not-on-the-ladder',
  },
  {
    says: 'not of an older revision',
    given: all(agreed, revised),
    seat: chair,
    act: forward(),
    refused: 'stale-revision',
  },
  {
    says: 'not while one objects',
    given: all(agreed, says('ERE', 'objects')),
    seat: chair,
    act: forward(),
    refused: 'not-agreed-here',
  },
  {
    says: 'but with the point that is open',
    given: all(agreed, says('ERE', 'objects')),
    seat: chair,
    act: forward({ openPoints: [{ paragraph: '2', says: 'the colour' }] }),
  },
  {
    says: 'a point on a paragraph that is none',
    given: agreed,
    seat: chair,
    act: forward({ openPoints: [{ paragraph: '9', says: 'the colour' }] }),
    refused: 'unknown-paragraph',
  },
  {
    says: 'not past the body that decides it',
    given: all(proposed({ level: 'experts', body: 'coordinators' }), (session) =>
      session.enter(chair, forward({ openPoints: [{ says: 'all' }] })),
    ),
    seat: chair,
    act: forward({ to: 'council', openPoints: [{ says: 'all' }] }),
    refused: 'not-on-the-ladder',
  },

  {
    says: 'withdrawn by whoever proposed it',
    given: proposed(),
    seat: of('ARC'),
    act: { kind: 'proposal-withdrawn', decision: 'lights' },
  },
  {
    says: 'withdrawn by the Secretariat for it',
    given: proposed(),
    seat: secretariat,
    act: { kind: 'proposal-withdrawn', decision: 'lights' },
  },
  {
    says: 'not by another',
    given: proposed(),
    seat: of('ERE'),
    act: { kind: 'proposal-withdrawn', decision: 'lights' },
    refused: 'not-your-text',
  },
  {
    says: 'not twice',
    given: all(proposed(), withdrawn),
    seat: of('ARC'),
    act: { kind: 'proposal-withdrawn', decision: 'lights' },
    refused: 'closed',
  },

  {
    says: 'named as proposing from a note of several, and not proposing it',
    given: named('ARC', 'ERE'),
    seat: of('ERE'),
    act: { kind: 'proposing-denied', decision: 'lights', participant: 'ERE' },
  },
  {
    says: 'not of another',
    given: named('ARC', 'ERE'),
    seat: of('ERE'),
    act: { kind: 'proposing-denied', decision: 'lights', participant: 'ARC' },
    refused: 'not-your-act',
  },
  {
    says: 'not what a delegation proposed itself',
    given: proposed(),
    seat: of('ARC'),
    act: { kind: 'proposing-denied', decision: 'lights', participant: 'ARC' },
    refused: 'nothing-to-correct',
  },
  {
    says: 'not where nobody else proposes it',
    given: named('ERE'),
    seat: of('ERE'),
    act: { kind: 'proposing-denied', decision: 'lights', participant: 'ERE' },
    refused: 'nobody-proposes',
  },
  {
    says: 'not once the text is withdrawn',
    given: all(named('ARC', 'ERE'), withdrawn),
    seat: of('ERE'),
    act: { kind: 'proposing-denied', decision: 'lights', participant: 'ERE' },
    refused: 'closed',
  },
]
