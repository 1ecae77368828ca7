import {
  because,
  compareNames,
  countsVotes,
  type Day,
  decide,
  type Instant,
  leavesOutConcerned,
  type Position,
  type Reason,
  type SilenceFinding,
  type SilenceRule,
  silenceAt,
} from '../rules/index.ts'
import { adReferendumIn, levelOf } from './carried.ts'
import type { Circle } from './circle.ts'
import { decidersOf, havingSay } from './judging/circumstances.ts'
import type { LiveMeeting } from './live-meeting.ts'
import { answeredAt, type Negotiation, type Silence, standsOn, type Taken } from './negotiation.ts'

/** What would become of the current revision if the question were put now, from the positions at hand. */
export interface Stand {
  /**
   * `open`: it turns on reserves that stand and on agreement ad referendum that is not confirmed. `no-quorum`: fewer are
   * present than the rule asks for, or nobody is. `no-rule`: none is on record.
   */
  readonly outcome: 'adopted' | 'not-adopted' | 'no-quorum' | 'open' | 'no-rule'
  /** Everyone who has a say, in order of names on record. */
  readonly entitled: readonly string[]
  /** Who objects or reserves its position. */
  readonly heldBy: readonly Taken[]
  /** Agreed ad referendum and neither confirmed nor lapsed. */
  readonly adReferendum: readonly Taken[]
  /** Who said nothing on this revision, or nothing that still counts. */
  readonly unanswered: readonly string[]
  /** Who stays outside. */
  readonly outside: readonly string[]
  /** Said of this text at a level before, and holding here. */
  readonly carried: readonly Taken[]
  /** At a meeting, who has a say and is not noted as present. */
  readonly notPresent: readonly string[]
  /** At a meeting: nobody is there who could object. */
  readonly nobodyPresent: boolean
  /** On whom it turns. */
  readonly decisive: readonly string[]
  readonly reasons: readonly Reason[]
}

/**
 * @param day on which it is asked, for what lapses
 * @param room a meeting to which it is put: who is noted there is present, and where votes are counted, those called out
 *   there count and no others
 */
export function standOf(circle: Circle, negotiation: Negotiation, body: string, day: Day, room?: LiveMeeting): Stand {
  const { rules, called } = circle
  const rule = rules.deciding(body, negotiation.proposal.act.type)
  const concerned = negotiation.proposal.act.concerns ?? []
  const entitled = entitledIn(circle, body, negotiation.proposal.act.type)
  const byRollCall = room !== undefined && rule !== undefined && countsVotes(rule.computes.decides)
  const taken = entitled.flatMap(
    (id) => (byRollCall ? answeredAt(negotiation, room.meeting, id) : standsOn(negotiation, id)) ?? [],
  )
  const held = taken.filter(({ act }) => act.position === 'objects' || act.position === 'reserves')
  const read = taken.map((one) => ({ one, ...settled(circle, negotiation, one, body, day) }))
  const carried = taken.filter((one) => levelOf(negotiation, one) !== body)
  const asked = entitled.filter((id) => !(rule && leavesOutConcerned(rule.computes.decides) && concerned.includes(id)))
  const notPresent = room === undefined ? [] : asked.filter((id) => !room.present.has(id))
  const nobodyPresent = room !== undefined && notPresent.length === asked.length
  const reasons = [
    ...read.flatMap((one) => one.reasons ?? []),
    ...heldBelow(circle, negotiation, carried),
    ...(nobodyPresent ? [] : notInRoom(circle, notPresent)),
  ]
  const common = {
    entitled,
    heldBy: held,
    adReferendum: read
      .filter(({ one, position }) => one.act.position === 'ad-referendum' && position === 'open')
      .map(({ one }) => one),
    unanswered: entitled.filter((id) => !read.some(({ one, position }) => one.act.participant === id && position)),
    outside: taken.filter(({ act }) => act.position === 'does-not-take-part').map(({ act }) => act.participant),
    carried,
    notPresent,
    nobodyPresent,
  }
  if (!rule) {
    const text = `The rule by which the ${called(body)} decides is not on record for this day.`
    return { ...common, outcome: 'no-rule', decisive: [], reasons: [{ text }, ...reasons] }
  }
  if (nobodyPresent) {
    return { ...common, outcome: 'no-quorum', decisive: [], reasons: [nobodyThere, ...reasons] }
  }
  if (entitled.length > 0 && common.outside.length === entitled.length) {
    const text = 'Everyone stays outside: there is nobody for whom it would be decided.'
    return { ...common, outcome: 'not-adopted', decisive: [], reasons: [{ text, article: rule.article }, ...reasons] }
  }
  const decided = (reading: Position) => {
    const positions = read.flatMap(({ one, position }) => {
      const is = position === 'open' ? reading : position
      // An objection counts wherever it was made; other than that, who is not in the room makes no quorum.
      const counts = room === undefined || room.present.has(one.act.participant) || is === 'against'
      return is === undefined || !counts ? [] : [[one.act.participant, is] as const]
    })
    const inRoom = [...(room?.present.keys() ?? [])].map((id) => [id, 'not-participating'] as const)
    // Whoever stays outside is not bound and not asked.
    const asking = entitled.filter((id) => !common.outside.includes(id))
    return decide({
      rule: rule.computes.decides,
      entitled: asking.map((id) => ({ id, name: called(id) })),
      positions: Object.fromEntries([...inRoom, ...positions]),
      concerned,
      article: rule.article,
    })
  }
  const [agreed, opposed] = [decided('for'), decided('against')]
  const outcome = agreed.outcome === opposed.outcome ? agreed.outcome : 'open'
  const told = outcome === 'open' ? opposed : agreed
  // Of what is open nobody has said no yet, so what an objection would give is not told as if one had been made.
  const openOnes = read.flatMap(({ one, position }) => (position === 'open' ? [called(one.act.participant)] : []))
  const isTold = outcome === 'open' && openOnes.length > 0
  const turnsOn = because(`It turns on ${named(openOnes)}, who reserved or agreed ad referendum.`, rule.article)
  const isUnsaid = room === undefined && taken.length === 0 && outcome === 'adopted'
  const nothingSaid = because('No participant objected, and none has said anything yet.', rule.article)
  const given = isTold ? [turnsOn] : isUnsaid ? [nothingSaid] : told.reasons
  return { ...common, outcome, decisive: told.decisive, reasons: [...given, ...reasons] }
}

const nobodyThere = because('Nobody who has a say is noted as present, and so nobody could object.')

/** An absence of objection is worth who could have objected, so whoever could not in the room is named. */
function notInRoom({ called }: Circle, ids: readonly string[]): readonly Reason[] {
  return ids.length === 0 ? [] : [because(`Not noted as present: ${named(ids.map(called))}.`)]
}

/** What was said of this text where it was before, and by whom. */
function heldBelow({ called }: Circle, negotiation: Negotiation, carried: readonly Taken[]): readonly Reason[] {
  return [...Map.groupBy(carried, (one) => levelOf(negotiation, one))].map(([level, those]) => {
    const who = named(those.map(({ act }) => called(act.participant)))
    return because(`Said in the ${called(level)} of this revision, and holding until it is said otherwise: ${who}.`)
  })
}

/** "Arcadia, Lilliput and Utopia", in the order of names. */
export function named(names: readonly string[]): string {
  const inOrder = names.toSorted(compareNames('en'))
  const last = inOrder.at(-1) ?? ''
  return inOrder.length > 1 ? `${inOrder.slice(0, -1).join(', ')} and ${last}` : last
}

/** Everyone who has a say in a body on matters of a type that day. */
export function entitledIn(circle: Circle, body: string, type: string): readonly string[] {
  return circle.once(`entitled ${body} ${type}`, () => {
    const rule = circle.rules.deciding(body, type)
    const named = rule?.computes.kind === 'decides' ? rule.computes.entitled : undefined
    const circumstances = { ...circle.judged, heldBefore: [], isEarlier: () => true }
    const deciders = decidersOf(circumstances, havingSay(circle.organisation, named))
    return deciders.entitled.map(({ id }) => id).filter((id) => !deciders.perhaps.includes(id))
  })
}

/** How the text under silence stands at an instant; nothing where it is under none. */
export function silenceOf(circle: Circle, negotiation: Negotiation, at: Instant): SilenceFinding | undefined {
  return negotiation.silence && howStands(circle, negotiation, negotiation.silence, at)
}

/**
 * How one silence on a text stood at an instant. It is judged by the rule of the day on which it was announced, and whoever
 * spoke by what it was on the day on which it spoke: what becomes of it later changes nothing.
 */
export function howStands(
  circle: Circle,
  negotiation: Negotiation,
  silence: Silence,
  at: Instant,
): SilenceFinding | undefined {
  const then = circle.onDay(silence.entry.act.on)
  const rule = silenceRuleOf(then, negotiation.level)
  if (!rule) return undefined
  const events = silence.events.map((event) =>
    'by' in event ? { ...event, entitled: mayBreak(circle.onDay(event.on), negotiation).includes(event.by) } : event,
  )
  return silenceAt(rule, { ...silence, events, entitled: mayBreak(then, negotiation) }, at)
}

/** The body's rule on silence; nothing where it has none. */
export function silenceRuleOf(circle: Circle, body: string): SilenceRule | undefined {
  const rule = circle.rules.of('silence').find(({ computes }) => computes.bodies.includes(body))
  return rule && { ...rule.computes, article: rule.article }
}

/** Who may break silence on a text: the holders of the statuses that the rule names, or whoever has a say. */
export function mayBreak(circle: Circle, { level, proposal }: Negotiation): readonly string[] {
  const named = silenceRuleOf(circle, level)?.mayBreak
  if (!named) return entitledIn(circle, level, proposal.act.type)
  return circle.once(`may break ${level}`, () => {
    const circumstances = { ...circle.judged, heldBefore: [], isEarlier: () => true }
    return decidersOf(circumstances, named).entitled.map(({ id }) => id)
  })
}

/** What a position is under a rule of decision; `open` where a later act settles it. */
function settled(
  circle: Circle,
  negotiation: Negotiation,
  taken: Taken,
  body: string,
  day: Day,
): { position: Position | 'open' | undefined; reasons?: readonly Reason[] } {
  switch (taken.act.position) {
    case 'no-objection':
      return { position: 'for' }
    case 'stands-aside':
      return { position: 'abstains' }
    case 'objects':
      return { position: 'against' }
    case 'does-not-take-part':
      return { position: 'not-participating' }
    case 'reserves':
      return { position: 'open' }
    case 'ad-referendum': {
      const { outcome, reasons } = adReferendumIn(circle, negotiation, taken, body, day)
      if (outcome === 'open') return { position: 'open' }
      const is = { 'no-objection': 'for', objection: 'against', 'no-position': undefined } as const
      return { position: is[outcome], reasons }
    }
  }
}
