import { type DecisionRule, decide, type Entitled, type Position } from './decision.ts'
import type { Certainty } from './holding.ts'
import { type Called, type Check, cannotBeJudged, inOrder, notKept, type Stated } from './judgement.ts'

/** Which body decides. */
export interface CompetenceRule extends Stated {
  readonly body: string
}

/** How a body decides. */
export interface DecidesRule extends Stated {
  readonly decides: DecisionRule
}

/** A decision as the record has it: what became of it, and where everyone stood as far as is known. */
export interface Decided {
  readonly outcome: 'adopted' | 'not-adopted'
  readonly entitled: readonly Entitled[]
  readonly positions: ReadonlyMap<string, Position>
  /** Those of whom a stance is known that may be read as agreement or as an objection: agreed ad referendum, or reserved. */
  readonly unsettled: readonly string[]
  readonly concerned: readonly string[]
}

export function judgeCompetence(rule: CompetenceRule, body: string, called: Called): Check {
  if (body === rule.body) return inOrder(`${called(body)} decided, as the rule says.`, rule)
  return notKept(`${called(body)} decided; such matters are decided by ${called(rule.body)}.`, rule)
}

/**
 * Whether what became of a decision is what the positions on record give under the body's rule. Where some stances may be
 * read either way, both are tried; where the outcome depends on them, it cannot be judged.
 */
export function judgeOutcome(rule: DecidesRule, decided: Decided, called: Called): Check {
  const outcomes = (['for', 'against'] as const).map((reading) => decidedAs(rule, decided, reading, called))
  const [asAgreed, asOpposed] = outcomes as [ReturnType<typeof decide>, ReturnType<typeof decide>]
  if (asAgreed.outcome !== asOpposed.outcome) {
    const who = decided.unsettled.map(called).join(', ')
    return cannotBeJudged(`Whether what ${who} had left open was settled is not on record.`, rule)
  }
  const kept = (asAgreed.outcome === 'adopted') === (decided.outcome === 'adopted')
  if (kept) return { ...inOrder('', rule), reasons: asAgreed.reasons }
  const { reasons } = notKept(
    decided.outcome === 'adopted'
      ? 'It was adopted, although the positions on record do not carry it.'
      : 'It was not adopted, although the positions on record carry it.',
    rule,
  )
  return { ...notKept('', rule), reasons: [...reasons, ...asAgreed.reasons] }
}

function decidedAs(rule: DecidesRule, decided: Decided, reading: Position, called: Called) {
  const positions = new Map(decided.positions)
  for (const one of decided.unsettled) positions.set(one, reading)
  return decide({
    rule: rule.decides,
    entitled: decided.entitled.map((one) => ({ ...one, name: called(one.id) })),
    positions: Object.fromEntries(positions),
    concerned: decided.concerned,
    article: rule.article,
  })
}

/** Whether someone may take a position: how surely it holds on that day a status that has a say. */
export function judgeSay(rule: DecidesRule, participant: string, say: Certainty, called: Called): Check {
  if (say === 'holds') return inOrder(`${called(participant)} has a say.`, rule)
  if (say === 'does-not-hold') return notKept(`${called(participant)} held no status that has a say.`, rule)
  return cannotBeJudged(`Whether ${called(participant)} already, or still, had a say that day is not known.`, rule)
}
