/**
 * From click to painted: a delegation says where it stands by the form on the page of a proposal, in Chromium, on the embedded
 * database with its writes synchronous. Measured from the click until a frame with the new words has been drawn: shown in
 * place by the script of the page, and, in turn, by an ordinary navigation as without script.
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
import { seatWindow } from '../test/support/windows.ts'
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

const seat = await seatWindow(browser, url, 'concord', 'delegation:ARC')
await seat.page.context().addInitScript(measuring)
await seat.to('/concord/run/proposals/lights')

type Way = 'in-place' | 'navigation'
let said = 0

/** Says something by the form. Everything but the click is done beforehand. */
async function click(way: Way): Promise<number> {
  const { page } = seat
  const words = `said ${said++}.`
  const position = said % 2 === 0 ? 'no-objection' : 'stands-aside'
  const form = page.locator('#positions form').filter({ has: page.locator('[type=radio]') })
  if (!(await form.isVisible())) await page.locator('#positions summary', { hasText: 'Say something else' }).click()
  await form.locator(`[value=${position}]`).check()
  await form.locator('[name=says]').fill(words)
  await page.evaluate(`sessionStorage.setItem('way', '${way}'); sessionStorage.setItem('awaited', '${words}')`)
  await seat.press(form.getByRole('button', { name: 'Say so' }))
  // What the stream tells of it is over before the next. Asked again from here: the pages let nobody evaluate text in them.
  for (let tries = 0; tries < 50; tries += 1) {
    await page.waitForTimeout(600)
    const took = Number(await page.evaluate(`globalThis.took?.words === '${words}' ? globalThis.took.milliseconds : 0`))
    if (took > 0) return took
  }
  throw new Error(`What was said (${words}) was not shown ${way}.`)
}

for (let n = 0; n < 10; n += 1) await click(n % 2 === 0 ? 'in-place' : 'navigation')
const load = loadavg()[0]
const took: Record<Way, number[]> = { 'in-place': [], navigation: [] }
for (let n = 0; n < Number(values.acts); n += 1)
  for (const way of ['in-place', 'navigation'] as const) took[way].push(await click(way))
const [inPlace, navigation] = [percentiles(took['in-place']), percentiles(took.navigation)]
console.log(
  JSON.stringify({ load, acts: Number(values.acts), inPlace, navigation, ratio: navigation.p50 / inPlace.p50 }),
)
await browser.close()
child.disconnect()
