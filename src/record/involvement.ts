import { earliest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Exercise, Instrument } from './exercises.ts'
import { namedWith, partIn } from './named.ts'
import { type MembershipOnDay, membershipsOn, neighboursOf } from './neighbours.ts'
import type { Dated, Organisation } from './organisation.ts'
import type { Programme, ReportedStance } from './programmes.ts'
import type { Decision, Meeting } from './sittings.ts'

export type Dispute = Dated<'dispute-recorded'>

/** What a participant is named with at an exercise. */
export const exerciseParts = ['took part', 'observed', 'absent', 'declined', 'transit', 'hosted'] as const
export type ExercisePart = (typeof exerciseParts)[number]

/** What a participant is named with in a programme. */
export const programmeParts = ['proposed', 'leads', 'outside', 'takes part'] as const
export type ProgrammePart = (typeof programmeParts)[number]

/** What one participant did, proposed and stayed out of, up to the organisation's day; nobody is presumed. */
export interface Involvement {
  readonly proposed: readonly Decision[]
  readonly differed: readonly Decision[]
  readonly concerned: readonly Decision[]
  readonly exercises: readonly { readonly exercise: Exercise; readonly parts: readonly ExercisePart[] }[]
  /** Instruments that it signed, and those to which it became a party later. */
  readonly instruments: readonly { readonly instrument: Instrument; readonly signed: boolean }[]
  readonly chairs: readonly Dated<'chair-taken'>[]
  readonly chaired: readonly Meeting[]
  readonly terms: readonly Dated<'term-began'>[]
  readonly stances: readonly ReportedStance[]
  readonly programmes: readonly { readonly programme: Programme; readonly parts: readonly ProgrammePart[] }[]
  readonly disputes: readonly Dispute[]
  readonly shares: readonly { readonly stated: Dated<'shares-stated'>; readonly percent: number }[]
  readonly paragraphs: readonly Dated<'paragraph-abstracted'>[]
  readonly memberships: readonly MembershipOnDay[]
  /** Of each indicator the latest figure for a date up to the day. */
  readonly figures: readonly Dated<'figure-stated'>[]
}

export function involvementOf(organisation: Organisation, id: string): Involvement {
  const decisions = organisation.decisions().filter(({ act }) => partIn(act).includes(id))
  const proposed = decisions.filter(({ act }) => act.proposedBy?.includes(id))
  const differed = decisions.filter(({ act }) => differs(act, id))
  return {
    proposed,
    differed,
    concerned: decisions.filter((one) => !proposed.includes(one) && !differed.includes(one)),
    exercises: organisation
      .exercises()
      .filter(({ act }) => namedWith(act).includes(id))
      .map((exercise) => ({ exercise, parts: partsInExercise(exercise.act, id) })),
    instruments: organisation
      .instruments()
      .filter(({ act }) => act.signatories.includes(id) || act.parties?.some((party) => party.participant === id))
      .map((instrument) => ({ instrument, signed: instrument.act.signatories.includes(id) })),
    chairs: organisation.listed('chair-taken').filter(({ act }) => act.participant === id),
    chaired: organisation.meetings().filter(({ act }) => act.chair === id),
    terms: organisation.listed('term-began').filter(({ act }) => act.participant === id),
    stances: organisation.listed('stance-reported').filter(({ act }) => act.participant === id),
    programmes: organisation
      .listed('programme-recorded')
      .map((programme) => ({ programme, parts: partsInProgramme(programme.act, id) }))
      .filter(({ parts }) => parts.length > 0),
    disputes: organisation.listed('dispute-recorded').filter(({ act }) => act.between.includes(id)),
    shares: sharesOf(organisation, id),
    paragraphs: paragraphsNaming(organisation, id),
    memberships: membershipsOf(organisation, id),
    figures: figuresOf(organisation, id),
  }
}

/** Whether a source attributes to it a stance against a text, or it stayed outside. */
export function differs(act: ActOf<'decision-recorded'>, id: string): boolean {
  return act.outside?.includes(id) === true || act.stances?.some((stance) => stance.participant === id) === true
}

export function partsInExercise(act: ActOf<'exercise-held'>, id: string): ExercisePart[] {
  const named = (list: readonly { readonly participant: string }[] = []) => list.some((one) => one.participant === id)
  const as = (observer: boolean) => named(act.forces?.filter((force) => (force.as === 'observer') === observer))
  const is: Record<ExercisePart, boolean> = {
    'took part': as(false),
    observed: as(true),
    absent: named(act.absent),
    declined: named(act.declined),
    transit: named(act.transit),
    hosted: act.hosts?.includes(id) === true,
  }
  return exerciseParts.filter((part) => is[part])
}

export function partsInProgramme(act: ActOf<'programme-recorded'>, id: string): ProgrammePart[] {
  const is: Record<ProgrammePart, boolean> = {
    proposed: act.proposedBy?.includes(id) === true,
    leads: act.lead === id,
    outside: act.outside?.includes(id) === true,
    'takes part': Array.isArray(act.participants) && act.participants.includes(id),
  }
  return programmeParts.filter((part) => is[part])
}

/** Memberships of neighbours on the day; the organisation itself, listed for comparison, is not one of them. */
export function membershipsOf(organisation: Organisation, id: string): MembershipOnDay[] {
  const others = new Set(neighboursOf(organisation).map(({ act }) => act.neighbour))
  return membershipsOn(organisation, organisation.day).filter(
    ({ entry: { act } }) => act.participant === id && others.has(act.neighbour),
  )
}

function sharesOf(organisation: Organisation, id: string): Involvement['shares'] {
  return organisation.listed('shares-stated').flatMap((stated) => {
    const share = stated.act.shares.find((one) => one.participant === id)
    const begun = stated.act.from === undefined || earliest(stated.act.from) <= organisation.day
    return share && begun ? [{ stated, percent: share.percent }] : []
  })
}

function paragraphsNaming(organisation: Organisation, id: string): Dated<'paragraph-abstracted'>[] {
  const begun = new Set(
    organisation
      .listed('text-described')
      .flatMap(({ act }) => (earliest(act.date) <= organisation.day ? [act.text] : [])),
  )
  return organisation.listed('paragraph-abstracted').filter(({ act }) => act.names?.includes(id) && begun.has(act.text))
}

function figuresOf(organisation: Organisation, id: string): Dated<'figure-stated'>[] {
  const spoken = organisation
    .listed('figure-stated')
    .filter(({ act }) => act.participant === id && earliest(act.date) <= organisation.day)
  return [...Map.groupBy(spoken, ({ act }) => act.indicator).values()].map((series) =>
    series.reduce((latestOne, one) => (earliest(one.act.date) >= earliest(latestOne.act.date) ? one : latestOne)),
  )
}
