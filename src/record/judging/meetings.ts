import { type Check, judgeChair, judgeConvening, judgePapers, judgeYear } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { chairOn } from '../chairs.ts'
import type { Organisation } from '../organisation.ts'
import type { Computing } from '../rules-of-day.ts'
import { type Circumstances, evidence, isInferred } from './circumstances.ts'

type Meeting = ActOf<'meeting-held'>

/** Who chaired, whether the body had met often enough until then, and what went before the meeting. */
export function judgeMeeting(act: Meeting, circumstances: Circumstances): Check[] {
  if (act.planned) return []
  const { rules } = circumstances
  const meetsOn = evidence(act, 'on')
  return [
    ...rules
      .of('chair')
      .filter(({ computes }) => computes.bodies.includes(act.body))
      .map((rule) => judgeWhoChaired(rule, act, circumstances)),
    ...rules
      .of('frequency')
      .filter(({ computes }) => computes.body === act.body)
      .flatMap((rule) => judgeYearsBefore(rule, act, circumstances)),
    ...rules
      .of('papers')
      .filter(({ computes }) => computes.bodies.includes(act.body))
      .map((rule) => judgePapers({ ...rule, before: rule.computes.before }, evidence(act, 'papersOn'), meetsOn)),
    ...rules
      .of('convening')
      .filter(({ computes }) => act.extraordinary && computes.body === act.body)
      .flatMap((rule) =>
        judgeConvening({ ...rule, ...rule.computes }, evidence(act, 'calledBy'), evidence(act, 'calledOn'), meetsOn),
      ),
  ]
}

function judgeWhoChaired(rule: Computing<'chair'>, act: Meeting, { organisation, called }: Circumstances): Check {
  const { is, of } = rule.computes
  const due = is === 'host' ? evidence(act, 'country') : chairOn(organisation, of ?? act.body)
  return judgeChair({ ...rule, is, ...(of ? { of } : {}) }, evidence(act, 'chair'), due, called)
}

/**
 * At the first regular meeting of a year, the calendar years that have passed since the last one, as far as the rule was
 * in force throughout. A body that never met again leaves no act to be judged.
 */
function judgeYearsBefore(
  rule: Computing<'frequency'>,
  act: Meeting,
  { organisation, called }: Circumstances,
): Check[] {
  if (!isRegular(act)) return []
  const earlier = organisation
    .sittingsOf(act.body)
    .map((entry) => entry.act)
    .filter((one) => one.kind === 'meeting-held')
    .filter((one) => isRegular(one) && one.on < act.on)
  const thisYear = yearOf(act.on)
  const last = earlier.at(-1)
  if (last && yearOf(last.on) === thisYear) return []
  const first = Math.max(firstWholeYear(rule), last ? yearOf(last.on) : 0)
  const complete = completeYears(organisation, act.coveredAs)
  return Array.from({ length: Math.max(0, thisYear - first) }, (_, index) => first + index).map((year) => {
    const ofYear = earlier.filter((one) => yearOf(one.on) === year)
    const dated = ofYear.filter((one) => !isInferred(one, 'on'))
    return judgeYear(
      { ...rule, perYear: rule.computes.perYear },
      act.body,
      { year, onRecord: dated.length, complete: complete.has(year) && dated.length === ofYear.length },
      called,
    )
  })
}

/** The first calendar year throughout which a version of a rule was in force. */
function firstWholeYear({ since }: Computing<'frequency'>): number {
  return yearOf(since) + (since.endsWith('-01-01') ? 0 : 1)
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
