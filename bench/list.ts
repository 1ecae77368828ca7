/**
 * Requests a second for a page with a list of 300 rows: of this program, and of SvelteKit with the same rows and the
 * same markup. See README.md. Run as: node bench/list.ts [--rounds 5] [--seconds 5]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from '../test/support/postgres.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' } },
})
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
const path = '/plenary/sources'
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const servers: ChildProcess[] = []

try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
  const [ours, ourId] = await start(
    import.meta.dirname,
    [join(import.meta.dirname, 'list-server.ts'), join(folder, 'data')],
    {},
  )
  const kit = join(folder, 'kit')
  cpSync(join(import.meta.dirname, 'sveltekit'), kit, { recursive: true })
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: kit, stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(join(kit, 'src', 'rows.json'), JSON.stringify(await rows(ours)))
  execFileSync(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: kit,
    stdio: 'ignore',
  })
  const port = await freePort()
  const [theirs, theirId] = await start(kit, ['build'], {
    HOST: '127.0.0.1',
    PORT: String(port),
    NODE_ENV: 'production',
  })
  await compare(kit, [
    { name: 'Chancery', url: `${ours}${path}?rows=300`, process: ourId },
    { name: 'SvelteKit', url: `${theirs}${path}`, process: theirId },
  ])
} finally {
  for (const server of servers) server.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

interface Server {
  readonly name: string
  readonly url: string
  readonly process: number
}

interface Measured {
  readonly requests: { readonly average: number; readonly total: number }
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}

/**
 * One after the other, round by round, so that whatever else the machine does disturbs both alike. Beside the rate stands
 * what a request costs the server in time of a processor: on a machine that others use it is the steadier of the two.
 */
async function compare(kit: string, both: readonly [Server, Server]): Promise<void> {
  const { default: autocannon } = await import(join(kit, 'node_modules', 'autocannon', 'autocannon.js'))
  const fire = async ({ url, process }: Server, duration: number) => {
    const before = processorMilliseconds(process)
    const measured: Measured = await autocannon({ url, connections: 16, duration })
    const { requests, latency, non2xx, errors } = measured
    const cost = (processorMilliseconds(process) - before) / requests.total
    const said = `${requests.average} a second, ${cost.toFixed(2)} ms of processor each (p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${non2xx + errors} failed)`
    return { rate: requests.average, cost, said }
  }
  for (const server of both) {
    const text = await (await fetch(server.url)).text()
    console.log(`${server.name}: ${text.match(/<tr>/g)?.length} rows, ${Buffer.byteLength(text)} bytes`)
    await fire(server, 3)
  }
  const ratios: { rate: number; cost: number }[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const [ours, theirs] = [await fire(both[0], seconds), await fire(both[1], seconds)]
    const ratio = { rate: ours.rate / theirs.rate, cost: theirs.cost / ours.cost }
    ratios.push(ratio)
    console.log(
      `Round ${round}: ${both[0].name} ${ours.said}; ${both[1].name} ${theirs.said}; ratio ${ratio.rate.toFixed(2)} by rate, ${ratio.cost.toFixed(2)} by cost [load ${loadavg()[0]?.toFixed(1)}]`,
    )
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(rounds / 2)]?.toFixed(2)
  console.log(
    `Ratio, the middle of ${rounds}: ${middle(ratios.map((r) => r.rate))} by rate, ${middle(ratios.map((r) => r.cost))} by cost`,
  )
}

/** What a process has used of processors so far. Linux says it in hundredths of a second. */
function processorMilliseconds(process: number): number {
  const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** What the page shows, as its own data says it. */
async function rows(url: string): Promise<object[]> {
  const { sources } = (await (await fetch(`${url}${path}.json`)).json()) as { sources: Record<string, unknown>[] }
  return sources.map(({ source, title, publisher, date, cited }) => ({
    source,
    title,
    publisher,
    date,
    language: 'English',
    cited,
  }))
}

/** Starts a server and waits until it says where it listens. */
function start(cwd: string, args: string[], env: Record<string, string>): Promise<[url: string, process: number]> {
  const server = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(server)
  return new Promise((resolve, reject) => {
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [url] = /http:\/\/[\d.:]+/.exec(text) ?? []
      if (url) resolve([url, server.pid ?? 0])
    })
    server.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)))
  })
}
