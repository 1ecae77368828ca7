import { describe, expect, test } from 'vitest'
import { became, type Matter } from '../src/analysis/became.ts'
import { type LanguageOfTopic, language } from '../src/analysis/language.ts'
import { type TopicPrecedents, wouldPass } from '../src/analysis/would-pass.ts'
import type { Entry, Fold } from '../src/record/index.ts'
import type { Day } from '../src/rules/index.ts'
import { ownHouse } from './support/pages.ts'
import { act } from './support/registers.ts'
import { shippedFold } from './support/shipped-fold.ts'

// What became of it, what would pass and how the language changed: of the real record, of one that is changed, and of one without texts.

const { get, data, refuses } = ownHouse()

type Said = { on: string; row: string; says: string; who: string[]; heldAs?: string; act: string }
type Stand = { participant: string; as: string; last?: { on: string; of: { decision: string } } }

const pages = [
  'became',
  'became?about=bank',
  'became?about=summit-2014',
  'became?about=cku-railway',
  'would-pass',
  'would-pass?about=enlargement',
  'would-pass?about=world-order',
  'language',
  'language?about=terrorism',
]

describe('each page says what its data say, and what a terminal prints', () => {
  test.each(pages)('%s', async (address) => {
    const [path, query = ''] = address.split('?')
    const { code, text, body } = await get(`/sco/questions/${address}`)
    expect(code).toBe(200)
    expect(text).toContain('How complete this is')
    const about = new URLSearchParams(query).get('about')
    expect(body).toContain(`questions/${path}.json${query ? `?${query}` : ''}`)
    const view = await data(`/sco/questions/${path}.json${query ? `?${query}` : ''}`)
    if (about) expect(view.about.toLowerCase().replaceAll(' ', '-')).toBe(about)
  })
})

describe('what became of the bank', () => {
  test('put forward in 2010, not adopted twice, five texts on it adopted since, and one stance against', async () => {
    const { counts, forward, adopted, resisted, proposers } = await data('/sco/questions/became.json?about=bank')
    expect(counts).toMatchObject({ adopted: 5, 'not-adopted': 2, proposed: 0, text: 2 })
    expect([forward.on, forward.who]).toEqual(['2010-11-25', ['CHN']])
    expect(adopted.on).toBe('2012-12-05')
    expect(resisted.map((one: Said) => [one.who, one.heldAs])).toEqual([[['RUS'], 'reported-resistance']])
    expect(proposers.map((one: { participant: string }) => one.participant)).toEqual(['CHN', 'RUS'])
    const { text } = await get('/sco/questions/became?about=bank')
    expect(text).toContain('The development bank: put forward on 25 November 2010, announced as the record ends')
  })
  test('on an earlier day only what had been by then, and no stage, which carries no date', async () => {
    const { counts } = await data('/sco/questions/became.json?about=bank&on=2012-12-04')
    expect(counts).toMatchObject({ adopted: 0, 'not-adopted': 1 })
    const { text } = await get('/sco/questions/became?about=bank&on=2012-12-04')
    expect(text).toContain('one text or proposal on record, none adopted')
    expect(text).toContain('carry no date in the record')
    expect(text).not.toContain('announced as the record ends')
  })
  test('before its first step it is not there yet', async () => {
    const { text } = await get('/sco/questions/became?about=bank&on=2010-11-24')
    expect(text).toContain('nothing on record by 24 November 2010')
  })
})

describe('what belongs to each matter', () => {
  test('every step is an act of the register, and every number leads to its step', async () => {
    const { matters } = await data('/sco/questions/became.json')
    expect(matters.length).toBe(26)
    for (const { thread, counts } of matters) {
      const { steps } = await data(`/sco/questions/became.json?about=${thread}`)
      expect(steps.length, thread).toBe(counts.all)
      const { body } = await get(`/sco/questions/became?about=${thread}`)
      const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      for (const [, to] of body.matchAll(/href="#([^"]+)"/g)) expect(ids.has(to), `${thread} #${to}`).toBe(true)
      expect(steps.filter((step: Said) => step.on > '2026-03-10')).toEqual([])
    }
  })
  test('the heading counts a step once, however many matters it belongs to', async () => {
    const { matters, steps } = await data('/sco/questions/became.json')
    const inRows = matters.reduce((sum: number, one: { counts: { all: number } }) => sum + one.counts.all, 0)
    expect(steps).toBeLessThan(inRows)
    expect((await get('/sco/questions/became')).text).toContain(`in ${steps} different steps on record`)
    expect((await get('/concord/questions/became?on=2031-06-01')).text).toContain(
      'Of no matter followed here a step is on record by 1 June 2031',
    )
  })
  test('the summit of 2014: the ten decisions taken there, and what followed', async () => {
    const { steps } = await data('/sco/questions/became.json?about=summit-2014')
    const there = steps.filter((step: Said) => step.row === 'adopted' && step.on === '2014-09-12')
    expect(there).toHaveLength(10)
    expect(steps.some((step: Said) => step.says.endsWith(': in force') && step.on === '2017-01-20')).toBe(true)
  })
  test('a programme leads to it, and a meeting that is followed', async () => {
    expect((await get('/sco/programmes/energy-club')).body).toContain('questions/became?about=energy-club')
    expect((await get('/sco/meetings/chs-2014-dushanbe')).body).toContain('questions/became?about=summit-2014')
  })
})

describe('what would pass', () => {
  test('enlargement: India and Pakistan last stood against one; Tajikistan’s objection was settled; China has spoken since', async () => {
    const { stands, precedents, deciding } = await data('/sco/questions/would-pass.json?about=enlargement')
    const as = (id: string) => stands.find(({ participant }: Stand) => participant === id)?.as
    expect([as('IND'), as('PAK'), as('TJK'), as('CHN'), as('IRN')]).toEqual([
      'against',
      'against',
      'apart',
      'apart',
      'none',
    ])
    const failed = precedents.filter(({ outcome }: { outcome: string }) => outcome === 'not-adopted')
    expect(failed.length).toBe(6)
    const [council] = deciding.filter(({ body }: { body: string }) => body === 'chs')
    expect(council.again.outcome).toBe('not-adopted')
    const { text } = await get('/sco/questions/would-pass?about=enlargement')
    expect(text).toContain('India and Pakistan last stood against one')
    expect(text).toContain('That is not agreement.')
  })
  test('a topic that no matter follows says that nothing is known of what failed', async () => {
    const { text } = await get('/sco/questions/would-pass?about=missile-defence')
    expect(text).toContain('Who stood where is not gathered')
    expect(text).not.toContain('last stood against')
  })
  test('the heading names its base, the topics that are followed, and counts a text once', async () => {
    const { topics, objectedTo } = await data('/sco/questions/would-pass.json')
    const followed = topics.filter(({ matters }: { matters: number }) => matters > 0)
    expect((await get('/sco/questions/would-pass')).text).toContain(
      `On seven of ${followed.length} topics that are followed the last on record of somebody is an objection: in all to three texts`,
    )
    expect(objectedTo).toHaveLength(3)
    expect((await get('/sco/questions/would-pass?on=2014-12-31')).text).toContain('On none of')
  })
  test('the list and each page tell the same', async () => {
    const { topics } = await data('/sco/questions/would-pass.json')
    expect(topics).toHaveLength(47)
    expect(topics.filter(({ matters }: { matters: number }) => matters === 0)).toHaveLength(16)
    for (const { topic, against } of topics.filter(({ matters }: { matters: number }) => matters > 0)) {
      const { stands } = await data(`/sco/questions/would-pass.json?about=${encodeURIComponent(topic)}`)
      const people = stands.filter((one: Stand) => one.as === 'against').map((one: Stand) => one.participant)
      expect(people, topic).toEqual(against)
    }
  })
})

describe('stronger or weaker', () => {
  test('Belt and Road: six declarations, one weaker, one stronger, three the same', async () => {
    const { spoken, tally, kinds, named } = await data('/sco/questions/language.json?about=Belt+and+Road')
    expect(spoken).toHaveLength(6)
    expect(tally).toEqual({ stronger: 1, weaker: 1, same: 3, 'not-comparable': 0 })
    expect(kinds).toHaveLength(1)
    expect(named.some(({ participant }: { participant: string }) => participant === 'IND')).toBe(false)
  })
  test('only texts of one kind are held against each other', async () => {
    const { topics } = await data('/sco/questions/language.json')
    for (const { topic } of topics) {
      const { spoken } = await data(`/sco/questions/language.json?about=${encodeURIComponent(topic)}`)
      const kindOf = new Map(spoken.map((one: { text: string; kind: object }) => [one.text, JSON.stringify(one.kind)]))
      for (const { text, against } of spoken.filter((one: { against?: object }) => one.against))
        expect(kindOf.get(against.with.text), topic).toBe(kindOf.get(text))
    }
  })
  test('a topic leads to it', async () => {
    const { body } = await get('/sco/topics/terrorism')
    expect(body).toContain('questions/language?about=terrorism')
    expect(body).toContain('questions/would-pass?about=terrorism')
  })
})

describe('a fact that changes moves the number', () => {
  const fold = shippedFold()
  const day = fold.at('2026-03-10' as Day)
  const counted = (of: Fold, about: string) => (became(of.at(day.day), { about }) as Matter).counts
  const corrected = (before: Entry | undefined, more: object) =>
    shippedFold([act({ ...before?.act, id: 'corrected', replaces: [before?.id], correction: 'Otherwise.', ...more })])

  test('what was not adopted, once it was, counts among the adopted', () => {
    const changed = corrected(day.decision('d-2014-bank-eurasian-proposal'), { outcome: 'adopted' })
    expect(counted(fold, 'bank')).toMatchObject({ adopted: 5, 'not-adopted': 2 })
    expect(counted(changed, 'bank')).toMatchObject({ adopted: 6, 'not-adopted': 1 })
  })
  test('a stance that nobody reports any longer is none', () => {
    const changed = corrected(day.decision('d-2025-armenia-membership'), { stances: [] })
    const as = (of: Fold) => {
      const { stands } = wouldPass(of.at(day.day), { about: 'enlargement' }) as TopicPrecedents
      return stands.find(({ participant }) => participant === 'PAK')?.as
    }
    expect([as(fold), as(changed)]).toEqual(['against', 'in-words'])
  })
  test('a verb', () => {
    const before = day
      .listed('paragraph-abstracted')
      .find((one) => one.act.text === '2017-astana' && one.act.topic === 'Belt and Road')
    const tally = (of: Fold) => (language(of.at(day.day), { about: 'Belt and Road' }) as LanguageOfTopic).tally
    expect(tally(fold)).toMatchObject({ stronger: 1, weaker: 1, same: 3 })
    expect(tally(corrected(before, { verb: 'supports' }))).toMatchObject({ stronger: 0, weaker: 0, same: 5 })
  })
})

describe('without key texts the pages say so, and matters are followed all the same', () => {
  test('the Concord', async () => {
    expect((await get('/concord/questions/would-pass')).text).toContain('No topic of a key text is on record')
    expect((await get('/concord/questions/language')).text).toContain('No wording on a topic is on record')
    const { text } = await get('/concord/questions/became?about=anthem')
    expect(text).toContain('two texts and proposals on record, one adopted')
    expect(text).toContain('Who held back, as attributed')
  })
})

describe('what is not there is refused', () => {
  refuses([
    [
      '/sco/questions/became?about=nothing',
      'The record follows no matter "nothing", and has no programme with that id.',
    ],
    ['/sco/questions/would-pass?about=nothing', 'No paragraph of a key text is on record on "nothing" by 2026-03-10.'],
    ['/concord/questions/language?about=x', 'No paragraph of a key text is on record on "x" by 2033-12-31.'],
  ])
})
