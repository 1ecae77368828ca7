import {
  comparedBy,
  countOf,
  inGeneral,
  type Organisation,
  type Pair,
  pairCounts,
  type VoteCount,
  type VotesCompared,
} from '../record/index.ts'
import { belongingInFull } from './shared.ts'

/** Two members beside each other. */
export interface PairOfMembers {
  readonly between: readonly [string, string]
  /** In the forum and the year of `votes`; absent where the pair is not in the data. */
  readonly votes?: VoteCount
  /** Neighbours to which both belonged in full on the day: a dialogue partner of one is none of its members. */
  readonly neighbours: readonly string[]
  readonly exercises: number
  /** Subjects on which a source reports a position of both. */
  readonly subjects: number
  readonly disputes: number
}

/** One subject on which positions of both are on record: the act that describes it and what each is reported to have held. */
export interface Differ {
  readonly act: string
  readonly title: string
  readonly sides: readonly [readonly Held[], readonly Held[]]
}

export interface Held {
  readonly says: string
  /** Who says so; absent for what the record itself has: proposed it, leads it, stays outside. */
  readonly attribution?: string
}

/** The last comparison of votes that tells of most pairs. */
export function telling(organisation: Organisation): VotesCompared | undefined {
  return comparedBy(organisation).findLast((entry) => inGeneral(entry).telling)
}

export function pairsOf(organisation: Organisation, members: readonly string[]): PairOfMembers[] {
  const votes = telling(organisation)
  const held = Map.groupBy(belongingInFull(organisation), ({ entry }) => entry.act.participant)
  const belongs = new Map(members.map((id) => [id, new Set(held.get(id)?.map(({ entry }) => entry.act.neighbour))]))
  return pairCounts(organisation, members).map(({ between, ...counts }) => {
    const [a, b] = between
    const count = votes && countOf(votes, a, b)
    const other = belongs.get(b)
    return {
      between,
      ...(count ? { votes: count } : {}),
      neighbours: [...(belongs.get(a) ?? [])].filter((id) => other?.has(id)),
      ...counts,
    }
  })
}

/** The subjects on which positions of both are on record, with who says so. */
export function differing({ both }: Pair): Differ[] {
  return both.map(({ about, sides: [one, other] }) => ({
    act: about.id,
    title: about.act.title,
    sides: [heldBy(one), heldBy(other)],
  }))
}

const partWords = { proposed: 'proposed it', leads: 'leads it', outside: 'stays outside' } as const

function heldBy({ as, stances, recorded }: Pair['both'][number]['sides'][number]): Held[] {
  return [
    ...as.map((part) => ({ says: partWords[part] })),
    ...stances.map(({ act }) => ({ says: act.says, attribution: act.attribution })),
    ...recorded.map((stance) => ({
      says: `${stance.stance.replaceAll('-', ' ')}: ${stance.about}`,
      attribution: stance.attribution,
    })),
  ]
}
