import { z } from 'zod'
import type { Instant } from '../rules/index.ts'
import type { Circle } from './circle.ts'
import type { Entry } from './entry.ts'
import { liveMeeting } from './live-meeting.ts'
import type { Seat } from './seat.ts'
import { visible } from './visible.ts'

/** A meeting held here as data, as far as a seat may see it. */

export const meetingSummarySchema = z.strictObject({
  meeting: z.string(),
  body: z.string(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  format: z.enum(['narrow', 'expanded']),
})

export const meetingDataSchema = meetingSummarySchema.extend({
  number: z.int().optional(),
  city: z.string().optional(),
  agenda: z.array(z.strictObject({ title: z.string(), decision: z.string().optional() })),
  present: z.array(z.strictObject({ participant: z.string(), level: z.string().optional() })),
  absent: z.array(z.string()),
  put: z.array(z.strictObject({ at: z.string(), decision: z.string(), revision: z.int() })),
  minutes: z.array(
    z.strictObject({
      at: z.string(),
      participant: z.string().optional(),
      decision: z.string().optional(),
      says: z.string(),
    }),
  ),
})
export type MeetingData = z.infer<typeof meetingDataSchema>

/** Nothing where there is no such meeting, or the seat may not see it. */
export function meetingData(circle: Circle, meeting: string, seat: Seat, at: Instant): MeetingData | undefined {
  const whole = liveMeeting(circle.organisation, meeting)
  const isSeen = (entry: Entry) => visible(circle, entry, seat, at)
  if (!whole || !isSeen(whole.opened)) return undefined
  const { opened, format, closed, present, absent } = whole
  const seen = whole.entries.filter(isSeen)
  const moment = (entry: Entry) => entry.act.at ?? entry.recordedAt
  return JSON.parse(
    JSON.stringify({
      meeting,
      body: opened.act.body,
      openedAt: moment(opened),
      closedAt: closed && moment(closed),
      format,
      number: opened.act.number,
      city: opened.act.city,
      agenda: opened.act.agenda,
      present: [...present].map(([participant, { level }]) => ({ participant, level })),
      absent: [...absent],
      put: seen.flatMap((entry) => {
        if (entry.act.kind !== 'question-put') return []
        return [{ at: moment(entry), decision: entry.act.decision, revision: entry.act.revision }]
      }),
      minutes: seen.flatMap((entry) => {
        if (entry.act.kind !== 'minutes-noted') return []
        const { participant, decision, says } = entry.act
        return [{ at: moment(entry), participant, decision, says }]
      }),
    }),
  )
}
