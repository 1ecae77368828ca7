import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { byId, numbered, search } from './search.ts'

const state = (id: string, en: string, ru: string, zh: string) =>
  act({ id: `participant/${id}`, kind: 'participant-described', participant: id, type: 'state', names: { en, ru, zh } })
const decision = (id: string, title: string, more: object = {}) =>
  act({
    id: `decision/${id}`,
    kind: 'decision-recorded',
    on: '2031-06-02',
    decision: id,
    title,
    body: 'council',
    type: 'programme',
    outcome: 'adopted',
    participants: 'members',
    ...more,
  })
const fold = new Fold(
  'concord',
  entriesOf([
    state('UTO', 'Utopia', 'Утопия', '乌托邦'),
    state('ERE', 'Érewhon', 'Ёдгин', '埃瑞璜'),
    act({
      id: 'named',
      kind: 'participant-named',
      on: '2032-01-01',
      participant: 'UTO',
      names: { en: 'New Utopia', ru: 'Новая Утопия', zh: '新乌托邦' },
    }),
    decision('roads', 'Programme of roads to Utopia'),
    decision('bank', 'Bank of the Concord'),
    act({
      id: 'source/journal',
      kind: 'source-described',
      source: 'journal',
      title: 'Journal',
      publisher: 'Utopia Press',
      url: null,
      date: '2031',
      language: 'en',
    }),
  ]),
)
const organisation = fold.at('2031-01-01' as Day)
const found = (asked: string) => search(organisation, asked, 10).hits.map((hit) => hit.id)

describe('search over names and titles', () => {
  const cases = [
    {
      says: 'a name, then titles that hold it, then what stands beside',
      asked: 'utopia',
      finds: ['UTO', 'roads', 'journal'],
    },
    { says: 'in Russian', asked: 'утопия', finds: ['UTO'] },
    { says: 'in Chinese, part of a name', asked: '乌托', finds: ['UTO'] },
    { says: 'an earlier and a later name', asked: 'new utopia', finds: ['UTO'] },
    { says: 'without accents and capitals', asked: 'EREWHON', finds: ['ERE'] },
    { says: 'ё as е', asked: 'едгин', finds: ['ERE'] },
    { says: 'all words must be there, in any order', asked: 'roads programme', finds: ['roads'] },
    { says: 'a year beside a word', asked: 'bank 2031', finds: ['bank'] },
    { says: 'nothing', asked: '  ', finds: [] },
    { says: 'what is nowhere', asked: 'atlantis', finds: [] },
    { says: 'letters that mean something to a pattern', asked: '.*(', finds: [] },
  ]
  for (const { says, asked, finds } of cases) test(says, () => expect(found(asked)).toEqual(finds))
  test('more than are shown are counted', () => {
    expect(search(organisation, 'utopia', 1)).toMatchObject({ all: 3, hits: [{ id: 'UTO', kind: 'participant' }] })
  })
  test('as known earlier, what was entered later is not found', () => {
    expect(search(fold.at('2031-01-01' as Day, 3), 'bank', 10).all).toBe(0)
  })
})

test('an id goes to its thing, whatever its capitals', () => {
  expect([byId(organisation, ' uto ')?.id, byId(organisation, 'BANK')?.kind, byId(organisation, 'nothing')]).toEqual([
    'UTO',
    'decision',
    undefined,
  ])
})

describe('what is kept beside decisions', () => {
  const kept = new Fold(
    'concord',
    entriesOf([
      state('UTO', 'Utopia', 'Утопия', '乌托邦'),
      state('LAP', 'Laputa', 'Лапута', '勒皮他'),
      decision('first', 'Roads', { number: '5' }),
      decision('second', 'Bridges', { number: '5 in the list of documents', on: '2032' }),
      decision('third', 'Ports', { number: '50' }),
      act({
        id: 'dispute/strait',
        kind: 'dispute-recorded',
        on: '2031',
        dispute: 'strait',
        between: ['UTO', 'LAP'],
        about: 'passage of a strait',
        outcome: 'open',
        connections: [],
      }),
      act({
        id: 'relation/league',
        kind: 'relation-established',
        on: '2032',
        relation: 'league',
        with: 'League of Isles',
        type: 'memorandum',
        says: 'A memorandum was signed.',
      }),
    ]),
  ).at('2031-01-01' as Day)
  test('a dispute is found by those between whom it is, in their languages', () => {
    expect(search(kept, 'лапута', 10).hits).toMatchObject([
      { kind: 'participant', id: 'LAP' },
      { kind: 'dispute', id: 'strait', title: 'Utopia, Laputa: passage of a strait' },
    ])
  })
  test('what has no page of its own is found with its act, by its own id and by that of the act', () => {
    const relation = { kind: 'relation', id: 'league', act: 'relation/league' }
    expect(search(kept, 'isles', 10)).toMatchObject({ hits: [relation], acts: ['relation/league'] })
    expect([byId(kept, 'league'), byId(kept, 'Relation/League')]).toMatchObject([relation, relation])
  })
  const numbers = [
    { asked: 'No. 5', finds: ['first', 'second'] },
    { asked: ' no 5 ', finds: ['first', 'second'] },
    { asked: 'decision No. 50', finds: ['third'] },
    { asked: '№ 5', finds: ['first', 'second'] },
    { asked: '#05', finds: ['first', 'second'] },
    { asked: 'No. 6', finds: [] },
    { asked: '5', finds: undefined },
    { asked: 'No. 5 roads', finds: undefined },
  ]
  test.each(numbers)('$asked', ({ asked, finds }) => {
    expect(numbered(kept, asked)?.map((hit) => hit.id)).toEqual(finds)
  })
})
