import { type ActOf, type ProposalView, votesIn } from '../../record/index.ts'
import { positionWords } from '../negotiation-sentences.ts'

export type PositionKind = ActOf<'position-taken'>['position']

/** In a body that counts votes the same acts are called what they are there. */
const voteWords: { readonly [P in PositionKind]: string } = {
  ...positionWords,
  'no-objection': 'for',
  'stands-aside': 'abstains',
  objects: 'against',
}

/** The words for positions where the text is now. */
export function positionIn({ circle, negotiation }: ProposalView): { readonly [P in PositionKind]: string } {
  return isVote({ circle, negotiation }) ? voteWords : positionWords
}

export function isVote({ circle, negotiation }: Pick<ProposalView, 'circle' | 'negotiation'>): boolean {
  return votesIn(circle, negotiation.level, negotiation.proposal.act.type)
}

/** The positions that are offered, in the order of the form. */
export const consensusPositions: readonly PositionKind[] = [
  'no-objection',
  'ad-referendum',
  'stands-aside',
  'reserves',
  'objects',
  'does-not-take-part',
]
export const votePositions: readonly PositionKind[] = ['no-objection', 'stands-aside', 'objects']
