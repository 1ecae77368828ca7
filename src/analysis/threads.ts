import {
  type ActOf,
  type Dated,
  type Decision,
  type Entry,
  type Instrument,
  keyTexts,
  type Meeting,
  type Organisation,
  type Paragraph,
  type Programme,
  type ReportedStance,
  type Text,
} from '../record/index.ts'
import { earliest } from '../rules/index.ts'

/** A matter to be followed: one that the record describes, or a single programme. */
export interface Thread {
  readonly thread: string
  readonly title: string
  readonly asks: string
  /** Whether a description in the record says what belongs to it; otherwise it is what its programme refers to. */
  readonly described: boolean
  readonly follows: Follows
}

type Described = ActOf<'thread-described'>
export type Follows = Pick<
  Described,
  'programmes' | 'decisions' | 'meetings' | 'instruments' | 'disputes' | 'topics' | 'statuses'
>

/** The matters that the record describes, in the order in which they were entered. */
export function threadsOf(organisation: Organisation): Thread[] {
  return organisation.listed('thread-described').map(({ act }) => ({
    thread: act.thread,
    title: act.title,
    asks: act.asks,
    described: true,
    follows: followsOf(act),
  }))
}

/** The matter with this id; or else the programme with it, followed by itself. */
export function threadOf(organisation: Organisation, id: string): Thread | undefined {
  const described = threadsOf(organisation).findLast(({ thread }) => thread === id)
  if (described) return described
  const programme = organisation.listedThroughout('programme-recorded').findLast(({ act }) => act.programme === id)
  return programme && alone(programme)
}

/** A programme as a matter of its own: what it refers to, and what refers to it. */
export function alone({ act }: Programme): Thread {
  return {
    thread: act.programme,
    title: act.title,
    asks: `What became of: ${act.title}?`,
    described: false,
    follows: { programmes: [act.programme] },
  }
}

function followsOf({ programmes, decisions, meetings, instruments, disputes, topics, statuses }: Described): Follows {
  return { programmes, decisions, meetings, instruments, disputes, topics, statuses }
}

type Granting = Dated<'status-granted'>
type Said = Dated<'statement-reported'> | Dated<'relation-established'>

/** What belongs to a matter up to the day, each thing once, in the order of the record. */
export interface Belonging {
  readonly programmes: readonly Programme[]
  readonly decisions: readonly Decision[]
  readonly meetings: readonly Meeting[]
  readonly instruments: readonly Instrument[]
  readonly stances: readonly ReportedStance[]
  readonly paragraphs: readonly { readonly paragraph: Paragraph; readonly text: Text }[]
  readonly developments: readonly Dated<'dispute-developed'>[]
  readonly granted: readonly Granting[]
  readonly said: readonly Said[]
}

/**
 * Beside what is named: the decisions of its programmes, those taken at its meetings and those that superseded one of
 * them; what refers to a decision, and the paragraphs of a text that is one of its decisions or instruments.
 */
export function belongingTo({ follows }: Thread, organisation: Organisation): Belonging {
  const { day } = organisation
  const has = (list: readonly string[] | undefined, id: string | undefined) =>
    id !== undefined && (list ?? []).includes(id)
  const programmes = organisation
    .listed('programme-recorded')
    .filter(({ act }) => has(follows.programmes, act.programme))
  const meetingIds = new Set([
    ...(follows.meetings ?? []),
    ...programmes.flatMap(({ act }) => [act.approvedAt ?? [], act.preparedAt ?? [], act.meetings ?? []].flat()),
  ])
  const decisionIds = closed(
    [
      ...(follows.decisions ?? []),
      ...programmes.flatMap(({ act }) => act.decisions ?? []),
      ...organisation.decisions().flatMap(({ act }) => (has(follows.meetings, act.meeting) ? [act.decision] : [])),
    ],
    organisation,
  )
  const decisions = organisation.decisions().filter(({ act }) => decisionIds.has(act.decision))
  const referring = [...decisionIds].flatMap((id) => organisation.referringTo('decision', id))
  const connected = referring.flatMap(({ act }) => (act.kind === 'connection-noted' ? [act.instrument] : []))
  const instruments = organisation
    .instruments()
    .filter(({ act }) => has(follows.instruments, act.instrument) || connected.includes(act.instrument))
  const names = new Set(instruments.map(({ act }) => act.instrument))
  const paragraphs = keyTexts(organisation).flatMap(({ text, paragraphs: ofText }) => {
    const whole = decisionIds.has(text.act.decision ?? '') || names.has(text.act.instrument ?? '')
    return ofText.filter(({ act }) => has(follows.topics, act.topic) || whole).map((paragraph) => ({ paragraph, text }))
  })
  return {
    programmes,
    decisions,
    meetings: organisation.meetings().filter(({ act }) => meetingIds.has(act.meeting)),
    instruments,
    stances: organisation.listed('stance-reported').filter(({ act }) => has(follows.programmes, act.programme)),
    paragraphs,
    developments: organisation.listed('dispute-developed').filter(({ act }) => has(follows.disputes, act.dispute)),
    granted: organisation
      .allHoldings()
      .flatMap(({ status, grantedBy }) => (has(follows.statuses, status) ? [grantedBy as Granting] : []))
      .filter(({ act }) => act.founding !== true && earliest(act.on) <= day),
    said: referring.filter(isSaid).filter(({ act }) => earliest(act.on) <= day),
  }
}

function isSaid(entry: Entry): entry is Said {
  return entry.act.kind === 'statement-reported' || entry.act.kind === 'relation-established'
}

/** With every decision that superseded one of them, and what superseded that. */
function closed(ids: readonly string[], organisation: Organisation): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of all) {
    const later = organisation.decision(id)?.act.supersededBy
    if (later !== undefined) all.add(later)
  }
  return all
}
