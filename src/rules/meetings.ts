import { ahead } from './ahead.ts'
import { type PartialDate, type Period, periodInWords } from './dates.ts'
import { type Called, type Check, cannotBeJudged, inOrder, notKept, type Stated } from './judgement.ts'

/** Who chairs a meeting: the participant that hosts it, or the one that has the chair of another body on that day. */
export interface ChairRule extends Stated {
  readonly is: 'host' | 'chair-of'
  readonly of?: string
}

/** So many regular meetings in each calendar year, at least. */
export interface FrequencyRule extends Stated {
  readonly perYear: number
}

/** How long before a meeting its papers are with the participants. */
export interface PapersRule extends Stated {
  readonly before: Period
}

/** What it takes to convene an extraordinary meeting: so many who ask for it, so long before. */
export interface ConveningRule extends Stated {
  readonly initiators: number
  readonly notice: Period
}

/** Who chaired, against who should have; either may not be on record. */
export function judgeChair(rule: ChairRule, chair: string | undefined, due: string | undefined, called: Called): Check {
  if (chair === undefined) return cannotBeJudged('Who chaired the meeting is not on record.', rule)
  const whose = rule.is === 'host' ? 'the host' : `the chair of ${called(rule.of ?? '')}`
  if (due === undefined) return cannotBeJudged(`Who was ${whose} that day is not on record.`, rule)
  if (chair === due) return inOrder(() => `${called(chair)} chaired, as ${whose}.`, rule)
  return notKept(`${called(chair)} chaired; ${whose} was ${called(due)}.`, rule)
}

/**
 * Whether a body met often enough in a calendar year.
 *
 * @param complete whether the record of such meetings is complete for that year: only then does a meeting that is not on
 *   record count as one that was not held
 */
export function judgeYear(
  rule: FrequencyRule,
  body: string,
  { year, onRecord, complete }: { year: number; onRecord: number; complete: boolean },
  called: Called,
): Check {
  const meetings = (count: number) => `${count} regular ${count === 1 ? 'meeting' : 'meetings'}`
  if (onRecord >= rule.perYear) {
    return inOrder(`${called(body)} had ${meetings(onRecord)} in ${year}; at least ${rule.perYear} are due.`, rule)
  }
  const short = `${meetings(onRecord)} of ${called(body)} in ${year}, where at least ${rule.perYear} are due`
  if (complete) return notKept(`The record, complete for that year, has ${short}.`, rule)
  return cannotBeJudged(
    `Whether ${called(body)} met as often as is due is not known for years whose meetings are not all on record.`,
    rule,
  )
}

/** How long before a meeting its papers were sent; either day may not be on record. */
export function judgePapers(
  rule: PapersRule,
  sentOn: PartialDate | undefined,
  meetsOn: PartialDate | undefined,
): Check {
  if (sentOn === undefined) return cannotBeJudged('The day on which the papers were sent is not on record.', rule)
  return judgeAhead(rule, rule.before, sentOn, meetsOn, 'The papers were sent')
}

/** Those who asked for an extraordinary meeting, each counted once, and when they did. */
export function judgeConvening(
  rule: ConveningRule,
  calledBy: readonly string[] | undefined,
  calledOn: PartialDate | undefined,
  meetsOn: PartialDate | undefined,
): Check[] {
  const count = new Set(calledBy).size
  const asked = `${count} asked for the meeting; at least ${rule.initiators} ${rule.initiators === 1 ? 'is' : 'are'} needed.`
  const who =
    calledBy === undefined
      ? cannotBeJudged('Who asked for the extraordinary meeting is not on record.', rule)
      : count >= rule.initiators
        ? inOrder(asked, rule)
        : notKept(asked, rule)
  const when =
    calledOn === undefined
      ? cannotBeJudged('When the extraordinary meeting was asked for is not on record.', rule)
      : judgeAhead(rule, rule.notice, calledOn, meetsOn, 'The meeting was asked for')
  return [who, when]
}

function judgeAhead(
  rule: Stated,
  period: Period,
  done: PartialDate,
  meetsOn: PartialDate | undefined,
  what: string,
): Check {
  const length = periodInWords(period)
  if (meetsOn === undefined) return cannotBeJudged('The day of the meeting is not on record.', rule)
  switch (ahead(period, done, meetsOn)) {
    case 'in-time':
      return inOrder(() => `${what} on ${done}, at least ${length} before ${meetsOn}.`, rule)
    case 'late':
      return notKept(`${what} on ${done}, less than ${length} before ${meetsOn}.`, rule)
    case 'open':
      return cannotBeJudged(`The dates on record do not say whether it was at least ${length} before.`, rule)
  }
}
