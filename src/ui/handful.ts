import { type Content, type Html, html } from './html.ts'

const few = 5

/**
 * The latest few of a list in order of time, the latest first. The way to the rest is a link to the whole list where
 * there is one, else they are unfolded in place.
 */
export function handful<Item>(
  items: readonly Item[],
  show: (some: readonly Item[]) => Content,
  whole?: { readonly href: string; readonly says: string } | undefined,
): Html | undefined {
  if (items.length === 0) return undefined
  const latestFirst = [...items].reverse()
  const shown = show(latestFirst.slice(0, few))
  const rest = latestFirst.slice(few)
  const unfold =
    rest.length > 0 &&
    html`<details><summary><small>${rest.length === 1 ? 'One' : rest.length} earlier</small></summary>${show(rest)}</details>`
  if (whole === undefined) return html`${shown}${unfold}`
  return html`${shown}<p class="note"><a href="${whole.href}">${whole.says}</a></p>`
}
