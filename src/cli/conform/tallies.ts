import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import type { Entitled, PartialDate, Position } from '../../rules/index.ts'
import {
  compared,
  countIn,
  Deciding,
  dateIn,
  decidedBy,
  reasonsInWords,
  seated,
  seatsOn,
  type Vote,
} from './decided.ts'
import type { Facts } from './facts.ts'
import { type Comparison, ruleOf, type SuiteFile } from './suite.ts'

const ruleSchema = z.strictObject({ ...decidedBy, ...seated })
type Rule = z.infer<typeof ruleSchema>

/**
 * Votes known by their counts: `on`, `id`, `for`, `against`, `abstaining`, `outcome`, and `stoppedBy`, the names of those
 * whose vote against stood in the way. Positions are made up to fit, the others taking no part.
 */
export function tallies(suite: SuiteFile, facts: Facts): Comparison[] {
  const rule = ruleOf(suite, ruleSchema)
  const deciding = new Deciding(rule)
  return facts.rows('votes').map((row) => {
    const expected = row.outcome ?? ''
    return compared(`${row.id}, ${row.on}`, expected, () => {
      const tally = tallyIn(row)
      const { is: got, otherwise, decision } = deciding.outcome(voteFrom(tally, rule))
      const outcomeWith = (stopped: number) => deciding.outcome(voteFrom({ ...tally, stopped }, rule)).is
      const why = () => [
        ...(otherwise === expected ? [`By the rules of the end of ${tally.on} it is ${otherwise}.`] : []),
        ...contradictions(tally, expected, rule, outcomeWith),
        reasonsInWords(decision),
      ]
      return { got, why: () => why().join(' ') }
    })
  })
}

interface Tally {
  readonly on: PartialDate
  readonly for: number
  readonly against: number
  readonly abstaining: number
  /** Those whose vote against stood in the way, as the facts name them, and how many they are. */
  readonly names: readonly string[]
  readonly stopped: number
}

function tallyIn(row: CsvRow): Tally {
  const names = (row.stoppedBy ?? '').split(/[;,&/]| and /).map((name) => name.trim())
  const stoppedBy = names.filter((name) => name !== '')
  return {
    on: dateIn(row.on),
    for: countIn(row, 'for'),
    against: countIn(row, 'against'),
    abstaining: countIn(row, 'abstaining'),
    names: stoppedBy,
    stopped: stoppedBy.length,
  }
}

/** As many seats as there were, or as voted; those who stood in the way first, then the rest where it does no more harm. */
function voteFrom(tally: Tally, { seats, privileged }: Rule): Vote {
  const others = Math.max(0, tally.against - tally.stopped)
  const voted = tally.for + tally.abstaining + tally.stopped + others
  const all = Math.max(seatsOn(seats, tally.on), voted, tally.stopped)
  const entitled: Entitled[] = Array.from({ length: all }, (_, index) =>
    index < privileged.seats
      ? { id: `${privileged.tag} ${index + 1}`, name: tally.names[index], tags: [privileged.tag] }
      : { id: `other ${index + 1 - privileged.seats}` },
  )
  const positions: Record<string, Position> = {}
  const free = [...entitled]
  // Votes against that stood in nobody's way are seated from the end, so that they fall on the privileged last.
  const seat = (count: number, position: Position, from: 'start' | 'end') => {
    for (let n = 0; n < count; n += 1) {
      const one = from === 'start' ? free.shift() : free.pop()
      if (one) positions[one.id] = position
    }
  }
  seat(tally.stopped, 'against', 'start')
  seat(others, 'against', 'end')
  seat(tally.for, 'for', 'end')
  seat(tally.abstaining, 'abstains', 'end')
  for (const { id } of free) positions[id] = 'not-participating'
  return { on: tally.on, entitled, positions }
}

/** Where the record says two things that do not go together, whatever the rules are. */
function contradictions(
  tally: Tally,
  expected: string,
  { seats, privileged }: Rule,
  outcomeWith: (stopped: number) => string,
): string[] {
  const voted = tally.for + tally.against + tally.abstaining
  const there = seatsOn(seats, tally.on)
  const found = []
  if (voted > there) found.push(`The record counts ${voted} votes where there were ${there} seats.`)
  if (tally.stopped > tally.against)
    found.push(`It names ${tally.stopped} against (${tally.names.join(', ')}) but counts ${tally.against}.`)
  if (tally.stopped > 0 && outcomeWith(0) === expected)
    found.push(
      `It is recorded as ${expected} although it lists as voting against: ${tally.names.join(', ')} (${privileged.tag}).`,
    )
  if (tally.stopped === 0 && outcomeWith(1) === expected)
    found.push(`It is recorded as ${expected}, but no ${privileged.tag} is listed as voting against.`)
  if (outcomeWith(0) !== expected && outcomeWith(1) !== expected)
    found.push(`${tally.for} in favour do not go together with ${expected}, whoever was against.`)
  return found
}
