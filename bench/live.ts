/**
 * How long until all who follow have been told of one event, and what each costs in memory: this program, a bare writer
 * of server-sent events on node:http, and Socket.IO by websocket; then from an act that is sent to one who follows.
 * See README.md. Run as: node bench/live.ts [--connections 5000] [--events 9] [--rounds 3] [--acts 300]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '5000' },
    events: { type: 'string', default: '9' },
    rounds: { type: 'string', default: '3' },
    acts: { type: 'string', default: '300' },
  },
})
const [connections, events, rounds, acts] = [values.connections, values.events, values.rounds, values.acts].map(Number)
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const started: ChildProcess[] = []

try {
  const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }))
  if (files < Number(connections) + 100)
    throw new Error(`Only ${files} files may be open: ulimit -n ${Number(connections) + 100}`)
  cpSync(join(import.meta.dirname, 'live'), folder, { recursive: true })
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const installed = join(folder, 'node_modules', 'socket.io', 'wrapper.mjs')
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${connections} connections`)
  const contenders = [
    { name: 'Chancery', kind: 'chancery', place: join(folder, 'data'), by: 'events' },
    { name: 'bare node:http', kind: 'bare', place: '', by: 'events' },
    { name: 'Socket.IO 4.8.4', kind: 'socket.io', place: installed, by: 'websocket' },
  ]
  const ratios = new Map<string, Measured[]>()
  for (let round = 1; round <= Number(rounds); round += 1) {
    const measured: Measured[] = []
    for (const contender of contenders) measured.push(await told(contender))
    const [ours, ...others] = measured as [Measured, ...Measured[]]
    for (const [index, theirs] of others.entries()) {
      const { name } = contenders[index + 1] as Contender
      const ratio = { last: ours.last / theirs.last, processor: ours.processor / theirs.processor }
      ratios.set(name, [...(ratios.get(name) ?? []), ratio])
    }
  }
  for (const [name, all] of ratios) {
    const shown = (numbers: number[]) =>
      `${middle(numbers).toFixed(2)} (${numbers.map((one) => one.toFixed(2)).join(', ')})`
    console.log(
      `Times ${name}, the middle of ${rounds} rounds: ${shown(all.map(({ last }) => last))} until the last has it, ${shown(all.map(({ processor }) => processor))} of processor`,
    )
  }
  await sent()
} finally {
  for (const child of started) child.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

interface Contender {
  readonly name: string
  readonly kind: string
  readonly place: string
  readonly by: string
}

/** Milliseconds for one event: until the last had it, and of the server's processor. */
interface Measured {
  readonly last: number
  readonly processor: number
}

/** A server and those who follow it, each in a process of its own; the middle event, and of the processor the mean. */
async function told({ name, kind, place, by }: Contender): Promise<Measured> {
  const server = start(['--expose-gc', 'live-server.ts', kind, place])
  const { port } = await server.next()
  const before = await server.ask('weigh')
  const clients = start(['live-clients.ts', String(port), String(connections), by])
  await clients.next()
  const after = await server.ask('weigh')
  const each = (what: string) =>
    ((Number(after[what]) - Number(before[what])) / Number(after.connections) / 1024).toFixed(1)
  const times: number[][] = []
  const { microseconds: usedBefore } = await server.ask('processor')
  for (let event = 1; event <= Number(events); event += 1) {
    await clients.ask(String(event))
    const { at } = await server.ask(`tell ${event}`)
    const arrived = await clients.next()
    if (Number(arrived.count) !== connections) throw new Error(`${name}: only ${arrived.count} were told.`)
    times.push([arrived.middle, arrived.late, arrived.last].map((then) => milliseconds(String(at), String(then))))
  }
  const { microseconds: usedAfter } = await server.ask('processor')
  const processor = (Number(usedAfter) - Number(usedBefore)) / 1_000 / Number(events)
  const [half, late, last] = [0, 1, 2].map((which) => middle(times.map((one) => one[which] as number)))
  console.log(
    `${name}: half ${half?.toFixed(1)} ms, 99 in 100 ${late?.toFixed(1)} ms, the last ${last?.toFixed(1)} ms; ${processor.toFixed(1)} ms of processor; ${each('used')} kB each in use, ${each('resident')} resident [load ${loadavg()[0]?.toFixed(1)}]`,
  )
  await clients.end()
  await server.end()
  return { last: last as number, processor }
}

/** From before an act is sent, checked, written to disk and folded until one who follows has been told. */
async function sent(): Promise<void> {
  const server = start(['live-server.ts', 'chancery', join(folder, 'data')], { FROM_ASKED: 'yes' })
  const { port } = await server.next()
  const client = start(['live-clients.ts', String(port), '1', 'events'])
  await client.next()
  const times: number[] = []
  for (let event = 1; event <= Number(acts); event += 1) {
    await client.ask(String(event))
    const { at } = await server.ask(`tell ${event}`)
    const { last } = await client.next()
    times.push(milliseconds(String(at), String(last)))
  }
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.ceil(part * times.length) - 1]?.toFixed(1)
  console.log(
    `From an act that is sent to one who follows, ${acts} acts: p50 ${share(0.5)} ms, p99 ${share(0.99)} ms [load ${loadavg()[0]?.toFixed(1)}]`,
  )
  await client.end()
  await server.end()
}

type Said = Readonly<Record<string, string | number>>

interface Process {
  next(): Promise<Said>
  ask(what: string): Promise<Said>
  end(): Promise<void>
}

function start(args: readonly string[], env: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.push(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${args.join(' ')} ended.`)
    return JSON.parse(value) as Said
  }
  return {
    next,
    ask: (what) => {
      child.stdin.write(`${what}\n`)
      return next()
    },
    end: async () => {
      child.kill()
      await ended
    },
  }
}

function milliseconds(from: string, to: string): number {
  return Number(BigInt(to) - BigInt(from)) / 1e6
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
