import { addDays, type Called, type Certainty, type Entitled } from '../../rules/index.ts'
import type { Act, ActKind, ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import { type HoldingOnDay, holdingsOn } from '../participants.ts'
import type { RulesOfDay } from '../rules-of-day.ts'

/** The organisation and its rules on a day. What many acts of one day ask for is worked out once. */
export class DayJudged {
  readonly organisation: Organisation
  readonly rules: RulesOfDay
  readonly #names = new Map<string, string>()
  readonly #holders = new Map<string, readonly Entitled[]>()

  constructor(organisation: Organisation, rules: RulesOfDay) {
    this.organisation = organisation
    this.rules = rules
  }

  /** The name in use on the day of a participant, a body or a status; the id in plain words where none is on record. */
  readonly called: Called = (id) => {
    const known = this.#names.get(id) ?? nameIn(this.organisation, id)
    this.#names.set(id, known)
    return known
  }

  /** Everyone who holds, or may hold, one of some statuses on the day. */
  holding(statuses: readonly string[]): readonly Entitled[] {
    const key = statuses.join(' ')
    const known =
      this.#holders.get(key) ?? holdersOf(this.organisation, statuses).map(({ participant }) => ({ id: participant }))
    this.#holders.set(key, known)
    return known
  }

  /** The statuses that have a say where a rule names none: those of members. */
  havingSay(entitled: readonly string[] | undefined): readonly string[] {
    if (entitled) return entitled
    const statuses = this.organisation.description?.statuses ?? []
    return statuses.filter(({ tone }) => tone === 'member').map(({ status }) => status)
  }
}

function nameIn(organisation: Organisation, id: string): string {
  const status = organisation.description?.statuses.find((one) => one.status === id)
  if (status) return status.en.one
  const described = organisation.body(id)?.names.en ?? organisation.participant(id).names?.en
  return described ?? bodyOfRule(organisation, id) ?? id.replaceAll('-', ' ')
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

/** Everyone who holds, or may hold, one of some statuses on the day. */
function holdersOf(organisation: Organisation, statuses: readonly string[]): HoldingOnDay[] {
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
