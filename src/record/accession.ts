import { type Day, daysBetween, earliest, latest, type PartialDate } from '../rules/index.ts'
import type { Entry } from './entry.ts'
import type { Organisation } from './organisation.ts'
import type { Holding, Participant } from './participants.ts'
import { dayOfEffect, endOfTime } from './place.ts'
import type { Decision } from './sittings.ts'

/** What a step on the way to membership is counted as. */
export type Milestone = 'application' | 'opened' | 'memorandum' | 'membership' | 'not-agreed'

export interface AccessionStep {
  readonly entry: Entry
  readonly on: PartialDate
  readonly milestone?: Milestone
}

/** The time between two dates, in whole calendar days; two figures where a date is a month or a year. */
export interface Length {
  readonly from: PartialDate
  readonly to: PartialDate
  readonly atLeastDays: number
  readonly atMostDays: number
}

/** How one participant came to membership after the founding, or asked for it. */
export interface Accession {
  readonly participant: string
  /** Everything toward membership on any day, in order. */
  readonly steps: readonly AccessionStep[]
  /** Of each milestone the first step; of membership the grant. Applications may be several. */
  readonly applications: readonly AccessionStep[]
  readonly opened?: AccessionStep
  readonly memorandum?: AccessionStep
  readonly membership?: AccessionStep
  readonly notAgreed: readonly AccessionStep[]
  readonly holdings: readonly Holding[]
}

/**
 * Everyone who became a member after the founding, then everyone who has asked and is none, in the order of the first
 * step. Only those whose first step had been taken by the day; later steps of theirs are there and are later.
 */
export function accessions(organisation: Organisation): Accession[] {
  const member = new Set(
    organisation.description?.statuses.filter((one) => one.tone === 'member').map((one) => one.status),
  )
  const refusals = organisation
    .onDay(endOfTime)
    .decisions()
    .filter(({ act }) => act.type === 'admission' && act.outcome === 'not-adopted')
  const all = organisation.participants().flatMap(({ id }) => {
    const participant = organisation.participantThroughout(id)
    const grants = participant.holdings.filter((holding) => member.has(holding.status))
    if (grants.some(({ grantedBy }) => grantedBy.act.kind === 'status-granted' && grantedBy.act.founding)) return []
    const found = accessionOf(participant, member, refusals)
    const first = found.steps.find((step) => step.milestone !== undefined)
    return first && dayOfEffect(first.entry.act) <= organisation.day ? [found] : []
  })
  const rank = (one: Accession) => `${isMemberOn(one, organisation.day) ? 0 : 1} ${firstDay(one)}`
  return all.sort((x, y) => (rank(x) < rank(y) ? -1 : 1))
}

export function isMemberOn({ membership }: Accession, day: Day): boolean {
  return membership !== undefined && dayOfEffect(membership.entry.act) <= day
}

/** The time between two steps: least from the last day of one to the first of the other, most the other way round. */
export function lengthBetween(from: PartialDate, to: PartialDate): Length {
  return {
    from,
    to,
    atLeastDays: Math.max(0, daysBetween(latest(from), earliest(to))),
    atMostDays: Math.max(0, daysBetween(earliest(from), latest(to))),
  }
}

/** Whole calendar months from one day to another: from 31 January to 28 February none, to 1 March one. */
export function wholeMonths(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return Math.max(0, 12 * (toYear - fromYear) + toMonth - fromMonth - (toDay < fromDay ? 1 : 0))
}

function accessionOf(participant: Participant, member: ReadonlySet<string>, refusals: readonly Decision[]): Accession {
  const { id, holdings } = participant
  const taken = participant.steps.flatMap((entry): AccessionStep[] => {
    const { act } = entry
    if (act.kind !== 'step-taken' || !member.has(act.toward)) return []
    const milestone = milestoneOf(act.what)
    return [{ entry, on: act.on, ...(milestone ? { milestone } : {}) }]
  })
  const refused = refusals
    .filter(({ act }) => act.concerns?.includes(id))
    .map((entry): AccessionStep => ({ entry, on: entry.act.on, milestone: 'not-agreed' }))
  const granted = holdings
    .filter((holding) => member.has(holding.status))
    .map(({ grantedBy, from }): AccessionStep => ({ entry: grantedBy, on: from, milestone: 'membership' }))
  const day = ({ entry }: AccessionStep) => dayOfEffect(entry.act)
  const steps = [...taken, ...refused, ...granted].sort((x, y) => (day(x) < day(y) ? -1 : day(x) > day(y) ? 1 : 0))
  const every = (milestone: Milestone) => steps.filter((step) => step.milestone === milestone)
  const first = (milestone: 'opened' | 'memorandum' | 'membership') => {
    const [step] = every(milestone)
    return step ? { [milestone]: step } : {}
  }
  return {
    participant: id,
    steps,
    applications: every('application'),
    ...first('opened'),
    ...first('memorandum'),
    ...first('membership'),
    notAgreed: every('not-agreed'),
    holdings,
  }
}

/** A step is written as free text, so what it counts as is read from its words; the page shows the words beside it. */
export function milestoneOf(what: string): Milestone | undefined {
  if (/\bstart (of )?the admission procedure\b|\badmission procedure opened\b/i.test(what)) return 'opened'
  if (/^memorandum\b.*\bsigned\b/i.test(what)) return 'memorandum'
  if (/\b(application|request)\b/i.test(what)) return 'application'
  return undefined
}

function firstDay({ steps }: Accession): string {
  return steps[0] ? dayOfEffect(steps[0].entry.act) : ''
}
