import type { Outcome } from './decision.ts'
import { absent, abstains, against, inFavour, plus, positionCodes, type Sum } from './decision-counting.ts'
import type { Need, Node } from './decision-plan.ts'

/** In the order from the least to the most favourable. */
export const outcomes: readonly Outcome[] = ['not-adopted', 'no-quorum', 'adopted']
const [notAdopted, noQuorum, adopted] = [0, 1, 2]

/** The one place where a rule is held against sums. An index of `outcomes`. */
export function outcomeOf(node: Node, sums: readonly Sum[]): number {
  switch (node.kind) {
    case 'consensus':
      return (sums[node.at + against] as number) <= node.minus ? adopted : notAdopted
    case 'majority':
      return isReached(node.need, sums) || isTipped(node, sums) ? adopted : notAdopted
    case 'threshold':
      return isReached(node.need, sums) && !isVetoed(node, sums) ? adopted : notAdopted
    case 'qualified':
      return node.needs.every((need) => isReached(need, sums)) || cannotBlock(node, sums) ? adopted : notAdopted
    case 'unopposed':
      return isReached(node.need, sums, against) ? notAdopted : adopted
    case 'all': {
      let least = adopted
      for (const inner of node.nodes) least = Math.min(least, outcomeOf(inner, sums))
      return least
    }
    case 'any': {
      let most = notAdopted
      for (const inner of node.nodes) most = Math.max(most, outcomeOf(inner, sums))
      return most
    }
    case 'quorum':
      return isQuorate(node, sums) ? outcomeOf(node.inner, sums) : noQuorum
  }
}

export function isAdopted(node: Node, sums: readonly Sum[]): boolean {
  return outcomeOf(node, sums) === adopted
}

/** @param position  whose sum must reach it: those in favour, unless it says otherwise */
export function isReached(need: Need, sums: readonly Sum[], position: number = inFavour): boolean {
  return measure(need, sums[need.at + position] as Sum, sums) >= (need.strict ? 1 : 0)
}

/** Above 0 where there is more than what is needed, 0 where there is exactly that, else below. Nothing of nothing falls short. */
function measure(need: Need, have: Sum, sums: readonly Sum[]): number {
  if (need.share === undefined) return have > (need.number as Sum) ? 1 : have === need.number ? 0 : -1
  const whole = wholeOf(need, sums)
  if (!whole) return -1
  const [part, parts] = need.share
  // Whole numbers crosswise, not a division: two of three reach two thirds, and nothing is rounded.
  if (typeof have === 'number') return have * parts - (whole as number) * part
  const [left, right] = [have * BigInt(parts), (whole as bigint) * BigInt(part)]
  return left > right ? 1 : left === right ? 0 : -1
}

/** What the share is taken of. */
export function wholeOf({ at, of, counter }: Need, sums: readonly Sum[]): Sum {
  switch (of) {
    case 'members':
      return counter.total
    case 'entitled':
      return plus(presentIn(at, sums), sums[at + absent] as Sum)
    case 'present':
      return presentIn(at, sums)
    case 'present-and-voting':
      return plus(sums[at + inFavour] as Sum, sums[at + against] as Sum)
  }
}

/** Everyone but the absent. */
export function presentIn(at: number, sums: readonly Sum[]): Sum {
  const voting = plus(sums[at + inFavour] as Sum, sums[at + against] as Sum)
  return plus(voting, plus(sums[at + abstains] as Sum, sums[at + positionCodes['not-participating']] as Sum))
}

export function isQuorate({ need }: Extract<Node, { kind: 'quorum' }>, sums: readonly Sum[]): boolean {
  return measure(need, presentIn(need.at, sums), sums) >= (need.strict ? 1 : 0)
}

/** The share is met exactly where more is needed, and those with the casting vote are in favour, more of them than against. */
export function isTipped({ need, castingAt }: Extract<Node, { kind: 'majority' }>, sums: readonly Sum[]): boolean {
  if (castingAt === undefined || !need.strict || measure(need, sums[need.at + inFavour] as Sum, sums) !== 0)
    return false
  return (sums[castingAt + inFavour] as Sum) > (sums[castingAt + against] as Sum)
}

export function isVetoed({ vetoAt }: Extract<Node, { kind: 'threshold' }>, sums: readonly Sum[]): boolean {
  return vetoAt !== undefined && (sums[vetoAt + against] as number) > 0
}

/** Fewer are not in favour than could block. */
export function cannotBlock({ at, blocking }: Extract<Node, { kind: 'qualified' }>, sums: readonly Sum[]): boolean {
  return blocking > 0 && notInFavour(at, sums) < blocking
}

export function notInFavour(at: number, sums: readonly Sum[]): number {
  return (presentIn(at, sums) as number) + (sums[at + absent] as number) - (sums[at + inFavour] as number)
}
