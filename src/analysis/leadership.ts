import {
  comparedBy,
  countOf,
  type ForumOfVotes,
  firmYears,
  type GeneralVotes,
  inGeneral,
  membershipsOf,
  membersOfTheDay,
  membersOn,
  nameOf,
  type Organisation,
  outputByYear,
  type Pair,
  pairCounts,
  pairOf,
  type VoteCount,
} from '../record/index.ts'
import { isRefusal, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import { knownOf, type LeadershipRow, leadershipRows, schemeOf } from './leadership-rows.ts'
import type { Narrowed } from './questions.ts'

/** Who has most of something and who has next most, all that have as much as each; and what it is of. */
export interface Foremost {
  readonly of: number
  /** At most two places, the first first. */
  readonly places: readonly { readonly value: number; readonly who: readonly string[] }[]
  /** The two with the most; absent where a third has as much as the second. */
  readonly between?: readonly [string, string]
}

/** Two members beside each other. */
export interface PairOfMembers {
  readonly between: readonly [string, string]
  /** In the forum and the year of `votes`; absent where the pair is not in the data. */
  readonly votes?: VoteCount
  /** Neighbours to which both belonged on the day. */
  readonly neighbours: readonly string[]
  readonly exercises: number
  /** Subjects on which a source reports a position of both. */
  readonly subjects: number
  readonly disputes: number
}

/** The two that are compared in particular, and why these. */
export interface Compared {
  readonly between: readonly [string, string]
  readonly because: 'asked' | 'pay-most' | 'proposed-most'
  readonly rows: readonly LeadershipRow[]
  readonly pair: PairOfMembers
  readonly votes: readonly ForumOfVotes[]
  readonly differ: readonly Differ[]
  /** Subjects on which a source reports a position of only one of the two. */
  readonly onlyOne: number
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

export interface LeadershipView {
  readonly rows: readonly LeadershipRow[]
  /** Whether they hold the full status; if not, that of what came before the organisation. */
  readonly members: boolean
  readonly scheme?: {
    readonly act: string
    readonly document: string
    readonly sum: number
    readonly complete: boolean
  }
  readonly payers?: Foremost
  readonly proposers?: Foremost
  /** How much the record says of each: what is known, of all. */
  readonly known: {
    readonly proposers: Share
    readonly hosts: Share
    readonly chairs: Share
    readonly exercises: Share
    readonly differing: Share
    /** Years of adopted decisions that are on record in full, or nearly. */
    readonly decisionYears: Share
  }
  readonly pairs: readonly PairOfMembers[]
  readonly votes?: {
    readonly forum: string
    readonly date: PartialDate
    readonly act: string
    readonly general: GeneralVotes
  }
  readonly compared?: Compared
}

interface Share {
  readonly known: number
  readonly all: number
}

/**
 * Who leads, and who stays out: what each member did, each part over a base of its own; never one number for all.
 *
 * @refuses 'not-a-pair' `about` that is not two ids; 'unknown-participant'; 'one-and-the-same'
 */
export function leadership(organisation: Organisation, { about }: Narrowed): LeadershipView | Refusal {
  const asked = about === undefined ? undefined : twoOf(organisation, about)
  if (isRefusal(asked)) return asked
  const members = membersOfTheDay(organisation)
  const rows = leadershipRows(organisation, members)
  const scheme = schemeOf(organisation)
  const payers =
    scheme &&
    foremost(
      scheme.entry.act.shares.map((s) => [s.participant, s.percent]),
      100,
    )
  const proposers = foremostProposers(organisation)
  const compared = comparedIn(organisation, asked, payers, proposers)
  const pairs = pairsOf(organisation, members)
  const votes = telling(organisation)
  return {
    rows,
    members: members.length > 0 && membersOn(organisation, organisation.day).length > 0,
    ...(scheme
      ? {
          scheme: {
            act: scheme.entry.id,
            document: scheme.entry.act.document,
            sum: scheme.sum,
            complete: scheme.complete,
          },
        }
      : {}),
    ...(payers ? { payers } : {}),
    ...(proposers ? { proposers } : {}),
    known: knownIn(organisation),
    pairs,
    ...(votes
      ? { votes: { forum: votes.act.forum, date: votes.act.date, act: votes.id, general: inGeneral(votes) } }
      : {}),
    ...(compared ? { compared } : {}),
  }
}

function twoOf(organisation: Organisation, about: string): readonly [string, string] | Refusal {
  const [a, b, ...more] = about.split(',')
  if (!a || !b || more.length > 0) {
    const [one = 'ARC', other = 'UTO'] = organisation.participants().map(({ id }) => id)
    return refuse('not-a-pair', `"${about}" does not name two participants.`, {
      remedy: `Write the ids of two with a comma between them, such as ${one},${other}.`,
    })
  }
  const unknown = [a, b].find((id) => !organisation.participant(id).description)
  if (unknown !== undefined) {
    return refuse('unknown-participant', `The record has no participant "${unknown}".`, {
      remedy: 'Participants are named by their codes, such as those on the list of participants.',
    })
  }
  if (a === b) {
    return refuse('one-and-the-same', `${nameOf(organisation, a)} cannot be held beside itself.`, {
      remedy: 'Choose two different participants.',
    })
  }
  return [a, b]
}

function foremost(list: readonly (readonly [string, number])[], of: number): Foremost | undefined {
  const places = [...Map.groupBy(list, ([, value]) => value)]
    .filter(([value]) => value > 0)
    .sort(([a], [b]) => b - a)
    .slice(0, 2)
    .map(([value, all]) => ({ value, who: all.map(([id]) => id) }))
  const [first, second] = places
  if (!first) return undefined
  const two = first.who.length > 1 ? first.who : [...first.who, ...(second?.who ?? [])]
  const [a, b, third] = two
  return { of, places, ...(a !== undefined && b !== undefined && third === undefined ? { between: [a, b] } : {}) }
}

function foremostProposers(organisation: Organisation): Foremost | undefined {
  const proposed = organisation.decisions().filter(({ act }) => (act.proposedBy ?? []).length > 0)
  const people = [...new Set(proposed.flatMap(({ act }) => act.proposedBy ?? []))]
  const count = (id: string) => proposed.filter(({ act }) => act.proposedBy?.includes(id)).length
  return foremost(
    people.map((id) => [id, count(id)]),
    proposed.length,
  )
}

function knownIn(organisation: Organisation): LeadershipView['known'] {
  const decisions = organisation.decisions()
  const meetings = organisation.meetings().filter(({ act }) => !act.planned && act.inMarginsOf === undefined)
  const exercises = organisation.exercises()
  const years = outputByYear(organisation)
  const firm = firmYears(years).find(({ of }) => of === 'decisions')
  const share = <Item>(all: readonly Item[], is: (item: Item) => boolean): Share => ({
    known: all.filter(is).length,
    all: all.length,
  })
  return {
    proposers: share(decisions, ({ act }) => (act.proposedBy ?? []).length > 0),
    hosts: share(meetings, ({ act }) => act.country !== undefined),
    chairs: share(meetings, ({ act }) => act.chair !== undefined),
    exercises: { known: knownOf(organisation).length, all: exercises.length },
    differing: share(decisions, ({ act }) => (act.stances ?? []).length + (act.outside ?? []).length > 0),
    decisionYears: { known: firm?.years.length ?? 0, all: years[0]?.cells.length ?? 0 },
  }
}

/** The last comparison of votes that tells of most pairs. */
function telling(organisation: Organisation) {
  return comparedBy(organisation).findLast((entry) => inGeneral(entry).telling)
}

function pairsOf(organisation: Organisation, members: readonly string[]): PairOfMembers[] {
  const votes = telling(organisation)
  const belongs = new Map(
    members.map((id) => [id, new Set(membershipsOf(organisation, id).map(({ entry }) => entry.act.neighbour))]),
  )
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

function comparedIn(
  organisation: Organisation,
  asked: readonly [string, string] | undefined,
  payers: Foremost | undefined,
  proposers: Foremost | undefined,
): Compared | undefined {
  const between = asked ?? payers?.between ?? proposers?.between
  if (!between) return undefined
  const pair = pairOf(organisation, ...between)
  const [of] = pairsOf(organisation, between)
  if (!of) return undefined
  return {
    between,
    because: asked ? 'asked' : payers?.between ? 'pay-most' : 'proposed-most',
    rows: leadershipRows(organisation, between),
    pair: of,
    votes: pair.votes,
    differ: pair.both.map(({ about, sides }) => ({
      act: about.id,
      title: about.act.title,
      sides: [heldBy(sides[0]), heldBy(sides[1])],
    })),
    onlyOne: pair.one.length,
  }
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
