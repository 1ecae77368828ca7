import { addDays, type Day, earliest, type Instant, instantIn } from '../rules/index.ts'
import type { Act, ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { knownOn, withoutTheEndAhead } from './forking-ahead.ts'
import { dayBegins, dayOfEffect, endOfTime, everyDay } from './place.ts'

export type ForkedFrom = NonNullable<ActOf<'organisation-described'>['forkedFrom']>

/**
 * The acts with which an exercise begins: all that counts in a record, as known at a position, and took effect by the
 * end of a day or is true of every day and could be known on it, in their order of effect and as history. What was corrected is left behind, so
 * nothing here replaces anything; ids stay, so that each act can be looked up where it came from.
 *
 * @param forkedFrom the day, the position and what stands for the register up to there
 */
export function actsOfFork(fold: Fold, forkedFrom: ForkedFrom): Act[] {
  const { position } = forkedFrom
  const day = forkedFrom.on as string as Day
  const description = fold.at(endOfTime, position).description
  if (!description) return []
  const organisation = fold.at(day, position)
  const dated = organisation.acts().filter(({ act }) => dayOfEffect(act) <= day)
  const kept = knownOn(
    [...organisation.actsOfEveryDay(), ...dated].filter(({ act }) => !leftBehind.has(act.kind)),
    day,
  )
  const ids = new Set(kept.map(({ id }) => id))
  const copied = kept.map((entry, index) =>
    withoutTheEndAhead(asHistory(fold, entry, kept[index - 1], ids, position), day),
  )
  return [begun(description, forkedFrom), ...copied]
}

/** An exercise has one description and a clock of its own, and withdraws nothing that it has. */
const leftBehind: ReadonlySet<Act['kind']> = new Set(['organisation-described', 'clock-set', 'act-withdrawn'])

function asHistory(
  fold: Fold,
  { act }: Entry,
  before: Entry | undefined,
  ids: ReadonlySet<string>,
  known: number,
): Act {
  const { replaces: _, after: __, correction: ___, carriesOut, ...said } = act
  const carried = carriesOut === undefined ? undefined : inUse(fold, carriesOut, ids, known)
  // An act that carries out another would stand next to it; where the day had it elsewhere, that is where it stays.
  const sameDay = carried !== undefined && dayOfEffect(fold.entry(carried)?.act ?? act) === dayOfEffect(act)
  const follows = before && dayOfEffect(before.act) === dayOfEffect(act) ? before.id : dayBegins
  return {
    ...said,
    ...(carried === undefined ? {} : { carriesOut: carried }),
    ...(sameDay && dayOfEffect(act) !== everyDay ? { after: follows } : {}),
    history: true,
  } as Act
}

/** The act that stands for another now: itself, or what replaced it; `undefined` if neither was taken along. */
function inUse(fold: Fold, id: string, ids: ReadonlySet<string>, known: number): string | undefined {
  if (ids.has(id)) return id
  const later = fold.against(id, known).filter(({ act }) => act.replaces?.includes(id))
  for (const entry of later.toReversed()) {
    const found = inUse(fold, entry.id, ids, known)
    if (found !== undefined) return found
  }
  return undefined
}

/** At nine in the morning of the next day, so that the first act of the exercise follows the last of the record. */
function begun(description: ActOf<'organisation-described'>, forkedFrom: ForkedFrom): Act {
  const { pointOfEntry, on: _, at: __, after: ___, replaces: ____, correction: _____, ...said } = description
  const day = forkedFrom.on as string as Day
  return {
    ...said,
    history: true,
    edition: 'exercise',
    forkedFrom,
    coveredTo: forkedFrom.on,
    clock: { shows: nineOn(addDays(day, 1), description.timeZone) },
    ...(pointOfEntry && earliest(pointOfEntry.on) <= day ? { pointOfEntry } : {}),
  }
}

/** The instant at which it is nine in the morning of a day in a time zone. */
export function nineOn(day: Day, timeZone: string): Instant {
  return instantIn(`${day}T09:00`, timeZone)
}
