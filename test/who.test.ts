import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/server.ts'

// Who, and between whom: the page of a participant, pairs, disputes, and the way to membership.

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house.close())

async function get(address: string): Promise<{ code: number; body: string }> {
  const { statusCode, body } = await house.server.inject({ url: address })
  return { code: statusCode, body }
}

// biome-ignore lint/suspicious/noExplicitAny: the data of each page has a shape of its own.
async function data(address: string): Promise<any> {
  const { code, body } = await get(address)
  expect(code, address).toBe(200)
  return JSON.parse(body)
}

/** What a reader sees of a page, without its marks. */
function text(body: string): string {
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
}

function hrefs(body: string): string[] {
  return [...body.matchAll(/<a [^>]*?href="([^"]+)"/g)].map((m) => (m[1] ?? '').replaceAll('&#38;', '&'))
}

const pages = [
  '/sco/participants/IND?on=2024-07-05',
  '/sco/participants/RUS',
  '/sco/participants/UN',
  '/sco/pairs',
  '/sco/pairs?a=CHN&b=RUS',
  '/sco/pairs?a=IND&b=PAK&on=2016-01-01',
  '/sco/disputes',
  '/sco/disputes/ind-pak?on=2018-01-01',
  '/sco/accession',
  '/sco/accession?on=2016-01-01',
  '/concord/participants/ERE',
  '/concord/pairs',
  '/concord/pairs?a=UTO&b=ARC',
  '/concord/disputes',
  '/concord/accession',
] as const

describe('every page of this kind', () => {
  const asked = new Set<string>()
  test.each(pages)(
    '%s leads nowhere that is not there, and to nothing on itself that is not there',
    async (address) => {
      const { code, body } = await get(address)
      expect(code).toBe(200)
      const inside = hrefs(body).filter((href) => href.startsWith('#'))
      for (const href of inside) expect(body, href).toContain(`id="${href.slice(1)}"`)
      const others = [
        ...new Set(hrefs(body).flatMap((href) => (href.startsWith('/') ? [href.split('#')[0] ?? ''] : []))),
      ]
      expect(others.length).toBeGreaterThan(8)
      // The register has every act by its id, so a few of those are enough.
      const acts = others.filter((href) => href.includes('/register/'))
      const rest = others.filter((href) => !acts.includes(href) && !asked.has(href))
      for (const href of [...acts.slice(0, 10), ...rest]) {
        asked.add(href)
        expect((await get(href)).code, href).toBe(200)
      }
    },
  )
  test.each(pages)('%s keeps the day in its links, and has no style of its own', async (address) => {
    const { body } = await get(address)
    const day = /on=([\d-]+)/.exec(address)?.[1]
    const [, organisation] = address.split('/')
    const kept = hrefs(body).filter((href) => href.startsWith(`/${organisation}/participants/`))
    if (day) for (const href of kept) expect(href).toContain(`on=${day}`)
    expect(body).not.toMatch(/ style="|<style|<script/)
  })
})

describe('from application to membership', () => {
  test('four became members after the founding, with the least and the most that it can have taken', async () => {
    const { accessions } = await data('/sco/accession.json')
    const rows = accessions.map((one: { participant: string; applicationToMembership?: object }) => [
      one.participant,
      one.applicationToMembership,
    ])
    expect(rows).toEqual([
      ['PAK', { from: '2006', to: '2017-06-09', atLeastDays: 3813, atMostDays: 4177 }],
      ['IRN', { from: '2008', to: '2023-07-04', atLeastDays: 5298, atMostDays: 5663 }],
      ['IND', { from: '2014-09', to: '2017-06-09', atLeastDays: 983, atMostDays: 1012 }],
      ['BLR', { from: '2022-07', to: '2024-07-04', atLeastDays: 704, atMostDays: 734 }],
      ['AZE', undefined],
      ['ARM', undefined],
    ])
  })
  test('the page says it in words, and that an application is not on record where none is', async () => {
    const page = text((await get('/sco/accession')).body)
    expect(page).toContain('Four participants became members after the founding; two others have asked')
    expect(page).toContain('Iran: 14 to 15 years from the first application on record to membership')
    expect(page).toContain('32 to 33 months')
    expect(page).toMatch(/Armenia not on record not on record not on record not on record not agreed 1 September 2025/)
  })
  test('the day before and the day of a membership', async () => {
    const heading = async (day: string) => /<h1>([^<]*)/.exec((await get(`/sco/accession?on=${day}`)).body)?.[1]
    expect(await heading('2017-06-08')).toBe(
      'No participants became members after the founding; three others have asked',
    )
    expect(await heading('2017-06-09')).toBe('Two participants became members after the founding; one other has asked')
  })
  test('a participant with a lane leads to it, another does not', async () => {
    expect(hrefs((await get('/sco/participants/IND')).body)).toContain('/sco/accession#IND')
    expect((await get('/sco/participants/TUR')).body).not.toContain('/sco/accession#')
  })
})

describe('where do China and Russia diverge', () => {
  test('each subject has both, in the order of time, and each position says who says so', async () => {
    const { differ } = await data('/sco/pairs.json?a=CHN&b=RUS')
    const ids = differ.map(({ about }: { about: Record<string, string> }) => about.programme ?? about.decision)
    expect(ids).toEqual([
      'free-trade-area',
      'us-bases-call',
      'enlargement-policy',
      'military-bloc-idea',
      'd-2008-georgia-recognition',
      'd-2010-bank-proposal',
      'development-bank',
      'd-2016-iran-procedure',
      'd-2017-free-trade-discussion',
    ])
    const page = text((await get('/sco/pairs?a=CHN&b=RUS')).body)
    for (const { sides } of differ) {
      for (const { stances, recorded } of sides) {
        for (const { says, attribution } of stances) {
          expect(page).toContain(says.slice(1))
          expect(page).toContain(attribution.slice(1))
        }
        for (const { about, attribution } of recorded) {
          expect(page).toContain(about)
          expect(page).toContain(attribution.slice(1))
        }
      }
    }
  })
  test('on an earlier day only what had been reported by then', async () => {
    const { differ, disputes } = await data('/sco/pairs.json?a=CHN&b=RUS&on=2007-12-31')
    expect(differ.map(({ about }: { about: { programme?: string } }) => about.programme)).toEqual(['us-bases-call'])
    expect(disputes).toHaveLength(3)
  })
  test('the grid counts what the pair shows', async () => {
    const { pairs } = await data('/sco/pairs.json')
    expect(pairs).toHaveLength(45)
    const count = pairs.find(({ between }: { between: string[] }) => between.includes('CHN') && between.includes('RUS'))
    const pair = await data('/sco/pairs.json?a=CHN&b=RUS')
    expect(count).toMatchObject({
      exercises: pair.exercises.length,
      subjects: pair.differ.length,
      disputes: pair.disputes.length,
    })
  })
  test('positions as a table: a row for each, with the act that says it', async () => {
    const rows = (await get('/sco/pairs.csv?a=CHN&b=RUS')).body.trim().split('\r\n')
    expect(rows[0]).toBe('subject,title,participant,date,says,attribution,act')
    const acts = rows.slice(1).map((row) => row.split(',').at(-1))
    expect(acts.length).toBeGreaterThan(60)
    expect((await get(`/sco/register/${acts[0]}`)).code).toBe(200)
  })
})

describe('disputes', () => {
  test('all fourteen are listed, each with its events up to the day', async () => {
    const { total, disputes } = await data('/sco/disputes.json')
    expect(total).toBe(14)
    const events = (list: { events: unknown[] }[]) => list.reduce((sum, { events: all }) => sum + all.length, 0)
    expect(events(disputes)).toBe(78)
    const earlier = await data('/sco/disputes.json?on=2010-01-01')
    expect(earlier.total).toBe(9)
    expect(events(earlier.disputes)).toBeLessThan(40)
  })
  test('the day before it began and the day itself', async () => {
    const page = async (day: string) => text((await get(`/sco/disputes/ind-pak?on=${day}`)).body)
    expect(await page('2015-07-09')).toContain('it begins later')
    expect(await page('2015-07-10')).not.toContain('it begins later')
  })
  test('what comes after the day is there, and is said to be later', async () => {
    const { body } = await get('/sco/disputes/ind-pak?on=2018-01-01')
    expect(text(body)).toContain('Two events on record, 7 after this day')
    expect(body.match(/class="later-act"/g)?.length).toBeGreaterThanOrEqual(7)
  })
})

describe('what a participant did', () => {
  test('the counts at the top are those of the lists they lead to', async () => {
    const did = await data('/sco/participants/IND.json')
    const list = async (part: string) => (await data(`/sco/${part}.json?by=IND`)).total
    expect(did.exercises).toHaveLength(await list('exercises'))
    expect(did.instruments).toHaveLength(await list('instruments'))
    expect(did.decisions).toHaveLength(await list('decisions'))
    expect(did.disputes).toHaveLength(await list('disputes'))
  })
  test('one of a kind is counted as one', async () => {
    const page = (await get('/sco/participants/IRN?on=2010-01-01')).body
    expect(page).toContain('<b>1</b><small>decision that concerned it</small>')
    expect(page).toContain('<b>5</b><small>memberships elsewhere on this day</small>')
  })
  test('nothing later than the day is counted', async () => {
    const did = await data('/sco/participants/IND.json?on=2016-01-01')
    for (const list of ['decisions', 'stances', 'disputes', 'chairs', 'offices'])
      for (const { on } of did[list]) expect(on <= '2016-01-01', list).toBe(true)
    for (const { date } of did.figures) expect(date <= '2016-01-01').toBe(true)
    expect(did.shares).toEqual([])
  })
  test('holders of an office are named with their office and what put them forward', async () => {
    const page = text((await get('/sco/participants/CHN')).body)
    expect(page).toMatch(/Executive Secretary \(later styled Secretary-General\)\s*: Zhang Deguang/)
  })
  test('without anything on record the page says so', async () => {
    const page = await get('/concord/participants/ERE?on=2031-04-01')
    expect(text(page.body)).toContain('No proposal, position, exercise')
  })
})

describe('whoever mistypes is told what there is', () => {
  const cases: readonly [address: string, code: number, says: string][] = [
    ['/sco/pairs?a=chn&b=RUS', 404, 'Perhaps you mean China'],
    ['/sco/pairs?a=CHN&b=CHN', 400, 'Choose two different participants.'],
    ['/sco/pairs?a=CHN&b=RUS&on=2017-13', 400, 'is not a day'],
    ['/sco/disputes/nothing', 404, 'The list of disputes has every one.'],
    ['/sco/disputes?by=nobody', 404, 'Nothing in this list has "nobody"'],
    ['/sco/disputes?page=9', 400, 'This list has no page "9".'],
  ]
  test.each(cases)('%s', async (address, code, says) => {
    const answer = await get(address)
    expect(answer.code).toBe(code)
    expect(text(answer.body)).toContain(says)
  })
  test('one of two is not enough, and the page asks for the other', async () => {
    expect(text((await get('/sco/pairs?a=CHN')).body)).toContain('China is chosen; choose a second one as well.')
  })
})
