import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { actSchema } from './acts.ts'
import { Fold } from './fold.ts'
import { involvedIn } from './named.ts'
import { comparedBy, enoughVotes, inGeneral, isEnough, votesOfPair } from './votes.ts'

const pair = (one: string, other: string, both: number, same: number, opposed = 0) => ({
  ...{ between: [one, other], both, same, opposed },
})
const compared = (date: string, pairs: object[], forum = 'Assembly') =>
  act({ id: `votes/${forum}/${date}`, kind: 'votes-compared', forum, date, pairs })

const fold = new Fold(
  'concord',
  entriesOf([
    compared('2032', [pair('Arcadia', 'Laputa', 60, 45, 3), pair('Arcadia', 'Utopia', 40, 40)]),
    compared('2031', [pair('Arcadia', 'Utopia', 50, 20, 10), pair('Laputa', 'Utopia', 19, 19)]),
    compared('2033-01', [
      pair('Arcadia', 'Laputa', 1, 1),
      pair('Arcadia', 'Utopia', 1, 1),
      pair('Laputa', 'Utopia', 1, 1),
    ]),
    compared('2031', [pair('Arcadia', 'Erewhon', 30, 10)], 'Congress'),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const years = (day: string, a: string, b: string) =>
  votesOfPair(on(day), a, b).map(({ forum, years: all }) => [forum, ...all.map(({ date }) => date)])

describe('votes of a pair', () => {
  test('a year counts when it has ended, a month when it has; in the order of time', () => {
    expect(years('2031-12-30', 'Arcadia', 'Utopia')).toEqual([])
    expect(years('2031-12-31', 'Arcadia', 'Utopia')).toEqual([['Assembly', '2031']])
    expect(years('2033-01-30', 'Arcadia', 'Utopia')).toEqual([['Assembly', '2031', '2032']])
    expect(years('2033-01-31', 'Utopia', 'Arcadia')).toEqual([['Assembly', '2031', '2032', '2033-01']])
  })
  test('a forum that knows nothing of the pair is left out; a year that does not says so', () => {
    expect(years('2034-01-01', 'Erewhon', 'Arcadia')).toEqual([['Congress', '2031']])
    expect(years('2034-01-01', 'Erewhon', 'Laputa')).toEqual([])
    const [assembly] = votesOfPair(on('2032-12-31'), 'Laputa', 'Arcadia')
    expect(assembly?.years.map((year) => year.pair)).toEqual([undefined, { both: 60, same: 45, opposed: 3 }])
  })
  test('beside the pair stand all pairs of the same year, added up', () => {
    const [assembly] = votesOfPair(on('2032-12-31'), 'Arcadia', 'Utopia')
    expect(assembly?.years.map(({ general }) => general)).toMatchObject([
      { pairs: 2, both: 69, same: 39, opposed: 10 },
      { pairs: 2, both: 100, same: 85, opposed: 3 },
    ])
  })
})

describe('how much a share rests on', () => {
  test.each([
    [undefined, false],
    [enoughVotes - 1, false],
    [enoughVotes, true],
  ])('%s votes of both', (both, enough) => {
    expect(isEnough(both === undefined ? undefined : { both, same: 1, opposed: 0 })).toBe(enough)
  })
  test('pairs with too few votes are not held against the others', () => {
    const [first, second, third] = comparedBy(on('2034-01-01')).filter(({ act }) => act.forum === 'Assembly')
    const general = [first, second, third].map((one) => one && inGeneral(one))
    expect(general.map((one) => one?.least?.between.join(' '))).toEqual(['Arcadia Utopia', 'Arcadia Laputa', undefined])
    expect(general.map((one) => one?.most?.between.join(' '))).toEqual(['Arcadia Utopia', 'Arcadia Utopia', undefined])
    expect(general.map((one) => [one?.enough, one?.telling])).toEqual([
      [1, true],
      [2, true],
      [0, false],
    ])
  })
  test('alike in more than half is more than half', () => {
    const alike = (same: number) => {
      const alone = new Fold('concord', entriesOf([compared('2031', [pair('Arcadia', 'Utopia', 40, same)])]))
      return comparedBy(alone.at('2032-01-01' as Day)).map((entry) => inGeneral(entry).mostlyAlike)
    }
    expect([alike(20), alike(21)]).toEqual([[0], [1]])
  })
})

describe('a comparison names those whom it compares', () => {
  test('each once, so that one who is not described is found', () => {
    const [first] = comparedBy(on('2031-12-31')).filter(({ act: one }) => one.forum === 'Assembly')
    expect(first && involvedIn(first.act)).toEqual(['Arcadia', 'Utopia', 'Laputa'])
  })
})

describe('a comparison as it is written', () => {
  const written = (one: object) =>
    actSchema.safeParse({ id: 'votes', kind: 'votes-compared', forum: 'Assembly', date: '2031', pairs: [one] })
  test.each([
    ['in order', pair('Arcadia', 'Utopia', 10, 6, 4), undefined],
    ['more votes than both cast', pair('Arcadia', 'Utopia', 10, 6, 5), 'counts more votes than both cast'],
    ['with itself', pair('Utopia', 'Utopia', 10, 6), 'compares a participant with itself'],
    ['without votes', pair('Arcadia', 'Utopia', 0, 0), 'Too small: expected number to be >0'],
  ])('%s', (_, one, says) => {
    const { error } = written(one)
    expect(error?.issues[0]?.message).toBe(says)
  })
})
