import {
  fullBelonging,
  isFounded,
  type MembershipOnDay,
  membershipsOn,
  membersOn,
  type Neighbour,
  neighboursOf,
  type Organisation,
} from '../record/index.ts'

/** An organisation as a set of participants of the record: a neighbour, or the organisation itself. */
export interface Circle {
  readonly id: string
  /** Absent of the organisation itself. */
  readonly neighbour?: Neighbour
  readonly participants: readonly string[]
  /** Of these, whoever is marked as not verified, or is uncertain on the day. */
  readonly unsure: readonly string[]
}

/** The participants that two organisations have in common. */
export interface SharedPair {
  readonly between: readonly [string, string]
  readonly both: readonly string[]
  /** Of these, whoever is doubtful in one of the two. */
  readonly unsure: readonly string[]
  /** How many are in either. */
  readonly either: number
}

export interface SharedMembers {
  readonly circles: readonly Circle[]
  /** Every pair with somebody in common, the one with most in common first; of as many, the one with the fewest in either. */
  readonly pairs: readonly SharedPair[]
}

/** The memberships of the day by which somebody belongs in full; where only other ways are known, any way counts. */
export function belongingInFull(organisation: Organisation): MembershipOnDay[] {
  const full = fullBelonging(organisation.listed('membership-recorded'))
  const there = new Set(
    neighboursOf(organisation)
      .filter((neighbour) => isFounded(neighbour, organisation.day))
      .map(({ act }) => act.neighbour),
  )
  return membershipsOn(organisation, organisation.day).filter(
    ({ entry }) => full(entry) && there.has(entry.act.neighbour),
  )
}

/** Not verified, or uncertain on the day. */
export function isUnsure({ certainty, unverified }: MembershipOnDay): boolean {
  return certainty === 'uncertain' || unverified
}

/**
 * Which organisations share most of the participants that this record describes. Whoever belongs to one of them and is
 * not described here is not counted, in no pair.
 */
export function sharedMembers(organisation: Organisation): SharedMembers {
  const held = belongingInFull(organisation)
  const itself: Circle = {
    id: organisation.description?.shortName ?? organisation.id,
    participants: membersOn(organisation, organisation.day),
    unsure: [],
  }
  const others = neighboursOf(organisation).map((neighbour): Circle => {
    const its = held.filter(({ entry }) => entry.act.neighbour === neighbour.act.neighbour)
    const who = (some: readonly MembershipOnDay[]) => [...new Set(some.map(({ entry }) => entry.act.participant))]
    const doubtful = who(its.filter(isUnsure))
    return { id: neighbour.act.neighbour, neighbour, participants: who(its), unsure: doubtful }
  })
  const circles = [itself, ...others].filter(({ participants }) => participants.length > 0)
  const pairs = circles.flatMap((a, index) => circles.slice(index + 1).map((b) => pairOf(a, b)))
  return {
    circles,
    pairs: pairs
      .filter(({ both }) => both.length > 0)
      .sort((a, b) => b.both.length - a.both.length || a.either - b.either),
  }
}

function pairOf(a: Circle, b: Circle): SharedPair {
  const both = a.participants.filter((id) => b.participants.includes(id))
  return {
    between: [a.id, b.id],
    both,
    unsure: both.filter((id) => a.unsure.includes(id) || b.unsure.includes(id)),
    either: new Set([...a.participants, ...b.participants]).size,
  }
}
