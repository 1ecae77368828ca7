import type { Computes, Organisation } from '../record/index.ts'
import { clockInWords, lapseInWords, periodInWords } from '../rules/index.ts'
import { decisionRuleInWords } from './decision-rule.ts'
import { bodyName, statusLabel } from './sentences.ts'
import { capitalised, listed, withArticle } from './words.ts'

type Of<K extends Computes['kind']> = Extract<Computes, { readonly kind: K }>

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** What of a rule computes, in a sentence. The compiler asks for every kind. */
export function computesInWords(computes: Computes, organisation: Organisation): string {
  const body = (id: string) => bodyName(organisation, id)
  const status = (id: string) => statusLabel(organisation, id)
  const plain = (id: string) => id.replaceAll('-', ' ')
  const office = (id: string) => officeName(organisation, id)
  const bodies = (ids: readonly string[]) => listed(ids.map(body))
  switch (computes.kind) {
    case 'body':
      return `${computes.name} decides ${decisionRuleInWords(computes.decides)}.`
    case 'decides': {
      const of = computes.types ? `on ${listed(computes.types.map(plain))} ` : ''
      const decide = computes.bodies.length === 1 ? 'decides' : 'decide'
      return `${bodies(computes.bodies)} ${decide} ${of}${decisionRuleInWords(computes.decides)}.${sayOf(computes, organisation)}`
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
      return `The term of the ${office(computes.office)} is ${periodInWords(computes.lasts)}${computes.renewable ? '' : '; nobody has a second'}.`
    case 'rotation':
      return rotation(computes, organisation)
    case 'apart':
      return `The ${office(computes.office)} and the ${office(computes.from)} are not put forward by the same participant.`
    case 'chair':
      return computes.is === 'host'
        ? `Whoever hosts a meeting of ${bodies(computes.bodies)} has the chair.`
        : `Whoever has the chair of ${computes.of ? body(computes.of) : 'another body'} that day has that of ${bodies(computes.bodies)}.`
    case 'frequency':
      return `${body(computes.body)} meets at least ${times(computes.perYear)} in a calendar year.`
    case 'papers':
      return `Papers for meetings of ${bodies(computes.bodies)} are circulated at least ${periodInWords(computes.before)} before.`
    case 'convening':
      return `An extraordinary meeting of ${body(computes.body)} takes ${computes.initiators} who ask for it, and notice of at least ${periodInWords(computes.notice)}.`
    case 'entry-into-force':
      return `From the deposits on record it gives the day on which ${computes.instruments.length === 1 ? 'the instrument enters' : 'these instruments enter'} into force.`
    case 'silence': {
      const who = computes.mayBreak ? listed(computes.mayBreak.map((id) => status(id).many)) : 'whoever is entitled'
      const how = computes.medium ? `, ${computes.medium}` : ''
      const method = computes.methodNeedsConsent ? ' The method itself can be opposed before it opens.' : ''
      const until =
        computes.period === 'announced'
          ? 'until the instant that the chair names'
          : `for at least ${clockInWords(computes.period)}`
      const where = computes.announcedAt ? ', announced at a meeting' : ''
      return `${bodies(computes.bodies)} may put a text under silence ${until}${where}; ${who} may break it by an objection${computes.amendmentBreaks ? ' or an amendment' : ''} received before it expires${how}.${method}`
    }
    case 'prepares':
      return `${body(computes.body)} prepares matters for ${body(computes.for)}: a text agreed in the one may be forwarded to the other.`
    case 'numbering':
      return `Decisions of ${bodies(computes.bodies)} are numbered ${computes.scheme.replace('{n}', '1').replace('{year}', '2034')} and so on${computes.scheme.includes('{year}') ? ', anew each year' : ''}.`
    case 'signature-order':
      return `${computes.bodies ? `In ${bodies(computes.bodies)}, signatures` : 'Signatures'} and seats follow the order of names in ${languages.of(computes.language) ?? computes.language}.`
    case 'ad-referendum':
      return `${bodies(computes.bodies)}: agreement ad referendum that is not confirmed by its date counts as ${lapseInWords[computes.lapse]}.`
    case 'right':
      return `${capitalised(listed(computes.statuses.map((id) => status(id).many)))} may ${plain(computes.may)}${computes.bodies ? ` of ${bodies(computes.bodies)}` : ''}.`
  }
}

function rotation({ office, chairOf, language, among }: Of<'rotation'>, organisation: Organisation): string {
  const what = office
    ? `the office of ${officeName(organisation, office)}`
    : `the chair of ${chairOf ? bodyName(organisation, chairOf) : 'a body'}`
  const whose = listed(among.map((id) => statusLabel(organisation, id).many))
  return `${capitalised(what)} goes round among ${whose} in the order of their names in ${languages.of(language) ?? language}.`
}

/** How bodies decide, without their names. */
export function mannerInWords(computes: Of<'body'> | Of<'decides'>, organisation: Organisation): string {
  if (computes.kind === 'body') return `${capitalised(decisionRuleInWords(computes.decides))}.`
  const of = computes.types ? `${listed(computes.types.map((type) => type.replaceAll('-', ' ')))}: ` : ''
  return `${capitalised(of + decisionRuleInWords(computes.decides))}.${sayOf(computes, organisation)}`
}

function sayOf({ entitled }: Of<'decides'>, organisation: Organisation): string {
  if (!entitled) return ''
  return ` ${capitalised(listed(entitled.map((id) => statusLabel(organisation, id).many)))} have a say.`
}

/** An office as it was last styled. */
function officeName(organisation: Organisation, office: string): string {
  const last = organisation.listedThroughout('term-began').findLast(({ act }) => act.office === office)
  return last?.act.title ?? office.replaceAll('-', ' ')
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
