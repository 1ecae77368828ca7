/** Why an outcome is what it is: a sentence, with the article it rests on when one is known. */
export interface Reason {
  readonly article?: string
  readonly text: string
}

/** An outcome that carries its reasons; every rule returns one. */
export interface Finding<Outcome> {
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
}

/**
 * The organisation, or the program at its edge, says no. A value and not an exception: it is written for a person,
 * names the rule, and says what can be done instead.
 */
export interface Refusal {
  readonly refused: string
  readonly message: string
  readonly article?: string
  readonly remedy?: string
}

export function because(text: string, article?: string): Reason {
  return article === undefined ? { text } : { article, text }
}

export function find<Outcome>(outcome: Outcome, text: string, article?: string): Finding<Outcome> {
  return { outcome, reasons: [because(text, article)] }
}

export function refuse(refused: string, message: string, more: { article?: string; remedy?: string } = {}): Refusal {
  return { refused, message, ...more }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'message' in value
}
