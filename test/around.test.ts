import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeEdition } from './support/editions.ts'
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts'
import { startServer, type TestServer } from './support/server.ts'

// The machinery and the neighbourhood: offices, chairs, budget, neighbours, relations, figures, as pages and as data.

let house: TestServer
beforeAll(async () => {
  // An organisation of which nothing is on record but that it is there.
  const league = join(temporaryFolder(), 'league')
  writeEdition(league, [])
  house = await startServer(league)
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

// biome-ignore lint/suspicious/noExplicitAny: the data of each page has a shape of its own, which its test reads.
type Data = any

async function get(url: string) {
  const { statusCode, headers, body } = await house.server.inject({ url })
  return { code: statusCode, type: String(headers['content-type']), body }
}
const dataOf = async (url: string): Promise<Data> => JSON.parse((await get(url)).body)
const heading = async (url: string) => decoded(/<h1>(.*?)<\/h1>/s.exec((await get(url)).body)?.[1] ?? '')
const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

const parts = ['offices', 'neighbours', 'relations', 'figures'] as const
const pages = [
  '/sco/offices',
  '/sco/offices?on=1999-01-01',
  '/sco/offices?on=2010-06-11',
  '/sco/neighbours',
  '/sco/neighbours?on=1990-01-01',
  '/sco/neighbours/CSTO',
  '/sco/neighbours/SCO',
  '/sco/neighbours/CICA',
  '/sco/neighbours/US-BASE?on=2004-01-01',
  '/sco/relations',
  '/sco/relations?on=2000-01-01',
  '/sco/figures',
  '/sco/figures?on=2000-01-01',
  '/sco/figures/population',
  '/sco/figures/armed-forces',
  '/sco/figures/nuclear-weapons',
  '/sco/bodies/secretariat',
  ...parts.flatMap((part) => [`/concord/${part}`, `/league/${part}`]),
]

describe('every page', () => {
  test.each(pages)('%s is whole, without script and without styles of its own', async (address) => {
    const { code, body } = await get(address)
    expect(code).toBe(200)
    expect(body.match(/<h1>/g)).toHaveLength(1)
    expect(body).not.toMatch(/<script|style="|NaN|undefined|Infinity|\[object/)
    expect((await get(address.replace(/(\?|$)/, '.json$1'))).type).toContain('application/json')
  })
  test.each(parts)('%s of an organisation that has none says so and leads on', async (part) => {
    const { body } = await get(`/league/${part}`)
    expect(body).toMatch(/No (office|other organisation|figure)|None is on record|on record/)
    expect(body.slice(body.indexOf('<main'))).toMatch(/<a href="\/league\//)
    expect((await get(`/league/${part}.csv`)).body.trim().split('\r\n')).toHaveLength(1)
  })
  test.each([
    ['/sco/neighbours/nobody', 404],
    ['/sco/neighbours/csto', 404],
    ['/sco/figures/happiness', 404],
    ['/sco/figures.csv?indicator=happiness', 404],
    ['/sco/relations?type=marriage', 404],
    ['/sco/relations?page=9', 400],
    ['/sco/offices?on=2013-02', 400],
    ['/sco/neighbours/%3Cscript%3E', 404],
  ])('%s is refused with a remedy', async (address, code) => {
    const answer = await get(address)
    expect(answer.code).toBe(code)
    expect(answer.body).toMatch(/class="lede"/)
    expect(answer.body).not.toContain('<script')
  })
  test('whoever writes a neighbour in small letters is told the address that exists', async () => {
    expect((await get('/sco/neighbours/csto')).body).toContain('<a href="/sco/neighbours/CSTO">')
  })
})

describe('offices and chairs', () => {
  test('who led and who had the chair changes on the day itself', async () => {
    expect(await heading('/sco/offices?on=2019-06-13')).toMatch(
      /^Kyrgyzstan in the chair, the Secretary-General from Uzb/,
    )
    expect(await heading('/sco/offices?on=2019-06-14')).toMatch(/^Russia in the chair/)
    expect(await heading('/sco/offices?on=2018-12-31')).toContain('the Secretary-General from Tajikistan')
    expect(await heading('/sco/offices?on=2019-01-01')).toContain('the Secretary-General from Uzbekistan')
  })
  test('inside the year of a change either may hold the office, and the heading names neither', async () => {
    const { offices } = await dataOf('/sco/offices.json?on=2007-05-01')
    const director = offices.find((one: Data) => one.office === 'rats-director')
    expect(director.terms.filter((term: Data) => term.onDay === 'uncertain')).toHaveLength(2)
    expect(await heading('/sco/offices?on=2007-05-01')).not.toContain('Director')
  })
  test('that a State put the holder forward is not said for sure where it was not read', async () => {
    expect(await heading('/sco/offices?on=2008-06-01')).toContain(
      'Director of the RATS Executive Committee perhaps from Kyrgyzstan',
    )
    expect(await heading('/sco/offices?on=2017-06-09')).toContain(
      'Director of the RATS Executive Committee from Russia',
    )
  })
  test('all terms and chairs are there, and a chair without an end on record is not said to go on', async () => {
    const { offices, chairs } = await dataOf('/sco/offices.json')
    expect(offices.flatMap((one: Data) => one.terms)).toHaveLength(17)
    expect(chairs.find((one: Data) => one.body === 'chs').periods).toHaveLength(25)
    expect(chairs.find((one: Data) => one.body === 'chg').meetings).toHaveLength(25)
    const council = offices.find((one: Data) => one.office === 'rats-council-chair')
    expect(council.terms.map((term: Data) => term.onDay)).toEqual(['end-not-on-record'])
  })
  test('the page of a body names its chief on the day', async () => {
    expect((await get('/sco/bodies/secretariat?on=2014-01-01')).body).toContain('Dmitry Mezentsev')
    expect((await get('/sco/bodies/secretariat?on=2017-01-01')).body).not.toContain('Dmitry Mezentsev')
  })
})

describe('money and posts', () => {
  test('what is not on record is said to be so', async () => {
    const { body } = await get('/sco/offices')
    expect(body).toContain('<dt>Total of the budget</dt><dd>not on record</dd>')
    expect(body).toContain('<dt>Posts, in all and by body</dt><dd>not on record</dd>')
    expect((await get('/sco/offices?on=2014-01-01')).body).not.toContain('Iran: 4')
    expect(body).toContain('Iran: 4')
  })
  test('the shares in force stand beside the mandates', async () => {
    const { body } = await get('/sco/offices')
    const card = body.slice(body.indexOf('Money and posts'), body.indexOf('Who led them'))
    expect(card).toContain('Russia 17.6, China 17.6, Kazakhstan 15.2')
    expect(card).toContain('Depositary of SCO documents')
    const then = (await get('/sco/offices?on=2024-06-01')).body
    expect(then).toContain('Kazakhstan 16.4, Iran 5.8; the others were not read')
  })
  test('four of five scales add up to a hundred; of the other two shares were read', async () => {
    const { budget } = await dataOf('/sco/offices.json')
    expect(budget.total).toBeNull()
    expect(budget.schemes.map((one: Data) => [one.scheme, one.sum, one.complete])).toEqual([
      ['budget-2003', 100, true],
      ['budget-2003-amended', 100, true],
      ['budget-2018', 100, true],
      ['budget-2024', 22.2, false],
      ['budget-2025', 100, true],
    ])
    expect(budget.schemes[3].notRead).toHaveLength(7)
  })
})

describe('the neighbourhood', () => {
  const belongs = async (day: string, neighbour: string, participant: string) => {
    const { onDay } = await dataOf(`/sco/neighbours.json?on=${day}`)
    return onDay.find((one: Data) => one.neighbour === neighbour && one.participant === participant)
  }
  test('a membership ends on its day, and freezes in its month', async () => {
    expect(await belongs('2012-06-27', 'CSTO', 'UZB')).toMatchObject({ as: 'member', certainty: 'holds' })
    expect(await belongs('2012-06-28', 'CSTO', 'UZB')).toBeUndefined()
    expect(await belongs('2024-01-31', 'CSTO', 'ARM')).toMatchObject({ frozen: false })
    expect(await belongs('2024-02-01', 'CSTO', 'ARM')).toMatchObject({ frozen: true })
    expect(await belongs('2024-02-01', 'CICA', 'BLR')).toMatchObject({ as: 'observer', certainty: 'uncertain' })
  })
  test('the overlap is that of the members of each year', async () => {
    const { overlap, unverified, memberships } = await dataOf('/sco/neighbours.json')
    const row = overlap.rows.find((one: Data) => one.neighbour === 'CSTO')
    const both = (year: number) => row.cells.find((cell: Data) => cell.year === year).both.length
    expect([2005, 2006, 2011, 2012, 2023, 2024].map(both)).toEqual([4, 5, 5, 4, 4, 5])
    expect([unverified, memberships.length]).toEqual([176, 259])
    expect((await get('/sco/neighbours')).body).toContain('Of 259 memberships on record 176 are marked unverified')
  })
  test('twelve features of eight organisations, the organisation itself first', async () => {
    const { features } = await dataOf('/sco/neighbours.json')
    const values = Map.groupBy(features, (one: Data) => one.value)
    expect(['yes', 'partial', 'no'].map((value) => values.get(value)?.length)).toEqual([28, 20, 48])
    expect(features.slice(0, 8).map((one: Data) => one.neighbour)[0]).toBe('SCO')
  })
  test('every membership leads to its act', async () => {
    const { onDay } = await dataOf('/sco/neighbours.json')
    const { body } = await get('/sco/neighbours')
    const withStatus = onDay.filter((one: Data) => body.includes(`href="/sco/register/${one.act}"`))
    expect(withStatus.length).toBeGreaterThan(200)
  })
})

describe('relations', () => {
  test('are narrowed by kind, by year and by whom', async () => {
    const total = async (query: string) => (await dataOf(`/sco/relations.json${query}`)).total
    expect(await total('')).toBe(33)
    expect(await total('?type=resolution')).toBe(5)
    expect(await total('?by=ESCAP')).toBe(4)
    expect(await total('?by=CIS&year=2025')).toBe(2)
    expect(await total('?on=2004-12-01')).toBe(0)
    expect(await total('?on=2004-12-02')).toBe(1)
  })
  test('lead to their decisions', async () => {
    expect((await get('/sco/relations')).body).toContain('/sco/decisions/d-2007-csto-memorandum')
  })
})

describe('weight in figures', () => {
  const weights = async (indicator: string, query = '') =>
    (await dataOf(`/sco/figures/${indicator}.json${query}`)).weights as Data[]
  test('is summed over the members of each year, all of whom have a figure of population and economy', async () => {
    for (const indicator of ['population', 'gdp-current']) {
      for (const one of await weights(indicator)) expect(one.complete, `${indicator} ${one.year}`).toBe(true)
    }
    expect((await weights('population')).map(({ year, shares }) => [year, shares.length])).toEqual([
      [2001, 6],
      [2005, 6],
      [2008, 6],
      [2014, 6],
      [2017, 8],
      [2023, 9],
      [2024, 10],
    ])
    expect((await weights('population')).at(-1)?.sum).toBe(3_430_181_398)
  })
  test('is partial where a member has no figure, and says who', async () => {
    const oil = await weights('oil-production')
    expect(oil.map(({ year, missing }) => [year, missing])).toEqual([
      [2008, ['KGZ', 'TJK']],
      [2014, ['KGZ', 'TJK']],
      [2023, []],
    ])
    expect((await get('/sco/figures/oil-production')).body).toContain('2008 without Kyrgyzstan and Tajikistan')
  })
  test('two series of armed forces are never one', async () => {
    expect((await weights('armed-forces')).map(({ year, series }) => [year, series])).toEqual([
      [2008, 1],
      [2014, 1],
      [2023, 2],
    ])
    expect((await get('/sco/figures/armed-forces')).body).toContain('they are not compared')
  })
  test('of years that had ended by the day', async () => {
    expect((await weights('population', '?on=2014-12-30')).at(-1)?.year).toBe(2008)
    expect((await weights('population', '?on=2014-12-31')).at(-1)?.year).toBe(2014)
  })
  test('every source is credited, with its licence', async () => {
    const { body } = await get('/sco/figures')
    for (const credit of ['World Bank', 'CC BY 4.0', 'Energy Institute', 'The World Factbook', 'Correlates of War'])
      expect(body).toContain(credit)
  })
  test('the file has every figure, or those of one indicator', async () => {
    const rows = async (query: string) => (await get(`/sco/figures.csv${query}`)).body.trim().split('\r\n').length - 1
    expect(await rows('')).toBe(841)
    expect(await rows('?indicator=area')).toBe(27)
  })
})
