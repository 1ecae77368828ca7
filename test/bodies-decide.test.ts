import { describe, expect, test } from 'vitest'
import { type DecisionRule, decide, type Entitled, type Outcome, type Position, prepare } from '../src/rules/index.ts'
import { positionOf } from './support/signs.ts'

/**
 * Real bodies, each under the article that says how it decides, with a row on each side of each of its boundaries. The
 * articles are told in our own words; the positions are made up.
 */

/** `'+9 -1 05'`: nine in favour, then one against, then five who abstain. Tags and weights go to the first ones listed. */
function put(
  rule: DecisionRule,
  signs: string,
  more: { tags?: readonly string[][]; weights?: readonly object[]; concerned?: number[] } = {},
) {
  const taken = signs
    .split(' ')
    .flatMap((group) => Array<Position>(Number(group.slice(1))).fill(positionOf[group[0] ?? ''] as Position))
  const entitled: Entitled[] = taken.map((_, index) => ({
    id: `M${index + 1}`,
    tags: more.tags?.[index] ?? [],
    weights: (more.weights?.[index] ?? {}) as Record<string, number>,
  }))
  const positions = Object.fromEntries(taken.map((position, index) => [`M${index + 1}`, position]))
  return decide({ rule, entitled, positions, concerned: (more.concerned ?? []).map((number) => `M${number}`) })
}

type Row = readonly [says: string, signs: string, is: Outcome]

describe('UN Security Council', () => {
  const tags = Array(5).fill(['permanent'])
  const substance: DecisionRule = {
    kind: 'threshold',
    yes: 9,
    noneAgainstFrom: 'permanent',
    article: 'UN Charter, Art. 27(3)',
  }
  const procedure: DecisionRule = { kind: 'threshold', yes: 9, article: 'UN Charter, Art. 27(2)' }
  const before1966: DecisionRule = { ...substance, yes: 7 }
  test.each<Row>([
    ['nine', '+9 06', 'adopted'],
    ['eight', '+8 07', 'not-adopted'],
    ['a permanent member abstains, which is no veto in the practice of the Council', '05 +9 01', 'adopted'],
    ['a permanent member does not take part', '/1 +9 05', 'adopted'],
    ['a permanent member against', '-1 +14', 'not-adopted'],
    ['six of the ten others against', '+5 +4 -6', 'adopted'],
  ])('substance: %s', (_, signs, is) => expect(put(substance, signs, { tags }).outcome).toBe(is))
  test.each<Row>([
    ['nine, with the five permanent members against', '-5 +9 01', 'adopted'],
    ['eight', '-5 +8 02', 'not-adopted'],
  ])('procedure: %s', (_, signs, is) => expect(put(procedure, signs, { tags }).outcome).toBe(is))
  test.each<Row>([
    ['seven of eleven', '+5 +2 -4', 'adopted'],
    ['six of eleven', '+5 +1 -5', 'not-adopted'],
  ])('before the enlargement: %s', (_, signs, is) => expect(put(before1966, signs, { tags }).outcome).toBe(is))
  test('a party to the dispute has no vote under Chapter VI', () => {
    const rule: DecisionRule = { ...substance, except: 'concerned' }
    expect(put(rule, '-1 +9 05', { tags, concerned: [1] }).outcome).toBe('adopted')
    expect(put(rule, '-1 +9 05', { tags, concerned: [2] }).outcome).toBe('not-adopted')
  })
})

describe('UN General Assembly', () => {
  const important: DecisionRule = { kind: 'majority', share: [2, 3], article: 'UN Charter, Art. 18(2)' }
  const other: DecisionRule = { kind: 'majority', share: [1, 2], strict: true, article: 'UN Charter, Art. 18(3)' }
  const rule67: DecisionRule = {
    kind: 'quorum',
    present: [1, 2],
    strict: true,
    then: other,
    article: 'Rules of Procedure, rule 67',
  }
  test.each<[string, DecisionRule, string, Outcome]>([
    ['two thirds of those voting; rule 86 leaves abstentions out', important, '+2 -1 0190', 'adopted'],
    ['one short of two thirds', important, '+127 -64 02', 'not-adopted'],
    ['exactly two thirds', important, '+128 -64 01', 'adopted'],
    ['a tie', other, '+96 -96 01', 'not-adopted'],
    ['one more', other, '+97 -96', 'adopted'],
    ['more than half of the members present', rule67, '+1 096 .96', 'adopted'],
    ['fewer', rule67, '+1 095 .97', 'no-quorum'],
  ])('%s', (_, rule, signs, is) => expect(put(rule, signs).outcome).toBe(is))
})

describe('Council of the European Union', () => {
  const weights = (list: readonly number[]) => list.map((population) => ({ population }))
  const share = (parts: number) => ({ share: [parts, 100], of: 'members' }) as const
  const lisbon: DecisionRule = {
    kind: 'qualified',
    conditions: [share(55), { yes: 15 }, { ...share(65), weightedBy: 'population' }],
    blockingMinority: 4,
    article: 'TEU, Art. 16(4)',
  }
  const reinforced: DecisionRule = {
    ...lisbon,
    conditions: [share(72), { ...share(65), weightedBy: 'population' }],
    article: 'TFEU, Art. 238(2)',
  }
  const even = weights(Array(27).fill(1))
  /** The first four have more than 35 in 100 of the people. */
  const four = weights([...Array(4).fill(9), ...Array(23).fill(2)])
  test.each<[string, DecisionRule, string, object[], Outcome]>([
    ['15 of 27 are 55 in 100, and too few people', lisbon, '+15 -12', even, 'not-adopted'],
    ['18 of 27 are two thirds of the people', lisbon, '+18 -9', even, 'adopted'],
    ['17 of 27 are not 65 in 100', lisbon, '+17 -10', even, 'not-adopted'],
    ['a blocking minority has at least four members', lisbon, '-4 +23', four, 'not-adopted'],
    [
      'three do not block, with whatever people',
      lisbon,
      '-3 +24',
      weights([...Array(3).fill(90), ...Array(24).fill(1)]),
      'adopted',
    ],
    ['an abstention is not in favour', lisbon, '03 -1 +23', four, 'not-adopted'],
    ['72 in 100 without a proposal of the Commission: 20 of 27', reinforced, '+20 -7', even, 'adopted'],
    ['19 of 27', reinforced, '+19 -8', even, 'not-adopted'],
  ])('%s', (_, rule, signs, weights, is) => expect(put(rule, signs, { weights }).outcome).toBe(is))
  test('unanimity: an abstention of someone present does not prevent it, absence does (TFEU, Art. 238(4))', () => {
    const unanimity: DecisionRule = {
      kind: 'quorum',
      present: [1, 1],
      then: { kind: 'consensus' },
      article: 'TFEU, Art. 238(4)',
    }
    expect(put(unanimity, '+20 07').outcome).toBe('adopted')
    expect(put(unanimity, '+26 -1').outcome).toBe('not-adopted')
    expect(put(unanimity, '+26 .1').outcome).toBe('no-quorum')
  })
  test('a breach of values: four fifths of the members, the one concerned not counted (TEU, Art. 7(1); TFEU, Art. 354)', () => {
    const rule: DecisionRule = { kind: 'majority', share: [4, 5], of: 'entitled', article: 'TEU, Art. 7(1)' }
    expect(put(rule, '-1 +21 -5', { concerned: [1] }).outcome).toBe('adopted')
    expect(put(rule, '+1 +20 -6', { concerned: [1] }).outcome).toBe('not-adopted')
  })
  test('of six members: 12 votes of 17, cast by at least four where no proposal was required (EEC Treaty of 1957, Art. 148)', () => {
    const weights = [4, 4, 4, 2, 2, 1].map((votes) => ({ votes }))
    const onProposal: DecisionRule = {
      kind: 'threshold',
      yes: 12,
      weightedBy: 'votes',
      article: 'EEC Treaty, Art. 148(2)',
    }
    const otherwise: DecisionRule = {
      kind: 'qualified',
      conditions: [{ yes: 12, weightedBy: 'votes' }, { yes: 4 }],
      article: 'EEC Treaty, Art. 148(2)',
    }
    expect(put(onProposal, '+3 -3', { weights }).outcome).toBe('adopted')
    expect(put(onProposal, '+2 -1 +1 -1 +1', { weights }).outcome).toBe('not-adopted')
    expect(put(otherwise, '+3 -3', { weights }).outcome).toBe('not-adopted')
    expect(put(otherwise, '+2 -1 +2 -1', { weights }).outcome).toBe('adopted')
  })
})

test('IMF: an amendment takes three fifths of the members with 85 in 100 of the voting power (Articles of Agreement, Art. XXVIII(a))', () => {
  const rule: DecisionRule = {
    kind: 'qualified',
    conditions: [
      { share: [3, 5], of: 'members' },
      { share: [85, 100], of: 'members', weightedBy: 'power' },
    ],
    article: 'Articles of Agreement, Art. XXVIII(a)',
  }
  const weights = [16.5, 15, 15, 15, 38.5].map((power) => ({ power }))
  expect(put(rule, '-1 +4', { weights })).toMatchObject({ outcome: 'not-adopted', decisive: ['M1'] })
  expect(put(rule, '+1 -1 +3', { weights }).outcome).toBe('adopted')
})

test('International Court of Justice: a majority of the judges present, the President breaking a tie, nine being there (Statute, Arts. 25(3), 55)', () => {
  const majority: DecisionRule = {
    kind: 'majority',
    share: [1, 2],
    of: 'present',
    strict: true,
    casting: 'president',
    article: 'Statute, Art. 55',
  }
  const rule: DecisionRule = { kind: 'quorum', present: 9, then: majority, article: 'Statute, Art. 25(3)' }
  const tags = [['president']]
  expect(put(rule, '+7 -7', { tags }).outcome).toBe('adopted')
  expect(put(rule, '-7 +7', { tags }).outcome).toBe('not-adopted')
  expect(put(rule, '-7 +8', { tags }).outcome).toBe('adopted')
  expect(put(rule, '+9 .6', { tags }).outcome).toBe('adopted')
  expect(put(rule, '+8 .7', { tags }).outcome).toBe('no-quorum')
})

test('WTO: a panel report is adopted unless there is consensus against it, so one in favour is enough (DSU, Art. 16(4), Art. 2(4) note 1)', () => {
  const rule: DecisionRule = { kind: 'threshold', yes: 1, article: 'DSU, Art. 16(4)' }
  expect(put(rule, '+1 -163').outcome).toBe('adopted')
  expect(put(rule, '-100 064').outcome).toBe('not-adopted')
})

test('CSCE: in a clear, gross and uncorrected breach, without the consent of the State concerned (Prague Document of 1992, para. 16)', () => {
  const rule: DecisionRule = { kind: 'consensus', except: 'concerned', article: 'Prague Document, para. 16' }
  expect(put(rule, '-1 +51', { concerned: [1] }).outcome).toBe('adopted')
  expect(put(rule, '-2 +50', { concerned: [1] })).toMatchObject({ outcome: 'not-adopted', decisive: ['M2'] })
})

test('ICAO: an annex takes effect unless a majority of the contracting States disapprove (Chicago Convention, Art. 90(a))', () => {
  const rule: DecisionRule = {
    kind: 'unopposed',
    share: [1, 2],
    of: 'members',
    strict: true,
    article: 'Chicago Convention, Art. 90(a)',
  }
  expect(put(rule, '-96 .97').outcome).toBe('adopted')
  expect(put(rule, '-97 .96').outcome).toBe('not-adopted')
})

test('SOLAS: accepted unless more than a third of the governments, or governments with half the tonnage, object (Art. VIII(b)(vi)(2))', () => {
  const rule: DecisionRule = {
    kind: 'all',
    rules: [
      { kind: 'unopposed', share: [1, 3], of: 'members', strict: true },
      { kind: 'unopposed', share: [50, 100], of: 'members', weightedBy: 'tonnage' },
    ],
    article: 'SOLAS, Art. VIII(b)(vi)(2)',
  }
  const weights = [49.9, 0.1, 10, 10, 10, 20].map((tonnage) => ({ tonnage }))
  expect(put(rule, '-1 .1 -1 .3', { weights }).outcome).toBe('not-adopted')
  expect(put(rule, '-1 .5', { weights }).outcome).toBe('adopted')
  expect(put(rule, '-2 .4', { weights }).outcome).toBe('not-adopted')
  expect(put(rule, '.1 -3 .2', { weights }).outcome).toBe('not-adopted')
  expect(put(rule, '.1 -2 .3', { weights }).outcome).toBe('adopted')
})

test('Seabed Council: two thirds of those voting, and no chamber with a majority against (Agreement of 1994, annex, section 3, para. 5)', () => {
  const chambers = ['A', 'B', 'C', 'D', 'E']
  const rule: DecisionRule = {
    kind: 'all',
    rules: [
      { kind: 'majority', share: [2, 3] },
      ...chambers.map(
        (among): DecisionRule => ({ kind: 'unopposed', share: [1, 2], of: 'members', strict: true, among }),
      ),
    ],
    article: 'Agreement of 1994, annex, section 3, para. 5',
  }
  const tags = [4, 4, 4, 6, 18].flatMap((size, index) => Array(size).fill([chambers[index]]))
  expect(put(rule, '-2 +34', { tags }).outcome).toBe('adopted')
  expect(put(rule, '-3 +33', { tags })).toMatchObject({ outcome: 'not-adopted', decisive: ['M1', 'M2', 'M3'] })
  expect(put(rule, '-2 +2 -2 +2 -2 +2 -3 +3 -3 +15', { tags }).outcome).toBe('adopted')
  expect(put(rule, '-2 +2 -2 +2 -2 +2 -3 +3 -4 +14', { tags }).outcome).toBe('not-adopted')
})

describe('voting power: how often each member is decisive among all winning coalitions', () => {
  // Felsenthal and Machover, The Measurement of Voting Power (1998), on the Council of the European Communities.
  const games = [
    { game: 'Council of 1958, 12 of 17', yes: 12, weights: [4, 4, 4, 2, 2, 1], swings: [10, 10, 10, 6, 6, 0] },
    {
      game: 'Council of 1986, 54 of 76',
      yes: 54,
      weights: [10, 10, 10, 10, 8, 5, 5, 5, 5, 3, 3, 2],
      swings: [286, 286, 286, 286, 242, 148, 148, 148, 148, 102, 102, 40],
    },
  ]
  test.each(games)('$game', ({ yes, weights, swings }) => {
    const entitled = weights.map((votes, index) => ({ id: String(index), weights: { votes } }))
    const decided = prepare({ kind: 'threshold', yes, weightedBy: 'votes' }, entitled)
    const found = weights.map(() => 0)
    for (let coalition = 0; coalition < 2 ** weights.length; coalition += 1) {
      const { outcome, decisive } = decided(weights.map((_, index) => (coalition >> index) & 1))
      if (outcome === 'adopted') for (const id of decisive) found[Number(id)] = (found[Number(id)] ?? 0) + 1
    }
    expect(found).toEqual(swings)
  })
})
