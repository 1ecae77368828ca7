import type { FastifyInstance } from 'fastify'
import { ofStatements, type Statement, surroundingsOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { statementPage, statementsPage, statementTypes } from '../ui/statements.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveStatements(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'statements', (ask) => {
    const view = listOf(ask, listing(ask.place.organisation.listed('statement-reported')))
    if (isRefusal(view)) return view
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        statements: view.whole.map(({ position, act }) => ({ position, ...act })),
      }),
      csv: () => asCsv(view.whole),
      page: () => statementsPage(view, ask.place),
    }
  })
  servePage(server, registry, 'statements/*', ({ place, named }) => {
    const { organisation } = place
    const all = organisation.listedThroughout('statement-reported')
    const statement = all.find(({ act }) => act.statement === named)
    if (!statement)
      return refuse('unknown-statement', `The record has no statement "${named}".`, {
        remedy: `The list of statements has every one: /${organisation.id}/statements`,
      })
    const around = surroundingsOf(statement, organisation)
    const beside = neighbours(all, statement, (other) => other.act.type === statement.act.type)
    return {
      data: {
        position: statement.position,
        ...statement.act,
        counterpart: around.counterpart?.act.statement,
        sameSpeaker: around.sameSpeaker.map(({ act }) => act.statement),
        samePlace: around.samePlace.map(({ act }) => act.statement),
        texts: around.texts.map(({ text }) => text.act.text),
      },
      page: () => statementPage({ statement, ...around, ...beside }, place),
    }
  })
}

function listing(all: readonly Statement[]): Listing<Statement> {
  return {
    all,
    answers: ofStatements,
    fields: [
      { name: 'type', label: 'Kind', say: (type) => statementTypes[type as keyof typeof statementTypes] ?? type },
    ],
    byLabel: 'By or of whom',
    coverage: () => undefined,
    counts: () => ['statements'],
  }
}

function asCsv(statements: readonly Statement[]): string {
  return csv(
    [
      'statement',
      'on',
      'lastDay',
      'type',
      'by',
      'byType',
      'says',
      'about',
      'place',
      'attribution',
      'decision',
      'sources',
    ],
    statements.map(({ act }) => [
      act.statement,
      act.on,
      act.lastDay,
      act.type,
      act.by,
      act.byType,
      act.says,
      act.about,
      act.place,
      act.attribution,
      act.decision,
      act.sources.map((s) => s.source).join(' '),
    ]),
  )
}
