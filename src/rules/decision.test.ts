import { describe, expect, test } from 'vitest'
import { positionOf } from '../../test/support/signs.ts'
import { type DecisionRule, decide, type Entitled, type Position, prepare } from './decision.ts'

const tags: Record<string, readonly string[]> = { A: ['permanent'], B: ['permanent'], C: ['chair', 'other'] }

/** Participants A, B, C …, one for each sign. A and B are permanent, C is in the chair. */
function taken(signs: string) {
  const ids = [...signs].map((_, index) => String.fromCharCode(65 + index))
  const entitled: Entitled[] = ids.map((id) => ({ id, tags: tags[id] ?? ['other'] }))
  const positions = Object.fromEntries(ids.map((id, index) => [id, positionOf[signs[index] as string] as Position]))
  return { entitled, positions }
}

interface Row {
  readonly says: string
  readonly rule: DecisionRule
  readonly taken: string
  readonly is: 'adopted' | 'not-adopted' | 'no-quorum'
  /** On whom it turned. */
  readonly by?: string
  readonly concerned?: string
}

function rows(article: string, list: readonly Row[]) {
  test.each(list)('$says', ({ rule, taken: signs, is, by, concerned = '' }) => {
    const { outcome, decisive, reasons } = decide({ rule, ...taken(signs), article, concerned: [...concerned] })
    expect(outcome).toBe(is)
    if (by !== undefined) expect(decisive.join('')).toBe(by)
    expect(reasons.length).toBeGreaterThan(0)
    for (const reason of reasons) expect(reason.article).toBe(article)
  })
}

describe('Rule 6: consensus is the absence of any objection', () => {
  const rule: DecisionRule = { kind: 'consensus' }
  const lessOne: DecisionRule = { kind: 'consensus', minus: 1 }
  const except: DecisionRule = { kind: 'consensus', except: 'concerned' }
  rows('Rule 6', [
    { says: 'nobody objects', rule, taken: '+++', is: 'adopted', by: '' },
    { says: 'nobody is in favour and nobody objects', rule, taken: '000', is: 'adopted', by: '' },
    { says: 'nobody is there: a rule that wants a quorum says so', rule, taken: '...', is: 'adopted' },
    { says: 'one of many objects', rule, taken: '+++-', is: 'not-adopted', by: 'D' },
    { says: 'each who objects is named, though one would do', rule, taken: '-+-', is: 'not-adopted', by: 'AC' },
    { says: 'less one: one objects', rule: lessOne, taken: '++-', is: 'adopted', by: '' },
    { says: 'less one: two object', rule: lessOne, taken: '+--', is: 'not-adopted', by: 'BC' },
    { says: 'except the one concerned, who objects', rule: except, taken: '++-', concerned: 'C', is: 'adopted' },
    {
      says: 'except the one concerned: another objects',
      rule: except,
      taken: '+--',
      concerned: 'C',
      is: 'not-adopted',
      by: 'B',
    },
    {
      says: 'the one concerned has a say where nothing excepts it',
      rule,
      taken: '++-',
      concerned: 'C',
      is: 'not-adopted',
    },
    { says: 'among the permanent only', rule: { kind: 'consensus', among: 'permanent' }, taken: '++-', is: 'adopted' },
  ])
  test('the reasons name everyone who objected', () => {
    expect(decide({ rule, ...taken('+--'), article: 'Rule 6' }).reasons).toEqual([
      { article: 'Rule 6', text: 'B objected.' },
      { article: 'Rule 6', text: 'C objected.' },
    ])
  })
})

describe('Rule 7: a majority is a share of those it says', () => {
  const twoThirds: DecisionRule = { kind: 'majority', share: [2, 3] }
  const half = { kind: 'majority', share: [1, 2], strict: true } as const
  const ofMembers: DecisionRule = { ...half, of: 'members' }
  const ofPresent: DecisionRule = { ...half, of: 'present' }
  const ofEntitled: DecisionRule = { ...half, of: 'entitled' }
  const casting: DecisionRule = { ...half, casting: 'chair' }
  rows('Rule 7', [
    { says: 'at least two thirds: exactly two of three', rule: twoThirds, taken: '++-', is: 'adopted', by: 'AB' },
    { says: 'at least two thirds: one short', rule: twoThirds, taken: '+++--', is: 'not-adopted', by: 'DE' },
    {
      says: 'those who abstain, are absent or do not take part are not counted',
      rule: twoThirds,
      taken: '++-0./',
      is: 'adopted',
    },
    { says: 'more than half: exactly half is not more', rule: half, taken: '++--', is: 'not-adopted', by: 'CD' },
    { says: 'more than half: one more', rule: half, taken: '+++--', is: 'adopted', by: 'ABC' },
    {
      says: 'more than half: three more, and no one of them tips it',
      rule: half,
      taken: '++++-',
      is: 'adopted',
      by: '',
    },
    { says: 'nobody votes: nothing is adopted', rule: twoThirds, taken: '00', is: 'not-adopted', by: '' },
    { says: 'more than half of the members: half of them', rule: ofMembers, taken: '++..', is: 'not-adopted', by: '' },
    { says: 'more than half of the members: one more', rule: ofMembers, taken: '+++.', is: 'adopted' },
    { says: 'of those present, an abstention weighs', rule: ofPresent, taken: '+0', is: 'not-adopted', by: '' },
    { says: 'of those present, not taking part weighs', rule: ofPresent, taken: '+/', is: 'not-adopted' },
    { says: 'of those present, absence does not', rule: ofPresent, taken: '+.', is: 'adopted', by: 'A' },
    {
      says: 'of those entitled, the one concerned is not counted',
      rule: ofEntitled,
      taken: '++-.',
      concerned: 'D',
      is: 'adopted',
    },
    {
      says: 'of those entitled, the one concerned has no vote',
      rule: ofEntitled,
      taken: '++--',
      concerned: 'A',
      is: 'not-adopted',
    },
    {
      says: 'of the members, the one concerned is counted',
      rule: ofMembers,
      taken: '++-.',
      concerned: 'D',
      is: 'not-adopted',
    },
    {
      says: 'of the members except the one concerned: a member, with no vote',
      rule: { ...half, of: 'members', except: 'concerned' },
      taken: '+++.',
      concerned: 'A',
      is: 'not-adopted',
    },
    { says: 'a tie with the chair in favour', rule: casting, taken: '+-+-', is: 'adopted' },
    { says: 'a tie with the chair against', rule: casting, taken: '++--', is: 'not-adopted' },
    { says: 'a tie and the chair abstains', rule: casting, taken: '+-0', is: 'not-adopted' },
    { says: 'no tie: the chair has one vote like others', rule: casting, taken: '--+', is: 'not-adopted' },
    { says: 'nobody votes: there is no tie to break', rule: casting, taken: '000', is: 'not-adopted' },
    { says: 'of the permanent and of the others: both', rule: twice(), taken: '++++-', is: 'adopted' },
    {
      says: 'of the permanent and of the others: only one of them',
      rule: twice(),
      taken: '+-+++',
      is: 'not-adopted',
      by: 'B',
    },
  ])
  function twice(): DecisionRule {
    const of = 'members'
    return {
      kind: 'qualified',
      conditions: [
        { share: [1, 2], of, strict: true, among: 'permanent' },
        { share: [1, 2], of, strict: true, among: 'other' },
      ],
    }
  }
  test('one concerned who is named twice is left out once', () => {
    const question = { rule: ofEntitled, ...taken('+-.'), concerned: ['B', 'B'] }
    expect(decide(question).reasons).toEqual(decide({ ...question, concerned: ['B'] }).reasons)
    expect(prepare(ofEntitled, question.entitled)([1, 2, 0], [1, 1]).reasons).toEqual(decide(question).reasons)
  })
  test('the reason gives the count and what was needed', () => {
    expect(decide({ rule: twoThirds, ...taken('+++--') }).reasons).toEqual([
      { text: '3 of 5 voting in favour; at least 2 in 3 needed.' },
    ])
  })
})

describe('Rule 8: a number in favour, and none of the permanent against', () => {
  const rule: DecisionRule = { kind: 'threshold', yes: 3, noneAgainstFrom: 'permanent' }
  rows('Rule 8', [
    { says: 'the number exactly', rule, taken: '+0++.', is: 'adopted', by: 'ACD' },
    { says: 'one short, and nobody who abstained is named', rule, taken: '+0+0.', is: 'not-adopted', by: '' },
    { says: 'one short: who was against could have carried it', rule, taken: '+0+-.', is: 'not-adopted', by: 'D' },
    { says: 'another may be against', rule, taken: '++0+-', is: 'adopted', by: 'ABD' },
    { says: 'a permanent one is against: a veto', rule, taken: '-+++0', is: 'not-adopted', by: 'A' },
    { says: 'two are: both are named', rule, taken: '--+++', is: 'not-adopted', by: 'AB' },
    { says: 'a veto counts, and others against do not', rule, taken: '-+++-+', is: 'not-adopted', by: 'A' },
    { says: 'the number is far away: nobody tips it', rule, taken: '-+--.', is: 'not-adopted', by: '' },
    {
      says: 'a permanent one concerned has no veto where the rule excepts it',
      rule: { ...rule, except: 'concerned' },
      taken: '-+++',
      concerned: 'A',
      is: 'adopted',
    },
    { says: 'so many of a tag', rule: { kind: 'threshold', yes: 2, among: 'other' }, taken: '--++', is: 'adopted' },
    {
      says: 'one too few of a tag',
      rule: { kind: 'threshold', yes: 2, among: 'other' },
      taken: '+++-',
      is: 'not-adopted',
    },
  ])
  test('only where the number was reached is it called a veto', () => {
    const said = (signs: string) => decide({ rule, ...taken(signs) }).reasons.map(({ text }) => text)
    expect(said('-+++')).toEqual(['3 in favour; 3 needed.', 'A, of "permanent", was against: a veto.'])
    expect(said('-++0')).toEqual([
      '2 in favour; 3 needed.',
      'A, of "permanent", was against; no veto, since the number was not reached anyway.',
    ])
  })
})

describe('Rule 9: a qualified majority, and how many can block it', () => {
  const weights = (list: readonly number[]) =>
    list.map((people, i) => ({ id: 'ABCDEF'[i] as string, weights: { people } }))
  const rule: DecisionRule = {
    kind: 'qualified',
    conditions: [
      { share: [55, 100], of: 'members' },
      { yes: 3 },
      { share: [65, 100], of: 'members', weightedBy: 'people' },
    ],
    blockingMinority: 2,
  }
  const cases = [
    { says: 'all conditions', people: [30, 20, 15, 35, 0, 0], signs: '+++.+.', is: 'adopted' },
    { says: 'the weight exactly, with decimals', people: [10.5, 10.5, 44, 35, 0, 0], signs: '+++-+.', is: 'adopted' },
    { says: 'the weight a tenth short', people: [10.5, 10.4, 44, 35, 0.1, 0], signs: '+++-.+', is: 'not-adopted' },
    { says: 'too few heads', people: [60, 30, 10, 0, 0, 0], signs: '+++---', is: 'not-adopted' },
    { says: 'one cannot block, whatever it weighs', people: [1, 1, 1, 1, 1, 90], signs: '+++++-', is: 'adopted' },
    { says: 'two can', people: [1, 1, 1, 1, 1, 90], signs: '++++.-', is: 'not-adopted' },
  ]
  test.each(cases)('$says', ({ people, signs, is }) => {
    expect(decide({ rule, entitled: weights(people), positions: taken(signs).positions }).outcome).toBe(is)
  })
  test('the reasons tell each condition, and that it is deemed attained', () => {
    const { positions } = taken('+++++-')
    expect(decide({ rule, entitled: weights([1, 1, 1, 1, 1, 90]), positions }).reasons.map(({ text }) => text)).toEqual(
      [
        '5 of 6 members in favour; at least 55 in 100 needed.',
        '5 in favour; 3 needed.',
        '5 of 95 members by people in favour; at least 65 in 100 needed.',
        '1 was not in favour; fewer than 2 cannot block, so the majority is deemed attained.',
      ],
    )
  })
})

describe('Rule 9, by weight: a weight is the decimal that is written', () => {
  const cases = [
    { says: 'half, where binary fractions make it more', weights: [0.1, 0.2, 0.3], strict: true, is: 'not-adopted' },
    { says: 'half is at least half', weights: [0.1, 0.2, 0.3], strict: false, is: 'adopted' },
    { says: 'ten and a half twice', weights: [10.5, 10.5, 21], strict: true, is: 'not-adopted' },
    { says: 'a little more', weights: [10.5, 10.500001, 21], strict: true, is: 'adopted' },
    { says: 'beyond what a number holds exactly', weights: [2 ** 53, 1, 2 ** 53], strict: true, is: 'adopted' },
    { says: 'far apart', weights: [1e21, 1e-7, 1e21], strict: true, is: 'adopted' },
    { says: 'no weight at all', weights: [0, 0, 0], strict: false, is: 'not-adopted' },
  ] as const
  test.each(cases)('$says', ({ weights, strict, is }) => {
    const rule: DecisionRule = { kind: 'majority', share: [1, 2], of: 'members', weightedBy: 'votes', strict }
    const entitled = weights.map((votes, i) => ({ id: 'ABC'[i] as string, weights: { votes } }))
    expect(decide({ rule, entitled, positions: taken('++-').positions }).outcome).toBe(is)
  })
})

describe('Rule 10: adopted unless a share is against', () => {
  const rule: DecisionRule = { kind: 'unopposed', share: [1, 3], of: 'members', strict: true }
  rows('Rule 10', [
    { says: 'nobody says anything', rule, taken: '......', is: 'adopted', by: '' },
    { says: 'exactly a third is not more', rule, taken: '--....', is: 'adopted' },
    { says: 'more than a third', rule, taken: '---+..', is: 'not-adopted', by: 'ABC' },
    { says: 'at least a third', rule: { ...rule, strict: false }, taken: '--....', is: 'not-adopted', by: 'AB' },
    {
      says: 'nobody votes, so no share of them is against',
      rule: { ...rule, of: 'present-and-voting' },
      taken: '00',
      is: 'adopted',
    },
  ])
})

describe('Rule 11: rules together', () => {
  const consensus: DecisionRule = { kind: 'consensus' }
  const most: DecisionRule = { kind: 'majority', share: [1, 2], strict: true }
  const quorate: DecisionRule = { kind: 'quorum', present: [1, 2], then: most }
  const all: DecisionRule = { kind: 'all', rules: [consensus, most] }
  const any: DecisionRule = { kind: 'any', rules: [consensus, most] }
  rows('Rule 11', [
    { says: 'all: both', rule: all, taken: '+00', is: 'adopted', by: 'A' },
    { says: 'all: one fails', rule: all, taken: '++-', is: 'not-adopted', by: 'C' },
    { says: 'all: the objection was not all that failed', rule: all, taken: '000', is: 'not-adopted', by: '' },
    { says: 'any: one is enough', rule: any, taken: '++-', is: 'adopted' },
    { says: 'any: none', rule: any, taken: '+--', is: 'not-adopted', by: 'BC' },
    { says: 'quorum: half are present', rule: quorate, taken: '+0..', is: 'adopted' },
    { says: 'quorum: fewer', rule: quorate, taken: '+...', is: 'no-quorum', by: '' },
    { says: 'quorum of more than half: half', rule: { ...quorate, strict: true }, taken: '++..', is: 'no-quorum' },
    { says: 'quorum of more than half: more', rule: { ...quorate, strict: true }, taken: '++/.', is: 'adopted' },
    { says: 'quorum of a number', rule: { ...quorate, present: 3 }, taken: '++0.', is: 'adopted' },
    { says: 'quorum of a number: one fewer', rule: { ...quorate, present: 3 }, taken: '++..', is: 'no-quorum' },
    {
      says: 'quorum of the entitled',
      rule: { ...quorate, of: 'entitled' },
      taken: '+-..',
      concerned: 'A',
      is: 'no-quorum',
    },
    {
      says: 'all: without a quorum in one',
      rule: { kind: 'all', rules: [consensus, quorate] },
      taken: '+...',
      is: 'no-quorum',
    },
    {
      says: 'all: one fails, whatever the quorum of another',
      rule: { kind: 'all', rules: [consensus, quorate] },
      taken: '-...',
      is: 'not-adopted',
    },
    {
      says: 'any: one is adopted, whatever the quorum of another',
      rule: { kind: 'any', rules: [consensus, quorate] },
      taken: '+...',
      is: 'adopted',
    },
    {
      says: 'any: with a quorum it might still be',
      rule: { kind: 'any', rules: [consensus, quorate] },
      taken: '-...',
      is: 'no-quorum',
    },
    {
      says: 'a quorum within a quorum',
      rule: { kind: 'quorum', present: 1, then: quorate },
      taken: '+...',
      is: 'no-quorum',
    },
  ])
  test('the nearest article stands in each reason', () => {
    const rule: DecisionRule = { ...all, article: 'Rule 11', rules: [{ ...consensus, article: 'Rule 6' }, most] }
    const { reasons } = decide({ rule, ...taken('+'), article: 'Rules' })
    expect(reasons.map(({ article }) => article)).toEqual(['Rule 6', 'Rule 11'])
  })
})
