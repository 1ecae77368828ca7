import { describe, expect, test } from 'vitest'
import { described, rule as stated } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { constitutionOf, readingOfRule, rightsOf, ruleChanges, statusesInRules, versionsOf } from './constitution.ts'
import { Fold } from './fold.ts'

const organisation = described({ begins: '2031-03-03' }, { full: 'member', associate: 'partner', guest: 'guest' })
const rule = (id: string, more: object = {}) => stated(id, { on: '2031-03-03', says: `${id}.`, ...more })
const foldOf = (...acts: ReturnType<typeof act>[]) => new Fold('concord', entriesOf([organisation, ...acts]))
const standing = (fold: Fold, day: string) => {
  const { inForce, ended, later } = constitutionOf(fold.at(day as Day))
  const named = (rules: typeof inForce) => rules.map((one) => `${one.rule.id} ${one.standing}`)
  return { inForce: named(inForce), ended: named(ended), later: named(later) }
}

describe('a rule applies from its first day, and no longer on the day of its end', () => {
  const fold = foldOf(rule('papers', { on: '2031-05-04', to: '2032-01-01' }))
  const cases = [
    { day: '2031-05-03', inForce: 0, ended: 0, later: 1 },
    { day: '2031-05-04', inForce: 1, ended: 0, later: 0 },
    { day: '2031-12-31', inForce: 1, ended: 0, later: 0 },
    { day: '2032-01-01', inForce: 0, ended: 1, later: 0 },
  ]
  for (const { day, ...expected } of cases) {
    test(day, () => {
      const { inForce, ended, later } = standing(fold, day)
      expect({ inForce: inForce.length, ended: ended.length, later: later.length }).toEqual(expected)
    })
  }
})

describe('without a known beginning', () => {
  const fold = foldOf(
    rule('custom', { on: undefined, to: '2032-06' }),
    act({
      id: 'gap/quorum',
      kind: 'gap-stated',
      gap: 'quorum',
      topic: 'decisions',
      missing: 'A quorum.',
      prevents: '?',
    }),
  )
  test('it is uncertain while there is an organisation, up to the last day that its end may mean', () => {
    expect(standing(fold, '2031-03-02')).toMatchObject({ inForce: [], later: ['rule/custom does-not-hold'] })
    expect(standing(fold, '2031-03-03').inForce).toEqual(['rule/custom uncertain'])
    expect(standing(fold, '2032-06-29').inForce).toEqual(['rule/custom uncertain'])
    expect(standing(fold, '2032-06-30')).toMatchObject({ inForce: [], ended: ['rule/custom does-not-hold'] })
  })
  test('it did not apply before its document', () => {
    const document = {
      id: 'document/rules',
      kind: 'document-described',
      document: 'rules',
      title: 'Rules',
      type: 'rules',
    }
    const dated = foldOf(act({ ...document, date: '2031-05' }), rule('custom', { on: undefined, documents: ['rules'] }))
    expect(standing(dated, '2031-04-30').inForce).toEqual([])
    expect(standing(dated, '2031-05-01').inForce).toEqual(['rule/custom uncertain'])
  })
  test('nothing is judged by it', () => {
    expect(fold.at('2031-05-01' as Day).rulesInForce()).toEqual([])
  })
  test('a gap without dates is one on every day of the organisation', () => {
    const gaps = (day: string) => constitutionOf(fold.at(day as Day)).gaps.length
    expect([gaps('2031-03-02'), gaps('2031-03-03'), gaps('2033-01-01')]).toEqual([0, 1, 1])
  })
})

describe('versions of a rule', () => {
  const fold = foldOf(
    rule('papers', { says: 'Six weeks.' }),
    rule('papers', { id: 'rule/papers/2032', on: '2032-01-01', says: 'Four weeks.', to: '2033-01-01' }),
  )
  test('the later one takes the place of the earlier, whether that has an end or not', () => {
    expect(standing(fold, '2031-12-31')).toMatchObject({ inForce: ['rule/papers holds'], ended: [] })
    expect(standing(fold, '2032-01-01')).toMatchObject({
      inForce: ['rule/papers/2032 holds'],
      ended: ['rule/papers holds'],
    })
    expect(standing(fold, '2033-01-01').inForce).toEqual([])
  })
  test('are in the order of time, and each change stands once', () => {
    const days = (id: string) => versionsOf(fold.at('2031-01-01' as Day), id).map((one) => one.rule.act.on)
    expect(days('papers')).toEqual(['2031-03-03', '2032-01-01'])
    const changes = ruleChanges(fold.at('2031-01-01' as Day)).map(({ on, what }) => [on, what])
    expect(changes).toEqual([
      ['2031-03-03', 'begins'],
      ['2032-01-01', 'changes'],
      ['2033-01-01', 'ends'],
    ])
  })
  test('one that ends where the next begins is a change, one that ends before is an end', () => {
    const between = (to: string) =>
      ruleChanges(
        foldOf(rule('papers', { to }), rule('papers', { id: 'rule/papers/2032', on: '2032-01-01' })).at(
          '2031-01-01' as Day,
        ),
      ).map(({ what }) => what)
    expect(between('2032-01-01')).toEqual(['begins', 'changes'])
    expect(between('2031-12-31')).toEqual(['begins', 'ends', 'begins'])
  })
})

describe('how near to its text somebody came', () => {
  const cases: readonly [says: string, evidence: readonly string[], doubtOn: string | undefined, reading: string][] = [
    ['the nearest of its sources', ['located', 'secondary'], undefined, 'secondary'],
    ['read at the place', ['located', 'read'], undefined, 'read'],
    ['read, and its wording not verified', ['read'], 'says', 'partial'],
    ['read, and another field not verified', ['read'], 'from', 'read'],
    ['located, and its wording not verified', ['located'], 'says', 'located'],
    ['no source says how', [], undefined, 'not-stated'],
  ]
  for (const [says, evidence, doubtOn, reading] of cases) {
    test(says, () => {
      const made = rule('papers', {
        sources: evidence.map((how) => ({ source: 'rules', evidence: how })),
        doubt: doubtOn ? [{ field: doubtOn, kind: 'unverified', note: 'Not read.' }] : [],
      })
      expect(made.kind === 'rule-stated' && readingOfRule(made)).toBe(reading)
    })
  }
})

test('rights of a status stand together by right, and only those of rules in force', () => {
  const attend = (status: string, may: string) => ({ status, right: 'Attend', may, says: 'Meetings.' })
  const fold = foldOf(
    rule('attend', { rights: [attend('full', 'yes'), attend('associate', 'on-conditions')], to: '2032-01-01' }),
    rule('guests', { on: '2031-04-01', rights: [attend('guest', 'no'), attend('full', 'yes')] }),
  )
  const rows = (day: string) =>
    rightsOf(fold.at(day as Day)).map(({ right, byStatus }) => [
      right,
      [...byStatus].map(([status, all]) => `${status} ${all.length}`).sort(),
    ])
  expect(rows('2031-03-31')).toEqual([['Attend', ['associate 1', 'full 1']]])
  expect(rows('2031-04-01')).toEqual([['Attend', ['associate 1', 'full 2', 'guest 1']]])
  expect(statusesInRules(fold.at('2032-01-01' as Day))).toEqual(['full', 'guest'])
})
