import { type Act, actSchema, type Seat } from '../../src/record/index.ts'
import { readFolder } from '../../src/registry/folder.ts'
import type { Instant } from '../../src/rules/index.ts'
import { concord } from './folders.ts'

const folder = readFolder(concord)
/** The head of a register that holds the history of the Concord and nothing else. */
export const historyHead = Array.isArray(folder) ? 0 : folder.acts.length

/** A moment after everything in the history of the Concord was recorded. */
export const inSession = '2026-11-22T18:00:00.000Z' as Instant

/** What the clock of the Concord shows at that moment. */
export const sessionClock = '2034-01-09T21:00:00.000Z' as Instant

export const secretariat: Seat = { kind: 'secretariat' }
export const erewhon: Seat = { kind: 'delegation', participant: 'ERE' }

/** A live act from what is particular to it, checked as one that comes in. */
export function live(essentials: object): Act {
  return actSchema.parse({ on: '2034-01-09', ...essentials })
}

/** An act on which no rule bears. */
export function noteOf(id: string, what = `Note ${id}`): Act {
  return live({ kind: 'relation-noted', id, participant: 'UTO', what })
}

/** One that is kept under seal. */
export function sealedNote(id: string): Act {
  const note = { direction: 'in', number: id, date: '2034-01-08', participant: 'ERE', says: `Note ${id}` }
  return live({ kind: 'note-registered', id, ...note })
}

/** Laputa, a correspondent since 2033, becomes something else. */
export function laputaBecomes(status: string, by: string, id = `LAP-${status}`): Act {
  const positions = { for: ['ARC', 'ERE', 'UTO'], against: [], abstaining: [] }
  return live({ kind: 'status-granted', id, participant: 'LAP', status, decided: { on: '2034-01-09', by, positions } })
}

/** Erewhon leaves on a day after a notice. */
export function erewhonLeaves(noticeOn: string, on: string, more: object = {}): Act {
  return live({ kind: 'status-ended', id: 'ERE-leaves', participant: 'ERE', noticeOn, on, ...more })
}
