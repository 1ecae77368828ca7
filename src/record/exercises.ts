import { earliest } from '../rules/index.ts'
import { namedWith } from './named.ts'
import type { Dated, Organisation } from './organisation.ts'
import type { Answers } from './sittings.ts'

export type Exercise = Dated<'exercise-held'>
export type Instrument = Dated<'instrument-signed'>

/** What a participant did at the exercises of one year, as named by sources. */
export interface ExerciseCell {
  readonly year: number
  readonly took: number
  readonly observed: number
  readonly stayedAway: number
}

export interface ExerciseRow {
  readonly participant: string
  readonly cells: readonly ExerciseCell[]
  readonly took: number
}

/**
 * Who exercised, by year. Only exercises whose participants are known count: where they are presumed or not known,
 * nobody is counted, present or absent.
 */
export function exercisesByParticipant(exercises: readonly Exercise[]): {
  years: number[]
  rows: ExerciseRow[]
  uncounted: number
} {
  const known = exercises.filter(({ act }) => act.participantsKnown === 'yes')
  const yearOf = ({ act }: Exercise) => Number(act.on.slice(0, 4))
  const all = exercises.map(yearOf)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const years = exercises.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const people = [
    ...new Set(
      known.flatMap(({ act }) =>
        [...(act.forces ?? []), ...(act.absent ?? []), ...(act.declined ?? [])].map((one) => one.participant),
      ),
    ),
  ]
  const rows = people.map((participant) => {
    const cells = years.map((year) =>
      cellOf(
        known.filter((exercise) => yearOf(exercise) === year),
        participant,
        year,
      ),
    )
    return { participant, cells, took: cells.reduce((sum, cell) => sum + cell.took, 0) }
  })
  return { years, rows: rows.sort((a, b) => b.took - a.took), uncounted: exercises.length - known.length }
}

function cellOf(exercises: readonly Exercise[], participant: string, year: number): ExerciseCell {
  const as = (role: (as: string) => boolean) =>
    exercises.filter(({ act }) => act.forces?.some((force) => force.participant === participant && role(force.as)))
      .length
  const away = exercises.filter(({ act }) =>
    [...(act.absent ?? []), ...(act.declined ?? [])].some((one) => one.participant === participant),
  ).length
  return {
    year,
    took: as((role) => role !== 'observer'),
    observed: as((role) => role === 'observer'),
    stayedAway: away,
  }
}

export const ofExercises: Answers<Exercise> = {
  type: ({ act }) => act.type,
  outcome: ({ act }) => act.participantsKnown,
  by: ({ act }) => namedWith(act),
}

/** How instruments answer on the organisation's day. */
export function ofInstruments(organisation: Organisation): Answers<Instrument> {
  return {
    type: ({ act }) => act.type,
    outcome: (item) => standingOf(item, organisation),
    by: ({ act }) => [...act.signatories, ...(act.parties ?? []).map((party) => party.participant)],
  }
}

/** Where an instrument stands as far as published; without deposits nothing is computed. */
export function standingOf({ act }: Instrument, { day }: Organisation): 'in-force' | 'not-yet' | 'not-known' {
  if (act.inForceOn === undefined) return 'not-known'
  return earliest(act.inForceOn) <= day ? 'in-force' : 'not-yet'
}
