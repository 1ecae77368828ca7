import { describe, expect, test } from 'vitest'
import { decided, described, granted, spoken, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal } from '../rules/index.ts'
import { type TopicPrecedents, type TopicsInShort, wouldPass } from './would-pass.ts'

const people = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia']
const decision = (id: string, on: string, outcome: string, more: object = {}) => decided(id, on, { outcome, ...more })
const held = (participant: string, stance: string) => ({
  stances: [{ participant, stance, about: 'the canal', attribution: 'as the Journal says' }],
})
const spoke = (participant: string, on: string) =>
  act({
    id: `stance/${participant}/${on}`,
    kind: 'stance-reported',
    on,
    programme: 'canal',
    participant,
    says: 'something',
    attribution: 'as the Journal says',
  })
const text = (id: string, date: string, verbs: readonly string[]) =>
  spoken(id, date, verbs, 'water', { decision: `d-${id}` })

function record(...more: readonly ReturnType<typeof act>[]) {
  const acts = [
    described({ coveredTo: '2036-12-31' }),
    act({
      id: 'rule/council',
      kind: 'rule-stated',
      on: '2031-01-01',
      rule: 'council',
      document: 'Rules',
      article: 'Rule 6',
      strength: 'must',
      says: 'The Council decides by consensus.',
      computes: { kind: 'body', body: 'council', name: 'Council', decides: { kind: 'consensus' } },
    }),
    ...states(...people),
    ...people.map((id) => granted(id, '2031-01-01', 'full', { founding: true })),
    decision('d-first', '2031-05-01', 'adopted'),
    ...text('first', '2031-05-01', ['notes', 'notes']),
    ...text('second', '2032-05-01', ['notes', 'supports']),
    act({
      id: 'programme/canal',
      kind: 'programme-recorded',
      on: '2031-02-03',
      programme: 'canal',
      title: 'The canal',
      type: 'programme',
      stage: 'running',
      participants: 'members',
    }),
    act({
      id: 'thread/canal',
      kind: 'thread-described',
      thread: 'canal',
      title: 'The canal',
      asks: 'What became of it?',
      programmes: ['canal'],
      decisions: ['dam', 'dam-again', 'lock'],
      topics: ['water'],
    }),
    ...more,
  ]
  return new Fold('concord', entriesOf(acts))
}
const asked = (fold: Fold, day = '2036-01-01') => wouldPass(fold.at(day as Day), { about: 'Water' }) as TopicPrecedents
const as = (view: TopicPrecedents, id: string) => view.stands.find(({ participant }) => participant === id)?.as

test('each verb with how often it got through and in which text last', () => {
  expect(asked(record()).through).toEqual([
    {
      verb: 'notes',
      paragraphs: 3,
      texts: 2,
      first: '2031-05-01',
      last: { text: 'second', title: 'second', on: '2032-05-01' },
    },
    {
      verb: 'supports',
      paragraphs: 1,
      texts: 1,
      first: '2032-05-01',
      last: { text: 'second', title: 'second', on: '2032-05-01' },
    },
  ])
})

describe('where each last stood', () => {
  const notAdopted = decision('dam', '2033-05-01', 'not-adopted', held('Laputa', 'objected'))
  const rows = [
    { says: 'nothing on record is no stance, and no agreement', more: [], is: 'none' },
    { says: 'an objection to what was not adopted', more: [notAdopted], is: 'against' },
    { says: 'words of the same day leave it', more: [notAdopted, spoke('Laputa', '2033-05-01')], is: 'against' },
    {
      says: 'words of the next day are told as later',
      more: [notAdopted, spoke('Laputa', '2033-05-02')],
      is: 'spoke-since',
    },
    { says: 'words of that month may be earlier', more: [notAdopted, spoke('Laputa', '2033-05')], is: 'against' },
    { says: 'words alone', more: [spoke('Laputa', '2033-05-01')], is: 'in-words' },
    {
      says: 'an objection to what was adopted',
      more: [decision('dam', '2033-05-01', 'adopted', held('Laputa', 'objected'))],
      is: 'apart',
    },
    {
      says: 'not associated with what was not adopted',
      more: [decision('dam', '2033-05-01', 'not-adopted', held('Laputa', 'not-associated'))],
      is: 'apart',
    },
    {
      says: 'outside what was adopted',
      more: [decision('dam', '2033-05-01', 'adopted', { outside: ['Laputa'] })],
      is: 'apart',
    },
    { says: 'an objection on a matter that does not follow the topic', more: [decision('bridge', '2033-05-01', 'not-adopted', held('Laputa', 'objected'))], is: 'none' }, // biome-ignore format: rows
  ]
  test.each(rows)('$says: $is', ({ more, is }) => expect(as(asked(record(...more)), 'Laputa')).toBe(is))

  test('the last of several counts', () => {
    const later = decision('lock', '2034-05-01', 'adopted', held('Laputa', 'reservation'))
    expect(as(asked(record(notAdopted, later)), 'Laputa')).toBe('apart')
    expect(as(asked(record(notAdopted, later), '2034-04-30'), 'Laputa')).toBe('against')
  })
})

describe('what was not adopted is settled', () => {
  const refused = (more: object) =>
    decision('dam', '2033-05-01', 'not-adopted', { ...held('Laputa', 'objected'), ...more })
  test('by what superseded it, from the day on which that was adopted', () => {
    const fold = record(refused({ supersededBy: 'dam-again' }), decision('dam-again', '2034-05-01', 'adopted'))
    expect(asked(fold, '2034-04-30').precedents.find(({ decision: id }) => id === 'dam')?.since).toBe(undefined)
    expect(asked(fold, '2034-05-01').precedents.find(({ decision: id }) => id === 'dam')?.since?.decision).toBe(
      'dam-again',
    )
    expect(as(asked(fold), 'Laputa')).toBe('apart')
  })
  test('by a later one of the same type on the very same participants, and by no other', () => {
    const later = (more: object) => decision('dam-again', '2034-05-01', 'adopted', more)
    const since = (more: object) =>
      asked(record(refused({ concerns: ['Erewhon'] }), later(more))).precedents.find(({ decision: id }) => id === 'dam')
        ?.since
    expect(since({ concerns: ['Erewhon'] })?.decision).toBe('dam-again')
    expect(since({ concerns: ['Erewhon', 'Utopia'] })).toBe(undefined)
    expect(since({ concerns: ['Erewhon'], type: 'budget' })).toBe(undefined)
    expect(since({})).toBe(undefined)
  })
})

describe('what the rules make of it if it were said again', () => {
  test('an objection keeps a body that decides by consensus from it, and the rule says so', () => {
    const [council] = asked(record(decision('dam', '2033-05-01', 'not-adopted', held('Laputa', 'objected')))).deciding
    expect([council?.rule, council?.again?.outcome]).toEqual(['council', 'not-adopted'])
    expect(council?.again?.reasons.some(({ text: says }) => says.includes('Laputa'))).toBe(true)
  })
  test('while nobody is against, nothing is foretold', () => {
    const [council] = asked(record()).deciding
    expect([council?.body, council?.again]).toEqual(['council', undefined])
  })
})

test('all topics in short say the same of each', () => {
  const fold = record(decision('dam', '2033-05-01', 'not-adopted', held('Laputa', 'objected')))
  const { topics } = wouldPass(fold.at('2036-01-01' as Day), {}) as TopicsInShort
  expect(topics).toMatchObject([
    { topic: 'water', paragraphs: 4, texts: 2, matters: 1, notAdopted: 1, against: ['Laputa'] },
  ])
})

test('a text that stands with two topics is one objected to', () => {
  const roads = [
    act({
      id: 'p-roads',
      kind: 'paragraph-abstracted',
      text: 'first',
      paragraph: 'r',
      topic: 'roads',
      says: 'is long',
      verb: 'notes',
    }),
    act({ id: 'thread/roads', kind: 'thread-described', thread: 'roads', title: 'Roads', asks: 'And the roads?', decisions: ['dam'], topics: ['roads'] }), // biome-ignore format: rows
  ]
  const objected = decision('dam', '2033-05-01', 'not-adopted', held('Laputa', 'objected'))
  const inShort = (fold: Fold) => wouldPass(fold.at('2036-01-01' as Day), {}) as TopicsInShort
  const { topics, objectedTo } = inShort(record(objected, ...roads))
  expect(topics.map(({ topic, against }) => [topic, against])).toEqual([
    ['water', ['Laputa']],
    ['roads', ['Laputa']],
  ])
  expect(objectedTo).toEqual(['dam'])
  expect(inShort(record(...roads)).objectedTo).toEqual([])
})

test('a topic of which nothing is on record is refused', () => {
  const refused = wouldPass(record().at('2031-04-30' as Day), { about: 'water' })
  expect(isRefusal(refused) && refused.refused).toBe('unknown-topic')
})
