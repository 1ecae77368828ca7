import type { FastifyInstance } from 'fastify'
import {
  byItsClauses,
  endOfTime,
  type Instrument,
  type Organisation,
  ofInstruments,
  standingOf,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { instrumentPage, instrumentsPage } from '../ui/instruments.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveInstruments(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'instruments', (ask) => {
    const { organisation } = ask.place
    const view = listOf(ask, listing(organisation))
    if (isRefusal(view)) return view
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        instruments: view.whole.map((item) => ({
          position: item.position,
          standing: standingOf(item, organisation),
          ...item.act,
        })),
      }),
      csv: () =>
        csv(
          ['instrument', 'signed', 'title', 'kind', 'place', 'inForceOn', 'signatories', 'sources'],
          view.whole.map(({ act }) => [
            act.instrument,
            act.on,
            act.title,
            act.type,
            act.place,
            act.inForceOn,
            act.signatories.join(' '),
            act.sources.map((s) => s.source).join(' '),
          ]),
        ),
      page: () => instrumentsPage(view, ask.place),
    }
  })
  servePage(server, registry, 'instruments/*', ({ place, named }) => {
    const { organisation } = place
    const item = organisation.instrument(named)
    if (!item)
      return refuse('unknown-instrument', `The record has no instrument "${named}".`, {
        remedy: 'The list of instruments has every one.',
      })
    const all = organisation.onDay(endOfTime).instruments()
    const clauses = byItsClauses(item.act, organisation)
    const data = { position: item.position, standing: standingOf(item, organisation), clauses, act: item.act }
    return {
      data,
      page: () =>
        instrumentPage(
          item,
          neighbours(all, item, () => true),
          clauses,
          place,
        ),
    }
  })
}

const standings: Record<string, string> = {
  'in-force': 'in force',
  'not-yet': 'not yet in force',
  'not-known': 'not known',
}

function listing(organisation: Organisation): Listing<Instrument> {
  return {
    all: organisation.instruments(),
    answers: ofInstruments(organisation),
    fields: [
      { name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') },
      { name: 'outcome', label: 'In force', say: (value) => standings[value] ?? value },
    ],
    byLabel: 'Signatory or party',
    coverage: () => 'instruments',
    counts: () => ['instruments'],
  }
}
