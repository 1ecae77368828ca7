import { because, type Refusal, refuse } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { type LiveMeeting, liveMeeting } from '../live-meeting.ts'
import { meetingHeldOf } from '../meeting-held.ts'
import type { Organisation } from '../organisation.ts'
import { endOfTime } from '../place.ts'
import { chairs, first, type Ruled, type Submitted, seated } from './submitted.ts'

/**
 * A meeting held here enters the public record: after it is closed, once, by its chair or the Secretariat, and as it is on
 * record. How it was convened is reviewed like any other; that it was held is a fact whether a rule was kept or not.
 * @refuses 'not-closed', 'already-so', 'not-the-chair', 'not-as-held'
 */
export function ruleHeld(act: ActOf<'meeting-held'>, submitted: Submitted): Ruled {
  // It may be published days after it began, so it is asked of what is known and not of the day that the act names.
  const organisation = submitted.circle.organisation.onDay(endOfTime)
  const meeting = liveMeeting(organisation, act.meeting) as LiveMeeting
  const { body } = meeting.opened.act
  const wrong = first(
    seated(submitted),
    chairs(submitted, body),
    meeting.closed
      ? undefined
      : refuse('not-closed', 'This meeting still sits.', { remedy: 'Close it, then publish it.' }),
    organisation.meeting(act.meeting)
      ? refuse('already-so', 'This meeting is in the public record.', { remedy: 'Nothing needs to be done.' })
      : undefined,
    asHeld(act, meeting, organisation),
  )
  return wrong ?? [because('Published as it is on record.'), ...submitted.circle.whoChairs(body)]
}

function asHeld(act: ActOf<'meeting-held'>, meeting: LiveMeeting, organisation: Organisation): Refusal | undefined {
  const wanted = meetingHeldOf(meeting, organisation)
  const own = new Set(['id', 'version', 'kind', 'at', 'sources', 'doubt', 'note'])
  const fields = new Set([...Object.keys(wanted), ...Object.keys(act)].filter((field) => !own.has(field)))
  const is = (values: object, field: string) => JSON.stringify((values as Record<string, unknown>)[field])
  const wrong = [...fields].find((field) => is(act, field) !== is(wanted, field))
  if (wrong === undefined) return undefined
  return refuse('not-as-held', `“${wrong}” is not what is on record of this meeting.`, {
    remedy: `Write ${is(wanted, wrong) ?? 'nothing'}, or leave the act to the page of the meeting, which fills it in.`,
  })
}
