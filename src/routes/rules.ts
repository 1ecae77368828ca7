import type { FastifyInstance } from 'fastify'
import {
  basicDocuments,
  type Constitution,
  constitutionOf,
  gapsOn,
  type NamedGap,
  type Organisation,
  type Replay,
  type RuleOnDay,
  replay,
  ruleOnDay,
  rulesThroughout,
  versionsOf,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type RuleView, rulePage } from '../ui/rule.ts'
import { type RuleGroup, type RulesView, rulesPage, strengths } from '../ui/rules.ts'
import { evidences } from '../ui/sentences.ts'
import { capitalised } from '../ui/words.ts'
import { csv, unknownChoice } from './lists.ts'
import { type Ask, servePage } from './page.ts'
import { inData, serveRulesBeside } from './rules-beside.ts'

export function serveRules(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules', (ask) => {
    const view = listed(ask)
    if (isRefusal(view)) return view
    const rules = view.groups.flatMap((group) => group.rules)
    return {
      data: () => ({
        total: view.constitution.inForce.length,
        rules: rules.map(inData),
        gaps: view.gaps.map(({ position, act }) => ({ position, ...act })),
        ended: view.constitution.ended.map(inData),
        later: view.constitution.later.map(inData),
      }),
      csv: () => rulesAsCsv(rules),
      page: () => rulesPage(view, ask.place, ask.moments),
    }
  })
  serveRulesBeside(server, registry)
  servePage(server, registry, 'rules/*', ({ fold, place, named }) => {
    const { organisation } = place
    const view = viewOf(organisation, named, () => replay(fold, organisation.position, organisation.day))
    if (isRefusal(view)) return view
    const { shown, versions, gaps, practices, tally, remarks } = view
    // `on` in an answer is the day asked about; the day on which the rule began has another name.
    const { on: from, ...rule } = inData(shown)
    const data = {
      from,
      ...rule,
      versions: versions.map(inData),
      gaps: gaps.map(({ act }) => act),
      practices: practices.map(inData),
      ...(place.description?.edition === 'working' ? {} : { reviewed: tally, remarks }),
    }
    return { data, page: () => rulePage(view, place) }
  })
}

/** The version that applies on the day, or the nearest to it. */
function viewOf(organisation: Organisation, id: string, reviewed: () => Replay): RuleView | Refusal {
  const versions = versionsOf(organisation, id)
  const { inForce, ended } = constitutionOf(organisation)
  const is = ({ rule }: RuleOnDay) => rule.act.rule === id
  const shown = inForce.find(is) ?? ended.findLast(is) ?? versions[0]
  if (!shown)
    return refuse('unknown-rule', `The record has no rule "${id}".`, { remedy: 'The list of rules has every one.' })
  const { practiceOf, computes } = shown.rule.act
  const found = computes ? reviewed() : undefined
  const lastOf = (rule: string) => versionsOf(organisation, rule).at(-1)
  return {
    id,
    shown,
    versions,
    gaps: gapsOn(organisation).filter(({ act }) => act.touches?.includes(id)),
    practices: rulesThroughout(organisation)
      .filter(({ act }) => act.practiceOf === id)
      .map((rule) => ruleOnDay(rule, organisation)),
    practiceOf: practiceOf === undefined ? undefined : lastOf(practiceOf),
    tally: found?.rules.find(({ rule }) => rule === id),
    remarks: [...(found?.departures ?? []), ...(found?.unusual ?? [])].filter(({ rule }) => rule === id),
  }
}

/** The rules as asked for, under the first document on which each rests, by article. */
function listed({ place, query }: Ask): RulesView | Refusal {
  const { organisation } = place
  const constitution = constitutionOf(organisation)
  const choices = choicesFor(constitution, query, organisation)
  const wrong = unknownChoice(choices)
  if (wrong) return wrong
  const { topic, document, strength, reading, computes } = query
  const found = constitution.inForce.filter(
    ({ rule: { act }, reading: how }) =>
      (topic === undefined || act.topic === topic) &&
      (document === undefined || documentsOf(act).includes(document)) &&
      (strength === undefined || act.strength === strength) &&
      (reading === undefined || how === reading) &&
      (computes === undefined || (computes === 'yes') === (act.computes !== undefined)),
  )
  const isAbout = ({ act }: NamedGap) =>
    (topic === undefined || act.topic === topic) &&
    (document === undefined || (act.documents ?? []).includes(document)) &&
    strength === undefined &&
    reading === undefined &&
    computes === undefined
  return {
    constitution,
    groups: groupsOf(found, organisation, document),
    gaps: constitution.gaps.filter(isAbout),
    query: { topic, document, strength, reading, computes },
    choices,
  }
}

/** The codes of the documents on which a rule rests, or what it calls the one that nobody describes. */
function documentsOf({ documents, document }: RuleOnDay['rule']['act']): readonly string[] {
  return documents ?? [document]
}

function groupsOf(rules: readonly RuleOnDay[], organisation: Organisation, asked: string | undefined): RuleGroup[] {
  const groups = Map.groupBy(rules, ({ rule }) => asked ?? documentsOf(rule.act)[0])
  return basicDocuments(organisation).flatMap(({ id, title, document }) => {
    const its = groups.get(id)
    return its ? [{ title, document: document && id, rules: its.toSorted(byArticle) }] : []
  })
}

const collator = new Intl.Collator('en', { numeric: true })

function byArticle(a: RuleOnDay, b: RuleOnDay): number {
  const [one, other] = [a.rule.act.article, b.rule.act.article]
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return collator.compare(one, other)
}

function choicesFor({ inForce }: Constitution, query: Ask['query'], organisation: Organisation) {
  const distinct = (values: readonly string[]) => [...new Set(values)]
  const options = (values: readonly string[], say: (value: string) => string = (value) => value) =>
    values.map((value) => ({ value, label: capitalised(say(value)) }))
  const titles = new Map(basicDocuments(organisation).map(({ id, title }) => [id, title]))
  const sorted = (values: readonly string[]) => distinct(values).sort((a, b) => a.localeCompare(b, 'en'))
  return [
    {
      name: 'topic',
      label: 'Topic',
      options: options(
        sorted([
          ...inForce.flatMap(({ rule }) => rule.act.topic ?? []),
          ...gapsOn(organisation).map(({ act }) => act.topic),
        ]),
      ),
      chosen: query.topic,
    },
    {
      name: 'document',
      label: 'Document',
      options: options(distinct(inForce.flatMap(({ rule }) => documentsOf(rule.act))), (id) => titles.get(id) ?? id),
      chosen: query.document,
    },
    {
      name: 'strength',
      label: 'Strength',
      options: options(
        distinct(inForce.map(({ rule }) => rule.act.strength)),
        (one) => strengths[one as keyof typeof strengths],
      ),
      chosen: query.strength,
    },
    {
      name: 'reading',
      label: 'How it was read',
      options: options(distinct(inForce.map(({ reading }) => reading)), (one) => evidences[one] ?? one),
      chosen: query.reading,
    },
    {
      name: 'computes',
      label: 'Computes',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No, it is text' },
      ],
      chosen: query.computes,
    },
  ]
}

function rulesAsCsv(rules: readonly RuleOnDay[]): string {
  return csv(
    [
      'rule',
      'from',
      'to',
      'document',
      'article',
      'topic',
      'strength',
      'says',
      'standing',
      'reading',
      'computes',
      'doubts',
      'sources',
    ],
    rules.map(({ rule: { act }, standing, reading }) => [
      act.rule,
      act.on,
      act.to,
      act.document,
      act.article,
      act.topic,
      act.strength,
      act.says,
      standing,
      reading,
      act.computes && JSON.stringify(act.computes),
      act.doubt.map(({ field, note }) => `${field}: ${note}`).join(' '),
      act.sources.map((one) => one.source).join(' '),
    ]),
  )
}
