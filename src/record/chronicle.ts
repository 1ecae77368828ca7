import { firstWhere, type Order } from './sequence.ts'

/** An act that describes a thing: its register position, and the number of the thing among those of its type. */
interface Line {
  readonly position: number
  readonly thing: number
}

/** What a chronicle needs to know of acts, by their register positions. */
export interface Acts {
  readonly order: Order
  readonly counts: (position: number, known: number) => boolean
  /** The day as a number. */
  readonly day: (position: number) => number
}

/** All things of one type (every decision, every meeting) in the order of the acts that describe them. */
export class Chronicle {
  readonly #numbers = new Map<string, number>()
  readonly #lines: Line[] = []
  #settled = true

  push(position: number, id: string): void {
    const thing = this.#numbers.get(id) ?? this.#numbers.size
    if (thing === this.#numbers.size) this.#numbers.set(id, thing)
    this.#lines.push({ position, thing })
    this.#settled = false
  }

  /**
   * The position of the act that holds for each thing described by the end of a day, as known up to a position: the
   * latest first. Whoever needs only the latest few stops there.
   */
  *backwards(acts: Acts, day: number, known: number): Generator<number> {
    const lines = this.#inOrder(acts.order)
    const seen = new Uint8Array(this.#numbers.size)
    const end = firstWhere(lines.length, (index) => acts.day((lines[index] as Line).position) > day)
    for (let index = end - 1; index >= 0; index -= 1) {
      const { position, thing } = lines[index] as Line
      if (seen[thing] === 1 || !acts.counts(position, known)) continue
      seen[thing] = 1
      yield position
    }
  }

  #inOrder(order: Order): readonly Line[] {
    if (!this.#settled) this.#lines.sort((a, b) => order(a.position, b.position))
    this.#settled = true
    return this.#lines
  }
}
