import {
  type Check,
  cannotBeJudged,
  type Decided,
  type DecidesRule,
  judgeCompetence,
  judgeOutcome,
  judgeSay,
  type Position,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import type { Computing } from '../rules-of-day.ts'
import { type DayJudged, holdsOneOf, isInferred } from './circumstances.ts'

type Decision = ActOf<'decision-recorded'>
type Deciding = Computing<'decides'> | Computing<'body'>

/** Who decided, and whether what became of it is what the positions on record give. A proposal decides nothing yet. */
export function judgeDecision(act: Decision, day: DayJudged): Check[] {
  if (act.outcome === 'proposed') return []
  return [...judgeWho(act, day), judgeHow(act, day)]
}

function judgeWho(act: Decision, { rules, called }: DayJudged): Check[] {
  return rules
    .of('competence')
    .filter(({ computes }) => computes.types.includes(act.type))
    .map((rule) =>
      isInferred(act, 'body')
        ? cannotBeJudged('Which body decided is not on record.', rule)
        : judgeCompetence({ ...rule, body: rule.computes.body }, act.body, called),
    )
}

function judgeHow(act: Decision, day: DayJudged): Check {
  const { organisation, rules, called } = day
  const rule = rules.deciding(act.body, act.type)
  if (!rule) return cannotBeJudged(`The rule by which ${called(act.body)} decided is not on record for this day.`)
  const stances = stancesOn(act, organisation, rule)
  if (!stances) return cannotBeJudged('The positions taken are not on record.', rule)
  // A position of someone without a say is judged as an act of its own, and counts for nothing here.
  const all = day.holding(day.havingSay(saidBy(rule)))
  const { outside = [] } = act
  const entitled = outside.length === 0 ? all : all.filter(({ id }) => !outside.includes(id))
  const outcome = act.outcome === 'adopted' ? 'adopted' : 'not-adopted'
  return judgeOutcome(deciding(rule), { entitled, outcome, concerned: act.concerns ?? [], ...stances }, called)
}

/** Whether whoever took a position had a say in that matter on that day. */
export function judgePosition(act: ActOf<'position-taken'>, day: DayJudged): Check[] {
  const { organisation, rules, called } = day
  const on = organisation.decision(act.decision)?.act
  if (!on) return [cannotBeJudged('What the position was taken on is not on record.')]
  const rule = rules.deciding(on.body, on.type)
  if (!rule) return [cannotBeJudged(`The rule by which ${called(on.body)} decided is not on record for this day.`)]
  const say = holdsOneOf(organisation, act.participant, day.havingSay(saidBy(rule)))
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
  const taken = organisation.positionsOn(act.decision)
  if (taken.length > 0) {
    const last = [...new Map(taken.map((one) => [one.act.participant, settled[one.act.position]]))]
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

/** What a position is under a rule; agreement ad referendum and a reserve are settled by a later act or not at all. */
const settled: Readonly<Record<ActOf<'position-taken'>['position'], Position | undefined>> = {
  'no-objection': 'for',
  'stands-aside': 'abstains',
  objects: 'against',
  'does-not-take-part': 'not-participating',
  'ad-referendum': undefined,
  reserves: undefined,
}
