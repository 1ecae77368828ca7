import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import { Model } from '../../test/support/procedure/model.ts'
import { nobody, note, six } from '../../test/support/procedure/row.ts'
import { Fold } from './fold.ts'
import { negotiationOf, standsOn } from './negotiation.ts'
import { decisionOf } from './procedure/decisions.ts'
import type { Seat } from './seat.ts'
import { howStands, silenceOf } from './stand.ts'

// Anyone does anything in any order; beside it a model of a page, written from the words of the rules.

const runs = Number(process.env.CHANCERY_RUNS ?? 300)
const hour = 3_600_000
const seats: readonly Seat[] = [...six, 'BEN', 'LAP'].map(of)
const chair = of('UTO')

interface Step {
  readonly what: (typeof kinds)[number]
  readonly who: number
  readonly is: string
  readonly hours: number
  readonly wild: boolean
}
const kinds = [
  ...[
    'wait',
    'wait',
    'wait',
    'position',
    'position',
    'position',
    'position',
    'note',
    'revise',
    'amend',
    'open',
    'open',
  ],
  ...[
    'oppose',
    'extend',
    'suspend',
    'resume',
    'meet',
    'meet',
    'attend',
    'attend',
    'put',
    'put',
    'put',
    'adopt',
    'adopt',
    'adopt',
    'adopt',
    'announce',
    'announce',
    'reject',
  ],
  ...['release', 'state', 'withdraw', 'leave', 'forge'],
] as const

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...kinds),
  who: fc.nat(seats.length - 1),
  is: fc.constantFrom('objects', 'no-objection', 'no-objection', 'no-objection', 'reserves', 'stands-aside'),
  hours: fc.constantFrom(0, 1, 23, 24, 71, 72, 73),
  /** Done by whoever it is rather than by whoever may. */
  wild: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
})

const happened = new Map<string, number>()
const counts = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1)

class Play {
  readonly session = new Session()
  readonly model = new Model(six)
  readonly asked: { silence: string; at: string; outcome: string; expiresAt: string | undefined }[] = []
  decided: unknown
  #forged = 0

  constructor() {
    this.session.enter(of('ARC'), proposal({ level: 'council' }))
  }

  get now(): number {
    return Date.parse(this.session.now)
  }

  step({ what, who, is, hours, wild }: Step): void {
    const { session, model } = this
    // No two acts in one instant: which of them came first would be a matter of the register alone.
    session.at(new Date(this.now + 1 + (what === 'wait' ? hours * hour : 0)).toISOString())
    const seat = wild ? (([...seats, nobody, secretariat] as const)[who] ?? chair) : chair
    const speaker = seats[who] as Seat & { participant: string }
    const { participant } = speaker
    const at = new Date(this.now).toISOString()
    const inHours = (n: number) => new Date(this.now + n * hour).toISOString()
    const revision = session.negotiation().current.number
    const said = wild ? Math.max(1, revision - 1) : revision
    const does = (by: Seat, act: Record<string, unknown>, then: () => void = () => {}) =>
      this.#submit(by, JSON.parse(JSON.stringify({ decision: 'lights', ...act })), then)
    switch (what) {
      case 'wait':
        break
      case 'position':
        does(wild ? seat : speaker, position(participant, is, { revision: said, says: at }), () =>
          model.speaks(participant, is, this.now),
        )
        break
      case 'note': {
        // The Secretariat enters what was received a while ago, though never before what was entered last.
        const last = Date.parse(session.fold.lastLive?.act.at ?? at)
        const received = new Date(Math.max(last + 1, this.now - hours * hour)).toISOString()
        const act = { at: received, on: received.slice(0, 10), fromNote: note, says: at, revision }
        does(secretariat, position(participant, is, act), () => {
          this.asked.splice(0, this.asked.length, ...this.asked.filter((one) => one.at < received))
          model.speaks(participant, is, Date.parse(received))
        })
        break
      }
      case 'revise': {
        const paragraphs = [{ number: '1', text: { en: `Lights at ${at}.` } }]
        const act = { kind: 'revision-made', revision: said + 1, paragraphs }
        does(wild ? seat : of('ARC'), act, () => {
          model.revised()
        })
        break
      }
      case 'amend': {
        const act = { kind: 'amendment-proposed', participant, revision: said, paragraph: '1', text: { en: at } }
        does(wild ? seat : speaker, act, () => model.breaks(participant, this.now))
        break
      }
      case 'open': {
        const opens = wild || hours === 0 ? this.now : this.now + hour
        const expires = opens + (hours === 71 ? 71 : 72) * hour
        const act = {
          kind: 'silence-opened',
          revision: said,
          opensAt: new Date(opens).toISOString(),
          expiresAt: new Date(expires).toISOString(),
        }
        does(seat, act, () => {
          expect(expires - opens).toBeGreaterThanOrEqual(72 * hour)
          expect(model.holding(this.now).filter((one) => model.stands(one) === 'objects')).toEqual([])
          model.silence = { opensAt: opens, expiresAt: expires }
        })
        break
      }
      case 'oppose':
        does(speaker, { kind: 'silence-opposed', participant }, () => model.opposes(participant, this.now))
        break
      case 'extend': {
        const until = inHours(hours)
        does(seat, { kind: 'silence-extended', until }, () => {
          if (model.silence) model.silence.expiresAt = Date.parse(until)
        })
        break
      }
      case 'suspend':
        does(seat, { kind: 'silence-suspended' }, () => model.suspended(this.now))
        break
      case 'resume':
        does(seat, { kind: 'silence-resumed' }, () => model.resumed(this.now))
        break
      case 'meet':
        does(seat, { kind: 'meeting-opened', decision: undefined, meeting: 'm', body: 'council', format: 'expanded' })
        break
      case 'attend': {
        const presence = is === 'reserves' ? 'absent' : 'present'
        does(speaker, { kind: 'presence-noted', decision: undefined, meeting: 'm', participant, presence }, () => {
          if (presence === 'absent') model.present.delete(participant)
          else model.present.add(participant)
        })
        break
      }
      case 'put':
        does(seat, { kind: 'question-put', meeting: 'm', revision: said }, () => {
          model.put = said
        })
        break
      case 'adopt':
      case 'reject':
      case 'announce': {
        const under = what === 'announce' ? 'silence' : 'meeting'
        const outcome = what === 'reject' ? 'not-adopted' : 'adopted'
        const filled = decisionOf(session.negotiation(), under)
        const meeting = under === 'meeting' ? { meeting: 'm' } : {}
        does(seat, { kind: 'decision-recorded', outcome, ...meeting, ...filled }, () => this.#decides(what))
        break
      }
      case 'release':
        does(speaker, { kind: 'position-released', participant })
        break
      case 'state':
        does(speaker, { kind: 'statement-made', participant, type: 'reservation', says: at }, () => {
          expect(model.decided ?? model.silenceAt(this.now)).not.toBe('adopted')
        })
        break
      case 'withdraw':
        // Seldom, or little else would ever happen.
        if (hours !== 73) break
        does(wild ? seat : of('ARC'), { kind: 'proposal-withdrawn' }, () => {
          model.withdrawn = true
        })
        break
      case 'leave': {
        if (hours !== 71 || !['ERE', 'LIL'].includes(participant) || model.leftFrom.has(participant)) break
        const on = new Date(this.now + 24 * hour).toISOString().slice(0, 10)
        session.tell({ kind: 'status-ended', on, participant, sources: [{ source: 'rules-of-procedure' }] })
        model.leftFrom.set(participant, on)
        break
      }
      case 'forge': {
        // To take out or to overtake what others did.
        this.#forged += 1
        const target = session.fold.lastLive?.id
        const forged = [
          position(participant, 'no-objection', { revision, replaces: [target] }),
          position(participant, 'no-objection', { revision, after: 'day-begins' }),
          { kind: 'act-withdrawn', decision: undefined, withdraws: [target], reason: 'a slip' },
          {
            kind: 'decision-recorded',
            outcome: 'adopted',
            ...decisionOf(session.negotiation(), 'meeting'),
            on: '2034-01-09',
            meeting: 'm',
            at: '2034-01-09T10:00:00.000Z',
          },
        ][this.#forged % 4] as { kind: string }
        const day = session.now.slice(0, 10)
        if (forged.kind === 'decision-recorded' && day === '2034-01-09') break
        if (forged.kind === 'decision-recorded') Object.assign(forged, { at: session.now })
        expect(session.submit(wild ? speaker : secretariat, JSON.parse(JSON.stringify(forged)))).toBeDefined()
        break
      }
    }
    this.#holds()
  }

  #submit(seat: Seat, act: { readonly kind: string }, then: () => void): void {
    const { session } = this
    const before = session.negotiation()
    const refusal = session.submit(seat, act)
    counts(`${act.kind}: ${refusal?.refused ?? 'in order'}`)
    if (refusal) expect(session.negotiation(), refusal.refused).toEqual(before)
    else then()
  }

  #decides(what: 'adopt' | 'reject' | 'announce'): void {
    const { model, now } = this
    const silence = model.silenceAt(now)
    counts(what)
    expect(model.decided).toBeUndefined()
    expect(model.withdrawn).toBe(false)
    if (what === 'announce') expect(silence).toBe('adopted')
    else {
      expect(model.put).toBe(model.revision)
      expect(['running', 'announced', 'adopted']).not.toContain(silence)
      // Somebody was there who could have objected.
      expect(model.anyoneThere(now)).toBe(true)
      if (what === 'adopt') expect(model.holding(now)).toEqual([])
      else expect(model.holding(now)).not.toEqual([])
    }
    model.decided = what === 'adopt' ? 'meeting' : what === 'announce' ? 'silence' : 'not-adopted'
    const { decided, current } = this.session.negotiation()
    this.decided = structuredClone({ decided, current })
  }

  /** What must hold after every step. */
  #holds(): void {
    const { session, model } = this
    const negotiation = session.negotiation()
    for (const one of six) expect(standsOn(negotiation, one)?.act.position).toBe(model.stands(one))
    const silence = silenceOf(session.circle, negotiation, session.now)
    expect(silence?.outcome).toBe(model.silenceAt(this.now))
    if (silence && negotiation.silence) {
      counts(silence.outcome)
      const { outcome, expiresAt } = silence
      this.asked.push({ silence: negotiation.silence.entry.id, at: session.now, outcome, expiresAt })
    }
    if (this.decided) {
      const { decided, current } = negotiation
      expect({ decided, current }).toEqual(this.decided)
    }
  }

  /** Asked again at the end, and of a register that was read anew, it was what it was. */
  heldThroughout(): void {
    const { session } = this
    const again = new Fold('concord', session.fold.allEntries())
    const { circle } = session
    const negotiation = session.negotiation()
    expect(negotiationOf(again.at(circle.organisation.day), 'lights')).toEqual(negotiation)
    for (const { silence, at, outcome, expiresAt } of this.asked) {
      const that = negotiation.silences.find(({ entry }) => entry.id === silence)
      const found = that && howStands(circle, negotiation, that, at as never)
      expect({ at, outcome: found?.outcome, expiresAt: found?.expiresAt }).toEqual({ at, outcome, expiresAt })
    }
  }
}

describe('whatever is done in whatever order', () => {
  test('what the rules say holds, and what held is held to', { timeout: 5_000 * runs }, () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' }), (steps) => {
        const play = new Play()
        for (const step of steps) play.step(step)
        play.heldThroughout()
      }),
      { numRuns: runs },
    )
    // Else it would hold because nothing had happened.
    for (const what of ['adopt', 'announce', 'broken', 'ended-by-change', 'suspended', 'method-opposed', 'adopted'])
      expect([what, happened.get(what) ?? 0]).not.toEqual([what, 0])
    if (process.env.CHANCERY_SHOW) console.log(Object.fromEntries([...happened].sort()))
  })
})
