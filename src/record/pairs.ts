import { earliest, type PartialDate } from '../rules/index.ts'
import type { Exercise, Instrument } from './exercises.ts'
import { type Dispute, membershipsOf, partsInExercise, partsInProgramme } from './involvement.ts'
import { partIn } from './named.ts'
import type { MembershipOnDay } from './neighbours.ts'
import type { Organisation } from './organisation.ts'
import { type Holding, holdingsOn } from './participants.ts'
import type { Programme, ReportedStance } from './programmes.ts'
import type { Decision, Meeting } from './sittings.ts'
import { type ForumOfVotes, votesOfPair } from './votes.ts'

/** A time in which both held the same status; `to` is the first day on which one of them no longer did. */
export interface HeldTogether {
  readonly status: string
  readonly from: PartialDate
  readonly to?: PartialDate
  readonly of: readonly [Holding, Holding]
}

/** What sources attribute to one of a pair on one subject. */
export interface Side {
  readonly stances: readonly ReportedStance[]
  /** Of a decision, the stances written down with it. */
  readonly recorded: NonNullable<Decision['act']['stances']>
  /** Of either: proposed it, leads it, stayed outside. */
  readonly as: readonly ('proposed' | 'leads' | 'outside')[]
}

/** A programme or decision with what each of the two is reported to have held on it. */
export interface Subject {
  readonly about: Programme | Decision
  readonly sides: readonly [Side, Side]
}

export interface Pair {
  readonly between: readonly [string, string]
  readonly together: readonly HeldTogether[]
  readonly meetings: readonly Meeting[]
  /** Meetings of which a source names who attended, and that is the two. */
  readonly apart: readonly Meeting[]
  readonly decisions: readonly Decision[]
  /** Subjects on which a source says something of both. */
  readonly both: readonly Subject[]
  /** Subjects on which one of the two took a stance, and of the other nothing is on record. */
  readonly one: readonly Subject[]
  readonly exercises: readonly Exercise[]
  readonly instruments: readonly Instrument[]
  readonly disputes: readonly Dispute[]
  readonly neighbours: readonly (readonly [MembershipOnDay, MembershipOnDay])[]
  /** How alike they voted elsewhere, by forum; empty where nothing compares them. */
  readonly votes: readonly ForumOfVotes[]
}

/** Everything on record, up to the day, that names both of two participants; nobody is presumed. */
export function pairOf(organisation: Organisation, a: string, b: string): Pair {
  const meetings = organisation.meetings().filter(({ act }) => {
    const there = attending(act)
    return there.has(a) && there.has(b)
  })
  const subjects = subjectsOf(positionsOn(organisation), a, b)
  const ofB = membershipsOf(organisation, b)
  return {
    between: [a, b],
    together: heldTogether(organisation, a, b),
    meetings,
    apart: meetings.filter(({ act }) => act.attendanceBasis === 'named' && named(act).size === 2),
    decisions: organisation.decisions().filter(({ act }) => {
      const part = [...(Array.isArray(act.participants) ? act.participants : []), ...partIn(act)]
      return part.includes(a) && part.includes(b)
    }),
    both: subjects.filter(({ sides }) => sides.every(isSaid)),
    one: subjects.filter(({ sides }) => !sides.every(isSaid)),
    exercises: exercisesOfBoth(organisation.exercises(), a, b),
    instruments: organisation
      .instruments()
      .filter(({ act }) => act.signatories.includes(a) && act.signatories.includes(b)),
    disputes: disputesBetween(organisation, a, b),
    neighbours: membershipsOf(organisation, a).flatMap((one) => {
      const other = ofB.find(({ entry }) => entry.act.neighbour === one.entry.act.neighbour)
      return other ? [[one, other] as const] : []
    }),
    votes: votesOfPair(organisation, a, b),
  }
}

/** How much is on record of a pair: exercises of both, subjects on which both are on record, disputes. */
export interface PairCount {
  readonly between: readonly [string, string]
  readonly exercises: number
  readonly subjects: number
  readonly disputes: number
}

/** Every pair of those who held a full status on the day, each pair once. */
export function pairCounts(organisation: Organisation, people: readonly string[]): PairCount[] {
  const exercises = organisation.exercises()
  const positions = positionsOn(organisation)
  return people.flatMap((a, index) =>
    people.slice(index + 1).map((b) => ({
      between: [a, b] as const,
      exercises: exercisesOfBoth(exercises, a, b).length,
      subjects: subjectsOf(positions, a, b).filter(({ sides }) => sides.every(isSaid)).length,
      disputes: disputesBetween(organisation, a, b).length,
    })),
  )
}

/** Those who on the day hold a status in the tone of members, in the order in which they came to it. */
export function membersOfTheDay(organisation: Organisation): string[] {
  const statuses = organisation.description?.statuses ?? []
  const full = (tone: string) => statuses.filter((one) => one.tone === tone).map((one) => one.status)
  const holders = (list: readonly string[]) => [
    ...new Set(
      organisation
        .participants()
        .flatMap((participant) => holdingsOn(participant, organisation.day))
        .filter((holding) => list.includes(holding.status))
        .sort((x, y) => (x.from === y.from ? 0 : x.from < y.from ? -1 : 1))
        .map((holding) => holding.participant),
    ),
  ]
  const members = holders(full('member'))
  return members.length > 0 ? members : holders(full('past'))
}

function exercisesOfBoth(exercises: readonly Exercise[], a: string, b: string): Exercise[] {
  const took = ({ act }: Exercise, id: string) => partsInExercise(act, id).includes('took part')
  return exercises.filter((one) => one.act.participantsKnown === 'yes' && took(one, a) && took(one, b))
}

function disputesBetween(organisation: Organisation, a: string, b: string): Dispute[] {
  return organisation.listed('dispute-recorded').filter(({ act }) => act.between.includes(a) && act.between.includes(b))
}

function named({ attendance = [] }: Meeting['act']): Set<string> {
  return new Set(attendance.map((one) => one.participant))
}

/** Whoever is in the chair is there, too. */
function attending(act: Meeting['act']): Set<string> {
  return act.chair ? named(act).add(act.chair) : named(act)
}

/** What positions are on record of anybody, up to the day. */
interface Positions {
  readonly programmes: readonly { readonly programme: Programme; readonly stances: readonly ReportedStance[] }[]
  readonly decisions: readonly Decision[]
}

function positionsOn(organisation: Organisation): Positions {
  const stances = Map.groupBy(organisation.listed('stance-reported'), ({ act }) => act.programme)
  return {
    programmes: organisation
      .listed('programme-recorded')
      .map((programme) => ({ programme, stances: stances.get(programme.act.programme) ?? [] })),
    decisions: organisation
      .decisions()
      .filter(({ act }) => (act.stances ?? []).length > 0 || (act.outside ?? []).length > 0),
  }
}

/** Subjects on which at least one of the two has an attributed stance or stayed outside, in the order of time. */
function subjectsOf({ programmes, decisions }: Positions, a: string, b: string): Subject[] {
  const ofProgrammes = programmes.map(({ programme, stances }): Subject => {
    const side = (id: string): Side => ({
      stances: stances.filter(({ act }) => act.participant === id),
      recorded: [],
      as: partsInProgramme(programme.act, id).filter((part) => part !== 'takes part'),
    })
    return { about: programme, sides: [side(a), side(b)] }
  })
  const ofDecisions = decisions.map((about): Subject => {
    const { proposedBy = [], outside = [], stances = [] } = about.act
    const side = (id: string): Side => ({
      stances: [],
      recorded: stances.filter((stance) => stance.participant === id),
      as: [
        ...(proposedBy.includes(id) ? (['proposed'] as const) : []),
        ...(outside.includes(id) ? (['outside'] as const) : []),
      ],
    })
    return { about, sides: [side(a), side(b)] }
  })
  const isStance = (side: Side) => side.stances.length + side.recorded.length > 0 || side.as.includes('outside')
  return [...ofProgrammes, ...ofDecisions]
    .filter(({ sides }) => sides.some(isStance))
    .sort((x, y) => (begins(x) < begins(y) ? -1 : begins(x) > begins(y) ? 1 : 0))
}

/** A programme runs for years, so its place in time is that of the first stance on it. */
function begins({ about, sides }: Subject): string {
  const dates = sides.flatMap((side) => side.stances.map(({ act }) => earliest(act.on)))
  return dates.sort()[0] ?? earliest(about.act.on)
}

function isSaid(side: Side): boolean {
  return side.stances.length + side.recorded.length + side.as.length > 0
}

function heldTogether(organisation: Organisation, a: string, b: string): HeldTogether[] {
  const begun = (id: string) =>
    organisation.participantThroughout(id).holdings.filter((holding) => earliest(holding.from) <= organisation.day)
  return begun(a)
    .flatMap((one) =>
      begun(b)
        .filter((other) => other.status === one.status)
        .map((other): HeldTogether => {
          const from = earliest(one.from) >= earliest(other.from) ? one.from : other.from
          const ends = [one.to, other.to].filter((to) => to !== undefined)
          const to = ends.sort((x, y) => (earliest(x) < earliest(y) ? -1 : 1))[0]
          return { status: one.status, from, ...(to === undefined ? {} : { to }), of: [one, other] }
        }),
    )
    .filter(({ from, to }) => to === undefined || earliest(from) < earliest(to))
    .sort((x, y) => (earliest(x.from) < earliest(y.from) ? -1 : 1))
}
