import type { PartialDate } from '../rules/index.ts'
import type { ActOf } from './acts.ts'

type Description = ActOf<'organisation-described'> | undefined

/** What stands on everything that shows, tells or carries away an exercise. */
export const notAPosition = 'EXERCISE - not the position of any State'

/** Goes with data of an exercise, so that it is not taken for a record. */
export interface ExerciseMark {
  readonly exercise: true
  readonly exerciseSays: string
  readonly forkedFrom?: { readonly organisation: string; readonly on: PartialDate }
}

/** What data of an organisation must say besides; nothing where it is no exercise. */
export function exerciseMark(description: Description): ExerciseMark | undefined {
  if (description?.edition !== 'exercise') return undefined
  const { organisation, on } = description.forkedFrom ?? {}
  return {
    exercise: true,
    exerciseSays: exerciseSays(description),
    ...(organisation !== undefined && on !== undefined ? { forkedFrom: { organisation, on } } : {}),
  }
}

export function exerciseSays(description: Description): string {
  const { organisation, on } = description?.forkedFrom ?? {}
  if (organisation === undefined) return `${notAPosition}.`
  return `${notAPosition}. Up to ${on} it is the record of "${organisation}"; all that comes after was played.`
}

/** A title that says so where it is one of an exercise. */
export function titled(title: string, description: Description): string {
  return description?.edition === 'exercise' ? `Exercise: ${title}` : title
}

/** The name of a file that says so where it is one of an exercise: `exercise-drill-package-40.zip`. */
export function fileNamed(name: string, description: Description): string {
  return description?.edition === 'exercise' ? `exercise-${name}` : name
}
