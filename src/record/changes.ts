import { type Day, earliest } from '../rules/index.ts'
import type { Organisation } from './organisation.ts'
import type { Holding } from './participants.ts'

/** A day on which who belonged changed: who came to a status, and who left one without coming to another. */
export interface Change {
  readonly on: Day
  readonly granted: readonly Holding[]
  readonly ended: readonly Holding[]
}

/** Every change of who belonged, in order, as known; not limited to the organisation's day. */
export function changes(organisation: Organisation): Change[] {
  const days = new Map<Day, { granted: Holding[]; ended: Holding[] }>()
  const at = (day: Day) => {
    const change = days.get(day) ?? { granted: [], ended: [] }
    days.set(day, change)
    return change
  }
  for (const holding of organisation.allHoldings()) {
    at(earliest(holding.from)).granted.push(holding)
    if (holding.to !== undefined && holding.endedBy?.act.kind === 'status-ended')
      at(earliest(holding.to)).ended.push(holding)
  }
  return [...days].map(([on, change]) => ({ on, ...change })).sort((a, b) => (a.on < b.on ? -1 : 1))
}
