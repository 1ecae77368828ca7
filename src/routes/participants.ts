import type { FastifyInstance } from 'fastify'
import {
  accessions,
  type Entry,
  type Fold,
  holdingsOn,
  holdingView,
  involvementOf,
  membersOfTheDay,
  nameOf,
  type Organisation,
  participantsView,
  review,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { type ParticipantRow, participantPage, participantsPage } from '../ui/participants.ts'
import { servePage } from './page.ts'

export function serveParticipants(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'participants', ({ place, moments }) => {
    const { organisation } = place
    const rows = rowsOf(organisation)
    const data = {
      holdings: participantsView(organisation),
      participants: rows.map(({ participant, statuses }) => ({
        participant: participant.id,
        names: participant.names,
        type: participant.description?.type,
        statuses,
      })),
    }
    return { data, page: () => participantsPage(rows, place, moments) }
  })
  servePage(server, registry, 'participants/*', ({ fold, place, moments, named }) => {
    const { organisation } = place
    const onTheDay = organisation.participant(named)
    if (!onTheDay.description) return unknownParticipant(organisation, named)
    const throughout = organisation.participantThroughout(named)
    const holdings = organisation.holdings().filter((holding) => holding.participant === named)
    const did = involvementOf(organisation, named)
    const data = {
      participant: named,
      type: onTheDay.description.type,
      names: onTheDay.names,
      capital: onTheDay.capital,
      onTheDay: holdings.map((holding) => ({ ...holdingView(organisation, holding), certainty: holding.certainty })),
      statuses: throughout.holdings.map((holding) => holdingView(organisation, holding)),
      steps: throughout.steps.map(({ act }) => act),
      contacts: throughout.contacts.map(({ act }) => act),
      representation: throughout.representation.map(({ act }) => act),
      decisions: acts([...new Set([...did.proposed, ...did.differed, ...did.concerned])]),
      exercises: did.exercises.map(({ exercise, parts }) => ({ exercise: exercise.act.exercise, parts })),
      instruments: did.instruments.map(({ instrument, signed }) => ({ instrument: instrument.act.instrument, signed })),
      chairs: acts(did.chairs),
      chaired: did.chaired.map(({ act }) => act.meeting),
      offices: acts(did.terms),
      stances: acts(did.stances),
      programmes: did.programmes.map(({ programme, parts }) => ({ programme: programme.act.programme, parts })),
      shares: did.shares.map(({ stated, percent }) => ({ ...stated.act, percent })),
      disputes: acts(did.disputes),
      paragraphs: acts(did.paragraphs),
      memberships: did.memberships.map(({ entry, certainty }) => ({ ...entry.act, certainty })),
      figures: acts(did.figures),
    }
    return {
      data,
      page: () =>
        participantPage(
          {
            onTheDay,
            throughout,
            holdings,
            did,
            onTheWay: accessions(organisation).some((one) => one.participant === named),
            beside: membersOfTheDay(organisation),
            reviews: reviewsOf(
              fold,
              throughout.holdings.map((h) => h.grantedBy),
              organisation.position,
            ),
          },
          place,
          moments,
        ),
    }
  })
}

function acts(entries: readonly Entry[]) {
  return entries.map(({ act }) => act)
}

function rowsOf(organisation: Organisation): ParticipantRow[] {
  const order = organisation.description?.statuses.map((s) => s.status) ?? []
  const rows = organisation.participants().map((participant) => ({
    participant,
    onTheDay: holdingsOn(participant, organisation.day),
    statuses: organisation.participantThroughout(participant.id).holdings.map((holding) => holding.status),
  }))
  const rank = ({ onTheDay }: ParticipantRow) => (onTheDay[0] ? order.indexOf(onTheDay[0].status) : order.length)
  const name = ({ participant }: ParticipantRow) => nameOf(organisation, participant.id)
  return rows.sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), 'en'))
}

function reviewsOf(fold: Fold, entries: readonly Parameters<typeof review>[1][], position: number) {
  return new Map(entries.map((entry) => [entry.id, review(fold, entry, position)]))
}

/** Whoever typed a name or a code in small letters is told the address that exists. */
export function unknownParticipant(organisation: Organisation, asked: string): Refusal {
  const like = asked.toLowerCase()
  const found = organisation.participants().find(({ id, names }) => {
    const named = [
      id,
      names,
      organisation.participantThroughout(id).names,
      organisation.participant(id).description?.names,
    ]
    return named.some((one) =>
      (typeof one === 'string' ? [one] : Object.values(one ?? {})).some((name) => name?.toLowerCase() === like),
    )
  })
  const remedy = found
    ? `Perhaps you mean ${found.names?.en}: /${organisation.id}/participants/${found.id}.`
    : 'Participants are named by their codes, such as those on the list of participants.'
  return refuse('unknown-participant', `The record has no participant "${asked}".`, { remedy })
}
