import { endsBy } from './figures.ts'
import type { Dated, Organisation } from './organisation.ts'

export type VotesCompared = Dated<'votes-compared'>

/** Votes that both of a pair cast, of which the two were the same, and of which one was for and the other against. */
export interface VoteCount {
  readonly both: number
  readonly same: number
  readonly opposed: number
}

/** One year, or the part of one, in which votes were compared. */
export interface YearOfVotes {
  readonly entry: VotesCompared
  /** Of the pair asked about; absent where it is not in the data of that year. */
  readonly pair: VoteCount | undefined
  /** All pairs on record of that year added up: how alike votes are in general. */
  readonly all: VoteCount & { readonly pairs: number }
}

/** One forum outside the organisation with every year of which votes are compared. */
export interface ForumOfVotes {
  readonly forum: string
  readonly years: readonly YearOfVotes[]
}

/** Fewer votes than these say too little for a share in per cent; their count is shown all the same. */
export const enoughVotes = 20

export function isEnough(count: VoteCount | undefined): count is VoteCount {
  return count !== undefined && count.both >= enoughVotes
}

/** How alike two participants voted, by forum and year, in years that had ended by the day. */
export function votesOfPair(organisation: Organisation, a: string, b: string): ForumOfVotes[] {
  const stated = comparedBy(organisation)
  return [...Map.groupBy(stated, ({ act }) => act.forum)].flatMap(([forum, entries]) => {
    const years = entries.map((entry) => ({ entry, pair: countOf(entry, a, b), all: inAll(entry) }))
    return years.some(({ pair }) => pair) ? [{ forum, years }] : []
  })
}

/** Every comparison of votes whose time had ended by the day, in the order of time. */
export function comparedBy(organisation: Organisation): VotesCompared[] {
  return organisation
    .listed('votes-compared')
    .filter(({ act }) => endsBy(act.date, organisation.day))
    .toSorted((one, other) => (one.act.date < other.act.date ? -1 : 1))
}

export function countOf({ act }: VotesCompared, a: string, b: string): VoteCount | undefined {
  const found = act.pairs.find(({ between }) => between.includes(a) && between.includes(b))
  return found && { both: found.both, same: found.same, opposed: found.opposed }
}

/** The votes of all pairs of one comparison, a vote of two pairs counted for each. */
export function inAll({ act }: VotesCompared): YearOfVotes['all'] {
  const sum = (of: keyof VoteCount) => act.pairs.reduce((total, pair) => total + pair[of], 0)
  return { pairs: act.pairs.length, both: sum('both'), same: sum('same'), opposed: sum('opposed') }
}

/** The pairs of one comparison that cast enough votes together, from the least alike to the most. */
export function spreadOf({ act }: VotesCompared): (VoteCount & { readonly between: readonly [string, string] })[] {
  return act.pairs.filter(isEnough).toSorted((one, other) => one.same * other.both - other.same * one.both)
}

/** Whether at least half of the pairs cast enough votes together, so that all of them may be taken together. */
export function isTelling(entry: VotesCompared): boolean {
  return 2 * spreadOf(entry).length >= entry.act.pairs.length
}
