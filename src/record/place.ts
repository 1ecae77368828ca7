import { type Day, earliest, type Instant } from '../rules/index.ts'
import type { Act } from './acts.ts'
import type { Entry } from './entry.ts'

/** The day an act without a date belongs to: before every other, since it is true of all of them. */
export const everyDay = '' as Day

/** After every day that can be written. */
export const endOfTime = '9999-12-31' as Day

/** An anchor that puts an act before all others of its day. */
export const dayBegins = 'day-begins'

/** The place of an act in its day: the steps from the day's beginning through the acts it was placed after. */
export type Place = readonly Step[]
interface Step {
  /** Placed at the beginning, entered as history, or live: in this order. */
  readonly group: 0 | 1 | 2
  readonly at: Instant | ''
  readonly position: number
}

/** What ordering needs of an entry: its day of effect, its place in that day, its position. */
export interface Placed {
  readonly day: Day
  readonly place: Place
  readonly position: number
}

/** The day on which an act counts: the earliest its date may mean, or every day. A live act is given its `on` when it is submitted. */
export function dayOfEffect(act: Act): Day {
  return act.on === undefined ? everyDay : earliest(act.on)
}

/**
 * Where an entry stands, from the entries before it. Immutable once given, so that what is entered later never moves it.
 *
 * @source the design's rule on order within a day: the place in the history file, or the instant of a live act; `after`
 *   places a late fact; an act that carries out a decision follows it. `after` means immediately after: of two acts
 *   placed after the same one, the later entered stands nearer to it. A correction keeps the place of what it corrects
 *   as long as the day stays the same and nothing else is said.
 */
export function placeOf(entry: Entry, placed: (id: string) => Placed | undefined): Placed {
  const { act, position } = entry
  const day = dayOfEffect(act)
  const step: Step = {
    group: act.after === dayBegins ? 0 : act.history ? 1 : 2,
    at: act.history ? '' : (act.at ?? entry.recordedAt),
    position,
  }
  const anchorId = act.after ?? act.carriesOut
  const anchor = anchorId === undefined ? undefined : placed(anchorId)
  if (anchor && anchor.day === day) return { day, position, place: [...anchor.place, step] }
  if (act.after === undefined) {
    const corrected = act.replaces?.map(placed).find((p) => p?.day === day)
    if (corrected) return { day, position, place: corrected.place }
  }
  return { day, position, place: [step] }
}

/** A day as a number that orders as the day does: 20170609; every day 0. */
export function dayNumber(day: Day): number {
  if (day === everyDay) return 0
  let number = 0
  // By its digits: cutting it up would make three strings for each of a million acts.
  for (let index = 0; index < 10; index += 1)
    if (index !== 4 && index !== 7) number = 10 * number + day.charCodeAt(index) - 48
  return number
}

/**
 * Whether an act stands where nearly all of history does: on its day in the order of entry, next to nothing in
 * particular. Its place then is its position.
 */
export function isPlain({ history, after, carriesOut, replaces }: Act): boolean {
  return history === true && after === undefined && carriesOut === undefined && replaces === undefined
}

/** Orders by day, then place in the day, then position (two corrections of one act stand at one place). */
export function compare(a: Placed, b: Placed): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  for (let depth = 0; ; depth++) {
    const [left, right] = [a.place[depth], b.place[depth]]
    if (left === undefined || right === undefined) return a.place.length - b.place.length || a.position - b.position
    const difference = compareSteps(left, right, depth)
    if (difference !== 0) return difference
  }
}

function compareSteps(a: Step, b: Step, depth: number): number {
  if (depth > 0) return b.position - a.position
  if (a.group !== b.group) return a.group - b.group
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.group === 0 ? b.position - a.position : a.position - b.position
}
