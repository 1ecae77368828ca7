import type { Day, Instant } from '../rules/index.ts'
import { isClosed, targetsOf } from './acts.ts'
import { type Acts, Chronicle } from './chronicle.ts'
import { type Entry, publicEntry } from './entry.ts'
import { Liveness } from './liveness.ts'
import { Numbers } from './numbers.ts'
import { Organisation } from './organisation.ts'
import { compare, dayNumber, dayOfEffect, isPlain, type Placed, placeOf } from './place.ts'
import { firstWhere, type Order, Sequence } from './sequence.ts'
import { type Chronicled, chronicled, type States, type Thing, things } from './things.ts'
import { type Item, Timeline } from './timeline.ts'

/** The last position of a moment at which something was recorded. */
export interface Knowledge {
  readonly position: number
  readonly recordedAt: Instant
}

const allThings = Object.keys(things) as Thing[]
/** Of an act that is not open to everyone nothing is kept where everyone looks. */
const closedThings: readonly Thing[] = ['negotiation', 'live-meeting']
const sequenced = allThings.filter((thing) => things[thing].onlyTheLastCounts)
const versioned = allThings.filter((thing) => !things[thing].onlyTheLastCounts)

/**
 * The record of one organisation: its register, folded, ready to answer for any day as known at any position.
 * Entries are appended in order of position; nothing is ever recomputed that an earlier position could see.
 */
export class Fold {
  readonly organisation: string
  readonly #entries: Entry[] = []
  #openPosition = 0
  #lastOpen: Entry | undefined
  #rulesChangedAt = 0
  #lastLive: Entry | undefined
  #hasSealed = false
  readonly #moments: Knowledge[] = []
  /** Where acts under seal stand, by the ids of their public entries. */
  readonly #publicIds = new Map<string, number>()
  readonly #corrections: Entry[] = []
  readonly #liveness = new Liveness()
  /** For each entry its day of effect as a number; and its place in the day where that is not simply its position. */
  readonly #days = new Numbers()
  readonly #places = new Map<number, Placed>()
  readonly #sequences = mapsFor<Sequence>(sequenced)
  readonly #timelines = mapsFor<Timeline<States[Thing]>>(versioned)
  readonly #chronicles: ReadonlyMap<Thing, Chronicle>

  constructor(organisation: string, entries: readonly Entry[] = []) {
    this.organisation = organisation
    const acts: Acts = {
      order: this.#order,
      counts: (position, known) => this.#liveness.counts(position, known),
      day: (position) => this.#days.at(position - 1),
      everCeased: (position) => this.#liveness.everCeased(position),
      changes: () => this.#corrections.length,
    }
    this.#chronicles = new Map(chronicled.map((thing) => [thing, new Chronicle(acts)]))
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

  /** The live act entered last, whether it still counts or not. */
  get lastLive(): Entry | undefined {
    return this.#lastLive
  }

  /** The last position of what is open to everyone: what is under seal shows on no page of the record, not even as a number. */
  get openPosition(): number {
    return this.#openPosition
  }

  /** The live act entered last among those that are open to everyone. */
  get lastOpen(): Entry | undefined {
    return this.#lastOpen
  }

  /** Whether anything under seal is not here: this is a copy of a register that others keep. */
  get hasSealed(): boolean {
    return this.#hasSealed
  }

  get recordedAt(): Instant | undefined {
    return this.#entries.at(-1)?.recordedAt
  }

  append(entry: Entry): void {
    const { position, act, recordedAt } = entry
    if (position !== this.position + 1) {
      throw new RangeError(`Entry ${position} cannot follow position ${this.position}.`)
    }
    this.#entries.push(entry)
    if (act.kind === 'rule-stated') this.#rulesChangedAt = position
    if (!act.history) this.#lastLive = entry
    if (act.kind === 'sealed') this.#hasSealed = true
    const closed = isClosed(act)
    if (!closed && targetsOf(act).length > 0) this.#corrections.push(entry)
    if (closed) this.#publicIds.set(publicEntry(entry).id, position)
    if (!closed) {
      this.#openPosition = position
      if (!act.history) this.#lastOpen = entry
      if (this.#moments.at(-1)?.recordedAt === recordedAt) this.#moments.pop()
      this.#moments.push({ position, recordedAt })
    }
    this.#days.push(dayNumber(dayOfEffect(act)))
    if (!isPlain(act))
      this.#places.set(
        position,
        placeOf(entry, (id) => this.placed(id)),
      )
    for (const thing of closed ? closedThings : sequenced) {
      for (const id of things[thing].touchedBy(act)) {
        this.#sequence(thing, id).push(position)
        this.#chronicles.get(thing)?.push(position, id)
      }
    }
    const change = this.#liveness.append(entry)
    for (const thing of closed ? [] : versioned) {
      if (change) this.#change(thing, position, change.added, change.removed)
      else if (things[thing].touchedBy(act).length > 0) this.#change(thing, position, [position], [])
    }
  }

  /** The entry with this id, whether it still counts or not, and whole: for rulings, never for a page. */
  entry(id: string): Entry | undefined {
    const position = this.#liveness.position(id)
    return position === undefined ? undefined : this.#entryAt(position)
  }

  /** Where an entry stands in the order of effect. */
  placed(id: string): Placed | undefined {
    const position = this.#liveness.position(id)
    return position === undefined ? undefined : this.#placedAt(position)
  }

  /** The order of effect of two entries of this register. */
  order(a: Entry, b: Entry): number {
    return this.#order(a.position, b.position)
  }

  /** Whether an entry counts, as known now. */
  counts(id: string): boolean {
    const position = this.#liveness.position(id)
    return position !== undefined && this.#liveness.counts(position, this.position)
  }

  /** The entries that name this one to take it out of the record, whether they count or not, as known up to a position. */
  against(id: string, upTo = this.position): readonly Entry[] {
    const positions = this.#liveness.against(id).filter((position) => position <= upTo)
    return positions.map((position) => this.#entryAt(position)).filter(({ act }) => targetsOf(act).includes(id))
  }

  /** The entries that take others out of the record, in order of position. */
  corrections(): readonly Entry[] {
    return this.#corrections
  }

  /** The moments at which something was recorded, in order. */
  moments(): readonly Knowledge[] {
    return this.#moments
  }

  /**
   * Entries in order of position, up to and including a position; from the first, or after another position. As anyone
   * may have them: of what is under seal that it is there.
   */
  entries(upTo = this.position, after = 0): readonly Entry[] {
    const entries = this.#entries.slice(after, upTo)
    return this.#publicIds.size === 0 ? entries : entries.map(publicEntry)
  }

  /** The same whole, for what keeps the register and for whoever asks `visible` of each. */
  allEntries(upTo = this.position, after = 0): readonly Entry[] {
    return this.#entries.slice(after, upTo)
  }

  /** The entry with this id as anyone may have it; what is under seal is there under its public id alone. */
  openEntry(id: string): Entry | undefined {
    const sealed = this.#publicIds.get(id)
    if (sealed !== undefined) return publicEntry(this.#entryAt(sealed))
    const entry = this.entry(id)
    return entry && isClosed(entry.act) && entry.act.kind !== 'sealed' ? undefined : entry
  }

  /** The last position recorded at or before an instant: what was known by then. */
  positionAt(instant: Instant): number {
    const moments = this.#moments
    const after = firstWhere(moments.length, (index) => (moments[index] as Knowledge).recordedAt > instant)
    return moments[after - 1]?.position ?? 0
  }

  /** `organisation(D, K)`: as it stood at the end of a day, as known up to a position. */
  at(day: Day, position = this.position): Organisation {
    return new Organisation(this, day, Math.min(position, this.position))
  }

  state<T extends Thing>(thing: T, id: string, day: Day, position: number): States[T] {
    const { initial, apply, onlyTheLastCounts } = things[thing]
    if (!onlyTheLastCounts) return (this.#timelines[thing].get(id)?.at(day, position) ?? initial(id)) as States[T]
    const positions = this.#sequences[thing].get(id)?.inOrder(this.#order) ?? []
    for (let index = this.#upTo(day, positions) - 1; index >= 0; index -= 1) {
      const last = positions[index] as number
      if (this.#liveness.counts(last, position)) return apply(initial(id), this.#entryAt(last))
    }
    return initial(id)
  }

  /** The acts that touch a thing, in order of effect. */
  acts(thing: Thing, id: string, day: Day, position: number): readonly Entry[] {
    if (!things[thing].onlyTheLastCounts) return this.#timelines[thing].get(id)?.acts(day, position) ?? []
    const positions = this.#sequences[thing].get(id)?.inOrder(this.#order) ?? []
    const entries: Entry[] = []
    for (let index = 0, end = this.#upTo(day, positions); index < end; index += 1) {
      const at = positions[index] as number
      if (this.#liveness.counts(at, position)) entries.push(this.#entryAt(at))
    }
    return entries
  }

  /** The acts that hold for all things of a type described by the end of a day, the latest first; at most so many. */
  latest(thing: Chronicled, day: Day, position: number, most = Number.POSITIVE_INFINITY): Entry[] {
    const entries: Entry[] = []
    this.#backwards(thing, day, position, (at) => {
      entries.push(this.#entryAt(at))
      return entries.length >= most ? 'enough' : undefined
    })
    return entries
  }

  /** How many things of a type were described in each year up to a day, the last year first. */
  byYear(thing: Chronicled, day: Day, position: number): Map<number, number> {
    return this.#chronicles.get(thing)?.byYear(dayNumber(day), position) ?? new Map()
  }

  /** The ids of every thing of a type that any act ever touched, in order of first mention. */
  ids(thing: Thing): string[] {
    return [...(things[thing].onlyTheLastCounts ? this.#sequences : this.#timelines)[thing].keys()]
  }

  #backwards(thing: Chronicled, day: Day, position: number, visit: (at: number) => 'enough' | undefined): void {
    this.#chronicles.get(thing)?.backwards(dayNumber(day), position, visit)
  }

  readonly #order: Order = (a, b) => {
    const days = this.#days.at(a - 1) - this.#days.at(b - 1)
    if (days !== 0) return days
    if (!this.#places.has(a) && !this.#places.has(b)) return a - b
    return compare(this.#placedAt(a), this.#placedAt(b))
  }

  /** How many of these positions, given in order, take effect by the end of a day. */
  #upTo(day: Day, positions: readonly number[]): number {
    const last = dayNumber(day)
    return firstWhere(positions.length, (index) => this.#days.at((positions[index] as number) - 1) > last)
  }

  #entryAt(position: number): Entry {
    return this.#entries[position - 1] as Entry
  }

  #placedAt(position: number): Placed {
    return this.#places.get(position) ?? placeOf(this.#entryAt(position), () => undefined)
  }

  #change(thing: Thing, position: number, added: readonly number[], removed: readonly number[]): void {
    const changes = new Map<string, { added: Item[]; removed: Item[] }>()
    const note = (at: number, side: 'added' | 'removed') => {
      const entry = this.#entryAt(at)
      for (const id of things[thing].touchedBy(entry.act)) {
        const change = changes.get(id) ?? { added: [], removed: [] }
        changes.set(id, change)
        change[side].push({ entry, ...this.#placedAt(at) })
      }
    }
    for (const at of added) note(at, 'added')
    for (const at of removed) note(at, 'removed')
    for (const [id, change] of changes) this.#timeline(thing, id).change(position, change.added, change.removed)
  }

  #timeline(thing: Thing, id: string): Timeline<States[Thing]> {
    const known = this.#timelines[thing].get(id)
    if (known) return known
    const { initial, apply } = things[thing]
    const timeline = new Timeline(initial(id), apply as (state: States[Thing], entry: Entry) => States[Thing])
    this.#timelines[thing].set(id, timeline)
    return timeline
  }

  #sequence(thing: Thing, id: string): Sequence {
    const known = this.#sequences[thing].get(id)
    if (known) return known
    const sequence = new Sequence()
    this.#sequences[thing].set(id, sequence)
    return sequence
  }
}

function mapsFor<Value>(of: readonly Thing[]): { readonly [T in Thing]: Map<string, Value> } {
  return Object.fromEntries(of.map((thing) => [thing, new Map()])) as { [T in Thing]: Map<string, Value> }
}
