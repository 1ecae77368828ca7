import type { FastifyInstance } from 'fastify'
import {
  commitmentsIn,
  isFromOutside,
  ofProgrammes,
  type Programme,
  programmeOf,
  programmesOf,
  stancesOn,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { programmePage } from '../ui/programme.ts'
import { programmesPage } from '../ui/programmes.ts'
import { stageWords } from '../ui/sentences.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveProgrammes(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'programmes', (ask) => {
    const view = listOf(ask, listing(programmesOf(ask.place.organisation)))
    if (isRefusal(view)) return view
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        programmes: view.whole.map(({ position, act }) => ({ position, ...act })),
      }),
      csv: () => asCsv(view.whole),
      page: () => programmesPage(view, ask.place),
    }
  })
  servePage(server, registry, 'programmes/*', ({ place, named }) => {
    const { organisation } = place
    const programme = programmeOf(organisation, named)
    if (!programme)
      return refuse('unknown-programme', `The record has no programme "${named}".`, {
        remedy: 'The list of programmes has every one.',
      })
    const commitments = commitmentsIn([programme], organisation)
    const stances = stancesOn(organisation, named)
    const all = organisation.listedThroughout('programme-recorded')
    const alike = (other: Programme) => isFromOutside(other) === isFromOutside(programme)
    const view = { programme, commitments, stances, ...neighbours(all, programme, alike) }
    const data = {
      position: programme.position,
      ...programme.act,
      commitments: commitments.map(({ programme: _, ...one }) => one),
      stances: stances.map(({ position, act }) => ({ position, ...act })),
    }
    return { data, page: () => programmePage(view, place) }
  })
}

function listing(all: readonly Programme[]): Listing<Programme> {
  return {
    all,
    answers: ofProgrammes,
    fields: [
      { name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') },
      { name: 'outcome', label: 'Stage', say: (stage) => stageWords[stage as keyof typeof stageWords] },
    ],
    byLabel: 'Led by',
    coverage: () => 'programmes',
    counts: () => ['programmes'],
  }
}

function asCsv(programmes: readonly Programme[]): string {
  const columns = [
    'programme',
    'from',
    'lastDay',
    'title',
    'kind',
    'stage',
    'stands',
    'proposedBy',
    'proposerFromOutside',
    'lead',
    'ledBy',
    'participants',
    'outside',
    'approvedAt',
    'preparedAt',
    'decisions',
    'commitments',
    'sources',
  ]
  return csv(
    columns,
    programmes.map(({ act }) => [
      act.programme,
      act.on,
      act.lastDay,
      act.title,
      act.type,
      act.stage,
      act.stands,
      act.proposedBy?.join(' '),
      act.proposer,
      act.lead,
      act.ledBy,
      Array.isArray(act.participants) ? act.participants.join(' ') : act.participants,
      act.outside?.join(' '),
      act.approvedAt,
      act.preparedAt,
      act.decisions?.join(' '),
      act.commitments?.length ?? 0,
      act.sources.map((s) => s.source).join(' '),
    ]),
  )
}
