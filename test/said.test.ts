import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf, visitorOf } from './support/pages.ts'
import { startServer, type TestServer } from './support/server.ts'

// What is said: key texts, topics through the years, definitions and what others say, of the real record and of one without any.

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house.close())

const { get, data, rows, refuses } = visitorOf(() => house)

describe('known sums', () => {
  test('31 key texts with 294 paragraphs, of which fewer than half were read at the place', async () => {
    const { total, later, texts } = await data('/sco/texts.json')
    const sum = (of: (text: (typeof texts)[number]) => number) =>
      texts.reduce((all: number, text: (typeof texts)[number]) => all + of(text), 0)
    expect([total, later, sum((text) => text.paragraphs)]).toEqual([31, 0, 294])
    expect([
      sum((text) => text.readings.read),
      sum((text) => text.readings.secondary),
      sum((text) => text.readings.located),
    ]).toEqual([131, 126, 37])
    expect(await rows('/sco/texts.csv')).toBe(31)
  })
  test('every paragraph has one topic and stands in one year of it', async () => {
    const { topics, years } = await data('/sco/topics.json')
    expect(topics).toHaveLength(47)
    expect(topics.reduce((sum: number, topic: { paragraphs: number }) => sum + topic.paragraphs, 0)).toBe(294)
    expect([years.length, years[0], years.at(-1)]).toEqual([20, '2001', '2025'])
    const [first] = topics
    expect(first).toMatchObject({ topic: 'terrorism', texts: 17, paragraphs: 29, first: '2001', last: '2025' })
    const cells = topics.reduce((sum: number, topic: { years: unknown[] }) => sum + topic.years.length, 0)
    expect(await rows('/sco/topics.csv')).toBe(cells)
  })
  test('sixteen documents on three concepts, each with every element', async () => {
    const { concepts, elements } = await data('/sco/definitions.json')
    const count = (concept: { definitions: unknown[] }) => concept.definitions.length
    expect(concepts.map(count)).toEqual([7, 4, 5])
    expect(Object.keys(elements)).toHaveLength(17)
    expect(await rows('/sco/definitions.csv')).toBe(16 * 17)
  })
  test('42 statements of three kinds', async () => {
    const { statements } = await data('/sco/statements.json')
    const kinds = Object.groupBy(statements, (statement: { type: string }) => statement.type)
    expect(Object.entries(kinds).map(([kind, all]) => [kind, all?.length])).toEqual(
      expect.arrayContaining([
        ['assessment', 9],
        ['reply', 6],
        ['outside-position', 27],
      ]),
    )
    expect(await rows('/sco/statements.csv')).toBe(42)
  })
})

describe('a key text', () => {
  test('has every paragraph with its verb, its topic and a source', async () => {
    const { body, text } = await get('/sco/texts/2008-dushanbe')
    const { paragraphs } = await data('/sco/texts/2008-dushanbe.json')
    expect(paragraphs).toHaveLength(13)
    const items = body.split(/<li id="p-/).slice(1)
    expect(items).toHaveLength(13)
    for (const [index, paragraph] of paragraphs.entries()) {
      expect(text).toContain(paragraph.says)
      expect(items[index]).toContain(`<strong>${paragraph.verb}</strong>`)
      expect(items[index]).toMatch(/topics\/[^"]+#t-2008-dushanbe"/)
      expect(items[index]).toContain('href="/sco/sources/')
      expect(items[index]).toContain(`href="/sco/register/${paragraph.id}"`)
    }
    expect(text).toContain('In our own words; the wording itself is at the source.')
    expect(body).toContain('href="/sco/decisions/d-2008-dushanbe-declaration"')
    expect(await rows('/sco/texts/2008-dushanbe.csv')).toBe(13)
  })
  test('a text leads to its instrument, or to its decision', async () => {
    expect((await get('/sco/texts/2002-charter')).body).toContain('href="/sco/instruments/charter-2002"')
    expect((await get('/sco/texts/2009-response')).body).toContain('href="/sco/decisions/d-2009-response-regulation"')
  })
  test('is found from its decision, from one it is tied to, and from its instrument', async () => {
    for (const from of ['decisions/d-2008-dushanbe-declaration', 'decisions/d-2008-georgia'])
      expect((await get(`/sco/${from}`)).body).toContain('href="/sco/texts/2008-dushanbe"')
    expect((await get('/sco/instruments/charter-2002')).body).toContain('href="/sco/texts/2002-charter"')
    expect((await get('/sco/decisions/d-2024-belarus-admitted')).body).not.toContain('href="/sco/texts/')
  })
  test('is narrowed by topic and verb, in the page and in its data', async () => {
    const asked = 'topic=terrorism&verb=condemns'
    const { texts } = await data(`/sco/texts.json?${asked}`)
    expect(texts.map((one: { text: string }) => one.text)).toEqual(['2018-qingdao', '2025-tianjin'])
    const { body } = await get(`/sco/texts/2018-qingdao?${asked}`)
    const count = texts[0].paragraphs
    expect(body.split(/<li id="p-/)).toHaveLength(count + 1)
    expect(await rows(`/sco/texts/2018-qingdao.csv?${asked}`)).toBe(count)
  })
  test('what was only located is marked where it stands', async () => {
    const { body } = await get('/sco/texts/2002-charter')
    const second = body.split('<li id="p-2">')[1]?.split('<li id="p-')[0]
    expect(second).toContain('located, not read')
    expect(textOf(`<main>${second}</main>`)).toContain('unverified')
  })
})

describe('how the wording on a topic changed', () => {
  test('the heading says it, and each text stands beside the one before', async () => {
    const { text, body } = await get('/sco/topics/enlargement')
    expect(text).toContain('Enlargement: “welcomes” in 2005, and again in 2025')
    expect(text).toContain('“decides”, where before “notes”')
    const { wordings } = await data('/sco/topics/enlargement.json')
    expect(wordings).toHaveLength(9)
    for (const { text: id, title, paragraphs, verbs } of wordings) {
      expect(body.match(new RegExp(`id="t-${id}"`, 'g'))).toHaveLength(1)
      expect(text).toContain(title)
      for (const { says } of paragraphs) expect(text).toContain(says)
      for (const verb of verbs) expect(body).toContain(`<strong>${verb}</strong>`)
    }
    expect(await rows('/sco/topics/enlargement.csv')).toBe(10)
  })
  test('the form, which asks for a topic, is led to its page with the other choices and the day', async () => {
    const asked = '/sco/topics?topic=world+order&verb=notes&reading=&on=2020-01-01'
    const { statusCode, headers } = await house.server.inject({ url: asked })
    expect([statusCode, headers.location]).toEqual([302, '/sco/topics/world-order?on=2020-01-01&verb=notes'])
    const direct = await data('/sco/topics/world-order.json?on=2020-01-01&verb=notes')
    expect(await data('/sco/topics.json?topic=world+order&on=2020-01-01&verb=notes')).toEqual(direct)
    expect((await get('/sco/topics/World-Order')).code).toBe(200)
    expect((await get('/sco/topics/world-order')).body).toContain('action="/sco/topics"')
  })
  test('the picture has a dot for each verb of each day, in both of its forms', async () => {
    const { body } = await get('/sco/topics/missile-defence')
    const { wordings } = await data('/sco/topics/missile-defence.json')
    const dots = new Set(
      wordings.flatMap((one: { date: string; verbs: string[] }) => one.verbs.map((verb) => `${one.date} ${verb}`)),
    )
    for (const picture of body.match(/<svg class="verbs".*?<\/svg>/gs) ?? [])
      expect(picture.match(/<a /g)).toHaveLength(dots.size)
    expect(body.match(/<svg class="verbs"/g)).toHaveLength(2)
  })
  test('the overview has each cell in words, and says what an empty one means', async () => {
    const { body, text } = await get('/sco/topics')
    expect(text).toContain('It does not mean that nothing was said.')
    expect(body).toContain('title="missile defence, 2014: one paragraph, opposes"')
    expect(body).toContain('href="/sco/topics/missile-defence#y-2014"')
    expect((await get('/sco/topics/missile-defence')).body).toContain('id="y-2014"')
  })
})

describe('the day is kept', () => {
  test('what is dated later is not counted, and that is said', async () => {
    const day = 'on=2007-08-15'
    expect(await data(`/sco/texts.json?${day}`)).toMatchObject({ total: 6, later: 25 })
    expect(await data('/sco/texts.json?on=2007-08-16')).toMatchObject({ total: 8, later: 23 })
    expect((await get(`/sco/texts?${day}`)).text).toContain('25 key texts dated after 15 August 2007 are not counted.')
    expect((await data(`/sco/topics.json?${day}`)).years).toEqual(['2001', '2002', '2005', '2006'])
    expect((await data(`/sco/statements.json?${day}`)).total).toBe(12)
    const { concepts, later } = await data(`/sco/definitions.json?${day}`)
    expect([concepts.flatMap((one: { definitions: unknown[] }) => one.definitions).length, later]).toEqual([14, 2])
  })
  test('a later text can be read, says that it is later, and its topics lead somewhere', async () => {
    const { body, text } = await get('/sco/texts/2025-tianjin?on=2007-08-15')
    expect(text).toContain('It is dated after 15 August 2007')
    const [, topic = ''] = /href="(\/sco\/topics\/climate[^"#]*)/.exec(body) ?? []
    expect((await get(topic)).code).toBe(200)
  })
  test('nothing was known before it was entered', async () => {
    expect(await data('/sco/texts.json?known=463')).toMatchObject({ total: 0, texts: [] })
    expect((await get('/sco/statements?known=463')).code).toBe(200)
  })
})

describe('definitions side by side', () => {
  test('the organisation’s own come first and their differences are stated, without what was not seen', async () => {
    const { concepts } = await data('/sco/definitions.json?concept=terrorism')
    expect(concepts[0].definitions.slice(0, 2).map((one: { definition: string }) => one.definition)).toEqual([
      'sc-terrorism',
      'sco-ct-2009',
    ])
    expect(concepts[0].differences).toContainEqual(
      expect.objectContaining({ element: 'ideology', was: 'absent', is: 'present' }),
    )
    expect(concepts[0].differences.map((one: { element: string }) => one.element)).not.toContain(
      'territorial-integrity',
    )
    const { text } = await get('/sco/definitions?concept=terrorism')
    expect(text).toContain('An ideology is part of the notion: absent in the Shanghai Convention, 2001; present in the')
  })
  test('a document that gives no definition has no column, and is named', async () => {
    const { body, text } = await get('/sco/definitions?concept=separatism')
    const table = /<table class="definitions">.*?<\/table>/s.exec(body)?.[0] ?? ''
    expect(table.match(/<th scope="col">/g)).toHaveLength(2)
    expect(text).toContain('It does not define separatism.')
  })
})

describe('what others say', () => {
  test('each has its speaker and a source; the two sides of a year stand in one row', async () => {
    const { body, text } = await get('/sco/statements')
    const { statements } = await data('/sco/statements.json')
    for (const { statement, by, says } of statements) {
      expect(text).toContain(says)
      const item = new RegExp(`<li id="${statement}">.*?</li>`, 's').exec(body)?.[0] ?? ''
      expect(textOf(`<main>${item}</main>`)).toContain(by)
      expect(item).toContain('href="/sco/sources/')
    }
    const row2009 = /<tr><th scope="row">2009<\/th>.*?<\/tr>/s.exec(body)?.[0]
    expect(row2009).toContain('as-un-2009')
    expect(row2009).toContain('re-preamble-2009')
  })
  test('a position is told apart from whoever reports it', async () => {
    const { text } = await get('/sco/statements?type=outside-position')
    expect(text).toContain('United States , according to: news report : US forces start')
    expect(text).toContain('Marcel de Haas (Clingendael) : Led by')
    expect((await get('/sco/statements/out-us-k2-open')).text).toContain('is according to: news report.')
  })
  test('an assessment leads to the next reply, which is not said to answer it', async () => {
    const { text } = await get('/sco/statements/as-un-2009')
    expect(text).toContain('The next reply on record')
    expect(text).toContain('that one answers the other is not on record')
  })
  test('a statement that is a decision leads to it', async () => {
    expect((await get('/sco/statements/out-coalition-call')).body).toContain(
      'href="/sco/decisions/d-2005-coalition-deadline"',
    )
  })
})

describe('a question that cannot be answered is refused with a way on', () => {
  const cases: readonly [address: string, says: string][] = [
    ['/sco/texts/none', 'The record has no key text "none".'],
    ['/sco/texts?verb=sings', 'Nothing in this list has "sings" as verb.'],
    ['/sco/texts/2008-dushanbe?topic=cricket', 'Nothing in this list has "cricket" as topic.'],
    ['/sco/topics/cricket', 'No paragraph is on record on "cricket".'],
    ['/sco/topics?topic=cricket', 'No paragraph is on record on "cricket".'],
    ['/sco/topics/climate?on=2002-01-01', 'No paragraph on or before 2002-01-01 is on record on "climate".'],
    ['/sco/definitions?concept=cricket', 'Nothing in this list has "cricket" as concept.'],
    ['/sco/statements?by=nobody', 'Nothing in this list has "nobody" as by or of whom.'],
    ['/sco/statements/none', 'The record has no statement "none".'],
    ['/sco/texts?on=2020-1', '"2020-1" is not a day.'],
  ]
  refuses(cases)
  test('two choices that nothing answers to give an empty list that says so', async () => {
    const { code, text } = await get('/sco/topics?topic=climate&verb=condemns')
    expect(code).toBe(200)
    expect(text).toContain('No paragraph answers to all of these')
  })
})

describe('an organisation without any of this', () => {
  const cases: readonly [part: string, says: string][] = [
    ['texts', 'No key text is on record'],
    ['topics', 'No topic is on record'],
    ['definitions', 'No definition is on record'],
    ['statements', 'No statement is on record'],
  ]
  for (const [part, says] of cases) {
    test(part, async () => {
      const { code, text } = await get(`/concord/${part}`)
      expect(code).toBe(200)
      expect(text).toContain(says)
      expect((await get(`/concord/${part}.csv`)).body.split('\r\n')).toHaveLength(2)
    })
  }
})
