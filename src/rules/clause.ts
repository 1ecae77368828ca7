import type { Day, PartialDate, Wait } from './dates.ts'
import type { Deposit, EventKind, Lean, Withdrawn } from './deposits.ts'
import type { Reason } from './finding.ts'

/** Who may make the deposits that a clause asks for. */
export type Among = 'all' | 'signatories' | readonly string[]

/** A share of a weight, such as tonnage. [1, 2] reads "at least one half"; with `strict`, "more than". */
export interface Share {
  readonly weight: string
  readonly atLeast: readonly [number, number]
  readonly strict?: boolean
  /** Of the weight of all that have one (or of the total that is given), or only of those named in `among`. */
  readonly of?: 'all' | 'among'
}

export interface OtherInstrument {
  readonly id: string
  readonly inForceOn: PartialDate | null
}

/** What a clause adds once its conditions are met. */
export interface Timing extends Wait {
  /** In no case earlier than this day. */
  readonly notBefore?: PartialDate
  readonly article?: string
}

/** Conditions that must all hold. */
export interface Conditions extends Timing {
  /** How many deposits; `all`, or left out beside a list: every one of those named in `among`. */
  readonly count?: number | 'all'
  /** Which events count; without it, ratification, acceptance, approval and accession. */
  readonly of?: readonly EventKind[]
  readonly among?: Among
  readonly share?: Share
  readonly instruments?: readonly OtherInstrument[]
  /** Only deposits made, and instruments in force, by this day count: "provided that by that date". */
  readonly by?: PartialDate
}

export type Clause =
  | Conditions
  | (Timing & { readonly all: readonly Clause[] })
  | (Timing & { readonly any: readonly Clause[] })

/** What is still needed, for a program and for a person. */
export type Missing = { readonly text: string } & (
  | { readonly what: 'deposits'; readonly more: number; readonly of: readonly EventKind[]; readonly among: Among }
  | { readonly what: 'deposits-of'; readonly participants: readonly string[]; readonly of: readonly EventKind[] }
  | { readonly what: 'share'; readonly weight: string; readonly has: number; readonly outOf: number }
  | { readonly what: 'instrument'; readonly id: string }
)

/** A clause that is met: since when, and the day on which its treaty so enters into force. */
export interface Met {
  readonly metOn: Day
  readonly inForceOn: Day
  readonly reasons: readonly Reason[]
}

/** Whether a clause is met; otherwise what is missing. */
export type Standing = Met | { readonly missing: readonly Missing[]; readonly reasons: readonly Reason[] }

/** What a clause is held against. */
export interface Held {
  /** Deposits and signatures that count: those that still stand on the day before entry into force. */
  readonly deposits: readonly Deposit[]
  readonly signatories: ReadonlySet<string>
  /** Signatures that were withdrawn. */
  readonly unsigned: readonly Withdrawn[]
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly totals: Readonly<Record<string, number>>
  readonly lean: Lean
}
