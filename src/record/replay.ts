import type { Check, Day, Judgement, PartialDate, Reason } from '../rules/index.ts'
import type { ActKind } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { judgedKinds } from './judge.ts'
import { dayOfEffect, endOfTime } from './place.ts'
import { reviewer } from './review.ts'

/** What one rule, or the want of one, says of one act. */
export interface Remark {
  readonly act: string
  readonly on: PartialDate | undefined
  /** The rule's id; without one none is known. */
  readonly rule?: string
  readonly reasons: readonly Reason[]
}

/** A missing fact or rule, with the acts that cannot be judged for want of it, in order. */
export interface Gap extends Reason {
  readonly rule?: string
  readonly acts: readonly string[]
}

/** What became of one rule: how many checks under it gave which finding. */
export type Tally = { readonly [finding in Judgement]: number } & { readonly rule: string }

/** The whole history under the rules of its day, as known at a position: what replay prints. */
export interface Replay {
  /** Acts in the register by then. */
  readonly acts: number
  /** Acts on which at least one rule bears, or that cannot be judged for want of one. */
  readonly reviewed: number
  /** Of these, acts that every rule bearing on them finds in order. */
  readonly inOrder: number
  readonly departures: readonly Remark[]
  readonly unusual: readonly Remark[]
  readonly gaps: readonly Gap[]
  readonly rules: readonly Tally[]
  /** Dated acts of kinds on which no rule of a kind that computes can bear. */
  readonly withoutRule: readonly { readonly kind: ActKind; readonly acts: number }[]
}

/**
 * Departures and unusual acts one by one, gaps grouped by what is missing.
 *
 * @param upTo acts after this day are left out
 */
export function replay(fold: Fold, position = fold.position, upTo: Day = endOfTime): Replay {
  const reviewOf = reviewer(fold, position)
  const found = new Findings()
  for (const entry of fold.at(upTo, position).acts()) {
    if (dayIsAfter(entry, upTo)) continue
    if (!judgedKinds.has(entry.act.kind)) found.withoutRule(entry.act.kind)
    else found.add(entry, reviewOf(entry).checks)
  }
  return found.asReplay(position)
}

function dayIsAfter({ act }: Entry, day: Day): boolean {
  return dayOfEffect(act) > day
}

class Findings {
  readonly #remarks = { departure: [] as Remark[], unusual: [] as Remark[] }
  readonly #gaps = new Map<string, Gap & { readonly acts: string[] }>()
  readonly #tallies = new Map<string, { -readonly [finding in Judgement]: number }>()
  readonly #withoutRule = new Map<ActKind, number>()
  #reviewed = 0
  #inOrder = 0

  add({ id, act: { on } }: Entry, checks: readonly Check[]): void {
    if (checks.length === 0) return
    this.#reviewed += 1
    if (checks.every(({ outcome }) => outcome === 'in-order')) this.#inOrder += 1
    for (const { outcome, rule, reasons } of checks) {
      if (rule !== undefined) this.#count(rule, outcome)
      const of = rule === undefined ? {} : { rule }
      if (outcome === 'cannot-be-judged') for (const reason of reasons) this.#miss(id, { ...reason, ...of })
      else if (outcome !== 'in-order') this.#remarks[outcome].push({ act: id, on, ...of, reasons })
    }
  }

  withoutRule(kind: ActKind): void {
    this.#withoutRule.set(kind, (this.#withoutRule.get(kind) ?? 0) + 1)
  }

  asReplay(position: number): Replay {
    return {
      acts: position,
      reviewed: this.#reviewed,
      inOrder: this.#inOrder,
      departures: this.#remarks.departure,
      unusual: this.#remarks.unusual,
      gaps: [...this.#gaps.values()].sort((a, b) => b.acts.length - a.acts.length),
      rules: [...this.#tallies].map(([rule, tally]) => ({ rule, ...tally })),
      withoutRule: [...this.#withoutRule].map(([kind, acts]) => ({ kind, acts })).sort((a, b) => b.acts - a.acts),
    }
  }

  #count(rule: string, outcome: Judgement): void {
    const none = { 'in-order': 0, departure: 0, unusual: 0, 'cannot-be-judged': 0 }
    const tally = this.#tallies.get(rule) ?? none
    tally[outcome] += 1
    this.#tallies.set(rule, tally)
  }

  #miss(act: string, missing: Omit<Gap, 'acts'>): void {
    const key = `${missing.article ?? ''} ${missing.text}`
    const gap = this.#gaps.get(key) ?? { ...missing, acts: [] }
    this.#gaps.set(key, gap)
    if (gap.acts.at(-1) !== act) gap.acts.push(act)
  }
}
