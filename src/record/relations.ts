import type { Dated } from './organisation.ts'
import type { Answers } from './sittings.ts'

export type Relation = Dated<'relation-established'>

/**
 * With whom a relation is: the participants named and, of the words of the record, whoever is not one of them. The
 * secretariat of a participant is not told apart from it.
 */
export function partnersIn({ act }: Relation): string[] {
  const participants = act.participants ?? []
  const others = act.with
    .split(', ')
    .filter((name) => !participants.some((id) => name.toUpperCase() === id || name.startsWith(`${id} `)))
  return [...participants, ...others]
}

export const ofRelations: Answers<Relation> = {
  type: ({ act }) => act.type,
  by: partnersIn,
}
