import { addPeriod, type Day, type Period, periodInWords } from './dates.ts'
import { type DecisionRule, decide, type Entitled, type Position } from './decision.ts'
import { type Called, type Check, cannotBeJudged, inOrder, notKept, type Stated } from './judgement.ts'

/** Who grants a status, and what must be held before. */
export interface StatusRule extends Stated {
  readonly status: string
  readonly grantedBy: string
  readonly heldBefore?: readonly string[] | undefined
}

/** How a body decides. */
export interface BodyRule extends Stated {
  readonly body: string
  readonly decides: DecisionRule
}

export interface LeavingRule extends Stated {
  readonly notice: Period
}

/** The rules in force on one day that bear on statuses. */
export interface RulesOnStatuses {
  readonly statuses: readonly StatusRule[]
  readonly bodies: readonly BodyRule[]
  readonly leaving?: LeavingRule
  /** What a participant, body or status is called, for the reasons; its id where nobody says. */
  readonly called?: Called
}

/** The positions taken as an act has them. */
export interface Positions {
  readonly for: readonly string[]
  readonly against: readonly string[]
  readonly abstaining: readonly string[]
}

export interface Grant {
  readonly participant: string
  readonly status: string
  /** Statuses that the participant is known to have held when the grant took effect. */
  readonly heldBefore: readonly string[]
  readonly decidedBy?: string
  readonly positions?: Positions
  /** Who was entitled to decide; where that is not known, only rules that ask for nobody else can be judged. */
  readonly entitled?: readonly Entitled[]
  /** One of those who founded the organisation: nobody was there to admit it. */
  readonly founding?: boolean
}

/** Each check on a grant with its own finding; a grant may be in order on one point and not judged on another. */
export function judgeGrant(rules: RulesOnStatuses, grant: Grant): Check[] {
  if (grant.founding) return [cannotBeJudged('No rule on founding participants is on record.')]
  const rule = rules.statuses.find((r) => r.status === grant.status)
  if (!rule) {
    return [
      cannotBeJudged(`No rule on granting the status "${nameIn(rules, grant.status)}" is on record for this day.`),
    ]
  }
  return [judgeHeldBefore(rules, rule, grant), ...judgeDecision(rules, rule, grant)].filter((f) => f !== undefined)
}

/**
 * @source the rule on leaving: notice is given "not less than" the period before, so leaving on the last day of the
 *   period is in order
 */
export function judgeLeaving(rule: LeavingRule | undefined, noticeOn: Day | undefined, leavesOn: Day): Check {
  if (!rule) return cannotBeJudged('No rule on leaving is on record for this day.')
  if (noticeOn === undefined) return cannotBeJudged('The day of the notice is not on record.', rule)
  const earliestDay = addPeriod(noticeOn, rule.notice)
  const length = periodInWords(rule.notice)
  if (leavesOn >= earliestDay) {
    return inOrder(`Notice of ${noticeOn} came at least ${length} before.`, rule)
  }
  const text = `Notice of ${noticeOn} must come ${length} before; leaving could not take effect before ${earliestDay}.`
  return notKept(text, rule)
}

function judgeHeldBefore(rules: RulesOnStatuses, rule: StatusRule, grant: Grant): Check | undefined {
  if (!rule.heldBefore || rule.heldBefore.length === 0) return undefined
  const held = rule.heldBefore.find((status) => grant.heldBefore.includes(status))
  if (held) return inOrder(`${nameIn(rules, grant.participant)} held the status "${nameIn(rules, held)}" before.`, rule)
  const text = `${nameIn(rules, grant.participant)} held none of ${rule.heldBefore.map((s) => `"${nameIn(rules, s)}"`).join(', ')} before.`
  return notKept(text, rule)
}

function judgeDecision(rules: RulesOnStatuses, rule: StatusRule, grant: Grant): Check[] {
  if (grant.decidedBy === undefined) {
    return [cannotBeJudged('Which body decided is not on record.', rule)]
  }
  if (grant.decidedBy !== rule.grantedBy) {
    const text = `${nameIn(rules, grant.decidedBy)} decided; the status is granted by ${nameIn(rules, rule.grantedBy)}.`
    return [notKept(text, rule)]
  }
  const competent = inOrder(`${nameIn(rules, rule.grantedBy)} decided, as the rule says.`, rule)
  const body = rules.bodies.find((b) => b.body === rule.grantedBy)
  if (!body)
    return [
      competent,
      cannotBeJudged(`The rule by which ${nameIn(rules, rule.grantedBy)} decided is not on record for this day.`),
    ]
  if (!grant.positions) {
    return [competent, cannotBeJudged('The positions taken are not on record.', body)]
  }
  if (!grant.entitled && !restsOnPositionsTaken(body.decides)) {
    return [competent, cannotBeJudged('Who was entitled to decide is not on record.', body)]
  }
  const taken = takenIn(grant.positions)
  const entitled = (grant.entitled ?? [...taken.keys()].map((id) => ({ id }))).map((one) => ({
    name: nameIn(rules, one.id),
    ...one,
  }))
  const decision = decide({
    rule: body.decides,
    entitled,
    positions: Object.fromEntries(taken),
    concerned: [grant.participant],
    article: body.article,
  })
  const outcome = decision.outcome === 'adopted' ? 'in-order' : 'departure'
  return [competent, { outcome, reasons: decision.reasons, ...(body.rule === undefined ? {} : { rule: body.rule }) }]
}

/** Whether those who took no position, their number, tags and weights make no difference to a rule. */
function restsOnPositionsTaken(rule: DecisionRule): boolean {
  switch (rule.kind) {
    case 'consensus':
      return rule.among === undefined
    case 'majority':
      return (
        (rule.of ?? 'present-and-voting') === 'present-and-voting' &&
        rule.among === undefined &&
        rule.weightedBy === undefined &&
        rule.casting === undefined
      )
    case 'all':
    case 'any':
      return rule.rules.every(restsOnPositionsTaken)
    default:
      return false
  }
}

function nameIn(rules: RulesOnStatuses, id: string): string {
  return rules.called?.(id) ?? id
}

function takenIn(positions: Positions): Map<string, Position> {
  const of = (ids: readonly string[], position: Position) => ids.map((id): [string, Position] => [id, position])
  return new Map([
    ...of(positions.for, 'for'),
    ...of(positions.against, 'against'),
    ...of(positions.abstaining, 'abstains'),
  ])
}
