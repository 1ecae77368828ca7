import type { CsvRow } from '../../exchange/index.ts'
import {
  addDays,
  type Day,
  daysBetween,
  enterIntoForce,
  isRefusal,
  type PartialDate,
  parsePartialDate,
} from '../../rules/index.ts'
import { mostCommonWait } from './doubts.ts'
import { type Comparison, type Reader, ruleOf } from './suite.ts'
import { dateIn, type Treaty, treatiesOf } from './treaties.ts'
import { treatyRule } from './treaty-rule.ts'

/**
 * The day on which each treaty took effect for those who deposited after its entry into force: as recorded, and by the
 * wait of the clause from their own deposit. The treaty's own entry into force is taken as recorded.
 */
export const laterParties: Reader = (suite, facts) =>
  treatiesOf(ruleOf(suite, treatyRule), facts).flatMap((treaty) => {
    const later = laterRows(treaty)
    const { days, parties } = mostCommonWait(later)
    const usual = parties * 4 >= later.length && parties > 1 ? days : undefined
    return later.map((row) => compared(treaty, row, usual))
  })

/** The participants that deposited after entry into force and have a day of effect of their own. */
export const laterRows = ({ rows, recorded }: Treaty): CsvRow[] =>
  rows.filter(({ on, effect }) => isDate(on) && isDate(effect) && (on as string) > recorded)

const isDate = (text = '') => !isRefusal(parsePartialDate(text))

/** The day on which a later party is bound by the clause. */
export function boundOn({ id, clause, recorded, further }: Treaty, row: CsvRow): string {
  const laterParty = clause?.laterParty
  if (!laterParty) return `cannot be judged${further ? `: ${further}` : ''}`
  const events = [{ participant: row.participant as string, kind: 'ratification' as const, on: dateIn(row, 'on') }]
  const answer = enterIntoForce({ id, clause: { notBefore: recorded, laterParty }, events })
  if (isRefusal(answer)) return answer.message
  return answer.parties[0]?.inForceOn ?? 'cannot be judged'
}

function compared(treaty: Treaty, row: CsvRow, usual: number | undefined): Comparison {
  const [on, expected, got] = [dateIn(row, 'on'), dateIn(row, 'effect'), boundOn(treaty, row)]
  const id = `${treaty.id} ${row.participant}`
  return { id, expected, got, ...(got === expected ? {} : { why: why(on, expected, got, usual) }) }
}

const succession = 'Vienna Convention on Succession of States in respect of Treaties, article 23'

function why(on: PartialDate, effect: PartialDate, got: string, usual: number | undefined): string {
  const wait = daysBetween(on as string as Day, effect as string as Day)
  if (wait < 0) return `Bound before the deposit on record, as a successor is from its succession (${succession}).`
  if (wait === 0)
    return 'Bound on the day of deposit: a successor, or a clause on later parties that is not in the facts.'
  if (wait === 365) return 'Recorded 365 days after the deposit; the twelve months of the clause take in a 29 February.'
  if (wait === usual)
    return `Others, too, are bound after ${wait} days: the clause on later parties is not in the facts.`
  if (/^\d{4}-/.test(got) && addDays(got as Day, 1) === (effect as string)) {
    return 'Recorded a day later: counted from the day after the deposit.'
  }
  return 'The day on record does not follow from the deposit on record by the clause.'
}
