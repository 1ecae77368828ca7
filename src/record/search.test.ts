import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { byId, search } from './search.ts'

const state = (id: string, en: string, ru: string, zh: string) =>
  act({ id: `participant/${id}`, kind: 'participant-described', participant: id, type: 'state', names: { en, ru, zh } })
const decision = (id: string, title: string) =>
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
