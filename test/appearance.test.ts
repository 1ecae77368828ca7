import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { textOfPdf } from './support/pdf.ts'
import { everyKind, everyOutside, everyRefusal, furtherForms, startServer, type TestServer } from './support/server.ts'

// What a page is to the eye, to a screen reader and on paper.

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }
/** A sheet of A4 less the margins, in CSS pixels. */
const sheet = { width: 672, height: 990 }

let house: TestServer
let browser: TestBrowser
let visitor: BrowserContext
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startServer(), startBrowser()])
  visitor = await browser.browser.newContext({ baseURL: house.url, viewport: wide, colorScheme: 'light' })
  visitor.setDefaultTimeout(30_000)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

interface Visit {
  readonly page: Page
  /** What went wrong while it loaded: messages on the console, and requests that failed or went elsewhere. */
  readonly trouble: readonly string[]
}

/**
 * Opens a page in a tab of its own, wide and light, does something there, and closes it. The tabs share what every page
 * asks for again, such as fonts; a page that leaves something with the visitor fails, for then it might look different
 * after another.
 */
async function visit(address: string, look: (visit: Visit) => Promise<void>): Promise<void> {
  const page = await visitor.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${house.url}/`)) trouble.push(`asked elsewhere: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      trouble.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  try {
    await look({ page, trouble })
    expect(await page.evaluate('localStorage.length + sessionStorage.length'), address).toBe(0)
    expect(await visitor.cookies(), address).toEqual([])
  } finally {
    await page.close()
  }
}

function hrefs(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('${selector}')].map((link) => link.getAttribute('href'))`)
}

/** By how many pixels the page is wider than the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** Without its comments and spaces, so that each page has less to read. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colours = ['color-contrast', 'link-in-text-block']

async function findings(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const run = only ? { type: 'rule', values: only } : { type: 'tag', values: standards }
  const options = JSON.stringify({ runOnly: run, resultTypes: ['violations'], preload: false })
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) =>
      [id, help, target.join(' '), any[0]?.message].filter(Boolean).join(' | '))))`)
}

/** Without a fault for the eye, the ear and the console: wide and narrow, light and dark. */
async function expectSound(address: string): Promise<void> {
  await visit(address, async ({ page, trouble }) => {
    const refused = (everyRefusal as readonly string[]).includes(address)
    const expected = refused ? /Failed to load resource.*40[04]/ : /^$/
    expect(
      trouble.filter((one) => !expected.test(one)),
      address,
    ).toEqual([])

    // Between light and dark only colours differ, so all rules run once for each width.
    expect(await findings(page), `${address}, wide and light`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(page, colours), `${address}, wide and dark`).toEqual([])
    await page.setViewportSize(narrow)
    expect(await findings(page), `${address}, narrow and dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await findings(page, colours), `${address}, narrow and light`).toEqual([])

    expect(await overflow(page), `${address} is too wide for ${narrow.width}`).toBe(0)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page), `${address} is too wide for 320`).toBe(0)
  })
}

describe.concurrent('every kind of page, light and dark, wide and narrow', () => {
  test.each([...everyKind, ...everyOutside, ...everyRefusal])('%s', expectSound)

  // Made of the same parts as those above, so each is looked at once, where there is least room and least light.
  test.each(furtherForms)('%s, narrow and dark', async (address) => {
    await visit(address, async ({ page, trouble }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize(narrow)
      expect(trouble, address).toEqual([])
      expect(await findings(page), address).toEqual([])
      expect(await overflow(page), `${address} is too wide for ${narrow.width}`).toBe(0)
    })
  })

  test('whatever else the navigation leads to, and the first page beyond it', async () => {
    const listed = new Set(everyKind.map((address) => address.split('?')[0]))
    let groups: string[] = []
    await visit('/sco/', async ({ page }) => {
      groups = await hrefs(page, 'header nav a')
    })
    const parts = new Set(groups)
    for (const group of groups) {
      await visit(group, async ({ page }) => {
        for (const part of await hrefs(page, 'header nav a')) parts.add(part)
      })
    }
    for (const part of [...parts].filter((one) => !listed.has(one))) {
      await expectSound(part)
      await visit(part, async ({ page }) => {
        const beyond = (await hrefs(page, 'main a')).find((href) => href.startsWith(`${part}/`))
        if (beyond) await expectSound(beyond)
      })
    }
    // One page after another, in four ways each.
  }, 300_000)
})

describe('the eye', () => {
  test('dark is dark and light is light', async () => {
    await visit('/sco/', async ({ page }) => {
      expect(brightness(await paper(page))).toBeGreaterThan(230)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(brightness(await paper(page))).toBeLessThan(50)
    })
  })

  test('a narrow screen has pictures of its own, not the wide ones made smaller', async () => {
    await visit('/sco/day?on=2024-07-05', async ({ page }) => {
      const seen = () => Promise.all(['.lanes-wide', '.lanes-narrow'].map((one) => page.locator(one).isVisible()))
      expect(await seen()).toEqual([true, false])
      await page.setViewportSize(narrow)
      expect(await seen()).toEqual([false, true])
      const heights = await page.evaluate<number[]>(`[...document.querySelectorAll('svg text')]
        .filter((text) => text.checkVisibility()).map((text) => text.getBoundingClientRect().height)`)
      expect(heights.length).toBeGreaterThan(40)
      expect(Math.min(...heights)).toBeGreaterThan(11)
    })
  })
})

function paper(page: Page): Promise<string> {
  return page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
}

describe('letters of three scripts come with the program', () => {
  const cases: readonly [says: string, address: string, selector: string, font: RegExp][] = [
    ['Chinese on the first page', '/sco/', '[lang=zh]', /Noto Sans SC/],
    ['Chinese in the list of participants', '/sco/participants', 'td[lang=zh]', /Noto Sans SC/],
    ['Chinese on the page of a participant', '/sco/participants/KAZ', '[lang=zh]', /Noto Sans SC/],
    ['Russian', '/sco/participants', 'td[lang=ru]', /Inter/],
    ['English headings', '/sco/day?on=2017-06-09', 'h1', /Source Serif/],
    ['English text', '/sco/day?on=2017-06-09', '.list a', /Inter/],
    ['arrows', '/sco/day?on=2017-06-09', '.steps a', /Inter/],
  ]
  for (const [says, address, selector, font] of cases) {
    test(says, async () => {
      await visit(address, async ({ page }) => {
        const used = await fontsOf(page, selector)
        expect(used.length).toBeGreaterThan(0)
        expect(used.filter(({ family, ours }) => !(ours && font.test(family)))).toEqual([])
      })
    })
  }

  test('a page without Chinese does not ask for the Chinese font', async () => {
    await visit('/sco/coverage', async ({ page }) => {
      expect(await page.locator('link[href^="/assets/zh/"]').count()).toBe(0)
    })
  })
})

/** The fonts in which every element that a selector finds was really drawn. */
async function fontsOf(page: Page, selector: string): Promise<{ family: string; ours: boolean }[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument')
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const used = await Promise.all(nodeIds.map((nodeId) => client.send('CSS.getPlatformFontsForNode', { nodeId })))
  await client.detach()
  return used.flatMap(({ fonts }) => fonts.map((font) => ({ family: font.familyName, ours: font.isCustomFont })))
}

describe('on paper', () => {
  test('the banner and the text are there, what is for the hand is not, and everything fits', async () => {
    await visit('/sco/day?on=2024-07-05', async ({ page }) => {
      await page.setViewportSize(sheet)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect(await page.getByRole('note').isVisible()).toBe(true)
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
      for (const selector of ['header nav', 'form', '.steps', '.skip']) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false)
      }
      // What a reader would have to unfold is unfolded.
      expect(await page.getByRole('cell', { name: 'SCO partner' }).first().isVisible()).toBe(true)
      expect(await page.locator('.lanes-wide').isVisible()).toBe(true)
      expect(brightness(await paper(page))).toBe(255)
      expect(await overflow(page)).toBe(0)
    })
  })

  for (const [address, banner] of [
    ['/sco/day?on=2024-07-05', 'Independent and unofficial'],
    ['/concord/day?on=2032-10-04', 'A made-up organisation'],
  ] as const) {
    test(`the PDF of ${address} says what it is`, async () => {
      await visit(address, async ({ page }) => {
        // Where a line ends there is no space.
        const text = textOfPdf(await page.pdf({ format: 'A4' })).replaceAll(' ', '')
        const title = (await page.title()).split(' on ')[0] ?? ''
        expect(text).toContain(banner.replaceAll(' ', ''))
        expect(text).toContain(title.replaceAll(' ', ''))
        expect(text).not.toContain('Asitstoodon')
      })
    })
  }
})

function brightness(colour: string): number {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
  return channels.reduce((sum, channel) => sum + channel, 0) / 3
}
