import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decided, judgeCompetence, judgeOutcome, judgeSay } from './competence.ts'
import type { DecisionRule, Position } from './decision.ts'
import type { Strength } from './judgement.ts'

const called = (id: string) => id
const members = ['Arcadia', 'Erewhon', 'Lilliput', 'Utopia']
const entitled = members.map((id) => ({ id }))
const under = (decides: DecisionRule, article: string, strength: Strength = 'must') => ({ decides, article, strength })
const consensus = under({ kind: 'consensus' }, 'Rule 6')
const decided = (outcome: Decided['outcome'], positions: Record<string, Position>, more: Partial<Decided> = {}) => ({
  outcome,
  entitled,
  positions: new Map(Object.entries(positions)),
  unsettled: [],
  concerned: [],
  ...more,
})
const all = (position: Position, more: Record<string, Position> = {}) => ({
  ...Object.fromEntries(members.map((one) => [one, position])),
  ...more,
})

describe('Rule 14: the Assembly decides on budgets', () => {
  const rule = { strength: 'must', article: 'Rule 14', body: 'Assembly' } as const
  test('the Assembly decides', () => expect(judgeCompetence(rule, 'Assembly', called).outcome).toBe('in-order'))
  test('the Council decides', () => {
    expect(judgeCompetence(rule, 'Council', called)).toMatchObject({
      outcome: 'departure',
      reasons: [{ article: 'Rule 14', text: 'Council decided; such matters are decided by Assembly.' }],
    })
  })
})

describe('Rule 6: the Council decides by consensus', () => {
  const cases: { says: string; decided: Decided; outcome: string }[] = [
    { says: 'adopted, and nobody objected', decided: decided('adopted', all('for')), outcome: 'in-order' },
    {
      says: 'adopted, although an objection stands',
      decided: decided('adopted', all('for', { Erewhon: 'against' })),
      outcome: 'departure',
    },
    {
      says: 'adopted over an objection, whatever the silent took',
      decided: decided('adopted', { Erewhon: 'against' }),
      outcome: 'departure',
    },
    {
      says: 'not adopted, and somebody objected',
      decided: decided('not-adopted', { Erewhon: 'against' }),
      outcome: 'in-order',
    },
    {
      says: 'not adopted, although nobody objected',
      decided: decided('not-adopted', all('for')),
      outcome: 'departure',
    },
    {
      says: 'not adopted, and where one stood is not on record: it may have objected',
      decided: decided('not-adopted', { Arcadia: 'for', Erewhon: 'for', Lilliput: 'for' }),
      outcome: 'cannot-be-judged',
    },
    {
      says: 'adopted, and the silent are read as the record has them: without objection',
      decided: decided('adopted', { Arcadia: 'for' }),
      outcome: 'in-order',
    },
    {
      says: 'adopted, and what one agreed ad referendum is not settled',
      decided: decided('adopted', { Arcadia: 'for' }, { unsettled: ['Utopia'] }),
      outcome: 'cannot-be-judged',
    },
    {
      says: 'left open by one, but another objected: it makes no difference',
      decided: decided('adopted', { Arcadia: 'against' }, { unsettled: ['Utopia'] }),
      outcome: 'departure',
    },
    {
      says: 'adopted over the objection of one that may not have had a say',
      decided: decided('adopted', all('for', { Lilliput: 'against' }), { perhaps: ['Lilliput'] }),
      outcome: 'cannot-be-judged',
    },
    {
      says: 'one that may not have had a say did not object: it makes no difference',
      decided: decided('adopted', all('for'), { perhaps: ['Lilliput'] }),
      outcome: 'in-order',
    },
    {
      says: 'the objection of someone without a say counts for nothing',
      decided: decided('adopted', all('for', { Laputa: 'against' })),
      outcome: 'in-order',
    },
  ]
  for (const { says, decided, outcome } of cases) {
    test(says, () => expect(judgeOutcome(consensus, decided, called).outcome).toBe(outcome))
  }
  test('the reasons say what was found, then why', () => {
    const { reasons } = judgeOutcome(consensus, decided('adopted', { Erewhon: 'against' }), called)
    expect(reasons.map(({ text }) => text)).toEqual([
      'It was adopted, although the positions on record do not carry it.',
      'Erewhon objected.',
    ])
    expect(reasons.every(({ article }) => article === 'Rule 6')).toBe(true)
  })
})

describe('consensus, less the participant concerned', () => {
  const rule = under({ kind: 'consensus', except: 'concerned' }, 'Rule 4(3)')
  const objects = decided('adopted', all('for', { Utopia: 'against' }))
  test('the participant concerned objects: adopted all the same', () => {
    expect(judgeOutcome(rule, { ...objects, concerned: ['Utopia'] }, called).outcome).toBe('in-order')
  })
  test('another objects', () => {
    expect(judgeOutcome(rule, { ...objects, concerned: ['Erewhon'] }, called).outcome).toBe('departure')
  })
})

describe('Rule 7(2): a budget needs three quarters of the members', () => {
  const rule = under({ kind: 'majority', share: [3, 4], of: 'members' }, 'Rule 7(2)')
  const cases: { says: string; decided: Decided; outcome: string }[] = [
    { says: 'three of four', decided: decided('adopted', all('for', { Utopia: 'against' })), outcome: 'in-order' },
    {
      says: 'two of four',
      decided: decided('adopted', all('for', { Utopia: 'against', Erewhon: 'abstains' })),
      outcome: 'departure',
    },
    {
      says: 'two of four, and two are silent in the record',
      decided: decided('adopted', { Arcadia: 'for', Lilliput: 'for' }),
      outcome: 'cannot-be-judged',
    },
    {
      says: 'one of four, and one is silent: it would not have been enough',
      decided: decided('adopted', { Arcadia: 'for', Lilliput: 'against', Utopia: 'against' }),
      outcome: 'departure',
    },
    {
      says: 'two of three or of four, by whether the fourth was a member',
      decided: decided('adopted', all('for', { Utopia: 'against', Erewhon: 'abstains' }), { perhaps: ['Utopia'] }),
      outcome: 'departure',
    },
    {
      says: 'three of four, or two of three, by whether one in favour was a member',
      decided: decided('adopted', all('for', { Utopia: 'against' }), { perhaps: ['Arcadia'] }),
      outcome: 'cannot-be-judged',
    },
  ]
  for (const { says, decided, outcome } of cases) {
    test(says, () => expect(judgeOutcome(rule, decided, called).outcome).toBe(outcome))
  }
})

describe('Rule 5(1): who takes a position has a say', () => {
  const cases = [
    { says: 'it has one', say: 'holds', outcome: 'in-order' },
    { says: 'it has none', say: 'does-not-hold', outcome: 'departure' },
    { says: 'already, or not yet', say: 'uncertain', outcome: 'cannot-be-judged' },
  ] as const
  for (const { says, say, outcome } of cases) {
    test(says, () => expect(judgeSay(consensus, 'Utopia', say, called).outcome).toBe(outcome))
  }
})

describe('whatever the positions', () => {
  const position = fc.constantFrom<Position>('for', 'against', 'abstains', 'absent', 'not-participating')
  const rules = fc.constantFrom<DecisionRule>(
    { kind: 'consensus' },
    { kind: 'consensus', except: 'concerned' },
    { kind: 'majority', share: [2, 3] },
    { kind: 'majority', share: [3, 4], of: 'members' },
    { kind: 'threshold', yes: 2 },
  )
  const outcome = fc.constantFrom('adopted' as const, 'not-adopted' as const)
  const positions = fc.dictionary(fc.constantFrom(...members), position)
  const some = fc.subarray(members)
  const any = fc.record({ outcome, positions, unsettled: some, perhaps: some, concerned: some }).map((facts) => ({
    ...facts,
    entitled,
    positions: new Map(Object.entries(facts.positions).filter(([id]) => !facts.unsettled.includes(id))),
  }))

  test('a rule that says as a rule is never departed from, and one that says must is never called unusual', () => {
    fc.assert(
      fc.property(rules, any, (decides, facts) => {
        expect(judgeOutcome(under(decides, 'Rule', 'as-a-rule'), facts, called).outcome).not.toBe('departure')
        expect(judgeOutcome(under(decides, 'Rule', 'must'), facts, called).outcome).not.toBe('unusual')
      }),
    )
  })
  test('taking away a position of someone never makes a departure of what was none', () => {
    fc.assert(
      fc.property(rules, any, fc.constantFrom(...members), (decides, facts, one) => {
        const rule = under(decides, 'Rule')
        const less = new Map([...facts.positions].filter(([id]) => id !== one))
        if (judgeOutcome(rule, { ...facts, positions: less }, called).outcome !== 'departure') return
        expect(judgeOutcome(rule, facts, called).outcome).toBe('departure')
      }),
    )
  })
  test('where everyone stood is known, and who had a say: of the two outcomes one is in order, the other a departure', () => {
    fc.assert(
      fc.property(rules, fc.tuple(position, position, position, position), some, (decides, taken, concerned) => {
        const stood = Object.fromEntries(members.map((one, index) => [one, taken[index] as Position]))
        const found = (['adopted', 'not-adopted'] as const).map(
          (what) => judgeOutcome(under(decides, 'Rule'), decided(what, stood, { concerned }), called).outcome,
        )
        expect(found.toSorted()).toEqual(['departure', 'in-order'])
      }),
    )
  })
})
