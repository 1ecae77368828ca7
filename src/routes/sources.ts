import type { FastifyInstance } from 'fastify'
import type { Fold, Organisation } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { languageName, type SourceRow, type SourcesView, sourceOrders, sourcePage, sourcesPage } from '../ui/sources.ts'
import { csv, pageOf, unknownChoice } from './lists.ts'
import { type Ask, servePage } from './page.ts'

export function serveSources(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'sources', (ask) => {
    const view = listed(ask)
    if (isRefusal(view)) return view
    const data = () => ({
      total: view.total,
      sources: view.whole.map(({ source, cited }) => ({ ...source, cited })),
    })
    return { data, csv: () => asCsv(view.whole), page: () => sourcesPage(view, ask.place) }
  })
  servePage(server, registry, 'sources/*', ({ place, named }) => {
    const { organisation } = place
    const source = organisation.source(named)
    if (!source) {
      return refuse('unknown-source', `The record has no source "${named}".`, {
        remedy: 'The list of sources has every one.',
      })
    }
    const citing = organisation.citing(named)
    const data = { source, facts: citing.map(({ position, act }) => ({ position, ...act })) }
    return { data, page: () => sourcePage(source, citing, place) }
  })
}

/** The sources as asked for: in one language or all, in the order chosen, in pages. */
function listed({ fold, place, query }: Ask): (SourcesView & { readonly whole: readonly SourceRow[] }) | Refusal {
  const all = rowsOf(fold, place.organisation)
  const languages = [...new Set(all.map(({ source }) => source.language))]
  const choices = [
    {
      name: 'language',
      label: 'Language',
      options: languages
        .map((value) => ({ value, label: languageName(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
      chosen: query.language,
    },
    {
      name: 'order',
      label: 'In order of',
      otherwise: 'title',
      options: Object.entries(sourceOrders).map(([value, label]) => ({ value, label })),
      chosen: query.order,
    },
  ]
  const wrong = unknownChoice(choices)
  if (wrong) return wrong
  const found = all.filter(({ source }) => query.language === undefined || source.language === query.language)
  const whole =
    query.order === 'facts'
      ? found.toSorted((a, b) => b.cited - a.cited)
      : query.order === 'date'
        ? found.toSorted((a, b) => ((a.source.date ?? '') < (b.source.date ?? '') ? 1 : -1))
        : found
  const paged = pageOf(whole, query)
  if (isRefusal(paged)) return paged
  const { items, page, pages } = paged
  const asked = { language: query.language, order: query.order, rows: query.rows }
  return { items, whole, total: whole.length, page, pages, choices, query: asked }
}

const byTitle = new Intl.Collator('en').compare
const remembered = new WeakMap<Fold, { readonly position: number; readonly rows: readonly SourceRow[] }>()

/** By title. Sources speak of every day, so one position has one list; the last one asked for is kept, since sorting is slow. */
function rowsOf(fold: Fold, organisation: Organisation): readonly SourceRow[] {
  const { position } = organisation
  const known = remembered.get(fold)
  if (known?.position === position) return known.rows
  const rows = organisation
    .sources()
    .map((source) => ({ source, cited: organisation.citing(source.source).length }))
    .sort((a, b) => byTitle(a.source.title, b.source.title))
  remembered.set(fold, { position, rows })
  return rows
}

function asCsv(rows: readonly SourceRow[]): string {
  return csv(
    ['source', 'title', 'publisher', 'url', 'date', 'language', 'licence', 'facts'],
    rows.map(({ source, cited }) => [
      source.source,
      source.title,
      source.publisher,
      source.url ?? undefined,
      source.date ?? undefined,
      source.language,
      source.licence,
      cited,
    ]),
  )
}
