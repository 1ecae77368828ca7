import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from './dates.ts'
import { mayOpen, type SilenceEvent, type SilenceProcedure, type SilenceRule, silenceAt } from './silence.ts'

const on = (time: string, day = 4) => `2031-05-0${day}T${time}:00.000Z` as Instant
const rule: SilenceRule = {
  period: { hours: 24 },
  amendmentBreaks: true,
  release: 'when-over',
  methodNeedsConsent: true,
  article: 'Rule 17',
}
const procedure = (events: readonly SilenceEvent[] = []): SilenceProcedure => ({
  opensAt: on('10:00', 3),
  expiresAt: on('10:00', 4),
  entitled: ['Arcadia', 'Erewhon', 'Utopia'],
  events,
})
const outcome = (events: readonly SilenceEvent[], at: Instant, under = rule) =>
  silenceAt(under, procedure(events), at).outcome
const objects = (at: Instant, by = 'Utopia'): SilenceEvent => ({ at, kind: 'objection', by })
const amends = (at: Instant): SilenceEvent => ({ at, kind: 'amendment', by: 'Utopia' })

describe('Rule 17(1): adopted at a stated instant', () => {
  const cases = [
    { says: 'before it opens it is announced', at: on('09:59', 3), outcome: 'announced' },
    { says: 'from its opening it runs', at: on('10:00', 3), outcome: 'running' },
    { says: 'a minute before its expiry it runs', at: on('09:59'), outcome: 'running' },
    { says: 'at its expiry it adopts', at: on('10:00'), outcome: 'adopted' },
  ]
  for (const { says, at, outcome: expected } of cases) test(says, () => expect(outcome([], at)).toBe(expected))
})

describe('Rule 17(2): unless an objection is received before', () => {
  const lastMoment = '2031-05-04T09:59:59.999Z' as Instant
  const cases = [
    { says: 'received in the last millisecond', events: [objects(lastMoment)], outcome: 'broken' },
    { says: 'received at the instant of expiry', events: [objects(on('10:00'))], outcome: 'adopted' },
    { says: 'from somebody who is not entitled', events: [objects(lastMoment, 'Laputa')], outcome: 'adopted' },
    { says: 'an amendment, where it breaks', events: [amends(lastMoment)], outcome: 'broken' },
    { says: 'before the opening', events: [objects(on('09:00', 3))], outcome: 'broken' },
  ]
  for (const { says, events, outcome: expected } of cases) {
    test(says, () => expect(outcome(events, on('10:01'))).toBe(expected))
  }
  test('an amendment, where it does not', () => {
    expect(outcome([amends(lastMoment)], on('10:01'), { ...rule, amendmentBreaks: false })).toBe('adopted')
  })
  test('what was received later than the instant asked about is not known yet', () => {
    expect(outcome([objects(on('09:00'))], on('08:59'))).toBe('running')
    expect(outcome([objects(on('09:00'))], on('09:00'))).toBe('broken')
  })
  test('who broke it is named, with the article', () => {
    expect(silenceAt(rule, procedure([objects(on('09:00'))]), on('10:00'))).toMatchObject({
      by: ['Utopia'],
      reasons: [{ article: 'Rule 17', text: 'Utopia broke silence at 2031-05-04T09:00:00.000Z.' }],
    })
  })
})

describe('Rule 17(3): the method may be opposed before it opens', () => {
  const opposes = (at: Instant): SilenceEvent => ({ at, kind: 'opposes-method', by: 'Erewhon' })
  test('a minute before', () => expect(outcome([opposes(on('09:59', 3))], on('10:00'))).toBe('method-opposed'))
  test('at its opening it is too late', () => expect(outcome([opposes(on('10:00', 3))], on('10:00'))).toBe('adopted'))
  test('where the method needs no consent it counts for nothing', () => {
    const under = { ...rule, methodNeedsConsent: false }
    expect(outcome([opposes(on('09:59', 3))], on('10:00'), under)).toBe('adopted')
  })
})

describe('Rule 17(4): extended, suspended, ended by a change of the text', () => {
  const extended: SilenceEvent = { at: on('09:00'), kind: 'extended', until: on('10:00', 5) }
  const suspended: SilenceEvent = { at: on('08:00'), kind: 'suspended' }
  const resumed: SilenceEvent = { at: on('20:00'), kind: 'resumed' }
  const cases = [
    { says: 'extended, it runs on', events: [extended], at: on('10:00'), outcome: 'running' },
    { says: 'extended, it adopts later', events: [extended], at: on('10:00', 5), outcome: 'adopted' },
    {
      says: 'extended too late, it had adopted',
      events: [{ ...extended, at: on('10:00') }],
      at: on('11:00'),
      outcome: 'adopted',
    },
    { says: 'suspended, it does not run out', events: [suspended], at: on('12:00'), outcome: 'suspended' },
    {
      says: 'suspended, it can be broken',
      events: [suspended, objects(on('11:00'))],
      at: on('12:00'),
      outcome: 'broken',
    },
    {
      says: 'resumed, what was left runs on: two hours',
      events: [suspended, resumed],
      at: on('21:59'),
      outcome: 'running',
    },
    { says: 'and then it adopts', events: [suspended, resumed], at: on('22:00'), outcome: 'adopted' },
    {
      says: 'a change of the text ends it',
      events: [{ at: on('09:00'), kind: 'text-changed' }],
      at: on('10:00'),
      outcome: 'ended-by-change',
    },
    {
      says: 'a change at its expiry changes nothing',
      events: [{ at: on('10:00'), kind: 'text-changed' }],
      at: on('10:00'),
      outcome: 'adopted',
    },
  ] as const
  for (const { says, events, at, outcome: expected } of cases)
    test(says, () => expect(outcome(events, at)).toBe(expected))
})

describe('Rule 17(5): not less than twenty-four hours', () => {
  test('exactly as long is long enough', () => expect(mayOpen(rule, procedure())).toBeUndefined())
  test('a minute less is refused, with the first instant that would do', () => {
    expect(mayOpen(rule, { ...procedure(), expiresAt: on('09:59') })).toMatchObject({
      refused: 'period-too-short',
      article: 'Rule 17',
      remedy: 'Let it expire at 2031-05-04T10:00:00.000Z or later.',
    })
  })
  test('where the expiry is the one announced, a millisecond is long enough and nothing is not', () => {
    const announced: SilenceRule = { ...rule, period: 'announced' }
    const { opensAt } = procedure()
    const next = '2031-05-03T10:00:00.001Z' as Instant
    expect(mayOpen(announced, { ...procedure(), expiresAt: next })).toBeUndefined()
    expect(mayOpen(announced, { ...procedure(), expiresAt: opensAt })).toMatchObject({
      refused: 'period-too-short',
      article: 'Rule 17',
      remedy: 'Name a later instant.',
    })
  })
  test('where nobody may break it, it is refused', () => {
    expect(mayOpen(rule, { ...procedure(), entitled: [] })).toMatchObject({ refused: 'nobody-entitled' })
  })
})

const instant = fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => {
  return new Date(Date.UTC(2031, 4, 3) + minutes * 60_000).toISOString() as Instant
})
const event = fc.oneof(
  fc.record({
    at: instant,
    kind: fc.constantFrom('objection', 'amendment', 'opposes-method'),
    by: fc.constantFrom('Utopia', 'Laputa'),
  }),
  fc.record({ at: instant, kind: fc.constant('extended'), until: instant }),
  fc.record({ at: instant, kind: fc.constantFrom('suspended', 'resumed', 'text-changed') }),
) as fc.Arbitrary<SilenceEvent>

describe('whatever happens', () => {
  test('nothing is adopted over an objection of somebody entitled that was received while it ran', () => {
    fc.assert(
      fc.property(fc.array(event), instant, (events, at) => {
        const found = silenceAt(rule, procedure(events), at)
        if (found.outcome !== 'adopted') return
        const inTime = events.filter((one) => one.kind === 'objection' && one.by === 'Utopia')
        expect(inTime.every((one) => one.at >= (found.expiresAt as Instant))).toBe(true)
      }),
    )
  })
  test('the order in which events are written down does not matter, nor does what comes later', () => {
    fc.assert(
      fc.property(fc.array(event), instant, (events, at) => {
        const found = silenceAt(rule, procedure(events), at).outcome
        expect(silenceAt(rule, procedure(events.filter((one) => one.at <= at)), at).outcome).toBe(found)
        expect(silenceAt(rule, procedure(events.toReversed()), at).outcome).toBe(found)
      }),
    )
  })
  test('once it is over it stays as it was', () => {
    fc.assert(
      fc.property(fc.array(event), instant, instant, (events, one, other) => {
        const [earlier, later] = [one, other].sort() as [Instant, Instant]
        const before = silenceAt(rule, procedure(events), earlier).outcome
        if (['announced', 'running', 'suspended'].includes(before)) return
        expect(silenceAt(rule, procedure(events), later).outcome).toBe(before)
      }),
    )
  })
})
