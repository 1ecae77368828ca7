import type { Entitled, Position } from './decision.ts'

/** Heads, or weights times ten as often as makes them whole. Above what a number holds exactly it is a bigint. */
export type Sum = number | bigint

/** What is summed of whom. */
export interface Counting {
  readonly among?: string | undefined
  readonly weightedBy?: string | undefined
  /** The participants concerned are left out. */
  readonly noSay: boolean
}

/** One sum to be made for each position: of heads or of a weight, over all or over those with a tag. */
export interface Counter extends Counting {
  /** What each adds, in the order of those entitled; 0 for who is not among them. */
  readonly adds: Float64Array | readonly bigint[]
  /** Where heads are counted, the indexes of those who have one. */
  readonly heads: Int32Array | undefined
  /** Of everyone listed, those concerned too. */
  readonly total: Sum
  /** How many decimal places the sums have. */
  readonly places: number
}

/** Positions as small numbers, for arrays of them in the order of those entitled; and how many sums a counter makes. */
export const positionCodes = { absent: 0, for: 1, against: 2, abstains: 3, 'not-participating': 4 } as const
export const { absent, for: inFavour, against, abstains } = positionCodes
export const positionCount = 5

/** No position is the same as absent. */
export function codeOf(position: Position | undefined): number {
  return position === undefined ? absent : positionCodes[position]
}

/**
 * @param largest  the largest number in any share that a sum is held against. Sums times it stay exact: as numbers where
 *   they stay whole numbers that a number holds, otherwise as bigints.
 * @param numbers  what else is held against these sums ("at least 12 votes"), so that it comes out whole too
 */
export function counterOf(
  counting: Counting,
  entitled: readonly Entitled[],
  largest: number,
  numbers: readonly number[],
): Counter {
  const { among, weightedBy } = counting
  const weights = entitled.map((one) => {
    if (among !== undefined && !one.tags?.includes(among)) return 0
    return weightedBy === undefined ? 1 : weightOf(one, weightedBy)
  })
  if (weightedBy === undefined) return counterOfHeads(counting, weights)
  const places = placesOf([...weights, ...numbers])
  const adds = Float64Array.from(weights, (weight) => Math.round(weight * 10 ** places))
  const total = adds.reduce((a, b) => a + b, 0)
  const most = Math.max(total, ...numbers.map((number) => number * 10 ** places))
  if (places <= mostPlaces && most * largest < 2 ** 50) return counter(counting, adds, undefined, total, places)
  const exact = weights.map((weight) => scaled(weight, places))
  return counter(
    counting,
    exact,
    undefined,
    exact.reduce((a, b) => a + b, 0n),
    places,
  )
}

function counterOfHeads(counting: Counting, ones: readonly number[]): Counter {
  const heads: number[] = []
  for (let index = 0; index < ones.length; index += 1) if (ones[index]) heads.push(index)
  return counter(counting, Float64Array.from(ones), Int32Array.from(heads), heads.length, 0)
}

/** Every counter is made here, so that all are of one shape and quick to go through. */
function counter(
  { among, weightedBy, noSay }: Counting,
  adds: Counter['adds'],
  heads: Counter['heads'],
  total: Sum,
  places: number,
): Counter {
  return { adds, heads, noSay, total, places, among, weightedBy }
}

function weightOf({ weights }: Entitled, name: string): number {
  return weights && Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0
}

/** The sums of each counter for each position, one counter after the other. */
export function tally(
  counters: readonly Counter[],
  codes: ArrayLike<number>,
  concerned: readonly number[],
): readonly Sum[] {
  const sums: Sum[] = []
  for (const { adds, heads, noSay } of counters) {
    const from = sums.length
    if (heads) countHeads(sums, heads, codes)
    else if (adds instanceof Float64Array) addWeights(sums, adds, codes)
    else addBigints(sums, adds, codes)
    if (noSay) {
      for (const index of concerned) {
        const at = from + (codes[index] as number)
        sums[at] = minus(sums[at] as Sum, adds[index] as Sum)
      }
    }
  }
  return sums
}

/** Six bits for each position in one number, emptied before any can run over: three times as quick as five counts. */
function countHeads(sums: Sum[], heads: Int32Array, codes: ArrayLike<number>): void {
  let [none, yes, no, abstaining, out] = [0, 0, 0, 0, 0]
  for (let i = 0; i < heads.length; ) {
    const stop = Math.min(heads.length, i + 63)
    let packed = 0
    for (; i < stop; i += 1) packed = (packed + (1 << (6 * (codes[heads[i] as number] as number)))) | 0
    none += packed & 63
    yes += (packed >> 6) & 63
    no += (packed >> 12) & 63
    abstaining += (packed >> 18) & 63
    out += packed >> 24
  }
  sums.push(none, yes, no, abstaining, out)
}

/** Four places for each position, added to in turn, since one that was just written is slow to read again. */
const scratch = new Float64Array(4 * 8)

/** Whole numbers, so the order in which they are added makes no difference. */
function addWeights(sums: Sum[], adds: Float64Array, codes: ArrayLike<number>): void {
  let [none, yes, no, abstaining, out] = [0, 0, 0, 0, 0]
  scratch.fill(0)
  const whole = adds.length & ~3
  for (let i = 0; i < whole; i += 4) {
    ;(scratch[codes[i] as number] as number) += adds[i] as number
    ;(scratch[8 + (codes[i + 1] as number)] as number) += adds[i + 1] as number
    ;(scratch[16 + (codes[i + 2] as number)] as number) += adds[i + 2] as number
    ;(scratch[24 + (codes[i + 3] as number)] as number) += adds[i + 3] as number
  }
  for (let i = whole; i < adds.length; i += 1) (scratch[codes[i] as number] as number) += adds[i] as number
  for (let at = 0; at < scratch.length; at += 8) {
    none += scratch[at] as number
    yes += scratch[at + 1] as number
    no += scratch[at + 2] as number
    abstaining += scratch[at + 3] as number
    out += scratch[at + 4] as number
  }
  sums.push(none, yes, no, abstaining, out)
}

function addBigints(sums: Sum[], adds: readonly bigint[], codes: ArrayLike<number>): void {
  const five: bigint[] = Array(positionCount).fill(0n)
  for (const [i, add] of adds.entries()) (five[codes[i] as number] as bigint) += add
  sums.push(...five)
}

export function plus(a: Sum, b: Sum): Sum {
  return typeof a === 'number' ? a + (b as number) : a + (b as bigint)
}

export function minus(a: Sum, b: Sum): Sum {
  return typeof a === 'number' ? a - (b as number) : a - (b as bigint)
}

/** Up to here ten to that power is exact and quick; what has more is read as it is written. */
const mostPlaces = 9

/** The decimal places of the value that has the most. */
function placesOf(values: readonly number[]): number {
  let most = 0
  for (const value of values) {
    // A decimal of so few places is the number nearest to it, and a division gives just that number.
    while (most <= mostPlaces && Math.round(value * 10 ** most) / 10 ** most !== value) most += 1
    if (most > mostPlaces) return values.reduce((a, b) => Math.max(a, -written(b).exponent), 0)
  }
  return most
}

/** A decimal as it is written, "1.05e-7", in its digits and the power of ten they are to be taken at. */
function written(value: number): { digits: bigint; exponent: number } {
  const [, whole = '0', part = '', power = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return { digits: BigInt(whole + part), exponent: Number(power) - part.length }
}

/** @param places  so many that the value comes out whole */
function scaled(value: number, places: number): bigint {
  const { digits, exponent } = written(value)
  return digits * 10n ** BigInt(exponent + places)
}

/** A number that is held against a counter's sums, as one of them. */
export function asSum(value: number, { adds, places }: Counter): Sum {
  return adds instanceof Float64Array ? Math.round(value * 10 ** places) : scaled(value, places)
}

/** A sum as a person writes it: 105 with one place is 10.5. */
export function decimal(sum: Sum, places: number): string {
  if (places === 0) return String(sum)
  const digits = String(sum).padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return part === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${part}`
}
