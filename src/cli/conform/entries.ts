import { type EntryAnswer, enterIntoForce, isRefusal, type PartialDate, type Refusal } from '../../rules/index.ts'
import { type Reader, ruleOf } from './suite.ts'
import { type Treaty, treatiesOf, treatyRule } from './treaties.ts'

/** The day on which each treaty entered into force: as recorded, and by its clause from the deposits on record. */
export const entries: Reader = (suite, facts) =>
  treatiesOf(ruleOf(suite, treatyRule), facts).map((treaty) => {
    const answer = computed(treaty)
    const [expected, got] = [treaty.recorded, inShort(treaty, answer)]
    return { id: treaty.id, expected, got, ...(got === expected ? {} : { why: why(treaty, answer) }) }
  })

function computed({ id, clause, deposits }: Treaty): EntryAnswer | Refusal | undefined {
  return clause && enterIntoForce({ id, clause, events: deposits })
}

function inShort({ further }: Treaty, answer: EntryAnswer | Refusal | undefined): string {
  if (!answer || isRefusal(answer)) return 'cannot be judged'
  const { inForceOn, notBefore, notAfter } = answer
  if (inForceOn === null && notBefore) return `not before ${notBefore}${notAfter ? `, not after ${notAfter}` : ''}`
  if (inForceOn === null) return 'not in force'
  return further ? `not before ${inForceOn}` : inForceOn
}

/** Why the two differ, as far as the facts themselves show it. */
function why(treaty: Treaty, answer: EntryAnswer | Refusal | undefined): string {
  if (!answer) return treaty.further ?? ''
  if (isRefusal(answer)) return `${answer.message} ${answer.remedy}`
  const needed = treaty.clause && 'count' in treaty.clause ? treaty.clause.count : undefined
  const inTime = treaty.deposits.filter(({ on }) => couldCount(treaty, on)).length
  const enough = typeof needed !== 'number' || inTime >= needed
  const few = enough
    ? undefined
    : `Fewer deposits are on record than the clause needs by then (${inTime} of ${needed}): early parties are missing from the list.`
  if (treaty.further) return [treaty.further, few].filter(Boolean).join(' ')
  if (answer.inForceOn === null) return few ?? 'The deposits on record leave the day open.'
  if ((answer.inForceOn as string) > treaty.recorded)
    return few ?? 'The day on record lies before the wait of the clause ends.'
  return (
    `${inTime} deposits on record would have been in time where the clause needs ${needed}: the list holds some that the ` +
    'clause does not count, or has days of ratification where those of deposit came later.'
  )
}

/** Whether the clause, with this deposit as the decisive one, would be met by the day on record. */
function couldCount({ id, clause, recorded }: Treaty, on: PartialDate): boolean {
  if (!clause) return false
  const { laterParty: _, ...own } = clause
  const kind = ('of' in own && own.of?.[0]) || 'ratification'
  const alone = enterIntoForce({
    id,
    clause: { ...own, count: 1 },
    events: [{ participant: 'X', kind, on }],
  })
  return !isRefusal(alone) && alone.inForceOn !== null && (alone.inForceOn as string) <= recorded
}
