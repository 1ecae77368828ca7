import {
  type ActOf,
  type Doubt,
  type Exercise,
  isFirm,
  membersOn,
  namedWith,
  type Organisation,
  outputByYear,
  partsInExercise,
} from '../record/index.ts'
import { latest, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import type { Narrowed } from './questions.ts'

/** What is said of somebody who stayed away or let nobody through, with who says so where that is on record. */
export interface Said {
  readonly participant: string
  readonly says?: string
  readonly attribution?: string
}

/** One exercise, as far as on record. */
export interface ExerciseHeld {
  readonly exercise: string
  /** The act that says so. */
  readonly act: string
  readonly name: string
  readonly on: PartialDate
  readonly lastDay?: PartialDate
  readonly type: string
  /** Only where it is `yes` do participants count. */
  readonly participantsKnown: 'yes' | 'presumed' | 'no'
  /** The members on its first day, and how each of them stands to it. */
  readonly members: readonly string[]
  readonly took: readonly string[]
  readonly observed: readonly string[]
  readonly absent: readonly Said[]
  readonly declined: readonly Said[]
  readonly transit: readonly Said[]
  /** Those of whom the date, a month or a year, leaves open whether they were members yet. */
  readonly perhapsMembers?: readonly string[]
  /** Members of whom the record does not say whether they took part, watched or stayed away. */
  readonly notNamed: readonly string[]
  readonly hosts: readonly string[]
  /** What it was officially called, as the record has it, and on what that rests. */
  readonly label?: string
  readonly labelBasis?: string
  /** Exactly two took part, or the record itself says that it was bilateral. */
  readonly ofTwo: boolean
  /** Its label has the name of the organisation in it, whatever it says of it. */
  readonly namesOrganisation: boolean
  readonly personnel?: number
  readonly contingents: readonly { readonly participant: string; readonly personnel: number }[]
  readonly conflicts: readonly string[]
  readonly sources: readonly string[]
}

/** One year with how complete its exercises are on record. */
export interface YearOfExercises {
  readonly year: number
  readonly known: number
  readonly uncounted: number
  readonly coverage?: ActOf<'coverage-stated'>['coverage']
  readonly firm: boolean
}

export interface ExercisingView {
  /** The kind of exercise that is asked about; absent where all are. */
  readonly about?: string
  readonly kinds: readonly { readonly type: string; readonly count: number }[]
  /** In the order of time. */
  readonly exercises: readonly ExerciseHeld[]
  readonly years: readonly YearOfExercises[]
  readonly counts: {
    readonly all: number
    readonly known: number
    readonly presumed: number
    readonly notKnown: number
    /** Of the known: those of two, and those in which every member of the day took part. */
    readonly ofTwo: number
    readonly everyMember: number
    readonly ofTwoNamed: number
    /** Of the known: with a strength in all, and with the strength of at least one contingent. */
    readonly personnel: number
    readonly contingents: number
  }
  /** Members of the day, each with what is on record of it at the exercises held while it was one. */
  readonly members: readonly MemberExercising[]
}

export interface MemberExercising {
  readonly participant: string
  /** Exercises whose participants are known, held while it was a member. */
  readonly of: number
  readonly took: number
  readonly observed: number
  readonly absent: number
  readonly declined: number
  readonly notNamed: number
  readonly hosted: number
}

/**
 * Who really exercises: every exercise with who took part, watched, stayed away or refused. Whoever is only presumed, or
 * not known, is counted nowhere. `about` narrows it to one kind.
 *
 * @refuses 'unknown-choice' a kind of which no exercise is on record
 */
export function exercising(organisation: Organisation, { about }: Narrowed): ExercisingView | Refusal {
  const all = organisation.exercises()
  const kinds = [...Map.groupBy(all, ({ act }) => act.type)].map(([type, list]) => ({ type, count: list.length }))
  if (about !== undefined && !kinds.some(({ type }) => type === about)) {
    return refuse('unknown-choice', `No exercise of the kind "${about}" is on record.`, {
      remedy: kinds.length > 0 ? `There is ${kinds.map(({ type }) => type).join(', ')}.` : 'None is on record at all.',
    })
  }
  const exercises = all
    .filter(({ act }) => about === undefined || act.type === about)
    .map((entry) => heldIn(organisation, entry))
  const known = exercises.filter(isKnown)
  const ofTwo = known.filter((one) => one.ofTwo)
  return {
    ...(about === undefined ? {} : { about }),
    kinds: kinds.sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
    exercises,
    years: yearsOf(organisation, exercises),
    counts: {
      all: exercises.length,
      known: known.length,
      presumed: exercises.filter((one) => one.participantsKnown === 'presumed').length,
      notKnown: exercises.filter((one) => one.participantsKnown === 'no').length,
      ofTwo: ofTwo.length,
      everyMember: known.filter(everyMemberTook).length,
      ofTwoNamed: ofTwo.filter((one) => one.namesOrganisation).length,
      personnel: known.filter((one) => one.personnel !== undefined).length,
      contingents: known.filter((one) => one.contingents.length > 0).length,
    },
    members: membersOn(organisation, organisation.day).map((participant) => memberIn(known, participant)),
  }
}

export function isKnown({ participantsKnown }: ExerciseHeld): boolean {
  return participantsKnown === 'yes'
}

export function everyMemberTook({ members, took }: ExerciseHeld): boolean {
  return members.length > 0 && members.every((id) => took.includes(id))
}

function heldIn(organisation: Organisation, entry: Exercise): ExerciseHeld {
  const { act } = entry
  const members = membersOn(organisation, act.on)
  // A date that is only a month may stand for days before and after somebody became a member.
  const perhaps = membersOn(organisation, latest(act.on)).filter((id) => !members.includes(id))
  const people = [...new Set(namedWith(act))]
  const as = (part: 'took part' | 'observed') => people.filter((id) => partsInExercise(act, id).includes(part))
  const said = (
    list: readonly {
      participant: string
      says?: string
      reason?: string | undefined
      attribution?: string | undefined
    }[] = [],
  ) =>
    list.map(({ participant, says, reason, attribution }): Said => {
      const words = says ?? reason
      return { participant, ...(words ? { says: words } : {}), ...(attribution ? { attribution } : {}) }
    })
  const took = as('took part')
  const inConflict = (doubt: Doubt) => (doubt.kind === 'conflict' ? [doubt.note] : [])
  return {
    ...{ exercise: act.exercise, act: entry.id, name: act.name, on: act.on, type: act.type },
    ...(act.lastDay ? { lastDay: act.lastDay } : {}),
    participantsKnown: act.participantsKnown,
    ...{ members, took, observed: as('observed') },
    ...{ absent: said(act.absent), declined: said(act.declined), transit: said(act.transit) },
    ...(perhaps.length > 0 ? { perhapsMembers: perhaps } : {}),
    notNamed: members.filter((id) => partsInExercise(act, id).every((part) => part === 'hosted' || part === 'transit')),
    hosts: act.hosts ?? [],
    ...(act.label ? { label: act.label } : {}),
    ...(act.labelBasis ? { labelBasis: act.labelBasis } : {}),
    ofTwo: act.bilateral === true || (act.participantsKnown === 'yes' && took.length === 2),
    namesOrganisation: namesIt(organisation, act.label),
    ...(act.personnel === undefined ? {} : { personnel: act.personnel }),
    contingents: (act.forces ?? []).flatMap(({ participant, personnel }) =>
      personnel === undefined ? [] : [{ participant, personnel }],
    ),
    conflicts: act.doubt.flatMap(inConflict),
    sources: [...new Set(act.sources.map(({ source }) => source))],
  }
}

function namesIt({ description }: Organisation, label: string | undefined): boolean {
  if (!description || !label) return false
  const names = [description.shortName, ...Object.values(description.names)].filter((name) => name !== undefined)
  return names.some((name) =>
    new RegExp(`(^|[^\\p{L}])${name.replaceAll(/[^\p{L}\d ]/gu, '.')}($|[^\\p{L}])`, 'u').test(label),
  )
}

function yearsOf(organisation: Organisation, exercises: readonly ExerciseHeld[]): YearOfExercises[] {
  const stated = outputByYear(organisation).find(({ kind }) => kind === 'exercises')?.cells ?? []
  return stated.map(({ year, coverage }) => {
    const held = exercises.filter(({ on }) => on.startsWith(String(year)))
    const degree = coverage[0]?.coverage
    return {
      year,
      known: held.filter(isKnown).length,
      uncounted: held.filter((one) => !isKnown(one)).length,
      ...(degree ? { coverage: degree } : {}),
      firm: isFirm(degree),
    }
  })
}

function memberIn(known: readonly ExerciseHeld[], participant: string): MemberExercising {
  const inTime = known.filter(({ members }) => members.includes(participant))
  const count = (is: (one: ExerciseHeld) => boolean) => inTime.filter(is).length
  const among = (list: readonly Said[]) => list.some((one) => one.participant === participant)
  return {
    participant,
    of: inTime.length,
    took: count(({ took }) => took.includes(participant)),
    observed: count(({ observed }) => observed.includes(participant)),
    absent: count(({ absent }) => among(absent)),
    declined: count(({ declined }) => among(declined)),
    notNamed: count(({ notNamed }) => notNamed.includes(participant)),
    hosted: count(({ hosts }) => hosts.includes(participant)),
  }
}
