import type { Clause, Conditions } from './clause.ts'
import { type Period, periodInWords, type Wait } from './dates.ts'
import type { EntryQuestion } from './entry-into-force.ts'
import { type Refusal, refuse } from './finding.ts'

/**
 * Whether a question can be answered at all.
 *
 * @refuses 'empty-clause' a clause without a condition; 'clause-cannot-be-met' a number of deposits that nobody can reach;
 *   'unknown-weight' a share of a weight that is not given; 'unclear-clause' what can be read in two ways; 'too-far-ahead'
 *   waits within waits that leave the calendar
 */
export function checkQuestion(question: EntryQuestion): Refusal | undefined {
  const { clause, events } = question
  const odd = events.find(({ kind, succeededOn }) => succeededOn !== undefined && kind !== 'succession')
  if (odd) {
    return refuse('unclear-event', `events: ${odd.participant}: succeededOn stands only beside a succession.`, {
      remedy: 'Remove it, or write the kind "succession".',
    })
  }
  return (
    checkTotals(question) ?? checkWait('laterParty', clause.laterParty ?? {}) ?? checkClause(clause, 'clause', question)
  )
}

/** @param waited  the days that the waits around this clause add to its own, at most */
function checkClause(clause: Clause, at: string, question: EntryQuestion, waited = 0): Refusal | undefined {
  const wait = checkWait(at, clause)
  if (wait) return wait
  const days = waited + mostDays(clause.after)
  if (days > mostDays(longest)) {
    return refuse(
      'too-far-ahead',
      `${at}.after: with any wait around it, this is longer than ${periodInWords(longest)}.`,
      {
        remedy: 'Write shorter waits.',
      },
    )
  }
  const [kind, parts] = 'all' in clause ? ['all', clause.all] : 'any' in clause ? ['any', clause.any] : ['', undefined]
  if (parts === undefined) return checkConditions(clause as Conditions, at, question)
  if (parts.length === 0) return emptyClause(`${at}.${kind}`)
  return parts.map((part, i) => checkClause(part, `${at}.${kind}.${i}`, question, days)).find((refusal) => refusal)
}

function checkConditions(clause: Conditions, at: string, question: EntryQuestion): Refusal | undefined {
  const { count, among = 'all', share, instruments = [], notBefore } = clause
  const named = Array.isArray(among) ? new Set(among).size : undefined
  if (count === undefined && named === undefined && !share && instruments.length === 0 && !notBefore)
    return emptyClause(at)
  if (count === 'all' && among === 'all') {
    return refuse('unclear-clause', `${at}.count: of whom are all meant?`, {
      remedy: 'Name them in among, or write "signatories".',
    })
  }
  if (count === 'all' && among === 'signatories' && !question.events.some(({ kind }) => /signature$/.test(kind))) {
    return cannotBeMet(at, 'all signatories are needed, and no signature is given')
  }
  if (typeof count === 'number' && count < 1) return cannotBeMet(at, `count is ${count}`)
  if (typeof count === 'number' && named !== undefined && count > named) {
    return cannotBeMet(at, `count is ${count}, and among names ${named}`)
  }
  if (named === 0) return cannotBeMet(at, 'among names nobody')
  return share && checkShare(share, named, `${at}.share`, question)
}

function checkShare(
  { weight, atLeast: [needed, outOf], strict, of }: NonNullable<Conditions['share']>,
  named: number | undefined,
  at: string,
  { weights = {} }: EntryQuestion,
): Refusal | undefined {
  if (!Object.hasOwn(weights, weight)) {
    const known = Object.keys(weights).join(', ') || 'none'
    return refuse('unknown-weight', `${at}.weight: "${weight}" is not among the weights given (${known}).`, {
      remedy: 'Give what each participant weighs in weights, or correct the name.',
    })
  }
  if (needed > outOf || (strict && needed === outOf))
    return cannotBeMet(at, `${needed} in ${outOf} is more than the whole`)
  if (of === 'among' && named === undefined) {
    return refuse('unclear-clause', `${at}.of: a share of those named needs their names.`, {
      remedy: 'Name them in among.',
    })
  }
  return undefined
}

function checkTotals({ weights = {}, totals = {} }: EntryQuestion): Refusal | undefined {
  for (const [weight, total] of Object.entries(totals)) {
    const sum = Object.values(weights[weight] ?? {}).reduce((all, one) => all + one, 0)
    if (total < sum - 0.000_001) {
      return refuse('contradictory-weights', `totals.${weight} is ${total}, and those listed weigh ${sum} together.`, {
        remedy: 'Correct the total or the weights.',
      })
    }
  }
  return undefined
}

function checkWait(at: string, { after, startOf }: Wait): Refusal | undefined {
  if (startOf !== 'month' || (after !== undefined && ('months' in after || 'years' in after))) return undefined
  return refuse('unclear-clause', `${at}.startOf: "month" counts months from that of the event.`, {
    remedy: 'Give after in months or years, or write "following-month".',
  })
}

/** No treaty waits as long, and a day of four digits stays one. */
const longest: Period = { years: 100 }

const unitDays: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 31, years: 366 }

/** How many days a period has at most. */
function mostDays(period: Period | undefined): number {
  return Object.entries(period ?? {}).reduce((days, [unit, count]) => days + count * (unitDays[unit] ?? 0), 0)
}

function emptyClause(at: string): Refusal {
  return refuse('empty-clause', `${at}: says no condition.`, {
    remedy: 'Give a count, a list in among, a share, an instrument or notBefore.',
  })
}

function cannotBeMet(at: string, what: string): Refusal {
  return refuse('clause-cannot-be-met', `${at}: ${what}; this can never be met.`, { remedy: 'Correct the clause.' })
}
