import type { CountedOf, DecisionRule, Entitled, Share } from './decision.ts'
import { asSum, type Counter, type Counting, counterOf, positionCount, type Sum } from './decision-counting.ts'

/** Something to be reached: so much behind a position, as a share of a sum or as a number. */
export interface Need {
  /** Where the sums of its counter begin. */
  readonly at: number
  readonly counter: Counter
  readonly share: Share | undefined
  readonly of: CountedOf
  readonly number: Sum | undefined
  readonly strict: boolean
}

/** A rule with its counters found. What is told of a rule is read from the rule itself. */
export type Node = { readonly article: string | undefined } & (
  | { readonly kind: 'consensus'; readonly at: number; readonly minus: number; readonly among: string | undefined }
  | { readonly kind: 'majority'; readonly need: Need; readonly castingAt: number | undefined; readonly casting: string }
  | { readonly kind: 'threshold'; readonly need: Need; readonly vetoAt: number | undefined; readonly tag: string }
  | { readonly kind: 'qualified'; readonly needs: readonly Need[]; readonly at: number; readonly blocking: number }
  | { readonly kind: 'unopposed'; readonly need: Need }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'quorum'; readonly need: Need; readonly inner: Node }
)

/** A rule made ready for a fixed list of participants. */
export interface Plan {
  readonly node: Node
  readonly counters: readonly Counter[]
  readonly entitled: readonly Entitled[]
}

export function planFor(rule: DecisionRule, entitled: readonly Entitled[], article: string | undefined): Plan {
  const planning = new Planning(entitled, largestIn(rule))
  const node = planning.node(rule, article)
  return { node, counters: planning.counters, entitled }
}

/** Turns rules into nodes, and lets rules that count alike share a counter. */
class Planning {
  readonly counters: Counter[] = []
  readonly #keys: string[] = []
  readonly #entitled: readonly Entitled[]
  readonly #largest: number

  constructor(entitled: readonly Entitled[], largest: number) {
    this.#entitled = entitled
    this.#largest = largest
  }

  node(rule: DecisionRule, above: string | undefined): Node {
    const article = rule.article ?? above
    switch (rule.kind) {
      case 'consensus': {
        const { kind, minus = 0, among } = rule
        return { kind, article, at: this.#heads(among, hasNoSay(rule)), minus, among }
      }
      case 'majority': {
        const { kind, of = 'present-and-voting', casting } = rule
        const need = this.#need({ ...rule, of }, hasNoSay(rule))
        const castingAt = casting === undefined ? undefined : this.#heads(casting, need.counter.noSay)
        return { kind, article, need, castingAt, casting: casting ?? '' }
      }
      case 'threshold': {
        const { kind, noneAgainstFrom: tag } = rule
        const vetoAt = tag === undefined ? undefined : this.#heads(tag, hasNoSay(rule))
        return { kind, article, need: this.#need(rule, hasNoSay(rule)), vetoAt, tag: tag ?? '' }
      }
      case 'qualified': {
        const { kind, conditions, blockingMinority: blocking = 0 } = rule
        const noSay = hasNoSay(rule) || conditions.some((one) => 'share' in one && one.of === 'entitled')
        const needs = conditions.map((condition) => this.#need(condition, noSay))
        return { kind, article, needs, blocking, at: blocking > 0 ? this.#heads(undefined, noSay) : 0 }
      }
      case 'unopposed':
        return { kind: rule.kind, article, need: this.#need(rule, hasNoSay(rule)) }
      case 'all':
      case 'any':
        return { kind: rule.kind, article, nodes: rule.rules.map((inner) => this.node(inner, article)) }
      case 'quorum': {
        const { kind, present, of = 'members', then, ...counted } = rule
        const amount = typeof present === 'number' ? { yes: present } : { share: present }
        return {
          kind,
          article,
          need: this.#need({ ...counted, ...amount, of }, false),
          inner: this.node(then, article),
        }
      }
    }
  }

  #need(
    needed: {
      share?: Share
      of?: CountedOf
      strict?: boolean | undefined
      yes?: number
      among?: string | undefined
      weightedBy?: string | undefined
    },
    noSay: boolean,
  ): Need {
    const { share, of = 'members', strict = false, yes, among, weightedBy } = needed
    const numbers = yes === undefined || Number.isInteger(yes) ? [] : [yes]
    const at = this.#at({ among, weightedBy, noSay: noSay || of === 'entitled' }, numbers)
    const counter = this.counters[at / positionCount] as Counter
    return { at, counter, share, of, strict, number: yes === undefined ? undefined : asSum(yes, counter) }
  }

  #heads(among: string | undefined, noSay: boolean): number {
    return this.#at({ among, noSay }, [])
  }

  /** Where the sums of a counter begin; a new one where none counts so yet. */
  #at(counting: Counting, numbers: readonly number[]): number {
    const key = JSON.stringify([counting.among, counting.weightedBy, counting.noSay, numbers])
    const known = this.#keys.indexOf(key)
    if (known >= 0) return known * positionCount
    this.counters.push(counterOf(counting, this.#entitled, this.#largest, numbers))
    return (this.#keys.push(key) - 1) * positionCount
  }
}

function hasNoSay(rule: { readonly except?: 'concerned' | undefined }): boolean {
  return rule.except === 'concerned'
}

/** The largest number in any share of a rule. */
function largestIn(rule: DecisionRule): number {
  switch (rule.kind) {
    case 'majority':
    case 'unopposed':
      return Math.max(...rule.share)
    case 'qualified':
      return Math.max(1, ...rule.conditions.flatMap((one) => ('share' in one ? one.share : [])))
    case 'all':
    case 'any':
      return Math.max(1, ...rule.rules.map(largestIn))
    case 'quorum':
      return Math.max(largestIn(rule.then), ...(typeof rule.present === 'number' ? [] : rule.present))
    default:
      return 1
  }
}
