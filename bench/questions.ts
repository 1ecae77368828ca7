import type { Organisation } from '../src/record/index.ts'
import { addDays, type Day } from '../src/rules/index.ts'
import { chanceFrom, dateOf, years } from './plenary.ts'

/** The three questions, each as a value that both ways of answering must agree on. */
export interface Answers {
  /** Who holds which status, in order of participant; and how many hold each. */
  readonly statuses: { readonly held: readonly string[]; readonly counts: Readonly<Record<string, number>> }
  /** The twenty latest decisions, the latest first, each with the last position of each participant. */
  readonly latest: readonly {
    readonly decision: string
    readonly title: string
    readonly positions: readonly string[]
  }[]
  /** Decisions by year, years without any left out. */
  readonly totals: Readonly<Record<string, number>>
}

export function answersFrom(record: Organisation): { [Name in keyof Answers]: () => Answers[Name] } {
  return {
    statuses: () => {
      const holdings = record.holdings()
      const counts: Record<string, number> = {}
      for (const { status } of holdings) counts[status] = (counts[status] ?? 0) + 1
      return { held: holdings.map((one) => `${one.participant} ${one.status} ${one.from}`).sort(), counts }
    },
    latest: () =>
      record.latestDecisions(20).map(({ act }) => {
        const last = new Map(record.positionsOn(act.decision).map((one) => [one.act.participant, one.act.position]))
        return { decision: act.decision, title: act.title, positions: [...last].map((pair) => pair.join(' ')).sort() }
      }),
    totals: () => Object.fromEntries([...record.totalsByYear('decision')].sort(([a], [b]) => a - b)),
  }
}

/** Random days of the organisation's life, each with a random register position. */
export function pairs(count: number, head: number, seed: number): { readonly day: Day; readonly position: number }[] {
  const chance = chanceFrom(seed)
  const days = 365 * (years.last - years.first + 1)
  return Array.from({ length: count }, () => ({
    day: addDays(dateOf(0) as Day, Math.floor(chance() * days)),
    position: 1 + Math.floor(chance() * head),
  }))
}

/** What a question took, in milliseconds by the clock. */
export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - before
}

export interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** To a hundredth of the unit given. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(100 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 100
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
