import type { Share } from './clause.ts'
import type { Deposit } from './deposits.ts'

type Weights = Readonly<Record<string, number>>

/** What a share is taken of, and the weight after each of some deposits, in their order. Who has no weight adds none. */
export interface Weighing {
  readonly outOf: bigint
  readonly after: readonly bigint[]
}

/** Weights are reckoned to six decimals, exactly. */
export function weigh(
  { of = 'all' }: Share,
  among: readonly string[] | undefined,
  weights: Weights,
  total: number | undefined,
  deposits: readonly Deposit[],
): Weighing {
  const weightOf = (id: string) => exact((Object.hasOwn(weights, id) && weights[id]) || 0)
  const sum = (ids: readonly string[]) => [...new Set(ids)].reduce((all, id) => all + weightOf(id), 0n)
  const outOf = of === 'among' && among ? sum(among) : total === undefined ? sum(Object.keys(weights)) : exact(total)
  let has = 0n
  const after = deposits.map(({ participant }) => {
    has += weightOf(participant)
    return has
  })
  return { outOf, after }
}

/** Whole numbers, not a decimal: at 0.67 two of three fall short of two thirds. Nothing reaches a share of nothing. */
export function reaches({ atLeast: [needed, whole], strict }: Share, has: bigint, outOf: bigint): boolean {
  const [have, need] = [has * BigInt(whole), outOf * BigInt(needed)]
  return strict ? have > need : have >= need && has > 0n
}

export const inNumbers = (weight: bigint): number => Number(weight) / 1_000_000

const exact = (weight: number): bigint => BigInt(Math.round(weight * 1_000_000))
