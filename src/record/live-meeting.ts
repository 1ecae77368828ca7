import type { ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Dated, Organisation } from './organisation.ts'

/** A meeting held live, from its opening to its close; the draft of its record is its entries in order. */
export interface LiveMeeting {
  readonly meeting: string
  readonly opened: Dated<'meeting-opened'>
  readonly format: ActOf<'meeting-opened'>['format']
  /** Who was noted last as present, and as what. */
  readonly present: ReadonlyMap<string, ActOf<'presence-noted'>>
  readonly absent: ReadonlySet<string>
  /** What was put to it, in order. */
  readonly put: readonly Dated<'question-put'>[]
  readonly closed?: Dated<'meeting-closed'>
  readonly entries: readonly Entry[]
}

/** @param isSeen leaves out what is not to be seen */
export function liveMeeting(
  organisation: Organisation,
  meeting: string,
  isSeen: (entry: Entry) => boolean = () => true,
): LiveMeeting | undefined {
  const entries = organisation.atMeeting(meeting).filter(isSeen)
  const opened = entries.find(({ act }) => act.kind === 'meeting-opened') as Dated<'meeting-opened'> | undefined
  if (!opened) return undefined
  let { format } = opened.act
  const noted = new Map<string, ActOf<'presence-noted'>>()
  const put: Dated<'question-put'>[] = []
  let closed: Dated<'meeting-closed'> | undefined
  for (const entry of entries) {
    const { act } = entry
    if (act.kind === 'sitting-changed') format = act.format
    if (act.kind === 'presence-noted') noted.set(act.participant, act)
    if (act.kind === 'question-put') put.push(entry as Dated<'question-put'>)
    if (act.kind === 'meeting-closed') closed = entry as Dated<'meeting-closed'>
  }
  const present = new Map([...noted].filter(([, act]) => act.presence === 'present'))
  const absent = new Set([...noted].filter(([, act]) => act.presence === 'absent').map(([id]) => id))
  return { meeting, opened, format, present, absent, put, ...(closed ? { closed } : {}), entries }
}

/**
 * The number of the next meeting of a body: one more than the highest on record, where the last of its regular meetings
 * has one; the first is number one. Nothing where that has none on record: how many there were is then not known.
 */
export function nextMeetingNumber(organisation: Organisation, body: string): number | undefined {
  const opened = liveMeetings(organisation).map((one) => one.opened)
  const published = new Set(organisation.meetings().map(({ act }) => act.meeting))
  const held = [...organisation.meetings(), ...opened.filter(({ act }) => !published.has(act.meeting))]
    .map(({ act }) => act)
    .filter((act) => act.body === body)
  const last = held
    .filter(({ extraordinary }) => !extraordinary)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1)
  if (held.length > 0 && last?.number === undefined) return undefined
  return Math.max(0, ...held.flatMap(({ number }) => number ?? [])) + 1
}

/** The meetings held live, in the order in which they were opened. */
export function liveMeetings(organisation: Organisation): LiveMeeting[] {
  return organisation.liveMeetings().flatMap((id) => liveMeeting(organisation, id) ?? [])
}
