import { targetsOf } from './acts.ts'
import type { Entry } from './entry.ts'
import { Numbers } from './numbers.ts'

/** Register positions of entries that began or ceased to count. */
export interface LivenessChange {
  readonly added: readonly number[]
  readonly removed: readonly number[]
}

/**
 * Which entries count: an entry counts unless one that counts withdraws it, replaces it, or replaces what replaced it.
 * So withdrawing a correction brings back what it corrected, and correcting a correction does not.
 *
 * Nearly every entry counts from its own position on and for ever; only what departs from that is kept beside.
 */
export class Liveness {
  readonly #positions = new Map<string, number>()
  /** For each position, the first at which its entry ceased to count; 0 while it never has. */
  readonly #ceased = new Numbers()
  /** Further positions at which an entry began and ceased to count, in turn. */
  readonly #again = new Map<number, number[]>()
  /** For each id, the positions that take it out of the record while they count. */
  readonly #against = new Map<string, number[]>()
  /** For each position, the ids it takes out, and of those the ones it stands in the place of. */
  readonly #takesOut = new Map<number, { readonly targets: readonly string[]; readonly replaces: readonly string[] }>()

  /** The position of the entry with this id. */
  position(id: string): number | undefined {
    return this.#positions.get(id)
  }

  /** Whether the entry at a position counts, as known up to another. */
  counts(position: number, known: number): boolean {
    if (position > known) return false
    const ceased = this.#ceased.at(position - 1)
    if (ceased === 0 || known < ceased) return true
    const again = this.#again.get(position)
    if (again === undefined) return false
    return again.filter((change) => change <= known).length % 2 === 1
  }

  /** Whether the entry at a position has ever ceased to count. */
  everCeased(position: number): boolean {
    return this.#ceased.at(position - 1) !== 0
  }

  /** The positions of the entries that name this one to take it out, whether they count or not. */
  against(id: string): readonly number[] {
    return this.#against.get(id) ?? []
  }

  /** @returns what changed; `undefined` in the usual case, that the entry itself counts from now on and nothing else changed */
  append(entry: Entry): LivenessChange | undefined {
    const { id, position, act } = entry
    this.#positions.set(id, position)
    this.#ceased.push(0)
    const named = targetsOf(act)
    if (named.length === 0) return undefined
    const replaces = act.replaces ?? []
    const targets = [...new Set([...named, ...this.#replacedBefore(replaces)])]
    this.#takesOut.set(position, { targets, replaces })
    const added = new Set([position])
    const removed = new Set<number>()
    for (const target of targets) {
      const against = this.#against.get(target)
      if (against) against.push(position)
      else this.#against.set(target, [position])
      this.#settle(target, position, added, removed)
    }
    return { added: [...added], removed: [...removed] }
  }

  /** Targets always stand earlier in the register than what withdraws them, so this ends. */
  #settle(id: string, now: number, added: Set<number>, removed: Set<number>): void {
    const position = this.#positions.get(id)
    if (position === undefined) return
    const live = !this.against(id).some((other) => this.counts(other, now))
    if (live === this.counts(position, now)) return
    const [into, outOf] = live ? [added, removed] : [removed, added]
    if (!outOf.delete(position)) into.add(position)
    this.#change(position, now)
    for (const target of this.#takesOut.get(position)?.targets ?? []) this.#settle(target, now, added, removed)
  }

  /** From now on the entry counts if it did not, and does not if it did. Twice at one position is as if it had not been. */
  #change(position: number, now: number): void {
    if (this.#ceased.at(position - 1) === 0) {
      this.#ceased.set(position - 1, now)
      return
    }
    const again = this.#again.get(position)
    if (again) again.push(now)
    else this.#again.set(position, [now])
  }

  /** What the entries with these ids had replaced before them. */
  #replacedBefore(ids: readonly string[]): string[] {
    const earlier = ids.flatMap((id) => this.#takesOut.get(this.#positions.get(id) ?? 0)?.replaces ?? [])
    return earlier.length === 0 ? [] : [...earlier, ...this.#replacedBefore(earlier)]
  }
}
