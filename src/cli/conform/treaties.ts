import { z } from 'zod'
import type { CsvRow } from '../../exchange/index.ts'
import { entryClause } from '../../record/index.ts'
import {
  countable,
  type EntryQuestion,
  type EventKind,
  isRefusal,
  type PartialDate,
  parsePartialDate,
  type TreatyEvent,
  type Wait,
} from '../../rules/index.ts'
import { Stop } from '../terminal.ts'
import { readClause } from './clause-text.ts'
import { doubtsSchema } from './doubts.ts'
import type { Facts } from './facts.ts'
import { onePredecessorOnce, successionSchema } from './successions.ts'

const words = z.string().min(1)
const units = ['days', 'weeks', 'months', 'years'] as const

/** What a suite of treaties tells its readers. */
export const treatyRule = z.strictObject({
  /** What a unit in the file means. Without units, `clause` is the clause of every treaty. */
  units: z
    .record(
      words,
      z.strictObject({
        unit: z.enum(units),
        startOf: z.enum(['following-month', 'month']).optional(),
        passed: z.literal(true).optional(),
      }),
    )
    .default({}),
  /** What the kinds in the file mean; without it, every deposit is a ratification. Others do not count. */
  kinds: z.record(words, z.enum(countable)).optional(),
  /** Which of them a clause counts that does not say so itself. */
  of: z.array(z.enum(countable)).optional(),
  /** Participants that are no State. */
  leaveOut: z.array(words).default([]),
  /** Count only those for which the facts have a day on which the treaty took effect: others signed and went no further. */
  needsEffect: z.boolean().default(false),
  /** States that came after another one: what that one deposited counts once. */
  successions: z.array(successionSchema).default([]),
  doubts: doubtsSchema.default({}),
  /** Words by which a clause asks for more than a number. */
  further: z.array(words).default([]),
  /** Words in a clause by which its depositary is known to let a period pass whole. */
  passed: z.array(words).default([]),
  clause: entryClause.optional(),
  /** Clauses that are not what the file says, by treaty, each with its article. */
  clauses: z
    .array(z.strictObject({ treaty: words, article: words, clause: entryClause.optional(), further: words.optional() }))
    .default([]),
})
export type TreatyRule = z.infer<typeof treatyRule>

type Clause = EntryQuestion['clause']

/** A treaty of a suite: its clause as far as it can be applied, and the deposits on record. */
export interface Treaty {
  readonly id: string
  readonly recorded: PartialDate
  /** Undefined where the facts have no clause that can be applied; `further` says why. */
  readonly clause?: Clause
  /** What the clause asks for besides, and the facts do not give. */
  readonly further?: string
  readonly deposits: readonly TreatyEvent[]
  /** The rows of its participants as they stand. */
  readonly rows: readonly CsvRow[]
}

/** Every treaty of a suite's files `treaties` and `deposits`. */
export function treatiesOf(rule: TreatyRule, facts: Facts): Treaty[] {
  const rows = Map.groupBy(facts.rows('deposits'), ({ treaty }) => treaty)
  return facts.rows('treaties').map((row) => {
    const own = rows.get(row.treaty) ?? []
    const deposits = onePredecessorOnce(
      own.flatMap((deposit) => eventsOf(rule, deposit)),
      rule.successions,
    )
    const id = row.treaty as string
    return { id, recorded: dateIn(row, 'recorded'), ...clauseOf(rule, row), deposits: firstOfEach(deposits), rows: own }
  })
}

function clauseOf(rule: TreatyRule, row: CsvRow): { clause?: Clause; further?: string } {
  const own = rule.clauses.find(({ treaty }) => treaty === row.treaty)
  const clause = own?.clause ?? rule.clause ?? clauseIn(rule, row)
  if (!clause) return { further: `No clause: "${row.count} … ${row.delay} ${row.unit}" cannot be read.` }
  const further = own?.further ?? (own?.clause ? undefined : furtherIn(rule, row))
  const article = own?.article ?? (row.article || undefined)
  return { clause: { ...clause, ...(article ? { article } : {}) }, ...(further ? { further } : {}) }
}

/** The words of the clause are the authority where they can be read; otherwise the columns. */
function clauseIn(rule: TreatyRule, row: CsvRow): Clause | undefined {
  const read = readClause(row.clause ?? '')
  const columns = waitIn(rule, row)
  // That no wait was found in the words says little where the column has one.
  const wait = read.wait?.after ? read.wait : (columns ?? read.wait)
  const count = read.count ?? wholeNumber(row.count)
  if (count === undefined || wait === undefined) return undefined
  const whole = rule.passed.some((phrase) => mentions(row, phrase)) ? { passed: true as const } : {}
  const both = { ...wait, ...whole }
  return { count, ...(rule.of ? { of: rule.of } : {}), ...both, laterParty: both }
}

function waitIn({ units }: TreatyRule, { delay, unit }: CsvRow): Wait | undefined {
  const [length, meant] = [wholeNumber(delay), units[unit ?? '']]
  if (length === undefined || !meant) return undefined
  const { unit: period, ...more } = meant
  return { ...(length === 0 ? {} : { after: { [period]: length } }), ...more } as Wait
}

function furtherIn(rule: TreatyRule, row: CsvRow): string | undefined {
  if (row.further === '1') return 'The clause has a further condition, of which the facts say no more.'
  const phrase = rule.further.find((words) => mentions(row, words))
  if (phrase) return `The clause has a further condition ("${phrase}"), of which the facts say no more.`
  const amends = /^amendments?\b/i.test(row.title ?? '') && row.clause !== '' && !mentions(row, 'amendment')
  return amends ? 'The clause on record is that of the treaty amended, not of the amendment.' : undefined
}

function eventsOf(rule: TreatyRule, row: CsvRow): TreatyEvent[] {
  const kind: EventKind | undefined = rule.kinds ? rule.kinds[row.kind ?? ''] : 'ratification'
  const noState = rule.leaveOut.includes(row.participant as string)
  if (row.on === '' || kind === undefined || noState || (rule.needsEffect && row.effect === '')) return []
  return [{ participant: row.participant as string, kind, on: dateIn(row, 'on') }]
}

/** Of a participant that is listed twice, the first deposit. */
function firstOfEach(events: readonly TreatyEvent[]): TreatyEvent[] {
  const inOrder = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const seen = new Set<string>()
  return inOrder.filter(({ participant }) => !seen.has(participant) && seen.add(participant))
}

export function dateIn(row: CsvRow, column: string): PartialDate {
  const date = parsePartialDate(row[column] ?? '')
  if (!isRefusal(date)) return date
  throw new Stop(`${row.treaty}: ${row.participant ?? ''} ${column}: ${date.message} ${date.remedy}`)
}

const mentions = (row: CsvRow, phrase: string): boolean => (row.clause ?? '').toLowerCase().includes(phrase)
const wholeNumber = (text = ''): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)
