import { because, type Reason } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { calledIn, isInferred } from './judging/circumstances.ts'
import { covers } from './offices.ts'
import type { Organisation } from './organisation.ts'
import { RulesOfDay } from './rules-of-day.ts'

/** Who has the chair of a body on a day; nobody is named where the record or the rules leave it open. */
export interface ChairFinding {
  readonly participant?: string
  readonly reasons: readonly Reason[]
}

/** Who surely had the chair of a body on the day by the acts on record; nobody where they leave it open. */
export function chairOn(organisation: Organisation, body: string): string | undefined {
  const { sure } = chairsOn(organisation, body)
  return sure.length === 1 ? sure[0]?.participant : undefined
}

/**
 * Who has the chair of a body on the organisation's day: by a rule that gives it to the chair of another body, or by the
 * act of taking it. Where the host of a meeting chairs, it is that act as well; without it nobody is known until a meeting
 * has a host.
 */
export function chairOf(organisation: Organisation, body: string): ChairFinding {
  return byRule(organisation, new RulesOfDay(organisation.rulesInForce()), body, [])
}

/** @param asked the bodies whose chair was asked for on the way here, so that rules in a circle end */
function byRule(organisation: Organisation, rules: RulesOfDay, body: string, asked: readonly string[]): ChairFinding {
  const called = calledIn(organisation)
  const stated = rules.of('chair').filter(({ computes }) => computes.bodies.includes(body))
  const [after] = stated.filter(({ computes }) => computes.is === 'chair-of')
  const of = after?.computes.of
  if (after && of !== undefined) {
    const whose = because(`Whoever has the chair of the ${called(of)} has that of the ${called(body)}.`, after.article)
    if ([...asked, body].includes(of)) {
      return { reasons: [whose, because('The rules on the chair lead back to where they began.', after.article)] }
    }
    const { participant, reasons } = byRule(organisation, rules, of, [...asked, body])
    const taken = chairOn(organisation, body)
    if (participant !== undefined && taken !== undefined && taken !== participant) {
      const text = `${called(taken)} is on record as having taken the chair of the ${called(body)}; which of the two has it is open.`
      return { reasons: [whose, ...reasons, because(text)] }
    }
    return { ...(participant === undefined ? {} : { participant }), reasons: [whose, ...reasons] }
  }
  const isHosted = stated.find(({ computes }) => computes.is === 'host')
  return byRecord(organisation, body, isHosted?.article)
}

function byRecord(organisation: Organisation, body: string, hostArticle: string | undefined): ChairFinding {
  const called = calledIn(organisation)
  const { sure, open } = chairsOn(organisation, body)
  const [only] = sure
  if (only && sure.length === 1) {
    const text = `${called(only.participant)} took the chair of the ${called(body)} on ${only.on}.`
    return { participant: only.participant, reasons: [because(text, hostArticle)] }
  }
  if (sure.length > 1) {
    const names = sure.map(({ participant }) => called(participant)).join(' and ')
    return { reasons: [because(`By the record ${names} have the chair of the ${called(body)} at once.`, hostArticle)] }
  }
  if (open.length > 0) {
    const names = [...new Set(open.map(({ participant }) => called(participant)))].join(', ')
    const text = `Whether ${names} has the chair of the ${called(body)} that day is not known.`
    return { reasons: [because(text, hostArticle)] }
  }
  if (hostArticle !== undefined) {
    const text = `Whoever hosts a meeting of the ${called(body)} chairs it; no meeting gives a host, and nobody is on record as having taken the chair.`
    return { reasons: [because(text, hostArticle)] }
  }
  return { reasons: [because(`Nobody is on record as having the chair of the ${called(body)} that day.`)] }
}

/** Those who took a chair and surely have it that day, and those of whom it is not sure. */
function chairsOn(
  organisation: Organisation,
  body: string,
): { readonly sure: readonly ActOf<'chair-taken'>[]; readonly open: readonly ActOf<'chair-taken'>[] } {
  const taken = organisation
    .listedThroughout('chair-taken')
    .map(({ act }) => act)
    .filter((act) => act.body === body && !act.planned)
  const sure = taken.filter((act) => !isInferred(act, 'participant') && covers(act, organisation.day) === 'holds')
  const open = taken.filter((act) => !sure.includes(act) && covers(act, organisation.day) !== 'does-not-hold')
  return { sure, open }
}
