import type { FastifyInstance } from 'fastify'
import {
  basicDocuments,
  bodiesComputed,
  type Constitution,
  constitutionOf,
  gapsOn,
  type NamedGap,
  type Organisation,
  type RuleOnDay,
  rightsOf,
  ruleChanges,
  ruleOnDay,
  rulesOnBody,
  rulesThroughout,
  statusesInRules,
  versionsOf,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { rightsPage } from '../ui/rights.ts'
import { type RuleView, rulePage } from '../ui/rule.ts'
import { type BodyRules, ruleBodiesPage } from '../ui/rule-bodies.ts'
import { ruleChangesPage } from '../ui/rule-changes.ts'
import { ruleDocumentsPage } from '../ui/rule-documents.ts'
import { type RuleGroup, type RulesView, rulesPage, strengths } from '../ui/rules.ts'
import { evidences } from '../ui/sentences.ts'
import { capitalised } from '../ui/words.ts'
import { csv, unknownChoice } from './lists.ts'
import { type Ask, servePage } from './page.ts'

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
  serveStatuses(server, registry)
  serveBodies(server, registry)
  serveChanges(server, registry)
  serveDocuments(server, registry)
  servePage(server, registry, 'rules/*', ({ place, named }) => {
    const view = viewOf(place.organisation, named)
    if (isRefusal(view)) return view
    const { shown, versions, gaps, practices } = view
    const data = {
      ...inData(shown),
      versions: versions.map(inData),
      gaps: gaps.map(({ act }) => act),
      practices: practices.map(inData),
    }
    return { data, page: () => rulePage(view, place) }
  })
}

function serveStatuses(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/statuses', ({ place }) => {
    const { organisation } = place
    const statuses = statusesInRules(organisation)
    const rows = rightsOf(organisation)
    const grants = constitutionOf(organisation).inForce.filter(({ rule }) => rule.act.computes?.kind === 'status')
    const cells = rows.flatMap(({ right, byStatus }) =>
      statuses.map((status) => ({
        right,
        status,
        rules: (byStatus.get(status) ?? []).map(({ may, says, rule }) => ({
          may,
          says,
          rule: rule.act.rule,
          document: rule.act.document,
          article: rule.act.article,
        })),
      })),
    )
    return {
      data: { statuses, rights: cells, grants: grants.map(inData) },
      csv: () =>
        csv(
          ['right', 'status', 'may', 'says', 'rule', 'document', 'article'],
          cells.flatMap(({ right, status, rules }) =>
            rules.length === 0
              ? [[right, status, 'no rule known', undefined, undefined, undefined, undefined]]
              : rules.map((one) => [right, status, one.may, one.says, one.rule, one.document, one.article]),
          ),
        ),
      page: () => rightsPage({ statuses, rows, grants }, place),
    }
  })
}

function serveBodies(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/bodies', ({ place }) => {
    const rows = bodiesOf(place.organisation)
    const inRow = ({ id, description, decides, rules }: BodyRules) => ({
      body: id,
      powers: description?.powers,
      decides: description?.decides,
      computes: decides?.rule.act.computes,
      chair: description?.chairRule,
      frequency: description?.frequency,
      reportsTo: description?.under ?? description?.reportsTo,
      article: description?.article,
      rules: rules.map(({ rule }) => rule.act.rule),
    })
    return {
      data: { bodies: rows.map(inRow) },
      csv: () =>
        csv(
          ['body', 'powers', 'decides', 'computes', 'chair', 'frequency', 'reportsTo', 'article', 'rules'],
          rows
            .map(inRow)
            .map((row) => [
              row.body,
              row.powers?.join('; '),
              row.decides,
              row.computes && JSON.stringify(row.computes),
              row.chair,
              row.frequency,
              row.reportsTo,
              row.article,
              row.rules.join(' '),
            ]),
        ),
      page: () => ruleBodiesPage(rows, place),
    }
  })
}

function serveChanges(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/changes', ({ place }) => {
    const { organisation } = place
    const changes = ruleChanges(organisation).reverse()
    const undated = rulesThroughout(organisation).filter(({ act }) => act.on === undefined).length
    const rows = changes.map(({ on, what, rule, before }) => ({
      on,
      what,
      rule: rule.act.rule,
      act: rule.id,
      says: rule.act.says,
      document: rule.act.document,
      article: rule.act.article,
      before: before?.act.says,
    }))
    return {
      data: { changes: rows, undated },
      csv: () =>
        csv(
          ['on', 'what', 'rule', 'act', 'says', 'document', 'article', 'before'],
          rows.map((row) => Object.values(row)),
        ),
      page: () => ruleChangesPage({ changes, undated }, place),
    }
  })
}

function serveDocuments(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/documents', ({ place }) => {
    const documents = basicDocuments(place.organisation)
    const rows = documents.map(({ id, title, document, inForce, all, gaps }) => ({
      document: id,
      title,
      type: document?.act.type,
      date: document?.act.date,
      instrument: document?.act.instrument,
      decision: document?.act.decision,
      amends: document?.act.amends,
      note: document?.act.note,
      inForce: inForce.map(({ rule }) => rule.act.rule),
      rules: [...new Set(all.map(({ act }) => act.rule))],
      gaps: gaps.map(({ act }) => act.gap),
    }))
    return {
      data: { documents: rows },
      csv: () =>
        csv(
          ['document', 'title', 'type', 'date', 'instrument', 'decision', 'amends', 'inForce', 'rules', 'gaps'],
          rows.map((row) => [
            row.document,
            row.title,
            row.type,
            row.date,
            row.instrument,
            row.decision,
            row.amends,
            row.inForce.join(' '),
            row.rules.join(' '),
            row.gaps.join(' '),
          ]),
        ),
      page: () => ruleDocumentsPage(documents, place),
    }
  })
}

/** The version that applies on the day, or the nearest to it. */
function viewOf(organisation: Organisation, id: string): RuleView | Refusal {
  const versions = versionsOf(organisation, id)
  const { inForce, ended } = constitutionOf(organisation)
  const is = ({ rule }: RuleOnDay) => rule.act.rule === id
  const shown = inForce.find(is) ?? ended.findLast(is) ?? versions[0]
  if (!shown)
    return refuse('unknown-rule', `The record has no rule "${id}".`, { remedy: 'The list of rules has every one.' })
  const { practiceOf } = shown.rule.act
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
  }
}

/** Bodies described, then those for which a rule computes and that nobody describes. */
function bodiesOf(organisation: Organisation): BodyRules[] {
  const { inForce } = constitutionOf(organisation)
  const described = organisation.bodies()
  const computed = inForce.flatMap(({ rule }) => [...bodiesComputed(rule.act)])
  const ids = [...new Set([...described.map(({ body }) => body), ...computed])]
  return ids.map((id) => {
    const rules = rulesOnBody(inForce, id)
    return {
      id,
      description: organisation.body(id),
      decides: rules.find(({ rule: { act } }) => decidesFor(act, id)),
      rules,
    }
  })
}

/** Whether a rule says how a body decides whatever comes before it. */
function decidesFor({ computes }: RuleOnDay['rule']['act'], body: string): boolean {
  if (computes?.kind === 'body') return computes.body === body
  return computes?.kind === 'decides' && computes.types === undefined && computes.bodies.includes(body)
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

function inData({ rule, standing, reading }: RuleOnDay) {
  return { position: rule.position, ...rule.act, standing, reading }
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
