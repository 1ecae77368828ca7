import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import type { PartialDate, Position } from '../../rules/index.ts'
import { Stop } from '../terminal.ts'
import { countOf, dateOf, Deciding, reasonsInWords, type Vote } from './decided.ts'
import type { Facts } from './facts.ts'
import { type Comparison, ruleOf, type SuiteFile } from './suite.ts'

const ruleSchema = z.strictObject({
  organisation: z.string(),
  /** Which body decides, by what the column `rule` says; `otherwise` where the facts have no such column. */
  bodies: z.record(z.string(), z.string()),
  adopted: z.string(),
  notAdopted: z.string(),
  /** Where rows have no date but a session: the year before the first. */
  sessionsAfter: z.int().optional(),
  /** The letters that stand for a position after a name, "AA:Y;BB:N". */
  letters: z.record(z.string(), z.enum(['for', 'against', 'abstains', 'absent', 'not-participating'])),
})
type Rule = z.infer<typeof ruleSchema>

/**
 * Votes known by their counts and perhaps by who voted how: `id`, `on` or `session`, `for`, `against`, `abstaining`,
 * `votes`, `rule`, `outcome`. A row without an outcome is no evidence and is left out. Who is absent is in no column.
 */
export function rollCalls(suite: SuiteFile, facts: Facts): Comparison[] {
  const rule = ruleOf(suite, ruleSchema)
  const bodies = new Map(Object.entries(rule.bodies).map(([name, body]) => [name, decidingBy(body, rule)]))
  return facts.rows('votes').flatMap((row) => {
    const expected = row.outcome ?? ''
    if (expected === '') return []
    const id = [row.id, row.draft].filter(Boolean).join(', ')
    const deciding = bodies.get(row.rule || 'otherwise')
    if (!deciding)
      throw new Stop(`${id}: rule is "${row.rule}". The suite knows: ${Object.keys(rule.bodies).join(', ')}.`)
    const counted = countsOf(row)
    const named = namedIn(row.votes ?? '', rule.letters, id)
    const { is: got, decision } = deciding.outcome(voteFrom(whenOf(row, rule), named ?? made(counted)))
    if (got === expected) return [{ id, expected, got }]
    return [{ id, expected, got, why: [unlike(counted, named), reasonsInWords(decision)].filter(Boolean).join(' ') }]
  })
}

function decidingBy(body: string, { organisation, adopted, notAdopted }: Rule): Deciding {
  return new Deciding({ organisation, outcomes: [{ is: adopted, whenAdoptedBy: body }, { is: notAdopted }] })
}

interface Counts {
  readonly for: number
  readonly against: number
  readonly abstains: number
}
type Named = readonly (readonly [string, Position])[]

function countsOf(row: CsvRow): Counts {
  const count = (column: string) => countOf(row[column], column, row.id ?? '')
  return { for: count('for'), against: count('against'), abstains: count('abstaining') }
}

function namedIn(votes: string, letters: Rule['letters'], row: string): Named | undefined {
  if (votes.trim() === '') return undefined
  return votes.split(';').map((one) => {
    const [, name, letter] = /^(.*):([^:]*)$/.exec(one.trim()) ?? []
    const position = letters[letter ?? '']
    if (name === undefined || position === undefined)
      throw new Stop(`${row}: "${one}" is no vote. Letters are: ${Object.keys(letters).join(', ')}.`)
    return [name, position] as const
  })
}

/** As many participants as were counted, where the facts name none. */
function made(counts: Counts): Named {
  return (['for', 'against', 'abstains'] as const).flatMap((position) =>
    Array.from({ length: counts[position] }, (_, index) => [`${position} ${index + 1}`, position] as const),
  )
}

function voteFrom(on: PartialDate, named: Named): Vote {
  return { on, entitled: named.map(([id]) => ({ id })), positions: Object.fromEntries(named) }
}

function whenOf(row: CsvRow, { sessionsAfter }: Rule): PartialDate {
  if (row.on) return dateOf(row.on, row.id ?? '')
  if (sessionsAfter === undefined) throw new Stop(`${row.id}: there is no date, and sessionsAfter is not said.`)
  return dateOf(String(sessionsAfter + countOf(row.session, 'session', row.id ?? '')), row.id ?? '')
}

/** Says it where the names and the counts of a row do not agree. */
function unlike(counts: Counts, named: Named | undefined): string | undefined {
  const differing = named && Object.entries(counts).filter(([p, n]) => named.filter(([, q]) => q === p).length !== n)
  return differing?.length ? `Names and counts differ: ${differing.map(([p]) => p).join(', ')}.` : undefined
}
