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
  /** Everyone who had, or may have had, a say. */
  readonly entitled: readonly Entitled[]
  /** Those of them of whom it is not sure. */
  readonly perhaps?: readonly string[]
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
 * read either way, or someone may or may not have had a say, both are tried; where the outcome depends on it, it cannot
 * be judged. Neither can it where only a position that is not on record could explain what became of it: that somebody
 * is silent in the record shows nothing against anyone.
 */
export function judgeOutcome(rule: DecidesRule, decided: Decided, called: Called): Check {
  const { entitled, perhaps = [], positions, unsettled } = decided
  const asAgreed = decidedAs(rule, decided, { reading: 'for' }, called)
  const isOpen = unsettled.length > 0 || perhaps.length > 0
  const asOpposed = isOpen ? decidedAs(rule, decided, { reading: 'against' }, called) : asAgreed
  const adopted = asAgreed.outcome === 'adopted'
  if (adopted !== (asOpposed.outcome === 'adopted')) {
    const names = (ids: readonly string[]) => ids.map(called).join(', ')
    return cannotBeJudged(
      unsettled.length > 0
        ? `Whether what ${names(unsettled)} had left open was settled is not on record.`
        : `Whether ${names(perhaps)} already, or still, had a say that day is not known.`,
      rule,
    )
  }
  if (adopted === (decided.outcome === 'adopted')) return new Kept(asAgreed, rule.rule)
  const silent = entitled.filter(({ id }) => !positions.has(id) && !unsettled.includes(id)).map(({ id }) => id)
  const maybe = readings.some((reading) => {
    const otherwise = decidedAs(rule, decided, { reading, silent }, called)
    return silent.length > 0 && (otherwise.outcome === 'adopted') === (decided.outcome === 'adopted')
  })
  if (maybe) return cannotBeJudged(`Where ${silent.map(called).join(', ')} stood is not on record.`, rule)
  const { reasons, ...check } = notKept(
    adopted
      ? 'It was not adopted, although the positions on record carry it.'
      : 'It was adopted, although the positions on record do not carry it.',
    rule,
  )
  return { ...check, reasons: [...reasons, ...asAgreed.reasons] }
}

const readings = ['for', 'against'] as const

/** The decision where what is left open, and what those took who are silent, is read in favour or against. */
function decidedAs(
  rule: DecidesRule,
  { entitled, perhaps = [], positions: taken, unsettled, concerned }: Decided,
  { reading, silent = [] }: { reading: Position; silent?: readonly string[] },
  called: Called,
): Decision {
  const positions = new Map(taken)
  for (const one of unsettled) positions.set(one, reading)
  for (const one of silent) positions.set(one, reading)
  // Of those who perhaps had a say, the ones who make the outcome that is tried likelier.
  const counts = (id: string) => !perhaps.includes(id) || (positions.get(id) === 'for') === (reading === 'for')
  const having = perhaps.length === 0 ? entitled : entitled.filter(({ id }) => counts(id))
  const { put, indexes } = readyFor(rule, having, called)
  const codes = new Uint8Array(indexes.size)
  for (const [id, position] of positions) {
    const index = indexes.get(id)
    if (index !== undefined) codes[index] = positionCodes[position]
  }
  return put(
    codes,
    concerned.flatMap((id) => indexes.get(id) ?? []),
  )
}

/** A decision that is what the positions give; its reasons are made when they are read. */
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
  /** Written as JSON it is whole. */
  toJSON(): Check {
    return { outcome: this.outcome, reasons: this.reasons, ...(this.rule === undefined ? {} : { rule: this.rule }) }
  }
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
      entitled.map((one) => ({ ...one, name: called(one.id) })),
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
