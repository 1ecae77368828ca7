import type { FastifyInstance } from 'fastify'
import { type Exercise, endOfTime, exercisesByParticipant, ofExercises } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { exercisePage, exercisesPage } from '../ui/exercises.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveExercises(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'exercises', (ask) => {
    const list = listOf(ask, listing(ask.place.organisation.exercises()))
    if (isRefusal(list)) return list
    const view = { ...list, table: exercisesByParticipant(list.whole) }
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        byParticipant: view.table,
        exercises: view.whole.map(({ position, act }) => ({ position, ...act })),
      }),
      csv: () => asCsv(view.whole),
      page: () => exercisesPage(view, ask.place),
    }
  })
  servePage(server, registry, 'exercises/*', ({ place, named }) => {
    const { organisation } = place
    const item = organisation.exercise(named)
    if (!item)
      return refuse('unknown-exercise', `The record has no exercise "${named}".`, {
        remedy: 'The list of exercises has every one.',
      })
    const all = organisation.onDay(endOfTime).exercises()
    return {
      data: { position: item.position, act: item.act },
      page: () =>
        exercisePage(
          item,
          neighbours(all, item, () => true),
          place,
        ),
    }
  })
}

function listing(all: readonly Exercise[]): Listing<Exercise> {
  return {
    all,
    answers: ofExercises,
    fields: [
      { name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') },
      { name: 'outcome', label: 'Participants known', say: (value) => value },
    ],
    byLabel: 'Participant named',
    coverage: () => 'exercises',
    counts: () => ['exercises'],
  }
}

function asCsv(exercises: readonly Exercise[]): string {
  const columns = [
    'exercise',
    'from',
    'lastDay',
    'name',
    'kind',
    'label',
    'hosts',
    'places',
    'participantsKnown',
    'tookPart',
    'observed',
    'absent',
    'declined',
    'personnel',
    'sources',
  ]
  return csv(
    columns,
    exercises.map(({ act }) => {
      const as = (observer: boolean) =>
        (act.forces ?? [])
          .filter((f) => (f.as === 'observer') === observer)
          .map((f) => f.participant)
          .join(' ')
      return [
        act.exercise,
        act.on,
        act.lastDay,
        act.name,
        act.type,
        act.label,
        act.hosts?.join(' '),
        act.places?.join('; '),
        act.participantsKnown,
        as(false),
        as(true),
        act.absent?.map((a) => a.participant).join(' '),
        act.declined?.map((a) => a.participant).join(' '),
        act.personnel,
        act.sources.map((s) => s.source).join(' '),
      ]
    }),
  )
}
