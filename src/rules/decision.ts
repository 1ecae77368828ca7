import { because, type Finding, find } from './finding.ts'

/** How a body decides. Further kinds join here, and the compiler asks for their evaluation below. */
export type DecisionRule =
  | { readonly kind: 'consensus' }
  | { readonly kind: 'majority'; readonly share: readonly [number, number]; readonly strict: boolean }

/** Where each participant stood when the question was put. Someone not named took no position. */
export interface Positions {
  readonly for: readonly string[]
  readonly against: readonly string[]
  readonly abstaining: readonly string[]
}

/** Whether a body's rule is met by the positions taken, with who decided it and the article. */
export function decide(rule: DecisionRule, positions: Positions, article: string): Finding<'adopted' | 'not-adopted'> {
  switch (rule.kind) {
    case 'consensus':
      return consensus(positions, article)
    case 'majority':
      return majority(rule, positions, article)
  }
}

function consensus(positions: Positions, article: string): Finding<'adopted' | 'not-adopted'> {
  if (positions.against.length === 0) return find('adopted', 'No participant objected.', article)
  return {
    outcome: 'not-adopted',
    reasons: positions.against.map((participant) => because(`${participant} objected.`, article)),
  }
}

/**
 * @source a share [2, 3] with `strict: false` reads "at least two thirds of those for and against"; with `strict: true`
 *   it reads "more than". Those who abstain are not counted.
 */
function majority(
  rule: Extract<DecisionRule, { kind: 'majority' }>,
  positions: Positions,
  article: string,
): Finding<'adopted' | 'not-adopted'> {
  const [needed, outOf] = rule.share
  const inFavour = positions.for.length
  const voting = inFavour + positions.against.length
  // Whole numbers, not a decimal: at 0.67 two of three fall short of two thirds.
  const [have, need] = [outOf * inFavour, needed * voting]
  const carried = voting > 0 && (rule.strict ? have > need : have >= need)
  const threshold = `${rule.strict ? 'more than' : 'at least'} ${needed} in ${outOf}`
  const text = `${inFavour} of ${voting} voting were in favour; ${threshold} are needed.`
  return find(carried ? 'adopted' : 'not-adopted', text, article)
}
