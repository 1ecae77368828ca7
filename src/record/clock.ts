import { dayIn, earliest, type Instant, latest, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import { type Act, type ActOf, targetsOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { endOfTime } from './place.ts'

/** The clock of an organisation that does not live today: one made up, or an exercise that begins on a day of the past. */

type Edition = ActOf<'organisation-described'>['edition']
const ownTime: readonly (Edition | undefined)[] = ['made-up', 'exercise']

/**
 * The organisation's time at the real instant `now`: what its clock was last made to show, and the real time that has
 * passed since that was recorded. Without a clock it is `now`. It follows from the register alone, so every process
 * gives the same. Whoever's clock is behind the record's sees what was shown, nothing earlier.
 */
export function timeIn(fold: Fold, now: Instant): Instant {
  const set = lastSet(fold)
  if (!set) return now
  const passed = Math.max(0, Date.parse(now) - Date.parse(set.recordedAt))
  return new Date(Date.parse(set.shows) + passed).toISOString() as Instant
}

/** When a live act happens: its instant and its day. */
export interface Moment {
  readonly at: Instant
  readonly on: PartialDate
}

/**
 * The moment of an act that is submitted at the real instant `now`: the organisation's time, but never before that of
 * the live act entered last. So along the register `at` does not decrease, even if two servers' clocks differ.
 */
export function momentIn(fold: Fold, now: Instant): Moment {
  const shown = timeIn(fold, now)
  const last = fold.lastLive?.act.at
  const at = last !== undefined && last > shown ? last : shown
  return { at, on: dayThere(fold, at) }
}

/** The day of an instant where the organisation sits. */
export function dayThere(fold: Fold, at: Instant): PartialDate {
  return dayIn(at, fold.at(endOfTime).description?.timeZone ?? 'UTC') as string as PartialDate
}

/**
 * The moment of a live act as it was sent. The Secretariat may enter what happened on another day, a seat may not; only
 * the day on which its own status is to end is for a participant to name, and it may lie ahead.
 *
 * @refuses 'not-your-clock' a moment that is not now, from a seat that is not the Secretariat; or one that would stand
 *   before the last live act or after now
 */
export function momentOf(fold: Fold, sent: Act, now: Instant, isSecretariat: boolean): Moment | Refusal {
  const moment = momentIn(fold, now)
  const { at = moment.at, on = moment.on } = sent
  const last = fold.lastLive?.act.at
  const inOrder = at === moment.at || (isSecretariat && at <= moment.at && (last === undefined || last <= at))
  if (!inOrder) {
    return refuse('not-your-clock', `"at" is ${at}, and it is ${moment.at} in this organisation.`, {
      remedy: 'Nothing was entered. Leave "at" away; an act is given the time at which it arrives.',
    })
  }
  const ahead = sent.kind === 'status-ended' && earliest(on) >= earliest(moment.on)
  // A meeting is published when it is over; that it says what is on record is for its rule to ask.
  const published = sent.kind === 'meeting-held' && latest(on) < earliest(moment.on)
  if (isSecretariat || ahead || published || on === moment.on) return { at, on: sent.on ?? dayThere(fold, at) }
  return refuse('not-your-clock', `"on" is ${on}, and it is ${moment.on} in this organisation.`, {
    remedy: 'Nothing was entered. Leave "on" away; only the Secretariat enters what happened on another day.',
  })
}

/**
 * What the clock allows. Only what is made up or an exercise has a time of its own, and it runs forward.
 *
 * @refuses 'clock-of-the-world' a clock for an organisation that lives today
 * @refuses 'clock-backwards' a live act that would set the clock to what has been, or to now
 */
export function clockRefusal(fold: Fold, act: Act): Refusal | undefined {
  const before = fold.at(endOfTime).description
  const shows =
    act.kind === 'clock-set' ? act.shows : act.kind === 'organisation-described' ? act.clock?.shows : undefined
  if (shows === undefined) return undefined
  const edition = act.kind === 'organisation-described' ? act.edition : before?.edition
  if (!ownTime.includes(edition)) {
    return refuse('clock-of-the-world', 'The clock of this organisation is that of the world, and nobody sets it.', {
      remedy:
        'Only a made-up organisation or an exercise has a clock of its own. To play on from a day, make an exercise of it: chancery fork.',
    })
  }
  const repeated = act.kind === 'organisation-described' && before?.clock?.shows === shows
  if (act.history || repeated || act.at === undefined || shows > act.at) return undefined
  return refuse('clock-backwards', `The clock shows ${act.at} and cannot be set to ${shows}: it only runs forward.`, {
    remedy: 'Set it to a later time, or make another exercise that begins on an earlier day.',
  })
}

/**
 * An exercise stays one, and says of what: it is never passed off as the record it was made from.
 *
 * @refuses 'still-an-exercise' an act that would take away or change what says so
 */
export function exerciseRefusal(fold: Fold, act: Act): Refusal | undefined {
  const before = fold.at(endOfTime).description
  if (before?.edition !== 'exercise') return undefined
  const says = act.kind === 'organisation-described' ? act : undefined
  const same =
    says?.edition === 'exercise' &&
    JSON.stringify(says.forkedFrom ?? null) === JSON.stringify(before.forkedFrom ?? null)
  const takesOut = targetsOf(act).some((id) => fold.entry(id)?.act.kind === 'organisation-described')
  if (says ? same : !takesOut) return undefined
  return refuse('still-an-exercise', 'This is an exercise, and its description must go on saying so, and of what.', {
    remedy: 'Leave "edition" and "forkedFrom" as they are; a description is replaced, not withdrawn.',
  })
}

/** What last set the clock, among what counts. A description that repeats the clock of the one before sets nothing. */
function lastSet(fold: Fold): { readonly shows: Instant; readonly recordedAt: Instant } | undefined {
  let last: { shows: Instant; recordedAt: Instant; position: number } | undefined
  const note = (entry: Entry, shows: Instant) => {
    if (last === undefined || last.position < entry.position)
      last = { shows, recordedAt: entry.recordedAt, position: entry.position }
  }
  for (const entry of fold.acts('kind', 'clock-set', endOfTime, fold.position))
    if (entry.act.kind === 'clock-set') note(entry, entry.act.shows)
  const described = fold.at(endOfTime).description
  if (described?.clock) note(firstToShow(fold, described.clock.shows) as Entry, described.clock.shows)
  return last
}

/** The first of the descriptions, one replacing the other, that gives the clock as the one in use does. */
function firstToShow(fold: Fold, shows: Instant): Entry | undefined {
  const says = (entry: Entry | undefined) =>
    entry?.act.kind === 'organisation-described' && entry.act.clock?.shows === shows ? entry : undefined
  let entry = fold.acts('organisation', 'it', endOfTime, fold.position).at(-1)
  for (;;) {
    const earlier = entry?.act.replaces?.map((id) => says(fold.entry(id))).find((one) => one !== undefined)
    if (!earlier) return entry
    entry = earlier
  }
}
