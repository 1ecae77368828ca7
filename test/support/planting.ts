import { type Act, actSchema, type Seat } from '../../src/record/index.ts'
import { enact, type Registry } from '../../src/registry/index.ts'
import { isRefusal } from '../../src/rules/index.ts'
import { of, secretariat } from './negotiating.ts'

/** Words that stand nowhere else, one for each text that is entered: `zq17x`. */
export class Planting {
  readonly registry: Registry
  #count = 0

  constructor(registry: Registry) {
    this.registry = registry
  }

  word(): string {
    this.#count += 1
    return `zq${this.#count}x`
  }

  async enter(seat: Seat, essentials: Record<string, unknown>): Promise<string> {
    const { on: _, ...act } = actSchema.parse({ id: `zq${++this.#count}x`, on: '2034-01-09', ...essentials })
    const entered = await enact(this.registry, 'concord', act as Act, seat)
    if (isRefusal(entered)) throw new Error(`${essentials.kind}: ${entered.refused}: ${entered.message}`)
    return entered.id
  }

  proposal(decision: string, audience: string, more: Record<string, unknown> = {}) {
    const paragraphs = ['1', '2'].map((number) => ({ number, text: { en: `Paragraph ${this.word()}` } }))
    return this.enter(of('ARC'), {
      kind: 'proposal-made',
      decision,
      audience,
      body: 'council',
      level: 'council',
      type: 'decision',
      title: { en: `Title ${this.word()}` },
      basis: `Basis ${this.word()}`,
      paragraphs,
      proposedBy: ['ARC'],
      ...more,
    })
  }

  /** What Erewhon says of a text, which others do not learn. */
  async saidOf(decision: string): Promise<void> {
    const own = { decision, participant: 'ERE' }
    await this.enter(of('ERE'), {
      kind: 'position-taken',
      ...own,
      position: 'reserves',
      revision: 1,
      says: this.word(),
      wouldLift: this.word(),
      note: this.word(),
    })
    const statement = { kind: 'statement-made', ...own, type: 'interpretative' }
    const said = await this.enter(of('ERE'), { ...statement, says: this.word() })
    await this.enter(of('ERE'), { ...statement, says: this.word() })
    await this.enter(of('ERE'), { kind: 'statement-withdrawn', ...own, statement: said, note: this.word() })
  }

  /** One act of every closed kind, on texts for every audience. */
  async everything(): Promise<readonly string[]> {
    const chair = of('UTO')
    const texts = ['public', 'participants', 'body', 'secretariat'] as const
    await this.enter(chair, {
      kind: 'meeting-opened',
      meeting: 'sitting',
      body: 'council',
      format: 'expanded',
      city: this.word(),
      agenda: [{ title: this.word() }],
    })
    await this.enter(of('ERE'), {
      kind: 'presence-noted',
      meeting: 'sitting',
      participant: 'ERE',
      presence: 'present',
      level: this.word(),
    })
    await this.enter(chair, { kind: 'sitting-changed', meeting: 'sitting', format: 'narrow', note: this.word() })
    await this.enter(of('ERE'), { kind: 'minutes-noted', meeting: 'sitting', participant: 'ERE', says: this.word() })
    await this.enter(secretariat, {
      kind: 'note-registered',
      direction: 'in',
      number: this.word(),
      date: '2034-01-08',
      participant: 'ERE',
      says: this.word(),
    })
    for (const audience of texts) {
      await this.proposal(`text-${audience}`, audience)
      if (audience !== 'secretariat') await this.saidOf(`text-${audience}`)
      if (audience === 'secretariat') continue
      const decision = `text-${audience}`
      await this.enter(of('ERE'), {
        kind: 'amendment-proposed',
        decision,
        participant: 'ERE',
        revision: 1,
        paragraph: '1',
        text: { en: this.word() },
        says: this.word(),
      })
      await this.enter(of('ERE'), {
        kind: 'minutes-noted',
        meeting: 'sitting',
        decision,
        participant: 'ERE',
        says: this.word(),
      })
      await this.enter(secretariat, {
        id: `note-${audience}`,
        kind: 'position-taken',
        decision,
        participant: 'LIL',
        position: 'no-objection',
        revision: 1,
        says: this.word(),
        fromNote: { number: this.word(), date: '2034-01-08' },
      })
      await this.enter(of('LIL'), {
        kind: 'entry-confirmed',
        decision,
        participant: 'LIL',
        confirms: `note-${audience}`,
        note: this.word(),
      })
      await this.enter(of('RUR'), {
        kind: 'position-taken',
        decision,
        participant: 'RUR',
        position: 'stands-aside',
        revision: 1,
        says: this.word(),
      })
      await this.enter(of('RUR'), { kind: 'position-released', decision, participant: 'RUR' })
      await this.enter(chair, { kind: 'question-put', meeting: 'sitting', decision, revision: 1, note: this.word() })
    }
    await this.proposal('quiet', 'participants')
    await this.enter(chair, {
      kind: 'silence-opened',
      decision: 'quiet',
      revision: 1,
      opensAt: '2034-01-10T09:00:00.000Z',
      expiresAt: '2034-01-13T09:00:00.000Z',
      note: this.word(),
    })
    await this.enter(chair, { kind: 'silence-suspended', decision: 'quiet', why: this.word() })
    await this.enter(chair, { kind: 'silence-resumed', decision: 'quiet', note: this.word() })
    await this.enter(chair, {
      kind: 'silence-extended',
      decision: 'quiet',
      until: '2034-01-20T09:00:00.000Z',
      note: this.word(),
    })
    await this.enter(of('ERE'), { kind: 'silence-opposed', decision: 'quiet', participant: 'ERE', says: this.word() })
    await this.proposal('going', 'body', { level: 'experts' })
    await this.enter(of('ARC'), {
      kind: 'revision-made',
      decision: 'going',
      revision: 2,
      title: { en: this.word() },
      paragraphs: [{ number: '1', text: { en: this.word() } }],
      why: this.word(),
    })
    await this.enter(chair, {
      kind: 'proposal-forwarded',
      decision: 'going',
      revision: 2,
      to: 'coordinators',
      openPoints: [{ paragraph: '1', says: this.word() }],
    })
    await this.enter(of('ARC'), { kind: 'proposal-withdrawn', decision: 'going', reason: this.word() })
    return [...texts.map((one) => `text-${one}`), 'quiet', 'going']
  }
}
