import { type Certainty, type Day, earliest, holdsOn, latest, type PartialDate } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Dated, Organisation } from './organisation.ts'
import type { Meeting } from './sittings.ts'

export type Term = Dated<'term-began'>
export type Chair = Dated<'chair-taken'>
export type Shares = Dated<'shares-stated'>
type Body = ActOf<'body-described'>

/**
 * How surely a period covers a day, where its end may not be known: `end-not-on-record` is neither yes nor no, and is
 * never counted as holding.
 */
export type Covers = Certainty | 'end-not-on-record'

/** An office with everyone known to have held it, in order, those after the day included. */
export interface Office {
  readonly office: string
  /** As it was styled by the last of its holders. */
  readonly title: string
  readonly body: string | undefined
  readonly terms: readonly { readonly entry: Term; readonly onDay: Covers }[]
}

export function officesOf(organisation: Organisation): Office[] {
  const byOffice = Map.groupBy(organisation.listedThroughout('term-began'), ({ act }) => act.office)
  return [...byOffice].map(([office, entries]) => ({
    office,
    title: entries.at(-1)?.act.title ?? office,
    body: entries.at(-1)?.act.body,
    terms: entries.map((entry) => ({ entry, onDay: covers(entry.act, organisation.day) })),
  }))
}

/** Who held, or may have held, an office on the day. */
export function holdersOnDay({ terms }: Office): Office['terms'] {
  return terms.filter(({ onDay }) => onDay === 'holds' || onDay === 'uncertain')
}

/** Whether a period of an office or a chair covers a day. */
export function covers(act: ActOf<'term-began'> | ActOf<'chair-taken'>, day: Day): Covers {
  const holds = holdsOn({ from: act.on, ...(act.to ? { to: act.to } : {}) }, day)
  const endUnknown = act.to === undefined && act.doubt.some((doubt) => doubt.field === 'to')
  return endUnknown && holds !== 'does-not-hold' ? 'end-not-on-record' : holds
}

/** The chair of a body over time: periods where they are on record, and whoever led each meeting. */
export interface ChairsOfBody {
  readonly body: string
  readonly periods: readonly { readonly entry: Chair; readonly onDay: Covers }[]
  /** Meetings of which the chair is on record, those after the day included. */
  readonly meetings: readonly Meeting[]
  /** Meetings on record of which the chair is not. */
  readonly unchaired: number
}

/** Bodies with periods in the chair first, then those described bodies of whose meetings the chair is on record. */
export function chairsOf(organisation: Organisation, throughout: Organisation): ChairsOfBody[] {
  const periods = Map.groupBy(organisation.listedThroughout('chair-taken'), ({ act }) => act.body)
  const meetings = Map.groupBy(throughout.meetings(), ({ act }) => act.body)
  const bodies = organisation.bodies().map(({ body }) => body)
  return [...new Set([...periods.keys(), ...bodies])].flatMap((body) => {
    const all = (meetings.get(body) ?? []).filter(({ act }) => act.inMarginsOf === undefined)
    const row: ChairsOfBody = {
      body,
      periods: (periods.get(body) ?? []).map((entry) => ({ entry, onDay: covers(entry.act, organisation.day) })),
      meetings: all.filter(({ act }) => act.chair !== undefined),
      unchaired: all.filter(({ act }) => act.chair === undefined).length,
    }
    return row.periods.length + row.meetings.length > 0 ? [row] : []
  })
}

/** One scale of shares in the budget. */
export interface Scheme {
  readonly entry: Shares
  readonly onDay: Certainty
  /** What the shares on record add up to, in per cent. */
  readonly sum: number
  readonly complete: boolean
  /** Members when the scale began whose share was not read; nobody where the shares on record are complete. */
  readonly notRead: readonly string[]
}

/** Shares are printed to one decimal, so a complete scale may miss the hundred by rounding. */
const rounding = 0.25

/** The scales in the order in which they began; where the beginning is not on record, in that of the end. */
export function schemesOf(organisation: Organisation): Scheme[] {
  const all = organisation
    .listedThroughout('shares-stated')
    .toSorted((a, b) => (begins(a.act) < begins(b.act) ? -1 : begins(a.act) > begins(b.act) ? 1 : 0))
  const certainties = all.map(({ act }) => inForce(act, organisation.day))
  const settled = certainties.lastIndexOf('holds')
  return all.map((entry, index) => {
    const sum = Math.round(10 * entry.act.shares.reduce((total, { percent }) => total + percent, 0)) / 10
    const complete = Math.abs(sum - 100) <= rounding
    const has = new Set(entry.act.shares.map(({ participant }) => participant))
    // One scale takes the place of another, so what surely holds leaves no doubt about those before it.
    const before = index < settled ? 'does-not-hold' : undefined
    return {
      entry,
      onDay: before ?? certainties[index] ?? 'does-not-hold',
      sum,
      complete,
      notRead: complete ? [] : membersOn(organisation, entry.act.from).filter((id) => !has.has(id)),
    }
  })
}

function begins({ from, to }: ActOf<'shares-stated'>): string {
  return from ?? to ?? ''
}

/** A scale whose beginning is not on record may be in force on any day before its end. */
function inForce({ from, to, doubt }: ActOf<'shares-stated'>, day: Day): Certainty {
  if (from === undefined) return to !== undefined && day < latest(to) ? 'uncertain' : 'does-not-hold'
  const holds = holdsOn({ from, ...(to ? { to } : {}) }, day)
  const endUnknown = to === undefined && doubt.some(({ field }) => field === 'to')
  return endUnknown && holds === 'holds' ? 'uncertain' : holds
}

/** Those who surely or perhaps had the full status on the first day that a date may mean. */
export function membersOn(organisation: Organisation, date: PartialDate | Day | undefined): string[] {
  if (date === undefined) return []
  const full = new Set(organisation.description?.statuses.filter((s) => s.tone === 'member').map((s) => s.status))
  return organisation
    .onDay(earliest(date as PartialDate))
    .holdings()
    .filter(({ status }) => full.has(status))
    .map(({ participant }) => participant)
}

/** Bodies that are always at work, or whose chief is on record; those only planned are not among them. */
export function permanentBodies(organisation: Organisation): Body[] {
  const led = new Set(organisation.listedThroughout('term-began').map(({ act }) => act.body))
  return organisation.bodies().filter(({ body, type }) => /^permanent\b/.test(type) || led.has(body))
}

export function plannedBodies(organisation: Organisation): Body[] {
  return organisation.bodies().filter(({ type }) => /^planned\b/.test(type))
}
