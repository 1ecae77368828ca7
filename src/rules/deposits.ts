import { type Day, earliest, latest, type PartialDate } from './dates.ts'
import { type Refusal, refuse } from './finding.ts'

/** By which a participant consents to be bound. A mere signature is no consent unless a clause counts it. */
export const consents = [
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'confirmation',
  'definitive-signature',
  'succession',
] as const
const ends = ['withdrawal', 'denunciation'] as const
export const countable = [...consents, 'signature'] as const
export const eventKinds = [...countable, ...ends, 'provisional-application'] as const

export type EventKind = (typeof eventKinds)[number]

/** Something that a participant did about a treaty, as the depositary received it. */
export interface TreatyEvent {
  readonly participant: string
  readonly kind: EventKind
  /** The day of deposit or signature; of a withdrawal, the day on which it takes effect. */
  readonly on: PartialDate
  /** Of a succession: the day on which the State succeeded, from which it is bound. Without it, `on`. */
  readonly succeededOn?: PartialDate
}

/** A consent, or a signature, as long as it stands: until the day on which a withdrawal takes effect. */
export interface Deposit extends TreatyEvent {
  readonly withdrawnOn?: PartialDate
}

export type Withdrawn = Deposit & { readonly withdrawnOn: PartialDate }

export const isWithdrawn = (deposit: Deposit): deposit is Withdrawn => deposit.withdrawnOn !== undefined

/** Where a date is known only as a month or a year: which end of it to reckon with. */
export type Lean = 'early' | 'late'

export const dayOf = (date: PartialDate, lean: Lean): Day => (lean === 'early' ? earliest(date) : latest(date))
export const opposite = (lean: Lean): Lean => (lean === 'early' ? 'late' : 'early')

/**
 * The deposits and signatures of each participant, each with its end. Ratifying, withdrawing and acceding anew is a
 * history; ratifying on two days with no withdrawal between is a contradiction. The same said twice counts once.
 *
 * @refuses 'contradictory-events' two consents, or two signatures, on different days or of different kinds with no
 *   withdrawal between them; a withdrawal of what was not deposited
 */
export function depositsOf(events: readonly TreatyEvent[]): Deposit[] | Refusal {
  const deposits: Deposit[] = []
  for (const own of Map.groupBy(events, ({ participant }) => participant).values()) {
    const history = historyOf(own.filter(({ kind }) => kind !== 'provisional-application'))
    if (!Array.isArray(history)) return history
    deposits.push(...history)
  }
  return deposits
}

/** A withdrawal ends the consent that stands; of someone who has only signed, the signature. */
function historyOf(events: readonly TreatyEvent[]): Deposit[] | Refusal {
  const past: Deposit[] = []
  const standing = new Map<'consent' | 'signature', Deposit>()
  const waiting = events.toSorted(inTime)
  while (waiting.length > 0) {
    const event = next(waiting, standing.size > 0)
    const slot = isConsent(event.kind) || (isEnd(event.kind) && standing.has('consent')) ? 'consent' : 'signature'
    const stands = standing.get(slot)
    if (isEnd(event.kind)) {
      if (!stands) return withdrewNothing(event)
      past.push({ ...stands, withdrawnOn: event.on })
      standing.delete(slot)
    } else if (!stands) standing.set(slot, event)
    else if (stands.on !== event.on || stands.kind !== event.kind) return twice(stands, event)
  }
  return [...past, ...standing.values()]
}

/** Of a single day's events, the one that can come first: what stands is withdrawn before something new is deposited. */
function next(waiting: TreatyEvent[], stands: boolean): TreatyEvent {
  const day = dayInOrder(waiting[0] as TreatyEvent)
  const first = waiting.findIndex((event) => dayInOrder(event) === day && isEnd(event.kind) === stands)
  return waiting.splice(Math.max(first, 0), 1)[0] as TreatyEvent
}

// A withdrawal known only by its year ends what was deposited in that year.
const dayInOrder = ({ kind, on }: TreatyEvent): Day => (isEnd(kind) ? latest(on) : earliest(on))

function inTime(a: TreatyEvent, b: TreatyEvent): number {
  return compare(dayInOrder(a), dayInOrder(b)) || compare(a.kind, b.kind)
}

function twice({ participant, kind, on }: TreatyEvent, again: TreatyEvent): Refusal {
  const message = `events: ${participant}: ${kind} on ${on}, and again ${again.kind} on ${again.on}.`
  const remedy = 'Keep the one that stands, or add the withdrawal between them.'
  return refuse('contradictory-events', message, { remedy })
}

function withdrewNothing({ participant, kind, on }: TreatyEvent): Refusal {
  const message = `events: ${participant}: ${kind} on ${on} of what was not deposited, or no longer stood.`
  return refuse('contradictory-events', message, { remedy: 'Add what was withdrawn, or remove the withdrawal.' })
}

function isOneOf<T extends string>(kinds: readonly T[], kind: string): kind is T {
  return (kinds as readonly string[]).includes(kind)
}

export const isEnd = (kind: EventKind) => isOneOf(ends, kind)
export const isConsent = (kind: EventKind) => isOneOf(consents, kind)

/** For sorting texts and days. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
