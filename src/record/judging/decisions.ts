import {
  because,
  type Check,
  cannotBeJudged,
  type Decided,
  type DecidesRule,
  inOrder,
  judgeCompetence,
  judgeOutcome,
  judgeSay,
  type Position,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import type { Computing, RulesOfDay } from '../rules-of-day.ts'
import { type Circumstances, decidersOf, havingSay, holdsOneOf, isInferred } from './circumstances.ts'

type Decision = ActOf<'decision-recorded'>
type Deciding = Computing<'decides'> | Computing<'body'>

/** Who decided, and whether what became of it is what the positions on record give. A proposal decides nothing yet. */
export function judgeDecision(act: Decision, circumstances: Circumstances): Check[] {
  if (act.outcome === 'proposed') return []
  return [...judgeWho(act, circumstances), judgeHow(act, circumstances)]
}

function judgeWho(act: Decision, { rules, called }: Circumstances): Check[] {
  return rules
    .of('competence')
    .filter(({ computes }) => computes.types.includes(act.type))
    .map((rule) =>
      isInferred(act, 'body')
        ? cannotBeJudged('Which body decided is not on record.', rule)
        : judgeCompetence({ ...rule, body: rule.computes.body }, act.body, called),
    )
}

function judgeHow(act: Decision, circumstances: Circumstances): Check {
  const { organisation, rules, called } = circumstances
  const rule = rules.deciding(act.body, act.type)
  if (act.adoption && !act.history) return ruledThen(act.body, act.adoption.under, rules, rule)
  if (!rule) return cannotBeJudged(`The rule by which ${called(act.body)} decided is not on record for this day.`)
  if (isInferred(act, 'outcome')) return cannotBeJudged('What became of it is not on record.', rule)
  const stances = stancesOn(act, organisation, rule)
  if (!stances) return cannotBeJudged('The positions taken are not on record.', rule)
  // A position of someone without a say is judged as an act of its own, and counts for nothing here.
  const deciders = decidersOf(circumstances, havingSay(organisation, saidBy(rule)))
  const { outside = [] } = act
  const isIn = (id: string) => !outside.includes(id)
  const entitled = outside.length === 0 ? deciders.entitled : deciders.entitled.filter(({ id }) => isIn(id))
  const perhaps = deciders.perhaps.filter(isIn)
  const outcome = act.outcome === 'adopted' ? 'adopted' : 'not-adopted'
  return judgeOutcome(deciding(rule), { entitled, perhaps, outcome, concerned: act.concerns ?? [], ...stances }, called)
}

/**
 * A decision taken here was ruled on before it was entered, and one that was out of order never came in. The positions are
 * not asked again: under seal they are for those to whom the text is open, and a review is for everyone.
 */
function ruledThen(
  body: string,
  under: 'meeting' | 'silence',
  rules: RulesOfDay,
  deciding: Deciding | undefined,
): Check {
  const silence = rules.of('silence').find(({ computes }) => computes.bodies.includes(body))
  const rule = under === 'silence' ? (silence ?? deciding) : deciding
  const how = under === 'silence' ? 'adopted under silence' : 'taken at a meeting'
  const text = `It was ruled so when it was ${how}.`
  return rule ? inOrder(text, rule) : { outcome: 'in-order', reasons: [because(text)] }
}

/** Whether whoever took a position had a say in that matter on that day. */
export function judgePosition(act: ActOf<'position-taken'>, circumstances: Circumstances): Check[] {
  const { organisation, rules, called } = circumstances
  const on = organisation.decision(act.decision)?.act
  if (!on) return [cannotBeJudged('What the position was taken on is not on record.')]
  const rule = rules.deciding(on.body, on.type)
  if (!rule) return [cannotBeJudged(`The rule by which ${called(on.body)} decided is not on record for this day.`)]
  if (isInferred(act, 'participant')) return [cannotBeJudged('Who took the position is not on record.', rule)]
  const say = holdsOneOf(circumstances, act.participant, havingSay(organisation, saidBy(rule)))
  return [judgeSay(deciding(rule), act.participant, say, called)]
}

function deciding(rule: Deciding): DecidesRule {
  return { ...rule, decides: rule.computes.decides }
}

function saidBy({ computes }: Deciding): readonly string[] | undefined {
  return computes.kind === 'decides' ? computes.entitled : undefined
}

/**
 * The positions taken on a decision: those on record as acts or else, under consensus, the objections that a source
 * reports and nobody disputes. Nothing where neither is known.
 */
function stancesOn(
  act: Decision,
  organisation: Organisation,
  rule: Deciding,
): Pick<Decided, 'positions' | 'unsettled'> | undefined {
  const taken = organisation.positionsOn(act.decision).filter((one) => !isInferred(one.act, 'participant'))
  if (taken.length > 0) {
    const last = [...new Map(taken.map(({ act: one }) => [one.participant, positionIn(one)]))]
    return {
      positions: new Map(last.filter((pair): pair is [string, Position] => pair[1] !== undefined)),
      unsettled: last.filter(([, position]) => position === undefined).map(([id]) => id),
    }
  }
  if (rule.computes.decides.kind !== 'consensus' || isInferred(act, 'stances')) return undefined
  const objected = (act.stances ?? []).filter((one) => one.stance === 'objected' && !one.unverified && !one.disputed)
  if (objected.length === 0) return undefined
  return { positions: new Map(objected.map((one): [string, Position] => [one.participant, 'against'])), unsettled: [] }
}

function positionIn(act: ActOf<'position-taken'>): Position | undefined {
  return isInferred(act, 'position') ? undefined : settled[act.position]
}

/** What a position is under a rule; agreement ad referendum and a reserve are settled by a later act or not at all. */
const settled: Readonly<Record<ActOf<'position-taken'>['position'], Position | undefined>> = {
  'no-objection': 'for',
  'stands-aside': 'abstains',
  objects: 'against',
  'does-not-take-part': 'not-participating',
  'ad-referendum': undefined,
  reserves: undefined,
}
