/**
 * Something that many follow, in a process of its own: this program, a bare writer of server-sent events on node:http, or
 * Socket.IO. Each line that comes in asks for something; each answer is a line of JSON.
 * Run by live.ts as: node --expose-gc live-server.ts chancery|bare|socket.io <data folder, or where Socket.IO is>
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import Fastify from 'fastify'
import { actSchema } from '../src/record/index.ts'
import { enact, Registry } from '../src/registry/index.ts'
import { serveLive } from '../src/routes/live.ts'
import { isRefusal } from '../src/rules/index.ts'
import { organisation, plenary } from './plenary.ts'

interface Followed {
  readonly port: number
  /** How many follow. */
  count(): number
  /** Tells all of the event with this number; the moment at which it began to, in nanoseconds of this machine. */
  tell(event: number): Promise<bigint>
}

/** What an event says, of one length for all. */
const said = (event: number) => ({ about: [`decision-${String(event).padStart(6, '0')}`, 'assembly-4', 'council'] })

const [kind, place = ''] = process.argv.slice(2)
const followed = await { chancery, bare, 'socket.io': socketIo }[kind as 'chancery']()
const answer = (value: object) => console.log(JSON.stringify(value))
answer({ port: followed.port })
for await (const line of createInterface({ input: process.stdin })) {
  const [what, event] = line.split(' ')
  if (what === 'tell') answer({ at: String(await followed.tell(Number(event))) })
  if (what === 'weigh') {
    for (let times = 0; times < 3; times += 1) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const { rss, heapUsed, external } = process.memoryUsage()
    answer({ connections: followed.count(), resident: rss, used: heapUsed + external })
  }
  if (what === 'processor') {
    const { user, system } = process.cpuUsage()
    answer({ microseconds: user + system })
  }
}

/** From the moment at which the register has the act and tells who listens; with `enact`, from before it was asked. */
async function chancery(): Promise<Followed> {
  const registry = await Registry.open({ dataFolder: place })
  if (isRefusal(registry)) throw new Error(registry.message)
  if (registry.record(organisation).position === 0)
    await registry.appendVerbatim(organisation, plenary({ acts: 5_000, decisions: 200, meetings: 40 }))
  let heard: (at: bigint) => void = () => {}
  registry.onAppended(() => heard(process.hrtime.bigint()))
  const server = Fastify()
  const hub = serveLive(server, registry, {
    seatOf: () => ({ kind: 'public' }),
    hearing: { mayHear: () => true, toldOf: () => undefined },
  })
  const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port)
  const tell = async (event: number) => {
    const began = new Promise<bigint>((resolve) => {
      heard = resolve
    })
    const asked = process.hrtime.bigint()
    const [decision, meeting, body] = said(event).about
    const act = actSchema.parse({
      kind: 'decision-recorded',
      id: `told-${event}-${asked}`,
      on: '2034-01-09',
      decision,
      meeting,
      body,
      title: 'A decision',
      type: 'programme',
      outcome: 'adopted',
      participants: 'members',
    })
    const entry = await enact(registry, organisation, act, { kind: 'secretariat' })
    if (isRefusal(entry)) throw new Error(entry.message)
    const at = await began
    return process.env.FROM_ASKED ? asked : at
  }
  return { port, count: () => hub.size, tell }
}

/** As short as it can be written: one buffer to all, nothing asked and nothing dropped. */
async function bare(): Promise<Followed> {
  const all = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('retry: 1000\n\n')
    all.add(response)
    request.socket.once('close', () => all.delete(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 8_192, resolve))
  const tell = async (event: number) => {
    const at = process.hrtime.bigint()
    const buffer = Buffer.from(`event: changed\nid: ${event}\ndata: ${JSON.stringify(said(event))}\n\n`)
    for (const response of all) response.write(buffer)
    return at
  }
  return { port: (server.address() as AddressInfo).port, count: () => all.size, tell }
}

async function socketIo(): Promise<Followed> {
  const { Server } = await import(place)
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'], pingInterval: 600_000 })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', 8_192, resolve))
  const tell = async (event: number) => {
    const at = process.hrtime.bigint()
    server.emit('changed', said(event))
    return at
  }
  return { port: (http.address() as AddressInfo).port, count: () => server.engine.clientsCount, tell }
}
