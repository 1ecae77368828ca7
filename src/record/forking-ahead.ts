import { type Day, earliest, type PartialDate } from '../rules/index.ts'
import type { Act } from './acts.ts'
import type { Entry } from './entry.ts'
import { dayOfEffect, everyDay } from './place.ts'
import { describes, refersTo } from './references.ts'

/**
 * Without what nobody could know on a day though the record has it for every day: a text written later, a figure of a
 * later year, a membership elsewhere that begins later; and what is said of a thing that is left out with them.
 */
export function knownOn(entries: readonly Entry[], day: Day): Entry[] {
  const named = new Set(entries.filter(({ act }) => isLaw(act)).flatMap(({ act }) => refersTo(act).map(nameOf)))
  const isAhead = ({ act }: Entry) => {
    const told = dayOfEffect(act) === everyDay ? dayTold(act) : undefined
    if (told === undefined || earliest(told) <= day) return false
    // A rule in force keeps the document in which it stands, whatever the date of that is.
    const thing = describes(act)
    return thing === undefined || !named.has(nameOf(thing))
  }
  const left = entries.filter((entry) => !isAhead(entry))
  const there = new Set(left.flatMap(({ act }) => describes(act) ?? []).map(nameOf))
  return left.filter(({ act }) => !isDetail(act) || refersTo(act).every((thing) => there.has(nameOf(thing))))
}

/** The end, without which it is not known yet, of what lasts beyond a day. */
export function withoutTheEndAhead(act: Act, day: Day): Act {
  if (act.kind !== 'membership-recorded' && act.kind !== 'shares-stated' && act.kind !== 'rule-stated') return act
  const { to, ...said } = act
  return to === undefined || earliest(to) <= day ? act : (said as Act)
}

/** The date for which an act speaks that is true of every day. */
function dayTold(act: Act): PartialDate | undefined {
  switch (act.kind) {
    case 'text-described':
    case 'figure-stated':
    case 'definition-described':
    case 'document-described':
      return act.date
    case 'feature-stated':
      return act.asOf
    case 'membership-recorded':
    case 'shares-stated':
      return act.from
    case 'neighbour-described':
      return act.founded
    case 'coverage-stated':
      return String(act.year) as PartialDate
    default:
      return undefined
  }
}

function isLaw({ kind }: Act): boolean {
  return kind === 'rule-stated' || kind === 'gap-stated'
}

/** What says something of another thing, and nothing without it. */
function isDetail({ kind }: Act): boolean {
  const details: readonly Act['kind'][] = [
    'paragraph-abstracted',
    'connection-noted',
    'feature-stated',
    'membership-recorded',
  ]
  return details.includes(kind)
}

function nameOf({ thing, id }: { readonly thing: string; readonly id: string }): string {
  return `${thing}/${id}`
}
