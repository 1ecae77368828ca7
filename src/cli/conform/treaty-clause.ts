import type { CsvRow } from '../../exchange/index.ts'
import type { Wait } from '../../rules/index.ts'
import { type ClauseRead, readClause } from './clause-text.ts'
import type { Clause, TreatyRule } from './treaty-rule.ts'

/** The clause of a treaty as far as it can be applied; `further` says what of it cannot. */
export interface ClauseOf {
  readonly clause?: Clause
  readonly further?: string
}

/** The clause that the suite gives a treaty, or all of them; otherwise the one in the treaty's row. */
export function clauseOf(rule: TreatyRule, row: CsvRow): ClauseOf {
  const own = rule.clauses.find(({ treaty }) => treaty === row.treaty)
  const given = own?.clause ?? rule.clause
  const { clause, further } = given ? { clause: given } : clauseIn(rule, row)
  const more = own?.further ?? (own?.clause ? undefined : (further ?? furtherIn(rule, row)))
  const article = own?.article ?? (row.article || clause?.article)
  return {
    ...(clause ? { clause: { ...clause, ...(article ? { article } : {}) } } : {}),
    ...(more ? { further: more } : {}),
  }
}

/**
 * The words of the clause where they can be read, the columns where they cannot. Where the two contradict each other, the
 * columns, and that it is in doubt.
 */
function clauseIn(rule: TreatyRule, row: CsvRow): ClauseOf {
  const read = readClause(row.clause ?? '')
  const [count, wait] = [wholeNumber(row.count) ?? read.count, waitIn(rule, row) ?? read.wait]
  if (count === undefined || wait === undefined) {
    return { further: `No clause: "${row.count} … ${row.delay} ${row.unit}" cannot be read.` }
  }
  const said = agrees(read, { count, wait }) && read.wait?.after ? read.wait : wait
  const whole = rule.passed.some((phrase) => mentions(row, phrase)) ? { passed: true as const } : {}
  const both = { ...said, ...whole }
  const clause: Clause = { count, ...(rule.of ? { of: rule.of } : {}), ...both, laterParty: both }
  if (agrees(read, { count, wait })) return { clause }
  return { clause, further: 'The words of the clause and the columns differ on how many deposits, or how long a wait.' }
}

/** That no wait was found in the words says little where the column has one. */
function agrees(read: ClauseRead, columns: Required<ClauseRead>): boolean {
  const length = JSON.stringify(read.wait?.after)
  return (
    (read.count === undefined || read.count === columns.count) &&
    (length === undefined || length === JSON.stringify(columns.wait.after))
  )
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
  const amends = /^amendments?\b/i.test(row.title ?? '') && row.clause && !mentions(row, 'amendment')
  return amends ? 'The clause on record is that of the treaty amended, not of the amendment.' : undefined
}

const mentions = (row: CsvRow, phrase: string): boolean => (row.clause ?? '').toLowerCase().includes(phrase)
const wholeNumber = (text = ''): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)
