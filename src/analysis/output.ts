import {
  type Commitment,
  comparableYears,
  type Decision,
  type Instrument,
  type Meeting,
  type Organisation,
  type Outcomes,
  type OutputRow,
  outcomesOf,
  outputByYear,
  promisedBy,
  standingOf,
  type YearCell,
} from '../record/index.ts'
import { earliest, type Refusal, refuse } from '../rules/index.ts'
import { type Completeness, completeFor, kindsOfMeetings } from './completeness.ts'
import type { Narrowed } from './questions.ts'

type Known = Meeting['act']['outcomesKnown']

/** One meeting with what is on record of what it decided. */
export interface MeetingOutput {
  readonly meeting: string
  readonly on: string
  readonly outcomesKnown: Known
  readonly decisions: Outcomes
}

/** What is on record of the work of one body, or of all. */
export interface BodyOutput {
  /** Absent for the sum of all. */
  readonly body?: string
  /** Those held; one that is only announced is not counted. */
  readonly meetings: number
  readonly announced: number
  /** Of how many of its meetings the outcomes are known in full, in part, or were not found. */
  readonly outcomesKnown: { readonly [K in Known]: number }
  readonly decisions: Outcomes
  /** Of the adopted those whose meeting is on record. */
  readonly atItsMeetings: number
  /** Adopted at a meeting, over those meetings alone whose outcomes are known in full; absent where there is none. */
  readonly perMeeting?: {
    readonly meetings: number
    readonly least: number
    readonly middle: number
    readonly most: number
  }
  /** Instruments whose text a decision of the body settled, and how many of them a source dates as in force. */
  readonly instruments: readonly string[]
  readonly inForce: number
  /** What was promised in programmes that a decision of the body made or changed, and by decisions taken here. */
  readonly commitments: CommitmentCounts
}

export interface CommitmentCounts {
  readonly all: number
  /** The date set for it is past. */
  readonly over: number
  /** A source says something of what came of it, whatever that is. */
  readonly told: number
  /** The programmes in which it was promised, and the decisions taken here. */
  readonly programmes: readonly string[]
  readonly decisions: readonly string[]
}

export interface OutputView {
  readonly about: string | undefined
  readonly rows: readonly OutputRow[]
  /** Commitments by the year in which they were due, over the same years. */
  readonly due: readonly YearCell[]
  readonly complete: Completeness
  readonly comparable: readonly number[]
  readonly bodies: readonly BodyOutput[]
  readonly all: BodyOutput
  /** Each meeting of the bodies that have one whose outcomes are known in full; asked of one body, of that one. */
  readonly series: readonly { readonly body: string; readonly meetings: readonly MeetingOutput[] }[]
  readonly instruments: { readonly signed: number; readonly inForce: number }
  readonly commitments: CommitmentCounts
}

/** Fewer meetings than these are no series. */
const fewest = 2

/**
 * Whether meetings produce anything: meetings, what was decided, promised and signed, by body and by year.
 * @refuses 'unknown-body' a body of which neither a meeting nor a decision is on record
 */
export function output(organisation: Organisation, { about }: Narrowed): OutputView | Refusal {
  const of: Of = {
    organisation,
    meetings: organisation.meetings(),
    decisions: organisation.decisions(),
    commitments: promisedBy(organisation).map((commitment) => ({
      commitment,
      bodies: bodiesOf(commitment, organisation),
    })),
    instruments: organisation.instruments(),
    settledBy: settling(organisation),
    known: outcomesKnown(organisation),
  }
  const bodies = [...new Set([...of.meetings, ...of.decisions].map(({ act }) => act.body))]
  if (about !== undefined && !bodies.includes(about)) {
    return refuse('unknown-body', `The record has no meeting and no decision of a body "${about}".`, {
      remedy: bodies.length > 0 ? `There is ${bodies.toSorted().join(', ')}.` : 'It has none of any body.',
    })
  }
  const rows = outputByYear(organisation)
  const asked = about === undefined ? bodies : [about]
  const outputs = asked
    .map((body) => outputOf(of, body))
    .sort((a, b) => b.meetings - a.meetings || b.decisions.all - a.decisions.all)
  const all = outputOf(of)
  return {
    about,
    rows,
    due: dueBy(
      of.commitments.map(({ commitment }) => commitment),
      rows,
    ),
    complete: completeFor(organisation, [...kindsOfMeetings(organisation), 'decisions', 'instruments', 'exercises']),
    comparable: comparableYears(rows),
    bodies: outputs,
    all,
    series: outputs.flatMap((one) => {
      const { body } = one
      const isShown = about !== undefined || one.perMeeting !== undefined
      if (body === undefined || !isShown || one.meetings < fewest) return []
      return [{ body, meetings: meetingsOf(of, body) }]
    }),
    instruments: { signed: all.instruments.length, inForce: all.inForce },
    commitments: all.commitments,
  }
}

interface Of {
  readonly organisation: Organisation
  readonly meetings: readonly Meeting[]
  readonly decisions: readonly Decision[]
  readonly commitments: readonly { readonly commitment: Commitment; readonly bodies: ReadonlySet<string> }[]
  readonly instruments: readonly Instrument[]
  /** The bodies of the decisions that settled the text of an instrument. */
  readonly settledBy: ReadonlyMap<string, ReadonlySet<string>>
  /** How far the outcomes of each meeting are known. */
  readonly known: ReadonlyMap<string, Known>
}

function outputOf(of: Of, body?: string): BodyOutput {
  const its = <Item extends { readonly act: { readonly body: string } }>(items: readonly Item[]) =>
    body === undefined ? items : items.filter(({ act }) => act.body === body)
  const meetings = its(of.meetings)
  const held = meetings.filter(({ act }) => !act.planned)
  const decisions = its(of.decisions)
  const known = (how: Known) => held.filter(({ act }) => of.known.get(act.meeting) === how)
  const onRecord = new Set(meetings.map(({ act }) => act.meeting))
  const adopted = decisions.filter(({ act }) => act.outcome === 'adopted')
  const instruments = of.instruments.filter(
    ({ act }) => body === undefined || of.settledBy.get(act.instrument)?.has(body),
  )
  const commitments = of.commitments
    .filter(({ bodies }) => body === undefined || bodies.has(body))
    .map(({ commitment }) => commitment)
  const counts = known('complete')
    .map(
      ({ act }) =>
        of.decisions.filter((one) => one.act.meeting === act.meeting && one.act.outcome === 'adopted').length,
    )
    .sort((a, b) => a - b)
  return {
    ...(body === undefined ? {} : { body }),
    meetings: held.length,
    announced: meetings.length - held.length,
    outcomesKnown: {
      complete: known('complete').length,
      partial: known('partial').length,
      'none-found': known('none-found').length,
    },
    decisions: outcomesOf(decisions),
    atItsMeetings: adopted.filter(({ act }) => act.meeting !== undefined && onRecord.has(act.meeting)).length,
    ...(body !== undefined && counts.length > 0 ? { perMeeting: spread(counts) } : {}),
    instruments: instruments.map(({ act }) => act.instrument),
    inForce: instruments.filter((one) => standingOf(one, of.organisation) === 'in-force').length,
    commitments: {
      all: commitments.length,
      over: commitments.filter(({ standing }) => standing === 'over').length,
      told: commitments.filter((one) => 'came' in one && one.came !== undefined).length,
      programmes: [...new Set(commitments.flatMap(({ programme }) => programme?.act.programme ?? []))],
      decisions: [...new Set(commitments.flatMap(({ decision }) => decision?.act.decision ?? []))],
    },
  }
}

/**
 * As the record states it of each meeting; in full too where the decisions of its year are complete, and in part at least
 * where one of its decisions is on record.
 */
function outcomesKnown(organisation: Organisation): Map<string, Known> {
  const rows = organisation.coverage().filter(({ of, coverage }) => of === 'decisions' && coverage === 'complete')
  const whole = new Set(rows.map(({ year }) => String(year)))
  const decided = new Set(organisation.decisions().map(({ act }) => act.meeting))
  return new Map(
    organisation.meetings().map(({ act }) => {
      if (whole.has(act.on.slice(0, 4))) return [act.meeting, 'complete']
      const some = act.outcomesKnown === 'none-found' && decided.has(act.meeting)
      return [act.meeting, some ? 'partial' : act.outcomesKnown]
    }),
  )
}

/** Of an even number the middle is the mean of the two in the middle. */
function spread(counts: readonly number[]): NonNullable<BodyOutput['perMeeting']> {
  const at = (index: number) => counts[index] ?? 0
  const half = (counts.length - 1) / 2
  return {
    meetings: counts.length,
    least: at(0),
    middle: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    most: at(counts.length - 1),
  }
}

function meetingsOf({ meetings, decisions, known }: Of, body: string): MeetingOutput[] {
  return meetings
    .filter(({ act }) => act.body === body && !act.planned)
    .map(({ act }) => ({
      meeting: act.meeting,
      on: act.on,
      outcomesKnown: known.get(act.meeting) ?? 'none-found',
      decisions: outcomesOf(decisions.filter((one) => one.act.meeting === act.meeting)),
    }))
}

function settling(organisation: Organisation): Map<string, Set<string>> {
  const pairs = organisation.actsOfEveryDay().flatMap(({ act }) => {
    if (act.kind !== 'connection-noted') return []
    const body = organisation.decision(act.decision)?.act.body
    return body === undefined ? [] : [{ instrument: act.instrument, body }]
  })
  return new Map(
    [...Map.groupBy(pairs, ({ instrument }) => instrument)].map(([instrument, list]) => [
      instrument,
      new Set(list.map(({ body }) => body)),
    ]),
  )
}

/** The bodies whose decisions, up to the day, made a programme what it is; of a decision taken here its own. */
function bodiesOf({ programme, decision }: Commitment, organisation: Organisation): Set<string> {
  if (decision) return new Set([decision.act.body])
  const decided = (programme.act.decisions ?? []).flatMap((id) => organisation.decision(id) ?? [])
  return new Set(decided.filter(({ act }) => earliest(act.on) <= organisation.day).map(({ act }) => act.body))
}

function dueBy(commitments: readonly Commitment[], [row]: readonly OutputRow[]): YearCell[] {
  return (row?.cells ?? []).map(({ year, over }) => ({
    year,
    over,
    count: commitments.filter(({ due }) => due?.startsWith(String(year))).length,
    firm: 0,
    coverage: [],
  }))
}
