import type { Condition, DecisionRule } from '../rules/index.ts'
import { listed } from './words.ts'

/** How a body decides, to follow "decides": "by consensus: nobody entitled objects". */
export function decisionRuleInWords(rule: DecisionRule): string {
  switch (rule.kind) {
    case 'consensus': {
      const objections = rule.minus ? `no more than ${rule.minus} of those entitled object` : 'nobody entitled objects'
      return `by consensus: ${objections}${whose(rule)}`
    }
    case 'majority':
      return `by ${shareInWords(rule.share, rule.of ?? 'present-and-voting', rule.strict)}${weight(rule)}${whose(rule)}${rule.casting ? `; ${rule.casting} has the casting vote` : ''}`
    case 'threshold':
      return `by at least ${rule.yes} in favour${weight(rule)}${whose(rule)}${rule.noneAgainstFrom ? `, and nobody against among ${rule.noneAgainstFrom}` : ''}`
    case 'qualified':
      return `by ${listed(rule.conditions.map(conditionInWords))}${whose(rule)}${rule.blockingMinority === undefined ? '' : `, deemed reached where fewer than ${rule.blockingMinority} are not in favour`}`
    case 'unopposed':
      return `unless ${shareInWords(rule.share, rule.of, rule.strict)} are against${weight(rule)}${whose(rule)}`
    case 'all':
    case 'any':
      return `${rule.kind === 'all' ? '' : 'either '}${rule.rules.map(decisionRuleInWords).join(rule.kind === 'all' ? ', and ' : ', or ')}`
    case 'quorum': {
      const present =
        typeof rule.present === 'number'
          ? `at least ${rule.present} present`
          : `${shareInWords(rule.present, rule.of ?? 'members', rule.strict)} present`
      return `with ${present}, ${decisionRuleInWords(rule.then)}`
    }
  }
}

function conditionInWords(condition: Condition): string {
  const among = condition.among ? ` among ${condition.among}` : ''
  return 'yes' in condition
    ? `at least ${condition.yes} in favour${weight(condition)}${among}`
    : `${shareInWords(condition.share, condition.of, condition.strict)}${weight(condition)}${among}`
}

function shareInWords([part, whole]: readonly [number, number], of: string, strict: boolean | undefined): string {
  const those = of === 'members' ? 'all members' : of === 'present-and-voting' ? 'those voting' : `those ${of}`
  if (part === whole) return of === 'members' ? those : `all ${those}`
  return `${strict ? 'more than' : 'at least'} ${part} in ${whole} of ${those}`
}

function weight({ weightedBy }: { readonly weightedBy?: string | undefined }): string {
  return weightedBy ? `, weighted by ${weightedBy}` : ''
}

function whose({
  among,
  except,
}: {
  readonly among?: string | undefined
  readonly except?: string | undefined
}): string {
  return `${among ? `, among ${among}` : ''}${except ? ', the participant concerned left out' : ''}`
}
