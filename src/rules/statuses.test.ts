import { describe, expect, test } from 'vitest'
import type { PartialDate } from './dates.ts'
import { type Grant, judgeGrant, judgeLeaving, judgeSignedBefore, type RulesOnStatuses } from './statuses.ts'

const rules: RulesOnStatuses = {
  statuses: [
    {
      status: 'full-participant',
      grantedBy: 'council',
      heldBefore: ['associate'],
      strength: 'as-a-rule',
      article: 'Rule 3(2)',
    },
    { status: 'associate', grantedBy: 'assembly', strength: 'must', article: 'Rule 3(1)' },
  ],
  bodies: [
    { body: 'council', decides: { kind: 'consensus' }, strength: 'must', article: 'Rule 6' },
    {
      body: 'assembly',
      decides: { kind: 'majority', share: [2, 3], strict: false },
      strength: 'must',
      article: 'Rule 7',
    },
  ],
  leaving: { notice: { weeks: 6 }, strength: 'must', article: 'Rule 4(2)' },
}
const noObjection = { for: ['Arcadia', 'Utopia'], against: [], abstaining: [] }
const asFull: Grant = {
  participant: 'Erewhon',
  status: 'full-participant',
  heldBefore: ['associate'],
  decidedBy: 'council',
  positions: noObjection,
}
const asAssociate: Grant = {
  participant: 'Erewhon',
  status: 'associate',
  heldBefore: [],
  decidedBy: 'assembly',
  positions: noObjection,
}

describe('Rule 3: who grants a status', () => {
  const cases: { says: string; grant: Grant; outcomes: string[]; article?: string }[] = [
    {
      says: '3(2) the Council grants full participation to an associate',
      grant: asFull,
      outcomes: ['in-order', 'in-order', 'in-order'],
    },
    {
      says: '3(2) as a rule to an associate: otherwise it is unusual, and no departure',
      grant: { ...asFull, heldBefore: [] },
      outcomes: ['unusual', 'in-order', 'in-order'],
      article: 'Rule 3(2)',
    },
    {
      says: '3(1) the Assembly grants the status of associate',
      grant: asAssociate,
      outcomes: ['in-order', 'in-order'],
    },
    {
      says: '3(1) another body grants it: a departure',
      grant: { ...asAssociate, decidedBy: 'council' },
      outcomes: ['departure'],
      article: 'Rule 3(1)',
    },
    {
      says: '7 two of three reach two thirds',
      grant: { ...asAssociate, positions: { ...noObjection, against: ['Laputa'] } },
      outcomes: ['in-order', 'in-order'],
    },
    {
      says: '7 one of two does not: a departure',
      grant: { ...asAssociate, positions: { for: ['Utopia'], against: ['Laputa'], abstaining: [] } },
      outcomes: ['in-order', 'departure'],
      article: 'Rule 7',
    },
    {
      says: '6 an objection in the Council: a departure',
      grant: { ...asFull, positions: { ...noObjection, against: ['Laputa'] } },
      outcomes: ['in-order', 'in-order', 'departure'],
      article: 'Rule 6',
    },
    {
      says: 'a status that no rule knows cannot be judged',
      grant: { ...asFull, status: 'patron' },
      outcomes: ['cannot-be-judged'],
    },
    {
      says: 'a founding participant cannot be judged: nobody was there to admit it',
      grant: { ...asFull, founding: true },
      outcomes: ['cannot-be-judged'],
    },
  ]
  for (const { says, grant, outcomes, article } of cases) {
    test(says, () => {
      const findings = judgeGrant(rules, grant)
      expect(findings.map((f) => f.outcome)).toEqual(outcomes)
      const broken = findings.find((f) => f.outcome === 'departure' || f.outcome === 'unusual')
      expect(broken?.reasons[0]?.article).toBe(article)
    })
  }
  test('a body that is not on record, or positions that are not, cannot be judged, and the gap is named', () => {
    const { decidedBy: _, ...unknownBody } = asAssociate
    const { positions: __, ...unknownPositions } = asAssociate
    expect(judgeGrant(rules, unknownBody)[0]?.reasons[0]?.text).toBe('Which body decided is not on record.')
    expect(judgeGrant(rules, unknownPositions)[1]).toMatchObject({
      outcome: 'cannot-be-judged',
      reasons: [{ article: 'Rule 7', text: 'The positions taken are not on record.' }],
    })
    expect(judgeGrant({ ...rules, bodies: [] }, asAssociate)[1]?.outcome).toBe('cannot-be-judged')
  })
})

describe('Rule 7 as a majority of all members: who was entitled must be known', () => {
  const ofMembers: RulesOnStatuses = {
    ...rules,
    bodies: [
      {
        body: 'assembly',
        decides: { kind: 'majority', share: [2, 3], of: 'members' },
        strength: 'must',
        article: 'Rule 7',
      },
    ],
  }
  const members = (...ids: string[]) => ids.map((id) => ({ id }))
  const cases = [
    { says: 'not known: it cannot be judged', entitled: undefined, outcome: 'cannot-be-judged' },
    { says: 'two of three', entitled: members('Arcadia', 'Utopia', 'Laputa'), outcome: 'in-order' },
    { says: 'two of four', entitled: members('Arcadia', 'Utopia', 'Laputa', 'Lilliput'), outcome: 'departure' },
  ]
  test.each(cases)('$says', ({ entitled, outcome }) => {
    const [, decision] = judgeGrant(ofMembers, entitled ? { ...asAssociate, entitled } : asAssociate)
    expect([decision?.outcome, decision?.reasons[0]?.article]).toEqual([outcome, 'Rule 7'])
  })
})

describe('what a body decides by, as a rule', () => {
  test('decided otherwise is unusual, and no departure', () => {
    const mild = rules.bodies.map((body) => ({ ...body, strength: 'as-a-rule' as const }))
    const objected = { ...asFull, positions: { ...noObjection, against: ['Laputa'] } }
    expect(judgeGrant({ ...rules, bodies: mild }, objected).at(-1)?.outcome).toBe('unusual')
  })
})

describe('Rule 15: a memorandum is signed before full participation', () => {
  const rule = { strength: 'must', article: 'Rule 15', instrument: 'memorandum' } as const
  const memorandum = { title: 'Memorandum', on: '2032-02-02' as PartialDate }
  const cases = [
    { says: 'signed', signed: memorandum, complete: false, outcome: 'in-order' },
    { says: 'none on record, and the record is complete', signed: undefined, complete: true, outcome: 'departure' },
    { says: 'none on record, which is not complete', signed: undefined, complete: false, outcome: 'cannot-be-judged' },
  ]
  test.each(cases)('$says', ({ signed, complete, outcome }) => {
    expect(judgeSignedBefore(rule, 'Erewhon', signed, complete, (id) => id).outcome).toBe(outcome)
  })
})

describe('Rule 4(2): "not less than six weeks" of notice', () => {
  const cases = [
    { says: 'on the last day of the sixth week it is in order', leaves: '2032-10-04', outcome: 'in-order' },
    { says: 'one day earlier it is a departure', leaves: '2032-10-03', outcome: 'departure' },
  ]
  for (const { says, leaves, outcome } of cases) {
    test(says, () =>
      expect(judgeLeaving(rules.leaving, '2032-08-23' as PartialDate, leaves as PartialDate).outcome).toBe(outcome),
    )
  }
  const partial = [
    {
      says: 'notice in a month whose last day is in time',
      notice: '2032-08',
      leaves: '2032-10-12',
      outcome: 'in-order',
    },
    { says: 'only its first days are', notice: '2032-08', leaves: '2032-10-11', outcome: 'cannot-be-judged' },
    { says: 'not even its first', notice: '2032-08', leaves: '2032-09-11', outcome: 'departure' },
    { says: 'leaving in a month', notice: '2032-08-23', leaves: '2032-10', outcome: 'cannot-be-judged' },
  ]
  test.each(partial)('$says', ({ notice, leaves, outcome }) => {
    const check = judgeLeaving(rules.leaving, notice as PartialDate, leaves as PartialDate)
    expect(check.outcome).toBe(outcome)
  })
  test('without a day of notice, or without a rule, it cannot be judged', () => {
    expect(judgeLeaving(rules.leaving, undefined, '2032-10-04' as PartialDate).outcome).toBe('cannot-be-judged')
    expect(judgeLeaving(undefined, '2032-08-23' as PartialDate, '2032-10-04' as PartialDate).outcome).toBe(
      'cannot-be-judged',
    )
  })
})
