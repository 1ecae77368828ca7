import type { Check, DecisionRule, Finding, Instant, Reason, Refusal } from '../rules/index.ts'
import { countsVotes, isRefusal } from '../rules/index.ts'
import type { Act, ActOf } from './acts.ts'
import type { Circle } from './circle.ts'
import { judgeMeeting } from './judging/meetings.ts'
import { type LiveMeeting, liveMeeting, liveMeetings } from './live-meeting.ts'
import { meetingHeldOf } from './meeting-held.ts'
import { answeredAt, negotiationOf, standsOn, type Taken } from './negotiation.ts'
import type { Dated } from './organisation.ts'
import { decisionOf } from './procedure/decisions.ts'
import { withoutSay } from './procedure/in-the-room.ts'
import { ruleProcedure } from './procedure.ts'
import { type ProposalView, proposalView } from './proposal-view.ts'
import type { Seat } from './seat.ts'
import { seatingIn } from './seating.ts'
import { type Stand, standOf } from './stand.ts'
import { seesMeeting, visible } from './visible.ts'

/** A meeting held here as one seat sees it at an instant. */
export interface MeetingView {
  readonly circle: Circle
  readonly seat: Seat
  readonly at: Instant
  /** With what the seat may see, and nothing else. */
  readonly meeting: LiveMeeting
  readonly own: string | undefined
  readonly chairs: boolean
  readonly chairReasons: readonly Reason[]
  /** Everyone who may attend, in the order in which they sit and speak; why so. */
  readonly attending: readonly Attending[]
  readonly order: readonly Reason[]
  readonly items: readonly ItemView[]
  /** What the rules on meetings say of how it was convened and of who chairs. */
  readonly checks: readonly Check[]
  readonly published: Dated<'meeting-held'> | undefined
}

/** One that may be there. */
export interface Attending {
  readonly participant: string
  readonly by: 'take-positions' | 'attend' | 'attend-open-meetings'
  readonly article: string | undefined
  readonly presence: 'present' | 'absent' | undefined
  readonly level: string | undefined
}

/** A matter on the agenda, or put to the meeting without being on it. */
export interface ItemView {
  readonly title: string
  readonly decision: string | undefined
  /** Nothing where it is no proposal, or its text is not open to the seat. */
  readonly proposal: ProposalView | undefined
  readonly minutes: readonly Dated<'minutes-noted'>[]
  readonly question: Question | undefined
}

/** How the meeting decides an item, and where that is. */
export interface Question {
  readonly rule: { readonly decides: DecisionRule; readonly article: string } | undefined
  readonly byRollCall: boolean
  /** Put to this meeting, and open. */
  readonly isOpen: boolean
  /** Why the chair may not put it now; nothing where it may. */
  readonly notPut: Refusal | undefined
  /** Those who have a say in the order in which they are called, with what the seat may see of where they stand. */
  readonly answers: readonly Answer[]
  /** What the positions give, for whoever sees them. */
  readonly stand: Stand | undefined
  /** For the chair: why it cannot be entered as adopted, or as not adopted; nothing where it can. */
  readonly notAdopted: Refusal | undefined
  readonly notRefused: Refusal | undefined
}

export interface Answer {
  readonly participant: string
  readonly isPresent: boolean
  readonly taken: Taken | undefined
  /** What a delegation entered itself, or its capital by note, is not for the chair to change. */
  readonly saidItself: boolean
  readonly noSay: Refusal | undefined
}

/** The meetings held here that a seat may see: those that sit first, then the last one first. */
export function meetingsSeen(circle: Circle, seat: Seat): LiveMeeting[] {
  const seen = liveMeetings(circle.organisation).filter(({ meeting }) => seesMeeting(circle, meeting, seat))
  return seen.toReversed().sort((a, b) => Number(a.closed !== undefined) - Number(b.closed !== undefined))
}

/** The meeting of a body that sits now, where the seat may see it. */
export function sittingNow(circle: Circle, body: string, seat: Seat): LiveMeeting | undefined {
  return meetingsSeen(circle, seat).find(({ opened, closed }) => opened.act.body === body && !closed)
}

/** Nothing where no such meeting is held, or it is not open to the seat. */
export function meetingView(circle: Circle, id: string, seat: Seat, at: Instant): MeetingView | undefined {
  if (!seesMeeting(circle, id, seat)) return undefined
  const { organisation } = circle
  const meeting = liveMeeting(organisation, id, (entry) => visible(circle, entry, seat, at))
  if (!meeting) return undefined
  const { body } = meeting.opened.act
  const attending = attendingIn(circle, meeting)
  return {
    circle,
    seat,
    at,
    meeting,
    own: seat.kind === 'delegation' ? seat.participant : undefined,
    chairs: circle.actsForChair(seat, body),
    chairReasons: circle.whoChairs(body),
    attending: attending.list,
    order: attending.order.reasons,
    items: itemsOf(circle, meeting, attending.order.outcome, seat, at),
    checks: checksOf(circle, meeting),
    published: organisation.meeting(id),
  }
}

const ways = ['take-positions', 'attend', 'attend-open-meetings'] as const

function attendingIn(
  circle: Circle,
  meeting: LiveMeeting,
): { readonly list: readonly Attending[]; readonly order: Finding<readonly string[]> } {
  const { body } = meeting.opened.act
  const all = circle.organisation.participants().flatMap(({ id }): Attending[] => {
    const by = ways.find((way) => circle.may(id, body, way).allowed)
    if (!by) return []
    const presence = meeting.present.has(id) ? 'present' : meeting.absent.has(id) ? 'absent' : undefined
    const article = circle.may(id, body, by).reasons[0]?.article
    return [{ participant: id, by, article, presence, level: meeting.present.get(id)?.level }]
  })
  const known = new Map(all.map((one) => [one.participant, one]))
  const order = seatingIn(circle, body, [...known.keys()])
  return { list: order.outcome.map((id) => known.get(id) as Attending), order }
}

function itemsOf(circle: Circle, meeting: LiveMeeting, order: readonly string[], seat: Seat, at: Instant): ItemView[] {
  const { agenda } = meeting.opened.act
  const minutes = meeting.entries.filter((entry): entry is Dated<'minutes-noted'> => entry.act.kind === 'minutes-noted')
  const onAgenda = new Set(agenda.map(({ decision }) => decision))
  const others = [...new Set(meeting.put.map(({ act }) => act.decision))].filter((id) => !onAgenda.has(id))
  return [...agenda, ...others.map((decision) => ({ title: undefined, decision }))].map(({ title, decision }) => {
    const proposal = decision === undefined ? undefined : proposalView(circle, decision, seat, at)
    return {
      title: proposal?.negotiation.current.title.en ?? title ?? '',
      decision,
      proposal,
      minutes: decision === undefined ? [] : minutes.filter(({ act }) => act.decision === decision),
      question: proposal && questionOn(circle, meeting, proposal, order),
    }
  })
}

function questionOn(circle: Circle, meeting: LiveMeeting, view: ProposalView, order: readonly string[]): Question {
  const { negotiation, seat, at } = view
  const { decision, body, current, proposal, put, decided, withdrawn } = negotiation
  const rule = circle.rules.deciding(body, proposal.act.type)
  const byRollCall = rule !== undefined && countsVotes(rule.computes.decides)
  const isPut = put?.act.meeting === meeting.meeting && put.act.revision === current.number
  const isOpen = isPut && !decided && !withdrawn && !meeting.closed
  const ask = (act: { readonly kind: string } & Record<string, unknown>) => {
    const ruled = ruleProcedure({ id: 'asked', ...act } as unknown as Act, { circle, seat, at })
    return isRefusal(ruled) ? ruled : undefined
  }
  const whole = negotiationOf(circle.organisation, decision)
  const seesResult = view.seesAll || byRollCall
  const outcome = (is: 'adopted' | 'not-adopted') =>
    whole && ask({ ...decisionAt(meeting, whole, is), on: circle.organisation.day })
  return {
    rule: rule && { decides: rule.computes.decides, article: rule.article },
    byRollCall,
    isOpen,
    notPut: ask({ kind: 'question-put', meeting: meeting.meeting, decision, revision: current.number }),
    answers: order
      .filter((id) => view.entitled.includes(id))
      .map((participant) => {
        const taken = byRollCall
          ? answeredAt(negotiation, meeting.meeting, participant)
          : standsOn(negotiation, participant)
        return {
          participant,
          isPresent: meeting.present.has(participant),
          taken,
          saidItself: taken?.seat === `delegation:${participant}` || taken?.act.fromNote !== undefined,
          noSay: withoutSay(circle, negotiation, participant),
        }
      }),
    stand: isOpen && seesResult && whole ? standOf(circle, whole, body, circle.organisation.day, meeting) : undefined,
    notAdopted: isOpen && view.chairsDeciding ? outcome('adopted') : undefined,
    notRefused: isOpen && view.chairsDeciding ? outcome('not-adopted') : undefined,
  }
}

/** The act by which the chair enters what became of a question. */
export function decisionAt(
  { meeting }: LiveMeeting,
  negotiation: Parameters<typeof decisionOf>[0],
  outcome: 'adopted' | 'not-adopted',
): Pick<ActOf<'decision-recorded'>, 'kind' | 'outcome' | 'meeting'> & ReturnType<typeof decisionOf> {
  return { kind: 'decision-recorded', outcome, meeting, ...decisionOf(negotiation, 'meeting', outcome) }
}

function checksOf(circle: Circle, meeting: LiveMeeting): Check[] {
  const held = { kind: 'meeting-held', doubt: [], sources: [], ...meetingHeldOf(meeting, circle.organisation) }
  return judgeMeeting(held as unknown as ActOf<'meeting-held'>, {
    ...circle.judged,
    heldBefore: [],
    isEarlier: () => true,
  })
}
