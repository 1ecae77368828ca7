import { Numbers } from './numbers.ts'
import { firstWhere, type Order } from './sequence.ts'

/** What a chronicle needs to know of acts, by their register positions. */
export interface Acts {
  readonly order: Order
  readonly counts: (position: number, known: number) => boolean
  /** The day of effect as a number, 20170609. */
  readonly day: (position: number) => number
  /** Whether an act has ever ceased to count. */
  readonly everCeased: (position: number) => boolean
  /** Grows whenever acts cease to count or count again. */
  readonly changes: () => number
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
  /** Of each year the positions, in order, of things that one act describes and that never ceased to count. */
  #steady: readonly { readonly year: number; readonly positions: Int32Array }[] = []
  /** The other positions, in order of effect. */
  #others = new Numbers()
  #countedAt = { length: -1, changes: -1 }

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

  /**
   * How many things were described in each year up to the end of a day, as known up to a position, the last year first.
   * Nearly all are described once and for good: of these a year has as many as there are positions up to the one asked
   * about. Only the others, and the year of the day, are gone through.
   */
  byYear(day: number, known: number): Map<number, number> {
    this.#count()
    const { counts } = this.#acts
    const [lastYear, found] = [yearOf(day), new Map<number, number>()]
    const add = (year: number, count: number) => count > 0 && found.set(year, (found.get(year) ?? 0) + count)
    for (const { year, positions } of this.#steady) {
      if (year > lastYear) break
      const upTo = firstWhere(positions.length, (index) => (positions[index] as number) > known)
      if (year < lastYear) add(year, upTo)
      else
        for (let index = 0; index < upTo; index += 1)
          add(year, Number(this.#acts.day(positions[index] as number) <= day))
    }
    const seen = new Set<number>()
    for (let index = this.#others.length - 1; index >= 0; index -= 1) {
      const position = this.#others.at(index)
      const on = this.#acts.day(position)
      const thing = this.#things.get(position) as number
      if (on > day || seen.has(thing) || !counts(position, known)) continue
      seen.add(thing)
      add(yearOf(on), 1)
    }
    return new Map([...found].sort(([a], [b]) => b - a))
  }

  /** Sorts what is there by year, anew when anything was entered or ceased to count since. */
  #count(): void {
    this.#settle()
    const now = { length: this.#positions.length, changes: this.#acts.changes() }
    if (this.#countedAt.length === now.length && this.#countedAt.changes === now.changes) return
    const acts = new Uint16Array(this.#numbers.size)
    for (const thing of this.#things.values()) acts[thing] = Math.min(2, (acts[thing] as number) + 1)
    const years = new Map<number, number[]>()
    this.#others = new Numbers()
    for (let index = 0; index < this.#positions.length; index += 1) {
      const [position, thing] = [this.#positions.at(index), this.#ordered.at(index)]
      if ((acts[thing] as number) > 1 || this.#acts.everCeased(position)) {
        this.#others.push(position)
        continue
      }
      const year = yearOf(this.#acts.day(position))
      const ofYear = years.get(year)
      if (ofYear) ofYear.push(position)
      else years.set(year, [position])
    }
    this.#steady = [...years].map(([year, positions]) => ({ year, positions: Int32Array.from(positions).sort() }))
    this.#countedAt = now
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

function yearOf(day: number): number {
  return Math.floor(day / 10_000)
}
