import type { FastifyInstance } from 'fastify'
import { kindsOfMeetings } from '../analysis/index.ts'
import { endOfTime, type Meeting, type Organisation, ofMeetings, presumedAt } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, refuse } from '../rules/index.ts'
import { type MeetingView, meetingPage, meetingsPage } from '../ui/meetings.ts'
import { csv, type Listing, listOf, neighbours } from './lists.ts'
import { servePage } from './page.ts'

export function serveMeetings(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'meetings', (ask) => {
    const view = listOf(ask, listing(ask.place.organisation))
    if (isRefusal(view)) return view
    return {
      data: () => ({
        total: view.total,
        years: view.years,
        meetings: view.whole.map(({ position, act }) => ({ position, ...act })),
      }),
      csv: () => asCsv(view.whole),
      page: () => meetingsPage(view, ask.place),
    }
  })
  servePage(server, registry, 'meetings/*', ({ place, named }) => {
    const { organisation } = place
    const meeting = organisation.meeting(named)
    if (!meeting)
      return refuse('unknown-meeting', `The record has no meeting "${named}".`, {
        remedy: 'The list of meetings has every one.',
      })
    const throughout = organisation.onDay(endOfTime)
    const all = throughout.meetings()
    const { act } = meeting
    const view: MeetingView = {
      meeting,
      ...neighbours(all, meeting, (other) => other.act.body === act.body),
      decisions: throughout.decisions().filter((decision) => decision.act.meeting === act.meeting),
      margins: all.filter((other) => other.act.inMarginsOf === act.meeting),
      presumed: presumedAt(organisation, meeting),
    }
    const data = {
      position: meeting.position,
      act,
      presumed: view.presumed,
      decisions: view.decisions.map((decision) => decision.act.decision),
    }
    return { data, page: () => meetingPage(view, place) }
  })
}

/** What is known of the outcomes, in words. */
const known: Record<string, string> = { complete: 'complete', partial: 'in part', 'none-found': 'none found' }

function listing(organisation: Organisation): Listing<Meeting> {
  const all = organisation.meetings()
  return {
    all,
    answers: ofMeetings,
    fields: [{ name: 'outcome', label: 'Outcomes known', say: (value) => known[value] ?? value }],
    byLabel: 'Participant named',
    coverage: ({ body }) => (body === undefined ? undefined : all.find(({ act }) => act.body === body)?.act.coveredAs),
    counts: ({ body }) => kindsOfMeetings(organisation, body),
  }
}

function asCsv(meetings: readonly Meeting[]): string {
  const columns = [
    'meeting',
    'from',
    'lastDay',
    'body',
    'number',
    'city',
    'country',
    'chair',
    'format',
    'planned',
    'inMarginsOf',
    'attendanceBasis',
    'outcomes',
    'outcomesKnown',
    'sources',
  ]
  return csv(
    columns,
    meetings.map(({ act }) => [
      act.meeting,
      act.on,
      act.lastDay,
      act.body,
      act.number,
      act.city,
      act.country,
      act.chair,
      act.format,
      act.planned ? 'yes' : '',
      act.inMarginsOf,
      act.attendanceBasis,
      act.outcomes.join('; '),
      act.outcomesKnown,
      act.sources.map((s) => s.source).join(' '),
    ]),
  )
}
