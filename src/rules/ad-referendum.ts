import type { Day } from './dates.ts'
import { type Finding, find } from './finding.ts'

/** What an agreement ad referendum means that was not confirmed by its date. */
export type Lapse = 'no-objection' | 'no-position' | 'objection'

export interface AdReferendumRule {
  readonly lapse: Lapse
  readonly article?: string
}

/**
 * What an agreement ad referendum, not confirmed and not withdrawn, is on a day.
 *
 * @source such rules say "by" a date: on that day it may still be confirmed. Where no rule is on record, what lapsed is no
 *   position: nobody is taken to have agreed, nor to have objected
 */
export function adReferendumAt(rule: AdReferendumRule | undefined, confirmBy: Day, day: Day): Finding<'open' | Lapse> {
  if (day <= confirmBy) {
    return find(
      'open',
      `It was agreed ad referendum and may be confirmed until ${confirmBy}, that day included.`,
      rule?.article,
    )
  }
  const lapsed = `It was not confirmed by ${confirmBy}`
  if (!rule) {
    return find('no-position', `${lapsed}. No rule on record says what that means, so it counts as no position.`)
  }
  return find(rule.lapse, `${lapsed} and counts as ${lapseInWords[rule.lapse]}.`, rule.article)
}

export const lapseInWords: Readonly<Record<Lapse, string>> = {
  'no-objection': 'no objection',
  'no-position': 'no position',
  objection: 'an objection',
}
