import type { Day, Instant } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import { Liveness } from './liveness.ts'
import { Organisation } from './organisation.ts'
import { compare, type Placed, placeOf } from './place.ts'
import { type States, type Thing, things } from './things.ts'
import { type Item, Timeline } from './timeline.ts'

type Timelines = { readonly [T in Thing]: Map<string, Timeline<States[T]>> }

/**
 * The record of one organisation: its register, folded, ready to answer for any day as known at any position.
 * Entries are appended in order of position; nothing is ever recomputed that an earlier position could see.
 */
export class Fold {
  readonly organisation: string
  readonly #entries: Entry[] = []
  #rulesChangedAt = 0
  readonly #placed = new Map<string, Placed>()
  readonly #liveness = new Liveness()
  readonly #timelines = Object.fromEntries(
    (Object.keys(things) as Thing[]).map((thing) => [thing, new Map()]),
  ) as unknown as Timelines

  constructor(organisation: string, entries: readonly Entry[] = []) {
    this.organisation = organisation
    for (const entry of entries) this.append(entry)
  }

  /** The last position taken in; 0 when the register is empty. */
  get position(): number {
    return this.#entries.length
  }

  /** The last position that changed a rule; 0 while none is stated. */
  get rulesChangedAt(): number {
    return this.#rulesChangedAt
  }

  get recordedAt(): Instant | undefined {
    return this.#entries.at(-1)?.recordedAt
  }

  append(entry: Entry): void {
    if (entry.position !== this.position + 1) {
      throw new RangeError(`Entry ${entry.position} cannot follow position ${this.position}.`)
    }
    this.#entries.push(entry)
    if (entry.act.kind === 'rule-stated') this.#rulesChangedAt = entry.position
    this.#placed.set(
      entry.id,
      placeOf(entry, (id) => this.#placed.get(id)),
    )
    const { added, removed } = this.#liveness.append(entry)
    for (const thing of Object.keys(things) as Thing[]) this.#change(thing, entry.position, added, removed)
  }

  /** The entry with this id, whether it still counts or not. */
  entry(id: string): Entry | undefined {
    return this.#liveness.entry(id)
  }

  /** Where an entry stands in the order of effect. */
  placed(id: string): Placed | undefined {
    return this.#placed.get(id)
  }

  /** The order of effect of two entries of this register. */
  order(a: Entry, b: Entry): number {
    const [left, right] = [this.#placed.get(a.id), this.#placed.get(b.id)]
    return left && right ? compare(left, right) : 0
  }

  /** Whether an entry counts, as known now. */
  counts(id: string): boolean {
    return this.#liveness.isLive(id)
  }

  /** Entries in order of position, from the first up to and including a position. */
  entries(upTo = this.position): readonly Entry[] {
    return this.#entries.slice(0, upTo)
  }

  /** The last position recorded at or before an instant: what was known by then. */
  positionAt(instant: Instant): number {
    return this.#entries.findLastIndex((entry) => entry.recordedAt <= instant) + 1
  }

  /** `organisation(D, K)`: as it stood at the end of a day, as known up to a position. */
  at(day: Day, position = this.position): Organisation {
    return new Organisation(this, day, Math.min(position, this.position))
  }

  state<T extends Thing>(thing: T, id: string, day: Day, position: number): States[T] {
    return this.#timelines[thing].get(id)?.at(day, position) ?? things[thing].initial(id)
  }

  /** The acts that touch a thing, in order of effect. */
  acts(thing: Thing, id: string, day: Day, position: number): readonly Entry[] {
    return this.#timelines[thing].get(id)?.acts(day, position) ?? []
  }

  /** The ids of every thing of a type that any act ever touched, in order of first mention. */
  ids(thing: Thing): string[] {
    return [...this.#timelines[thing].keys()]
  }

  #change(thing: Thing, position: number, added: readonly Entry[], removed: readonly Entry[]): void {
    const changes = new Map<string, { added: Item[]; removed: Item[] }>()
    const note = (entry: Entry, side: 'added' | 'removed') => {
      for (const id of things[thing].touchedBy(entry.act)) {
        const change = changes.get(id) ?? { added: [], removed: [] }
        changes.set(id, change)
        change[side].push({ entry, ...(this.#placed.get(entry.id) as Placed) })
      }
    }
    for (const entry of added) note(entry, 'added')
    for (const entry of removed) note(entry, 'removed')
    for (const [id, change] of changes) this.#timeline(thing, id).change(position, change.added, change.removed)
  }

  #timeline<T extends Thing>(thing: T, id: string): Timeline<States[T]> {
    const timelines = this.#timelines[thing]
    const known = timelines.get(id)
    if (known) return known
    const { initial, apply } = things[thing]
    const timeline = new Timeline<States[T]>(initial(id), apply)
    timelines.set(id, timeline)
    return timeline
  }
}
