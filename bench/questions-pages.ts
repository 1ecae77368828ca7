/**
 * How long each question page takes on a day that was not asked before and asked again, how long all claims take, and
 * some of the same numbers beside SQLite on the record's own CSV files. See README.md.
 * Run as: node bench/questions-pages.ts [--days 20]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { claimsOf, onDayOf, questionIds, questions, weighed } from '../src/analysis/index.ts'
import type { Fold, Organisation } from '../src/record/index.ts'
import { loadFolder, Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { addDays, type Day, isRefusal, type Refusal } from '../src/rules/index.ts'
import { countedIn, inSqlite } from './counted.ts'
import { chanceFrom } from './plenary.ts'
import { percentiles } from './questions.ts'

const { values } = parseArgs({ options: { days: { type: 'string', default: '20' } } })
const organisation = 'sco'
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))

try {
  await load()
  const registry = accepted(await Registry.open({ dataFolder: folder, databaseUrl: undefined }))
  const server = await buildServer(registry)
  const fold = registry.record(organisation)
  // As `chancery serve` does once it listens.
  const hash = timed(() => registry.rootHash(organisation, fold.openPosition)).took
  const get = async (path: string): Promise<Took> => {
    const since = now()
    const { statusCode } = await server.inject({ url: `/${organisation}/${path}` })
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`)
    return since()
  }
  console.log(
    `${fold.position} acts; their hash, taken at the start: ${ms(hash)}; the very first request of the process, questions/alliance: ${ms(await get('questions/alliance'))} ${load1()}`,
  )
  const days = daysAsked(Number(values.days))
  for (const id of questionIds) {
    await get(`questions/${id}`)
    const [anew, again] = [[] as Took[], [] as Took[]]
    for (const day of days) {
      anew.push(await get(`questions/${id}?on=${day}`))
      again.push(await get(`questions/${id}?on=${day}`))
    }
    console.log(`${id}: ${said(anew)}; asked again ${said(again)} ${load1()}`)
  }
  const claims = days.map((day) => timed(() => everyClaim(fold.at(day))).took)
  console.log(
    `all ${claimsOf(fold.at('2026-03-10' as Day)).length} claims, each as of two days: ${said(claims)} ${load1()}`,
  )
  besideSqlite(days, fold)
  await server.close()
  await registry.close()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Fills the data folder in a registry of its own, so that the one measured has only read it. */
async function load(): Promise<void> {
  const registry = accepted(await Registry.open({ dataFolder: folder, databaseUrl: undefined }))
  accepted(await loadFolder(registry, join(import.meta.dirname, '..', 'organisations', organisation)))
  await registry.close()
}

/** The same numbers from both, on each day in turn; what differs ends the bench. */
function besideSqlite(days: readonly Day[], fold: Fold): void {
  const at = (day: Day) => fold.at(day)
  const opened = timed(() => inSqlite(fold))
  console.log(`CSV files read into SQLite: ${ms(opened.took)} ${load1()}`)
  for (const [name, { ours, theirs }] of Object.entries(countedIn(opened.value))) {
    const [here, there, answer] = [[] as Took[], [] as Took[], [] as number[]]
    for (const day of days) {
      const view = timed(() => answerOf(name, at(day)))
      const mine = timed(() => ours(view.value as never))
      const other = timed(() => theirs(day, view.value as never))
      if (JSON.stringify(mine.value) !== JSON.stringify(other.value))
        throw new Error(`${name} on ${day}: ${JSON.stringify(mine.value)} is not ${JSON.stringify(other.value)}`)
      here.push({ clock: view.took.clock + mine.took.clock, processor: view.took.processor + mine.took.processor })
      there.push(other.took)
      answer.push((mine.value as unknown[]).length)
    }
    const ratio = middle(here) / middle(there)
    console.log(
      `${name}: the whole answer ${said(here)}; in SQL these ${Math.max(...answer)} rows of it alone ${said(there)}; ${ratio.toFixed(1)} times as long by processor; with the reading of the files ${(middle(here) / (opened.took.processor + middle(there))).toFixed(3)}; ${days.length} of ${days.length} equal ${load1()}`,
    )
  }
}

function answerOf(name: string, there: Organisation): object {
  return accepted(questions[name as (typeof questionIds)[number]](there, {}) as object | Refusal)
}

function everyClaim(there: Organisation): string[] {
  return claimsOf(there).map(({ act }) => weighed(act.test, act.on, onDayOf(there, there.day)).verdict)
}

/** Days of the organisation's life, the seed fixed. */
function daysAsked(count: number): Day[] {
  const chance = chanceFrom(11)
  return Array.from({ length: count }, () => addDays('2002-01-01' as Day, Math.floor(chance() * 8_800)))
}

/** Milliseconds by the clock and of a processor: where others work too, the second is the steadier. */
interface Took {
  readonly clock: number
  readonly processor: number
}

function now(): () => Took {
  const [clock, processor] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(processor)
    return { clock: performance.now() - clock, processor: (user + system) / 1000 }
  }
}

function timed<T>(work: () => T): { readonly value: T; readonly took: Took } {
  const since = now()
  const value = work()
  return { value, took: since() }
}

function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error([result.message, result.remedy].join('\n'))
  return result
}

function ms({ clock, processor }: Took): string {
  return `${clock.toFixed(1)} ms (${processor.toFixed(1)} of processor)`
}

function said(all: readonly Took[]): string {
  const { p50, most } = percentiles(all.map(({ clock }) => clock))
  return `${p50} ms at p50, ${most} at most (${middle(all)} of processor)`
}

/** The middle by processor time. */
function middle(all: readonly Took[]): number {
  return percentiles(all.map(({ processor }) => processor)).p50
}

function load1(): string {
  return `[load ${loadavg()[0]?.toFixed(1)}]`
}
