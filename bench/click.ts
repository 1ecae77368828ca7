/**
 * From click to painted: a delegation says where it stands by the form on the page of a proposal, in Chromium, on the embedded
 * database with its writes synchronous. Measured from the click until a frame with the new words has been drawn. In turn by
 * an ordinary navigation as without script, and shown in place by the script of the page, the first time on a page that
 * has just been loaded, whose script has not run yet, and again on the same page.
 * Says one line of JSON, in milliseconds. Run as: node bench/click.ts [--acts 60]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { isRefusal } from '../src/rules/index.ts'
import { startBrowser } from '../test/support/browser.ts'
import { crowd, must, send } from '../test/support/crowd.ts'
import { of, proposal } from '../test/support/negotiating.ts'
import { takeSeat } from '../test/support/windows.ts'
import { percentiles } from './questions.ts'

const { values } = parseArgs({
  options: { acts: { type: 'string', default: '60' }, serve: { type: 'boolean', default: false } },
})
if (values.serve) await serve()

/** The server in a process of its own, as it is where it is used: what drives the browser does not hold it up. */
async function serve(): Promise<never> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'chancery-click-'))
  const registry = await Registry.open({ dataFolder, databaseUrl: undefined })
  if (isRefusal(registry)) throw new Error(registry.message)
  await crowd(registry, 6)
  await must(send(registry, of('ARC'), { id: 'made', ...proposal({ level: 'council', decision: 'lights' }) }))
  const server = await buildServer(registry, { openSeats: true })
  process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }))
  await once(process, 'disconnect')
  await server.close()
  await registry.close()
  rmSync(dataFolder, { recursive: true })
  process.exit()
}

const child = fork(import.meta.filename, ['--serve'])
const [url] = (await once(child, 'message')) as [string]
const browser = await startBrowser()

/** In the page: remembers the click, beyond the page if another is loaded, and says when what was written has been drawn. */
const measuring = `
const now = () => performance.timeOrigin + performance.now()
addEventListener('click', (event) => sessionStorage.setItem('clicked', performance.timeOrigin + event.timeStamp), true)
addEventListener('submit', (event) => sessionStorage.getItem('way') === 'navigation' && event.stopImmediatePropagation(), true)
const look = () => {
  const words = sessionStorage.getItem('awaited')
  if (!words || !document.querySelector('#positions .own-position dd')?.textContent.includes(words)) return
  sessionStorage.removeItem('awaited')
  requestAnimationFrame(() => {
    const drawn = new MessageChannel()
    drawn.port1.onmessage = () => { globalThis.took = { words, milliseconds: now() - Number(sessionStorage.getItem('clicked')) } }
    drawn.port2.postMessage(undefined)
  })
}
// The page that is about to be left may follow the register faster than the next one comes.
new MutationObserver(() => sessionStorage.getItem('way') === 'in-place' && look()).observe(document, { childList: true, subtree: true })
addEventListener('DOMContentLoaded', look)`

// Not the window of the tests, in which what the stream tells is also told to the test while the page is being drawn.
const context = await browser.browser.newContext({ baseURL: url })
await takeSeat(context, 'concord', 'delegation:ARC')
await context.addInitScript(measuring)
const page = await context.newPage()
await page.goto('/concord/run/proposals/lights')

type Way = 'in-place' | 'navigation'
let said = 0

/** Says something by the form. Everything but the click is done beforehand. */
async function click(way: Way): Promise<number> {
  const words = `said ${said++}.`
  const position = said % 2 === 0 ? 'no-objection' : 'stands-aside'
  const form = page.locator('#positions form').filter({ has: page.locator('[type=radio]') })
  if (!(await form.isVisible())) await page.locator('#positions summary', { hasText: 'Say something else' }).click()
  await form.locator(`[value=${position}]`).check()
  await form.locator('[name=says]').fill(words)
  await page.evaluate(`sessionStorage.setItem('way', '${way}'); sessionStorage.setItem('awaited', '${words}')`)
  await form.getByRole('button', { name: 'Say so' }).click()
  // What the stream tells of it is over before the next. Asked again from here: the pages let nobody evaluate text in them.
  for (let tries = 0; tries < 50; tries += 1) {
    await page.waitForTimeout(600)
    const took = Number(await page.evaluate(`globalThis.took?.words === '${words}' ? globalThis.took.milliseconds : 0`))
    if (took === 0) continue
    // A second after it has left a page Chromium puts away what that was drawn with: without a graphics card this holds up
    // the page that came for a quarter of a second and more, and whoever reads it before they act does not notice.
    if (way === 'navigation') await page.waitForTimeout(2_000)
    return took
  }
  throw new Error(`What was said (${words}) was not shown ${way}.`)
}

const rounds = Number(values.acts)
const took: Record<'first' | 'again' | 'navigation', number[]> = { first: [], again: [], navigation: [] }
for (let round = -3; round < rounds; round += 1) {
  const [navigation, first, again] = [await click('navigation'), await click('in-place'), await click('in-place')]
  if (round < 0) continue
  took.navigation.push(navigation)
  took.first.push(first)
  took.again.push(again)
}
const [first, again, navigation] = [percentiles(took.first), percentiles(took.again), percentiles(took.navigation)]
const ratio = { first: navigation.p50 / first.p50, again: navigation.p50 / again.p50 }
console.log(JSON.stringify({ load: loadavg()[0], acts: rounds, inPlace: { first, again }, navigation, ratio }))
await browser.close()
child.disconnect()
