import {
  type Feature,
  featureTable,
  isUnverified,
  type MembershipOnDay,
  membersOn,
  type Neighbour,
  neighboursOf,
  type Organisation,
  type Overlap,
  overlapByYear,
  partnersIn,
  type Relation,
} from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { belongingInFull, isUnsure, type SharedMembers, sharedMembers } from './shared.ts'

/** One member, and the neighbours to which it belongs in full on the day. */
export interface Crowd {
  readonly participant: string
  readonly in: readonly {
    readonly neighbour: string
    readonly as: string
    readonly unsure: boolean
    readonly frozen: boolean
    /** The act that says so. */
    readonly act: string
  }[]
  /** Of these, the ones marked as not verified, or uncertain on the day. */
  readonly unsure: number
}

/** Something that one organisation has, wholly or in part, and another has not, both as stated for the day. */
export interface Ability {
  readonly feature: string
  readonly here: Feature
  readonly there: Feature
}

/** What one neighbour can do that the organisation cannot, and the reverse. */
export interface Abilities {
  readonly neighbour: Neighbour
  /** Had there, at least in part, and lacking here; or had there and only in part here. */
  readonly there: readonly Ability[]
  readonly here: readonly Ability[]
  /** Alike on both sides. */
  readonly same: number
  /** Not stated on one side or the other, so nothing follows. */
  readonly open: number
  /** The members that belong to it in full, as far as on record. */
  readonly members: readonly string[]
  readonly unsure: readonly string[]
}

/** What ties the organisation to one neighbour, or to somebody else. */
export interface Tie {
  readonly with: string
  /** Absent where whoever it is is not described as a neighbour. */
  readonly neighbour?: Neighbour
  readonly relations: readonly Relation[]
  readonly members: readonly string[]
}

export interface NeighbourhoodView {
  readonly day: Day
  readonly members: readonly string[]
  /** The memberships on record, of whichever day; how many are not verified, and how many carry no beginning. */
  readonly memberships: { readonly all: number; readonly unverified: number; readonly undated: number }
  readonly neighbours: number
  readonly overlap: Overlap
  readonly crowds: readonly Crowd[]
  readonly shared: SharedMembers
  readonly abilities: readonly Abilities[]
  /** Every neighbour to which a member belongs in full or with which there is a tie, and whoever else there is a tie with. */
  readonly ties: readonly Tie[]
}

/** A crowded neighbourhood: who of the members is also where, which organisations share members, and what each can do. */
export function neighbourhood(organisation: Organisation): NeighbourhoodView {
  const { day } = organisation
  const members = membersOn(organisation, day)
  const all = organisation.listed('membership-recorded')
  const held = belongingInFull(organisation)
  return {
    day,
    members,
    memberships: {
      all: all.length,
      unverified: all.filter(isUnverified).length,
      undated: all.filter(({ act }) => act.from === undefined).length,
    },
    neighbours: neighboursOf(organisation).length,
    overlap: overlapByYear(organisation),
    crowds: members.map((participant) => crowdOf(participant, held)).sort((a, b) => b.in.length - a.in.length),
    shared: sharedMembers(organisation),
    abilities: abilitiesOf(organisation, members, held),
    ties: tiesOf(organisation, members, held),
  }
}

/** A membership listed but frozen still counts as one, and is told apart where it is shown. */
function crowdOf(participant: string, held: readonly MembershipOnDay[]): Crowd {
  const ofIt = held.filter(({ entry }) => entry.act.participant === participant)
  // Whoever is recorded twice with one neighbour belongs to it once.
  const its = [...Map.groupBy(ofIt, ({ entry }) => entry.act.neighbour).values()].flatMap(([first]) => first ?? [])
  return {
    participant,
    in: its.map((one) => ({
      neighbour: one.entry.act.neighbour,
      as: one.entry.act.as,
      unsure: isUnsure(one),
      frozen: one.frozen,
      act: one.entry.id,
    })),
    unsure: its.filter(isUnsure).length,
  }
}

const degrees = { no: 0, partial: 1, yes: 2 } as const

function abilitiesOf(
  organisation: Organisation,
  members: readonly string[],
  held: readonly MembershipOnDay[],
): Abilities[] {
  const { neighbours, rows } = featureTable(organisation)
  const own = neighbours.findIndex(({ act }) => act.itself)
  if (own === -1) return []
  return neighbours.flatMap((neighbour, at) => {
    if (at === own) return []
    const both = rows.flatMap(({ feature, values }): Ability[] => {
      const [here, there] = [values[own]?.value, values[at]?.value]
      return here && there ? [{ feature, here, there }] : []
    })
    if (both.length === 0) return []
    const ahead = (one: Ability) => degrees[one.there.act.value] - degrees[one.here.act.value]
    return [
      {
        neighbour,
        there: both.filter((one) => ahead(one) > 0),
        here: both.filter((one) => ahead(one) < 0),
        same: both.filter((one) => ahead(one) === 0).length,
        open: rows.length - both.length,
        ...whoOf(neighbour, members, held),
      },
    ]
  })
}

function whoOf(neighbour: Neighbour, members: readonly string[], held: readonly MembershipOnDay[]) {
  const here = held.filter(
    ({ entry }) => entry.act.neighbour === neighbour.act.neighbour && members.includes(entry.act.participant),
  )
  const who = (some: readonly MembershipOnDay[]) => [...new Set(some.map(({ entry }) => entry.act.participant))]
  return { members: who(here), unsure: who(here.filter(isUnsure)) }
}

/** Those with most members in common first; then whoever else there is a tie with, the most often named first. */
function tiesOf(organisation: Organisation, members: readonly string[], held: readonly MembershipOnDay[]): Tie[] {
  const relations = organisation.listed('relation-established')
  const known = neighboursOf(organisation)
  const near = known
    .map((neighbour) => ({
      with: neighbour.act.neighbour,
      neighbour,
      relations: relations.filter((one) => partnersIn(one).some((name) => isCalled(name, neighbour))),
      members: whoOf(neighbour, members, held).members,
    }))
    .filter((tie) => tie.relations.length > 0 || tie.members.length > 0)
    .sort((a, b) => b.members.length - a.members.length)
  const others = relations.flatMap((relation) =>
    partnersIn(relation)
      .filter((name) => !known.some((neighbour) => isCalled(name, neighbour)))
      .map((name) => ({ name, relation })),
  )
  const far = [...Map.groupBy(others, ({ name }) => name)]
    .map(([name, found]) => ({ with: name, relations: found.map(({ relation }) => relation), members: [] }))
    .sort((a, b) => b.relations.length - a.relations.length)
  return [...near, ...far]
}

/** Whether the record names a neighbour so: by its short name, whatever the case, or in full. */
function isCalled(name: string, { act }: Neighbour): boolean {
  return name.toUpperCase() === act.neighbour.toUpperCase() || name === act.names.en
}
