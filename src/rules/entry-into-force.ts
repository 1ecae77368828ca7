import type { Clause, Held, Met, Missing, Standing } from './clause.ts'
import { checkQuestion } from './clause-checks.ts'
import { datesOf, kindsCounted, standingOf } from './conditions.ts'
import { type Day, earliest, isExact, latest, type PartialDate } from './dates.ts'
import {
  compare,
  type Deposit,
  dayOf,
  depositsOf,
  isWithdrawn,
  type Lean,
  opposite,
  type TreatyEvent,
} from './deposits.ts'
import { because, isRefusal, type Reason, type Refusal } from './finding.ts'
import { type LaterParty, laterPartyInWords, type Party, partiesOf } from './later-parties.ts'

/** A clause on entry into force, and what happened. */
export interface EntryQuestion {
  readonly id: string
  readonly clause: Clause & { readonly laterParty?: LaterParty }
  readonly events: readonly TreatyEvent[]
  /** What each participant weighs, by the name of the weight. */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** The whole of a weight, where those listed are not all. */
  readonly totals?: Readonly<Record<string, number>>
}

export interface EntryAnswer {
  readonly id: string
  /** Null while something is missing, and where dates known only as a month or a year leave the day open. */
  readonly inForceOn: Day | null
  /** Where the day is left open: the first and the last day it may be. Without `notAfter` it may also never be. */
  readonly notBefore?: Day
  readonly notAfter?: Day
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
  readonly parties: readonly Party[]
}

/**
 * When a treaty enters into force by its own clause, and when it binds each party.
 *
 * A deposit withdrawn before the day of entry into force does not count; one withdrawn on that day or later does. A
 * date known only as a month or a year is reckoned from both its ends: where that changes the answer, no day is given.
 *
 * @source the treaty's clause: a treaty itself says how and when it enters into force (Vienna Convention on the Law of
 *   Treaties, article 24(1)), and that clause applies before the rest does (article 24(4))
 * @refuses what checkQuestion and depositsOf refuse
 */
export function enterIntoForce(asked: EntryQuestion): EntryAnswer | Refusal {
  // In one order, so that the answer and its reasons do not depend on the order in the file.
  const question = { ...asked, events: asked.events.toSorted(inOrder) }
  const faulty = checkQuestion(question)
  if (faulty) return faulty
  const deposits = depositsOf(question.events)
  if (isRefusal(deposits)) return deposits
  const early = outcomeOf(question, deposits, 'early')
  const late = datesIn(question).every(isExact) ? early : outcomeOf(question, deposits, 'late')
  const notes = provisional(question.events)
  if (!('inForceOn' in early)) {
    const { missing, reasons } = early
    return { id: question.id, inForceOn: null, reasons: [...reasons, ...notes], missing, parties: [] }
  }
  if (!('inForceOn' in late) || late.inForceOn !== early.inForceOn) {
    const interval = { notBefore: early.inForceOn, ...('inForceOn' in late ? { notAfter: late.inForceOn } : {}) }
    const missing = 'missing' in late ? late.missing : []
    const reasons = [...late.reasons, ...inexact(question.events, early, late), ...notes]
    return { id: question.id, inForceOn: null, ...interval, reasons, missing, parties: [] }
  }
  const later = question.clause.laterParty
  const reasons = [...late.reasons, laterPartyInWords(later, late.metOn), ...notes]
  const parties = partiesOf(deposits, later, new Set(kindsCounted(question.clause)), { early, late })
  return { id: question.id, inForceOn: late.inForceOn, reasons, missing: [], parties }
}

/** Every date that bears on the answer. */
function datesIn({ events, clause }: EntryQuestion): PartialDate[] {
  return [...events.map(({ on }) => on), ...datesOf(clause)]
}

function inOrder(a: TreatyEvent, b: TreatyEvent): number {
  return compare(a.on, b.on) || compare(a.participant, b.participant) || compare(a.kind, b.kind)
}

/** A deposit counts as long as it stands; the later the day, the fewer count, until nothing more changes. */
function outcomeOf(question: EntryQuestion, deposits: readonly Deposit[], lean: Lean): Standing {
  const { clause, weights = {}, totals = {} } = question
  const signed = deposits.filter(
    ({ kind, withdrawnOn }) => kind === 'definitive-signature' || (kind === 'signature' && !withdrawnOn),
  )
  const signatories = new Set(signed.map(({ participant }) => participant))
  const unsigned = deposits.filter(isWithdrawn).filter(({ kind }) => kind === 'signature')
  const standing = (kept: readonly Deposit[]) => {
    const held: Held = { deposits: kept, signatories, unsigned, weights, totals, lean }
    return withdrawnNoted(standingOf(clause, held), deposits, kept)
  }
  let kept = deposits
  for (;;) {
    const result = standing(kept)
    const day = 'inForceOn' in result ? result.inForceOn : undefined
    const left = kept.filter(({ withdrawnOn }) => !withdrawnOn || (day && day <= dayOf(withdrawnOn, opposite(lean))))
    if (left.length === kept.length) return result
    kept = left
  }
}

function withdrawnNoted(standing: Standing, all: readonly Deposit[], kept: readonly Deposit[]): Standing {
  const counted = new Set(kept)
  const withdrawn = all.filter((deposit) => !counted.has(deposit))
  const notes = withdrawn.map(({ participant, kind, on, withdrawnOn }) =>
    because(`Not counted: the ${kind} of ${participant} on ${on}, withdrawn on ${withdrawnOn}.`),
  )
  return { ...standing, reasons: [...standing.reasons, ...notes] }
}

/** @source Vienna Convention on the Law of Treaties, article 25: to apply a treaty provisionally is not to be bound by it */
function provisional(events: readonly TreatyEvent[]): Reason[] {
  return events
    .filter(({ kind }) => kind === 'provisional-application')
    .map(({ participant, on }) =>
      because(
        `${participant} applies it provisionally from ${on}; that is no entry into force.`,
        'Vienna Convention on the Law of Treaties, article 25',
      ),
    )
}

/** Names the events whose dates leave the day open: those that may fall between its first and its last possible day. */
function inexact(events: readonly TreatyEvent[], early: Met, late: Standing): Reason[] {
  const open = (date: PartialDate) =>
    !isExact(date) && latest(date) >= early.metOn && ('missing' in late || earliest(date) <= late.inForceOn)
  const known = events
    .filter(({ on }) => open(on))
    .map(({ participant, kind, on }) => `${kind} of ${participant} as ${on}`)
  const only = known.length > 0 ? ` Known only so: ${known.join(', ')}.` : ''
  return [because(`The day cannot be computed, for dates leave it open.${only}`)]
}
