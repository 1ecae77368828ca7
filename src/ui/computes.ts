import type { ActOf, Organisation } from '../record/index.ts'
import { type Condition, type CountedOf, type DecisionRule, periodInWords, type Share } from '../rules/index.ts'
import { bodyName, statusLabel } from './sentences.ts'
import { capitalised, listed, withArticle } from './words.ts'

type Computes = NonNullable<ActOf<'rule-stated'>['computes']>
type Of<K extends Computes['kind']> = Extract<Computes, { readonly kind: K }>

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** What of a rule computes, in a sentence. The compiler asks for every kind. */
export function computesInWords(computes: Computes, organisation: Organisation): string {
  const body = (id: string) => bodyName(organisation, id)
  const status = (id: string) => statusLabel(organisation, id)
  const plain = (id: string) => id.replaceAll('-', ' ')
  const bodies = (ids: readonly string[]) => listed(ids.map(body))
  switch (computes.kind) {
    case 'body':
      return `${computes.name} decides ${manner(computes.decides)}.`
    case 'decides': {
      const of = computes.types ? `on ${listed(computes.types.map(plain))} ` : ''
      const who = computes.entitled ? ` A say have ${listed(computes.entitled.map((id) => status(id).many))}.` : ''
      return `${bodies(computes.bodies)} ${computes.bodies.length === 1 ? 'decides' : 'decide'} ${of}${manner(computes.decides)}.${who}`
    }
    case 'status': {
      const before = (computes.heldBefore ?? []).map((id) => withArticle(status(id).one))
      const held = before.length > 0 ? `, to whoever was ${before.join(' or ')} before` : ''
      return `${body(computes.grantedBy)} grants the status “${status(computes.status).one}”${held}.`
    }
    case 'competence':
      return `${body(computes.body)} decides what is of the kind ${listed(computes.types.map((type) => `“${plain(type)}”`))}.`
    case 'leaving':
      return `Whoever leaves gives notice at least ${periodInWords(computes.notice)} before.`
    case 'signed-before':
      return `Before the status “${status(computes.status).one}” is granted, ${withArticle(plain(computes.instrument))} has been signed.`
    case 'term':
      return `The term of ${plain(computes.office)} is ${periodInWords(computes.lasts)}${computes.renewable ? '' : '; nobody has a second'}.`
    case 'rotation':
      return rotation(computes, organisation)
    case 'apart':
      return `${capitalised(plain(computes.office))} and ${plain(computes.from)} are not put forward by the same participant.`
    case 'chair':
      return `${bodies(computes.bodies)}: the chair has ${computes.is === 'host' ? 'whoever hosts the meeting' : `whoever has the chair of ${computes.of ? body(computes.of) : 'another body'} that day`}.`
    case 'frequency':
      return `${body(computes.body)} meets at least ${times(computes.perYear)} in a calendar year.`
    case 'papers':
      return `Papers for meetings of ${bodies(computes.bodies)} are circulated at least ${periodInWords(computes.before)} before.`
    case 'convening':
      return `An extraordinary meeting of ${body(computes.body)} takes ${computes.initiators} who ask for it, and notice of at least ${periodInWords(computes.notice)}.`
    case 'entry-into-force':
      return `From the deposits on record it computes when ${computes.instruments.length === 1 ? 'the instrument enters' : 'these instruments enter'} into force.`
    case 'right':
      return `${capitalised(listed(computes.statuses.map((id) => status(id).many)))} may ${plain(computes.may)}${computes.bodies ? ` of ${bodies(computes.bodies)}` : ''}.`
  }
}

function rotation({ office, chairOf, language, among }: Of<'rotation'>, organisation: Organisation): string {
  const what = office
    ? office.replaceAll('-', ' ')
    : `the chair of ${chairOf ? bodyName(organisation, chairOf) : 'a body'}`
  const whose = listed(among.map((id) => statusLabel(organisation, id).many))
  return `${capitalised(what)} goes round among ${whose} in the order of their names in ${languages.of(language) ?? language}.`
}

/** How a body decides, after "decides". */
export function manner(rule: DecisionRule): string {
  const without = 'except' in rule && rule.except ? ', the participant concerned left out' : ''
  const among = 'among' in rule && rule.among ? ` among those who are ${rule.among}` : ''
  switch (rule.kind) {
    case 'consensus':
      return `by consensus: ${rule.minus ? `no more than ${rule.minus} of those` : 'nobody'} entitled objects${among}${without}`
    case 'majority':
      return `by ${portion(rule)} of ${counted[rule.of ?? 'present-and-voting']}${among}${without}`
    case 'threshold':
      return `by at least ${rule.yes} in favour${among}${rule.noneAgainstFrom ? `, nobody who is ${rule.noneAgainstFrom} being against` : ''}${without}`
    case 'qualified':
      return `when ${rule.conditions.map(condition).join(' and ')} are in favour${rule.blockingMinority ? `, or fewer than ${rule.blockingMinority} are not` : ''}${without}`
    case 'unopposed':
      return `unless ${portion(rule)} of ${counted[rule.of]}${among} are against${without}`
    case 'all':
      return rule.rules.map(manner).join(', and ')
    case 'any':
      return rule.rules.map(manner).join(', or ')
    case 'quorum': {
      const needed = typeof rule.present === 'number' ? `${rule.present}` : `${rule.present[0]} in ${rule.present[1]}`
      return `when at least ${needed} are present, ${manner(rule.then)}`
    }
  }
}

const counted: Readonly<Record<CountedOf, string>> = {
  members: 'all members',
  entitled: 'all who are entitled',
  present: 'those present',
  'present-and-voting': 'those voting',
}

function portion({
  share,
  strict,
  weightedBy,
}: {
  share: Share
  strict?: boolean | undefined
  weightedBy?: string | undefined
}): string {
  return `${strict ? 'more than' : 'at least'} ${share[0]} in ${share[1]}${weightedBy ? ` of the ${weightedBy}` : ''}`
}

function condition(one: Condition): string {
  const among = one.among ? ` among those who are ${one.among}` : ''
  if ('yes' in one) return `at least ${one.yes}${one.weightedBy ? ` of the ${one.weightedBy}` : ''}${among}`
  return `${portion(one)} of ${counted[one.of]}${among}`
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
