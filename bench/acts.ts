/**
 * From click to durable: a delegation's form is sent, and answered once its act is on disk. Real HTTP, real sessions, the
 * embedded database with its writes synchronous; then everyone at once; then what the core takes for a long negotiation.
 * Says one line of JSON. Run as: node bench/acts.ts [--crowd 200] [--acts 200]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Circle, momentIn, negotiationSeen, visible } from '../src/record/index.ts'
import { Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { type Instant, isRefusal } from '../src/rules/index.ts'
import { crowd, must, says, send, twoTexts } from '../test/support/crowd.ts'
import { of } from '../test/support/negotiating.ts'
import { percentiles } from './questions.ts'

const { values } = parseArgs({
  options: { crowd: { type: 'string', default: '200' }, acts: { type: 'string', default: '200' } },
})
const dataFolder = mkdtempSync(join(tmpdir(), 'chancery-acts-'))
const registry = await Registry.open({ dataFolder, databaseUrl: undefined })
if (isRefusal(registry)) throw new Error(registry.message)
const who = await crowd(registry, Number(values.crowd))
const { at } = momentIn(registry.record('concord'), registry.now())
const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant
await twoTexts(registry, later(1), later(100))
const server = await buildServer(registry, { openSeats: true })
const url = await server.listen({ host: '127.0.0.1', port: 0 })
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

async function sit(participant: string): Promise<string> {
  const body = new URLSearchParams({ seat: `delegation:${participant}` })
  const response = await fetch(`${url}/concord/seat`, { method: 'POST', headers: form, body, redirect: 'manual' })
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function click(cookie: string, participant: string, text: string): Promise<number> {
  const fields = {
    kind: 'position-taken',
    decision: 'lights',
    participant,
    position: 'no-objection',
    revision: '1',
    says: text,
  }
  const before = performance.now()
  const response = await fetch(`${url}/concord/run/acts`, {
    method: 'POST',
    headers: { ...form, cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  await response.arrayBuffer()
  if (response.status !== 303) throw new Error(`answered ${response.status}`)
  return performance.now() - before
}

const load = loadavg()[0]
const own = await sit('ARC')
for (let n = 0; n < 20; n += 1) await click(own, 'ARC', `warming ${n}`)
const alone: number[] = []
for (let n = 0; n < Number(values.acts); n += 1) alone.push(await click(own, 'ARC', `said ${n}`))

const begun = performance.now()
const atOnce = await Promise.all(
  who.map(async (participant) => {
    const from = performance.now()
    await must(send(registry, of(participant), says(participant, 'lights', 'stands-aside')))
    return performance.now() - from
  }),
)
const perSecond = (1_000 * who.length) / (performance.now() - begun)

// A thousand acts on one text, then seen by one delegation and asked of the gate one by one.
for (let n = registry.record('concord').position; n < 1_000 + 2 * who.length; n += 1) {
  const participant = who[n % who.length] as string
  const id = `long-${n}`
  await must(
    send(registry, of(participant), {
      ...says(participant, 'lights', n % 3 ? 'no-objection' : 'reserves'),
      id,
      says: id,
    }),
  )
}
const record = registry.record('concord')
const moment = momentIn(record, registry.now())
const timed = (work: (circle: Circle) => unknown) => {
  const took = Array.from({ length: 20 }, () => {
    const circle = new Circle(record.at(moment.on as never))
    const before = performance.now()
    work(circle)
    return performance.now() - before
  })
  return percentiles(took)
}
const seen = timed((circle) => negotiationSeen(circle, 'lights', of('LIL'), moment.at))
const gate = timed((circle) => {
  for (const entry of record.allEntries()) visible(circle, entry, of('LIL'), moment.at)
})
const acts = record.at(moment.on as never).negotiated('lights').length
console.log(
  JSON.stringify({
    load,
    clickToDurable: percentiles(alone),
    atOnce: { ...percentiles(atOnce), perSecond },
    acts,
    seen,
    gate,
  }),
)
await server.close()
await registry.close()
rmSync(dataFolder, { recursive: true })
