import { completeFor } from '../analysis/index.ts'
import {
  type Answers,
  countsByYear,
  endOfTime,
  fromOutside,
  type Narrowing,
  nameOf,
  narrow,
  notKnown,
  type Organisation,
} from '../record/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import type { ListView } from '../ui/decisions.ts'
import type { Choice } from '../ui/narrowing.ts'
import { bodyName } from '../ui/sentences.ts'
import { capitalised } from '../ui/words.ts'
import type { Ask } from './page.ts'

export { csv } from '../exchange/index.ts'

/** How many rows a page may have; the first unless more are asked for. */
const rowsOffered = ['100', '300', '1000']

interface Listed {
  readonly act: { readonly on: string; readonly body?: string | undefined }
}

/** What to list, and how it may be narrowed. */
export interface Listing<Item extends Listed> {
  readonly all: readonly Item[]
  readonly answers: Answers<Item>
  /** Further fields to narrow by, with the words for their values. */
  readonly fields: readonly {
    readonly name: 'type' | 'outcome'
    readonly label: string
    readonly say: (value: string) => string
  }[]
  readonly byLabel: string
  /** The kind of fact whose coverage stands beside the years, given what is asked for. */
  readonly coverage: (query: Ask['query']) => string | undefined
  /** Every kind of fact that is counted, those of whose coverage nothing is stated too. */
  readonly counts: (query: Ask['query']) => readonly string[]
}

/**
 * A list as asked for: narrowed, the latest first unless `order=oldest`, in pages.
 * @refuses 'unknown-choice' a value that nothing in the list has; 'no-such-page' a page past the end
 */
export function listOf<Item extends Listed>(
  { place, query }: Ask,
  listing: Listing<Item>,
): (ListView<Item> & { readonly whole: readonly Item[] }) | Refusal {
  const { organisation } = place
  const choices = choicesFor(organisation, listing, query)
  const wrong = unknownChoice(choices)
  if (wrong) return wrong
  const asked: Narrowing = {
    body: query.body,
    year: query.year,
    type: query.type,
    outcome: query.outcome,
    by: query.by,
    proposer: listing.answers.proposer ? query.proposer : undefined,
  }
  const found = narrow(listing.all, asked, listing.answers)
  const whole = query.order === 'oldest' ? found : found.reverse()
  const paged = pageOf(whole, query)
  if (isRefusal(paged)) return paged
  const { year: _, ...anyYear } = asked
  const year = Number(query.year)
  const kinds = [...listing.counts(query), ...(query.by === undefined ? [] : ['who-is-named'])]
  return {
    ...paged,
    whole,
    total: whole.length,
    query: { ...asked, order: query.order, rows: query.rows, page: query.page },
    choices,
    complete: completeFor(organisation, kinds, /^\d{4}$/.test(query.year ?? '') ? { from: year, to: year } : undefined),
    years: countsByYear(
      organisation,
      narrow(listing.all, anyYear, listing.answers).map((item) => item.act.on),
      // How often a participant is named hangs on what sources say of each, which no coverage speaks of.
      query.by === undefined ? listing.coverage(query) : undefined,
    ),
  }
}

/**
 * One page of a list, of a hundred rows unless `rows` asks for more.
 * @refuses 'no-such-page' a page past the end, or none at all; 'unknown-choice' a number of rows that is not offered
 */
export function pageOf<Item>(
  whole: readonly Item[],
  { page: asked, rows }: Ask['query'],
): { readonly items: readonly Item[]; readonly page: number; readonly pages: number } | Refusal {
  if (rows !== undefined && !rowsOffered.includes(rows))
    return refuse('unknown-choice', `A list has no pages of "${rows}" rows.`, {
      remedy: `There are pages of ${rowsOffered.join(', ')} rows.`,
    })
  const perPage = Number(rows ?? rowsOffered[0])
  const pages = Math.max(1, Math.ceil(whole.length / perPage))
  const page = Number(asked ?? 1)
  if (!Number.isInteger(page) || page < 1 || page > pages) {
    return refuse('no-such-page', `This list has no page "${asked}".`, { remedy: `It has pages 1 to ${pages}.` })
  }
  return { items: whole.slice((page - 1) * perPage, page * perPage), page, pages }
}

/** @refuses 'unknown-choice' a value that nothing in the list has */
export function unknownChoice(choices: readonly Choice[]): Refusal | undefined {
  const wrong = choices.find(
    ({ chosen, options }) => chosen !== undefined && !options.some((option) => option.value === chosen),
  )
  if (!wrong) return undefined
  const all = wrong.options.map((option) => option.value)
  return refuse('unknown-choice', `Nothing in this list has "${wrong.chosen}" as ${wrong.label.toLowerCase()}.`, {
    remedy:
      all.length > 0
        ? `There is: ${all.slice(0, 12).join(', ')}${all.length > 12 ? ' and more' : ''}.`
        : 'Leave it out.',
  })
}

function choicesFor<Item extends Listed>(
  organisation: Organisation,
  listing: Listing<Item>,
  query: Ask['query'],
): Choice[] {
  const { all } = listing
  const distinct = (values: readonly string[]) => [...new Set(values)]
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'en')
  const bodies = distinct(all.flatMap((item) => item.act.body ?? [])).map((value) => ({
    value,
    label: bodyName(organisation, value),
  }))
  // Also the years of which nothing is on record: the bars lead to each.
  const counts = countsByYear(organisation.onDay(endOfTime), [], undefined)
  const years = distinct([...counts.map(({ year }) => String(year)), ...all.map((item) => item.act.on.slice(0, 4))])
    .filter((value) => value !== '')
    .sort()
    .reverse()
    .map((value) => ({ value, label: value }))
  const people = distinct(all.flatMap((item) => [...listing.answers.by(item)])).map((value) => ({
    value,
    label: nameOf(organisation, value),
  }))
  const { proposer } = listing.answers
  const proposers = distinct(proposer ? all.flatMap((item) => [...proposer(item)]) : []).map((value) => ({
    value,
    label: value === notKnown ? 'not known' : value === fromOutside ? 'somebody outside' : nameOf(organisation, value),
  }))
  return [
    ...(bodies.length > 0 || query.body
      ? [{ name: 'body', label: 'Body', options: bodies.sort(byLabel), chosen: query.body }]
      : []),
    { name: 'year', label: 'Year', options: years, chosen: query.year },
    ...listing.fields.map(({ name, label, say }) => ({
      name,
      label,
      chosen: query[name],
      options: distinct(all.flatMap((item) => listing.answers[name]?.(item) ?? []))
        .map((value) => ({ value, label: capitalised(say(value)) }))
        .sort(byLabel),
    })),
    ...(proposer
      ? [{ name: 'proposer', label: 'Proposed by', options: proposers.sort(byLabel), chosen: query.proposer }]
      : []),
    { name: 'by', label: listing.byLabel, options: people.sort(byLabel), chosen: query.by },
    {
      name: 'order',
      label: 'In order',
      otherwise: 'the latest first',
      options: [{ value: 'oldest', label: 'the oldest first' }],
      chosen: query.order,
    },
  ]
}

/** The items before and after one, among those for which `alike` holds. */
export function neighbours<Item>(
  items: readonly Item[],
  item: Item,
  alike: (other: Item) => boolean,
): { previous: Item | undefined; next: Item | undefined } {
  const list = items.filter((other) => other === item || alike(other))
  const at = list.indexOf(item)
  return { previous: list[at - 1], next: list[at + 1] }
}
