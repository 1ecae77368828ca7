import { addDays, type Called, type Certainty } from '../../rules/index.ts'
import type { Act, ActKind, ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import { type HoldingOnDay, holdingsOn } from '../participants.ts'
import type { RulesOfDay } from '../rules-of-day.ts'

/** What a judgement needs beside the act: the organisation and its rules on the act's day, and the statuses held just before. */
export interface Circumstances {
  readonly organisation: Organisation
  readonly rules: RulesOfDay
  readonly heldBefore: readonly string[]
  readonly called: Called
}

/** The name in use on the day of a participant, a body or a status; its id in plain words where none is on record. */
export function calledIn(organisation: Organisation): Called {
  return (id) => {
    const status = organisation.description?.statuses.find((one) => one.status === id)
    if (status) return status.en.one
    const described = organisation.body(id)?.names.en ?? organisation.participant(id).names?.en
    return described ?? bodyOfRule(organisation, id) ?? id.replaceAll('-', ' ')
  }
}

/** A body of which nothing is described is called as the rule on it calls it. */
function bodyOfRule(organisation: Organisation, id: string): string | undefined {
  for (const { computes } of organisation.rules()) {
    if (computes?.kind === 'body' && computes.body === id) return computes.name
  }
  return undefined
}

/** Whether a field of an act was inferred; it then proves nothing. */
export function isInferred(act: Act, field: string): boolean {
  return act.doubt.some((doubt) => doubt.kind === 'inferred' && doubt.field.startsWith(field))
}

/** A field of an act as evidence: nothing where it was inferred. */
export function evidence<A extends ActOf<ActKind>, F extends keyof A & string>(act: A, field: F): A[F] | undefined {
  return isInferred(act, field) ? undefined : act[field]
}

/** The statuses that have a say where a rule names none: those of members. */
export function havingSay(organisation: Organisation, entitled: readonly string[] | undefined): readonly string[] {
  if (entitled) return entitled
  return (organisation.description?.statuses ?? []).filter(({ tone }) => tone === 'member').map(({ status }) => status)
}

/** Everyone who holds, or may hold, one of some statuses on the day. */
export function holdersOf(organisation: Organisation, statuses: readonly string[]): HoldingOnDay[] {
  return organisation.holdings().filter((holding) => statuses.includes(holding.status))
}

/** The same when the day began: whoever came in on the day itself is not among them. */
export function holdersBefore(organisation: Organisation, statuses: readonly string[]): HoldingOnDay[] {
  return holdersOf(organisation.onDay(addDays(organisation.day, -1)), statuses)
}

/** How surely a participant holds one of some statuses on the day. */
export function holdsOneOf(organisation: Organisation, participant: string, statuses: readonly string[]): Certainty {
  const held = holdingsOn(organisation.participant(participant), organisation.day)
  const found = held.find((holding) => statuses.includes(holding.status))
  return found?.certainty ?? 'does-not-hold'
}
