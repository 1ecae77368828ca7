import { type Certainty, earliest, holdsOn, type PartialDate } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import { bodiesComputed } from './computing.ts'
import type { Dated, Organisation } from './organisation.ts'
import { type Reading, readingOf } from './texts.ts'

/** One version of a rule. */
export type Rule = Dated<'rule-stated'>
/** A rule that is missing. */
export type NamedGap = Dated<'gap-stated'>
export type BasicDocument = Dated<'document-described'>

/** A rule as it stands on a day. */
export interface RuleOnDay {
  readonly rule: Rule
  /** Uncertain where it is not known when it began, or its dates are not exact enough. */
  readonly standing: Certainty
  readonly reading: Reading
}

/** The rules as they stand on the organisation's day. */
export interface Constitution {
  /** Those that apply, or may. */
  readonly inForce: readonly RuleOnDay[]
  readonly ended: readonly RuleOnDay[]
  readonly later: readonly RuleOnDay[]
  readonly gaps: readonly NamedGap[]
}

export function constitutionOf(organisation: Organisation): Constitution {
  const rules = rulesThroughout(organisation).map((rule) => ruleOnDay(rule, organisation))
  const begun = rules.filter(({ rule }) => hasBegun(rule.act, organisation))
  const last = new Map(begun.map(({ rule }) => [rule.act.rule, rule]))
  const applies = (one: RuleOnDay) => one.standing !== 'does-not-hold' && last.get(one.rule.act.rule) === one.rule
  return {
    inForce: begun.filter(applies),
    ended: begun.filter((one) => !applies(one)),
    later: rules.filter((one) => !begun.includes(one)),
    gaps: gapsOn(organisation),
  }
}

/** Every version of every rule, in the order in which they begin; before them those of which that is not known. */
export function rulesThroughout(organisation: Organisation): Rule[] {
  return organisation.listedThroughout('rule-stated')
}

export function ruleOnDay(rule: Rule, organisation: Organisation): RuleOnDay {
  return { rule, standing: standingOf(rule.act, organisation), reading: readingOfRule(rule.act) }
}

/** The versions of one rule in the order in which they begin, on any day. */
export function versionsOf(organisation: Organisation, id: string): RuleOnDay[] {
  return rulesThroughout(organisation)
    .filter(({ act }) => act.rule === id)
    .map((rule) => ruleOnDay(rule, organisation))
}

/** What is missing on the organisation's day: what began to be missing later, or is known again, is left out. */
export function gapsOn(organisation: Organisation): NamedGap[] {
  return gapsThroughout(organisation).filter(({ act }) => standingOf(act, organisation) !== 'does-not-hold')
}

export function gapsThroughout(organisation: Organisation): NamedGap[] {
  return organisation.listedThroughout('gap-stated')
}

/** How near to its text somebody came; a rule of which the wording is not verified was read in part at most. */
export function readingOfRule(act: ActOf<'rule-stated'>): Reading {
  const reading = readingOf(act)
  const unverified = act.doubt.some(({ field, kind }) => field === 'says' && kind === 'unverified')
  return reading === 'read' && unverified ? 'partial' : reading
}

type Applying = Pick<ActOf<'rule-stated'>, 'on' | 'to' | 'documents'>

/**
 * Whether it applies on a day. Without a known beginning that is uncertain from the day of its document on, or as long
 * as there is an organisation; before, it does not.
 */
function standingOf(act: Applying, organisation: Organisation): Certainty {
  const from = firstDate(act, organisation)
  if (from === undefined) return 'uncertain'
  const holds = holdsOn(act.to === undefined ? { from } : { from, to: act.to }, organisation.day)
  return act.on === undefined && holds === 'holds' ? 'uncertain' : holds
}

function hasBegun(act: Applying, organisation: Organisation): boolean {
  const from = firstDate(act, organisation)
  return from === undefined || earliest(from) <= organisation.day
}

/** When it began; where that is not known, before when it cannot have. */
function firstDate({ on, documents }: Applying, organisation: Organisation): PartialDate | undefined {
  if (on !== undefined) return on
  const [first] = organisation
    .listedThroughout('document-described')
    .flatMap(({ act }) => (act.date && documents?.includes(act.document) ? [act.date] : []))
    .sort((a, b) => (earliest(a) < earliest(b) ? -1 : 1))
  return first ?? organisation.description?.begins
}

/** A day on which a rule began, changed or ended. */
export interface RuleChange {
  readonly on: PartialDate
  readonly what: 'begins' | 'changes' | 'ends'
  readonly rule: Rule
  /** The version before, where it changed. */
  readonly before?: Rule
}

/** Every beginning, change and end of a rule, on any day, in the order of time. */
export function ruleChanges(organisation: Organisation): RuleChange[] {
  const byRule = Map.groupBy(rulesThroughout(organisation), ({ act }) => act.rule)
  const changes = [...byRule.values()].flatMap((versions) =>
    versions.flatMap((rule, index): RuleChange[] => {
      const [before, after] = [versions[index - 1], versions[index + 1]]
      const { on, to } = rule.act
      const follows = before !== undefined && (before.act.to === undefined || before.act.to === on)
      const began: RuleChange[] =
        on === undefined ? [] : [follows ? { on, what: 'changes', rule, before } : { on, what: 'begins', rule }]
      const isChanged = after !== undefined && after.act.on === to
      return to === undefined || isChanged ? began : [...began, { on: to, what: 'ends', rule }]
    }),
  )
  return changes.sort((a, b) => (earliest(a.on) < earliest(b.on) ? -1 : earliest(a.on) > earliest(b.on) ? 1 : 0))
}

/** A document with the rules that rest on it on the organisation's day, and with all that ever did. */
export interface DocumentView {
  /** Its code, or what rules call it where the record does not describe it. */
  readonly id: string
  readonly title: string
  readonly document: BasicDocument | undefined
  readonly inForce: readonly RuleOnDay[]
  readonly all: readonly Rule[]
  readonly gaps: readonly NamedGap[]
}

/** The documents on which rules rest, the oldest first; those without a known date at the end. */
export function basicDocuments(organisation: Organisation): DocumentView[] {
  const { inForce, gaps } = constitutionOf(organisation)
  const all = rulesThroughout(organisation)
  const described = organisation.listedThroughout('document-described').map((document): DocumentView => {
    const { document: id, title } = document.act
    const restsOnIt = ({ act }: Rule | NamedGap) => act.documents?.includes(id) ?? false
    return {
      id,
      title,
      document,
      inForce: inForce.filter(({ rule }) => restsOnIt(rule)),
      all: all.filter(restsOnIt),
      gaps: gaps.filter(restsOnIt),
    }
  })
  const others = Map.groupBy(
    all.filter(({ act }) => act.documents === undefined),
    ({ act }) => act.document,
  )
  const named = [...others].map(
    ([title, rules]): DocumentView => ({
      id: title,
      title,
      document: undefined,
      inForce: inForce.filter(({ rule }) => rules.includes(rule)),
      all: rules,
      gaps: [],
    }),
  )
  const date = ({ document }: DocumentView) => document?.act.date ?? '9999'
  return [...described.sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0)), ...named]
}

/** What a rule in force gives to a status, or denies it. */
export interface Right {
  readonly may: NonNullable<ActOf<'rule-stated'>['rights']>[number]['may']
  readonly says: string
  readonly rule: Rule
}

/** One right, with what is known of it for each status. */
export interface RightRow {
  readonly right: string
  readonly byStatus: ReadonlyMap<string, readonly Right[]>
}

/** Who may do what on the organisation's day, by right and status, as the rules in force say it. */
export function rightsOf(organisation: Organisation): RightRow[] {
  const rows = new Map<string, Map<string, Right[]>>()
  for (const { rule } of constitutionOf(organisation).inForce) {
    for (const { status, right, may, says } of rule.act.rights ?? []) {
      const row = rows.get(right) ?? new Map<string, Right[]>()
      rows.set(right, row.set(status, [...(row.get(status) ?? []), { may, says, rule }]))
    }
  }
  return [...rows].map(([right, byStatus]) => ({ right, byStatus }))
}

/** The statuses held on the organisation's day or spoken of by a rule in force, in the order of the organisation. */
export function statusesInRules(organisation: Organisation): string[] {
  const held = new Set(organisation.holdings().map(({ status }) => status))
  for (const row of rightsOf(organisation)) for (const status of row.byStatus.keys()) held.add(status)
  return (organisation.description?.statuses ?? []).map(({ status }) => status).filter((status) => held.has(status))
}

/** The rules in force that bear on a body: those that name it, and those that compute for it. */
export function rulesOnBody(rules: readonly RuleOnDay[], body: string): RuleOnDay[] {
  const speaksOf = ({ rule: { act } }: RuleOnDay) =>
    act.bodies?.includes(body) || (act.computes && bodiesComputed(act.computes).includes(body))
  return rules.filter(speaksOf)
}
