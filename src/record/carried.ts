import { adReferendumAt, type Day, type Finding, find, type Lapse, latest } from '../rules/index.ts'
import type { Circle } from './circle.ts'
import type { Negotiation, Taken } from './negotiation.ts'

/**
 * What was said of a text at one level when the text is at the next. A position is on a revision: forwarded as it is, the
 * text is the one of which it was said, and the position holds until its delegation says otherwise. A new revision asks
 * again, at whatever level.
 */

/** The body before which a text was when a position on it was taken. */
export function levelOf({ proposal, forwarded }: Negotiation, taken: Pick<Taken, 'position'>): string {
  return forwarded.findLast(({ position }) => position < taken.position)?.act.to ?? proposal.act.level
}

/**
 * What agreement ad referendum is on a day in a body. What it comes to when it is not confirmed is for the rule of the body
 * in which it was given. Elsewhere it counts as agreement only once it is confirmed: there it lapses as no position.
 *
 * @param body where it is asked
 */
export function adReferendumIn(
  circle: Circle,
  negotiation: Negotiation,
  taken: Taken,
  body: string,
  day: Day,
): Finding<'open' | Lapse> {
  const { confirmBy } = taken.act
  if (confirmBy === undefined) return { outcome: 'open', reasons: [] }
  const level = levelOf(negotiation, taken)
  const rule = lapseRuleOf(circle, level)
  const found = adReferendumAt(rule, latest(confirmBy), day)
  if (level === body || found.outcome !== 'no-objection') return found
  const name = circle.called
  const text = `${name(taken.act.participant)} agreed ad referendum in the ${name(level)} and did not confirm by ${confirmBy}. What that counts as there is no agreement in the ${name(body)}: it counts as no position.`
  return find('no-position', text, rule?.article)
}

/** The rule of a body on what lapses ad referendum; nothing where it has none. */
export function lapseRuleOf(
  { rules }: Circle,
  body: string,
): { readonly lapse: Lapse; readonly article: string } | undefined {
  const rule = rules.of('ad-referendum').find(({ computes }) => computes.bodies.includes(body))
  return rule && { lapse: rule.computes.lapse, article: rule.article }
}
