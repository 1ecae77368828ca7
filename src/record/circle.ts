import { type Day, earliest, type PartialDate, type Reason } from '../rules/index.ts'
import type { Audience } from './acts/negotiation.ts'
import { type ChairFinding, chairOf } from './chairs.ts'
import { calledIn, type DayJudged, dayJudged } from './judging/circumstances.ts'
import { type Negotiation, negotiationOf } from './negotiation.ts'
import type { Organisation } from './organisation.ts'
import { holdingsOn } from './participants.ts'
import { type MayIn, mayIn, type RightIn } from './rights.ts'
import { RulesOfDay } from './rules-of-day.ts'
import type { Seat } from './seat.ts'

/**
 * Who is who in an organisation on its day: chairs, rights, rules, names, each found once. What is asked of a page or of a
 * batch of acts asks the same again and again.
 */
export class Circle {
  readonly organisation: Organisation
  readonly called: (id: string) => string
  readonly #chairs = new Map<string, ChairFinding>()
  readonly #rights = new Map<string, MayIn>()
  readonly #days = new Map<Day, Circle>()
  readonly #known = new Map<string, readonly string[]>()
  readonly #negotiations = new Map<string, Negotiation | undefined>()
  #judged: DayJudged | undefined

  constructor(organisation: Organisation) {
    this.organisation = organisation
    this.called = calledIn(organisation)
  }

  get rules(): RulesOfDay {
    return this.judged.rules
  }

  get judged(): DayJudged {
    this.#judged ??= dayJudged(this.organisation, new RulesOfDay(this.organisation.rulesInForce()))
    return this.#judged
  }

  /** Who was who on another day, as known now. */
  onDay(date: PartialDate): Circle {
    const day = earliest(date)
    if (day === this.organisation.day) return this
    const known = this.#days.get(day) ?? new Circle(this.organisation.onDay(day))
    this.#days.set(day, known)
    return known
  }

  /** What became of a proposal so far, whoever may see it. A circle is of one position, so it is found once. */
  negotiation(decision: string): Negotiation | undefined {
    if (!this.#negotiations.has(decision)) this.#negotiations.set(decision, negotiationOf(this.organisation, decision))
    return this.#negotiations.get(decision)
  }

  /** A list, of participants most often, that is asked for again and again, found once. */
  once(key: string, find: () => readonly string[]): readonly string[] {
    const known = this.#known.get(key) ?? find()
    this.#known.set(key, known)
    return known
  }

  chair(body: string): ChairFinding {
    const known = this.#chairs.get(body) ?? chairOf(this.organisation, body)
    this.#chairs.set(body, known)
    return known
  }

  may(participant: string, body: string, right: RightIn): MayIn {
    const key = `${participant} ${right} ${body}`
    const known = this.#rights.get(key) ?? mayIn(this.organisation, participant, body, right)
    this.#rights.set(key, known)
    return known
  }

  /** Whether a seat acts for the chair of a body: the delegation that has it, and the Secretariat, which acts for any. */
  actsForChair(seat: Seat, body: string): boolean {
    if (seat.kind === 'secretariat') return true
    return seat.kind === 'delegation' && this.chair(body).participant === seat.participant
  }

  /** Why a seat does not act for the chair: who does, as far as is known. */
  whoChairs(body: string): readonly Reason[] {
    return this.chair(body).reasons
  }

  /** Whether a seat is among those to whom something is open, of which these bodies have charge. */
  isAmong(seat: Seat, audience: Audience, bodies: readonly string[]): boolean {
    if (audience === 'public' || seat.kind === 'secretariat') return true
    if (seat.kind === 'public' || audience === 'secretariat') return false
    const { participant } = seat
    if (audience === 'participants') return this.holdsStatus(participant)
    const ways = ['take-positions', 'attend', 'receive-papers'] as const
    return bodies.some((body) => ways.some((way) => this.may(participant, body, way).allowed))
  }

  holdsStatus(participant: string): boolean {
    const { organisation } = this
    return holdingsOn(organisation.participant(participant), organisation.day).some(
      ({ certainty }) => certainty === 'holds',
    )
  }
}
