import { targetsOf } from './acts.ts'
import type { Entry } from './entry.ts'

/** Entries that began or ceased to count. */
export interface LivenessChange {
  readonly added: readonly Entry[]
  readonly removed: readonly Entry[]
}

/**
 * Which entries count: an entry counts unless one that counts withdraws it, replaces it, or replaces what replaced it.
 * So withdrawing a correction brings back what it corrected, and correcting a correction does not.
 */
export class Liveness {
  readonly #entries = new Map<string, Entry>()
  /** For each id, the entries that take it out of the record while they count. */
  readonly #against = new Map<string, Entry[]>()
  /** For each entry, the ids it takes out. */
  readonly #takesOut = new Map<string, readonly string[]>()
  readonly #live = new Set<string>()

  isLive(id: string): boolean {
    return this.#live.has(id)
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  append(entry: Entry): LivenessChange {
    const added = new Map<string, Entry>([[entry.id, entry]])
    const removed = new Map<string, Entry>()
    this.#entries.set(entry.id, entry)
    this.#live.add(entry.id)
    const targets = this.#allTargets(entry)
    this.#takesOut.set(entry.id, targets)
    for (const target of targets) {
      this.#against.set(target, [...(this.#against.get(target) ?? []), entry])
      this.#settle(target, added, removed)
    }
    return { added: [...added.values()], removed: [...removed.values()] }
  }

  /** Targets always stand earlier in the register than what withdraws them, so this ends. */
  #settle(id: string, added: Map<string, Entry>, removed: Map<string, Entry>): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    const live = !(this.#against.get(id) ?? []).some((other) => this.#live.has(other.id))
    if (live === this.#live.has(id)) return
    const [into, outOf] = live ? [added, removed] : [removed, added]
    if (!outOf.delete(id)) into.set(id, entry)
    if (live) this.#live.add(id)
    else this.#live.delete(id)
    for (const target of this.#takesOut.get(id) ?? []) this.#settle(target, added, removed)
  }

  /** What an entry names, and what the entries it replaces had replaced before it. */
  #allTargets({ act }: Entry): string[] {
    return [...new Set([...targetsOf(act), ...this.#replacedBefore(act.replaces ?? [])])]
  }

  #replacedBefore(ids: readonly string[]): string[] {
    const earlier = ids.flatMap((id) => this.#entries.get(id)?.act.replaces ?? [])
    return earlier.length === 0 ? [] : [...earlier, ...this.#replacedBefore(earlier)]
  }
}
