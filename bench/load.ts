/**
 * Reads a register from disk in a process of its own and asks it questions; says how long it took as one line of JSON.
 * Run by million.ts as: node load.ts <register as JSON> <how many questions> <seed>
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { Registry, type Where } from '../src/registry/index.ts'
import { isRefusal } from '../src/rules/index.ts'
import { organisation } from './plenary.ts'
import { type Answers, answersFrom, pairs, percentiles, timed } from './questions.ts'

const [where = '{}', count = '0', seed = '1'] = process.argv.slice(2)
const before = performance.now()
const opened = await Registry.open(JSON.parse(where) as Where)
if (isRefusal(opened)) throw new Error(opened.message)
const milliseconds = performance.now() - before
const { user, system } = process.cpuUsage()
const megabytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
const fold = opened.record(organisation)
const asked = pairs(Number(count), fold.position, Number(seed))
const first: Partial<Record<keyof Answers, number>> = {}
const times: Record<keyof Answers, number[]> = { statuses: [], latest: [], totals: [] }
for (const { day, position } of asked) {
  const { statuses, latest, totals } = answersFrom(fold.at(day, position))
  for (const [name, ask] of Object.entries({ statuses, latest, totals }) as [keyof Answers, () => unknown][]) {
    const took = await timed(ask)
    first[name] ??= Math.round(100 * took) / 100
    times[name].push(took)
  }
}
console.log(
  JSON.stringify({
    acts: fold.position,
    milliseconds: Math.round(milliseconds),
    cpuMilliseconds: Math.round((user + system) / 1000),
    peakMegabytes: Math.round(megabytes),
    first,
    questions: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, percentiles(values)])),
    load: loadavg()[0],
  }),
)
await opened.close()
