import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import type { PartialDate, Position } from '../../rules/index.ts'
import { compared, countIn, Deciding, dateIn, reasonsInWords, unreadable, type Vote } from './decided.ts'
import type { Facts } from './facts.ts'
import { type Comparison, ruleOf, type SuiteFile } from './suite.ts'

const ruleSchema = z.strictObject({
  organisation: z.string(),
  /** Under which rule each was decided, by what the column `rule` says; `otherwise` where the facts have no such column. */
  rules: z.record(z.string(), z.string()),
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
  const deciders = new Map(Object.entries(rule.rules).map(([name, id]) => [name, decidingUnder(id, rule)]))
  const votes = facts.rows('votes').filter(({ outcome }) => outcome !== '')
  return votes.map((row) =>
    compared([row.id, row.draft].filter(Boolean).join(', '), row.outcome ?? '', () => {
      const deciding = deciders.get(row.rule || 'otherwise')
      if (!deciding) return unreadable(`rule: "${row.rule}" is none of ${Object.keys(rule.rules).join(', ')}.`)
      const counts = countsIn(row)
      const named = namedIn(row.votes ?? '', rule.letters)
      const agree = named !== undefined && asMany(named, counts)
      const { is: got, decision } = deciding.outcome(voteFrom(whenOf(row, rule), agree ? named : made(counts)))
      const differ = named !== undefined && !agree ? 'Names and counts differ; the counts were taken. ' : ''
      return { got, why: () => differ + reasonsInWords(decision) }
    }),
  )
}

function decidingUnder(id: string, { organisation, adopted, notAdopted }: Rule): Deciding {
  return new Deciding({ organisation, outcomes: [{ is: adopted, whenAdoptedUnder: id }, { is: notAdopted }] })
}

interface Counts {
  readonly for: number
  readonly against: number
  readonly abstains: number
}
type Named = readonly (readonly [string, Position])[]

function countsIn(row: CsvRow): Counts {
  return { for: countIn(row, 'for'), against: countIn(row, 'against'), abstains: countIn(row, 'abstaining') }
}

function namedIn(votes: string, letters: Rule['letters']): Named | undefined {
  if (votes.trim() === '') return undefined
  return votes.split(';').map((one) => {
    const [, name, letter] = /^(.*):([^:]*)$/.exec(one.trim()) ?? []
    const position = letters[letter ?? '']
    if (name === undefined || position === undefined)
      return unreadable(`votes: "${one}" is no vote; the letters are ${Object.keys(letters).join(', ')}.`)
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

function whenOf(row: CsvRow, { sessionsAfter = 0 }: Rule): PartialDate {
  return dateIn(row.on || String(sessionsAfter + countIn(row, 'session')))
}

/** Whether as many stand on each side as were counted, and nobody twice. */
function asMany(named: Named, counts: Counts): boolean {
  const counted = (position: Position) => named.filter(([, taken]) => taken === position).length
  const once = new Set(named.map(([name]) => name)).size === named.length
  return once && (['for', 'against', 'abstains'] as const).every((position) => counted(position) === counts[position])
}
