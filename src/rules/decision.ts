import { codeOf, tally } from './decision-counting.ts'
import { Decided } from './decision-decided.ts'
import { outcomeOf, outcomes } from './decision-outcome.ts'
import { planFor } from './decision-plan.ts'
import type { Reason } from './finding.ts'

/**
 * Where someone stood when the question was put. `against` is a vote against, an objection or the breaking of a silence,
 * as the rule has it. `abstains` and `not-participating` are in the room; `absent` is not, and neither is whoever is
 * entitled and has no position.
 */
export type Position = 'for' | 'against' | 'abstains' | 'absent' | 'not-participating'

/** Two whole numbers, [2, 3] for two thirds: 0.67 would have two of three fall short. At most the whole. */
export type Share = readonly [number, number]

/**
 * What a share is taken of.
 * - `members`: everyone listed, whoever is absent or concerned too.
 * - `entitled`: everyone listed but the participants concerned, who then have no say: their positions do not count either.
 * - `present`: for, against, abstains, not-participating.
 * - `present-and-voting`: for and against. Where nobody votes, nothing is adopted.
 */
export type CountedOf = 'members' | 'entitled' | 'present' | 'present-and-voting'

/** What every rule may carry. */
interface Anyhow {
  /** Stands in the reasons that come from this rule and from those inside it that name none. */
  readonly article?: string | undefined
}

/** Who is counted. */
interface Counted extends Anyhow {
  /** Only those entitled who bear this tag, such as the permanent members. */
  readonly among?: string | undefined
  /** The participants concerned have no say: their positions count neither way. They stay members. */
  readonly except?: 'concerned' | undefined
}

/** So many in favour: a share of some, or a number. "At least", unless `strict`, which is "more than". */
export type Condition =
  | {
      readonly share: Share
      readonly of: CountedOf
      readonly strict?: boolean | undefined
      /** Sums this weight of each instead of counting heads. */
      readonly weightedBy?: string | undefined
      readonly among?: string | undefined
    }
  | { readonly yes: number; readonly weightedBy?: string | undefined; readonly among?: string | undefined }

/** How a body decides; see docs/decide.md for each kind with an example. */
export type DecisionRule =
  /** Nobody is against, or no more than `minus`. It asks nobody to be in favour, nor to be there: a quorum does that. */
  | (Counted & { readonly kind: 'consensus'; readonly minus?: number | undefined })
  /** A share in favour, of those present and voting unless it says otherwise. */
  | (Counted & {
      readonly kind: 'majority'
      readonly share: Share
      readonly of?: CountedOf | undefined
      readonly strict?: boolean | undefined
      readonly weightedBy?: string | undefined
      /** When exactly the share is in favour and more is needed, those who bear this tag tip it: the chair's casting vote. */
      readonly casting?: string | undefined
    })
  /** A number in favour; and nobody against who bears the tag, where one is named: a veto. */
  | (Counted & {
      readonly kind: 'threshold'
      readonly yes: number
      readonly weightedBy?: string | undefined
      readonly noneAgainstFrom?: string | undefined
    })
  /**
   * Every condition; or fewer than `blockingMinority` heads are not in favour, and then it is deemed attained. Where one
   * condition counts the entitled, those concerned have no say in any.
   */
  | (Anyhow & {
      readonly kind: 'qualified'
      readonly conditions: readonly Condition[]
      readonly blockingMinority?: number | undefined
      readonly except?: 'concerned' | undefined
    })
  /** Adopted unless a share is against: a tacit acceptance, or a chamber that can stop the others. */
  | (Counted & {
      readonly kind: 'unopposed'
      readonly share: Share
      readonly of: CountedOf
      readonly strict?: boolean | undefined
      readonly weightedBy?: string | undefined
    })
  /** The least favourable and the most favourable of its rules, in the order not-adopted, no-quorum, adopted. */
  | (Anyhow & { readonly kind: 'all' | 'any'; readonly rules: readonly DecisionRule[] })
  /** So many present (for, against, abstains, not-participating), or nothing is decided; then the rule inside. */
  | (Anyhow & {
      readonly kind: 'quorum'
      readonly present: Share | number
      /** What a share is taken of; `members` unless it says otherwise. */
      readonly of?: 'members' | 'entitled' | undefined
      readonly strict?: boolean | undefined
      readonly weightedBy?: string | undefined
      readonly among?: string | undefined
      readonly then: DecisionRule
    })

/** Someone who takes part in the decision. */
export interface Entitled {
  readonly id: string
  /** Used in the reasons; the id where there is none. */
  readonly name?: string | undefined
  readonly tags?: readonly string[] | undefined
  /** Not below zero. Taken as the decimals that are written, so that 10.5 and 10.5 are 21 and 0.1 and 0.2 are 0.3. */
  readonly weights?: Readonly<Record<string, number>> | undefined
}

export interface Question {
  readonly id?: string | undefined
  readonly rule: DecisionRule
  readonly entitled: readonly Entitled[]
  readonly positions: Readonly<Record<string, Position>>
  /** Those whom the question is about. They have a say unless the rule says `except: 'concerned'` or counts the `entitled`. */
  readonly concerned?: readonly string[] | undefined
  /** The article for reasons from rules that name none. */
  readonly article?: string | undefined
}

export type Outcome = 'adopted' | 'not-adopted' | 'no-quorum'

/**
 * @property decisive on whom the outcome turned, in the order of those entitled:
 *   - not adopted, and it would have been had those with an objection or a veto abstained: all of these;
 *   - otherwise not adopted: each who was against and could alone have carried it by being in favour;
 *   - adopted: each who was in favour and without whom, had they abstained, it would have failed;
 *   - no quorum: nobody.
 *   Who abstained or was absent took no side and is never named.
 */
export interface Decision {
  readonly outcome: Outcome
  readonly decisive: readonly string[]
  readonly reasons: readonly Reason[]
}

/**
 * Whether a rule is met by the positions taken, on whom it turned, and why, with the article.
 *
 * The question is taken to be sound: `readQuestion` refuses one that is not. A weight that someone lacks counts as 0, and
 * the position of someone who is not entitled counts for nothing. For many questions under one rule see `prepare`.
 */
export function decide({ rule, entitled, positions, concerned = [], article }: Question): Decision {
  const codes = new Uint8Array(entitled.length)
  for (const [index, { id }] of entitled.entries()) {
    if (Object.hasOwn(positions, id)) codes[index] = codeOf(positions[id])
  }
  const about = new Set(concerned)
  const indexes = entitled.flatMap(({ id }, index) => (about.has(id) ? [index] : []))
  const { outcome, decisive, reasons } = prepare(rule, entitled, article)(codes, indexes)
  return { outcome, decisive, reasons }
}

/**
 * Makes a rule ready for many questions put to the same participants.
 *
 * @returns a function from the positions, as `positionCodes` in the order of `entitled`, and the indexes of those
 *   concerned, to a decision. The positions are counted at once; the text of the reasons is made when it is read, from
 *   the same arrays, which are not to be changed before.
 */
export function prepare(
  rule: DecisionRule,
  entitled: readonly Entitled[],
  article?: string,
): (codes: ArrayLike<number>, concerned?: readonly number[]) => Decided {
  const plan = planFor(rule, entitled, article)
  return (codes, named = nobody) => {
    const concerned = named.length > 1 ? [...new Set(named)] : named
    const sums = tally(plan.counters, codes, concerned)
    return new Decided(plan, outcomes[outcomeOf(plan.node, sums)] as Outcome, sums, codes, concerned)
  }
}

const nobody: readonly number[] = []
