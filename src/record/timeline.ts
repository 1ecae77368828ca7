import type { Day } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import { compare, type Placed } from './place.ts'
import { firstWhere } from './sequence.ts'

/** An entry with its place in the order of effect. */
export interface Item extends Placed {
  readonly entry: Entry
}

/**
 * The versions of one thing (a participant) for every pair of day and register position.
 *
 * A generation is the thing's acts in order with the state after each. An act that comes last in the order is appended
 * to the newest generation; a late fact, a correction or a withdrawal starts a new one, spliced from the last. So the
 * usual case costs one step, and any earlier knowledge stays exactly as it was.
 */
export class Timeline<State> {
  readonly #initial: State
  readonly #apply: (state: State, entry: Entry) => State
  readonly #generations: Generation<State>[] = []

  constructor(initial: State, apply: (state: State, entry: Entry) => State) {
    this.#initial = initial
    this.#apply = apply
  }

  /** Takes in what the entry at `position` changed: acts that now count and acts that no longer do. */
  change(position: number, added: readonly Item[], removed: readonly Item[]): void {
    const newest = this.#generations.at(-1)
    const last = newest?.items.at(-1)
    const only = added[0]
    if (newest && removed.length === 0 && added.length === 1 && only && (!last || compare(last, only) < 0)) {
      newest.items.push(only)
      newest.since.push(position)
      newest.states.push(this.#apply(newest.states.at(-1) ?? this.#initial, only.entry))
      return
    }
    const gone = new Set(removed.map((item) => item.entry.id))
    const items = (newest?.items ?? []).filter((item) => !gone.has(item.entry.id)).concat(added)
    items.sort(compare)
    const kept = firstDifference(newest?.items ?? [], items)
    const states = newest?.states.slice(0, kept) ?? []
    for (const item of items.slice(kept)) states.push(this.#apply(states.at(-1) ?? this.#initial, item.entry))
    this.#generations.push({ from: position, items, states, since: items.map(() => position) })
  }

  /** The state at the end of a day, as known up to a position. */
  at(day: Day, position: number): State {
    const generation = this.#generationAt(position)
    if (!generation) return this.#initial
    const index = countUpTo(generation, day, position) - 1
    return index < 0 ? this.#initial : (generation.states[index] as State)
  }

  /** The acts that count up to the end of a day, in order of effect, as known up to a position. */
  acts(day: Day, position: number): readonly Entry[] {
    const generation = this.#generationAt(position)
    if (!generation) return []
    return generation.items.slice(0, countUpTo(generation, day, position)).map((item) => item.entry)
  }

  #generationAt(position: number): Generation<State> | undefined {
    const after = firstWhere(this.#generations.length, (i) => (this.#generations[i]?.from ?? 0) > position)
    return this.#generations[after - 1]
  }
}

interface Generation<State> {
  /** The register position that began it. */
  readonly from: number
  readonly items: Item[]
  readonly states: State[]
  /** The position at which each item became known in this generation; never decreasing, since only its end grows. */
  readonly since: number[]
}

function countUpTo(generation: Generation<unknown>, day: Day, position: number): number {
  const { items, since } = generation
  const known = firstWhere(since.length, (i) => (since[i] as number) > position)
  return firstWhere(known, (i) => (items[i] as Item).day > day)
}

function firstDifference(a: readonly Item[], b: readonly Item[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i]?.entry !== b[i]?.entry) return i
  return length
}
