import { type Check, judgeChair, judgeConvening, judgePapers, judgeYear } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { covers } from '../offices.ts'
import type { Organisation } from '../organisation.ts'
import type { Computing } from '../rules-of-day.ts'
import { type DayJudged, evidence } from './circumstances.ts'

type Meeting = ActOf<'meeting-held'>

/** Who chaired, whether the body had met often enough until then, and what went before the meeting. */
export function judgeMeeting(act: Meeting, day: DayJudged): Check[] {
  if (act.planned) return []
  const { rules } = day
  return [
    ...rules
      .of('chair')
      .filter(({ computes }) => computes.bodies.includes(act.body))
      .map((rule) => judgeWhoChaired(rule, act, day)),
    ...rules
      .of('frequency')
      .filter(({ computes }) => computes.body === act.body)
      .flatMap((rule) => judgeYearsBefore(rule, act, day)),
    ...rules
      .of('papers')
      .filter(({ computes }) => computes.bodies.includes(act.body))
      .map((rule) => judgePapers({ ...rule, before: rule.computes.before }, evidence(act, 'papersOn'), act.on)),
    ...rules
      .of('convening')
      .filter(({ computes }) => act.extraordinary && computes.body === act.body)
      .flatMap((rule) =>
        judgeConvening({ ...rule, ...rule.computes }, evidence(act, 'calledBy'), evidence(act, 'calledOn'), act.on),
      ),
  ]
}

function judgeWhoChaired(rule: Computing<'chair'>, act: Meeting, { organisation, called }: DayJudged): Check {
  const { is, of } = rule.computes
  const due = is === 'host' ? evidence(act, 'country') : chairOn(organisation, of ?? act.body)
  return judgeChair({ ...rule, is, ...(of ? { of } : {}) }, evidence(act, 'chair'), due, called)
}

/** Who surely had the chair of a body on the day; nobody where the record leaves it open. */
function chairOn(organisation: Organisation, body: string): string | undefined {
  const holding = organisation
    .listedThroughout('chair-taken')
    .filter(({ act }) => act.body === body && covers(act, organisation.day) === 'holds')
  return holding.length === 1 ? holding[0]?.act.participant : undefined
}

/**
 * At the first regular meeting of a year, the calendar years that have passed since the last one, as far as the rule was
 * in force throughout. A body that never met again leaves no act to be judged.
 */
function judgeYearsBefore(rule: Computing<'frequency'>, act: Meeting, { organisation, called }: DayJudged): Check[] {
  if (!isRegular(act)) return []
  const earlier = organisation
    .sittingsOf(act.body)
    .map((entry) => entry.act)
    .filter((one) => one.kind === 'meeting-held' && isRegular(one) && one.on < act.on)
    .map((one) => yearOf(one.on as string))
  const thisYear = yearOf(act.on)
  const last = earlier.at(-1)
  if (last === thisYear) return []
  const first = Math.max(yearOf(rule.since) + 1, last ?? 0)
  const complete = completeYears(organisation, act.coveredAs)
  return Array.from({ length: Math.max(0, thisYear - first) }, (_, index) => first + index).map((year) =>
    judgeYear(
      { ...rule, perYear: rule.computes.perYear },
      act.body,
      { year, onRecord: earlier.filter((one) => one === year).length, complete: complete.has(year) },
      called,
    ),
  )
}

/** Meetings of which a rule says how often: neither extraordinary, nor beside another, nor only announced. */
function isRegular({ extraordinary, inMarginsOf, planned }: Meeting): boolean {
  return !extraordinary && inMarginsOf === undefined && !planned
}

function completeYears(organisation: Organisation, of: string | undefined): ReadonlySet<number> {
  const rows = organisation.coverage().filter((row) => row.of === of && row.coverage === 'complete')
  return new Set(rows.map((row) => Number(row.year)))
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
