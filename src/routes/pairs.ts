import type { FastifyInstance } from 'fastify'
import { disputeEvents, membersOfTheDay, nameOf, type Pair, pairCounts, pairOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { offeredIn, pairPage, pairsPage } from '../ui/pairs.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'
import { unknownParticipant } from './participants.ts'

export function servePairs(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'pairs', ({ place, query: { a, b } }) => {
    const { organisation } = place
    for (const id of [a, b]) {
      if (id !== undefined && !organisation.participant(id).description) return unknownParticipant(organisation, id)
    }
    if (a !== undefined && a === b) {
      return refuse('one-and-the-same', `${nameOf(organisation, a)} cannot be held beside itself.`, {
        remedy: 'Choose two different participants.',
      })
    }
    const choice = { offered: offeredIn(organisation), a, b }
    if (a !== undefined && b !== undefined) {
      const pair = pairOf(organisation, a, b)
      return {
        data: asData(pair),
        csv: () => asCsv(pair),
        page: () => pairPage({ ...choice, pair, events: disputeEvents(organisation) }, place),
      }
    }
    const members = membersOfTheDay(organisation)
    const counts = pairCounts(organisation, members)
    return {
      data: { members, pairs: counts },
      csv: () =>
        csv(
          ['a', 'b', 'exercises', 'subjects', 'disputes'],
          counts.map((one) => [...one.between, one.exercises, one.subjects, one.disputes]),
        ),
      page: () => pairsPage({ ...choice, members, counts }, place),
    }
  })
}

/** The pair with acts in place of entries. */
function asData(pair: Pair): object {
  const subject = ({ about, sides }: Pair['both'][number]) => ({
    about: about.act,
    sides: sides.map((side, index) => ({
      participant: pair.between[index],
      as: side.as,
      stances: side.stances.map(({ act }) => act),
      recorded: side.recorded,
    })),
  })
  const acts = (list: readonly { readonly act: unknown }[]) => list.map(({ act }) => act)
  return {
    between: pair.between,
    together: pair.together.map(({ status, from, to }) => ({ status, from, to: to ?? null })),
    differ: pair.both.map(subject),
    onlyOne: pair.one.map(subject),
    disputes: acts(pair.disputes),
    meetings: acts(pair.meetings),
    meetingsOfTheTwo: pair.apart.map(({ act }) => act.meeting),
    decisions: acts(pair.decisions),
    exercises: acts(pair.exercises),
    instruments: acts(pair.instruments),
    neighbours: pair.neighbours.map((both) => both.map(({ entry }) => entry.act)),
    votes: pair.votes,
  }
}

/** Who is reported to have held what: one row for each stance. */
function asCsv({ both, one, between }: Pair): string {
  const columns = ['subject', 'title', 'participant', 'date', 'says', 'attribution', 'act']
  const rows = [...both, ...one].flatMap(({ about, sides }) => {
    const { act } = about
    const id = act.kind === 'decision-recorded' ? act.decision : act.programme
    return sides.flatMap((side, index) => [
      ...side.as.map((part) => [id, act.title, between[index], act.on, part, '', about.id]),
      ...side.stances.map((stance) => [
        id,
        act.title,
        between[index],
        stance.act.on,
        stance.act.says,
        stance.act.attribution,
        stance.id,
      ]),
      ...side.recorded.map((stance) => [
        id,
        act.title,
        between[index],
        act.on,
        `${stance.stance}: ${stance.about}`,
        stance.attribution,
        about.id,
      ]),
    ])
  })
  return csv(columns, rows)
}
