import type { PartialDate } from '../rules/index.ts'
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
  readonly date: PartialDate
  /** The act that says so. */
  readonly act: string
  /** Of the pair asked about; absent where it is not in the data of that year. */
  readonly pair?: VoteCount
  readonly general: GeneralVotes
}

/** How alike votes are in general: the pairs on record of one comparison, added up and from the least alike to the most. */
export interface GeneralVotes extends VoteCount {
  readonly pairs: number
  /** Whether at least half of the pairs cast enough votes together, so that all of them may be taken together. */
  readonly telling: boolean
  /** Pairs that cast enough votes together, and those of them that voted alike in more than half. */
  readonly enough: number
  readonly mostlyAlike: number
  readonly least?: VotesOfTwo
  readonly most?: VotesOfTwo
}

export interface VotesOfTwo extends VoteCount {
  readonly between: readonly [string, string]
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
  return [...Map.groupBy(comparedBy(organisation), ({ act }) => act.forum)].flatMap(([forum, entries]) => {
    const years = entries.map((entry): YearOfVotes => {
      const pair = countOf(entry, a, b)
      return { date: entry.act.date, act: entry.id, ...(pair ? { pair } : {}), general: inGeneral(entry) }
    })
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

/** A vote of two pairs counts for each of them. */
export function inGeneral({ act: { pairs } }: VotesCompared): GeneralVotes {
  const sum = (of: keyof VoteCount) => pairs.reduce((total, pair) => total + pair[of], 0)
  const spread = pairs.filter(isEnough).toSorted((one, other) => one.same * other.both - other.same * one.both)
  const [least, most] = [spread[0], spread.at(-1)]
  return {
    ...{ pairs: pairs.length, both: sum('both'), same: sum('same'), opposed: sum('opposed') },
    telling: 2 * spread.length >= pairs.length,
    enough: spread.length,
    mostlyAlike: spread.filter((one) => 2 * one.same > one.both).length,
    ...(least && most ? { least, most } : {}),
  }
}
