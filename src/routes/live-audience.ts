import { type Act, type Entry, type Fold, type Seat, targetsOf } from '../record/index.ts'

/** Whether a seat may see an entry, as the record stands now. */
export type MayHear = (entry: Entry, seat: Seat) => boolean

/** One seat of one organisation: `secretariat`, `delegation:ARC`, `public`. */
export function seatText(seat: Seat): string {
  return seat.kind === 'delegation' ? `delegation:${seat.participant}` : seat.kind
}

/** The decision, meeting and body that an act names as its own. */
export function aboutOf(act: Act): readonly string[] {
  const fields = act as { readonly decision?: string; readonly meeting?: string; readonly body?: string }
  return [fields.decision, fields.meeting, fields.body].filter((id) => typeof id === 'string')
}

/** More entries than this are not gone through one by one for somebody who was away: then anything may have changed. */
const mostGoneThrough = 2_000

/**
 * What one seat of one organisation may hear. All its connections hear the same, so each entry is asked about once and
 * each event is made once. Nothing here depends on an entry that the seat may not see.
 */
export class Audience {
  readonly seat: Seat
  readonly #mayHear: MayHear
  #fold: Fold
  /** Everything up to this position has been asked about. */
  #askedTo = 0
  #lastHeard = 0
  /** Events for those who were away, by the last position that they had heard. */
  readonly #missed = new Map<number, Buffer>()

  constructor(fold: Fold, seat: Seat, mayHear: MayHear) {
    this.seat = seat
    this.#fold = fold
    this.#mayHear = mayHear
    this.#askedTo = fold.position
    this.#lastHeard = this.#lastBefore(fold.position)
  }

  /** The last position that this seat may hear; 0 while there is none. */
  get lastHeard(): number {
    return this.#lastHeard
  }

  /** Takes in what was entered since; the event for those who are there, if they may hear any of it. */
  advance(fold: Fold): Buffer | undefined {
    this.#fold = fold
    const heard = this.#heard(fold.allEntries(fold.position, this.#askedTo))
    this.#askedTo = fold.position
    const last = heard.at(-1)
    if (!last) return undefined
    this.#lastHeard = last.position
    this.#missed.clear()
    return changed(last.position, this.#about(heard))
  }

  /**
   * The event for somebody who was away since a position, if anything that this seat may hear was entered since. A
   * position not reached yet, as after an older copy was restored, tells nothing: then anything may have changed.
   */
  missedSince(position: number): Buffer | undefined {
    if (position === this.#lastHeard) return undefined
    const kept = this.#missed.get(position)
    if (kept) return kept
    const countable = position < this.#lastHeard && this.#lastHeard - position <= mostGoneThrough
    const event = changed(
      this.#lastHeard,
      countable ? this.#about(this.#heard(this.#fold.allEntries(this.#lastHeard, position))) : 'all',
    )
    // After a restart all come with the same few positions; others are not worth keeping.
    if (this.#missed.size < 100) this.#missed.set(position, event)
    return event
  }

  #heard(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => this.#mayHear(entry, this.seat))
  }

  /** What the entries are about, and what those are about that they replace or withdraw. */
  #about(heard: readonly Entry[]): string[] | 'all' {
    // Silence opens and expires by the clock, and what waits is due by it: where it is set, anything may have changed.
    if (heard.some(({ act }) => act.kind === 'clock-set')) return 'all'
    const ids = new Set<string>()
    for (const { act } of heard) {
      for (const id of aboutOf(act)) ids.add(id)
      for (const target of targetsOf(act)) {
        const entry = this.#fold.entry(target)
        if (entry && this.#mayHear(entry, this.seat)) for (const id of aboutOf(entry.act)) ids.add(id)
      }
    }
    return [...ids]
  }

  #lastBefore(position: number): number {
    const step = 1_000
    for (let upTo = position; upTo > 0; upTo -= step) {
      const last = this.#fold
        .allEntries(upTo, Math.max(0, upTo - step))
        .findLast((entry) => this.#mayHear(entry, this.seat))
      if (last) return last.position
    }
    return 0
  }
}

/** What everybody is told at first. How long to wait before connecting again is in milliseconds. */
export function here(position: number): Buffer {
  return Buffer.from(`retry: 1000\nevent: here\nid: ${position}\ndata: {}\n\n`)
}

/** Ids hold no line end, and JSON would escape one, so the data is one line. */
export function changed(position: number, about: readonly string[] | 'all'): Buffer {
  return Buffer.from(`event: changed\nid: ${position}\ndata: ${JSON.stringify({ about })}\n\n`)
}
