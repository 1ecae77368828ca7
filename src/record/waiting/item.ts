import { addDays, type Day, type Instant, type Reason } from '../../rules/index.ts'
import type { Audience } from '../acts/negotiation.ts'
import type { Circle } from '../circle.ts'
import type { Entry } from '../entry.ts'
import type { ProposalView } from '../proposal-view.ts'

/** What a delegation is waited for. */
export const kindsForDelegations = [
  'position-asked',
  'silence-runs',
  'silence-announced',
  'ad-referendum',
  'entry-to-confirm',
  'own-position-stands',
  'amendment-to-own-text',
  'meeting-sits',
  'procedures-open',
  'commitment-due',
] as const

/** What whoever has the chair, or the Secretariat, is waited for. */
export const kindsForTheChair = [
  'ready-to-forward',
  'ready-to-put',
  'ready-to-decide',
  'open-points',
  'not-answered',
  'silence-expired',
  'number-missing',
  'record-not-published',
  'note-without-act',
  'note-not-confirmed',
] as const

export type WaitingKind = (typeof kindsForDelegations)[number] | (typeof kindsForTheChair)[number]

/** One thing that waits for a seat. It holds what the seat may see and no sentence: these are for whoever shows it. */
export interface WaitingItem {
  /** The same as long as the same thing waits, and never that of another. */
  readonly id: string
  readonly kind: WaitingKind
  readonly decision?: string
  readonly meeting?: string
  readonly body?: string
  /** The proposal by its name; it is for the seat, not for an open envelope: see `audience`. */
  readonly title?: string
  readonly audience?: Audience
  /** By when: an instant, or a day with its end. */
  readonly due?: Instant | Day
  /** Since when it waits, on the organisation's clock. */
  readonly since: Instant
  /** Overdue: the time has come. Soon: within 24 hours, or today or tomorrow; without a time, it is now. */
  readonly urgency: Urgency
  /** The revision on which something is asked, and whether it was asked before on another. */
  readonly revision?: number
  readonly again?: boolean
  /** Where the delegation itself stands, or stood on the revision before. */
  readonly stands?: string
  /** What kind of act waits to be confirmed. */
  readonly act?: string
  readonly paragraphs?: readonly string[]
  /** Those who are waited for. */
  readonly participants?: readonly string[]
  /** The number of a note, or the one that is due. */
  readonly number?: string
  readonly presence?: 'noted' | 'not-noted'
  /** What is to be done, in the words of a commitment. */
  readonly what?: string
  readonly reasons?: readonly Reason[]
  /** Grows whenever something that the seat may see was done to it; and when that was. */
  readonly version: number
  readonly changedAt: Instant
}

export type Urgency = 'overdue' | 'soon' | 'open'

/** @param today the day of `at` where the organisation sits */
export function urgencyOf(due: Instant | Day | undefined, at: Instant, today: Day): Urgency {
  if (due === undefined) return 'open'
  if (isDay(due)) return due < today ? 'overdue' : due <= addDays(today, 1) ? 'soon' : 'open'
  if (due <= at) return 'overdue'
  return Date.parse(due) - Date.parse(at) <= 24 * 3_600_000 ? 'soon' : 'open'
}

export function isDay(due: Instant | Day): due is Day {
  return due.length === 10
}

/** When an act was done, on the organisation's clock. */
export function doneAt({ act, recordedAt }: Pick<Entry, 'act' | 'recordedAt'>): Instant {
  return (act.at as Instant | undefined) ?? recordedAt
}

/** What an item needs beyond what is the same for all of one proposal. */
export type Found = Pick<WaitingItem, 'kind' | 'since'> &
  Partial<Omit<WaitingItem, 'version' | 'changedAt' | 'id'>> & { readonly of?: string | number }

/** Puts together an item of a proposal. */
export function ofProposal({ circle, negotiation, at }: ProposalView, { of, ...found }: Found): WaitingItem {
  const { decision, current, audience, entries } = negotiation
  return {
    id: [found.kind, decision, of].filter((part) => part !== undefined).join('/'),
    decision,
    title: current.title.en,
    audience,
    urgency: urgencyOf(found.due, at, circle.organisation.day),
    version: entries.length,
    changedAt: doneAt(entries.at(-1) as Entry),
    ...found,
  }
}

/** What a seat is waited for, gathered with the circle and the instant at hand. */
export interface Asking {
  readonly circle: Circle
  readonly at: Instant
}
