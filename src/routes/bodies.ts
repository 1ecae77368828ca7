import type { FastifyInstance } from 'fastify'
import { chairsOf, countsByYear, endOfTime, type Organisation, officesOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { type BodyRow, type BodyView, bodiesPage, bodyPage } from '../ui/bodies.ts'
import { servePage } from './page.ts'

export function serveBodies(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'bodies', ({ place }) => {
    const rows = rowsOf(place.organisation)
    return { data: { bodies: rows }, page: () => bodiesPage(rows, place) }
  })
  servePage(server, registry, 'bodies/*', ({ place, named }) => {
    const { organisation } = place
    const row = rowsOf(organisation).find((one) => one.id === named)
    if (!row)
      return refuse('unknown-body', `The record has no body "${named}".`, {
        remedy: 'The page of bodies has every one.',
      })
    const meetings = organisation.meetings().filter(({ act }) => act.body === named)
    const view: BodyView = {
      id: named,
      offices: officesOf(organisation).filter((office) => office.body === named),
      chairs: chairsOf(organisation, organisation.onDay(endOfTime)).find((one) => one.body === named),
      description: row.description,
      below: organisation.bodies().filter((body) => body.under === named),
      meetings,
      decisions: organisation.decisions().filter(({ act }) => act.body === named),
      years: countsByYear(
        organisation,
        meetings.map(({ act }) => act.on),
        meetings.find(({ act }) => act.coveredAs)?.act.coveredAs,
      ),
    }
    const data = {
      id: view.id,
      description: view.description,
      below: view.below,
      years: view.years,
      offices: view.offices.map(({ terms, ...office }) => ({
        ...office,
        terms: terms.map(({ entry, onDay }) => ({ onDay, ...entry.act })),
      })),
      chairs: (view.chairs?.periods ?? []).map(({ entry, onDay }) => ({ onDay, ...entry.act })),
      meetings: view.meetings.map(({ act }) => act),
      decisions: view.decisions.map(({ act }) => act.decision),
    }
    return { data, page: () => bodyPage(view, place) }
  })
}

/** The bodies described, then the other formats that met or decided. */
function rowsOf(organisation: Organisation): BodyRow[] {
  const count = (items: readonly { act: { body: string } }[], body: string) =>
    items.filter(({ act }) => act.body === body).length
  const [meetings, decisions] = [organisation.meetings(), organisation.decisions()]
  const described = organisation.bodies().map((description) => ({ id: description.body, description }))
  const named = [...new Set([...meetings, ...decisions].map(({ act }) => act.body))].sort()
  const others = named
    .filter((body) => !described.some(({ id }) => id === body))
    .map((id) => ({ id, description: undefined }))
  return [...described, ...others].map((row) => ({
    ...row,
    meetings: count(meetings, row.id),
    decisions: count(decisions, row.id),
  }))
}
