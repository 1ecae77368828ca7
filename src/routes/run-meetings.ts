import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  decisionAt,
  liveMeeting,
  type MeetingView,
  meetingHeldOf,
  meetingsSeen,
  meetingView,
  negotiationOf,
  negotiations,
  nextMeetingNumber,
  proposalView,
  recordOf,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { meetingPage, notNotedYet } from '../ui/run/meeting.ts'
import type { Opening } from '../ui/run/meeting-list.ts'
import { meetingsPage } from '../ui/run/meeting-list.ts'
import { meetingRecordPage } from '../ui/run/meeting-record.ts'
import { enteredBefore, submit } from './acts.ts'
import { wantsData } from './gate.ts'
import { refused } from './page.ts'
import { type RunAsk, runAsked, serveRunPage, statusOf } from './run-page.ts'
import { given } from './typed.ts'

/** Meetings held here: the list, each with its record, and what is entered of more than the fields of a form. */
export function serveRunMeetings(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/meetings', (ask) => {
    const { circle, seat, place, query } = ask
    const meetings = meetingsSeen(circle, seat)
    const mayOpen = circle.organisation.bodies().flatMap(({ body }) => (circle.actsForChair(seat, body) ? [body] : []))
    const opening = query.body !== undefined && mayOpen.includes(query.body) ? openingOf(query.body, ask) : undefined
    return {
      data: {
        meetings: meetings.map(({ meeting, opened, closed }) => ({ meeting, ...brief(opened.act), sits: !closed })),
      },
      page: () => meetingsPage({ circle, meetings, mayOpen, opening }, place),
    }
  })
  serveRunPage(server, registry, 'run/meetings/*', ({ circle, seat, at, place, named }) => {
    const view = meetingView(circle, named, seat, at)
    if (view) return { data: () => dataOf(view), page: () => meetingPage(view, place) }
    const ofRecord = /^(.+)\/record$/.exec(named)?.[1]
    const recorded = ofRecord === undefined ? undefined : meetingView(circle, ofRecord, seat, at)
    if (!recorded) return unknown
    const entries = recordOf(recorded)
    return { data: { record: entries }, page: () => meetingRecordPage(recorded, entries, place) }
  })
  const posts: Readonly<Record<string, (form: Form, ask: RunAsk) => Record<string, unknown> | Refusal>> = {
    open: openingAct,
    decide: decisionAct,
    publish: publication,
  }
  server.post('/:organisation/run/meetings/present', (request, reply) => enterPresence(registry, request, reply))
  for (const [what, build] of Object.entries(posts)) {
    server.post(`/:organisation/run/meetings/${what}`, (request, reply) => enter(registry, request, reply, build))
  }
}

type Form = Readonly<Record<string, unknown>>

const unknown = refuse('unknown-meeting', 'No meeting is kept at this address, as far as you may see.', {
  remedy: 'It may be open to a seat that you do not sit in.',
})

const notForYou = refuse(
  'not-your-act',
  'Only the chair of the meeting, or the Secretariat, notes who else is present.',
  {
    remedy: 'Note your own delegation as present.',
  },
)

function brief({
  body,
  number,
  on,
  format,
}: {
  body: string
  number?: number | undefined
  on: string
  format: string
}) {
  return { body, number, on, format }
}

function dataOf({ meeting, attending, items }: MeetingView): object {
  return {
    meeting: meeting.meeting,
    ...brief(meeting.opened.act),
    format: meeting.format,
    sits: !meeting.closed,
    attending,
    items: items.map(({ title, decision, question }) => ({
      title,
      decision,
      isPut: question?.isOpen,
      answers: question?.answers.map(({ participant, isPresent, taken }) => ({
        participant,
        isPresent,
        position: taken?.act.position,
      })),
      stand: question?.stand && {
        outcome: question.stand.outcome,
        notPresent: question.stand.notPresent,
        reasons: question.stand.reasons,
      },
    })),
    entries: meeting.entries,
  }
}

/** What the form for a meeting of a body begins with: its next number where that is known, and the proposals before it that all its members see. */
function openingOf(body: string, { circle, seat, at }: RunAsk): Opening {
  const { organisation } = circle
  const before = negotiations(organisation)
    .flatMap(({ decision }) => proposalView(circle, decision, seat, at)?.negotiation ?? [])
    .filter(
      ({ level, decided, withdrawn, audience }) =>
        level === body && !decided && !withdrawn && audience !== 'secretariat',
    )
  return { body, number: nextMeetingNumber(organisation, body), chair: circle.chair(body).participant, before }
}

/** @refuses 'unreadable-act' a number that is none */
function openingAct(form: Form, ask: RunAsk): Record<string, unknown> | Refusal {
  const { circle, seat, at } = ask
  const body = field(form, 'body') ?? ''
  const written = field(form, 'number')
  if (written !== undefined && !/^[1-9]\d{0,5}$/.test(written)) {
    return refuse('unreadable-act', `number: “${written}” is no number of a meeting.`, {
      remedy: 'Write a whole number from 1, or leave it out.',
    })
  }
  const proposals = all(form, 'items[]').map((decision) => {
    const title = proposalView(circle, decision, seat, at)?.negotiation.current.title.en
    return { title: title ?? decision, decision }
  })
  const free = (field(form, 'free') ?? '')
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() ? [{ title: line.trim() }] : []))
  return {
    kind: 'meeting-opened',
    meeting: freeId(`${body}-${written ?? circle.organisation.day}`, ask),
    body,
    format: field(form, 'format') ?? 'expanded',
    ...given({
      number: written === undefined ? undefined : Number(written),
      city: field(form, 'city'),
      country: field(form, 'country'),
      chair: circle.chair(body).participant,
      papersOn: field(form, 'papersOn'),
      extraordinary: field(form, 'extraordinary') ? true : undefined,
    }),
    agenda: [...proposals, ...free],
  }
}

function freeId(wanted: string, { circle }: RunAsk): string {
  const { organisation } = circle
  const isTaken = (id: string) => organisation.meeting(id) !== undefined || liveMeeting(organisation, id) !== undefined
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`
    if (!isTaken(id)) return id
  }
}

/** @refuses 'unknown-proposal', 'unknown-meeting' */
function decisionAct(form: Form, { circle, seat, at }: RunAsk): Record<string, unknown> | Refusal {
  const view = meetingView(circle, field(form, 'meeting') ?? '', seat, at)
  const decision = field(form, 'decision') ?? ''
  // Whoever may not see all positions is refused as not being the chair, whatever the act would say.
  const negotiation = proposalView(circle, decision, seat, at) && negotiationOf(circle.organisation, decision)
  if (!view) return unknown
  if (!negotiation)
    return refuse('unknown-proposal', 'No proposal with this id is before the meeting, as far as you may see.')
  const outcome = field(form, 'outcome') === 'adopted' ? 'adopted' : 'not-adopted'
  return { ...decisionAt(view.meeting, negotiation, outcome), ...given({ number: field(form, 'number') }) }
}

/** @refuses 'unknown-meeting' */
function publication(form: Form, { circle, seat, at }: RunAsk): Record<string, unknown> | Refusal {
  const id = field(form, 'meeting') ?? ''
  const meeting = meetingView(circle, id, seat, at) && liveMeeting(circle.organisation, id)
  return meeting ? { kind: 'meeting-held', ...meetingHeldOf(meeting, circle.organisation) } : unknown
}

/** Notes everybody who takes positions and of whom nothing is noted yet as present: one act for each, as if one by one. */
async function enterPresence(registry: Registry, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asData = wantsData(request)
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, asData, ask.place)
  const { organisation } = ask.fold
  const meeting = field((request.body ?? {}) as Form, 'meeting') ?? ''
  const view = meetingView(ask.circle, meeting, ask.seat, ask.at)
  if (!view) return refused(reply, unknown, statusOf(unknown), asData, ask.place)
  // Whoever has no part in the chair notes its own presence: nobody half of the room.
  if (!view.chairs) return refused(reply, notForYou, statusOf(notForYou), asData, ask.place)
  for (const { participant } of notNotedYet(view)) {
    const act = { kind: 'presence-noted', meeting, participant, presence: 'present' }
    const entered = await submit(registry, organisation, act, ask.seat)
    if (isRefusal(entered)) return refused(reply, entered, statusOf(entered), asData, ask.place)
  }
  return reply.redirect(`/${organisation}/run/meetings/${meeting}`, 303)
}

async function enter(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  build: (form: Form, ask: RunAsk) => Record<string, unknown> | Refusal,
): Promise<FastifyReply> {
  const asData = wantsData(request)
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, asData, ask.place)
  const { organisation } = ask.fold
  const form = (request.body ?? {}) as Form
  const id = field(form, 'id')
  const before = id === undefined ? undefined : enteredBefore(registry, organisation, id, ask.seat)
  const act = before ? before.act : build(form, ask)
  const entered =
    before ?? (isRefusal(act) ? act : await submit(registry, organisation, { ...act, ...given({ id }) }, ask.seat))
  if (isRefusal(entered)) return refused(reply, entered, statusOf(entered), asData, ask.place)
  if (asData) return reply.code(201).send({ id: entered.id, position: entered.position, act: entered.act })
  const meeting = 'meeting' in entered.act ? entered.act.meeting : undefined
  return reply.redirect(`/${organisation}/run/meetings${meeting === undefined ? '' : `/${meeting}`}`, 303)
}

/** The text of a field; nothing where it is empty. */
function field(form: Form, name: string): string | undefined {
  return all(form, name).at(-1)
}

function all(form: Form, name: string): string[] {
  return [form[name]].flat().flatMap((value) => (typeof value === 'string' && value.trim() ? [value.trim()] : []))
}
