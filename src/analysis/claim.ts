import type { ActOf, Check, ClaimTest, Dated, Organisation, Verdict } from '../record/index.ts'
import { type Day, isRefusal, latest, type PartialDate, type Reason, type Refusal } from '../rules/index.ts'
import { isSo, isSoBetween, type Truth } from './measure/condition.ts'
import { fits } from './measure/fitting.ts'
import { onDayOf } from './measure/lists.ts'
import { type Measured, measured, typeOf } from './measure/measure.ts'

/** A claim as it stands in the record. */
export type Claim = Dated<'claim-recorded'>

/**
 * How a check came out: by facts, or only as far as things are on record; the latter never proves the whole, and what
 * is missing from the record contradicts nothing.
 */
export type CheckOutcome = 'holds' | 'fails' | 'holds-as-recorded' | 'fails-as-recorded' | 'cannot-be-told'

export interface Checked {
  readonly check: Check
  readonly outcome: CheckOutcome
  readonly measured: Measured | Refusal
  /** Why the record does not settle it, where it does not. */
  readonly because?: 'incomplete' | 'unverified' | 'not-on-record' | 'refused'
}

/** A test of a claim on a day, with its verdict and why. */
export interface Tested {
  readonly on: Day
  readonly verdict: Exclude<Verdict, 'outdated'>
  readonly reasons: readonly Reason[]
  readonly checks: readonly Checked[]
}

/** A claim as tested as of when it was made, and as of the organisation's day. */
export interface Weighed {
  readonly verdict: Verdict
  readonly then: Tested
  readonly now: Tested
}

/** Holds one check against the record as it stood on the organisation's day. */
export function checked(check: Check, organisation: Organisation): Checked {
  const found = measured(check.measure, organisation)
  const refused = isRefusal(found) ? found : fits(check.is, typeOf(check.measure), 'what is measured')
  if (isRefusal(found) || refused)
    return { check, measured: refused ?? found, outcome: 'cannot-be-told', because: 'refused' }
  const by = (truth: Truth): CheckOutcome | undefined =>
    truth === 'yes' ? 'holds' : truth === 'no' ? 'fails' : undefined
  const asRecorded = (truth: Truth): CheckOutcome => (truth === 'yes' ? 'holds-as-recorded' : 'fails-as-recorded')
  const strict = by(truthOf(found, check, organisation, 'facts'))
  if (strict) return { check, measured: found, outcome: strict }
  const loose = truthOf(found, check, organisation, 'with-unverified')
  if (loose !== 'unknown') return { check, measured: found, outcome: asRecorded(loose), because: 'unverified' }
  // What is on record answers only where it answers the same with what sources dispute and without.
  const plain = found.recorded ? isSoBetween(found.recorded, check.is) : isSo(found.value, check.is, organisation.day)
  if (check.asRecorded !== undefined && plain !== 'unknown')
    return { check, measured: found, outcome: asRecorded(plain), because: 'incomplete' }
  const because = found.value === undefined || found.completeness.length === 0 ? 'not-on-record' : 'incomplete'
  return { check, measured: found, outcome: 'cannot-be-told', because }
}

function truthOf(found: Measured, { is }: Check, organisation: Organisation, by: 'facts' | 'with-unverified'): Truth {
  const bounds = by === 'facts' ? found.bounds : found.withUnverified
  if (bounds) return isSoBetween(bounds, is)
  if (typeof found.value === 'number' || found.value === undefined || found.counted.length === 0) return 'unknown'
  if (by === 'facts' && found.perhaps.length > 0) return 'unknown'
  return isSo(found.value, is, organisation.day, !found.partial)
}

/** Holds a whole test against the record as it stood on the organisation's day. */
export function tested(test: ClaimTest, organisation: Organisation): Tested {
  const checks = test.checks.map((check) => checked(check, organisation))
  return { on: organisation.day, checks, ...verdictOf(test, checks) }
}

function verdictOf(test: ClaimTest, checks: readonly Checked[]): Pick<Tested, 'verdict' | 'reasons'> {
  const found = (verdict: Tested['verdict'], ...texts: readonly string[]) => ({
    verdict,
    reasons: texts.map((text) => ({ text })),
  })
  if (test.opinion !== undefined) return found('opinion', test.opinion)
  // What can only speak against a claim is heard when it does.
  const heard = checks.filter(({ check, outcome }) => !check.against || outcome.startsWith('fails'))
  const quiet = checks.filter((one) => !heard.includes(one))
  const of = (outcome: CheckOutcome) => heard.filter((one) => one.outcome === outcome)
  const fails = of('fails')
  const say = (what: string, list: readonly Checked[]) =>
    list.length > 0 ? [`${what}: ${list.map(({ check }) => check.says).join(' ')}`] : []
  const missing = test.missing === undefined ? [] : [`Not on record: ${test.missing}`]
  const fallen = fails.filter(({ check }) => check.essential || check.against)
  if (fallen.length > 0) return found('contradicted', ...say('It falls with this, which is not so', fallen))
  const quietly = say('On record nothing speaks against it here, which proves nothing by itself', quiet)
  if (heard.length > 0 && of('holds').length === heard.length && missing.length === 0)
    return found('supported', 'All of what must be so is so, by facts on record.', ...quietly)
  const untold = of('cannot-be-told')
  const forIt = [
    ...say('By facts on record', of('holds')),
    ...say('As far as it is on record', of('holds-as-recorded')),
  ]
  const notForIt = [
    ...say('Not so', fails),
    ...say('Not so as far as it is on record, which proves nothing', of('fails-as-recorded')),
    ...say(
      'The record cannot say',
      untold.filter(({ measured }) => !isMisput(measured)),
    ),
    ...say(
      'It cannot be asked as it is written',
      untold.filter(({ measured }) => isMisput(measured)),
    ),
  ]
  // What stands beside a claim supports no part of it while that is open with which it would fall.
  const open = [...untold, ...of('fails-as-recorded')].some(({ check }) => check.essential)
  if (open) return found('not-enough-record', ...missing, ...notForIt, ...forIt)
  if (forIt.length > 0) return found('partly-supported', ...forIt, ...notForIt, ...missing, ...quietly)
  if (fails.length > 0 && fails.length === heard.length && missing.length === 0)
    return found('contradicted', ...say('Not so', fails))
  return found('not-enough-record', ...missing, ...notForIt, ...quietly)
}

/** Whether it is the question that is amiss, and not the record. */
function isMisput(found: Measured | Refusal): boolean {
  return isRefusal(found) && ['unknown-list', 'unknown-field', 'unknown-name', 'unanswerable'].includes(found.refused)
}

/**
 * Weighs a claim: as of the day on which it was made, and as of the organisation's day, both as known at the same
 * position. One that held when it was made and is contradicted since is outdated. A claim dated by a month or a year may
 * speak of anything in it, so it is weighed as of its last day.
 */
export function weighed(test: ClaimTest, made: PartialDate, organisation: Organisation): Weighed {
  const day = latest(made)
  const now = tested(test, organisation)
  const then = day < organisation.day ? tested(test, onDayOf(organisation, day)) : now
  const held = then.verdict === 'supported' || then.verdict === 'partly-supported'
  return { verdict: held && now.verdict === 'contradicted' ? 'outdated' : now.verdict, then, now }
}

/** The claims made up to the organisation's day, in order. */
export function claimsOf(organisation: Organisation): Claim[] {
  return organisation.listed('claim-recorded')
}

export function claimNamed(organisation: Organisation, id: string): Claim | undefined {
  return organisation.listedThroughout('claim-recorded').find(({ act }) => act.claim === id)
}

export type ClaimAct = ActOf<'claim-recorded'>
