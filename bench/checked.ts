/**
 * Every act of a register reviewed under its rules, one in twenty of them out of order by construction: how long, and
 * whether exactly those are found. Beside it the replay of the shipped organisation. See README.md. Run as:
 *
 *   node bench/checked.ts [--acts 1000000] [--rounds 3]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Fold, type Replay, replay } from '../src/record/index.ts'
import { loadFolder, Registry } from '../src/registry/index.ts'
import { isRefusal } from '../src/rules/index.ts'
import { checkedPlenary, organisation } from './checked-plenary.ts'

const { values } = parseArgs({
  options: { acts: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '3' } },
})
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model} [load ${loadavg()[0]?.toFixed(1)}]`)

const { entries, outOfOrder } = checkedPlenary(Number(values.acts))
const fold = timed('folded', () => new Fold(organisation, entries))
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const found = timed(`reviewed, round ${round}`, () => replay(fold))
  const broken = brokenIn(found)
  const missed = [...outOfOrder].filter((id) => !broken.has(id)).length
  const wrongly = [...broken].filter((id) => !outOfOrder.has(id)).length
  console.log(
    `  ${found.reviewed} acts checked, ${outOfOrder.size} out of order by construction: ${missed} missed, ${wrongly} wrongly called so`,
  )
}
console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB, the register's entries included`)

const dataFolder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
try {
  const opened = await Registry.open({ dataFolder })
  if (isRefusal(opened)) throw new Error(opened.message)
  await loadFolder(opened, join(import.meta.dirname, '..', 'organisations', 'sco'))
  const record = opened.record('sco')
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const { acts, reviewed } = timed(`sco, round ${round}`, () => replay(record))
    console.log(`  ${acts} acts, rules bear on ${reviewed}`)
  }
  await opened.close()
} finally {
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
}

function brokenIn({ departures, unusual }: Replay): Set<string> {
  return new Set([...departures, ...unusual].map(({ act }) => act))
}

function timed<T>(what: string, work: () => T): T {
  const before = performance.now()
  const result = work()
  console.log(`${what}: ${Math.round(performance.now() - before).toLocaleString('en')} ms`)
  return result
}
