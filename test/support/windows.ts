import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { TestBrowser } from './browser.ts'

/** A window in which one seat is taken, in a browser of its own as far as the server can tell. */
export interface SeatWindow {
  readonly page: Page
  /** Everything that the live stream told this window. */
  readonly heard: readonly string[]
  /** Goes to a page of the house. */
  to(path: string): Promise<void>
  /** Presses a button and waits for what follows, another page or this one brought up to date; a refusal is a fault. */
  press(button: Locator): Promise<void>
}

/** @param seat `delegation:ARC`, `secretariat`, or `public` for whoever takes none */
export async function seatWindow(
  { browser }: TestBrowser,
  url: string,
  organisation: string,
  seat: string,
  options: BrowserContextOptions = {},
): Promise<SeatWindow> {
  const context = await browser.newContext({ baseURL: url, ...options })
  context.setDefaultTimeout(20_000)
  const heard: string[] = []
  if (options.javaScriptEnabled !== false) {
    await context.exposeFunction('heardHere', (said: string) => heard.push(said))
    await context.addInitScript(listening)
  }
  if (seat !== 'public') await takeSeat(context, organisation, seat)
  const page = await context.newPage()
  const press = async (button: Locator) => {
    await Promise.all([follows(page), button.click()])
    const refusal = await page.locator('.refused').allInnerTexts()
    if (refusal.length > 0) throw new Error(`${seat} was refused: ${refusal.join(' ')}`)
  }
  return { page, heard, to: async (path) => void (await page.goto(path)), press }
}

/** Takes a seat as the page of seats does it, without loading it. */
export async function takeSeat({ request }: BrowserContext, organisation: string, seat: string): Promise<void> {
  const taken = await request.post(`/${organisation}/seat`, {
    form: { seat },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  if (taken.status() !== 303) throw new Error(`${seat} could not be taken: ${taken.status()}`)
}

/** The page that follows an act: loaded, or shown in place by its script. */
async function follows(page: Page): Promise<void> {
  const loaded = page.waitForEvent('domcontentloaded')
  const answered = page.waitForResponse((response) => response.request().headers()['in-place'] !== undefined)
  // Whichever does not come gives up long after; nobody waits for it any more.
  for (const one of [loaded, answered]) one.catch(() => {})
  const answer = await Promise.race([loaded.then(() => undefined), answered])
  if (!answer) return
  const there = answer.headers()['content-location']?.split('#')[0]
  if (there !== undefined && there !== new URL(page.url()).pathname) await loaded
  else await page.locator('main:not([aria-busy])').waitFor()
}

/** Whatever comes down the stream is told to the test, before the page has it. */
const listening = `globalThis.EventSource = class extends EventSource {
  constructor(...how) {
    super(...how)
    for (const name of ['here', 'changed', 'message'])
      this.addEventListener(name, (event) => void heardHere([name, event.lastEventId, event.data].join(' ')))
  }
}`

/** Says where its delegation stands, by the form on the page of a proposal. */
export async function takePosition(
  { page, press }: SeatWindow,
  position: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const form = page.locator('#positions form').filter({ has: page.locator('[type=radio][name=position]') })
  const radio = form.locator(`[name=position][value="${position}"]`)
  if (!(await radio.isVisible())) await page.locator('#positions summary', { hasText: 'Say something else' }).click()
  await radio.check()
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).first().fill(value)
  await press(form.getByRole('button', { name: 'Say so' }))
}
