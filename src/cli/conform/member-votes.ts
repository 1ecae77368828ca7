import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import type { Entitled, Position } from '../../rules/index.ts'
import { compared, Deciding, dateIn, decidedBy, reasonsInWords, seated, seatsOn, type Vote } from './decided.ts'
import type { Facts } from './facts.ts'
import { type Comparison, ruleOf, type SuiteFile } from './suite.ts'

const ruleSchema = z.strictObject({
  ...decidedBy,
  ...seated,
  /** What separates the names in a list. */
  separator: z.string().min(1),
  /** The privileged by the name the facts use, with the others by which they have gone. */
  names: z.record(z.string(), z.array(z.string())),
})
type Rule = z.infer<typeof ruleSchema>

/**
 * Votes known by who voted how: `id`, `on`, `for`, `against`, `abstaining` (lists of names), `outcome`. Whoever has a seat
 * and stands in no list takes no part.
 */
export function memberVotes(suite: SuiteFile, facts: Facts): Comparison[] {
  const rule = ruleOf(suite, ruleSchema)
  const deciding = new Deciding(rule)
  return facts.rows('votes').map((row) => {
    const id = [row.id, row.draft, row.on].filter(Boolean).join(', ')
    const expected = row.outcome ?? ''
    return compared(id, expected, () => {
      const { is: got, otherwise, decision } = deciding.outcome(voteFrom(row, rule))
      const other = otherwise === expected ? `By the rules of the end of ${row.on} it is ${otherwise}. ` : ''
      return { got, why: () => other + reasonsInWords(decision) }
    })
  })
}

function voteFrom(row: CsvRow, { seats, privileged, separator, names }: Rule): Vote {
  const on = dateIn(row.on)
  const positions = new Map<string, Position>()
  const stand = (list: string | undefined, position: Position) => {
    for (const name of (list ?? '').split(separator).map((one) => one.trim())) {
      if (name !== '') positions.set(called(name, names), position)
    }
  }
  stand(row.for, 'for')
  stand(row.against, 'against')
  stand(row.abstaining, 'abstains')
  for (const name of Object.keys(names)) if (!positions.has(name)) positions.set(name, 'not-participating')
  for (let n = 1; positions.size < seatsOn(seats, on); n += 1) positions.set(`unnamed ${n}`, 'not-participating')
  const entitled: Entitled[] = [...positions.keys()].map((name) =>
    Object.hasOwn(names, name) ? { id: name, tags: [privileged.tag] } : { id: name },
  )
  return { on, entitled, positions: Object.fromEntries(positions) }
}

/** The name that the rule uses for one of the privileged, under whichever of its names it stands here. */
function called(name: string, names: Rule['names']): string {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  return Object.entries(names).find(([one, others]) => [one, ...others].some(same))?.[0] ?? name
}
