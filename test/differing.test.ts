import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser, type TestBrowser } from './support/browser.ts'

// Of a page that is brought up to date only what differs is made anew, in a real browser.

let browser: TestBrowser
let page: Page
beforeAll(async () => {
  browser = await startBrowser()
  page = await browser.browser.newPage()
  const script = readFileSync(new URL('../src/ui/assets/differing.js', import.meta.url), 'utf8')
  await page.route('http://house.test/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { body: script, contentType: 'text/javascript' }
        : { body: '<!doctype html><main></main>', contentType: 'text/html' },
    ),
  )
  await page.goto('http://house.test/')
  await page.evaluate(helpers)
})
afterAll(() => browser?.close())

/** In the page: `bring(was, fresh, meanwhile)` shows one content, lets something happen to it, and brings it up to date. */
const helpers = `import('http://house.test/differing.js').then(({ changesIn, put }) => {
  const part = (content) => new DOMParser().parseFromString('<main>' + content + '</main>', 'text/html').querySelector('main')
  globalThis.bring = (was, fresh, meanwhile = () => {}) => {
    const old = document.querySelector('main')
    old.replaceChildren(...document.importNode(part(was), true).childNodes)
    meanwhile(old)
    const changes = changesIn(old, part(was), part(fresh))
    const come = changes.flatMap(put)
    return { content: old.innerHTML, as: part(fresh).innerHTML, changes: changes.length, come: come.map((one) => one.outerHTML ?? one.data) }
  }
})`

interface Brought {
  readonly content: string
  readonly as: string
  readonly changes: number
  readonly come: readonly string[]
}
const bring = (was: string, fresh: string, meanwhile = ''): Promise<Brought> =>
  page.evaluate(`bring(${JSON.stringify(was)}, ${JSON.stringify(fresh)}, (main) => { ${meanwhile} })`)

describe('only what differs is made anew', () => {
  const rows = [
    { says: 'nothing', was: '<p>One</p>', fresh: '<p>One</p>', come: [] },
    { says: 'a word', was: '<ul><li>One<li>Two</ul>', fresh: '<ul><li>One<li>Three</ul>', come: ['Three'] },
    { says: 'what is added first', was: '<p>B</p><p>C</p>', fresh: '<p>A</p><p>B</p><p>C</p>', come: ['<p>A</p>'] },
    { says: 'what goes', was: '<p>A</p><p>B</p><p>C</p>', fresh: '<p>A</p><p>C</p>', come: [] },
    {
      says: 'two places apart',
      was: '<h1>A</h1><p>B</p><i>C</i>',
      fresh: '<h1>X</h1><p>B</p><i>Y</i>',
      come: ['X', 'Y'],
    },
    {
      says: 'an element with another attribute',
      was: '<p class="a">A</p>',
      fresh: '<p class="b">A</p>',
      come: ['<p class="b">A</p>'],
    },
    {
      says: 'a form that sends something else, whole',
      was: '<form><input type="hidden" value="1"><input></form>',
      fresh: '<form><input type="hidden" value="2"><input></form>',
      come: ['<form><input type="hidden" value="2"><input></form>'],
    },
    {
      says: 'what opens to show something else, whole',
      was: '<details><summary>A</summary></details>',
      fresh: '<details><summary>B</summary></details>',
      come: ['<details><summary>B</summary></details>'],
    },
  ]
  test.each(rows)('$says', async ({ was, fresh, come }) => {
    const brought = await bring(was, fresh)
    expect([brought.content, brought.come]).toEqual([brought.as, come])
  })
  test('what a reader wrote and opened in the rest is where it was', async () => {
    const form = '<details><summary>More</summary><form><input name="a"></form></details>'
    const write = `main.querySelector('details').open = true; main.querySelector('input').value = 'Mine'; main.querySelector('input').focus()`
    await bring(`${form}<p>One</p>`, `${form}<p>Two</p>`, write)
    expect(await page.evaluate(`[document.activeElement.value, document.querySelector('details').open]`)).toEqual([
      'Mine',
      true,
    ])
  })
  test('and words written for one thing are not in the form of another', async () => {
    const form = (of: string) =>
      `<form><input type="hidden" name="of" value="${of}"><textarea name="a"></textarea></form>`
    await bring(form('one'), form('two'), `main.querySelector('textarea').value = 'For one.'`)
    expect(await page.evaluate(`document.querySelector('textarea').value`)).toBe('')
  })
})

test('whatever was there, and whatever a script put in, the page is then as the server gives it', async () => {
  const text = fc.constantFrom('One', 'Two', '')
  const tag = fc.constantFrom('div', 'p', 'form', 'details', 'span')
  const attribute = fc.constantFrom('', ' class="a"', ' id="b"')
  // Built by hand from few pieces: two of them are often alike in part.
  const content = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc
        .tuple(tag, attribute, fc.array(tie('node'), { maxLength: 3 }))
        .map(([name, more, inner]) => `<${name}${more}>${inner.join('')}</${name}>`),
    ),
  })).node as fc.Arbitrary<string>
  const whole = fc.array(content, { maxLength: 4 }).map((nodes) => nodes.join(''))
  const meanwhile = fc.constantFrom(
    '',
    `main.querySelector('*')?.before(document.createElement('aside'))`,
    `main.querySelector('* > *')?.setAttribute('aria-busy', 'true')`,
  )
  await fc.assert(
    fc.asyncProperty(whole, whole, meanwhile, async (was, fresh, happens) => {
      const { content: is, as } = await bring(was, fresh, happens)
      // What a script did to an element that stays is not the server's to undo.
      expect(is.replaceAll(' aria-busy="true"', '')).toBe(as)
    }),
    { numRuns: 400 },
  )
})
