import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartialDate } from './dates.ts'
import type { Stated } from './judgement.ts'
import { type InTurn, judgeApart, judgeRotation, judgeTerm, turnOf } from './offices.ts'

const called = (id: string) => id
const must = (article: string): Stated => ({ strength: 'must', article })
const date = (written: string | undefined) => written as PartialDate | undefined

describe('Rule 12: the Secretary serves for one year and has no second term', () => {
  const rule = { ...must('Rule 12'), lasts: { years: 1 }, renewable: false }
  const lengths = [
    { says: 'a year to the day', from: '2032-03-03', to: '2033-03-03', outcome: 'in-order' },
    { says: 'a day longer', from: '2032-03-03', to: '2033-03-04', outcome: 'departure' },
    { says: 'shorter', from: '2032-03-03', to: '2032-10-04', outcome: 'in-order' },
    { says: 'until a month that ends in time', from: '2032-03-31', to: '2033-03', outcome: 'in-order' },
    { says: 'until a month that ends too late', from: '2032-03-03', to: '2033-03', outcome: 'cannot-be-judged' },
    { says: 'until a month that begins too late', from: '2032-02-28', to: '2033-03', outcome: 'departure' },
    { says: 'from a month, a year after its first day', from: '2032-03', to: '2033-03-01', outcome: 'in-order' },
    { says: 'from a month, within a year of some day', from: '2032-03', to: '2033-03-31', outcome: 'cannot-be-judged' },
    { says: 'from a month, beyond a year of each day', from: '2032-03', to: '2033-04-01', outcome: 'departure' },
    { says: 'the end is not on record', from: '2032-03-03', to: undefined, outcome: 'cannot-be-judged' },
    { says: 'the beginning is not on record', from: undefined, to: '2033-03-03', outcome: 'cannot-be-judged' },
  ]
  for (const { says, from, to, outcome } of lengths) {
    test(says, () => {
      const [length] = judgeTerm(rule, { holder: 'The Secretary', from: date(from), to: date(to), again: false })
      expect(length?.outcome).toBe(outcome)
    })
  }
  const seconds = [
    { says: 'somebody new', again: false, outcome: 'in-order' },
    { says: 'the same again', again: true, outcome: 'departure' },
    { says: 'whether the same is not on record', again: undefined, outcome: 'cannot-be-judged' },
  ]
  for (const { says, again, outcome } of seconds) {
    test(says, () => {
      const term = { holder: 'The Secretary', from: date('2032-03-03'), to: date('2033-03-03'), again }
      expect(judgeTerm(rule, term)[1]?.outcome).toBe(outcome)
      expect(judgeTerm({ ...rule, renewable: true }, term)).toHaveLength(1)
    })
  }
})

describe('Rule 13: the Deputy is not put forward by the participant that put forward the Secretary', () => {
  const rule = must('Rule 13')
  const cases = [
    { says: 'by another', deputy: 'Erewhon', secretary: ['Utopia'], outcome: 'in-order' },
    { says: 'by the same', deputy: 'Utopia', secretary: ['Utopia'], outcome: 'departure' },
    { says: 'by one of two', deputy: 'Utopia', secretary: ['Arcadia', 'Utopia'], outcome: 'departure' },
    {
      says: 'nobody knows who put forward the Secretary',
      deputy: 'Utopia',
      secretary: [],
      outcome: 'cannot-be-judged',
    },
    { says: 'nor the Deputy', deputy: undefined, secretary: ['Utopia'], outcome: 'cannot-be-judged' },
  ]
  for (const { says, deputy, secretary, outcome } of cases) {
    test(says, () => {
      const other = { office: 'secretary', participants: secretary }
      expect(judgeApart(rule, deputy, other, called).outcome).toBe(outcome)
    })
  }
})

const five: readonly InTurn[] = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia'].map((name) => ({
  participant: name,
  name,
}))
const named = (name: string): InTurn => ({ participant: name, name })
const without = (...names: string[]) => five.filter(({ participant }) => !names.includes(participant))

describe('Rule 8(3): the chair goes round in the English order of names', () => {
  const rule = { ...must('Rule 8(3)'), language: 'en' }
  const cases: {
    says: string
    now: string | undefined
    before: InTurn | 'first' | undefined
    among?: readonly InTurn[]
    outcomes: string[]
  }[] = [
    { says: 'the next', now: 'Erewhon', before: named('Arcadia'), outcomes: ['in-order'] },
    { says: 'the one after the next', now: 'Laputa', before: named('Arcadia'), outcomes: ['departure'] },
    { says: 'the same again', now: 'Arcadia', before: named('Arcadia'), outcomes: ['departure'] },
    { says: 'after the last the first', now: 'Arcadia', before: named('Utopia'), outcomes: ['in-order'] },
    { says: 'after the last the second', now: 'Erewhon', before: named('Utopia'), outcomes: ['departure'] },
    {
      says: 'the one before has left: whoever follows its name',
      now: 'Lilliput',
      before: named('Laputa'),
      among: without('Laputa'),
      outcomes: ['in-order'],
    },
    {
      says: 'the next has left: the one after it',
      now: 'Laputa',
      before: named('Arcadia'),
      among: without('Erewhon'),
      outcomes: ['in-order'],
    },
    { says: 'one that is none of them', now: 'Atlantis', before: named('Arcadia'), outcomes: ['departure'] },
    { says: 'alone, again', now: 'Utopia', before: named('Utopia'), among: [named('Utopia')], outcomes: ['in-order'] },
    { says: 'nobody before: no rule gives the first turn', now: 'Utopia', before: 'first', outcomes: [] },
    { says: 'who came is not on record', now: undefined, before: named('Utopia'), outcomes: ['cannot-be-judged'] },
    { says: 'who was before is not on record', now: 'Utopia', before: undefined, outcomes: ['cannot-be-judged'] },
    {
      says: 'nobody knows among whom',
      now: 'Utopia',
      before: named('Arcadia'),
      among: [],
      outcomes: ['cannot-be-judged'],
    },
    {
      says: 'one of them has no name in the language',
      now: 'Erewhon',
      before: named('Arcadia'),
      among: [...five, { participant: 'Atlantis', name: undefined }],
      outcomes: ['cannot-be-judged'],
    },
    {
      says: 'the one before has none',
      now: 'Erewhon',
      before: { participant: 'Arcadia', name: undefined },
      outcomes: ['cannot-be-judged'],
    },
  ]
  for (const { says, now, before, among = five, outcomes } of cases) {
    test(says, () => {
      const checks = judgeRotation(rule, now, before, among, called)
      expect(checks.map(({ outcome }) => outcome)).toEqual(outcomes)
    })
  }

  describe('where it is not known whether Erewhon is one of them that day', () => {
    const among = [...without('Erewhon'), { ...named('Erewhon'), perhaps: true }]
    const turns = [
      { says: 'Erewhon after Arcadia may be right', now: 'Erewhon', before: 'Arcadia', outcome: 'cannot-be-judged' },
      { says: 'so may Laputa', now: 'Laputa', before: 'Arcadia', outcome: 'cannot-be-judged' },
      { says: 'Lilliput is neither', now: 'Lilliput', before: 'Arcadia', outcome: 'departure' },
      { says: 'after Laputa it makes no difference', now: 'Lilliput', before: 'Laputa', outcome: 'in-order' },
    ]
    for (const { says, now, before, outcome } of turns) {
      test(says, () => expect(judgeRotation(rule, now, named(before), among, called)[0]?.outcome).toBe(outcome))
    }
  })
  test('the reason names who was next, and by which names', () => {
    expect(judgeRotation(rule, 'Utopia', named('Erewhon'), without('Laputa'), called)[0]?.reasons).toEqual([
      {
        article: 'Rule 8(3)',
        text: 'Utopia came after Erewhon; next in the order of names was Lilliput: "Lilliput" follows "Erewhon".',
      },
    ])
  })
})

describe('Rule 8(3), where two have changed places: only their turns depart, and the round goes on', () => {
  const rule = { ...must('Rule 8(3)'), language: 'en' }
  const findings = (...came: string[]) =>
    came.map((now, index) => {
      const earlier = came.slice(0, index).map((name) => ({ came: named(name), among: five }))
      return judgeRotation(rule, now, earlier.at(-1)?.came ?? 'first', five, called, () => turnOf(rule, earlier))[0]
        ?.outcome
    })
  const kept = 'in-order'
  const not = 'departure'
  const rounds = [
    { says: 'nobody', came: ['Arcadia', 'Erewhon', 'Laputa'], outcomes: [undefined, kept, kept] },
    {
      says: 'the second and the fourth',
      came: ['Arcadia', 'Lilliput', 'Laputa', 'Erewhon', 'Utopia', 'Arcadia'],
      outcomes: [undefined, not, kept, not, kept, kept],
    },
    {
      says: 'one was left out, and the others moved up',
      came: ['Arcadia', 'Laputa', 'Lilliput', 'Utopia'],
      outcomes: [undefined, not, kept, kept],
    },
    {
      says: 'one was left out, and came next',
      came: ['Arcadia', 'Laputa', 'Erewhon'],
      outcomes: [undefined, not, not],
    },
    { says: 'the same again', came: ['Arcadia', 'Arcadia', 'Laputa'], outcomes: [undefined, not, kept] },
  ]
  for (const { says, came, outcomes } of rounds) test(says, () => expect(findings(...came)).toEqual(outcomes))
  test('the reason says whose turn it had been', () => {
    const earlier = [named('Arcadia'), named('Lilliput')].map((came) => ({ came, among: five }))
    const [check] = judgeRotation(rule, 'Laputa', named('Lilliput'), five, called, () => turnOf(rule, earlier))
    expect(check?.reasons[0]?.text).toBe(
      'Lilliput had come in the turn of Erewhon; after that turn it was that of Laputa.',
    )
    const [departure] = judgeRotation(rule, 'Erewhon', named('Lilliput'), five, called, () => turnOf(rule, earlier))
    expect(departure?.reasons.map(({ text }) => text)).toEqual([
      'Erewhon came after Lilliput; next in the order of names was Utopia: "Utopia" follows "Lilliput".',
      'Lilliput had come in the turn of Erewhon; after that turn it was that of Laputa.',
    ])
  })
  test('whose turn it was is not known where it is not known among whom, or who came', () => {
    const start = { came: named('Arcadia'), among: five }
    expect(turnOf(rule, [start, { came: named('Lilliput'), among: [] }])).toBeUndefined()
    expect(turnOf(rule, [start, { came: undefined, among: five }])).toBeUndefined()
    const perhaps = five.map((one) => ({ ...one, perhaps: one.participant === 'Erewhon' }))
    expect(turnOf(rule, [start, { came: named('Lilliput'), among: perhaps }])).toBeUndefined()
    expect(turnOf(rule, [start, { came: named('Lilliput'), among: five }])?.participant).toBe('Erewhon')
  })
})

describe('whoever there is', () => {
  const rule = { ...must('Rule 8(3)'), language: 'en' }
  const some = fc.uniqueArray(fc.constantFrom(...five), { minLength: 1, selector: (one) => one.participant })
  const one = fc.constantFrom(...five)

  test('exactly one of them is next', () => {
    fc.assert(
      fc.property(some, one, (among, before) => {
        const kept = five.filter(
          ({ participant }) => judgeRotation(rule, participant, before, among, called)[0]?.outcome === 'in-order',
        )
        expect(kept).toHaveLength(1)
        expect(among.map(({ participant }) => participant)).toContain(kept[0]?.participant)
      }),
    )
  })
  test('turn by turn, everyone has had one before anyone has a second', () => {
    fc.assert(
      fc.property(some, (among) => {
        const turns = [among[0] as InTurn]
        while (turns.length < among.length) {
          const before = turns.at(-1) as InTurn
          const isNext = (it: InTurn) =>
            judgeRotation(rule, it.participant, before, among, called)[0]?.outcome === 'in-order'
          turns.push(among.find(isNext) as InTurn)
        }
        expect(new Set(turns.map(({ participant }) => participant)).size).toBe(among.length)
      }),
    )
  })
  test('not knowing of some whether they are among them never gives a departure that knowing takes back', () => {
    fc.assert(
      fc.property(some, one, one, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (among, before, now, are) => {
        const doubtful = among.map((it, index) => ({ ...it, perhaps: are[index] === true }))
        const known = among.filter((_, index) => are[index] !== true)
        if (known.length === 0) return
        const finding = (list: readonly InTurn[]) =>
          judgeRotation(rule, now.participant, before, list, called)[0]?.outcome
        const open = finding(doubtful)
        if (open === 'cannot-be-judged') return
        expect([finding(among), finding(known)]).toEqual([open, open])
      }),
    )
  })
  test('a rule that says as a rule is never departed from', () => {
    const strength = fc.constantFrom('as-a-rule' as const, 'practice' as const)
    fc.assert(
      fc.property(strength, some, one, one, fc.boolean(), (how, among, before, now, again) => {
        const mild = { strength: how, article: 'Rule', lasts: { years: 1 }, renewable: false, language: 'en' }
        const term = { holder: 'x', from: date('2031-01-01'), to: date('2033-01-01'), again }
        const checks = [
          ...judgeTerm(mild, term),
          ...judgeRotation(mild, now.participant, before, among, called),
          judgeApart(mild, now.participant, { office: 'x', participants: [before.participant] }, called),
        ]
        expect(checks.map(({ outcome }) => outcome)).not.toContain('departure')
      }),
    )
  })
})
