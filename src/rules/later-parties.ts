import type { Met } from './clause.ts'
import { type Day, dayAfter, type PartialDate, type Wait, waitInWords } from './dates.ts'
import { compare, type Deposit, dayOf, type EventKind, isConsent, type Lean, opposite } from './deposits.ts'
import { because, type Reason } from './finding.ts'

/** When a treaty takes effect for a party that comes later: its own wait after its own deposit. */
export interface LaterParty extends Wait {
  /**
   * Who comes later: who deposits after the conditions were met ("after the deposit of the twentieth instrument"), as
   * clauses mostly say, or only who deposits after entry into force.
   */
  readonly since?: 'conditions-met' | 'entry-into-force'
  readonly article?: string
}

export interface Party {
  readonly participant: string
  /** Null where its date, known only as a month or a year, leaves the day open. */
  readonly inForceOn: Day | null
  readonly notBefore?: Day
  readonly notAfter?: Day
  /** The day on which a later withdrawal took effect. */
  readonly until?: PartialDate
}

/**
 * When the treaty binds each party; never before its own entry into force. Who withdrew before that is no party.
 *
 * @source the clause on later parties; without one, Vienna Convention on the Law of Treaties, article 24(3): on the day
 *   on which consent is established. A successor State: from the day of its succession, or from entry into force if that
 *   is later (Vienna Convention on Succession of States in respect of Treaties, article 23(1))
 */
export function partiesOf(
  deposits: readonly Deposit[],
  later: LaterParty | undefined,
  counted: ReadonlySet<EventKind>,
  met: Record<Lean, Met>,
): Party[] {
  const parties = deposits
    .filter(({ kind }) => isConsent(kind) || counted.has(kind))
    .map((deposit) => partyOf(deposit, later, met))
    .filter((party) => party !== undefined)
    .sort((a, b) => compare(firstDay(a), firstDay(b)) || compare(a.participant, b.participant))
  // Where a signature counts too, who signs and then ratifies is bound by the first of them.
  const bound = new Set<string>()
  return parties.filter(({ participant, until }) => {
    const again = bound.has(participant)
    if (!until) bound.add(participant)
    return !again
  })
}

function partyOf(deposit: Deposit, later: LaterParty | undefined, met: Record<Lean, Met>): Party | undefined {
  const { participant, withdrawnOn } = deposit
  // The earlier the conditions were met, the later it came: either end of the doubt may give the earlier day.
  const [first, last] = [boundOn(deposit, later, met, 'early'), boundOn(deposit, later, met, 'late')].sort() as [
    Day,
    Day,
  ]
  if (withdrawnOn !== undefined && dayOf(withdrawnOn, opposite('late')) <= first) return undefined
  const until = withdrawnOn === undefined ? {} : { until: withdrawnOn }
  if (first === last) return { participant, inForceOn: first, ...until }
  return { participant, inForceOn: null, notBefore: first, notAfter: last, ...until }
}

function boundOn(
  { kind, on, succeededOn }: Deposit,
  later: LaterParty | undefined,
  met: Record<Lean, Met>,
  lean: Lean,
): Day {
  const { metOn, inForceOn } = met[lean]
  if (kind === 'succession') return latestOf(inForceOn, dayOf(succeededOn ?? on, lean))
  const deposited = dayOf(on, lean)
  const since = later?.since === 'entry-into-force' ? inForceOn : metOn
  return deposited <= since ? inForceOn : latestOf(inForceOn, dayAfter(deposited, later ?? {}))
}

export function laterPartyInWords(later: LaterParty | undefined, metOn: Day): Reason {
  if (!later) {
    const article = 'Vienna Convention on the Law of Treaties, article 24(3)'
    return because('No clause on later parties is given: each is bound on the day of its deposit.', article)
  }
  const since = later.since === 'entry-into-force' ? 'entry into force' : metOn
  return because(
    `Deposited after ${since}: bound from ${waitInWords(later)} the deposit, not before the treaty itself.`,
    later.article,
  )
}

const latestOf = (a: Day, b: Day): Day => (a > b ? a : b)
const firstDay = ({ inForceOn, notBefore }: Party): string => inForceOn ?? notBefore ?? ''
