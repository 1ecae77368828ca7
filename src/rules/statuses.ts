import { addPeriod, type Day, type Period, periodInWords } from './dates.ts'
import { type DecisionRule, decide, type Entitled, type Position } from './decision.ts'
import { because, type Finding, type Reason } from './finding.ts'

/** In order: kept. Departure: a `must` was not kept. Unusual: an `as a rule` was not. Otherwise a fact or rule is missing. */
export type Judgement = 'in-order' | 'departure' | 'unusual' | 'cannot-be-judged'

/** `practice` was observed and laid down by nobody; what differs from it is unusual at most. */
export type Strength = 'must' | 'as-a-rule' | 'practice'

/** Who grants a status, and what must be held before. */
export interface StatusRule {
  readonly status: string
  readonly grantedBy: string
  readonly heldBefore?: readonly string[]
  readonly strength: Strength
  readonly article: string
}

export interface BodyRule {
  readonly body: string
  readonly decides: DecisionRule
  readonly article: string
}

export interface LeavingRule {
  readonly notice: Period
  readonly strength: Strength
  readonly article: string
}

/** The rules in force on one day that bear on statuses. */
export interface RulesOnStatuses {
  readonly statuses: readonly StatusRule[]
  readonly bodies: readonly BodyRule[]
  readonly leaving?: LeavingRule
  /** What a participant, body or status is called, for the reasons; its id where nobody says. */
  readonly called?: (id: string) => string
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
export function judgeGrant(rules: RulesOnStatuses, grant: Grant): Finding<Judgement>[] {
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
export function judgeLeaving(
  rule: LeavingRule | undefined,
  noticeOn: Day | undefined,
  leavesOn: Day,
): Finding<Judgement> {
  if (!rule) return cannotBeJudged('No rule on leaving is on record for this day.')
  if (noticeOn === undefined) return cannotBeJudged('The day of the notice is not on record.', rule.article)
  const earliestDay = addPeriod(noticeOn, rule.notice)
  const length = periodInWords(rule.notice)
  if (leavesOn >= earliestDay) {
    return judged('in-order', `Notice of ${noticeOn} came at least ${length} before.`, rule.article)
  }
  const text = `Notice of ${noticeOn} must come ${length} before; leaving could not take effect before ${earliestDay}.`
  return judged(broken(rule.strength), text, rule.article)
}

function judgeHeldBefore(rules: RulesOnStatuses, rule: StatusRule, grant: Grant): Finding<Judgement> | undefined {
  if (!rule.heldBefore || rule.heldBefore.length === 0) return undefined
  const held = rule.heldBefore.find((status) => grant.heldBefore.includes(status))
  if (held)
    return judged(
      'in-order',
      `${nameIn(rules, grant.participant)} held the status "${nameIn(rules, held)}" before.`,
      rule.article,
    )
  const text = `${nameIn(rules, grant.participant)} held none of ${rule.heldBefore.map((s) => `"${nameIn(rules, s)}"`).join(', ')} before.`
  return judged(broken(rule.strength), text, rule.article)
}

function judgeDecision(rules: RulesOnStatuses, rule: StatusRule, grant: Grant): Finding<Judgement>[] {
  if (grant.decidedBy === undefined) {
    return [cannotBeJudged('Which body decided is not on record.', rule.article)]
  }
  if (grant.decidedBy !== rule.grantedBy) {
    const text = `${nameIn(rules, grant.decidedBy)} decided; the status is granted by ${nameIn(rules, rule.grantedBy)}.`
    return [judged(broken(rule.strength), text, rule.article)]
  }
  const competent = judged('in-order', `${nameIn(rules, rule.grantedBy)} decided, as the rule says.`, rule.article)
  const body = rules.bodies.find((b) => b.body === rule.grantedBy)
  if (!body)
    return [competent, cannotBeJudged(`How ${nameIn(rules, rule.grantedBy)} decides is not on record for this day.`)]
  if (!grant.positions) {
    return [competent, cannotBeJudged('The positions taken are not on record.', body.article)]
  }
  if (!grant.entitled && !restsOnPositionsTaken(body.decides)) {
    return [competent, cannotBeJudged('Who was entitled to decide is not on record.', body.article)]
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
  return [competent, { outcome: decision.outcome === 'adopted' ? 'in-order' : 'departure', reasons: decision.reasons }]
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

function broken(strength: Strength): Judgement {
  return strength === 'must' ? 'departure' : 'unusual'
}

function judged(outcome: Judgement, text: string, article: string): Finding<Judgement> {
  return { outcome, reasons: [because(text, article)] }
}

function cannotBeJudged(text: string, article?: string): Finding<Judgement> {
  const reasons: Reason[] = [because(text, article)]
  return { outcome: 'cannot-be-judged', reasons }
}
