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
  const places = placesOf([...weights, ...numbers])
  const whole = weights.map((weight) => scaled(weight, places))
  const [total, ...against] = [whole.reduce((a, b) => a + b, 0n), ...numbers.map((number) => scaled(number, places))]
  const exact = [total, ...against].every((sum) => sum * BigInt(largest) <= BigInt(Number.MAX_SAFE_INTEGER))
  return exact
    ? { ...counting, adds: Float64Array.from(whole, Number), total: Number(total), places }
    : { ...counting, adds: whole, total, places }
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
  for (const counter of counters) {
    if (counter.adds instanceof Float64Array) addNumbers(sums, counter.adds, codes, counter.noSay ? concerned : nobody)
    else addBigints(sums, counter.adds, codes, counter.noSay ? concerned : nobody)
  }
  return sums
}

const nobody: readonly number[] = []
/** Used for one counter at a time, so that none has to be made for each. */
const scratch = new Float64Array(positionCount)

function addNumbers(sums: Sum[], adds: Float64Array, codes: ArrayLike<number>, without: readonly number[]): void {
  scratch.fill(0)
  for (let i = 0; i < adds.length; i += 1) (scratch[codes[i] as number] as number) += adds[i] as number
  for (const i of without) (scratch[codes[i] as number] as number) -= adds[i] as number
  for (let code = 0; code < positionCount; code += 1) sums.push(scratch[code] as number)
}

function addBigints(sums: Sum[], adds: readonly bigint[], codes: ArrayLike<number>, without: readonly number[]): void {
  const five: bigint[] = Array(positionCount).fill(0n)
  for (const [i, add] of adds.entries()) (five[codes[i] as number] as bigint) += add
  for (const i of without) (five[codes[i] as number] as bigint) -= adds[i] as bigint
  sums.push(...five)
}

/** A decimal as it is written, "1.05e-7", in its digits and the power of ten they are to be taken at. */
function written(value: number): { digits: bigint; exponent: number } {
  const [, whole = '0', part = '', power = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return { digits: BigInt(whole + part), exponent: Number(power) - part.length }
}

/** The decimal places of the value that has the most. */
function placesOf(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isInteger(value) ? most : Math.max(most, -written(value).exponent)), 0)
}

/** @param places  so many that the value comes out whole */
function scaled(value: number, places: number): bigint {
  const { digits, exponent } = written(value)
  return digits * 10n ** BigInt(exponent + places)
}

/** A number that is held against a counter's sums, as one of them. */
export function asSum(value: number, { adds, places }: Counter): Sum {
  return adds instanceof Float64Array ? Number(scaled(value, places)) : scaled(value, places)
}

/** A sum as a person writes it: 105 with one place is 10.5. */
export function decimal(sum: Sum, places: number): string {
  if (places === 0) return String(sum)
  const digits = String(sum).padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return part === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${part}`
}
