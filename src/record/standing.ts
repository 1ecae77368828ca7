import type { Instant, Reason, SilenceFinding, SilencePeriod } from '../rules/index.ts'
import { clockMilliseconds, compareNames, countsVotes } from '../rules/index.ts'
import type { Circle } from './circle.ts'
import { type Negotiation, standsOn, type Taken } from './negotiation.ts'
import type { ProposalView } from './proposal-view.ts'
import { type Stand, standOf } from './stand.ts'

/** Where a proposal stands, as far as a seat may know. What *would* become of it is never what *has* become of it. */
export type ProposalStanding =
  | { readonly is: 'withdrawn'; readonly on: string }
  | { readonly is: 'adopted'; readonly on: string; readonly number?: string; readonly under: 'meeting' | 'silence' }
  | { readonly is: 'not-adopted'; readonly on: string }
  /** Announced, running, suspended, or expired with the text adopted though nobody has recorded it yet. */
  | { readonly is: 'silence'; readonly finding: SilenceFinding }
  /** For whoever does not see where everyone stands: where the text is, and what the own delegation said. */
  | { readonly is: 'before-a-body'; readonly asked: boolean; readonly mine?: Taken; readonly over?: SilenceFinding }
  | (Projected & { readonly is: 'projected'; readonly over?: SilenceFinding })

/** What would become of it if it were put, or forwarded, now. */
export interface Projected {
  /**
   * `ready`: everyone who has a say has spoken and nothing is in the way, or the votes in favour suffice;
   * `waits`: nobody holds it, and some have not answered or are to confirm;
   * `held`: by objections or reserves, or it falls short of what is needed.
   */
  readonly how: 'ready' | 'waits' | 'held' | 'no-quorum' | 'no-rule'
  /** Where it goes next: to be put to the body that decides, or forwarded to others. */
  readonly next: 'meeting' | 'forward'
  readonly isPut: boolean
  readonly stand: Stand
  /** Under a rule that votes: how many more in favour are needed, where it can still be reached. */
  readonly more?: number
  readonly votes: boolean
  readonly reasons: readonly Reason[]
}

export function proposalStanding(view: ProposalView): ProposalStanding {
  const { negotiation, silence } = view
  const { withdrawn, decided, number } = negotiation
  if (withdrawn) return { is: 'withdrawn', on: withdrawn.act.on }
  if (decided?.act.outcome === 'adopted') {
    const under = decided.act.adoption?.under ?? 'meeting'
    return { is: 'adopted', on: decided.act.on, under, ...(number ? { number } : {}) }
  }
  if (decided) return { is: 'not-adopted', on: decided.act.on }
  if (silence && isStanding(silence)) return { is: 'silence', finding: silence }
  // What happened to silence on an older revision is past: everyone is asked anew.
  const over = silence && negotiation.silence?.revision === negotiation.current.number ? { over: silence } : {}
  const { stand } = view
  if (!stand) {
    const { mine } = view
    return { is: 'before-a-body', asked: view.hasSay && mine === undefined, ...(mine ? { mine } : {}), ...over }
  }
  return { is: 'projected', ...projected(view, stand), ...over }
}

/** Silence that still holds the text, or by which it is adopted. */
export function isStanding({ outcome }: SilenceFinding): boolean {
  return outcome === 'announced' || outcome === 'running' || outcome === 'suspended' || outcome === 'adopted'
}

function projected(view: ProposalView, stand: Stand): Projected {
  const { circle, negotiation } = view
  const { level, body, put, current } = negotiation
  const votes = votesIn(circle, level, negotiation.proposal.act.type)
  const more = votes && stand.outcome !== 'adopted' ? moreNeeded(circle, negotiation, level) : undefined
  return {
    how: howOf(stand, votes),
    next: level === body ? 'meeting' : 'forward',
    isPut: put?.act.revision === current.number && level === body,
    stand,
    votes,
    reasons: stand.reasons,
    ...(more === undefined ? {} : { more }),
  }
}

function howOf({ outcome, heldBy, unanswered }: Stand, votes: boolean): Projected['how'] {
  switch (outcome) {
    case 'no-rule':
    case 'no-quorum':
      return outcome
    case 'adopted':
      // Consensus asks nobody to be in favour; that somebody has said nothing is still no answer.
      return !votes && unanswered.length > 0 ? 'waits' : 'ready'
    case 'open':
      return heldBy.length > 0 ? 'held' : 'waits'
    case 'not-adopted':
      return 'held'
  }
}

/** Whether a body counts those in favour of matters of a type; by consensus it asks for objections alone. */
export function votesIn({ rules }: Circle, body: string, type: string): boolean {
  const rule = rules.deciding(body, type)
  return rule !== undefined && countsVotes(rule.computes.decides)
}

/**
 * How many more in favour carry it: first those who have said nothing, then those who abstain, who left it open, who are
 * against. Nothing where not even all of them would.
 */
export function moreNeeded(circle: Circle, negotiation: Negotiation, body: string): number | undefined {
  const concerned = negotiation.proposal.act.concerns ?? []
  const { entitled } = standOf(circle, negotiation, body, circle.organisation.day)
  const order = [undefined, 'does-not-take-part', 'stands-aside', 'ad-referendum', 'reserves', 'objects']
  const rank = (id: string) =>
    (concerned.includes(id) ? order.length : 0) + order.indexOf(standsOn(negotiation, id)?.act.position)
  const others = entitled
    .filter((id) => standsOn(negotiation, id)?.act.position !== 'no-objection')
    .sort((a, b) => rank(a) - rank(b))
  const carries = (count: number) => isAdoptedWith(circle, negotiation, body, others.slice(0, count))
  const found = Array.from({ length: others.length + 1 }, (_, count) => count).find(carries)
  return found === 0 ? undefined : found
}

/** Whether it would be adopted if these had no objection. */
function isAdoptedWith(circle: Circle, negotiation: Negotiation, body: string, ids: readonly string[]): boolean {
  const positions = new Map(negotiation.positions)
  for (const participant of ids) positions.set(participant, [inFavour(negotiation, participant)])
  return standOf(circle, { ...negotiation, positions }, body, circle.organisation.day).outcome === 'adopted'
}

/** A position that nobody has taken, to ask what it would change. */
function inFavour({ decision, current }: Negotiation, participant: string): Taken {
  const { act: from, ...entry } = current.entry
  const { id, on, sources, doubt, version } = from
  const common = { id, on, sources, doubt, version }
  const act = { ...common, kind: 'position-taken', decision, participant, position: 'no-objection' } as const
  return { ...entry, act: { ...act, revision: current.number } }
}

/** The smallest change that would remove what stands in the way, from what its holders declared. */
export interface Lift {
  /** The paragraphs on which it turns, in the order of the text; empty where none was named. */
  readonly paragraphs: readonly string[]
  /** Whoever must move, with what they said; under a vote the fewest that suffice. */
  readonly holders: readonly Taken[]
  /** Those of them who named no paragraph and nothing that would lift it. */
  readonly unsaid: readonly string[]
}

/** Nothing where nobody holds it. */
export function liftOf(circle: Circle, negotiation: Negotiation, stand: Stand): Lift | undefined {
  if (stand.heldBy.length === 0 || stand.outcome === 'adopted') return undefined
  const { level, current } = negotiation
  const lifted = (holders: readonly Taken[]) => {
    const others = stand.adReferendum.map(({ act }) => act.participant)
    return isAdoptedWith(circle, negotiation, level, [...others, ...holders.map(({ act }) => act.participant)])
  }
  // First whoever said most clearly what would do: that is the shorter way.
  const clearFirst = [...stand.heldBy].sort((a, b) => clarity(b) - clarity(a))
  const count = clearFirst.findIndex((_, index) => lifted(clearFirst.slice(0, index + 1)))
  const holders = count < 0 ? clearFirst : clearFirst.slice(0, count + 1)
  const named = new Set(holders.flatMap(({ act }) => act.paragraphs ?? []))
  return {
    paragraphs: current.paragraphs.flatMap(({ number }) => (named.has(number) ? [number] : [])),
    holders,
    unsaid: holders.filter((one) => clarity(one) === 0).map(({ act }) => act.participant),
  }
}

function clarity({ act }: Taken): number {
  return (act.wouldLift ? 2 : 0) + (act.paragraphs ? 1 : 0)
}

/**
 * Who may still break silence and has no position on file, when it expires within 24 hours; for whoever sees where
 * everyone stands.
 */
export function silenceRisk(view: ProposalView): readonly string[] {
  const { silence, negotiation, at } = view
  if (!view.seesAll || silence?.outcome !== 'running' || silence.expiresAt === undefined) return []
  const left = Date.parse(silence.expiresAt) - Date.parse(at)
  if (left > 24 * 3_600_000) return []
  return byName(
    view.circle,
    view.mayBreak.filter((id) => standsOn(negotiation, id) === undefined),
  )
}

/** In the English order of names, as they are listed where no rule of the body asks for another. */
export function byName({ called }: Pick<Circle, 'called'>, ids: readonly string[]): string[] {
  const compare = compareNames('en')
  return [...ids].sort((a, b) => compare(called(a), called(b)))
}

/**
 * When silence would open and expire if it were announced now: at the next full hour but one half, for the shortest time.
 * An expiry that is for the chair to name is not guessed.
 */
export function silenceTimes(period: SilencePeriod, at: Instant): { opensAt: Instant; expiresAt?: Instant } {
  const hour = 3_600_000
  const opens = Math.ceil((Date.parse(at) + hour / 2) / hour) * hour
  const instant = (time: number) => new Date(time).toISOString() as Instant
  if (period === 'announced') return { opensAt: instant(opens) }
  return { opensAt: instant(opens), expiresAt: instant(opens + clockMilliseconds(period)) }
}
