import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'

// A text from proposal to the next level, in a browser that runs no script.

let house: SeatsHouse
let browser: TestBrowser
let url: string
beforeAll(async () => {
  ;[house, browser] = await Promise.all([seatsHouse({ openSeats: true }), startBrowser()])
  url = await house.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  removeTemporaryFolders()
})

async function seatedAs(seat: string): Promise<Page> {
  const context = await browser.browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/concord/seat')
  await page.locator(`button[value="${seat}"]`).click()
  return page
}

test('propose, revise, forward: on a telephone, without script', async () => {
  const arcadia = await seatedAs('delegation:ARC')
  await arcadia.goto('/concord/run')
  await arcadia.getByRole('link', { name: 'Propose something' }).click()
  await arcadia.getByLabel('Body that decides').selectOption('experts>council')
  await arcadia.getByLabel('Type of the matter').fill('decision')
  await arcadia.getByLabel('Title in English').fill('Harbour lights')
  await arcadia.getByRole('button', { name: 'See what the rules say' }).click()
  expect(await arcadia.locator('#rules-say').innerText()).toContain('It would be in order.')
  // What was typed is still there.
  expect(await arcadia.getByLabel('Title in English').inputValue()).toBe('Harbour lights')
  await arcadia.getByLabel('Text in English').fill('1. One light.\n\n1. Another.')
  await arcadia.getByRole('button', { name: 'Propose it' }).click()
  expect(await arcadia.locator('.fault').allInnerTexts()).toEqual([expect.stringContaining('paragraph 1 stands twice')])
  await arcadia.getByLabel('Text in English').fill('Every harbour shows a light.\n\nThe light is green.')
  await arcadia.getByRole('button', { name: 'Propose it' }).click()
  expect(await arcadia.locator('h1').innerText()).toBe('Harbour lights')
  expect(await arcadia.locator('.draft .no').allInnerTexts()).toEqual(['1', '2'])

  await arcadia.getByText('Make revision 2').first().click()
  const revision = arcadia.locator('form[action$="/revise"]')
  await revision.getByLabel('Text in English').fill('1. Every harbour shows a light.\n\n2. The light is red.')
  await revision.getByRole('button').click()
  expect(await arcadia.locator('ins').allInnerTexts()).toEqual(['red'])
  expect(await arcadia.locator('del').allInnerTexts()).toEqual(['green'])
  const wide = await arcadia.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(390)

  const chair = await seatedAs('delegation:UTO')
  await chair.goto(arcadia.url())
  await chair.getByText('Forward to').first().click()
  await chair.getByLabel('Points left open').fill('2: the colour')
  await chair.locator('form[action$="/forward"] button').click()
  expect(await chair.locator('.ladder [aria-current="step"]').innerText()).toContain('Committee of Coordinators')
  expect(await chair.locator('.open-points').innerText()).toContain('the colour')
  await chair.goto('/concord/run')
  expect(await chair.locator('h2').first().innerText()).toBe('Committee of Coordinators')
})
