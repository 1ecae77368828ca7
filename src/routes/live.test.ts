import { request as ask } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { historyHead, inSession, live, noteOf, secretariat } from '../../test/support/concord.ts'
import { ok, openRegistry, pglite } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import { type Listener, listen } from '../../test/support/listener.ts'
import type { Act, Entry, Seat } from '../record/index.ts'
import { enact, loadFolder, type Registry } from '../registry/index.ts'
import { type LiveOptions, serveLive } from './live.ts'
import { aboutOf, seatText } from './live-audience.ts'

// In these tests a note names in its text who may see it; everything else is public.

const databases = pglite()
let registry: Registry
const servers: FastifyInstance[] = []
const listeners: Listener[] = []
let asked: string[] = []

beforeAll(async () => {
  await databases.start()
  registry = await openRegistry(await databases.fresh(), () => inSession)
  await ok(loadFolder(registry, concord))
})
afterAll(async () => {
  await registry?.close()
  await databases.stop()
})
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.leave()
  for (const server of servers.splice(0)) await server.close()
  asked = []
})

const seatOf = ({ headers }: FastifyRequest): Seat => {
  const who = headers['x-seat']
  if (who === 'secretariat') return { kind: 'secretariat' }
  return typeof who === 'string' ? { kind: 'delegation', participant: who } : { kind: 'public' }
}

function mayHear({ act }: Entry, seat: Seat): boolean {
  asked.push(`${act.id} ${seatText(seat)}`)
  const only = 'what' in act && typeof act.what === 'string' ? /^Only for (.*?)\./.exec(act.what)?.[1] : undefined
  return only === undefined || only.split(' and ').includes(seatText(seat))
}

/** One that says so changes what the delegations that may not see it are shown of a text. */
function toldOf({ act, id }: Entry, seat: Seat): string | undefined {
  const turns = 'what' in act && typeof act.what === 'string' && act.what.endsWith('Turns the lighthouse.')
  return turns && !mayHear({ act, id } as Entry, seat) && seat.kind !== 'public' ? 'lighthouse' : undefined
}
const hearing = { mayHear, toldOf }

async function house(options: Partial<LiveOptions> = {}) {
  const server = Fastify()
  servers.push(server)
  const hub = serveLive(server, registry, { seatOf, hearing, ...options })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const follow = async (seat?: string, headers: Record<string, string> = {}, query = '') => {
    const listener = await listen(`${url}/concord/live${query}`, { ...(seat ? { 'x-seat': seat } : {}), ...headers })
    listeners.push(listener)
    return listener
  }
  return { server, hub, url, follow }
}

let count = 0
const fresh = () => `note-${++count}`
const send = (act: Act) => ok(enact(registry, 'concord', act, secretariat))
const only = (...seats: string[]) => send(noteOf(fresh(), `Only for ${seats.join(' and ')}.`))
const toAll = () => send(noteOf(fresh()))
const decided = (decision: string, more: object = {}) =>
  send(
    live({
      kind: 'decision-recorded',
      id: fresh(),
      decision,
      title: decision,
      body: 'council',
      type: 'programme',
      outcome: 'adopted',
      participants: 'members',
      ...more,
    }),
  )
const changed = ({ position }: Entry, ...about: string[]) => `changed ${position} ${JSON.stringify({ about })}`

describe('following the register', () => {
  test('says where one is, then each thing that is entered and what it is about', async () => {
    const { follow } = await house()
    const listener = await follow()
    expect(listener).toMatchObject({ code: 200 })
    expect(listener.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
    const head = registry.record('concord').position
    expect(await listener.until(1)).toEqual([`here ${head} {}`])
    expect(listener.text()).toMatch(/^retry: 1000\n/)
    const note = await toAll()
    await listener.until(2)
    const decision = await decided('lighthouse', { meeting: 'assembly-4' })
    expect(await listener.until(3)).toEqual([
      `here ${head} {}`,
      changed(note),
      changed(decision, 'lighthouse', 'assembly-4', 'council'),
    ])
  })

  test('several acts entered together are one event', async () => {
    const { follow } = await house()
    const listener = await follow()
    await listener.until(1)
    const after = registry.record('concord').position
    const ready = (act: Act) => ({ act, ruling: { finding: 'in-order', reasons: [] }, constitution: 0 }) as const
    await registry.append('concord', after, [ready(noteOf(fresh())), ready(noteOf(fresh()))])
    await listener.until(2)
    const next = await toAll()
    expect((await listener.until(3)).slice(1)).toEqual([`changed ${after + 2} {"about":[]}`, changed(next)])
  })

  test('what is withdrawn is told as being about what it was about', async () => {
    const { follow } = await house()
    const { id } = await decided('withdrawn-later')
    const listener = await follow()
    const withdrawal = await send(live({ kind: 'act-withdrawn', id: fresh(), withdraws: [id], reason: 'by mistake' }))
    expect((await listener.until(2))[1]).toBe(changed(withdrawal, 'withdrawn-later', 'council'))
  })

  test('an organisation that is not there', async () => {
    const { url } = await house()
    expect((await listen(`${url}/nobody/live`)).code).toBe(404)
  })

  test('a request for the head alone follows nothing', async () => {
    const { url, hub } = await house()
    const code = await new Promise((resolve) => {
      ask(`${url}/concord/live`, { method: 'HEAD' }, ({ statusCode }) => resolve(statusCode)).end()
    })
    expect(code).toBe(404)
    expect(hub.size).toBe(0)
  })

  test('asked in one breath with something else, both are answered, in order', async () => {
    const { server, url } = await house()
    await server.close()
    const slow = Fastify()
    servers.push(slow)
    slow.get('/slow', async () => {
      await sleep(50)
      return 'slow'
    })
    serveLive(slow, registry, { seatOf, hearing })
    const { port } = new URL(await slow.listen({ port: 0, host: '127.0.0.1' }))
    const socket = connect(Number(port), '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (more) => {
      text += more
    })
    const line = (path: string) => `GET ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\n\r\n`
    socket.write(line('/slow') + line('/concord/live'))
    await expect.poll(() => text, { timeout: 5_000 }).toContain('event: here')
    expect(text.indexOf('slow')).toBeLessThan(text.indexOf('text/event-stream'))
    expect(text.indexOf('text/event-stream')).toBeLessThan(text.indexOf('event: here'))
    socket.destroy()
  })
})

describe('who hears what', () => {
  test('a seat that may see none of it gets not a byte', async () => {
    const { follow } = await house()
    const [own, other, all, desk] = [
      await follow('ERE'),
      await follow('LAP'),
      await follow(),
      await follow('secretariat'),
    ]
    for (const listener of [own, other, all, desk]) await listener.until(1)
    const before = [other, all].map((listener) => listener.text())
    const secret = await only('delegation:ERE', 'secretariat')
    await own.until(2)
    expect((await desk.until(2))[1]).toBe(changed(secret))
    await sleep(50)
    expect([other, all].map((listener) => listener.text())).toEqual(before)
    const open = await toAll()
    for (const listener of [other, all]) expect((await listener.until(2))[1]).toBe(changed(open))
  })

  test('whoever comes is not told of what it may not see', async () => {
    const { follow } = await house()
    const open = await toAll()
    const secret = await only('delegation:ERE')
    expect(await (await follow()).until(1)).toEqual([`here ${open.position} {}`])
    expect(await (await follow('ERE')).until(1)).toEqual([`here ${secret.position} {}`])
  })

  test('of what is entered together a seat is told only what it may see', async () => {
    const { follow } = await house()
    const listener = await follow()
    await listener.until(1)
    const after = registry.record('concord').position
    const ready = (act: Act) => ({ act, ruling: { finding: 'in-order', reasons: [] }, constitution: 0 }) as const
    await registry.append('concord', after, [
      ready(noteOf(fresh())),
      ready(noteOf(fresh(), 'Only for delegation:ERE.')),
    ])
    expect((await listener.until(2))[1]).toBe(`changed ${after + 1} {"about":[]}`)
  })

  test('each entry is asked about once for each seat, however many listen', async () => {
    const { follow } = await house()
    const all = await Promise.all(['ERE', 'ERE', 'ERE', 'LAP', 'LAP', undefined, undefined].map((seat) => follow(seat)))
    for (const listener of all) await listener.until(1)
    asked = []
    const { id } = await toAll()
    for (const listener of all) await listener.until(2)
    expect(asked.sort()).toEqual([`${id} delegation:ERE`, `${id} delegation:LAP`, `${id} public`])
  })
})

describe('told that a text stands otherwise, by an entry that it may not see', () => {
  const turns = (seat: string) => send(noteOf(fresh(), `Only for ${seat}. Turns the lighthouse.`))

  test('those to whom it is open, at once and alike whoever did it, and of nothing but the text', async () => {
    const { follow } = await house()
    const { position } = await toAll()
    const [other, all] = [await follow('LAP'), await follow()]
    for (const listener of [other, all]) await listener.until(1)
    const said = `changed ${position} {"about":["lighthouse"]}`
    await turns('delegation:ERE')
    expect((await other.until(2)).slice(1)).toEqual([said])
    await turns('delegation:LIL')
    expect((await other.until(3)).slice(1)).toEqual([said, said])
    await sleep(30)
    expect(all.events).toEqual([`here ${position} {}`])
    const next = await toAll()
    expect((await other.until(4)).at(-1)).toBe(changed(next))
  })

  test.each(['last-event-id', 'since'])('whoever was away hears of it once it is back: %s', async (by) => {
    const { follow } = await house()
    const back = (seat: string, since: number) =>
      by === 'since' ? follow(seat, {}, `?since=${since}`) : follow(seat, { 'last-event-id': String(since) })
    const before = await toAll()
    // Nobody of Laputa is there: the seat is asked for when somebody comes.
    await turns('delegation:ERE')
    expect(await (await back('LAP', before.position)).until(2)).toEqual([
      `here ${before.position} {}`,
      `changed ${before.position} {"about":["lighthouse"]}`,
    ])
    const last = await decided('after-it-turned')
    expect((await (await back('LAP', before.position)).until(2))[1]).toBe(
      changed(last, 'after-it-turned', 'council', 'lighthouse'),
    )
    const current = await back('LAP', last.position)
    await current.until(1)
    await sleep(30)
    expect(current.events).toHaveLength(1)
  })

  test('together with what it may see: one event', async () => {
    const { follow } = await house()
    const listener = await follow('LAP')
    await listener.until(1)
    const after = registry.record('concord').position
    const ready = (act: Act) => ({ act, ruling: { finding: 'in-order', reasons: [] }, constitution: 0 }) as const
    const turning = noteOf(fresh(), 'Only for delegation:ERE. Turns the lighthouse.')
    await registry.append('concord', after, [ready(noteOf(fresh())), ready(turning)])
    expect((await listener.until(2))[1]).toBe(`changed ${after + 1} {"about":["lighthouse"]}`)
  })
})

describe('whoever was away', () => {
  test.each(['last-event-id', 'since'])('hears at once what it missed: %s', async (by) => {
    const { follow } = await house()
    const before = registry.record('concord').position
    await decided('missed-one')
    await only('delegation:ERE')
    const last = await decided('missed-two')
    const back = (seat: string | undefined, since: number) =>
      by === 'since' ? follow(seat, {}, `?since=${since}`) : follow(seat, { 'last-event-id': String(since) })
    expect(await (await back(undefined, before)).until(2)).toEqual([
      `here ${last.position} {}`,
      changed(last, 'missed-one', 'council', 'missed-two'),
    ])
    expect((await (await back(undefined, last.position - 1)).until(2))[1]).toBe(changed(last, 'missed-two', 'council'))
    const current = await back(undefined, last.position)
    await current.until(1)
    await sleep(30)
    expect(current.events).toHaveLength(1)
  })

  test('what it may not see it has not missed', async () => {
    const { follow } = await house()
    const open = await toAll()
    await only('delegation:ERE')
    const [other, own] = await Promise.all(
      [undefined, 'ERE'].map((seat) => follow(seat, { 'last-event-id': String(open.position) })),
    )
    await own?.until(2)
    await sleep(30)
    expect(other?.events).toEqual([`here ${open.position} {}`])
  })

  test.each([
    { says: 'an id that was never reached: anything may have changed', header: '999999', events: 2 },
    { says: 'an id that is none', header: 'yesterday', events: 1 },
    { says: 'a page made after what its reader may see', query: '?since=999999', events: 1 },
    { says: 'a page made at no position', query: '?since=', events: 1 },
  ])('$says', async ({ header, query, events }) => {
    const { follow } = await house()
    const { position } = await toAll()
    const listener = await follow(undefined, header ? { 'last-event-id': header } : {}, query)
    await listener.until(events)
    await sleep(30)
    expect(listener.events).toEqual([`here ${position} {}`, `changed ${position} {"about":"all"}`].slice(0, events))
  })

  test('entered while it was coming back: told once or twice, never not at all', async () => {
    const { follow } = await house()
    const first = await toAll()
    const early = await follow()
    await early.until(1)
    const [second, late] = await Promise.all([toAll(), follow(undefined, { 'last-event-id': String(first.position) })])
    expect((await early.until(2))[1]).toBe(changed(second))
    expect((await late.until(2)).at(-1)).toBe(changed(second))
  })
})

describe('connections', () => {
  test('300 listen, of two seats: all hear it, none twice; the connections are gone when they leave', async () => {
    const { follow, hub } = await house()
    const all = await Promise.all(Array.from({ length: 300 }, (_, n) => follow(n % 3 === 0 ? 'ERE' : undefined)))
    await Promise.all(all.map((listener) => listener.until(1)))
    expect(hub.size).toBe(300)
    const entries: Entry[] = []
    for (const events of [2, 3, 4]) {
      entries.push(await toAll())
      await Promise.all(all.map((listener) => listener.until(events)))
    }
    for (const { events } of all) expect(events.slice(1)).toEqual(entries.map((entry) => changed(entry)))
    for (const listener of all) listener.leave()
    await expect.poll(() => hub.size).toBe(0)
  })

  test.each([
    { says: 'as many as are allowed', most: 2, codes: [200, 200, 429] },
    { says: 'one', most: 1, codes: [200, 429, 429] },
  ])('of one address: $says', async ({ most, codes }) => {
    const { follow, hub } = await house({ mostFromHere: most })
    const all = [await follow(), await follow(), await follow()]
    expect(all.map(({ code }) => code)).toEqual(codes)
    expect(all[2]?.headers['retry-after']).toBe('30')
    // A place that is left is free again.
    all[0]?.leave()
    await expect.poll(() => hub.size).toBe(most - 1)
    expect((await follow()).code).toBe(200)
  })

  test('other addresses have places of their own, and fewer', async () => {
    const server = Fastify({ trustProxy: true })
    servers.push(server)
    serveLive(server, registry, { seatOf, hearing, mostPerAddress: 1 })
    const url = await server.listen({ port: 0, host: '127.0.0.1' })
    const codes: number[] = []
    for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '127.0.0.1', '127.0.0.1']) {
      const listener = await listen(`${url}/concord/live`, { 'x-forwarded-for': from })
      listeners.push(listener)
      codes.push(listener.code)
    }
    expect(codes).toEqual([200, 429, 200, 200, 200])
  })

  test('a session that ended is closed when it is said', async () => {
    const { follow, hub } = await house()
    const [own, other] = [await follow('ERE'), await follow('LAP')]
    expect(hub.drop(({ seat }) => seatText(seat) === 'delegation:ERE')).toBe(1)
    await expect.poll(() => own.isClosed()).toBe(true)
    const open = await toAll()
    expect((await other.until(2))[1]).toBe(changed(open))
  })

  test.each([
    { says: 'sits elsewhere now', now: (): Seat => ({ kind: 'public' }) },
    { says: 'sits for another', now: (): Seat => ({ kind: 'delegation', participant: 'LAP' }) },
    {
      says: 'cannot be looked up',
      now: (): Seat => {
        throw new Error('The sessions are away.')
      },
    },
  ])('whoever $says is closed at the next look; the others stay', async ({ now }) => {
    let isOver = false
    const { follow, hub } = await house({
      seatOf: (request) => (isOver && request.headers['x-seat'] === 'ERE' ? now() : seatOf(request)),
      recheckMilliseconds: 20,
    })
    const [own, other] = [await follow('ERE'), await follow('LAP')]
    await sleep(60)
    expect(hub.size).toBe(2)
    isOver = true
    await expect.poll(() => own.isClosed()).toBe(true)
    expect(other.isClosed()).toBe(false)
  })

  test('the line is kept open by a clock of its own, alike for all', async () => {
    const { follow } = await house({ heartbeatMilliseconds: 20 })
    const listener = await follow()
    await expect.poll(() => listener.text().split(':\n\n').length).toBeGreaterThan(3)
    expect(listener.events).toHaveLength(1)
  })

  test('a reader that does not read is dropped; the others hear everything', async () => {
    const { follow, hub, server } = await house({ mostWaiting: 64 * 1024 })
    const sockets: Socket[] = []
    server.server.on('connection', (socket) => sockets.push(socket))
    const stuck = await follow()
    const other = await follow()
    for (const listener of [stuck, other]) await listener.until(1)
    stuck.pause()
    const [toStuck] = sockets
    // Some megabytes wait in the machine itself before anything waits here.
    while (toStuck && toStuck.writableLength <= 64 * 1024) {
      expect(hub.size).toBe(2)
      toStuck.write(Buffer.alloc(64 * 1024, ':'))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const last = await toAll()
    expect((await other.until(2))[1]).toBe(changed(last))
    await expect.poll(() => hub.size).toBe(1)
  })

  test('the server stops though many listen, and takes no more', async () => {
    const { follow, server, hub } = await house()
    const all = [await follow(), await follow('ERE')]
    for (const listener of all) await listener.until(1)
    expect(await Promise.race([server.close().then(() => 'closed'), sleep(3_000, 'still open')])).toBe('closed')
    await expect.poll(() => hub.size).toBe(0)
    await expect.poll(() => all.map((listener) => listener.isClosed())).toEqual([true, true])
  })
})

describe('what an act is about', () => {
  test.each([
    {
      says: 'a decision of a meeting',
      act: { kind: 'decision-recorded', decision: 'd', meeting: 'm', body: 'b' },
      about: ['d', 'm', 'b'],
    },
    {
      says: 'a position on a decision',
      act: { kind: 'position-taken', decision: 'd', participant: 'ERE' },
      about: ['d'],
    },
    { says: 'a meeting', act: { kind: 'meeting-held', meeting: 'm', body: 'b' }, about: ['m', 'b'] },
    { says: 'neither', act: { kind: 'relation-noted', participant: 'UTO' }, about: [] },
  ])('$says', ({ act, about }) => expect(aboutOf(act as unknown as Act)).toEqual(about))
})

test('the history of the Concord is public in these tests', () => {
  expect(
    registry
      .record('concord')
      .entries(historyHead)
      .every((entry) => mayHear(entry, { kind: 'public' })),
  ).toBe(true)
})
