import {
  type ForumOfVotes,
  firmYears,
  type GeneralVotes,
  inGeneral,
  membersOfTheDay,
  membersOn,
  nameOf,
  type Organisation,
  outputByYear,
  pairOf,
} from '../record/index.ts'
import { isRefusal, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import { type Differ, differing, type PairOfMembers, pairsOf, telling } from './leadership-pairs.ts'
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
  readonly basis: {
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
  const pairs = pairsOf(organisation, members)
  const compared = comparedIn(organisation, asked, payers, proposers, rows, pairs)
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
    basis: knownIn(organisation),
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

function knownIn(organisation: Organisation): LeadershipView['basis'] {
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

function comparedIn(
  organisation: Organisation,
  asked: readonly [string, string] | undefined,
  payers: Foremost | undefined,
  proposers: Foremost | undefined,
  rows: readonly LeadershipRow[],
  pairs: readonly PairOfMembers[],
): Compared | undefined {
  const between = asked ?? payers?.between ?? proposers?.between
  if (!between) return undefined
  const pair = pairOf(organisation, ...between)
  const isPair = (one: PairOfMembers) => between.every((id) => one.between.includes(id))
  const of = pairs.find(isPair) ?? pairsOf(organisation, between).find(isPair)
  if (!of) return undefined
  const row = (id: string) =>
    rows.find(({ participant }) => participant === id) ?? leadershipRows(organisation, [id])[0]
  return {
    between,
    because: asked ? 'asked' : payers?.between ? 'pay-most' : 'proposed-most',
    rows: between.flatMap((id) => row(id) ?? []),
    pair: of,
    votes: pair.votes,
    differ: differing(pair),
    onlyOne: pair.one.length,
  }
}
