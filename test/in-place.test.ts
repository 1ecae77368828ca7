import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { send } from './support/crowd.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { of, proposal } from './support/negotiating.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'
import { type SeatWindow, seatWindow } from './support/windows.ts'

// A form by which a seat acts shows in place what came of it, in a real browser; without script nothing of this is there.

let house: SeatsHouse
let browser: TestBrowser
let url: string
let arcadia: SeatWindow
let page: Page
let address: string
let count = 0
const trouble: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([seatsHouse({ openSeats: true }), startBrowser()])
  url = await house.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  removeTemporaryFolders()
})
beforeEach(async () => {
  const decision = `lights-${++count}`
  await send(house.registry, of('ARC'), { id: `${decision}-made`, ...proposal({ level: 'council', decision }) })
  arcadia = await seatWindow(browser, url, 'concord', 'delegation:ARC')
  page = arcadia.page
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on(
    'console',
    (said) => said.type() === 'error' && /Content Security/.test(said.text()) && trouble.push(said.text()),
  )
  address = `/concord/run/proposals/${decision}`
  await arcadia.to(address)
  // What is loaded anew has forgotten it.
  await page.evaluate('globalThis.stayed = true')
})
afterEach(async () => {
  await page.context().close()
  expect(trouble.splice(0)).toEqual([])
})

const stayed = () => page.evaluate('globalThis.stayed === true')
const position = () => house.registry.record('concord').position
const main = () => page.locator('main:not([aria-busy])')
const told = () => page.locator('main [role=alert].refused')
const positions = () => page.locator('#positions form').filter({ has: page.locator('[type=radio]') })
const sayIt = () => positions().getByRole('button', { name: 'Say so' })
const reason = () => positions().locator('[name=says]')
/** The form for statements, opened, with words in it that are not sent. */
async function otherWords(): Promise<Locator> {
  await page.locator('summary', { hasText: 'Make a statement' }).click()
  const field = page.getByLabel('What is stated')
  await field.fill('Words for later.')
  return field
}

describe('an act', () => {
  test('shows in place: it is said, the focus is where it came to stand, what was sent is empty, other words stay', async () => {
    const others = await otherWords()
    await positions().locator('[value=reserves]').check()
    await reason().fill('Our treasury looks at it.')
    await sayIt().click()
    const stands = page.locator('#positions .stands')
    await expect.poll(() => stands.innerText()).toBe('Arcadia: reserves its position')
    expect(await page.getByRole('status').innerText()).toMatch(/^Entered at \d\d:\d\d\. The page shows it\.$/)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Positions on revision 1')
    expect(await others.inputValue()).toBe('Words for later.')
    expect(await others.isVisible()).toBe(true)
    expect(await reason().inputValue()).toBe('')
    expect(await positions().locator(':checked').count()).toBe(0)
    expect([await stayed(), new URL(page.url()).pathname, new URL(page.url()).hash]).toEqual([true, address, ''])
    // The stream tells of it as well; that changes nothing.
    await page.waitForTimeout(600)
    expect(await page.getByRole('status').innerText()).toMatch(/^Entered/)
    expect(await others.inputValue()).toBe('Words for later.')
  })

  test('by the keyboard alone', async () => {
    await positions().locator('[value=no-objection]').focus()
    await page.keyboard.press('Space')
    await sayIt().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#positions .stands').innerText()).toBe('Arcadia: no objection')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("#positions") !== null')).toBe(true)
  })

  test('clicked twice is entered once', async () => {
    await positions().locator('[value=no-objection]').check()
    const before = position()
    await sayIt().dblclick()
    await expect.poll(() => page.locator('#positions .stands').innerText()).toBe('Arcadia: no objection')
    await main().waitFor()
    expect(position()).toBe(before + 1)
  })

  test('said again in the same words after something else is said again', async () => {
    const before = position()
    for (const [n, value] of ['no-objection', 'objects', 'no-objection'].entries()) {
      const more = page.locator('#positions summary', { hasText: 'Say something else' })
      if (n > 0) await more.click()
      await positions().locator(`[value=${value}]`).check()
      await reason().fill('In the same words.')
      await sayIt().click()
      await expect.poll(position).toBe(before + n + 1)
      await main().waitFor()
    }
  })

  test('that leads to another page goes there', async () => {
    const chair = await seatWindow(browser, url, 'concord', 'delegation:UTO')
    await chair.to('/concord/run/meetings?body=council')
    await chair.press(chair.page.getByRole('button', { name: 'Open the meeting' }))
    expect(new URL(chair.page.url()).pathname).toMatch(/^\/concord\/run\/meetings\/council-/)
    await chair.page.goBack()
    expect(new URL(chair.page.url()).pathname).toBe('/concord/run/meetings')
    await chair.page.context().close()
  })
})

describe('an act that is refused', () => {
  test('is told beside its form as on a page of its own; nothing that was written is lost', async () => {
    const others = await otherWords()
    await positions().locator('[value=ad-referendum]').check()
    await reason().fill('Subject to the capital.')
    const before = position()
    await sayIt().click()
    await told().waitFor()
    const alone = await page.request.post('/concord/run/acts', {
      form: {
        kind: 'position-taken',
        decision: address.split('/').at(-1) ?? '',
        participant: 'ARC',
        revision: '1',
        position: 'ad-referendum',
      },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    const message = /<h1[^>]*>(.*?)<\/h1>/.exec(await alone.text())?.[1]
    expect(alone.status()).toBeGreaterThanOrEqual(400)
    expect(await told().locator('strong').innerText()).toBe(message)
    expect([position(), await stayed(), new URL(page.url()).pathname]).toEqual([before, true, address])
    const asWritten = async () => {
      expect(await reason().inputValue()).toBe('Subject to the capital.')
      expect(await positions().locator('[value=ad-referendum]').isChecked()).toBe(true)
      expect(await others.inputValue()).toBe('Words for later.')
    }
    await asWritten()
    // Somebody else acts: the page follows, and what was told stays beside the form.
    await send(house.registry, of('UTO'), {
      id: `${count}-m`,
      kind: 'meeting-opened',
      meeting: `m-${count}`,
      body: 'council',
      format: 'expanded',
      agenda: [{ title: 'It', decision: address.split('/').at(-1) }],
    })
    await page.waitForTimeout(1_000)
    expect(await told().locator('strong').innerText()).toBe(message)
    await asWritten()
    await positions().locator('[name=confirmBy]').fill('2034-01-20')
    await sayIt().click()
    await expect.poll(() => page.locator('#positions .stands').innerText()).toContain('ad referendum')
    expect(await told().count()).toBe(0)
  })

  test('a step that is not well filled in: which field, and what is wrong with it', async () => {
    await page.locator('summary', { hasText: 'Make revision 2' }).click()
    const form = page.locator('form[action$="/revise"]')
    await form.getByLabel('Text in English').fill('1. One light.\n\n1. Another.')
    await form.getByRole('button').click()
    await expect.poll(() => told().innerText()).toMatch(/Text in English: .*paragraph 1 stands twice/)
    expect(await form.getByLabel('Text in English').inputValue()).toBe('1. One light.\n\n1. Another.')
    await form.getByLabel('Text in English').fill('1. One light.\n\n2. Another.')
    await form.getByRole('button').click()
    await expect.poll(() => page.locator('main').innerText()).toContain('The text, revision 2')
    expect(await stayed()).toBe(true)
  })
})

describe('a network that fails', () => {
  for (const { says, reaches } of [
    { says: 'before the act arrives', reaches: false },
    { says: 'after it was entered, before the answer', reaches: true },
  ])
    test(`${says}: it is said, what was written stays, and sent again it is one act`, async () => {
      const others = await otherWords()
      await positions().locator('[value=reserves]').check()
      await reason().fill('The line is bad.')
      const before = position()
      await page.route('**/run/acts', async (route) => {
        const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' }
        if (reaches) expect((await route.fetch({ headers })).ok()).toBe(true)
        await route.abort('connectionreset')
      })
      await sayIt().click()
      await expect.poll(() => told().innerText()).toMatch(/^No answer came/)
      // The page may have followed the register meanwhile: what was written stands in its form all the same.
      await page.waitForTimeout(reaches ? 1_000 : 0)
      expect(position()).toBe(before + (reaches ? 1 : 0))
      await page.unroute('**/run/acts')
      expect(await reason().inputValue()).toBe('The line is bad.')
      await sayIt().click()
      await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^Entered/)
      expect(await page.locator('#positions .stands').innerText()).toBe('Arcadia: reserves its position')
      expect([position(), await told().count(), await stayed()]).toEqual([before + 1, 0, true])
      expect(await others.inputValue()).toBe('Words for later.')
    })
})

test('what a page is given in place is what it would be given by itself; without being asked for, nothing is', async () => {
  const visitor = house.visitor()
  await visitor.post('/concord/seat', { seat: 'delegation:ARC' })
  const fields = {
    kind: 'position-taken',
    decision: address.split('/').at(-1) ?? '',
    participant: 'ARC',
    position: 'no-objection',
    back: `${address}#positions`,
  }
  const inPlace = await visitor.post('/concord/run/acts', fields, { 'in-place': address })
  expect([inPlace.statusCode, inPlace.headers['content-location'], inPlace.headers.location]).toEqual([
    200,
    `${address}#positions`,
    undefined,
  ])
  expect(inPlace.body).toBe((await visitor.get(address)).body)
  expect(inPlace.headers['cache-control']).toBe('no-store')
  const elsewhere = await visitor.post(
    '/concord/run/acts',
    { ...fields, position: 'reserves' },
    { 'in-place': '/concord/run' },
  )
  expect([elsewhere.statusCode, elsewhere.headers['content-location'], elsewhere.body]).toEqual([
    200,
    `${address}#positions`,
    '',
  ])
  const plain = await visitor.post('/concord/run/acts', { ...fields, position: 'stands-aside' })
  expect([plain.statusCode, plain.headers.location]).toEqual([303, `${address}#positions`])
})

describe('a form that is sent twice with one id does once what it says', () => {
  test.each([
    {
      form: 'run/meetings/open',
      seat: 'secretariat',
      fields: { body: 'experts', format: 'expanded' },
    },
    {
      form: 'run/proposals/HERE/revise',
      seat: 'delegation:ARC',
      fields: { 'title.en': 'Lights', 'text.en': '1. One.', revision: '2' },
    },
  ])('$form', async ({ form, seat, fields }) => {
    const visitor = house.visitor()
    await visitor.post('/concord/seat', { seat })
    const to = `/concord/${form.replace('HERE', address.split('/').at(-1) ?? '')}`
    const before = position()
    const first = await visitor.post(to, { ...fields, id: `twice-${count}` })
    const second = await visitor.post(to, { ...fields, id: `twice-${count}` })
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(second.headers.location).toBe(first.headers.location)
    expect(position()).toBe(before + 1)
  })
})
