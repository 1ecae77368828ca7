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
  if (outcome === 'adopted') return tipping(taken, inFavour, abstains)
  const objectors = [...new Set(objecting(node, taken))]
  const sums = [...taken.sums]
  for (const index of objectors) move(sums, taken, index, against, abstains)
  if (isAdopted(node, sums)) return objectors.sort((a, b) => a - b)
  return tipping(taken, against, inFavour)
}

/** Those of a position each of whom alone would turn the outcome by taking another. */
function tipping(taken: Taken, from: number, to: number): number[] {
  const { node } = taken.plan
  const sums = [...taken.sums]
  const before = isAdopted(node, sums)
  return standing(taken, from).filter((index) => {
    move(sums, taken, index, from, to)
    const turned = isAdopted(node, sums) !== before
    move(sums, taken, index, to, from)
    return turned
  })
}

/** Changes the sums to what they would be if someone stood elsewhere. */
function move(sums: Sum[], { plan, concerned }: Taken, index: number, from: number, to: number): void {
  for (let place = 0; place < plan.counters.length; place += 1) {
    const { adds, noSay } = plan.counters[place] as Plan['counters'][number]
    if (noSay && concerned.includes(index)) continue
    const [off, onto] = [place * positionCount + from, place * positionCount + to]
    sums[off] = minus(sums[off] as Sum, adds[index] as Sum)
    sums[onto] = plus(sums[onto] as Sum, adds[index] as Sum)
  }
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
