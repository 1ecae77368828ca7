import { type Act, type Entry, type Fold, type Seat, targetsOf } from '../record/index.ts'

/** What a seat may hear of an entry, as the record stands now. */
export interface Hearing {
  /** Whether it may see it. */
  readonly mayHear: (entry: Entry, seat: Seat) => boolean
  /** The text on which it is shown something else since, although it may not see the entry itself: see `toldOf`. */
  readonly toldOf: (entry: Entry, seat: Seat) => string | undefined
}

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

/** An entry that somebody may not see, and what that seat is shown otherwise since. */
interface Told {
  readonly position: number
  readonly decision: string
}

/**
 * What one seat of one organisation may hear. All its connections hear the same, so each entry is asked about once and
 * each event is made once. Of an entry that the seat may not see nothing shows, neither its position nor what it is about:
 * where by it a text stands otherwise for everyone, the event names the text and the position heard last.
 */
export class Audience {
  readonly seat: Seat
  readonly #hearing: Hearing
  #fold: Fold
  /** Everything up to this position has been asked about. */
  #askedTo = 0
  #lastHeard = 0
  /** What it was told since it last heard something. */
  #told: readonly Told[] = []
  /** Events for those who were away, by the last position that they had heard. */
  readonly #missed = new Map<number, Buffer>()

  constructor(fold: Fold, seat: Seat, hearing: Hearing) {
    this.seat = seat
    this.#fold = fold
    this.#hearing = hearing
    this.#askedTo = fold.position
    this.#lastHeard = this.#lastBefore(fold.position)
    this.#told = this.#toldIn(fold.allEntries(fold.position, this.#lastHeard))
  }

  /** The last position that this seat may hear; 0 while there is none. */
  get lastHeard(): number {
    return this.#lastHeard
  }

  /** Takes in what was entered since; the event for those who are there, if they may hear any of it. */
  advance(fold: Fold): Buffer | undefined {
    this.#fold = fold
    const entries = fold.allEntries(fold.position, this.#askedTo)
    this.#askedTo = fold.position
    const heard = this.#heard(entries)
    const told = this.#toldIn(entries)
    const last = heard.at(-1)
    if (!last && told.length === 0) return undefined
    if (last) this.#lastHeard = last.position
    this.#told = [...this.#told, ...told].filter(({ position }) => position > this.#lastHeard)
    this.#missed.clear()
    return changed(this.#lastHeard, this.#about(heard, told))
  }

  /**
   * The event for somebody who was away since a position, if anything that this seat may hear was entered since. A
   * position not reached yet, as after an older copy was restored, tells nothing: then anything may have changed.
   */
  missedSince(position: number): Buffer | undefined {
    if (position === this.#lastHeard) return this.#toldSince(position)
    const kept = this.#missed.get(position)
    if (kept) return kept
    const countable = position < this.#lastHeard && this.#lastHeard - position <= mostGoneThrough
    const entries = countable ? this.#fold.allEntries(this.#lastHeard, position) : []
    const event = changed(
      this.#lastHeard,
      countable ? this.#about(this.#heard(entries), [...this.#toldIn(entries), ...this.#told]) : 'all',
    )
    // After a restart all come with the same few positions; others are not worth keeping.
    if (this.#missed.size < 100) this.#missed.set(position, event)
    return event
  }

  /** The same for a page that was made at a position, which may lie after what its reader has heard. */
  missedByPage(position: number): Buffer | undefined {
    return position < this.#lastHeard ? this.missedSince(position) : this.#toldSince(position)
  }

  #toldSince(position: number): Buffer | undefined {
    const told = this.#told.filter((one) => one.position > position)
    return told.length > 0 ? changed(this.#lastHeard, this.#about([], told)) : undefined
  }

  #heard(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => this.#hearing.mayHear(entry, this.seat))
  }

  #toldIn(entries: readonly Entry[]): Told[] {
    return entries.flatMap((entry) => {
      const decision = this.#hearing.toldOf(entry, this.seat)
      return decision === undefined ? [] : [{ position: entry.position, decision }]
    })
  }

  /** What the entries are about, and what those are about that they replace or withdraw. */
  #about(heard: readonly Entry[], told: readonly Told[]): string[] | 'all' {
    // Silence opens and expires by the clock, and what waits is due by it: where it is set, anything may have changed.
    if (heard.some(({ act }) => act.kind === 'clock-set')) return 'all'
    const ids = new Set<string>()
    for (const { act } of heard) {
      for (const id of aboutOf(act)) ids.add(id)
      for (const target of targetsOf(act)) {
        const entry = this.#fold.entry(target)
        if (entry && this.#hearing.mayHear(entry, this.seat)) for (const id of aboutOf(entry.act)) ids.add(id)
      }
    }
    for (const { decision } of told) ids.add(decision)
    return [...ids]
  }

  #lastBefore(position: number): number {
    const step = 1_000
    for (let upTo = position; upTo > 0; upTo -= step) {
      const last = this.#fold
        .allEntries(upTo, Math.max(0, upTo - step))
        .findLast((entry) => this.#hearing.mayHear(entry, this.seat))
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
