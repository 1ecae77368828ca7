import { type Decision, type DecisionRule, type Entitled, type Position, prepare } from './decision.ts'
import { positionCodes } from './decision-counting.ts'
import type { Reason } from './finding.ts'
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
  if (body === rule.body) return inOrder(() => `${called(body)} decided, as the rule says.`, rule)
  return notKept(`${called(body)} decided; such matters are decided by ${called(rule.body)}.`, rule)
}

/**
 * Whether what became of a decision is what the positions on record give under the body's rule. Where some stances may be
 * read either way, both are tried; where the outcome depends on them, it cannot be judged.
 */
export function judgeOutcome(rule: DecidesRule, decided: Decided, called: Called): Check {
  const agreed = decidedAs(rule, decided, 'for', called)
  const open = decided.unsettled.length > 0
  if (open && decidedAs(rule, decided, 'against', called).outcome !== agreed.outcome) {
    const who = decided.unsettled.map(called).join(', ')
    return cannotBeJudged(`Whether what ${who} had left open was settled is not on record.`, rule)
  }
  const kept = (agreed.outcome === 'adopted') === (decided.outcome === 'adopted')
  const of = rule.rule === undefined ? {} : { rule: rule.rule }
  // The reasons of a decision are made when they are read.
  if (kept) return new Kept(agreed, rule.rule)
  const { outcome, reasons } = notKept(
    decided.outcome === 'adopted'
      ? 'It was adopted, although the positions on record do not carry it.'
      : 'It was not adopted, although the positions on record carry it.',
    rule,
  )
  return { outcome, reasons: [...reasons, ...agreed.reasons], ...of }
}

class Kept implements Check {
  readonly outcome = 'in-order'
  readonly rule?: string
  readonly #decision: Decision
  constructor(decision: Decision, rule: string | undefined) {
    this.#decision = decision
    if (rule !== undefined) this.rule = rule
  }
  get reasons(): readonly Reason[] {
    return this.#decision.reasons
  }
  toJSON(): Check {
    return { outcome: this.outcome, reasons: this.reasons, ...(this.rule === undefined ? {} : { rule: this.rule }) }
  }
}

function decidedAs(rule: DecidesRule, decided: Decided, reading: Position, called: Called): Decision {
  const { put, indexes } = readyFor(rule, decided.entitled, called)
  const codes = new Uint8Array(indexes.size)
  const set = (id: string, position: Position) => {
    const index = indexes.get(id)
    if (index !== undefined) codes[index] = positionCodes[position]
  }
  for (const [id, position] of decided.positions) set(id, position)
  for (const id of decided.unsettled) set(id, reading)
  return put(
    codes,
    decided.concerned.flatMap((id) => indexes.get(id) ?? []),
  )
}

interface Ready {
  readonly put: ReturnType<typeof prepare>
  readonly indexes: ReadonlyMap<string, number>
}

/** Rules made ready for those who decide; the same ones decide again on the same day. */
const ready = new WeakMap<readonly Entitled[], Map<DecisionRule, Ready>>()

function readyFor({ decides, article }: DecidesRule, entitled: readonly Entitled[], called: Called): Ready {
  const known = ready.get(entitled) ?? new Map<DecisionRule, Ready>()
  ready.set(entitled, known)
  const made = known.get(decides) ?? {
    put: prepare(
      decides,
      entitled.map((one) => ({ name: called(one.id), ...one })),
      article,
    ),
    indexes: new Map(entitled.map(({ id }, index) => [id, index])),
  }
  known.set(decides, made)
  return made
}

/** Whether someone may take a position: how surely it holds on that day a status that has a say. */
export function judgeSay(rule: DecidesRule, participant: string, say: Certainty, called: Called): Check {
  if (say === 'holds') return inOrder(() => `${called(participant)} has a say.`, rule)
  if (say === 'does-not-hold') return notKept(`${called(participant)} held no status that has a say.`, rule)
  return cannotBeJudged(`Whether ${called(participant)} already, or still, had a say that day is not known.`, rule)
}
