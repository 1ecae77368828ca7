import type { ActOf, Organisation } from '../record/index.ts'
import { periodInWords } from '../rules/index.ts'
import { bodyName, statusLabel } from './sentences.ts'
import { listed, withArticle } from './words.ts'

type Computes = NonNullable<ActOf<'rule-stated'>['computes']>

/** What of a rule computes, in a sentence. */
export function computesInWords(computes: Computes, organisation: Organisation): string {
  const status = (id: string) => statusLabel(organisation, id).one
  switch (computes.kind) {
    case 'body':
      return `${computes.name} decides ${decisionRuleInWords(computes.decides)}.`
    case 'status': {
      const before = computes.heldBefore ?? []
      const held = before.length > 0 ? `, to those who were ${listed(before.map((id) => withArticle(status(id))))}` : ''
      return `${bodyName(organisation, computes.grantedBy)} grants the status “${status(computes.status)}”${held}.`
    }
    case 'leaving':
      return `Whoever leaves gives notice at least ${periodInWords(computes.notice)} before.`
  }
}

function decisionRuleInWords(rule: Extract<Computes, { kind: 'body' }>['decides']): string {
  switch (rule.kind) {
    case 'consensus':
      return 'by consensus: nobody entitled objects'
    case 'majority':
      return `by ${rule.strict ? 'more than' : 'at least'} ${rule.share[0]} in ${rule.share[1]} of those voting`
  }
}
