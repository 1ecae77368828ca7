import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'

/** One thing by which a list can be narrowed. */
export interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string | undefined
  /** What holds while nothing is chosen; "any" if not said. */
  readonly otherwise?: string
}

/** Narrows a list; works without script, and its address can be shared. */
export function narrowingForm(place: Place, choices: readonly Choice[]): Html {
  const kept = { on: place.on, known: place.known }
  const some = choices.some((choice) => choice.chosen !== undefined)
  return html`<form method="get" action="${place.path}" class="narrowing" aria-label="Narrow the list">${Object.entries(kept).map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : undefined))}
${choices.map(({ name, label, options, chosen, otherwise = 'any' }) => html`<label><span>${label}</span> <select name="${name}"><option value="">${otherwise}</option>${options.map((option) => html`<option value="${option.value}" ${option.value === chosen ? html`selected` : undefined}>${option.label}</option>`)}</select></label>`)}
<button class="button">Show</button>${some ? html`<a href="${withQuery(place, {})}">Show all</a>` : undefined}</form>`
}

/** The ways to the pages of a long list. */
export function pager(place: Place, query: Query, page: number, of: number): Html | undefined {
  if (of < 2) return undefined
  const link = (number: number, text: string, rel: string) =>
    number < 1 || number > of
      ? undefined
      : html`<a href="${withQuery(place, { ...query, page: String(number) })}" rel="${rel}">${text}</a>`
  return html`<nav class="pager" aria-label="Pages of the list">${link(page - 1, '← Before', 'prev')}<span>Page ${page} of ${of}</span>${link(page + 1, 'Next →', 'next')}</nav>`
}

export type Query = Readonly<Record<string, string | undefined>>

/** The address of this page with other choices, keeping the two clocks. */
export function withQuery(place: Place, query: Query): string {
  const all = Object.entries({ on: place.on, known: place.known, ...query }).filter(([, value]) => value)
  const search = new URLSearchParams(all as [string, string][])
  return `${place.path}${search.size > 0 ? `?${search}` : ''}`
}
