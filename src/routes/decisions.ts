import type { FastifyInstance } from 'fastify'
import {
  Circle,
  type Decision,
  endOfTime,
  numbersGiven,
  ofDecisions,
  presumedMembers,
  publicSideOf,
  seatingIn,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { type DecisionView, decisionPage, decisionsPage } from '../ui/decisions.ts'
import { outcomes } from '../ui/sentences.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveDecisions(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'decisions', (ask) => {
    const view = listOf(ask, listing(ask.place.organisation.decisions()))
    if (isRefusal(view)) return view
    const numbers = numbersGiven(ask.place.organisation)
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        decisions: view.whole.map(({ position, act }) => ({
          position,
          ...act,
          number: act.number ?? numbers.get(act.decision),
        })),
      }),
      csv: () => asCsv(view.whole, numbers),
      page: () => decisionsPage(view, ask.place),
    }
  })
  servePage(server, registry, 'decisions/*', ({ place, named }) => {
    const { organisation } = place
    const decision = organisation.decision(named)
    if (!decision)
      return refuse('unknown-decision', `The record has no decision "${named}".`, {
        remedy: 'The list of decisions and proposals has every one.',
      })
    const all = organisation.onDay(endOfTime).decisions()
    const { act } = decision
    const presumed =
      Array.isArray(act.participants) || act.participants === 'interested'
        ? []
        : presumedMembers(organisation, act.on, act.outside)
    const inOrder = (ids: readonly string[]) => seatingIn(new Circle(organisation.onDay(act.on)), act.body, ids).outcome
    const view: DecisionView = {
      decision,
      inOrder,
      ...neighbours(all, decision, (other) => other.act.body === act.body),
      supersedes: all.filter((other) => other.act.supersededBy === act.decision),
      supersededBy: act.supersededBy ? organisation.decision(act.supersededBy) : undefined,
      presumed: inOrder(presumed),
      positions: organisation.onDay(endOfTime).positionsOn(act.decision),
      side: publicSideOf(organisation, decision),
      besides: act.meeting ? all.filter((other) => other.act.meeting === act.meeting && other !== decision) : [],
    }
    const { numbered, joined, text } = view.side
    const data = {
      position: decision.position,
      act,
      number: act.number ?? numbered?.act.number,
      joined: joined.map((one) => one.act),
      ...(text
        ? {
            text: {
              revision: text.revision.number,
              title: text.revision.title,
              paragraphs: text.revision.paragraphs,
              statements: text.statements.map((one) => one.act),
              commitments: text.commitments.map((one) => one.act),
            },
          }
        : {}),
      presumed: view.presumed,
      positions: view.positions.map((one) => one.act),
      supersedes: view.supersedes.map((other) => other.act.decision),
    }
    return { data, page: () => decisionPage(view, place) }
  })
}

function listing(all: readonly Decision[]): Listing<Decision> {
  return {
    all,
    answers: ofDecisions,
    fields: [
      { name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') },
      { name: 'outcome', label: 'Outcome', say: (outcome) => outcomes[outcome as keyof typeof outcomes] },
    ],
    byLabel: 'Participant named',
    // Coverage speaks of what was adopted; how much of the rest, or of who proposed it, is on record, nothing states.
    coverage: ({ outcome = 'adopted', proposer }) =>
      outcome === 'adopted' && proposer === undefined ? 'decisions' : undefined,
  }
}

function asCsv(decisions: readonly Decision[], numbers: ReadonlyMap<string, string>): string {
  const columns = [
    'decision',
    'date',
    'title',
    'body',
    'meeting',
    'kind',
    'outcome',
    'number',
    'proposedBy',
    'outside',
    'participants',
    'sources',
  ]
  return csv(
    columns,
    decisions.map(({ act }) => [
      act.decision,
      act.on,
      act.title,
      act.body,
      act.meeting,
      act.type,
      act.outcome,
      act.number ?? numbers.get(act.decision),
      act.proposedBy?.join(' '),
      act.outside?.join(' '),
      Array.isArray(act.participants) ? act.participants.join(' ') : act.participants,
      act.sources.map((s) => s.source).join(' '),
    ]),
  )
}
