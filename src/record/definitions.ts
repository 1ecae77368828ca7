import { earliest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Dated, Organisation } from './organisation.ts'

export type Definition = Dated<'definition-described'>
export type Presence = ActOf<'definition-described'>['elements'][number]['presence']

/** A concept with the documents that define it, the organisation's own first, and those that do not. */
export interface Concept {
  readonly concept: string
  readonly defined: readonly Definition[]
  readonly notDefined: readonly Definition[]
  readonly differences: readonly Difference[]
}

/** An element on which two of the organisation's own definitions of a concept differ, the later after the earlier. */
export interface Difference {
  readonly element: string
  readonly from: Definition
  readonly to: Definition
  readonly was: Presence
  readonly is: Presence
}

/** The concepts defined by the organisation's day; a document without a date counts on every day. */
export function conceptsOf(organisation: Organisation): Concept[] {
  const all = organisation
    .listed('definition-described')
    .filter(({ act }) => act.date === undefined || earliest(act.date) <= organisation.day)
  return [...Map.groupBy(all, ({ act }) => act.concept)].map(([concept, definitions]) => {
    const defined = definitions.filter(({ act }) => act.defines)
    const own = defined.filter(isOwn).sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    return {
      concept,
      defined: [...own, ...defined.filter((definition) => !isOwn(definition))],
      notDefined: definitions.filter(({ act }) => !act.defines),
      differences: own.slice(1).flatMap((to, index) => differences(own[index] as Definition, to)),
    }
  })
}

/** The organisation's own: one that an instrument of its own gives. */
export function isOwn({ act }: Definition): boolean {
  return act.instrument !== undefined
}

export function presenceOf({ act }: Definition, element: string): Presence | undefined {
  return act.elements.find((one) => one.element === element)?.presence
}

/** Where one of the two was not seen nothing is compared. */
function differences(from: Definition, to: Definition): Difference[] {
  return to.act.elements.flatMap(({ element, presence: is }) => {
    const was = presenceOf(from, element)
    const comparable = was !== undefined && was !== 'not-seen' && is !== 'not-seen'
    return comparable && was !== is ? [{ element, from, to, was, is }] : []
  })
}

function dateOf({ act }: Definition): string {
  return act.date === undefined ? '' : earliest(act.date)
}
