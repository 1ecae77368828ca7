import type { FastifyInstance } from 'fastify'
import {
  basicDocuments,
  bodiesComputed,
  constitutionOf,
  gapsOn,
  type Organisation,
  type RightRow,
  type Rule,
  type RuleOnDay,
  rightsOf,
  ruleChanges,
  rulesOnBody,
  rulesThroughout,
  statusesInRules,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { rightsPage } from '../ui/rights.ts'
import { type BodyRules, ruleBodiesPage } from '../ui/rule-bodies.ts'
import { ruleChangesPage } from '../ui/rule-changes.ts'
import { ruleDocumentsPage } from '../ui/rule-documents.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

/** A rule as data, with how it stands on the day. */
export function inData({ rule, standing, reading }: RuleOnDay) {
  return { position: rule.position, ...rule.act, standing, reading }
}

/** The pages on rules beside their list: by status, by body, by day, by document. */
export function serveRulesBeside(server: FastifyInstance, registry: Registry): void {
  serveStatuses(server, registry)
  serveBodies(server, registry)
  serveChanges(server, registry)
  serveDocuments(server, registry)
}

function serveStatuses(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/statuses', ({ place }) => {
    const { organisation } = place
    const statuses = statusesInRules(organisation)
    const rows = rightsOf(organisation)
    const grants = constitutionOf(organisation).inForce.filter(({ rule }) => rule.act.computes?.kind === 'status')
    const shown = new Set([...grants.map(({ rule }) => rule), ...rulesWithRights(rows)].map(({ act }) => act.rule))
    const gaps = gapsOn(organisation).filter(({ act }) => act.touches?.some((rule) => shown.has(rule)))
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
      data: { statuses, rights: cells, grants: grants.map(inData), gaps: gaps.map(({ act }) => act) },
      csv: () =>
        csv(
          ['right', 'status', 'may', 'says', 'rule', 'document', 'article'],
          cells.flatMap(({ right, status, rules }) =>
            rules.length === 0
              ? [[right, status, 'no rule known', undefined, undefined, undefined, undefined]]
              : rules.map((one) => [right, status, one.may, one.says, one.rule, one.document, one.article]),
          ),
        ),
      page: () => rightsPage({ statuses, rows, grants, gaps }, place),
    }
  })
}

function rulesWithRights(rows: readonly RightRow[]): Rule[] {
  return rows.flatMap(({ byStatus }) => [...byStatus.values()].flatMap((rights) => rights.map(({ rule }) => rule)))
}

function serveBodies(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'rules/bodies', ({ place }) => {
    const rows = bodiesOf(place.organisation)
    const inRow = ({ id, description, decides, rules }: BodyRules) => ({
      body: id,
      powers: description?.powers,
      decides: description?.decides,
      computes: decides.map(({ rule }) => rule.act.computes),
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
              row.computes.length > 0 ? JSON.stringify(row.computes) : undefined,
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

/** Bodies described, then those for which a rule computes and that nobody describes. */
function bodiesOf(organisation: Organisation): BodyRules[] {
  const { inForce } = constitutionOf(organisation)
  const described = organisation.bodies()
  const computed = inForce.flatMap(({ rule: { act } }) => (act.computes ? bodiesComputed(act.computes) : []))
  const ids = [...new Set([...described.map(({ body }) => body), ...computed])]
  return ids.map((id) => {
    const rules = rulesOnBody(inForce, id)
    return {
      id,
      description: organisation.body(id),
      decides: rules.filter(({ rule: { act } }) => decidesFor(act, id)),
      rules,
    }
  })
}

/** Whether a rule says how a body decides. */
function decidesFor({ computes }: RuleOnDay['rule']['act'], body: string): boolean {
  if (computes?.kind === 'body') return computes.body === body
  return computes?.kind === 'decides' && computes.bodies.includes(body)
}
