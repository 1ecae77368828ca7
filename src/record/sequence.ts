/** How two register positions stand in the order of effect: below 0 when the first comes first. */
export type Order = (a: number, b: number) => number

/**
 * The register positions of all acts that share something (a decision, a source, a month), in order of effect, whether
 * they count or not. What is entered is put in order when the sequence is next read: reading a register of a million
 * acts then costs no sorting, and a late fact costs one place.
 */
export class Sequence {
  readonly #positions: number[] = []
  /** How many from the beginning are in order. */
  #settled = 0

  push(position: number): void {
    this.#positions.push(position)
  }

  inOrder(order: Order): readonly number[] {
    const { length } = this.#positions
    if (this.#settled === length) return this.#positions
    while (this.#settled < length && this.#follows(this.#settled, order)) this.#settled += 1
    // A sort of what is nearly sorted already is quick.
    if (this.#settled < length) this.#positions.sort(order)
    this.#settled = length
    return this.#positions
  }

  #follows(index: number, order: Order): boolean {
    return index === 0 || order(this.#positions[index - 1] as number, this.#positions[index] as number) <= 0
  }
}

/** The first index below `length` for which `holds` is true, `length` if there is none; true must never be followed by false. */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
