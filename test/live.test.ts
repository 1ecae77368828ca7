import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Act, Entry } from '../src/record/index.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { live, noteOf } from './support/concord.ts'
import { newDataFolder } from './support/databases.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { freePort } from './support/postgres.ts'

// Pages that follow the register, in a real browser; the server in a process that can be ended.

let browser: TestBrowser
let context: BrowserContext
let house: House
let dataFolder: string
let port: number

interface House {
  enter(act: Act): Promise<Entry>
  kill(): Promise<void>
}

async function openHouse(): Promise<House> {
  const script = join(import.meta.dirname, 'support', 'live-child.ts')
  const child = spawn(process.execPath, [script, dataFolder, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    async enter(act) {
      child.stdin.write(`${JSON.stringify(act)}\n`)
      const entry = JSON.parse((await lines.next()).value ?? 'null')
      expect(entry).toHaveProperty('position')
      return entry
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

beforeAll(async () => {
  ;[browser, dataFolder, port] = await Promise.all([startBrowser(), newDataFolder(), freePort()])
  house = await openHouse()
})
afterAll(async () => {
  await browser?.close()
  await house?.kill()
  removeTemporaryFolders()
})
beforeEach(async () => {
  context = await browser.browser.newContext({ baseURL: `http://127.0.0.1:${port}` })
  context.setDefaultTimeout(15_000)
})
afterEach(() => context?.close())

const trouble: string[] = []
async function opened(path = '/concord/following'): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => trouble.push(String(error)))
  const follows = page.waitForResponse((response) => response.url().includes('/live?'))
  await page.goto(path)
  await follows
  return page
}
const newest = (page: Page) => page.locator('.newest li').first().innerText()
const shows = (page: Page, id: string, timeout = 10_000) =>
  expect.poll(() => newest(page), { timeout, interval: 20 }).toBe(id)
const status = (page: Page) => page.getByRole('status').innerText()

let count = 0
const note = () => noteOf(`shown-${++count}`)

describe('a page that follows the register', () => {
  test('what is entered shows on every open page within a second, and is said', async () => {
    const pages = [await opened(), await opened()]
    const milliseconds: number[] = []
    for (const round of [1, 2, 3, 4, 5]) {
      const before = performance.now()
      const { id } = await house.enter(note())
      await Promise.all(pages.map((page) => shows(page, id)))
      milliseconds.push(performance.now() - before)
      for (const page of pages)
        expect(await status(page), `round ${round}`).toMatch(/^The page was brought up to date at \d\d:\d\d\.$/)
    }
    // The middle one: other tests run beside this on the same machine.
    expect(milliseconds.toSorted((a, b) => a - b)[2]).toBeLessThan(1_000)
    expect(trouble).toEqual([])
  })

  test('many at once: the last of them shows', async () => {
    const page = await opened()
    let last = ''
    for (let n = 0; n < 12; n += 1) last = (await house.enter(note())).id
    await shows(page, last)
  })

  test('what its reader has written, opened and reached stays; what was not touched is as it is now', async () => {
    const page = await opened()
    const given = Number(await page.getByLabel('Given').inputValue())
    await page.getByText('More', { exact: true }).click()
    await page.getByLabel('Position').selectOption('against')
    await page.getByLabel('Second').fill('second words')
    const first = page.getByLabel('First')
    await first.fill('some words')
    await first.evaluate((field) =>
      (field as unknown as { setSelectionRange(a: number, b: number): void }).setSelectionRange(5, 5),
    )
    await page.evaluate('scrollTo(0, 300)')
    const { id } = await house.enter(note())
    await shows(page, id)
    await page.keyboard.type('more ')
    expect(await first.inputValue()).toBe('some more words')
    expect(await page.getByLabel('Second').inputValue()).toBe('second words')
    expect(await page.getByLabel('Position').inputValue()).toBe('against')
    expect(await page.getByLabel('Given').inputValue()).toBe(String(given + 1))
    expect(await page.getByText('What is more.').isVisible()).toBe(true)
    expect(await page.evaluate('scrollY')).toBe(300)
    // And once more, for what was put back is still the reader's own.
    await shows(page, (await house.enter(note())).id)
    expect(await first.inputValue()).toBe('some more words')
    expect(trouble).toEqual([])
  })

  test('the focus on a link stays there', async () => {
    const page = await opened()
    await page.getByRole('link', { name: 'A link' }).focus()
    await shows(page, (await house.enter(note())).id)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('A link')
  })

  test('a page about one thing is left alone by others', async () => {
    const page = await opened('/concord/lighthouse')
    const before = await newest(page)
    await house.enter(note())
    const all = await opened()
    await shows(all, (await house.enter(note())).id)
    expect(await newest(page)).toBe(before)
    const { id } = await house.enter(
      live({
        kind: 'decision-recorded',
        id: 'lighthouse-decided',
        decision: 'lighthouse',
        title: 'Lighthouse',
        body: 'council',
        type: 'programme',
        outcome: 'adopted',
        participants: 'members',
      }),
    )
    await shows(page, id)
  })

  test('a server that was killed and started again: it is said, and the page catches up by itself', async () => {
    const page = await opened()
    await page.getByLabel('First').fill('written before')
    await house.kill()
    await expect.poll(() => status(page), { timeout: 10_000 }).toContain('The connection is lost.')
    house = await openHouse()
    // Entered before the page is back, most likely: it is caught up.
    const { id } = await house.enter(note())
    await shows(page, id)
    expect(await status(page)).not.toContain('lost')
    expect(await page.getByLabel('First').inputValue()).toBe('written before')
    await shows(page, (await house.enter(note())).id)
    expect(trouble).toEqual([])
  })

  test('words in a field that is gone are kept in view until its reader has them', async () => {
    const page = await opened()
    await page.getByLabel('Second').fill('words of some weight')
    await shows(page, (await house.enter(noteOf('close-second'))).id)
    expect(await page.locator('[name=second]').count()).toBe(0)
    const kept = page.getByRole('complementary')
    expect(await kept.innerText()).toContain('words of some weight')
    await shows(page, (await house.enter(note())).id)
    expect(await kept.innerText()).toContain('Second')
    await kept.getByRole('button', { name: 'I have it' }).click()
    expect(await kept.count()).toBe(0)
  })

  test('a page as known at an earlier position follows nothing, nor does one that does not ask for it', async () => {
    for (const path of ['/concord/following?known=5', '/concord/day']) {
      const text = await (await fetch(`http://127.0.0.1:${port}${path}`)).text()
      expect(text).toContain('<main id="main">')
      expect(text).not.toContain('<script')
    }
  })
})
