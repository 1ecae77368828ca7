import type { ActOf } from './acts.ts'
import type { LiveMeeting } from './live-meeting.ts'
import type { Dated, Organisation } from './organisation.ts'
import { holdingsOn } from './participants.ts'
import { endOfTime } from './place.ts'

type Held = ActOf<'meeting-held'>

/** What the public record says of a meeting held here. */
export type MeetingHeld = Omit<Held, 'id' | 'version' | 'kind' | 'sources' | 'doubt'>

/**
 * What the public record says of a meeting held here: when and where, who was noted as present and as what, and what was
 * decided. What was on its agenda and was not decided stays among those who were there.
 *
 * @param organisation as known now, whatever its day
 */
export function meetingHeldOf(meeting: LiveMeeting, organisation: Organisation): MeetingHeld {
  const { opened, closed, present, format } = meeting
  const { body, number, city, country, chair, extraordinary, papersOn } = opened.act
  const lastDay = closed?.act.on
  const attendance = [...present.values()]
    .map(({ participant, level }) => ({
      participant,
      as: statusOn(organisation.onDay(opened.act.on), participant),
      ...(level === undefined ? {} : { level }),
    }))
    .sort((a, b) => (a.participant < b.participant ? -1 : 1))
  const coveredAs = coverageOf(organisation, body)
  return {
    on: opened.act.on,
    ...(lastDay === undefined || lastDay === opened.act.on ? {} : { lastDay }),
    meeting: meeting.meeting,
    body,
    ...(number === undefined ? {} : { number }),
    ...(city === undefined ? {} : { city }),
    ...(country === undefined ? {} : { country }),
    ...(chair === undefined ? {} : { chair }),
    format,
    ...(extraordinary === undefined ? {} : { extraordinary }),
    ...(papersOn === undefined ? {} : { papersOn }),
    ...(attendance.length === 0 ? {} : { attendance }),
    attendanceBasis: attendance.length === 0 ? 'none-recorded' : 'named',
    ...(coveredAs === undefined ? {} : { coveredAs }),
    outcomes: decidedAt(organisation, meeting.meeting).map((entry) => outcomeOf(organisation, entry)),
    outcomesKnown: 'complete',
  }
}

/** What was decided at a meeting, in order. */
export function decidedAt(organisation: Organisation, meeting: string): Dated<'decision-recorded'>[] {
  return organisation
    .onDay(endOfTime)
    .decisions()
    .filter(({ act }) => act.meeting === meeting)
}

function outcomeOf(organisation: Organisation, { act }: Dated<'decision-recorded'>): string {
  const later = organisation
    .onDay(endOfTime)
    .numbered()
    .findLast((entry) => entry.act.decision === act.decision)
  const number = later?.act.number ?? act.number
  const outcome = { adopted: 'adopted', 'not-adopted': 'not adopted', proposed: 'proposed' }[act.outcome]
  return `${act.title}: ${outcome}${number === undefined ? '' : `, ${number}`}`
}

function statusOn(organisation: Organisation, participant: string): string {
  const [held] = holdingsOn(organisation.participant(participant), organisation.day)
  return held?.status ?? 'guest'
}

/** The kind of fact under which the coverage of the body's meetings is stated, where it is. */
function coverageOf(organisation: Organisation, body: string): string | undefined {
  return organisation
    .onDay(endOfTime)
    .meetings()
    .findLast(({ act }) => act.body === body && act.coveredAs !== undefined)?.act.coveredAs
}
