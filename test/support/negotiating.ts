import {
  type Act,
  actSchema,
  adoptedOn,
  Circle,
  Fold,
  type Negotiation,
  negotiationOf,
  rule,
  type Seat,
  seatId,
} from '../../src/record/index.ts'
import { readFolder } from '../../src/registry/folder.ts'
import { plan } from '../../src/registry/plan.ts'
import { type Instant, isRefusal, type Refusal } from '../../src/rules/index.ts'
import { concord } from './folders.ts'
import { entriesOf } from './registers.ts'

// The Concord at work, in memory: acts are submitted, ruled on and entered, as the registry does, with a clock that stands
// until it is moved.

const folder = readFolder(concord)
const history = Array.isArray(folder) ? [] : plan(new Fold('concord'), folder.acts).map(({ act }) => act)

export const secretariat: Seat = { kind: 'secretariat' }
export const of = (participant: string): Seat => ({ kind: 'delegation', participant })

export class Session {
  readonly fold: Fold
  now = '2034-01-09T10:00:00.000Z' as Instant
  #count = 0

  /** @param change what the history says otherwise, for a session under another rule */
  constructor(change: (act: Act) => Act = (act) => act) {
    this.fold = new Fold('concord', entriesOf(history.map(change)))
  }

  /** Submits an act; refused, nothing is entered. */
  submit(seat: Seat, essentials: { readonly kind: string } & Record<string, unknown>): Refusal | undefined {
    this.#count += 1
    const written = { id: `act-${this.#count}`, at: this.now, on: this.now.slice(0, 10), ...essentials }
    const sent: Act = actSchema.parse(written)
    const day = sent.kind === 'decision-recorded' && !essentials.on && adoptedOn(this.circle, sent, this.now)
    const act = day ? ({ ...sent, on: day } as Act) : sent
    const ruling = rule(this.fold, act, seat)
    if (isRefusal(ruling)) return ruling
    const position = this.fold.position + 1
    const recordedAt = this.now
    const entry = { position, id: act.id, organisation: 'concord', recordedAt, act, ruling, constitution: 0 }
    this.fold.append({ ...entry, seat: seatId(seat) })
    return undefined
  }

  /** The same, where it must be in order. */
  enter(seat: Seat, essentials: { readonly kind: string } & Record<string, unknown>): string {
    const refusal = this.submit(seat, essentials)
    if (refusal) throw new Error(`${essentials.kind}: ${refusal.refused}: ${refusal.message}`)
    return `act-${this.#count}`
  }

  /** What history tells beside the Concord's own: a rule, a body, a status. */
  tell(...acts: readonly Record<string, unknown>[]): void {
    for (const essentials of acts) {
      this.#count += 1
      const act: Act = actSchema.parse({ id: `told-${this.#count}`, history: true, ...essentials })
      const position = this.fold.position + 1
      const ruling = { finding: 'entered-as-history' } as const
      this.fold.append({
        position,
        id: act.id,
        organisation: 'concord',
        recordedAt: this.now,
        act,
        ruling,
        constitution: 0,
      })
    }
  }

  at(time: string): void {
    this.now = new Date(time).toISOString() as Instant
  }

  get circle(): Circle {
    return new Circle(this.fold.at(this.now.slice(0, 10) as never))
  }

  negotiation(decision = 'lights'): Negotiation {
    const found = negotiationOf(this.circle.organisation, decision)
    if (!found) throw new Error(`no proposal "${decision}"`)
    return found
  }
}

/** A proposal by Arcadia on harbour lights, begun where it is said. */
export function proposal(more: Record<string, unknown> = {}) {
  return {
    kind: 'proposal-made',
    decision: 'lights',
    body: 'council',
    level: 'experts',
    title: { en: 'Harbour lights' },
    type: 'decision',
    paragraphs: [
      { number: '1', text: { en: 'Every harbour shows a light.' } },
      { number: '2', text: { en: 'The light is green.' } },
      { number: '3', text: { en: 'The cost is shared.' } },
    ],
    proposedBy: ['ARC'],
    ...more,
  }
}

export function position(participant: string, is: string, more: Record<string, unknown> = {}) {
  return { kind: 'position-taken', decision: 'lights', participant, position: is, revision: 1, ...more }
}
