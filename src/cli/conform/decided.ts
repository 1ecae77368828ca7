import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import { type ActOf, actSchema } from '../../record/index.ts'
import { readFolder } from '../../registry/folder.ts'
import {
  type Day,
  type Decision,
  type DecisionRule,
  decide,
  type Entitled,
  earliest,
  holdsOn,
  isRefusal,
  latest,
  type PartialDate,
  type Position,
  parsePartialDate,
} from '../../rules/index.ts'
import { Stop } from '../terminal.ts'
import type { Comparison } from './suite.ts'

// Votes on record, decided anew: what every reader of votes shares.

const partialDate = z.string().refine((text) => !isRefusal(parsePartialDate(text)), 'is not a date')

/** What the readers of votes want to be told: whose rules, and what the outcomes are called in the facts. */
export const decidedBy = {
  /** The folder of the organisation whose constitution decides. */
  organisation: z.string(),
  /** The first of these under whose rule it is adopted is the outcome; the last has none. */
  outcomes: z.array(z.strictObject({ is: z.string(), whenAdoptedUnder: z.string().optional() })).min(2),
}

/** How many seats there were from when on, and the tag of those whose vote against stands in the way. */
export const seated = {
  seats: z.array(z.strictObject({ from: partialDate, seats: z.int().positive() })).min(1),
  privileged: z.strictObject({ tag: z.string(), seats: z.int().positive() }),
}

/** Everyone's position in one vote. */
export interface Vote {
  readonly on: PartialDate
  readonly entitled: readonly Entitled[]
  readonly positions: Readonly<Record<string, Position>>
}

export interface DecidedBy {
  readonly organisation: string
  readonly outcomes: readonly { readonly is: string; readonly whenAdoptedUnder?: string | undefined }[]
}

type Rule = ActOf<'rule-stated'>
const organisations = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'organisations')

/** Decides votes by the rules of one organisation, each by those of its day. */
export class Deciding {
  readonly #rules: readonly Rule[]
  readonly #said: DecidedBy

  constructor(said: DecidedBy) {
    this.#said = said
    this.#rules = rulesIn(join(organisations, said.organisation))
  }

  /**
   * What became of a vote. Of a vote known by its year or month alone the first day counts; `otherwise` is what the rules
   * of the last day would make of it, where that differs.
   */
  outcome(vote: Vote): { is: string; otherwise?: string; decision: Decision } {
    const [first, last] = [this.#on(earliest(vote.on), vote), this.#on(latest(vote.on), vote)]
    return first.is === last.is ? first : { ...first, otherwise: last.is }
  }

  #on(day: Day, { entitled, positions }: Vote): { is: string; decision: Decision } {
    let decision: Decision | undefined
    for (const { is, whenAdoptedUnder } of this.#said.outcomes) {
      if (whenAdoptedUnder === undefined) return { is, decision: decision ?? nothing }
      const made = decide({ rule: this.#ruleOf(whenAdoptedUnder, day), entitled, positions })
      decision ??= made
      if (made.outcome === 'adopted') return { is, decision }
    }
    throw new Stop('rule.outcomes: the last outcome has no rule: it is what is left. Take its whenAdoptedUnder out.')
  }

  #ruleOf(id: string, day: Day): DecisionRule {
    for (const { rule, on, to, computes } of this.#rules) {
      if (rule !== id || on === undefined || !computes || !('decides' in computes)) continue
      if (holdsOn(to === undefined ? { from: on } : { from: on, to }, day) !== 'does-not-hold') return computes.decides
    }
    throw new Stop(`The constitution of ${this.#said.organisation} has no rule "${id}" that decides on ${day}.`)
  }
}

const nothing: Decision = { outcome: 'not-adopted', decisive: [], reasons: [] }

function rulesIn(folder: string): Rule[] {
  const read = readFolder(folder)
  if (Array.isArray(read))
    throw new Stop(read.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
  const rules = read.acts.map(({ act }) => actSchema.parse(act)).filter((act) => act.kind === 'rule-stated')
  if (rules.length === 0) throw new Stop(`The constitution of ${basename(folder)} holds no rules.`)
  return rules
}

/** Why the rules say what they say. */
export function reasonsInWords({ reasons }: Decision): string {
  return reasons.map(({ text, article }) => (article ? `${text} (${article})` : text)).join(' ')
}

/** Something in a row that is not what its column should hold. */
class Unreadable extends Error {}

/** Compares one row. One that cannot be read cannot be judged, and says so; the others still are. */
export function compared(
  id: string,
  expected: string,
  judge: () => { readonly got: string; readonly why: () => string },
): Comparison {
  try {
    const { got, why } = judge()
    return got === expected ? { id, expected, got } : { id, expected, got, why: why() }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { id, expected, got: 'cannot be judged', why: error.message }
  }
}

export function dateIn(text: string | undefined): PartialDate {
  const date = parsePartialDate(text?.trim() ?? '')
  if (isRefusal(date)) throw new Unreadable(date.message)
  return date
}

export function countIn(row: CsvRow, column: string): number {
  const text = row[column]?.trim() ?? ''
  if (!/^\d+$/.test(text)) throw new Unreadable(`${column}: "${text}" is not a count.`)
  return Number(text)
}

export function unreadable(message: string): never {
  throw new Unreadable(message)
}

export function seatsOn(seats: readonly { from: string; seats: number }[], on: PartialDate): number {
  const then = seats.filter(({ from }) => earliest(from as PartialDate) <= earliest(on))
  return (then.at(-1) ?? seats[0])?.seats ?? 0
}
