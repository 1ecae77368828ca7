import { type Refusal, refuse } from './finding.ts'
import type { Called } from './judgement.ts'

/** One step of the ladder: a text agreed in one body may be forwarded to another. */
export interface Rung {
  readonly body: string
  readonly for: string
  readonly article?: string
  readonly rule?: string
}

/**
 * The bodies from which a text can reach the one that decides, lowest first; that one itself is not among them. Bodies
 * that prepare for each other in a circle stand once.
 */
export function ladderTo(links: readonly Rung[], decides: string): readonly string[] {
  const seen = new Set([decides])
  const rungs: string[] = []
  const below = (upper: string) => {
    for (const { body, for: above } of links) {
      if (above !== upper || seen.has(body)) continue
      seen.add(body)
      below(body)
      // After all from which it can be reached, so that whoever prepares for two stands below both.
      rungs.push(body)
    }
  }
  below(decides)
  return rungs
}

/** The bodies for which a body prepares, each once. */
export function nextAbove(links: readonly Rung[], body: string): readonly string[] {
  return [...new Set(links.filter((link) => link.body === body).map((link) => link.for))]
}

/**
 * Whether a text agreed in one body may be forwarded to another: one step, and only where a rule says so.
 *
 * @param called what bodies are called, for the message
 * @refuses 'not-on-the-ladder' with the article that says for whom the body prepares, where one does
 */
export function mayForward(
  links: readonly Rung[],
  from: string,
  to: string,
  called: Called = (id) => id,
): Refusal | undefined {
  const above = nextAbove(links, from)
  if (above.includes(to)) return undefined
  const articles = new Set(links.filter((link) => link.body === from).flatMap(({ article }) => article ?? []))
  return refuse('not-on-the-ladder', `No rule says that ${called(from)} prepares for ${called(to)}.`, {
    ...(articles.size > 0 ? { article: [...articles].join('; ') } : {}),
    remedy:
      above.length > 0
        ? `It may be forwarded to ${above.map(called).join(' or ')}.`
        : `No rule says for whom ${called(from)} prepares: it is concluded there.`,
  })
}
