import {
  type Exercise,
  holdingsOn,
  type Organisation,
  partsInExercise,
  programmesOf,
  type Scheme,
  schemesOf,
} from '../record/index.ts'
import { type Day, daysBetween, earliest, type PartialDate } from '../rules/index.ts'

/** How often one did something, of how often somebody is on record as having done it while it was a member. */
export interface RowPart {
  readonly did: number
  readonly of: number
}

/** Every part that is counted for each member; each over a base of its own. */
export const partNames = [
  'proposed',
  'programmesProposed',
  'programmesLed',
  'meetingsHosted',
  'meetingsChaired',
  'offices',
  'exercisesHosted',
  'tookPart',
  'troopsStated',
  'observed',
  'absent',
  'declined',
  'differed',
  'outside',
  'programmesOutside',
] as const
export type PartName = (typeof partNames)[number]

/** What one member did and stayed out of, in the time in which it was a member; as far as on record. */
export interface LeadershipRow {
  readonly participant: string
  /** Absent where it has not been one by the day. */
  readonly memberSince?: PartialDate
  /** Years of full membership up to the day. */
  readonly years: number
  readonly parts: { readonly [P in PartName]: RowPart }
  /** By kind of stance, of the decisions on which it differed. */
  readonly stances: Readonly<Record<string, number>>
  /** Positions on programmes that sources report of it, of whatever kind. */
  readonly reported: number
  /** Its share of the budget in per cent, and its posts, under the scale of the day; absent where not read. */
  readonly percent?: number
  readonly posts?: number
  /** The largest of its contingents that a source states. */
  readonly largest?: { readonly personnel: number; readonly exercise: string }
}

interface Counted {
  readonly on: PartialDate
  /** Those of whom it is true. */
  readonly who: readonly string[]
}

/** The members of the day beside each other, in the order given; nobody is ranked. */
export function leadershipRows(organisation: Organisation, members: readonly string[]): LeadershipRow[] {
  const counted = countedIn(organisation)
  const scheme = schemeOf(organisation)?.entry.act
  const decisions = organisation.decisions()
  const exercises = knownOf(organisation)
  const full = fullStatuses(organisation)
  return members.map((participant): LeadershipRow => {
    const holdings = organisation.participant(participant).holdings.filter(({ status }) => full.has(status))
    const inTime = (on: PartialDate) =>
      holdingsOn({ id: participant, holdings, steps: [], contacts: [], representation: [] }, earliest(on)).length > 0
    const part = (name: PartName): RowPart => {
      const list = counted[name].filter(({ on }) => inTime(on))
      return { did: list.filter(({ who }) => who.includes(participant)).length, of: list.length }
    }
    const stances = decisions
      .filter(({ act }) => inTime(act.on))
      .flatMap(({ act }) => act.stances ?? [])
      .filter((stance) => stance.participant === participant)
    const contingents = exercises
      .filter(({ act }) => inTime(act.on))
      .flatMap(({ act }) =>
        (act.forces ?? []).map((force) => ({ ...force, personnel: force.personnel ?? 0, exercise: act.exercise })),
      )
      .filter((force) => force.participant === participant && force.personnel > 0)
      .toSorted((a, b) => b.personnel - a.personnel)
    const share = scheme?.shares.find((one) => one.participant === participant)
    const posts = scheme?.posts?.find((one) => one.participant === participant)
    return {
      participant,
      ...(holdings[0] ? { memberSince: holdings[0].from } : {}),
      years: yearsHeld(holdings, organisation.day),
      parts: Object.fromEntries(partNames.map((name) => [name, part(name)])) as LeadershipRow['parts'],
      stances: Object.fromEntries(
        [...Map.groupBy(stances, ({ stance }) => stance)].map(([stance, list]) => [stance, list.length]),
      ),
      reported: organisation.listed('stance-reported').filter(({ act }) => act.participant === participant).length,
      ...(share ? { percent: share.percent } : {}),
      ...(posts ? { posts: posts.posts } : {}),
      ...(contingents[0]
        ? { largest: { personnel: contingents[0].personnel, exercise: contingents[0].exercise } }
        : {}),
    }
  })
}

/** Of each part everything that counts for its base: only what names somebody. */
function countedIn(organisation: Organisation): { readonly [P in PartName]: readonly Counted[] } {
  const named = (list: readonly Counted[]) => list.filter(({ who }) => who.length > 0)
  const decisions = organisation.decisions().map(({ act }) => act)
  const programmes = programmesOf(organisation).map(({ act }) => act)
  // A meeting in the margins of another is where that one is.
  const meetings = organisation
    .meetings()
    .map(({ act }) => act)
    .filter((act) => !act.planned && act.inMarginsOf === undefined)
  const exercises = knownOf(organisation)
  const at = (is: (parts: ReturnType<typeof partsInExercise>) => boolean) =>
    exercises.map(({ act }): Counted => {
      const people = [...(act.forces ?? []), ...(act.absent ?? []), ...(act.declined ?? [])].map((p) => p.participant)
      return { on: act.on, who: [...new Set(people)].filter((id) => is(partsInExercise(act, id))) }
    })
  const one = (id: string | undefined) => (id === undefined ? [] : [id])
  const differing = decisions.map((act) => ({ on: act.on, who: (act.stances ?? []).map((s) => s.participant) }))
  const outside = decisions.map((act) => ({ on: act.on, who: act.outside ?? [] }))
  return {
    proposed: named(decisions.map(({ on, proposedBy = [] }) => ({ on, who: proposedBy }))),
    programmesProposed: named(programmes.map(({ on, proposedBy = [] }) => ({ on, who: proposedBy }))),
    programmesLed: named(programmes.map(({ on, lead }) => ({ on, who: one(lead) }))),
    meetingsHosted: named(meetings.map(({ on, country }) => ({ on, who: one(country) }))),
    meetingsChaired: named(meetings.map(({ on, chair }) => ({ on, who: one(chair) }))),
    offices: organisation.listed('term-began').map(({ act }) => ({ on: act.on, who: [act.participant] })),
    exercisesHosted: named(organisation.exercises().map(({ act: { on, hosts = [] } }) => ({ on, who: hosts }))),
    tookPart: at((parts) => parts.includes('took part')),
    troopsStated: exercises.map(({ act: { on, forces = [] } }) => ({
      on,
      who: forces.filter((force) => force.personnel !== undefined).map((force) => force.participant),
    })),
    observed: at((parts) => parts.includes('observed')),
    absent: at((parts) => parts.includes('absent')),
    declined: at((parts) => parts.includes('declined')),
    differed: named(differing),
    outside: named(outside),
    programmesOutside: named(programmes.map(({ on, outside: who = [] }) => ({ on, who }))),
  }
}

export function knownOf(organisation: Organisation): Exercise[] {
  return organisation.exercises().filter(({ act }) => act.participantsKnown === 'yes')
}

/** The scale of shares that surely holds on the day. */
export function schemeOf(organisation: Organisation): Scheme | undefined {
  return schemesOf(organisation).findLast(({ onDay }) => onDay === 'holds')
}

/** The full statuses; those of what came before where on the day nobody holds one. */
function fullStatuses(organisation: Organisation): Set<string> {
  const of = (wanted: string) =>
    (organisation.description?.statuses ?? []).filter(({ tone }) => tone === wanted).map(({ status }) => status)
  const held = new Set(organisation.holdings().map(({ status }) => status))
  return new Set(of('member').some((status) => held.has(status)) ? of('member') : of('past'))
}

/** To one decimal. */
function yearsHeld(holdings: readonly { readonly from: PartialDate; readonly to?: PartialDate }[], day: Day): number {
  const days = holdings.reduce((sum, { from, to }) => {
    const end = to !== undefined && earliest(to) < day ? earliest(to) : day
    return sum + Math.max(0, daysBetween(earliest(from), end))
  }, 0)
  return Math.round((10 * days) / 365.25) / 10
}
