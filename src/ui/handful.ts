import { type Content, type Html, html } from './html.ts'

const few = 5

/**
 * The latest few of a list in order of time, the latest first. The way to the rest is a link to the whole list where
 * there is one, else they are unfolded in place.
 */
export function handful<Item>(
  items: readonly Item[],
  show: (some: readonly Item[]) => Content,
  whole?: string,
): Html | undefined {
  if (items.length === 0) return undefined
  const latestFirst = [...items].reverse()
  const shown = show(latestFirst.slice(0, few))
  const rest = latestFirst.slice(few)
  if (rest.length === 0 && whole === undefined) return html`${shown}`
  if (whole !== undefined)
    return html`${shown}<p class="note"><a href="${whole}">${rest.length > 0 ? `All ${items.length}, in the whole list` : 'In the whole list'}</a></p>`
  return html`${shown}<details><summary><small>${rest.length} earlier</small></summary>${show(rest)}</details>`
}
