import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'

// The pages of seats to the eye and to a screen reader: wide and narrow, light and dark.

let closed: SeatsHouse
let open: SeatsHouse
let browser: TestBrowser
beforeAll(async () => {
  ;[closed, open, browser] = [await seatsHouse(), await seatsHouse({ openSeats: true }), await startBrowser()]
  for (const { server } of [closed, open]) await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await closed?.close()
  await open?.close()
  removeTemporaryFolders()
})

const addressOf = ({ server }: SeatsHouse) => `http://localhost:${(server.server.address() as AddressInfo).port}`

async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const found = await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${tags} } }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`,
  )
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  return { found, wider }
}

const invite = (seat: 'secretariat' | 'delegation', participant = 'ARC') =>
  closed.accounts.invitations.make({
    organisation: 'concord',
    seat: seat === 'secretariat' ? { kind: seat } : { kind: seat, participant },
    role: 'head',
    validHours: 2,
  })

describe.each([
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 390 },
] as const)('$scheme, $width pixels wide', ({ scheme, width }) => {
  test('no page of seats has a fault, or is wider than the screen', async () => {
    const context = await browser.browser.newContext({ colorScheme: scheme, viewport: { width, height: 800 } })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('console', (message) => trouble.push(message.text()))
    const expectSound = async () => {
      expect({ at: page.url(), ...((await faultsOf(page)) as object) }).toEqual({ at: page.url(), found: [], wider: 0 })
    }
    for (const path of ['/concord/seat', '/mirror/seat']) {
      await page.goto(`${addressOf(open)}${path}`)
      await expectSound()
    }
    await page.goto(`${addressOf(open)}/concord/seat`)
    await page.getByRole('button', { name: 'Arcadia' }).click()
    await expectSound()
    await context.clearCookies()
    for (const path of ['/concord/seat', '/sign-in', `/invitation/${await invite('delegation')}`]) {
      await page.goto(`${addressOf(closed)}${path}`)
      await expectSound()
    }
    await closed.accounts.contacts.add('concord', {
      participant: 'ARC',
      role: 'National coordinator',
      name: 'Ada',
      email: 'ada@arcadia.example',
      phone: '+00 1 22',
    })
    await closed.accounts.invitations.accept(await invite('delegation'), { name: 'Ada' }, '')
    await page.goto(`${addressOf(closed)}/invitation/${await invite('secretariat')}`)
    await page.locator('#name-plain').fill('Sal')
    await page.getByRole('button', { name: 'Accept without a passkey' }).click()
    await page.goto(`${addressOf(closed)}/account`)
    await expectSound()
    await page.goto(`${addressOf(closed)}/concord/delegation?seat=delegation:ARC`)
    await page.getByText('Add a contact').click()
    await page.getByLabel('What it is for').fill('a bot')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByText('It is shown this once').waitFor()
    await expectSound()
    expect(trouble).toEqual([])
    await context.close()
  })
})
