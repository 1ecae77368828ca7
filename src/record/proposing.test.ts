import { describe, expect, test } from 'vitest'
import { of, Session, secretariat } from '../../test/support/negotiating.ts'
import { isRefusal, type PartialDate } from '../rules/index.ts'
import { beginningOf, levelsAhead, levelsInOrder, typesNamed, waysToPropose } from './proposing.ts'

const session = new Session()
const { circle } = session
const asked = (seat: Parameters<typeof of>[0] | 'secretariat', body: string, level: string, type: string) => {
  const by = seat === 'secretariat' ? secretariat : of(seat)
  const proposedBy = seat === 'secretariat' ? [] : [seat]
  return beginningOf({ circle, seat: by, at: session.now }, { body, level, type, title: 'Lights', proposedBy })
}

describe('where a proposal may begin', () => {
  test('only where the ladder leads to the body that decides', () => {
    const ways = waysToPropose(circle).map(({ level, body }) => `${level}>${body}`)
    expect(ways).toEqual(
      expect.arrayContaining(['experts>council', 'coordinators>council', 'council>council', 'assembly>assembly']),
    )
    expect(ways).not.toContain('experts>assembly')
    expect(ways).not.toContain('council>experts')
  })
  test.each([
    ['the day before the experts were established', '2033-10-02', false],
    ['the day itself', '2033-10-03', true],
  ])('only with bodies that there are: %s', (_says, day, isThere) => {
    const levels = waysToPropose(circle.onDay(day as PartialDate)).map(({ level }) => level)
    expect(levels.includes('experts')).toBe(isThere)
    expect(levels).toContain('council')
  })
  test.each([
    ['planned', 'with a rule on how it decides', false],
    ['permanent', 'with a rule on how it decides', true],
    ['permanent', 'without one', false],
  ])('with a body that is %s, %s: %s', (type, ruled, isThere) => {
    const of = new Session()
    const names = { en: 'Arbiters' }
    of.tell({ kind: 'body-described', body: 'arbiters', names, type, sources: [] })
    const decides = { kind: 'body', body: 'arbiters', name: 'Arbiters', decides: { kind: 'consensus' } }
    const rule = { kind: 'rule-stated', rule: 'arbiters', on: '2033-01-01', document: 'Rules', article: 'Rule 99' }
    if (ruled !== 'without one') of.tell({ ...rule, strength: 'must', says: 'By consensus.', computes: decides })
    expect(waysToPropose(of.circle).some(({ body }) => body === 'arbiters')).toBe(isThere)
  })
  test('whoever prepares stands before those for whom it does', () => {
    const levels = levelsInOrder(circle)
    expect(levels.indexOf('experts')).toBeLessThan(levels.indexOf('coordinators'))
    expect(levels.indexOf('coordinators')).toBeLessThan(levels.indexOf('council'))
  })
  test.each([
    ['experts', 'council', ['coordinators', 'council']],
    ['council', 'council', []],
    ['experts', 'assembly', []],
  ])('from %s to %s', (level, body, ahead) => {
    expect(levelsAhead(circle, level, body)).toEqual(ahead)
  })
  test('the types that the rules name', () => expect(typesNamed(circle)).toEqual(['budget']))
})

describe('what the rules would say', () => {
  test.each([
    ['ARC', 'council', 'experts', 'decision', undefined],
    ['ARC', 'assembly', 'assembly', 'budget', undefined],
    ['ARC', 'council', 'council', 'budget', 'not-competent'],
    ['ARC', 'assembly', 'experts', 'decision', 'not-on-the-ladder'],
    ['BEN', 'council', 'experts', 'decision', undefined],
    ['BEN', 'council', 'coordinators', 'decision', 'may-not-propose'],
    ['ARC', 'nowhere', 'nowhere', 'decision', 'may-not-propose'],
    ['secretariat', 'council', 'experts', 'decision', undefined],
  ])('%s to %s, beginning in %s, a %s', (seat, body, level, type, refused) => {
    const { ruled } = asked(seat, body, level, type)
    expect(isRefusal(ruled) ? ruled.refused : undefined).toBe(refused)
  })
  test('a body is not said to decide what is for another', () => {
    const says = JSON.stringify(asked('BEN', 'council', 'council', 'budget').bears)
    expect(says).not.toContain('as it does all such matters')
    expect(JSON.stringify(asked('ARC', 'assembly', 'assembly', 'budget').bears)).toContain(
      'as it does all such matters',
    )
  })
})
