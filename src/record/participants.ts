import { type Certainty, type Day, holdsOn, type PartialDate } from '../rules/index.ts'
import type { Act, ActKind, ActOf, Doubt, Names, SourceReference } from './acts.ts'
import type { Entry } from './entry.ts'

/** A status held over a period `[from, to)`, with the act that granted it and, once it has ended, the act that ended it. */
export interface Holding {
  readonly participant: string
  readonly status: string
  readonly from: PartialDate
  readonly to?: PartialDate
  readonly grantedBy: Entry
  readonly endedBy?: Entry
}

/** What the acts say of one participant. Having a status and being represented are two facts and are kept apart. */
export interface Participant {
  readonly id: string
  readonly description?: ActOf<'participant-described'>
  readonly names?: Names
  readonly capital?: ActOf<'capital-located'>
  readonly holdings: readonly Holding[]
  readonly steps: readonly Entry[]
  /** Attendances as a guest and other contacts; neither is a status. */
  readonly contacts: readonly Entry[]
  readonly representation: readonly Entry[]
}

/** A holding with how surely it covers the day asked about. */
export interface HoldingOnDay extends Holding {
  readonly certainty: Exclude<Certainty, 'does-not-hold'>
}

export function noParticipant(id: string): Participant {
  return { id, holdings: [], steps: [], contacts: [], representation: [] }
}

/** The participant after one more act. */
export function applyToParticipant(before: Participant, entry: Entry): Participant {
  const { act } = entry
  switch (act.kind) {
    case 'participant-described':
      return { ...before, description: act, names: before.names ?? act.names }
    case 'participant-named':
      return { ...before, names: act.names }
    case 'capital-located':
      return { ...before, capital: act }
    case 'status-granted':
      return { ...before, holdings: [...ended(before.holdings, act.on, entry), granted(act, entry)] }
    case 'status-ended':
      return { ...before, holdings: ended(before.holdings, act.on, entry) }
    case 'step-taken':
      return { ...before, steps: [...before.steps, entry] }
    case 'attended-as-guest':
    case 'relation-noted':
      return { ...before, contacts: [...before.contacts, entry] }
    case 'representation-changed':
      return { ...before, representation: [...before.representation, entry] }
    default:
      return before
  }
}

/** Whether an act makes a participant another; those that do not (a position taken) need no version of it. */
export function bearsOnParticipant({ kind }: Act): boolean {
  return bearing.has(kind)
}
const bearing: ReadonlySet<ActKind> = new Set([
  'participant-described',
  'participant-named',
  'capital-located',
  'status-granted',
  'status-ended',
  'step-taken',
  'attended-as-guest',
  'relation-noted',
  'representation-changed',
] satisfies ActKind[])

/** The holdings that cover a day, surely or perhaps. Inside the doubt of a change two may: the old one perhaps still, the new one perhaps already. */
export function holdingsOn(participant: Participant, day: Day): HoldingOnDay[] {
  return participant.holdings.flatMap((holding) => {
    const certainty = holdsOn(holding, day)
    return certainty === 'does-not-hold' ? [] : [{ ...holding, certainty }]
  })
}

export function sourcesOf(holding: Holding): readonly SourceReference[] {
  return [...holding.grantedBy.act.sources, ...(holding.endedBy?.act.sources ?? [])].filter(
    (reference, index, all) => all.findIndex((other) => other.source === reference.source) === index,
  )
}

/** What is doubtful about a holding: of its grant, and of its end as the field `to`. */
export function doubtsOf(holding: Holding): readonly Doubt[] {
  const ofEnd = (holding.endedBy?.act.doubt ?? []).filter((doubt) => doubt.field === 'on')
  return [
    ...holding.grantedBy.act.doubt.map((doubt) => ({ ...doubt, field: doubt.field === 'on' ? 'from' : doubt.field })),
    ...ofEnd.map((doubt) => ({ ...doubt, field: 'to' })),
  ]
}

function granted(act: ActOf<'status-granted'>, entry: Entry): Holding {
  return { participant: act.participant, status: act.status, from: act.on, grantedBy: entry }
}

/** A participant has one status at a time, so what begins ends what went before. */
function ended(holdings: readonly Holding[], on: PartialDate, entry: Entry): Holding[] {
  return holdings.map((holding) => (holding.endedBy ? holding : { ...holding, to: on, endedBy: entry }))
}
