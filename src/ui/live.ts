// What a page that follows the register keeps of a reader's own when it is brought up to date. Also runs in the browser,
// where assets/live.js gives it what stands on the page: it imports nothing.

export const liveWords = {
  upToDate: (time: string) => `The page was brought up to date at ${time}.`,
  lost: 'The connection is lost. What you see may no longer be current; it is being tried again.',
  back: 'The connection is back.',
  unread: 'Something has changed, and the page cannot be read at the moment. It is being tried again.',
  kept: (label: string) =>
    label === ''
      ? 'The page no longer has a field into which you had written:'
      : `The page no longer has the field “${label}”, into which you had written:`,
  done: 'I have it',
}

/** A field as it stands in a form. */
export interface Field {
  /** What tells it from others: its form, its name, and its value where several share a name. */
  readonly key: string
  /** What a reader would call it. */
  readonly label: string
  /** What it holds, and what the server gave it; of a box that can be ticked, `on` or nothing. */
  readonly value: string
  readonly given: string
  /** What can be chosen, where it is a list. */
  readonly choices?: readonly string[]
  /** Never shown again in the open. */
  readonly secret?: boolean
}

export interface Kept {
  /** What to put into which of the new fields, and in which of the old ones it stood. */
  readonly set: readonly { readonly index: number; readonly value: string; readonly from: number }[]
  /** What a reader had written that has no place any more. */
  readonly lost: readonly { readonly label: string; readonly value: string }[]
}

/**
 * What a reader changed is put back where it stood; what was not touched is as the server gives it now. Where a key
 * stands for several fields and their number has changed nobody can say which is which, so nothing is put anywhere.
 */
export function keep(before: readonly Field[], after: readonly Field[]): Kept {
  const set: { index: number; value: string; from: number }[] = []
  const lost: { label: string; value: string }[] = []
  const placesAfter = placesOf(after)
  for (const [key, places] of placesOf(before)) {
    const now = placesAfter.get(key) ?? []
    for (const [nth, place] of places.entries()) {
      const { value, given, label, secret } = before[place] as Field
      if (value === given) continue
      const index = now.length === places.length ? now[nth] : undefined
      const choices = index === undefined ? undefined : after[index]?.choices
      if (index !== undefined && (choices === undefined || choices.includes(value)))
        set.push({ index, value, from: place })
      else if (value.trim() !== '' && !secret) lost.push({ label, value })
    }
  }
  return { set, lost }
}

/** Of several things that were open or closed, what each of the new ones is to be; the same caution as with fields. */
export function keepOpen(
  before: readonly { readonly key: string; readonly open: boolean }[],
  after: readonly { readonly key: string; readonly open: boolean }[],
): boolean[] {
  const placesBefore = placesOf(before)
  const result = after.map(({ open }) => open)
  for (const [key, places] of placesOf(after)) {
    const then = placesBefore.get(key) ?? []
    if (then.length !== places.length) continue
    for (const [nth, place] of places.entries()) result[place] = before[then[nth] as number]?.open ?? false
  }
  return result
}

/** Whether a page has to do with what was changed. */
export function concerns(
  about: readonly string[] | 'all',
  page: { readonly all: boolean; readonly about: readonly string[] },
) {
  return page.all || about === 'all' || about.some((id) => page.about.includes(id))
}

/** How long to wait before the page is fetched again: at most four times a second. In milliseconds. */
export function waitFor(lastAt: number, now: number): number {
  return Math.max(0, lastAt + 250 - now)
}

/** How long to wait before trying again what failed so often. In milliseconds. */
export function patience(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1))
}

function placesOf(keyed: readonly { readonly key: string }[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, { key }] of keyed.entries()) places.set(key, [...(places.get(key) ?? []), index])
  return places
}
