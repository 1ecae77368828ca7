import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capitalised, counted } from '../src/ui/words.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { startServer, type TestServer } from './support/server.ts'

// Search: what is typed is found, or goes where it names, and never breaks.

let house: TestServer
let browser: TestBrowser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startServer(), startBrowser()])
  context = await browser.browser.newContext({ javaScriptEnabled: false, baseURL: house.url, locale: 'en-GB' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const asked = (q: string, more: Record<string, string> = {}) => `?${new URLSearchParams({ q, ...more })}`
const get = (url: string) => house.server.inject({ url })
const data = async (q: string, more: Record<string, string> = {}) =>
  JSON.parse((await get(`/sco/search.json${asked(q, more)}`)).body)
const heading = () => page.getByRole('heading', { level: 1 }).innerText()

describe('what is typed and names one place goes there', () => {
  const places = [
    ['2017-06-09', '/sco/day?on=2017-06-09'],
    ['kaz', '/sco/participants/KAZ'],
    ['chs-2022-samarkand', '/sco/meetings/chs-2022-samarkand'],
    ['IRN-member', '/sco/register/IRN-member'],
    ['IRN-member-as-reported-2022', '/sco/register/IRN-member-as-reported-2022'],
    ['relation/rel-un-observer', '/sco/relations#relation/rel-un-observer'],
    ['free-trade-area', '/sco/programmes/free-trade-area'],
    ['kgz-tjk', '/sco/disputes/kgz-tjk'],
    ['2001-declaration', '/sco/texts/2001-declaration'],
  ] as const
  test.each(places)('%s', async (q, to) => {
    const { statusCode, headers } = await get(`/sco/search${asked(q)}`)
    expect([statusCode, headers.location]).toEqual([302, to])
  })
})

describe('what is typed and names several', () => {
  test('a month leads to its first day and to the lists of its year, and stays on the page', async () => {
    const { statusCode, body } = await get(`/sco/search${asked('2017-06')}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('href="/sco/day?on=2017-06-01"')
    expect(body).toContain('href="/sco/meetings?year=2017"')
  })
  test('the number of a decision leads to every one with that number and to nothing else', async () => {
    const { numbered, hits, texts } = await data('No. 2')
    expect(numbered.length).toBeGreaterThan(0)
    for (const { kind, title } of numbered)
      expect([kind, title]).toEqual(['decision', expect.stringMatching(/^No\. 2\b/)])
    expect([hits, texts.all]).toEqual([[], 0])
  })
})

describe('the text of acts', () => {
  test('what no title holds is found in what acts say, with the words marked', async () => {
    await page.goto('/sco/')
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await page.getByRole('searchbox').fill('red tape barriers')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=red/)
    expect(await heading()).toMatch(/found for “red tape barriers”$/)
    const found = page.getByRole('listitem').filter({ hasText: 'long-term goal' })
    expect(await found.locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['red', 'tape']))
    expect(await found.innerText()).toContain('Stance reported, 23 September 2003')
    await found.getByRole('link', { name: 'the act in the register' }).click()
    expect(page.url()).toContain('/sco/register/stance/free-trade-area/CHN-2003-09-23')
  })
  test('by keyboard alone: the field, the choice, the button', async () => {
    await page.goto('/sco/search')
    const field = page.getByRole('searchbox')
    await field.focus()
    await page.keyboard.type('Samarkand memorandum')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/former=yes/)
    expect(await page.getByRole('checkbox').isChecked()).toBe(true)
    expect(await page.getByRole('searchbox').inputValue()).toBe('Samarkand memorandum')
  })
  test('what no longer counts is found only when asked for, and says so', async () => {
    const ids = async (more: Record<string, string>) =>
      (await data('Iran admission news agency Samarkand', more)).texts.hits.map(
        (hit: { act: { id: string } }) => hit.act.id,
      )
    const late = 'IRN-member-as-reported-2022'
    expect(await ids({})).not.toContain(late)
    expect(await ids({ former: 'yes' })).toContain(late)
    expect(await ids({ known: '463' })).toContain(late)
    expect(
      (await get(`/sco/search${asked('Iran admission news agency Samarkand', { former: 'yes' })}`)).body,
    ).toContain('no longer counts')
  })
  test('what was found by its name is not found again in its text, so the number in the heading is right', async () => {
    const { all, hits, texts } = await data('Samarkand Declaration')
    const named = new Set(hits.map((hit: { id: string }) => hit.id))
    for (const { act } of texts.hits) expect(named.has(act.decision ?? act.meeting ?? act.source ?? act.id)).toBe(false)
    const { body } = await get(`/sco/search${asked('Samarkand Declaration')}`)
    expect(body).toContain(`<h1>${capitalised(counted(all + texts.all, { one: 'thing', many: 'things' }))} found`)
    expect(body).toContain('href="/sco/search.json?q=Samarkand+Declaration"')
  })
})

describe('whatever is typed gets an answer', () => {
  const hostile = [
    `'; drop table register; --`,
    `"quoted" & | ! ( ) <-> :* \\`,
    '%',
    '%%%_',
    'a\0b',
    '\ud800',
    '😀',
    'the of and',
    '<script>alert(1)</script>',
    '<mark>x</mark>',
    '[(.*+?^${',
    'x'.repeat(200),
    '上'.repeat(200),
  ]
  test.each(hostile)('%j', async (q) => {
    const { statusCode, body } = await get(`/sco/search${asked(q)}`)
    expect(statusCode).toBe(200)
    expect(body).toMatch(/found for|Search/)
    expect(body).not.toMatch(/<script|<mark>x|undefined|\[object/)
  })
  test('what is too long is refused with a remedy', async () => {
    for (const q of ['x'.repeat(201), 'word '.repeat(2_000)]) {
      const { statusCode, body } = await get(`/sco/search${asked(q)}`)
      expect(statusCode).toBe(400)
      expect(body).toContain('A search has at most 200 characters')
    }
  })
  test('bytes that are no text', async () => {
    expect((await get('/sco/search?q=%ed%a0%80%ff')).statusCode).toBe(200)
  })
  test('words too common to search for are said to be so', async () => {
    await page.goto(`/concord/search${asked('of the')}`)
    expect(await page.getByRole('main').innerText()).toMatch(/too common to search for|found for/)
    await page.goto(`/concord/search${asked('%')}`)
    expect(await page.getByRole('main').innerText()).toContain('only signs, or words too common')
  })
  test('an organisation with little on record is searched as well', async () => {
    const { texts } = JSON.parse((await get(`/concord/search.json${asked('Laputa application')}`)).body)
    expect(texts.all).toBeGreaterThan(0)
  })
})
