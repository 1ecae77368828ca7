/**
 * A million acts: how long until a register on disk can answer, with how much memory, and how fast it answers, beside
 * PostgreSQL with range types and a GiST index. See README.md. Run as:
 *
 *   node bench/million.ts [--acts 1000000] [--questions 1000] [--loads 3]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import pg from 'pg'
import { type Entry, encodeEntry, Fold } from '../src/record/index.ts'
import { openDatabase, type Where } from '../src/registry/index.ts'
import { appendAfter, prepareRegister } from '../src/registry/register.ts'
import { isRefusal } from '../src/rules/index.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { million, organisation, plenary } from './plenary.ts'
import { type Answers, answersFrom, pairs, percentiles, timed } from './questions.ts'
import { answersFromSql, definition, fill, indexes } from './rectangles.ts'

const { values } = parseArgs({
  options: {
    acts: { type: 'string', default: '1000000' },
    questions: { type: 'string', default: '1000' },
    loads: { type: 'string', default: '3' },
  },
})
const [acts, questions, loads] = [Number(values.acts), Number(values.questions), Number(values.loads)]
const scale = acts / million.acts
const size = { acts, decisions: Math.round(scale * million.decisions), meetings: Math.round(scale * million.meetings) }

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const server = await startPostgres(['shared_buffers=1GB', 'work_mem=64MB', 'maintenance_work_mem=512MB', 'jit=off'])
try {
  const entries = plenary(size)
  const registers: Record<string, Where> = {
    PGlite: { dataFolder: join(folder, 'data') },
    PostgreSQL: { dataFolder: '/nonexistent', databaseUrl: await server.freshDatabase() },
  }
  for (const [name, where] of Object.entries(registers)) {
    const took = await timed(() => write(where, entries))
    report(`${name}: ${entries.length} acts written`, `${seconds(took)} s`)
  }
  for (let run = 1; run <= loads; run += 1) {
    for (const [name, where] of Object.entries(registers)) {
      const script = join(import.meta.dirname, 'load.ts')
      const said = execFileSync(process.execPath, [script, JSON.stringify(where), String(questions), String(run)])
      report(`${name}: read in a fresh process, ${run} of ${loads}`, said.toString().trim())
    }
  }
  await besideSql(new Fold(organisation, entries))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function write(where: Where, entries: readonly Entry[]): Promise<void> {
  const database = await openDatabase(where)
  if (isRefusal(database)) throw new Error(database.message)
  await prepareRegister(database)
  for (let first = 0; first < entries.length; first += 20_000) {
    const rows = entries.slice(first, first + 20_000).map((entry) => ({ ...entry, entry: encodeEntry(entry) }))
    if (!(await appendAfter(database, organisation, first, rows))) throw new Error('The head has moved.')
  }
  await database.close()
}

/** The same questions to both in turn, so that whatever else the machine does disturbs both alike. */
async function besideSql(fold: Fold): Promise<void> {
  const pool = new pg.Pool({ connectionString: await server.freshDatabase(), max: 1 })
  // The server is stopped while a connection may still be open.
  pool.on('error', () => {})
  pg.types.setTypeParser(1082, (text) => text)
  await pool.query(definition)
  const filling = await timed(async () => report('Rows in PostgreSQL', JSON.stringify(await fill(pool, fold))))
  const indexing = await timed(async () => {
    for (const statement of indexes.split(';')) await pool.query(statement)
  })
  report('Tables filled, then indexed', `${seconds(filling)} s, ${seconds(indexing)} s`)
  const names = ['statuses', 'latest', 'totals'] as const satisfies readonly (keyof Answers)[]
  const times = { memory: emptyTimes(), sql: emptyTimes() }
  let equal = 0
  const asked = pairs(questions, fold.position, 99)
  for (const { day, position } of asked) {
    const [memory, sql] = [answersFrom(fold.at(day, position)), answersFromSql(pool, day, position)]
    for (const name of names) {
      let [ours, theirs]: unknown[] = []
      times.memory[name].push(await timed(() => (ours = memory[name]())))
      times.sql[name].push(await timed(async () => (theirs = await sql[name]())))
      if (isDeepStrictEqual(ours, theirs)) equal += 1
      else console.log(`Different: ${name} on ${day} at ${position}`)
    }
  }
  for (const name of names) {
    const [ours, theirs] = [percentiles(times.memory[name]), percentiles(times.sql[name])]
    const ratio = (theirs.p50 / ours.p50).toFixed(1)
    report(name, `memory ${JSON.stringify(ours)} ms, SQL ${JSON.stringify(theirs)} ms, ratio of p50 ${ratio}`)
  }
  report('Equal answers', `${equal} of ${3 * asked.length}`)
  await pool.end()
}

function emptyTimes(): Record<keyof Answers, number[]> {
  return { statuses: [], latest: [], totals: [] }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function report(what: string, said: string): void {
  console.log(`${what}: ${said} [load ${loadavg()[0]?.toFixed(1)}]`)
}
