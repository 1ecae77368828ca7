import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concordWith, feature, membership, unverified } from '../../test/support/around.ts'
import { neighbour } from '../../test/support/made-up.ts'
import { act } from '../../test/support/registers.ts'
import { neighbourhood } from './neighbourhood.ts'
import { sharedMembers } from './shared.ts'

const relation = (id: string, on: string, more: object) =>
  act({ id, kind: 'relation-established', on, relation: id, type: 'memorandum', says: 'Notes.', ...more })

const on = concordWith([
  neighbour('Itself', { itself: true, founded: '2031-03-01' }),
  neighbour('Pact', { founded: '2032-01-01' }),
  neighbour('League'),
  neighbour('Bank'),
  membership('Pact', 'Utopia', { from: '2030-01-01' }),
  membership('Pact', 'Arcadia', { from: '2030-01-01' }),
  membership('League', 'Utopia', { from: '2032-03-01' }),
  membership('League', 'Utopia', { from: '2032-04-01' }),
  membership('League', 'Arcadia', { from: '2030', ...unverified('from') }),
  membership('League', 'Laputa', { from: '2030' }),
  membership('League', 'Erewhon', { as: 'observer', from: '2030' }),
  membership('Bank', 'Laputa'),
  feature('Itself', 'common-fleet', 'partial', '2031-03-01'),
  feature('Itself', 'common-court', 'yes', '2031-03-01'),
  feature('Itself', 'regular-talks', 'no', '2031-03-01'),
  feature('Itself', 'common-flag', 'no'),
  feature('Pact', 'common-fleet', 'yes', '2030-01-01'),
  feature('Pact', 'common-court', 'partial', '2030-01-01'),
  feature('Pact', 'regular-talks', 'partial', '2032-05-01'),
  feature('Pact', 'common-flag', 'no', '2030-01-01'),
  relation('with-pact', '2032-06-01', { with: 'PACT, The Union' }),
  relation('with-union', '2032-06-02', { with: 'The Union' }),
])
const crowd = (day: string, who: string) =>
  neighbourhood(on(day))
    .crowds.find(({ participant }) => participant === who)
    ?.in.map((one) => [one.neighbour, one.unsure])

describe('each member, and where it also is', () => {
  test('nowhere that is founded later, and once where it is recorded twice', () => {
    expect(crowd('2031-12-31', 'Utopia')).toEqual([])
    expect(crowd('2032-01-01', 'Utopia')).toEqual([['Pact', false]])
    expect(crowd('2032-04-01', 'Utopia')).toEqual([
      ['Pact', false],
      ['League', false],
    ])
  })
  test('in full only; without a date, or not verified, in doubt', () => {
    expect(crowd('2033-01-01', 'Erewhon')).toEqual([])
    expect(crowd('2033-01-01', 'Laputa')).toEqual([
      ['League', false],
      ['Bank', true],
    ])
    expect(
      neighbourhood(on('2033-01-01')).crowds.map(({ participant, unsure }) => [participant, unsure]),
    ).toContainEqual(['Arcadia', 1])
  })
})

describe('which organisations share members', () => {
  test('the organisation itself with its members of the day, the others with whoever is on record', () => {
    const pairs = (day: string) =>
      sharedMembers(on(day)).pairs.map(({ between, both, unsure, either }) => [
        between.join('/'),
        both.length,
        unsure.length,
        either,
      ])
    expect(pairs('2032-05-31')).toEqual([
      ['Concord/Pact', 2, 0, 3],
      ['Pact/League', 2, 1, 3],
      ['Concord/League', 2, 1, 4],
      ['League/Bank', 1, 1, 3],
    ])
    expect(pairs('2032-06-01')).toContainEqual(['Concord/League', 3, 1, 4])
    expect(pairs('2032-06-01')).toContainEqual(['Concord/Bank', 1, 1, 4])
  })
  test('no more in common than in the smaller, and as many in either as the two have less those in common', () => {
    const places = fc.array(
      fc.tuple(fc.constantFrom('Pact', 'League', 'Bank'), fc.constantFrom('Arcadia', 'Erewhon', 'Laputa')),
    )
    fc.assert(
      fc.property(places, (chosen) => {
        const made = concordWith([
          ...['Pact', 'League', 'Bank'].map((id) => neighbour(id)),
          ...chosen.map(([at, who]) => membership(at, who, { from: '2030' })),
        ])
        const { circles, pairs } = sharedMembers(made('2033-01-01'))
        const size = (id: string) => circles.find((circle) => circle.id === id)?.participants.length ?? 0
        for (const {
          between: [a, b],
          both,
          either,
        } of pairs) {
          expect(both.length).toBeGreaterThan(0)
          expect(both.length).toBeLessThanOrEqual(Math.min(size(a), size(b)))
          expect(either).toBe(size(a) + size(b) - both.length)
        }
      }),
    )
  })
})

describe('what each can do that the other cannot', () => {
  const of = (day: string) =>
    neighbourhood(on(day)).abilities.map(({ neighbour: { act: its }, there, here, same, open }) => [
      its.neighbour,
      there.map((one) => one.feature),
      here.map((one) => one.feature),
      same,
      open,
    ])
  test('nothing follows of whoever is founded later', () => {
    expect(of('2031-12-31')).toEqual([])
  })
  test('had there and only in part here, the reverse, alike; what is not stated for the day stays open', () => {
    expect(of('2032-04-30')).toEqual([['Pact', ['common-fleet'], ['common-court'], 1, 1]])
    expect(of('2032-05-01')).toEqual([['Pact', ['common-fleet', 'regular-talks'], ['common-court'], 1, 0]])
  })
})

test('ties stand with each that they name, whatever the case, beside the members in common; others after them', () => {
  const ties = (day: string) =>
    neighbourhood(on(day)).ties.map((tie) => [
      tie.with,
      tie.neighbour !== undefined,
      tie.relations.length,
      tie.members.length,
    ])
  expect(ties('2032-05-31')).toEqual([
    ['Pact', true, 0, 2],
    ['League', true, 0, 2],
  ])
  expect(ties('2032-06-02')).toEqual([
    ['League', true, 0, 3],
    ['Pact', true, 1, 2],
    ['Bank', true, 0, 1],
    ['The Union', false, 2, 0],
  ])
})

test('without neighbours nothing is compared', () => {
  const view = neighbourhood(concordWith([])('2033-01-01'))
  expect([view.neighbours, view.shared.pairs, view.abilities, view.ties]).toEqual([0, [], [], []])
  expect(view.crowds.map(({ in: where }) => where.length)).toEqual([0, 0, 0, 0])
})
