import { describe, expect, test } from 'vitest'
import { decided, described, granted, met, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { type LeadershipView, leadership } from './leadership.ts'

const labels = { one: 'one', many: 'many' }
const concord = described({
  begins: '2030',
  coveredTo: '2036-12-31',
  statuses: [
    { status: 'full', tone: 'member', en: labels },
    { status: 'circle', tone: 'past', en: labels },
  ],
})
const objects = (participant: string) => ({
  ...{ participant, stance: 'objected', about: 'all of it', attribution: 'as the Journal says' },
})
const shares = (id: string, from: string, percents: Record<string, number>) =>
  act({
    id: `shares/${id}`,
    kind: 'shares-stated',
    scheme: id,
    document: id,
    from,
    shares: Object.entries(percents).map(([participant, percent]) => ({ participant, percent })),
  })
const votes = (date: string, ...pairs: [string, string, number, number][]) =>
  act({
    id: `votes/${date}`,
    kind: 'votes-compared',
    forum: 'Assembly',
    date,
    pairs: pairs.map(([one, other, both, same]) => ({ between: [one, other], both, same, opposed: 0 })),
  })

const history = [
  concord,
  ...states('Arcadia', 'Erewhon', 'Laputa', 'Utopia'),
  granted('Arcadia', '2030-01-01', 'circle'),
  granted('Laputa', '2030-01-01', 'circle'),
  granted('Arcadia', '2031-01-01'),
  granted('Laputa', '2031-01-01'),
  granted('Utopia', '2033-01-01'),
  decided('first', '2032-12-31', { proposedBy: ['Utopia'] }),
  decided('second', '2033-01-01', { proposedBy: ['Utopia', 'Arcadia'], stances: [objects('Laputa')] }),
  decided('third', '2033-02-01', { proposedBy: ['Arcadia'], outside: ['Laputa'] }),
  decided('nobody', '2033-03-01', {}),
  met('spring', '2033-04-01', { country: 'Arcadia', chair: 'Utopia' }),
  met('margins', '2033-04-01', { country: 'Arcadia', chair: 'Arcadia', inMarginsOf: 'spring' }),
  met('planned', '2033-05-01', { country: 'Arcadia', planned: true }),
  shares('even', '2031-01-01', { Arcadia: 50, Laputa: 50 }),
  shares('uneven', '2033-01-01', { Arcadia: 40, Laputa: 30, Utopia: 30 }),
  shares('later', '2034-01-01', { Arcadia: 40, Laputa: 35, Utopia: 25 }),
  votes('2032', ['Arcadia', 'Laputa', 40, 30], ['Arcadia', 'Erewhon', 40, 20]),
  votes('2033-01', ['Arcadia', 'Laputa', 1, 1], ['Arcadia', 'Utopia', 1, 0]),
]
const fold = new Fold('concord', entriesOf(history))
const asked = (day: string, about?: string) => leadership(fold.at(day as Day), { about })
const view = (day: string, about?: string) => asked(day, about) as LeadershipView
const row = (day: string, participant: string) => view(day).rows.find((one) => one.participant === participant)

describe('what a member did, over a base of its own', () => {
  test('only what was done while it was a member counts, from the day on which it became one', () => {
    expect(row('2034-01-01', 'Utopia')?.parts.proposed).toEqual({ did: 1, of: 2 })
    expect(row('2034-01-01', 'Arcadia')?.parts.proposed).toEqual({ did: 2, of: 3 })
    expect(row('2034-01-01', 'Utopia')).toMatchObject({ memberSince: '2033-01-01', years: 1 })
  })
  test('a decision without a proposer on record is in no base', () => {
    expect(view('2034-01-01').basis.proposers).toEqual({ known: 3, all: 4 })
  })
  test('meetings in the margins and those only planned are left out', () => {
    expect(row('2034-01-01', 'Arcadia')?.parts.meetingsHosted).toEqual({ did: 1, of: 1 })
    expect(row('2034-01-01', 'Arcadia')?.parts.meetingsChaired).toEqual({ did: 0, of: 1 })
    expect(row('2034-01-01', 'Utopia')?.parts.meetingsChaired).toEqual({ did: 1, of: 1 })
  })
  test('a stance and staying outside are two things', () => {
    expect(row('2034-01-01', 'Laputa')).toMatchObject({
      parts: { differed: { did: 1, of: 1 }, outside: { did: 1, of: 1 } },
      stances: { objected: 1 },
    })
  })
  test('nobody did more than its base has', () => {
    for (const { parts } of view('2036-01-01').rows)
      for (const { did, of } of Object.values(parts)) expect(did).toBeLessThanOrEqual(of)
  })
  test('members in the order in which they became members; before the first, those of what came before', () => {
    expect(view('2034-01-01').rows.map((one) => one.participant)).toEqual(['Arcadia', 'Laputa', 'Utopia'])
    expect(view('2030-12-31')).toMatchObject({ members: false, rows: [{ years: 1 }, { years: 1 }] })
    expect(view('2031-01-01')).toMatchObject({ members: true, rows: [{ years: 0 }, { years: 0 }] })
    expect(view('2029-12-31').rows).toEqual([])
  })
})

describe('the two that pay or propose most', () => {
  test.each([
    ['two and no third', '2032-06-01', ['Arcadia', 'Laputa']],
    ['a third pays as much as the second', '2033-06-01', undefined],
    ['the second pays more than the third', '2034-06-01', ['Arcadia', 'Laputa']],
    ['no scale is in force', '2030-06-01', undefined],
  ])('%s', (_, day, between) => {
    expect(view(day).payers?.between).toEqual(between)
  })
  test('places with everyone who has as much', () => {
    expect(view('2033-06-01').payers?.places).toEqual([
      { value: 40, who: ['Arcadia'] },
      { value: 30, who: ['Laputa', 'Utopia'] },
    ])
    expect(view('2034-06-01').proposers).toEqual({
      of: 3,
      places: [{ value: 2, who: ['Utopia', 'Arcadia'] }],
      between: ['Utopia', 'Arcadia'],
    })
  })
  test('they are compared unless two others are asked about', () => {
    expect(view('2034-06-01').compared).toMatchObject({ between: ['Arcadia', 'Laputa'], because: 'pay-most' })
    expect(view('2033-06-01').compared).toMatchObject({ between: ['Utopia', 'Arcadia'], because: 'proposed-most' })
    expect(view('2034-06-01', 'Laputa,Utopia').compared).toMatchObject({
      between: ['Laputa', 'Utopia'],
      because: 'asked',
    })
    expect(view('2030-06-01').compared).toBeUndefined()
  })
  test('a part of both is counted for each of them, with who says so', () => {
    expect(view('2034-06-01', 'Arcadia,Laputa').compared?.differ).toEqual([
      {
        act: 'decision/second',
        title: 'second',
        sides: [[{ says: 'proposed it' }], [{ says: 'objected: all of it', attribution: 'as the Journal says' }]],
      },
      { act: 'decision/third', title: 'third', sides: [[{ says: 'proposed it' }], [{ says: 'stays outside' }]] },
    ])
  })
  test.each([
    ['Arcadia', 'not-a-pair'],
    ['Arcadia,', 'not-a-pair'],
    ['Arcadia,Laputa,Utopia', 'not-a-pair'],
    ['Arcadia,Nowhere', 'unknown-participant'],
    ['Arcadia,Arcadia', 'one-and-the-same'],
  ])('%s is refused with a remedy', (about, refused) => {
    const refusal = asked('2034-01-01', about)
    expect(refusal).toMatchObject({ refused })
    expect(refusal).toHaveProperty('remedy')
  })
})

describe('pairs', () => {
  test('votes of the last comparison that tells of most pairs; a pair that is not in it has none', () => {
    expect(view('2034-01-01').votes).toMatchObject({ date: '2032', general: { pairs: 2, both: 80, same: 50 } })
    expect(view('2034-01-01').pairs.map(({ between, votes: count }) => [...between, count?.same])).toEqual([
      ['Arcadia', 'Laputa', 30],
      ['Arcadia', 'Utopia', undefined],
      ['Laputa', 'Utopia', undefined],
    ])
    expect(view('2032-12-30').votes).toBeUndefined()
    expect(view('2032-12-31').votes?.date).toBe('2032')
  })
})
