import type { FastifyInstance } from 'fastify'
import {
  featureTable,
  fullBelonging,
  isUnverified,
  type Membership,
  membershipsOn,
  neighboursOf,
  overlapByYear,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { neighbourPage } from '../ui/neighbour.ts'
import { type NeighboursView, neighboursPage } from '../ui/neighbours.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

export function serveNeighbours(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'neighbours', ({ place, moments }) => {
    const { organisation } = place
    const all = organisation.listed('membership-recorded')
    const view: NeighboursView = {
      neighbours: neighboursOf(organisation),
      holdings: organisation.holdings(),
      onDay: membershipsOn(organisation, organisation.day),
      all,
      unverified: all.filter(isUnverified).length,
      full: fullBelonging(all),
      overlap: overlapByYear(organisation),
      features: featureTable(organisation),
      moments,
    }
    return { data: asData(view), csv: () => asCsv(all), page: () => neighboursPage(view, place) }
  })
  servePage(server, registry, 'neighbours/*', ({ place, named }) => {
    const { organisation } = place
    const neighbour = organisation.listed('neighbour-described').find(({ act }) => act.neighbour === named)
    if (!neighbour) {
      const like = organisation
        .listed('neighbour-described')
        .find(({ act }) => act.neighbour.toLowerCase() === named.toLowerCase())
      return refuse('unknown-neighbour', `The record has no neighbour "${named}".`, {
        remedy: like
          ? `Perhaps you mean ${like.act.names.en}: /${organisation.id}/neighbours/${like.act.neighbour}.`
          : 'The page of the neighbourhood has every one.',
      })
    }
    const memberships = organisation.listed('membership-recorded')
    const ofIt = <Item extends { readonly act: { readonly neighbour: string } }>(items: readonly Item[]) =>
      items.filter(({ act }) => act.neighbour === named)
    const view = {
      neighbour,
      all: ofIt(memberships),
      onDay: membershipsOn(organisation, organisation.day).filter(({ entry }) => entry.act.neighbour === named),
      full: fullBelonging(memberships),
      features: ofIt(organisation.listed('feature-stated')),
      relations: organisation
        .listed('relation-established')
        .filter(({ act }) => act.participants?.includes(named) ?? false),
    }
    const data = {
      position: neighbour.position,
      ...neighbour.act,
      memberships: view.all.map(({ position, act }) => ({ position, ...act })),
      onDay: view.onDay.map(({ entry, certainty, frozen }) => ({ act: entry.id, certainty, frozen })),
      features: view.features.map(({ position, act }) => ({ position, ...act })),
      relations: view.relations.map(({ act }) => act.relation),
    }
    return { data, page: () => neighbourPage(view, place) }
  })
}

function asData({ neighbours, onDay, all, unverified, overlap, features }: NeighboursView) {
  return {
    neighbours: neighbours.map(({ position, act }) => ({ position, ...act })),
    memberships: all.map(({ position, act }) => ({ position, ...act })),
    unverified,
    onDay: onDay.map(({ entry: { id, act }, certainty, frozen, unverified: unsure }) => ({
      neighbour: act.neighbour,
      participant: act.participant,
      as: act.as,
      certainty,
      frozen,
      unverified: unsure,
      act: id,
    })),
    overlap: {
      years: overlap.years,
      rows: overlap.rows.map(({ neighbour, cells }) => ({ neighbour: neighbour.act.neighbour, cells })),
    },
    features: features.rows.flatMap(({ values }) =>
      values.flatMap(({ value }) => (value ? [{ position: value.position, ...value.act }] : [])),
    ),
  }
}

function asCsv(all: readonly Membership[]): string {
  const columns = ['neighbour', 'participant', 'as', 'from', 'to', 'frozenFrom', 'doubt', 'note', 'act', 'sources']
  return csv(
    columns,
    all.map(({ id, act }) => [
      act.neighbour,
      act.participant,
      act.as,
      act.from,
      act.to,
      act.frozenFrom,
      act.doubt.map(({ field, kind }) => `${kind}: ${field}`).join('; '),
      act.note,
      id,
      act.sources.map(({ source }) => source).join(' '),
    ]),
  )
}
