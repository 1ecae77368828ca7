import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { startServer, type TestServer } from './support/server.ts'

// Read it: what a visitor does, in a real browser in which no script runs.

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

const heading = () => shown(page.getByRole('heading', { level: 1 }))
const main = () => page.getByRole('main')
const path = () => page.url().slice(house.url.length)

describe('a journalist follows a fact to where it is documented', () => {
  test('first page, a day, a State, a source, the act, and back again', async () => {
    await page.goto('/')
    expect(path()).toBe('/sco/')
    expect(await heading()).toBe('The Shanghai Cooperation Organisation, day by day')
    expect(await shown(page.getByRole('note'))).toContain('Independent and unofficial')

    await page.getByRole('link', { name: /^Start on 9 June 2017/ }).click()
    expect(path()).toBe('/sco/day?on=2017-06-09')
    expect(await heading()).toBe('Eight members, four observers, six dialogue partners')
    expect(await shown(main())).toContain('On this day India and Pakistan became members.')

    await page.getByRole('complementary').getByRole('listitem').getByRole('link', { name: 'India' }).click()
    expect(path()).toBe('/sco/participants/IND?on=2017-06-09')
    expect(await heading()).toBe('India was a member on 9 June 2017')

    const period = page.getByRole('article').filter({ hasText: 'since 9 June 2017' })
    expect(await shown(period)).toContain('on this day')
    const source = period.getByRole('list').last().getByRole('link').first()
    const title = await shown(source)
    await source.click()
    expect(await heading()).toBe(title)

    await page.getByRole('link', { name: 'India became a member.' }).click()
    expect(path()).toBe('/sco/register/IND-member?on=2017-06-09')
    expect(await heading()).toBe('India became a member')
    expect(await main().getByRole('link', { name: title }).count()).toBe(1)
    expect(await shown(main())).toMatch(/SHA-256 of these bytes:\s+[0-9a-f]{64}/)

    await page.getByRole('definition').getByRole('link', { name: '9 June 2017' }).click()
    expect(await heading()).toBe('Eight members, four observers, six dialogue partners')
    for (const back of ['/sco/register/IND-member', '/sco/sources/', '/sco/participants/IND', '/sco/day', '/sco/']) {
      await page.goBack()
      expect(path()).toContain(back)
    }
  })

  test('from day to day by the changes', async () => {
    await page.goto('/sco/day?on=2024-07-05')
    await page.getByRole('link', { name: '← 4 July 2024' }).click()
    expect(await shown(main())).toContain('On this day Belarus became a member.')
    await page.getByRole('link', { name: '1 September 2025 →' }).click()
    expect(await heading()).toBe('Ten members, seventeen SCO partners')
    expect(await page.getByRole('link', { name: /→$/ }).count()).toBe(0)
  })

  test('the day is kept from page to page', async () => {
    await page.goto('/sco/day?on=2012-06-08')
    await page.getByRole('link', { name: 'Who', exact: true }).click()
    expect(await heading()).toBe('Thirteen participants with a status on 8 June 2012')
    await page.getByRole('link', { name: 'Turkey' }).click()
    expect(await heading()).toBe('Turkey held no status on 8 June 2012')
    await page.getByRole('link', { name: 'On a day' }).click()
    expect(path()).toBe('/sco/day?on=2012-06-08')
  })

  test('names and capitals are those of the day', async () => {
    await page.goto('/sco/participants/KAZ?on=2020-01-01')
    expect(await shown(page.locator('dt:text-is("Capital") + dd'))).toBe('Nur-Sultan')
    await page.goto('/sco/participants/KAZ?on=2024-07-04')
    expect(await shown(page.locator('dt:text-is("Capital") + dd'))).toBe('Astana')
    await page.goto('/sco/participants/TUR?on=2024-07-04')
    expect(await heading()).toBe('Türkiye was a dialogue partner on 4 July 2024')
  })
})

describe('the calendar of meetings', () => {
  test('from the months of all years to a year, and from a day to its meeting', async () => {
    await page.goto('/sco/meetings')
    expect(await page.getByRole('img', { name: 'September 2014: three meetings' }).count()).toBe(1)
    await page.getByRole('region', { name: 'Meetings by year and month' }).getByRole('link', { name: '2005' }).click()
    expect(path()).toBe('/sco/meetings?year=2005')
    await page.getByRole('link', { name: /^5 July 2005: / }).click()
    expect(await heading()).toMatch(/Astana, 5 July 2005$/)
  })
  test('on a day with several meetings the day itself is opened', async () => {
    await page.goto('/sco/meetings?year=2016')
    const busy = page.getByRole('link', { name: /^\d+ \w+ 2016: .*; / }).first()
    await busy.click()
    expect(path()).toMatch(/^\/sco\/day\?on=2016-/)
  })
})

describe('a day is chosen with the form', () => {
  test('on the day page', async () => {
    await page.goto('/sco/day')
    await page.getByLabel('As it stood on').fill('2012-06-08')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(path()).toBe('/sco/day?on=2012-06-08&known=')
    expect(await heading()).toBe('Six members, five observers, two dialogue partners')
    expect(await page.getByLabel('As it stood on').inputValue()).toBe('2012-06-08')
  })

  test('on the first page, which leads to the day', async () => {
    await page.goto('/concord/')
    await page.getByLabel('As it stood on').fill('2031-06-02')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(path()).toBe('/concord/day?on=2031-06-02&known=')
    expect(await heading()).toBe('Three full participants, one associate')
  })

  test('on the page of a participant, which stays with it', async () => {
    await page.goto('/sco/participants/BLR?on=2012-01-01')
    expect(await heading()).toBe('Belarus was a dialogue partner on 1 January 2012')
    await page.getByLabel('As it stood on').fill('2020-01-01')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await heading()).toBe('Belarus was an observer on 1 January 2020')
  })
})

describe('what the record said earlier', () => {
  const before = 'Nine members, three observers, ten dialogue partners'
  const today = 'Eight members, four observers, nine dialogue partners'

  test('an earlier state of knowledge shows the mistake, and the way to what is known today', async () => {
    await page.goto('/sco/day?on=2022-12-01')
    expect(await heading()).toBe(today)
    await page.getByLabel('as known').selectOption('463')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(path()).toBe('/sco/day?on=2022-12-01&known=463')
    expect(await heading()).toBe(before)
    expect(await shown(main())).toMatch(/This is what the record said at position 463; it now has \d+\./)

    await page.getByRole('complementary').getByRole('link', { name: 'Iran' }).last().click()
    expect(await heading()).toBe('Iran was a member on 1 December 2022')
    await page.getByRole('link', { name: 'Show what is known now' }).click()
    expect(await heading()).toBe('Iran was an observer on 1 December 2022')
  })

  test('every correction has the mistake beside it, and leads to the day before and after', async () => {
    await page.goto('/sco/changes')
    expect(await heading()).toMatch(/^\w+ corrections of what the record said$/)
    const correction = page.getByRole('article').filter({ hasText: 'Iran became a member' })
    expect(await shown(correction.locator('.struck'))).toBe('On 16 September 2022: Iran became a member.')
    await correction.getByRole('link', { name: 'The day as known before' }).click()
    expect(await heading()).toMatch(/^Nine members/)
    await page.goBack()
    await correction.getByRole('link', { name: 'the same day as known today' }).click()
    expect(await heading()).toMatch(/^Eight members/)
  })
})

describe('who belonged on known days', () => {
  const cases: readonly [address: string, heading: string, says?: string][] = [
    [
      '/sco/day?on=1996-04-25',
      'There was no Shanghai Cooperation Organisation on 25 April 1996',
      'It begins on 26 April 1996',
    ],
    ['/sco/day?on=1996-04-26', 'Five participants in the Shanghai Five', 'On this day China, Kazakhstan'],
    ['/sco/day?on=2001-06-14', 'Five participants in the Shanghai Five'],
    ['/sco/day?on=2001-06-16', 'Six members'],
    ['/sco/day?on=2005-12-31', 'Six members, four observers'],
    ['/sco/day?on=2012-06-08', 'Six members, five observers, two dialogue partners'],
    ['/sco/day?on=2017-06-08', 'Six members, six observers, six dialogue partners'],
    ['/sco/day?on=2017-06-10', 'Eight members, four observers, six dialogue partners', 'Nothing changed on this day.'],
    ['/sco/day?on=2024-07-05', 'Ten members, two observers, fourteen dialogue partners'],
    ['/sco/day?on=2025-09-02', 'Ten members, seventeen SCO partners', 'No later change is on record.'],
    ['/sco/day?on=2026-03-10', 'Ten members, seventeen SCO partners'],
    [
      '/sco/day?on=2026-03-11',
      'Ten members, seventeen SCO partners on 10 March 2026, where the record ends',
      'The record ends on 10 March 2026; what came later is not in it',
    ],
    [
      '/sco/day?on=2022-09-20',
      'Eight members, four observers, nine dialogue partners',
      'Uncertain on this day, and counted: Saudi Arabia',
    ],
    [
      '/sco/day?on=2010-05-01',
      'Six members, four observers, two dialogue partners',
      'In May 2010, perhaps on this day, Sri Lanka',
    ],
    ['/concord/day?on=2031-03-02', 'There was no Concord on 2 March 2031'],
    ['/concord/day?on=2032-10-04', 'Four full participants', 'Laputa left.'],
    [
      '/concord/day?on=2034-01-01',
      'Six full participants, one associate, two correspondents on 31 December 2033, where the record ends',
    ],
  ]
  for (const [address, expected, says] of cases) {
    test(address, async () => {
      await page.goto(address)
      expect(await heading()).toBe(expected)
      if (says) expect(await shown(main())).toContain(says)
      // The number of names in each list is that of the heading's figures.
      const figures = await page.locator('.figures b').allInnerTexts()
      const lists = await page.locator('aside .people').all()
      const lengths = await Promise.all(lists.map((list) => list.getByRole('listitem').count()))
      expect(lengths.map(String)).toEqual(figures.slice(0, lists.length))
      expect(lengths.length === 0).toBe(/^There was no/.test(expected))
    })
  }
})

describe('whoever is lost finds a way', () => {
  test('from a page that is not there', async () => {
    expect((await page.goto('/sco/verdicts'))?.status()).toBe(404)
    expect(await heading()).toBe('Nothing is kept at /sco/verdicts.')
    await main().getByRole('link', { name: 'On a day' }).click()
    expect(await heading()).toMatch(/members/)
  })

  test('from an organisation that is not there', async () => {
    expect((await page.goto('/nobody/day'))?.status()).toBe(404)
    expect(await heading()).toBe('No organisation is kept under "nobody".')
    await main().getByRole('link', { name: '/concord/' }).click()
    expect(await heading()).toBe('The Concord, day by day')
  })

  test('from a code in small letters', async () => {
    expect((await page.goto('/sco/participants/kaz'))?.status()).toBe(404)
    await main().getByRole('link', { name: '/sco/participants/KAZ' }).click()
    expect(await heading()).toMatch(/^Kazakhstan was a member/)
  })

  test('from a day that is none, shown as it was written', async () => {
    const written = '<img src=x onerror=alert(1)> "2017" & \'June\''
    expect((await page.goto(`/sco/day?on=${encodeURIComponent(written)}`))?.status()).toBe(400)
    expect(await heading()).toBe(`"${written}" is not a day.`)
    expect(await page.locator('img').count()).toBe(0)
    expect(await shown(main())).toContain('Write a day as 2017-06-09.')
    await main().getByRole('link', { name: 'The first page' }).click()
    expect(path()).toBe('/sco/')
  })

  test('to the other organisation and back', async () => {
    await page.goto('/sco/')
    await page.getByRole('link', { name: 'Other organisations kept here' }).click()
    expect(await heading()).toBe('Five organisations are kept here')
    await page.getByRole('link', { name: /^Concord/ }).click()
    expect(await shown(page.getByRole('note'))).toContain('A made-up organisation')
  })
})

describe('by keyboard alone', () => {
  test('the first stop is the way past the navigation, and it can be seen', async () => {
    await page.goto('/sco/day?on=2017-06-09')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the page' })
    expect((await focused()).name).toBe('Skip to the page')
    const box = await skip.boundingBox()
    expect(box && box.x >= 0 && box.y >= 0 && box.width > 40).toBe(true)
    await page.keyboard.press('Enter')
    expect(path()).toBe('/sco/day?on=2017-06-09#main')
    await page.keyboard.press('Tab')
    expect(await focused()).toMatchObject({ tag: 'INPUT', name: 'on' })
  })

  test('the stops follow the page: name, navigation, form, steps, timeline, and each can be seen', async () => {
    await page.goto('/sco/day?on=2017-06-09')
    const navigation = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents()
    const stops: Focused[] = []
    for (let press = 0; press < 24; press++) {
      await page.keyboard.press('Tab')
      stops.push(await focused())
    }
    const names = stops.map(({ name }) => name)
    const first = ['Skip to the page', 'Shanghai Cooperation Organisation', ...navigation]
    expect(navigation.length).toBeGreaterThanOrEqual(5)
    expect(names.slice(0, first.length)).toEqual(first)
    // The parts of a date are stops of their own, as many as the browser makes.
    const form = stops.slice(first.length).filter(({ tag }) => tag !== 'INPUT')
    expect(form.slice(0, 4).map(({ tag, name }) => `${tag} ${name}`)).toEqual([
      'SELECT known',
      'BUTTON Show',
      'A ← 16 April 2016',
      'A September 2022 →',
    ])
    expect(form[4]?.inPicture).toBe(true)
    // Inside a date the browser marks the part itself.
    const date = stops.findIndex(({ tag }) => tag === 'INPUT')
    expect(stops.filter(({ seen, tag }, index) => !seen && (tag !== 'INPUT' || index === date))).toEqual([])
  })

  test('a day is chosen without a mouse', async () => {
    await page.goto('/sco/day?on=2017-06-09')
    await page.getByLabel('As it stood on').focus()
    // Month first: the parts stand in the order of the browser's own language.
    await page.keyboard.type('12312005')
    await page.keyboard.press('Enter')
    await page.waitForURL(/on=2005-12-31/)
    expect(await heading()).toBe('Six members, four observers')
  })
})

interface Focused {
  readonly tag: string
  readonly name: string
  readonly inPicture: boolean
  /** Whether an outline, and some of the element itself, is on the screen. */
  readonly seen: boolean
}

function focused(): Promise<Focused> {
  return page.locator('html').evaluate((html) => {
    const element = html.ownerDocument.activeElement
    const { outlineStyle, outlineWidth } = html.ownerDocument.defaultView.getComputedStyle(element)
    const { width, height, left, top } = element.getBoundingClientRect()
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    return {
      tag: element.tagName.toUpperCase(),
      name: element.name || element.textContent.trim(),
      inPicture: element.closest('svg') !== null,
      seen: outlined && width > 0 && height > 0 && left >= 0 && top >= 0,
    }
  })
}

/** The text of an element as a reader sees it, without what is hidden. */
function shown(element: Locator): Promise<string> {
  return element.innerText()
}
