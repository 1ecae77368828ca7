import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/server.ts'

// What is pursued, and what came of it: programmes with their stances, and from said to done.

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house.close())

async function get(address: string) {
  const { statusCode, headers, body } = await house.server.inject({ url: address })
  return { code: statusCode, type: String(headers['content-type']), body }
}
/** What is written on a page, without its tags. */
async function textOf(address: string): Promise<string> {
  const { code, body } = await get(address)
  expect(code, address).toBe(200)
  const plain = body.replace(/<(title|desc)>.*?<\/\1>/gs, '').replace(/<\/?(a|small|strong|span)\b[^>]*>/g, '')
  const text = plain.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  return text.replace(/\s+/g, ' ')
}
async function heading(address: string): Promise<string> {
  const { body } = await get(address)
  return (/<h1>(.*?)<\/h1>/s.exec(body)?.[1] ?? '').replace(/&#(\d+);/g, (_, c) => String.fromCodePoint(Number(c)))
}
// biome-ignore lint/suspicious/noExplicitAny: the data of each page has a shape of its own, which its test reads.
const dataOf = async (address: string): Promise<any> => JSON.parse((await get(address)).body)

const parts = [
  'programmes',
  'delivery',
  'delivery/instruments',
  'delivery/commitments',
  'delivery/proposers',
  'delivery/not-adopted',
]

describe('every page is there for both organisations, on the first day and the last, as page, data and rows', () => {
  for (const organisation of ['sco', 'concord']) {
    for (const part of parts) {
      test(`/${organisation}/${part}`, async () => {
        for (const on of ['', '?on=1990-01-01', '?on=2010-06-01']) {
          const page = await get(`/${organisation}/${part}${on}`)
          expect([page.code, page.type]).toEqual([200, 'text/html; charset=utf-8'])
          expect(page.body.match(/undefined|NaN|\[object|style="/)).toBeNull()
          expect((await get(`/${organisation}/${part}.json${on}`)).type).toContain('application/json')
          expect((await get(`/${organisation}/${part}.csv${on}`)).type).toContain('text/csv')
        }
      })
    }
  }
  test('where nothing is on record the page says so and what to do', async () => {
    expect(await heading('/concord/delivery?on=2031-04-01')).toBe('Nothing decided is on record')
    expect(await textOf('/concord/programmes')).toContain(
      'It may all the same have happened. How complete the record is.',
    )
    expect(await textOf('/sco/delivery/instruments?on=1990-01-01')).toContain(
      'See it as the record ends, on 10 March 2026',
    )
    expect(await textOf('/sco/delivery/proposers?known=100')).toContain('See it as known now')
  })
})

describe('programmes', () => {
  test('the organisation’s own and those from outside are counted and listed apart', async () => {
    expect(await heading('/sco/programmes')).toBe('55 programmes and mechanisms, four proposals from outside')
    const { total, programmes } = await dataOf('/sco/programmes.json?proposer=from-outside')
    expect(total).toBe(4)
    for (const one of programmes) expect(one.proposer).toBeTruthy()
    expect(await textOf('/sco/programmes')).toContain('Proposed from outside')
  })
  test('what begins after the day is not among them', async () => {
    const { programmes } = await dataOf('/sco/programmes.json?on=2003-09-22')
    expect(programmes).toHaveLength(5)
    expect((await dataOf('/sco/programmes.json?on=2003-09-23')).programmes).toHaveLength(7)
  })
  test('they are narrowed by kind, stage, year, proposer and lead', async () => {
    const found = async (query: string) =>
      (await dataOf(`/sco/programmes.json?${query}`)).programmes.map((one: { programme: string }) => one.programme)
    expect(await found('outcome=not-agreed')).toEqual(['free-trade-area'])
    expect(await found('proposer=PAK')).toEqual(['poverty-group'])
    expect(await found('by=TJK')).toEqual(['anti-drug-centre', 'economic-strategy-2030'])
    expect(await found('year=1996')).toEqual(['border-force-reduction'])
    expect(await found('type=forum&order=oldest')).toEqual(['energy-club'])
  })
  test('what cannot be answered is refused with a way on', async () => {
    for (const [address, code] of [
      ['/sco/programmes?outcome=failed', 404],
      ['/sco/programmes?proposer=nobody', 404],
      ['/sco/programmes?page=2', 400],
      ['/sco/programmes/moon-base', 404],
      ['/sco/delivery/commitments?year=1066', 404],
      ['/sco/delivery/verdicts', 404],
    ] as const) {
      const { code: got, body } = await get(address)
      expect(got, address).toBe(code)
      expect(body.match(/ at .*\.ts:\d+/)).toBeNull()
      expect(body).toMatch(/<h1[ >]/)
    }
  })
})

describe('a programme', () => {
  test('a date that is past stands beside what a source says came of it, without a verdict', async () => {
    const text = await textOf('/sco/programmes/free-trade-area')
    expect(text).toContain('One commitment, one date past')
    expect(text).toContain('2020 past On record: not met')
    expect(await textOf('/sco/programmes/free-trade-area?on=2020-12-31')).toContain('2020 ahead')
    expect(await textOf('/sco/programmes/free-trade-area?on=2021-01-01')).toContain('2020 past')
  })
  test('a stage carries no date, so the heading says it only of the last day', async () => {
    expect(await heading('/sco/programmes/free-trade-area')).toBe('SCO free trade zone: not agreed')
    expect(await heading('/sco/programmes/free-trade-area?on=2010-01-01')).toBe('SCO free trade zone')
    expect(await textOf('/sco/programmes/free-trade-area?on=2010-01-01')).toContain(
      'not as they were on 1 January 2010',
    )
  })
  test('what comes from outside is said to be none of the organisation’s own, and leads to nobody', async () => {
    const text = await textOf('/sco/programmes/afghanistan-joint-projects')
    expect(text).toContain('A proposal from outside, none of the organisation’s own.')
    expect(text).toContain('What it asks for')
    expect(text).not.toContain('Who takes part')
    expect(text).not.toContain('commitment is on record')
  })
  test('where it was prepared and approved is a link, and the meeting leads back', async () => {
    const { body } = await get('/sco/programmes/three-evils-2007-2009')
    expect(body).toContain('href="/sco/meetings/chs-2006-shanghai"')
    expect(body).toContain('href="/sco/meetings/rats-council-2006-6"')
    const meeting = await get('/sco/meetings/chs-2006-shanghai')
    expect(meeting.body).toContain('href="/sco/programmes/three-evils-2007-2009"')
    expect(await textOf('/sco/meetings/chs-2006-shanghai')).toContain('Approved here')
    expect((await get('/sco/decisions/d-2005-coalition-deadline')).body).toContain(
      'href="/sco/programmes/us-bases-call"',
    )
  })
})

describe('stances over time', () => {
  test('every mark of the picture leads to its place in the list, wide and narrow alike', async () => {
    const { body } = await get('/sco/programmes/enlargement-policy')
    const items = [...body.matchAll(/<li id="(stance-\d+)"/g)].map(([, id]) => id)
    const marks = [...body.matchAll(/href="#(stance-\d+)"/g)].map(([, id]) => id)
    expect(items).toHaveLength(28)
    expect(marks).toHaveLength(56)
    expect(new Set(marks)).toEqual(new Set(items))
  })
  test('each says who says so, and leads to its act', async () => {
    const { stances } = await dataOf('/sco/programmes/development-bank.json')
    const { body } = await get('/sco/programmes/development-bank')
    expect(stances).toHaveLength(14)
    for (const { id, attribution } of stances) {
      expect(attribution).toBeTruthy()
      expect(body).toContain(`href="/sco/register/${id}"`)
    }
  })
  test('what is later than the day is not counted, and is marked', async () => {
    const text = await textOf('/sco/programmes/development-bank?on=2014-12-31')
    expect(text).toContain('four stances reported, ten more after this day')
    expect(
      (await get('/sco/programmes/development-bank?on=2014-12-31')).body.match(
        /<li id="stance-\d+" class="later-act"/g,
      ),
    ).toHaveLength(10)
  })
  test('what was said on one occasion has no picture of time', async () => {
    const { body } = await get('/sco/programmes/us-bases-call')
    expect(body.match(/<li id="stance-/g)).toHaveLength(5)
    expect(body).not.toContain('href="#stance-')
  })
})

describe('from said to done', () => {
  test('outcomes add up, and every number leads to a list with as many', async () => {
    const { outcomes, byKind } = await dataOf('/sco/delivery.json')
    expect(outcomes).toEqual({ all: 338, adopted: 295, 'not-adopted': 21, proposed: 22 })
    for (const key of ['all', 'adopted', 'not-adopted', 'proposed'])
      expect(byKind.reduce((sum: number, kind: Record<string, number>) => sum + (kind[key] ?? 0), 0)).toBe(
        outcomes[key],
      )
    for (const kind of byKind.slice(0, 4)) {
      expect((await dataOf(`/sco/decisions.json?type=${kind.type}`)).total).toBe(kind.all)
      expect((await get('/sco/delivery')).body).toContain(`href="/sco/decisions?type=${kind.type}"`)
    }
  })
  test('it says that these counts show no momentum, since in no year is everything complete', async () => {
    expect(await textOf('/sco/delivery')).toContain(
      'In no year are meetings, decisions, instruments and exercises all on record in full, or nearly.',
    )
    const { output } = await dataOf('/sco/delivery.json')
    const meetings = output.find((row: { kind: string }) => row.kind === 'meetings')
    const of2016 = meetings.cells.find((cell: { year: number }) => cell.year === 2016)
    expect(of2016.count).toBe((await dataOf('/sco/meetings.json?year=2016')).total)
    expect(of2016.firm).toBe(3)
  })
  test('six instruments have a date of entry into force, and its days are those between', async () => {
    expect(await heading('/sco/delivery/instruments')).toBe(
      '45 instruments signed, six with a date of entry into force',
    )
    const { instruments } = await dataOf('/sco/delivery/instruments.json')
    const dated = instruments.filter((one: { days?: object }) => one.days)
    expect(
      dated.map((one: { days: { least: number } }) => one.days.least).sort((a: number, b: number) => a - b),
    ).toEqual([469, 525, 652, 861, 942, 1903])
    // On that day the Treaty of 2007 was signed and not yet in force.
    expect(await heading('/sco/delivery/instruments?on=2012-10-30')).toContain('four with a date')
    expect(await heading('/sco/delivery/instruments?on=2012-10-31')).toContain('five with a date')
  })
  test('commitments are those of the organisation’s own programmes', async () => {
    const { total, commitments } = await dataOf('/sco/delivery/commitments.json')
    expect(total).toBe(63)
    expect(commitments.filter((one: { programme: string }) => one.programme === 'afghanistan-joint-projects')).toEqual(
      [],
    )
    expect((await dataOf('/sco/delivery/commitments.json?outcome=over')).total).toBe(28)
    expect((await dataOf('/sco/delivery/commitments.json?by=CHN&year=2010')).total).toBe(1)
    // The latest date first, and what has none at the end.
    expect(commitments[0].due).toBe('2035')
    expect(commitments.at(-1).due).toBeUndefined()
  })
  test('every number of a proposer leads to a list with as many', async () => {
    const { rows, decisions, programmes } = await dataOf('/sco/delivery/proposers.json')
    expect([decisions, programmes]).toEqual([
      { all: 338, unknown: 264 },
      { all: 59, unknown: 31, fromOutside: 4 },
    ])
    expect((await dataOf('/sco/decisions.json?proposer=not-known')).total).toBe(264)
    expect((await dataOf('/sco/programmes.json?proposer=not-known')).total).toBe(31)
    for (const { participant, decisions: of, programmes: theirs } of rows.slice(0, 3)) {
      expect((await dataOf(`/sco/decisions.json?proposer=${participant}`)).total).toBe(of.all)
      expect((await dataOf(`/sco/decisions.json?proposer=${participant}&outcome=not-adopted`)).total).toBe(
        of['not-adopted'],
      )
      expect((await dataOf(`/sco/programmes.json?proposer=${participant}`)).total).toBe(theirs.length)
    }
  })
  test('coverage of decisions is not said of what was not adopted, nor of who proposed', async () => {
    const stated = async (query: string) =>
      (await dataOf(`/sco/decisions.json${query}`)).years.filter((year: { coverage?: string }) => year.coverage).length
    expect(await stated('')).toBe(31)
    expect(await stated('?outcome=adopted')).toBe(31)
    expect(await stated('?outcome=not-adopted')).toBe(0)
    expect(await stated('?proposer=RUS')).toBe(0)
  })
  test('what was not adopted has each stance with who says so', async () => {
    const { decisions } = await dataOf('/sco/delivery/not-adopted.json')
    const text = await textOf('/sco/delivery/not-adopted')
    expect(decisions).toHaveLength(21)
    const stances = decisions.flatMap((one: { stances?: { attribution: string }[] }) => one.stances ?? [])
    expect(stances.length).toBeGreaterThan(10)
    for (const { attribution } of stances) expect(text).toContain(attribution)
  })
})
