import { because, type Reason } from '../rules/index.ts'
import { type Circumstances, dayJudged, havingSay, holdsOneOf } from './judging/circumstances.ts'
import type { Organisation } from './organisation.ts'
import { RulesOfDay } from './rules-of-day.ts'

/** What a participant may do in a body. */
export type RightIn = 'take-positions' | 'propose' | 'attend' | 'attend-open-meetings' | 'receive-papers' | 'speak'

export interface MayIn {
  readonly allowed: boolean
  readonly reasons: readonly Reason[]
}

/** Some statuses that may do something, and why. */
interface Grant {
  readonly statuses: readonly string[]
  readonly article?: string
  readonly text: string
}

/**
 * Whether a participant may do something in a body, by the rules in force and its status at the end of the day. Who takes
 * positions is whoever has a say when the body decides; they may do everything else as well, except that where a rule says
 * who may propose, only those may. A status that has ended, or that no rule speaks of, gives nothing; nor does one of
 * which it is not sure that it is held that day.
 */
export function mayIn(organisation: Organisation, participant: string, body: string, right: RightIn): MayIn {
  const circumstances: Circumstances = {
    ...dayJudged(organisation, new RulesOfDay(organisation.rulesInForce())),
    heldBefore: [],
    isEarlier: () => true,
  }
  const { called } = circumstances
  const grants = grantsOf(circumstances, body, right)
  const does = inWords[right]
  if (grants.length === 0) {
    return { allowed: false, reasons: [because(`No rule on record says who may ${does} in the ${called(body)}.`)] }
  }
  const held = (certainty: 'holds' | 'uncertain') =>
    grants.filter(({ statuses }) => holdsOneOf(circumstances, participant, statuses) === certainty)
  const [sure] = held('holds')
  if (sure) return { allowed: true, reasons: [because(sure.text, sure.article)] }
  const [perhaps] = held('uncertain')
  if (perhaps) {
    const text = `Whether ${called(participant)} already, or still, holds a status that may ${does} in the ${called(body)} is not known.`
    return { allowed: false, reasons: [because(text, perhaps.article)] }
  }
  const text = `${called(participant)} holds no status that may ${does} in the ${called(body)}.`
  return {
    allowed: false,
    reasons: [because(text, grants[0]?.article), ...grants.map((one) => because(one.text, one.article))],
  }
}

const inWords: Readonly<Record<RightIn, string>> = {
  'take-positions': 'take positions',
  propose: 'propose',
  attend: 'attend',
  'attend-open-meetings': 'attend open meetings',
  'receive-papers': 'receive papers',
  speak: 'speak',
}

function grantsOf(circumstances: Circumstances, body: string, right: RightIn): readonly Grant[] {
  const say = haveSay(circumstances, body)
  if (right === 'take-positions') return say
  const stated = rightsStated(circumstances, body, right)
  if (right === 'attend-open-meetings') stated.push(...rightsStated(circumstances, body, 'attend'))
  if (right === 'propose' && stated.length > 0) return stated
  const does = inWords[right]
  const presumed = say.map((one) => ({
    ...one,
    text:
      right === 'propose'
        ? `No rule on record says who may propose in the ${circumstances.called(body)}, so whoever takes positions there may. ${one.text}`
        : `Whoever takes positions may ${does} as well. ${one.text}`,
  }))
  return [...stated, ...presumed]
}

/** Those who have a say when the body decides; where no rule says how it does, those whom a rule lets take positions. */
function haveSay(circumstances: Circumstances, body: string): readonly Grant[] {
  const { organisation, rules } = circumstances
  const rule = rules.deciding(body)
  if (!rule) return rightsStated(circumstances, body, 'take-positions')
  const entitled = rule.computes.kind === 'decides' ? rule.computes.entitled : undefined
  const statuses = havingSay(organisation, entitled)
  return [{ statuses, article: rule.article, text: mayText(circumstances, statuses, body, 'take-positions') }]
}

function rightsStated(circumstances: Circumstances, body: string, right: RightIn): Grant[] {
  return circumstances.rules
    .of('right')
    .filter(({ computes }) => computes.may === right && (computes.bodies?.includes(body) ?? true))
    .map(({ article, computes: { statuses } }) => ({
      statuses,
      article,
      text: mayText(circumstances, statuses, body, right),
    }))
}

function mayText({ called }: Circumstances, statuses: readonly string[], body: string, right: RightIn): string {
  const whose = statuses.map((status) => `“${called(status)}”`).join(' or ')
  return `The status ${whose} may ${inWords[right]} in the ${called(body)}.`
}
