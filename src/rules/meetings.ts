import { addPeriod, earliest, latest, type PartialDate, type Period, periodInWords } from './dates.ts'
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

/** @source such rules say "at least" so many days before: on the last of these days papers are in time */
export function judgePapers(rule: PapersRule, sentOn: PartialDate | undefined, meetsOn: PartialDate): Check {
  if (sentOn === undefined) return cannotBeJudged('The day on which the papers were sent is not on record.', rule)
  return within(rule, rule.before, sentOn, meetsOn, 'The papers were sent')
}

/** Those who asked for an extraordinary meeting, and when they did. */
export function judgeConvening(
  rule: ConveningRule,
  calledBy: readonly string[] | undefined,
  calledOn: PartialDate | undefined,
  meetsOn: PartialDate,
): Check[] {
  const asked = (count: number) => `${count} asked for the meeting; at least ${rule.initiators} are needed.`
  const who =
    calledBy === undefined
      ? cannotBeJudged('Who asked for the extraordinary meeting is not on record.', rule)
      : calledBy.length >= rule.initiators
        ? inOrder(asked(calledBy.length), rule)
        : notKept(asked(calledBy.length), rule)
  const when =
    calledOn === undefined
      ? cannotBeJudged('When the extraordinary meeting was asked for is not on record.', rule)
      : within(rule, rule.notice, calledOn, meetsOn, 'The meeting was asked for')
  return [who, when]
}

/** Whether something came at least a period before a day, where either may be a month or a year. */
function within(rule: Stated, period: Period, done: PartialDate, by: PartialDate, what: string): Check {
  const length = periodInWords(period)
  if (addPeriod(latest(done), period) <= earliest(by)) {
    return inOrder(() => `${what} on ${done}, at least ${length} before ${by}.`, rule)
  }
  if (addPeriod(earliest(done), period) > latest(by)) {
    return notKept(`${what} on ${done}, less than ${length} before ${by}.`, rule)
  }
  return cannotBeJudged(`The dates on record do not say whether it was at least ${length} before.`, rule)
}
