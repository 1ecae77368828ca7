import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide, readQuestion } from '../src/rules/index.ts'
import examples from '../src/ui/own-examples.json' with { type: 'json' }
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { startServer, type TestServer } from './support/server.ts'

// A rule of one's own: the same result by script at once and, without script, from the server.

let house: TestServer
let browser: TestBrowser
let withScript: BrowserContext
let without: BrowserContext
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startServer(), startBrowser()])
  withScript = await browser.browser.newContext({ baseURL: house.url })
  without = await browser.browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  for (const context of [withScript, without]) context.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const result = (page: Page) => page.getByRole('region', { name: 'The result' }).innerText()
const standing = (page: Page, row: number) => page.getByLabel('Position', { exact: true }).nth(row)

async function opened(context: BrowserContext, address: string): Promise<{ page: Page; trouble: string[] }> {
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(String(error)))
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, trouble }
}

describe.each(examples)('the example "$says"', ({ id, question }) => {
  test('gives what the evaluator gives, with script and without', async () => {
    const { outcome, reasons } = decide(question as never)
    const scripted = await opened(withScript, `/write-your-own?example=${id}`)
    const plain = await opened(without, `/write-your-own?example=${id}`)
    const shown = await result(plain.page)
    expect(await result(scripted.page)).toBe(shown)
    expect(shown).toContain({ adopted: 'Adopted', 'not-adopted': 'Not adopted', 'no-quorum': 'No quorum' }[outcome])
    for (const { text, article } of reasons) {
      expect(shown).toContain(text)
      if (article) expect(shown).toContain(article)
    }
    expect(scripted.trouble).toEqual([])
    for (const { page } of [scripted, plain]) await page.close()
  })

  test('a position changed: by script at once and without asking anybody, by the button the same', async () => {
    const scripted = await opened(withScript, `/write-your-own?example=${id}`)
    const plain = await opened(without, `/write-your-own?example=${id}`)
    const before = await result(plain.page)
    await scripted.page.context().setOffline(true)
    for (const row of [0, 1, 2]) {
      await standing(scripted.page, row).selectOption('absent')
      await standing(plain.page, row).selectOption('absent')
    }
    await plain.page.getByRole('button', { name: 'Decide' }).click()
    const after = await result(plain.page)
    expect(after).not.toBe(before)
    expect(await result(scripted.page)).toBe(after)
    await scripted.page.context().setOffline(false)
    // The address that is offered leads another reader to the same.
    const address = await scripted.page.getByRole('link', { name: 'The address of this question' }).getAttribute('href')
    await plain.page.goto(address ?? '')
    expect(await result(plain.page)).toBe(after)
    for (const { page } of [scripted, plain]) await page.close()
  })
})

describe('by hand', () => {
  test('a rule that cannot be read is said beside it, and when it is put right the result is back', async () => {
    const { page } = await opened(withScript, '/write-your-own')
    const rule = page.getByLabel('The rule, as JSON')
    await rule.fill('{"kind": "majorty"}')
    await page.getByText('"majorty" is no kind of rule').waitFor()
    expect(await rule.getAttribute('aria-invalid')).toBe('true')
    expect(await result(page)).toContain('No result yet')
    await rule.fill('{"kind": "majority", "share": [1, 2], "strict": true}')
    await page.getByText('3 of 4').waitFor()
    expect(await rule.getAttribute('aria-invalid')).toBeNull()
    expect(await result(page)).toContain('Adopted')
    expect(await page.locator('#in-words').innerText()).toContain('more than 1 in 2')
    await page.close()
  })
  test('columns come when the rule speaks of them, and a participant can be added', async () => {
    const { page } = await opened(withScript, '/write-your-own')
    const tags = page.getByLabel('Tags')
    expect(await tags.first().isVisible()).toBe(false)
    await page.getByLabel('The rule, as JSON').fill('{"kind": "threshold", "yes": 4, "noneAgainstFrom": "old"}')
    await page.getByText('nobody entitled bears the tag "old"').waitFor()
    await page.getByRole('button', { name: 'Add a participant' }).click()
    await page.keyboard.type('Brobdingnag')
    await page.keyboard.press('Tab')
    await page.keyboard.type('old')
    await page.getByText('4 in favour; 4 needed').waitFor()
    expect(await result(page)).toContain('Adopted')
    await standing(page, 7).selectOption('against')
    await page.getByText('a veto').waitFor()
    expect(await result(page)).toContain('Brobdingnag')
    await page.close()
  })
  test('without script an empty row is there to be filled, and another comes with the answer', async () => {
    const { page } = await opened(without, '/write-your-own')
    await page.getByLabel('Participant', { exact: true }).nth(5).fill('Brobdingnag')
    await standing(page, 5).selectOption('against')
    await page.getByRole('button', { name: 'Decide' }).click()
    expect(await result(page)).toContain('Brobdingnag objected')
    expect(await page.getByLabel('Participant', { exact: true }).count()).toBe(8)
    expect(await page.getByRole('button', { name: 'Add a participant' }).isVisible()).toBe(false)
    await page.close()
  })
  test('the question on the page is one that the evaluator reads', async () => {
    const { page } = await opened(without, '/write-your-own?example=veto')
    await page.getByText('The question as JSON').click()
    const question = readQuestion(JSON.parse(await page.locator('#question').innerText()))
    expect(question).toMatchObject({ entitled: expect.any(Array) })
    expect(decide(question as never).decisive).toEqual(['C'])
    await page.close()
  })
})

describe('the address', () => {
  const get = (address: string) => house.server.inject({ url: address })
  test('as data: the question and what follows', async () => {
    const { question, decision } = (await get('/write-your-own.json?example=double')).json()
    expect(decision).toEqual(decide(question))
  })
  test('what cannot be read, as data, names each field', async () => {
    const answer = await get('/write-your-own.json?rule=%7B&who=A&stands=for')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ refused: 'unreadable-question', faults: [{ field: 'rule' }] })
  })
  test('too long: refused with what to do instead', async () => {
    const answer = await get(`/write-your-own?rule=${'x'.repeat(8_000)}`)
    expect(answer.statusCode).toBe(414)
    expect(answer.body).toContain('chancery decide -')
  })
  test('an example that there is not', async () => {
    expect((await get('/write-your-own?example=nothing')).statusCode).toBe(404)
  })
  test('text in the address stays text', async () => {
    const answer = await get(
      `/write-your-own?rule=${encodeURIComponent('</textarea><script>x</script>')}&who=A&stands=for`,
    )
    expect(answer.body).not.toContain('<script>x')
  })
  test('a rule of an organisation leads here, with those who belonged on the day', async () => {
    const rule = (await get('/security-council/rules/substance?on=1970-01-01')).body
    const address = /href="(\/write-your-own\?rule=[^"]*)"/.exec(rule)?.[1]?.replaceAll('&#38;', '&') ?? ''
    const { question } = (await get(address.replace('/write-your-own?', '/write-your-own.json?'))).json()
    expect(question.rule).toMatchObject({ kind: 'threshold', yes: 9, noneAgainstFrom: 'permanent-member' })
    expect(question.entitled).toHaveLength(5)
  })
})
