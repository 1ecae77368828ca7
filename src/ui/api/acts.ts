import type { About, SentKind } from './about.ts'
import { aboutNegotiating } from './negotiating.ts'
import { aboutRecording } from './recording.ts'

/** Every kind of act that may be sent: who may, what it does, an example. The compiler asks for each. */
export const aboutActs: { readonly [K in SentKind]: About<K> } = { ...aboutNegotiating, ...aboutRecording }

export const sentKinds = Object.keys(aboutActs) as SentKind[]

/** In the order in which somebody reads about them. */
export const groupsOfActs: readonly { readonly title: string; readonly kinds: readonly SentKind[] }[] = [
  {
    title: 'On the way to a decision',
    kinds: [
      'proposal-made',
      'position-taken',
      'amendment-proposed',
      'amendment-withdrawn',
      'revision-made',
      'statement-made',
      'statement-withdrawn',
      'position-released',
      'proposal-forwarded',
      'proposal-withdrawn',
      'note-registered',
      'entry-confirmed',
      'proposing-denied',
    ],
  },
  {
    title: 'Silence',
    kinds: ['silence-opened', 'silence-opposed', 'silence-extended', 'silence-suspended', 'silence-resumed'],
  },
  {
    title: 'Meetings and the decision',
    kinds: [
      'meeting-opened',
      'presence-noted',
      'sitting-changed',
      'minutes-noted',
      'question-put',
      'decision-recorded',
      'meeting-closed',
    ],
  },
  {
    title: 'After the decision',
    kinds: [
      'decision-numbered',
      'decision-joined',
      'decision-released',
      'signature-planned',
      'text-ready',
      'procedures-completed',
      'commitment-made',
    ],
  },
]

/** What the Secretariat keeps besides. */
export const otherKinds: readonly SentKind[] = sentKinds.filter(
  (kind) => !groupsOfActs.some(({ kinds }) => kinds.includes(kind)),
)
