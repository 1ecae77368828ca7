import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type CalendarItem,
  editionOf,
  type FeedItem,
  type FeedOf,
  privateAtom,
  privateCalendar,
} from '../exchange/index.ts'
import {
  Circle,
  changesFor,
  endOfTime,
  exerciseSays,
  type Fold,
  momentIn,
  negotiationSeen,
  type Organisation,
  type Seat,
  seatId,
  timeIn,
  titled,
  type WaitingItem,
  waitingFor,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Day, type Instant, isExact, latest, refuse } from '../rules/index.ts'
import { instantThere } from '../ui/run/times.ts'
import { ownClockSays } from '../ui/run/waiting-letters.ts'
import {
  changeInWords,
  dueInWords,
  openNaming,
  reasonsInWords,
  waitingAt,
  waitingDoes,
  waitingSays,
} from '../ui/run/waiting-words.ts'
import { seatName } from '../ui/seat-words.ts'
import { bodyName } from '../ui/sentences.ts'
import { capitalised } from '../ui/words.ts'
import { tooOften } from './gate.ts'
import { asked, refused } from './page.ts'
import { ownOrigin } from './seating.ts'
import { uuidOf } from './uuid.ts'

/** What waits, as a feed and as a calendar: to whoever has the key in the address, and to nobody else. */
export function serveWaitingFeeds(server: FastifyInstance, registry: Registry): void {
  const serve = (path: string, type: string, make: (feed: PrivateFeed) => string) =>
    server.get(
      `/:organisation/run/waiting.${path}`,
      { onSend: async (_request, reply) => void reply.headers(quiet) },
      async (request, reply) => {
        const feed = await opened(registry, request, reply)
        return feed ? reply.type(`${type}; charset=utf-8`).send(make(feed)) : reply
      },
    )
  serve('atom', 'application/atom+xml', atomOf)
  serve('ics', 'text/calendar', calendarOf)
}

/** An address with a key in it is told to nobody, and what it gives is kept by nobody in between. */
const quiet = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

interface PrivateFeed {
  readonly fold: Fold
  readonly organisation: Organisation
  readonly description: Organisation['description']
  readonly seat: Seat
  readonly circle: Circle
  readonly at: Instant
  readonly ownClock: boolean
  /** `https://concord.example` */
  readonly address: string
}

/** @refuses 'unknown-key' none, one never made, one ended, or one of another organisation; 'too-many' guesses */
async function opened(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PrivateFeed | undefined> {
  const read = asked(registry, request)
  if ('refusal' in read) {
    refused(reply, read.refusal, read.code, false, read.place)
    return undefined
  }
  const { fold, query, place } = read.ask
  const { accounts, openSeats, limits } = request.server.seating
  const found = query.key ? await accounts.feedKeys.find(query.key, fold.organisation) : undefined
  // What was made while seats were open to whoever comes counts for nothing once they are not.
  if (!found || !(found.account || openSeats)) {
    if (await limits.guessedTooOften(request)) {
      tooOften(request, reply)
      return undefined
    }
    await limits.guessedWrong(request)
    refused(reply, unknownKey, 404, false, place)
    return undefined
  }
  const now = registry.now()
  const { at, on } = momentIn(fold, now)
  const organisation = fold.at(on as string as Day)
  const ownClock = timeIn(fold, now) !== now
  const { description } = place
  const circle = new Circle(organisation)
  return { fold, organisation, description, seat: found.seat, circle, at, ownClock, address: ownOrigin(request) }
}

function feedOf({ organisation, description, seat, at, ownClock, address }: PrivateFeed, updated: Instant): FeedOf {
  const name = description?.names.en ?? organisation.id
  const who = capitalised(seatName(seat, organisation))
  const says = [
    `Private: what waits for ${seatName(seat, organisation)} in the ${name}.`,
    ...(description?.edition === 'exercise' ? [exerciseSays(description)] : []),
    ...(ownClock ? [ownClockSays(at, description?.timeZone ?? 'UTC')] : []),
  ]
  return {
    key: `waiting ${organisation.id} ${seatId(seat)}`,
    title: titled(`${description?.shortName ?? name}: what waits for ${who}`, description),
    says: says.join(' '),
    author: editionOf(organisation.id, description),
    page: `${address}/${organisation.id}/run/waiting`,
    updated,
  }
}

/** An item as it is told outside of the pages, where it says by itself of what organisation it is. */
function told(item: WaitingItem, feed: PrivateFeed): FeedItem {
  const { organisation, description, circle, at, ownClock, address } = feed
  const zone = description?.timeZone ?? 'UTC'
  const says = waitingSays(item, openNaming(organisation, circle.called))
  const lines = [
    `${waitingDoes(item)}.`,
    ...(item.due ? [`${capitalised(dueInWords(item.due, at, organisation.day, zone))}.`] : []),
    ...reasonsInWords(item, zone).map(({ text, article }) => (article ? `${text} (${article})` : text)),
    ...(description?.edition === 'exercise' ? [exerciseSays(description)] : []),
    ...(ownClock ? [ownClockSays(at, zone)] : []),
  ]
  return {
    key: item.id,
    title: titled(says, description),
    text: lines.join('\n'),
    updated: item.changedAt,
    link: `${address}/${organisation.id}/${waitingAt(item)}`,
  }
}

function atomOf(feed: PrivateFeed): string {
  const { fold, organisation, description, circle, seat, at, address } = feed
  const items = waitingFor(circle, seat, at).map((item) => told(item, feed))
  const zone = description?.timeZone ?? 'UTC'
  const titleOf = titlesFor(circle, seat, at)
  const changes = changesFor(fold, circle, seat, 0, at).map(({ id, act, recordedAt }): FeedItem => {
    const updated = (act.at as Instant | undefined) ?? recordedAt
    const decision = 'decision' in act && typeof act.decision === 'string' ? act.decision : undefined
    const title = decision === undefined ? undefined : titleOf(decision)
    return {
      key: `change/${id}`,
      title: titled(changeInWords({ act }, organisation, title), description),
      text: instantThere(updated, zone),
      updated,
      link: `${address}/${organisation.id}/run/${title === undefined ? 'waiting' : `proposals/${decision}`}`,
    }
  })
  const all = [...items, ...changes]
  const updated = all.map((one) => one.updated).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z' as Instant)
  return privateAtom(feedOf(feed, updated), all, uuidOf)
}

/** The titles of the proposals whose text a seat may see, each looked up once. */
export function titlesFor(circle: Circle, seat: Seat, at: Instant): (decision: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (decision) => {
    if (!known.has(decision)) known.set(decision, negotiationSeen(circle, decision, seat, at)?.current.title.en)
    return known.get(decision)
  }
}

function calendarOf(feed: PrivateFeed): string {
  const { circle, seat, at } = feed
  const dated = waitingFor(circle, seat, at).flatMap((item): CalendarItem[] => {
    const when = item.due ?? (item.urgency === 'soon' ? item.since : undefined)
    return when === undefined ? [] : [{ ...told(item, feed), when, version: item.version }]
  })
  return privateCalendar(feedOf(feed, at), [...dated, ...planned(feed)], uuidOf)
}

/** Meetings announced for today or later, of which the day is known. */
function planned(feed: PrivateFeed): CalendarItem[] {
  const { fold, organisation, description, address } = feed
  const meetings = fold.at(endOfTime).meetings()
  const announced = meetings.filter(({ act }) => act.planned && isExact(act.on))
  return announced.flatMap((entry): CalendarItem[] => {
    const { act, recordedAt, position } = entry
    const until = latest(act.lastDay ?? act.on)
    if (until < organisation.day) return []
    const where = act.city ? `, ${act.city}` : ''
    return [
      {
        key: `meeting/${act.meeting}`,
        title: titled(`${capitalised(bodyName(organisation, act.body))}${where}`, description),
        text: 'A meeting announced in the record.',
        updated: recordedAt,
        link: `${address}/${organisation.id}/meetings`,
        when: latest(act.on),
        until,
        version: position,
      },
    ]
  })
}

const unknownKey = refuse(
  'unknown-key',
  'This address opens nothing: its key was never made here, or has been ended.',
  {
    remedy: 'Make a new one on the page “What waits for me”.',
  },
)
