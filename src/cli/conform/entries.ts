import {
  type EntryAnswer,
  enterIntoForce,
  isRefusal,
  type PartialDate,
  type Refusal,
  type TreatyEvent,
} from '../../rules/index.ts'
import { type Doubts, isSteady, surelyMade } from './doubts.ts'
import { boundOn, laterRows } from './later-parties.ts'
import { type Reader, ruleOf } from './suite.ts'
import { type Treaty, treatiesOf } from './treaties.ts'
import { treatyRule } from './treaty-rule.ts'

/** The day on which each treaty entered into force: as recorded, and by its clause from the deposits on record. */
export const entries: Reader = (suite, facts) => {
  const rule = ruleOf(suite, treatyRule)
  return treatiesOf(rule, facts).map((treaty) => {
    const [expected, got] = [treaty.recorded, inShort(treaty, rule.doubts)]
    return { id: treaty.id, expected, got, ...(got === expected ? {} : { why: why(treaty, rule.doubts) }) }
  })
}

function computed({ id, clause }: Treaty, events: readonly TreatyEvent[]): EntryAnswer | Refusal | undefined {
  return clause && enterIntoForce({ id, clause, events })
}

function inShort(treaty: Treaty, doubts: Doubts): string {
  if (treaty.unreadable.length > 0) return 'cannot be judged'
  const answer = computed(treaty, treaty.deposits)
  if (!answer || isRefusal(answer) || scatters(treaty, doubts)) return 'cannot be judged'
  const { inForceOn, notBefore, notAfter } = answer
  if (inForceOn === null && notBefore) return `not before ${notBefore}${notAfter ? `, not after ${notAfter}` : ''}`
  if (inForceOn === null) return 'not in force'
  return treaty.further || isDoubtful(treaty, answer, doubts) ? `not before ${inForceOn}` : inForceOn
}

const scatters = (treaty: Treaty, doubts: Doubts) =>
  !treaty.further && !isSteady(laterRows(treaty), (row) => boundOn(treaty, row), doubts)

/** Whether the day moves when only those deposits count that surely were made. */
function isDoubtful(treaty: Treaty, { inForceOn }: EntryAnswer, doubts: Doubts): boolean {
  const sure = computed(treaty, surelyMade(treaty.deposits, doubts))
  return sure === undefined || isRefusal(sure) || sure.inForceOn !== inForceOn
}

/** Why the two differ, as far as the facts themselves show it. */
function why(treaty: Treaty, doubts: Doubts): string {
  if (treaty.unreadable.length > 0) return `Days that are none are on record: ${treaty.unreadable.join(', ')}.`
  const answer = computed(treaty, treaty.deposits)
  if (!answer) return treaty.further ?? ''
  if (isRefusal(answer)) return `${answer.message} ${answer.remedy}`
  if (scatters(treaty, doubts)) {
    return 'The waits of later parties have nothing in common: the days on record are not days of deposit.'
  }
  const needed = treaty.clause && 'count' in treaty.clause ? treaty.clause.count : undefined
  const inTime = treaty.deposits.filter(({ on }) => couldCount(treaty, on)).length
  const enough = typeof needed !== 'number' || inTime >= needed
  const few = enough
    ? undefined
    : `Fewer deposits are on record than the clause needs by then (${inTime} of ${needed}): early parties are missing from the list.`
  if (treaty.further) return [treaty.further, few].filter(Boolean).join(' ')
  if (answer.inForceOn !== null && isDoubtful(treaty, answer, doubts)) {
    const many = `${doubts.sameDay} or more States have one and the same day on record`
    return `${many}, which may come from a neighbouring cell; with one of them the day is another.`
  }
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
