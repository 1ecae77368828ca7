import type { Decision, Outcome } from './decision.ts'
import { abstains, against, inFavour, minus, plus, positionCount, type Sum } from './decision-counting.ts'
import { isAdopted, outcomeOf } from './decision-outcome.ts'
import type { Node, Plan } from './decision-plan.ts'
import { opposing, reasonsOf, standing, type Taken } from './decision-reasons.ts'
import type { Reason } from './finding.ts'

/** A decision under a prepared rule. On whom it turned and the text of the reasons are worked out when they are asked for. */
export class Decided implements Decision {
  readonly outcome: Outcome
  readonly #plan: Plan
  readonly #sums: readonly Sum[]
  readonly #codes: ArrayLike<number>
  readonly #concerned: readonly number[]

  /** @param codes  kept as they are: not to be changed afterwards */
  constructor(
    plan: Plan,
    outcome: Outcome,
    sums: readonly Sum[],
    codes: ArrayLike<number>,
    concerned: readonly number[],
  ) {
    this.outcome = outcome
    this.#plan = plan
    this.#sums = sums
    this.#codes = codes
    this.#concerned = concerned
  }

  get reasons(): readonly Reason[] {
    return reasonsOf(this.#taken)
  }

  get decisive(): readonly string[] {
    return decisiveIn(this.#taken, this.outcome).map((index) => this.#plan.entitled[index]?.id as string)
  }

  /** A decision written as JSON is whole. */
  toJSON(): Decision {
    return { outcome: this.outcome, decisive: this.decisive, reasons: this.reasons }
  }

  get #taken(): Taken {
    return { plan: this.#plan, sums: this.#sums, codes: this.#codes, concerned: this.#concerned }
  }
}

/** By asking the same rule again with positions changed; see `Decision` for what is asked. */
function decisiveIn(taken: Taken, outcome: Outcome): number[] {
  const { node } = taken.plan
  if (outcome === 'no-quorum') return []
  if (outcome === 'adopted') {
    return standing(taken, inFavour).filter((index) => !isAdopted(node, moved(taken, [index], abstains)))
  }
  const objectors = objecting(node, taken).filter((index, place, all) => all.indexOf(index) === place)
  if (isAdopted(node, moved(taken, objectors, abstains))) return objectors.sort((a, b) => a - b)
  return standing(taken, against).filter((index) => isAdopted(node, moved(taken, [index], inFavour)))
}

/** Those whose being against is by itself an objection or a veto to a rule, or to one inside it that was not met. */
function objecting(node: Node, taken: Taken): number[] {
  switch (node.kind) {
    case 'consensus':
      return isAdopted(node, taken.sums) ? [] : opposing(taken, node.at)
    case 'threshold':
      return node.vetoAt === undefined ? [] : opposing(taken, node.vetoAt)
    case 'all':
    case 'any':
      return node.nodes
        .filter((inner) => outcomeOf(inner, taken.sums) === 0)
        .flatMap((inner) => objecting(inner, taken))
    case 'quorum':
      return objecting(node.inner, taken)
    default:
      return []
  }
}

/** The sums as they would be if some stood elsewhere. */
function moved({ plan, sums, codes, concerned }: Taken, indexes: readonly number[], to: number): readonly Sum[] {
  const changed = [...sums]
  for (const [place, { adds, noSay }] of plan.counters.entries()) {
    for (const index of indexes) {
      if (noSay && concerned.includes(index)) continue
      const [from, onto] = [place * positionCount + (codes[index] as number), place * positionCount + to]
      changed[from] = minus(changed[from] as Sum, adds[index] as Sum)
      changed[onto] = plus(changed[onto] as Sum, adds[index] as Sum)
    }
  }
  return changed
}
