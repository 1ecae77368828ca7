import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Day, Instant } from '../rules/index.ts'
import { xml } from './atom.ts'

/** One thing of a private feed: what it says, and the page where it is done. */
export interface FeedItem {
  /** The same as long as it is the same thing, and of no other. */
  readonly key: string
  readonly title: string
  readonly text: string
  readonly updated: Instant
  readonly link: string
}

/** One date of a private calendar. */
export interface CalendarItem extends FeedItem {
  /** An instant, or a whole day, the last of several where `until` says so. */
  readonly when: Instant | Day
  readonly until?: Day
  /** Grows with each change. */
  readonly version: number
}

export interface FeedOf {
  /** What tells this feed from every other. */
  readonly key: string
  readonly title: string
  readonly says: string
  readonly author: string
  readonly page: string
  readonly updated: Instant
}

/**
 * A private Atom feed (RFC 4287). Its own address is not in it, since it holds a key.
 * @param uuidOf makes a UUID from what is always the same for an item, so that readers know it again
 */
export function privateAtom(feed: FeedOf, items: readonly FeedItem[], uuidOf: (text: string) => string): string {
  const iri = (text: string) => `urn:uuid:${uuidOf(text)}`
  const entries = items.map(
    ({ key, title, text, updated, link }) => `<entry>
<id>${iri(`${feed.key} ${key}`)}</id>
<title>${xml(title)}</title>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
<content type="text">${xml(text)}</content>
</entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${iri(feed.key)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.says)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${xml(feed.author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
${entries.join('')}</feed>
`
}

/** A private calendar (RFC 5545). An instant has no length; what takes whole days takes nobody's time. */
export function privateCalendar(
  feed: FeedOf,
  items: readonly CalendarItem[],
  uuidOf: (text: string) => string,
): string {
  const calendar = ical({
    name: feed.title,
    description: feed.says,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Chancery', product: 'What waits', language: 'EN' },
    ttl: 60 * 60,
  })
  for (const { key, title, text, updated, link, when, until, version } of items) {
    const isDay = when.length === 10
    const changed = new Date(updated)
    calendar.createEvent({
      id: `${uuidOf(`${feed.key} ${key}`)}@chancery.invalid`,
      start: isDay ? new Date(`${when}T00:00:00.000Z`) : new Date(when),
      ...(isDay ? { end: dayAfter(until ?? (when as Day)), allDay: true } : {}),
      stamp: changed,
      lastModified: changed,
      sequence: version,
      summary: title,
      description: `${text}\n${link}`,
      url: link,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

/** In a calendar the end of a day is the next one. */
function dayAfter(day: Day): Date {
  return new Date(Date.parse(day) + 86_400_000)
}
