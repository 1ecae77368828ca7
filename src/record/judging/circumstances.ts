import { addDays, type Called, type Certainty, type Entitled, holdsOn } from '../../rules/index.ts'
import type { Act, ActKind, ActOf } from '../acts.ts'
import type { Entry } from '../entry.ts'
import type { Organisation } from '../organisation.ts'
import type { HoldingOnDay } from '../participants.ts'
import type { RulesOfDay } from '../rules-of-day.ts'

/** What a judgement needs beside the act: the organisation and its rules on the act's day, and the statuses held just before. */
export interface Circumstances {
  readonly organisation: Organisation
  readonly rules: RulesOfDay
  readonly heldBefore: readonly string[]
  readonly called: Called
  /** Whether another act of the same day stands before the one that is judged. */
  readonly isEarlier: (other: Entry) => boolean
  /** Who has a say, kept for the other acts of a day on which nobody's status changes. */
  readonly deciders: Map<string, Deciders>
}

/** What acts of one day share. */
export type DayJudged = Omit<Circumstances, 'heldBefore' | 'isEarlier'>

export function dayJudged(organisation: Organisation, rules: RulesOfDay): DayJudged {
  return { organisation, rules, called: calledIn(organisation), deciders: new Map() }
}

/** Everyone who has, or may have, a say, and those of whom it is not sure. */
export interface Deciders {
  readonly entitled: readonly Entitled[]
  readonly perhaps: readonly string[]
}

/** The name in use on the day of a participant, a body or a status; its id in plain words where none is on record. */
export function calledIn(organisation: Organisation): Called {
  const known = new Map<string, string>()
  return (id) => {
    const name = known.get(id) ?? nameIn(organisation, id)
    known.set(id, name)
    return name
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

/** Whether a field of an act (`chair`, `decided.positions`), or what it is part of, was inferred; it then proves nothing. */
export function isInferred(act: Act, field: string): boolean {
  return act.doubt.some(
    (doubt) =>
      doubt.kind === 'inferred' &&
      (`${field}.`.startsWith(`${doubt.field}.`) || `${doubt.field}.`.startsWith(`${field}.`)),
  )
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

/**
 * Everyone who holds, or may hold, one of some statuses when the act is done: what stands before it on its day has taken
 * effect, what follows has not.
 */
export function decidersOf(circumstances: Circumstances, statuses: readonly string[]): Deciders {
  const key = statuses.join(' ')
  const known = circumstances.deciders.get(key)
  if (known) return known
  const { organisation } = circumstances
  const all = organisation.participants()
  const holders = all
    .flatMap(({ id }) => holdingsWhen(circumstances, id))
    .filter((holding) => statuses.includes(holding.status))
  const deciders = {
    entitled: holders.map(({ participant }) => ({ id: participant })),
    perhaps: holders.filter(({ certainty }) => certainty !== 'holds').map(({ participant }) => participant),
  }
  const changes = all.some(({ holdings }) =>
    holdings.some(({ from, to }) => String(from) === organisation.day || String(to) === organisation.day),
  )
  if (!changes) circumstances.deciders.set(key, deciders)
  return deciders
}

/** The same when the day began: whoever came in on the day itself is not among them. */
export function holdersBefore({ organisation }: Circumstances, statuses: readonly string[]): HoldingOnDay[] {
  return organisation
    .onDay(addDays(organisation.day, -1))
    .holdings()
    .filter((holding) => statuses.includes(holding.status))
}

/** How surely a participant holds one of some statuses when the act is done. */
export function holdsOneOf(circumstances: Circumstances, participant: string, statuses: readonly string[]): Certainty {
  const found = holdingsWhen(circumstances, participant).find((holding) => statuses.includes(holding.status))
  return found?.certainty ?? 'does-not-hold'
}

function holdingsWhen({ organisation, isEarlier }: Circumstances, id: string): HoldingOnDay[] {
  const { day } = organisation
  return organisation.participant(id).holdings.flatMap((holding) => {
    const { from, to, grantedBy, endedBy } = holding
    if (String(from) === day && !isEarlier(grantedBy)) return []
    const endsLater = String(to) === day && endedBy !== undefined && !isEarlier(endedBy)
    const certainty = holdsOn(endsLater ? { from } : holding, day)
    return certainty === 'does-not-hold' ? [] : [{ ...holding, certainty }]
  })
}
