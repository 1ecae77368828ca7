import { entries } from './entries.ts'
import { laterParties } from './later-parties.ts'

import { memberVotes } from './member-votes.ts'
import { rollCalls } from './roll-calls.ts'

import type { Reader } from './suite.ts'
import { tallies } from './tallies.ts'

/** What a suite may name as its `reader`: one for each shape of facts. */
export const readers: Readonly<Record<string, Reader>> = {
  'entry into force': entries,
  'later parties': laterParties,
  tallies,
  'member-votes': memberVotes,
  'roll-calls': rollCalls,
}
