import { daysBetween, earliest, latest } from '../rules/index.ts'
import { type Instrument, standingOf } from './exercises.ts'
import type { Organisation } from './organisation.ts'
import { type Programme, programmesOf } from './programmes.ts'
import type { Decision } from './sittings.ts'

/** From said to done: what was put forward, and what a source says came of it. Nothing here says that anything was kept or broken. */

/** How many of some decisions were adopted, not adopted, or are proposals of which no adoption is on record. */
export interface Outcomes {
  readonly all: number
  readonly adopted: number
  readonly 'not-adopted': number
  readonly proposed: number
}

export function outcomesOf(decisions: readonly Decision[]): Outcomes {
  const count = (outcome: string) => decisions.filter(({ act }) => act.outcome === outcome).length
  return {
    all: decisions.length,
    adopted: count('adopted'),
    'not-adopted': count('not-adopted'),
    proposed: count('proposed'),
  }
}

/** What was decided and what came of it, by kind; the most frequent kind first. */
export function outcomesByKind(decisions: readonly Decision[]): (Outcomes & { readonly type: string })[] {
  return [...Map.groupBy(decisions, ({ act }) => act.type)]
    .map(([type, list]) => ({ type, ...outcomesOf(list) }))
    .sort((a, b) => b.all - a.all || a.type.localeCompare(b.type, 'en'))
}

/** An instrument from signature to entry into force, where a source dates that. */
export interface IntoForce {
  readonly instrument: Instrument
  readonly standing: ReturnType<typeof standingOf>
  /** Days between the two, at the least and at the most that their dates allow; absent where no date is published. */
  readonly days?: { readonly least: number; readonly most: number }
}

/** Instruments signed up to the day. The days are counted whatever the day, from the dates that sources state. */
export function intoForce(organisation: Organisation): IntoForce[] {
  return organisation.instruments().map((instrument) => {
    const { on, inForceOn } = instrument.act
    const standing = standingOf(instrument, organisation)
    if (inForceOn === undefined) return { instrument, standing }
    const least = Math.max(0, daysBetween(latest(on), earliest(inForceOn)))
    return { instrument, standing, days: { least, most: daysBetween(earliest(on), latest(inForceOn)) } }
  })
}

/** What is on record as proposed by one participant. A proposal and the programme that came of it may be one matter: they are not added up. */
export interface Proposer {
  readonly participant: string
  readonly decisions: Outcomes
  readonly programmes: readonly Programme[]
}

/** Who proposes and what becomes of it; what several propose together counts for each. */
export function proposers(organisation: Organisation): {
  readonly rows: readonly Proposer[]
  /** Decisions and programmes in all, and of how many no participant is known as proposer. */
  readonly decisions: { readonly all: number; readonly unknown: number }
  readonly programmes: { readonly all: number; readonly unknown: number; readonly fromOutside: number }
} {
  const decisions = organisation.decisions()
  const programmes = programmesOf(organisation)
  const named = (list: readonly { act: { proposedBy?: string[] | undefined } }[]) =>
    list.flatMap(({ act }) => act.proposedBy ?? [])
  const people = [...new Set([...named(decisions), ...named(programmes)])]
  const rows = people.map((participant) => ({
    participant,
    decisions: outcomesOf(decisions.filter(({ act }) => act.proposedBy?.includes(participant))),
    programmes: programmes.filter(({ act }) => act.proposedBy?.includes(participant)),
  }))
  const nobody = ({ act }: { act: { proposedBy?: string[] | undefined } }) => (act.proposedBy ?? []).length === 0
  const outside = programmes.filter(({ act }) => act.proposer !== undefined)
  return {
    rows: rows.sort((a, b) => b.decisions.all - a.decisions.all || b.programmes.length - a.programmes.length),
    decisions: { all: decisions.length, unknown: decisions.filter(nobody).length },
    programmes: {
      all: programmes.length,
      unknown: programmes.filter((one) => nobody(one) && !outside.includes(one)).length,
      fromOutside: outside.length,
    },
  }
}

/** What was put forward and not adopted, the latest first. */
export function notAdopted(organisation: Organisation): Decision[] {
  return organisation
    .decisions()
    .filter(({ act }) => act.outcome === 'not-adopted')
    .reverse()
}
