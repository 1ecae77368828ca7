import type { CsvRow } from '../../exchange/index.ts'
import { addDays, type Day, daysBetween, enterIntoForce, isRefusal, type PartialDate } from '../../rules/index.ts'
import { type Comparison, type Reader, ruleOf } from './suite.ts'
import { dateIn, type Treaty, treatiesOf, treatyRule } from './treaties.ts'

/**
 * The day on which each treaty took effect for those who deposited after its entry into force: as recorded, and by the
 * wait of the clause from their own deposit. The treaty's own entry into force is taken as recorded.
 */
export const laterParties: Reader = (suite, facts) =>
  treatiesOf(ruleOf(suite, treatyRule), facts).flatMap((treaty) => {
    const later = treaty.rows.filter(({ on, effect }) => on && effect && on > treaty.recorded)
    const usual = mostCommonWait(later)
    return later.map((row) => compared(treaty, row, usual))
  })

function compared(treaty: Treaty, row: CsvRow, usual: number | undefined): Comparison {
  const [on, effect] = [dateIn(row, 'on'), dateIn(row, 'effect')]
  const got = boundOn(treaty, row.participant as string, on)
  const id = `${treaty.id} ${row.participant}`
  return { id, expected: effect, got, ...(got === effect ? {} : { why: why(on, effect, got, usual) }) }
}

function boundOn({ id, clause, recorded, further }: Treaty, participant: string, on: PartialDate): string {
  const laterParty = clause?.laterParty
  if (!laterParty) return `cannot be judged${further ? `: ${further}` : ''}`
  const events = [{ participant, kind: 'ratification' as const, on }]
  const answer = enterIntoForce({ id, clause: { notBefore: recorded, laterParty }, events })
  if (isRefusal(answer)) return answer.message
  return answer.parties[0]?.inForceOn ?? 'cannot be judged'
}

/** The wait in days that at least half of a treaty's later parties have on record; it may be another than the clause's. */
function mostCommonWait(rows: readonly CsvRow[]): number | undefined {
  const waits = Map.groupBy(rows, ({ on, effect }) => daysBetween(on as Day, effect as Day))
  const [[days, most] = [undefined, []]] = [...waits].sort(([, a], [, b]) => b.length - a.length)
  return most.length * 2 >= rows.length ? days : undefined
}

function why(on: PartialDate, effect: PartialDate, got: string, usual: number | undefined): string {
  const wait = daysBetween(on as string as Day, effect as string as Day)
  if (wait < 0) {
    return 'Bound before its deposit, as a successor is from its succession (Vienna Convention on Succession of States, article 23).'
  }
  if (wait === 0)
    return 'Bound on the day of its deposit: a successor, or a clause on later parties that the facts do not give.'
  if (wait === usual) {
    return `Most later parties of this treaty are bound after ${wait} days: its clause on them is not that on the treaty itself.`
  }
  if (wait === 365) return 'Recorded 365 days after the deposit; the period of the clause takes in a 29 February.'
  if (/^\d/.test(got) && addDays(got as Day, 1) === (effect as string))
    return 'Recorded a day later: counted from the day after the deposit.'
  return 'The day on record does not follow from the deposit on record by the clause.'
}
