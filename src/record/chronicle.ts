import { Numbers } from './numbers.ts'
import { firstWhere, type Order } from './sequence.ts'

/** What a chronicle needs to know of acts, by their register positions. */
export interface Acts {
  readonly order: Order
  readonly counts: (position: number, known: number) => boolean
  /** The day of effect as a number. */
  readonly day: (position: number) => number
}

/** All things of one type (every decision, every meeting) in the order of the acts that describe them. */
export class Chronicle {
  readonly #acts: Acts
  /** Things are numbered by their ids; of each position, which thing it describes. */
  readonly #numbers = new Map<string, number>()
  readonly #things = new Map<number, number>()
  /** Positions in order of effect, and beside each the number of its thing: columns, so that going through them is quick. */
  #positions = new Numbers()
  #ordered = new Numbers()

  constructor(acts: Acts) {
    this.#acts = acts
  }

  push(position: number, id: string): void {
    const thing = this.#numbers.get(id) ?? this.#numbers.size
    if (thing === this.#numbers.size) this.#numbers.set(id, thing)
    this.#things.set(position, thing)
  }

  /**
   * Goes through the acts that hold for each thing described by the end of a day, as known up to a position: the latest
   * first, until `visit` says that it was enough.
   */
  backwards(day: number, known: number, visit: (position: number) => 'enough' | undefined): void {
    this.#settle()
    const { counts } = this.#acts
    const [positions, ordered] = [this.#positions, this.#ordered]
    const seen = new Uint8Array(this.#numbers.size)
    const end = firstWhere(positions.length, (index) => this.#acts.day(positions.at(index)) > day)
    for (let index = end - 1; index >= 0; index -= 1) {
      const [position, thing] = [positions.at(index), ordered.at(index)]
      if (seen[thing] === 1 || !counts(position, known)) continue
      seen[thing] = 1
      if (visit(position) === 'enough') return
    }
  }

  /** Puts in order what was entered since the last question. */
  #settle(): void {
    if (this.#positions.length === this.#things.size) return
    const positions = [...this.#things.keys()].sort(this.#acts.order)
    this.#positions = new Numbers()
    this.#ordered = new Numbers()
    for (const position of positions) {
      this.#positions.push(position)
      this.#ordered.push(this.#things.get(position) as number)
    }
  }
}
