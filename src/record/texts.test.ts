import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { allKeyTexts, keyTexts, narrowParagraphs, narrowTexts, readingOf, readingsOf } from './texts.ts'
import { topicId, topicsOf, wordingOn } from './topics.ts'

const text = (id: string, date: string) => act({ id: `text/${id}`, kind: 'text-described', text: id, title: id, date })
const said = (text: string, paragraph: string, topic: string, verb: string, more: object = {}) =>
  act({
    id: `text/${text}/${paragraph}`,
    kind: 'paragraph-abstracted',
    text,
    paragraph,
    topic,
    says: 'said in other words',
    verb,
    sources: [{ source: 'journal', evidence: 'read' }],
    ...more,
  })
const cited = (...evidence: readonly (string | undefined)[]) => ({
  sources: evidence.map((how) => ({ source: 'journal', ...(how ? { evidence: how } : {}) })),
})

const fold = new Fold(
  'concord',
  entriesOf([
    text('treaty', '2033-05'),
    text('charter', '2031-03-03'),
    text('declaration', '2032-06-02'),
    said('charter', '1', 'harbours', 'notes', { names: ['Utopia'], addressee: 'pilots' }),
    said('charter', '2', 'lighthouses', 'shall'),
    said('charter', '3', 'harbours', 'notes', cited('located')),
    said('declaration', '1', 'harbours', 'supports', { names: ['Utopia', 'Laputa'], addressee: 'pilots' }),
    said('treaty', '1', 'harbours', 'supports', cited('secondary', 'located')),
    said('treaty', '2', 'harbours', 'calls for', { addressee: 'shipowners', ...cited(undefined) }),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const all = allKeyTexts(on('2031-01-01'))
const idsOf = (texts: ReturnType<typeof keyTexts>) => texts.map(({ text }) => text.act.text)

describe('key texts', () => {
  test('stand in the order of time, each with its paragraphs in the order of the text', () => {
    expect(idsOf(all)).toEqual(['charter', 'declaration', 'treaty'])
    expect(all[0]?.paragraphs.map(({ act }) => act.paragraph)).toEqual(['1', '2', '3'])
  })
  const days: readonly [day: string, texts: readonly string[]][] = [
    ['2031-03-02', []],
    ['2031-03-03', ['charter']],
    ['2033-04-30', ['charter', 'declaration']],
    // A text of some day in May counts from the first.
    ['2033-05-01', ['charter', 'declaration', 'treaty']],
  ]
  for (const [day, texts] of days) {
    test(`on ${day}`, () => {
      expect(idsOf(keyTexts(on(day)))).toEqual(texts)
    })
  }
  test('a text without a paragraph on record is a text all the same', () => {
    const alone = new Fold('concord', entriesOf([text('bare', '2031-03-03')])).at('2031-03-03' as Day)
    expect(keyTexts(alone)).toMatchObject([{ paragraphs: [] }])
  })
})

describe('how a paragraph was read', () => {
  const paragraphs = all.flatMap((one) => one.paragraphs)
  test('the nearest of its sources counts, and none is taken for read', () => {
    expect(paragraphs.map(({ act }) => readingOf(act))).toEqual([
      'read',
      'read',
      'located',
      'read',
      'secondary',
      'not-stated',
    ])
    expect(readingOf({ sources: [] })).toBe('not-stated')
  })
  test('every paragraph is counted once', () => {
    const counts = readingsOf(paragraphs)
    expect(counts).toEqual({ read: 3, partial: 0, secondary: 1, located: 1, 'not-stated': 1 })
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(paragraphs.length)
  })
})

describe('narrowing', () => {
  const paragraphs = all.flatMap((one) => one.paragraphs)
  const cases: readonly [asked: object, count: number][] = [
    [{}, 6],
    [{ topic: 'harbours' }, 5],
    [{ topic: 'harbours', verb: 'supports' }, 2],
    [{ reading: 'located' }, 1],
    [{ by: 'Laputa' }, 1],
    [{ by: 'Arcadia' }, 0],
  ]
  for (const [asked, count] of cases) {
    test(JSON.stringify(asked), () => {
      expect(narrowParagraphs(paragraphs, asked)).toHaveLength(count)
    })
  }
  test('texts stay only with what was asked for; with nothing asked all stay', () => {
    expect(idsOf(narrowTexts(all, { verb: 'supports' }))).toEqual(['declaration', 'treaty'])
    expect(narrowTexts(all, { verb: undefined })).toHaveLength(3)
  })
})

describe('topics through the years', () => {
  test('the one in most texts comes first, with every year of a text and only the years in which it is found', () => {
    const { years, rows } = topicsOf(all)
    expect(years).toEqual(['2031', '2032', '2033'])
    expect(rows).toMatchObject([
      {
        topic: 'harbours',
        paragraphs: 5,
        texts: 3,
        first: '2031',
        last: '2033',
        years: [
          { year: '2031', paragraphs: 2, verbs: ['notes'] },
          { year: '2032', paragraphs: 1, verbs: ['supports'] },
          { year: '2033', paragraphs: 2, verbs: ['supports', 'calls for'] },
        ],
      },
      { topic: 'lighthouses', paragraphs: 1, texts: 1, first: '2031', last: '2031' },
    ])
  })
  test('a topic has a name for its address', () => {
    expect(['world order', 'UN', 'nuclear-weapon-free zone'].map(topicId)).toEqual([
      'world-order',
      'un',
      'nuclear-weapon-free-zone',
    ])
  })
  test('without texts there is nothing', () => {
    expect(topicsOf([])).toEqual({ years: [], rows: [] })
  })
  test('each text is held beside the one before it that says something on the topic', () => {
    const [first, second, third] = wordingOn('harbours', all)
    expect(first).toMatchObject({ since: [], newVerbs: [], goneVerbs: [], firstNamed: [], firstAddressed: [] })
    expect(second).toMatchObject({
      since: [first?.text],
      newVerbs: ['supports'],
      goneVerbs: ['notes'],
      firstNamed: ['Laputa'],
      firstAddressed: [],
    })
    expect(third).toMatchObject({
      since: [second?.text],
      newVerbs: ['calls for'],
      goneVerbs: [],
      named: [],
      firstNamed: [],
      firstAddressed: ['shipowners'],
    })
  })
  test('texts of one day are held beside the day before, not beside each other', () => {
    const protocol = entriesOf([
      text('charter', '2031-03-03'),
      text('declaration', '2032-06-02'),
      text('protocol', '2032-06-02'),
      said('charter', '1', 'harbours', 'notes', { names: ['Utopia'] }),
      said('declaration', '1', 'harbours', 'supports', { names: ['Laputa'] }),
      said('protocol', '1', 'harbours', 'notes', { names: ['Laputa'] }),
    ])
    const [first, ...both] = wordingOn('harbours', allKeyTexts(new Fold('concord', protocol).at('2033-01-01' as Day)))
    expect(both).toMatchObject([
      { since: [first?.text], newVerbs: ['supports'], goneVerbs: [], firstNamed: ['Laputa'] },
      { since: [first?.text], newVerbs: [], goneVerbs: [], firstNamed: ['Laputa'] },
    ])
  })
  test('a text that is silent on the topic is passed over', () => {
    expect(wordingOn('lighthouses', all).map((one) => one.text.act.text)).toEqual(['charter'])
  })
})
