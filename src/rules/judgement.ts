import { because, type Finding, type Reason } from './finding.ts'

/** In order: kept. Departure: a `must` was not kept. Unusual: an `as a rule` was not. Otherwise a fact or rule is missing. */
export type Judgement = 'in-order' | 'departure' | 'unusual' | 'cannot-be-judged'

/** `practice`: nobody laid it down; it was observed. */
export type Strength = 'must' | 'as-a-rule' | 'practice'

/** What every rule carries, whatever it says: how strongly, where it stands, and its id where it has one. */
export interface Stated {
  readonly rule?: string
  readonly strength: Strength
  readonly article: string
}

/** What one rule says of one act. */
export interface Check extends Finding<Judgement> {
  /** The rule's id; without one no rule is known, which is what is missing. */
  readonly rule?: string
}

/** What a participant, body, status or office is called, for the reasons; its id where nobody says. */
export type Called = (id: string) => string

/** A sentence, or how to make it: of a million acts in order nobody reads why. */
export type Text = string | (() => string)

export function inOrder(text: Text, rule: Stated): Check {
  return check('in-order', text, rule)
}

/** A `must` that was not kept is a departure; an `as a rule`, or a practice, that was not followed is unusual and no more. */
export function notKept(text: Text, rule: Stated): Check {
  return check(rule.strength === 'must' ? 'departure' : 'unusual', text, rule)
}

/** A fact is missing, or, where no rule is given, the rule itself. */
export function cannotBeJudged(text: string, rule?: Stated): Check {
  return rule ? check('cannot-be-judged', text, rule) : { outcome: 'cannot-be-judged', reasons: [because(text)] }
}

function check(outcome: Judgement, text: Text, { rule, article }: Stated): Check {
  const reasons = [typeof text === 'string' ? because(text, article) : new MadeWhenRead(article, text)]
  return rule === undefined ? { outcome, reasons } : { outcome, reasons, rule }
}

class MadeWhenRead implements Reason {
  readonly article: string
  readonly #make: () => string
  constructor(article: string, make: () => string) {
    this.article = article
    this.#make = make
  }
  get text(): string {
    return this.#make()
  }
  /** Written as JSON it is whole. */
  toJSON(): Reason {
    return { article: this.article, text: this.text }
  }
}
