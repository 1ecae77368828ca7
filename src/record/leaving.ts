import { addPeriod, type Day, earliest, type Period, type Refusal, refuse } from '../rules/index.ts'
import type { Act, ActOf } from './acts.ts'
import type { Circle } from './circle.ts'
import { dayThere } from './clock.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { holdingsOn } from './participants.ts'
import { endOfTime } from './place.ts'
import type { Seat } from './seat.ts'

/** What it means today that a participant leaves: the rule, from which day on, and what it then no longer has. */
export interface Leaving {
  readonly participant: string
  /** What it is today. */
  readonly status: string
  /** The rule that asks for notice, and others on record about leaving; none where none was found. */
  readonly rule: ActOf<'rule-stated'> | undefined
  readonly also: readonly ActOf<'rule-stated'>[]
  readonly notice: Period | undefined
  /** The first day on which it may leave if notice is given today. */
  readonly earliest: Day
  /** Notice that has been given and has not taken effect. */
  readonly given: (Entry & { readonly act: ActOf<'status-ended'> }) | undefined
  /** The bodies in which it takes positions today, and those that it chairs. */
  readonly positionsIn: readonly string[]
  readonly chairs: readonly string[]
}

/** Nothing of whoever holds no status today. */
export function leavingOf(fold: Fold, circle: Circle, participant: string): Leaving | undefined {
  const { organisation } = circle
  const { day } = organisation
  const held = holdingsOn(organisation.participant(participant), day).find(({ certainty }) => certainty === 'holds')
  if (!held) return undefined
  const [computing] = circle.rules.of('leaving')
  const stated = organisation.rulesInForce()
  const rule = stated.find((one) => one.rule === computing?.rule)
  const bodies = organisation.bodies().map(({ body }) => body)
  const notice = computing?.computes.notice
  return {
    participant,
    status: held.status,
    rule,
    also: stated.filter((one) => one.topic === 'leaving' && one !== rule),
    notice,
    earliest: notice ? addPeriod(day, notice) : day,
    given: noticeGiven(fold, participant, day),
    positionsIn: bodies.filter((body) => circle.may(participant, body, 'take-positions').allowed),
    chairs: bodies.filter((body) => circle.chair(body).participant === participant),
  }
}

function noticeGiven(fold: Fold, participant: string, day: Day): Leaving['given'] {
  const ending = fold.at(endOfTime).participant(participant).holdings.at(-1)?.endedBy
  return ending && isLeaving(ending) && earliest(ending.act.on) > day ? ending : undefined
}

function isLeaving(entry: Entry): entry is Entry & { readonly act: ActOf<'status-ended'> } {
  return entry.act.kind === 'status-ended'
}

/**
 * That a State leaves binds it more than any position: the head of its delegation says so, or the capital in a note. A status
 * that ends by a decision is entered by the Secretariat as what carries it out.
 *
 * @refuses 'not-your-act', 'note-missing', 'note-not-yours' who may not enter it, or not so
 * @refuses 'not-your-clock' a delegation gives notice on the day on which it does so, or periods of notice would be empty
 * @refuses 'leaving-already' a status that ends already
 */
export function leavingRefusal(fold: Fold, act: ActOf<'status-ended'>, seat: Seat): Refusal | undefined {
  return ofSeat(act, seat) ?? noticeRefusal(fold, act, seat) ?? endedAlready(fold, act)
}

function ofSeat({ participant, fromNote, carriesOut }: ActOf<'status-ended'>, seat: Seat): Refusal | undefined {
  if (seat.kind === 'secretariat') {
    if (fromNote || carriesOut) return undefined
    return refuse('note-missing', 'The Secretariat enters that a participant leaves from its note.', {
      remedy: 'Give the number and the date of the note; or, where it was decided, the act that this one carries out.',
    })
  }
  if (seat.kind !== 'delegation' || seat.participant !== participant) {
    return refuse('not-your-act', 'That a participant leaves is entered by the head of its delegation.', {
      remedy: 'Its capital may also send the Secretariat a note.',
    })
  }
  if (seat.role === 'member') return ofTheHead('That a participant leaves')
  if (!fromNote) return undefined
  return refuse('note-not-yours', 'A delegation speaks for itself: a note is named by the Secretariat alone.', {
    remedy: 'Leave out the note.',
  })
}

function ofTheHead(what: string): Refusal {
  return refuse('not-your-act', `${what} is entered by the head of its delegation, not by a member.`, {
    remedy: 'Ask the head of your delegation, or let your capital send the Secretariat a note.',
  })
}

function noticeRefusal(fold: Fold, { noticeOn, at }: ActOf<'status-ended'>, seat: Seat): Refusal | undefined {
  if (seat.kind === 'secretariat' || at === undefined) return undefined
  const today = dayThere(fold, at)
  if (noticeOn === today) return undefined
  return refuse(
    'not-your-clock',
    `A delegation gives notice when it says so, and it is ${today} in this organisation.`,
    {
      remedy: `Nothing was entered. Give ${today} as the day of the notice; the Secretariat enters a note of another day.`,
    },
  )
}

function endedAlready(fold: Fold, { participant, replaces }: ActOf<'status-ended'>): Refusal | undefined {
  const last = fold.at(endOfTime).participant(participant).holdings.at(-1)
  if (replaces || !last?.endedBy) return undefined
  return refuse('leaving-already', `That ${participant} leaves on ${last.to} is on record already.`, {
    remedy: 'To leave on another day, take that notice back first.',
  })
}

/**
 * A notice of leaving is taken back by whoever gave it until the day on which it takes effect; from then on nothing is left of
 * it that could be taken back.
 *
 * @returns nothing where the act is something else, for others to rule on
 */
export function takingBack(fold: Fold, act: Act, seat: Seat): 'allowed' | Refusal | undefined {
  if (act.kind !== 'act-withdrawn' || act.history || seat.kind !== 'delegation' || act.at === undefined)
    return undefined
  const [only, ...more] = act.withdraws
  const notice = only === undefined || more.length > 0 || act.replaces ? undefined : fold.entry(only)
  if (!notice || !isLeaving(notice) || notice.act.history || notice.act.participant !== seat.participant)
    return undefined
  if (seat.role === 'member') return ofTheHead('That a notice of leaving is taken back')
  const { on } = notice.act
  const today = dayThere(fold, act.at)
  if (earliest(on) > earliest(today)) return 'allowed'
  return refuse('too-late', `It took effect on ${on} and cannot be taken back.`, {
    remedy: 'Whoever has left comes back by the rules on belonging.',
  })
}
