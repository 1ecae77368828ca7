import type { Instant } from '../rules/index.ts'
import type { Act } from './acts.ts'
import type { Circle } from './circle.ts'
import type { Entry } from './entry.ts'
import { type Negotiation, negotiationOf } from './negotiation.ts'
import type { Dated } from './organisation.ts'
import type { Seat } from './seat.ts'
import { visible, visibleIn } from './visible.ts'

/** The register of notes: what came in and went out on paper, and what was entered from it. */

/** A note as a seat sees it. */
export interface Note {
  readonly entry: Dated<'note-registered'>
  /** What the Secretariat entered from a note that came in, with whether the delegation confirmed it. */
  readonly entered: readonly { readonly entry: Entry; readonly isConfirmed: boolean }[]
  /** It came in, is about a proposal, and nothing has been entered from it. */
  readonly isWaiting: boolean
}

/** The notes that a seat may see, in the order in which they were registered: a delegation its own, the Secretariat all. */
export function notesFor(circle: Circle, seat: Seat, at: Instant): Note[] {
  const { organisation } = circle
  const seen = organisation.notes().filter((entry) => visible(circle, entry, seat, at))
  if (seen.length === 0) return []
  const entered = organisation.proposals().flatMap(({ act }) => {
    const negotiation = negotiationOf(organisation, act.decision)
    return (negotiation?.entries ?? [])
      .filter((entry) => noteOf(entry.act) && negotiation && visibleIn(circle, negotiation, entry, seat, at))
      .map((entry) => ({ entry, negotiation }))
  })
  return seen.map((entry) => {
    const from =
      entry.act.direction === 'in'
        ? entered
            .filter((one) => isFrom(one.entry.act, entry.act))
            .map((one) => ({ entry: one.entry, isConfirmed: isConfirmed(one, entry.act.participant) }))
        : []
    return {
      entry,
      entered: from,
      isWaiting: entry.act.direction === 'in' && entry.act.decision !== undefined && from.length === 0,
    }
  })
}

/**
 * The number for the next note that goes out: that of the last one and one more, anew each year where it names its year.
 * A proposal, nothing more: what a Secretariat writes on its notes is its own.
 */
export function nextOutgoing({ organisation }: Circle): string {
  const last = organisation.notes().findLast(({ act }) => act.direction === 'out')
  if (!last) return '1'
  const { number, date } = last.act
  const [before, now] = [date.slice(0, 4), organisation.day.slice(0, 4)]
  const groups = [...number.matchAll(/\d+/g)]
  const year = groups.find(([digits]) => digits === before)
  const running = groups.findLast((group) => group !== year)
  if (!running) return `${number}/2`
  const isNewYear = year !== undefined && before !== now
  const width = running[0].startsWith('0') ? running[0].length : 1
  const next = String(isNewYear ? 1 : Number(running[0]) + 1).padStart(width, '0')
  const parts = [
    { at: running.index, length: running[0].length, text: next },
    ...(year && isNewYear ? [{ at: year.index, length: 4, text: now }] : []),
  ]
  return parts
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, length, text: put }) => text.slice(0, at) + put + text.slice(at + length), number)
}

function isConfirmed(
  { entry, negotiation }: { entry: Entry; negotiation?: Negotiation | undefined },
  by: string,
): boolean {
  if (entry.act.kind === 'proposal-made') return negotiation?.proposersConfirmed.has(by) ?? false
  return negotiation?.confirmed.has(entry.id) ?? false
}

/** The note from which an act was entered. */
export function noteOf(act: Act): { readonly number: string; readonly date: string } | undefined {
  return 'fromNote' in act ? act.fromNote : undefined
}

function isFrom(act: Act, note: Dated<'note-registered'>['act']): boolean {
  const from = noteOf(act)
  // A day and its month may both be the date of one note.
  const sameDate = from && (from.date.startsWith(note.date) || note.date.startsWith(from.date))
  if (from?.number !== note.number || !sameDate) return false
  if ('participant' in act && act.participant !== undefined) return act.participant === note.participant
  return act.kind === 'proposal-made' && act.proposedBy.includes(note.participant)
}
