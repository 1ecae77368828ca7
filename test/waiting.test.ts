import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSeat, type Seat } from '../src/record/index.ts'
import { submit } from '../src/routes/acts.ts'
import { isRefusal } from '../src/rules/index.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// What waits for a seat, as a page, as data, and by private feeds that anybody's calendar can read.

let house: SeatsHouse
let browser: TestBrowser
const seats = new Map<string, Visitor>()

async function sitting(seat: string): Promise<Visitor> {
  const known = seats.get(seat)
  if (known) return known
  const visitor = house.visitor()
  await visitor.post('/concord/seat', { seat })
  seats.set(seat, visitor)
  return visitor
}

async function enter(seat: string, act: Record<string, unknown>): Promise<void> {
  const entered = await submit(house.registry, 'concord', act, readSeat(seat) as Seat)
  if (isRefusal(entered)) throw new Error(`${act.kind}: ${entered.message}`)
}

async function dataOf(seat: string) {
  return (await (await sitting(seat)).get('/concord/run/waiting.json')).json()
}

beforeAll(async () => {
  ;[house, browser] = [await seatsHouse({ openSeats: true }), await startBrowser()]
  await enter('delegation:ARC', {
    kind: 'proposal-made',
    decision: 'lights',
    body: 'council',
    level: 'council',
    title: { en: 'Harbour <lights> & buoys' },
    type: 'decision',
    paragraphs: [{ number: '1', text: { en: 'Every harbour shows a light.' } }],
    proposedBy: ['ARC'],
  })
  await enter('delegation:UTO', {
    kind: 'silence-opened',
    decision: 'lights',
    revision: 1,
    opensAt: '2034-01-10T09:00:00.000Z',
    expiresAt: '2034-01-13T09:00:00.000Z',
  })
  await enter('delegation:LIL', {
    kind: 'position-taken',
    decision: 'lights',
    participant: 'LIL',
    position: 'reserves',
    revision: 1,
    says: 'Only Lilliput knows this.',
  })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  removeTemporaryFolders()
})

describe('the page', () => {
  test('says what waits, by when, and leads to where it is done; with the addresses as a form', async () => {
    const { body, headers } = await (await sitting('delegation:ERE')).get('/concord/run/waiting')
    expect(body).toContain('Harbour &#60;lights&#62; &#38; buoys')
    expect(body).toContain('Before 10 January 2034, 09:00 UTC (in 12 hours')
    expect(body).toContain('href="/concord/run/proposals/lights#silence"')
    expect(body).toContain('href="/concord/run/proposals/lights#positions"')
    expect(body).toContain('data-live="all"')
    expect(headers['cache-control']).toBe('no-store')
    expect(body).not.toContain('By e-mail')
  })
  test('for the public nothing waits, in words', async () => {
    const { body, statusCode } = await house.visitor().get('/concord/run/waiting')
    expect(statusCode).toBe(200)
    expect(body).toContain('Nothing waits for the public')
    expect(body).not.toContain('Harbour')
    expect((await house.visitor().get('/concord/run/waiting.json')).json()).toMatchObject({ waiting: [], changes: [] })
  })
  test('what one delegation said is in no other’s data', async () => {
    expect(JSON.stringify(await dataOf('delegation:LIL'))).toContain('LIL')
    for (const seat of ['delegation:ERE', 'delegation:ARC', 'delegation:BRO']) {
      const text = JSON.stringify(await dataOf(seat))
      expect(text).not.toMatch(/LIL|Lilliput/)
    }
    expect(JSON.stringify(await dataOf('delegation:UTO'))).toContain('Lilliput')
  })
})

async function keysOf(seat: string, label = 'My calendar') {
  const response = await (await sitting(seat)).post('/concord/run/waiting/feeds', { label })
  const found = [...response.body.matchAll(/http:[^<]*\.(atom|ics)\?key=[\w-]+/g)].map(([address]) => new URL(address))
  return { response, paths: found.map(({ pathname, search }) => pathname + search) as [string, string] }
}

describe('private feeds', () => {
  test('the addresses are shown once, and open without a cookie', async () => {
    const { response, paths } = await keysOf('delegation:ERE')
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.body).not.toContain('data-live')
    const key = paths[0].split('key=')[1] as string
    const later = await (await sitting('delegation:ERE')).get('/concord/run/waiting')
    expect(later.body).toContain('My calendar')
    expect(later.body).not.toContain(key)
    const stored = await house.registry.database.pool.query('select * from feed_keys')
    expect(JSON.stringify(stored.rows)).not.toContain(key)
    for (const path of paths) {
      const feed = await house.visitor().get(path)
      expect(feed.statusCode).toBe(200)
      expect(feed.headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
      expect(feed.body).not.toContain(key)
      expect(feed.body).not.toMatch(/LIL|Lilliput/)
    }
  })
  test('the calendar parses, keeps its ids, and says whose clock it is', async () => {
    const { paths } = await keysOf('delegation:BRO')
    const read = async () => {
      const { body, headers } = await house.visitor().get(paths[1])
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
      return new ICAL.Component(ICAL.parse(body))
    }
    const calendar = await read()
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('what waits for Brobdingnag')
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('which is not the world’s')
    const eventsOf = (from: ICAL.Component) =>
      from.getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component)
        const changed = component.getFirstPropertyValue('last-modified')
        return { uid: event.uid, at: event.startDate.toJSDate().toISOString(), sequence: event.sequence, changed }
      })
    const events = eventsOf(calendar)
    expect(events.map(({ at }) => at).sort()).toEqual(['2034-01-10T09:00:00.000Z', '2034-01-13T09:00:00.000Z'])
    expect(events.every(({ changed }) => changed)).toBe(true)
    expect(calendar.getAllSubcomponents('vevent')[0]?.getFirstPropertyValue('description')).toContain('which is not')
    await enter('delegation:UTO', { kind: 'silence-extended', decision: 'lights', until: '2034-01-14T09:00:00.000Z' })
    const after = eventsOf(await read())
    expect(after.map(({ uid }) => uid).sort()).toEqual(events.map(({ uid }) => uid).sort())
    const moved = after.find(({ at }) => at === '2034-01-14T09:00:00.000Z')
    const before = events.find(({ uid }) => uid === moved?.uid)
    expect(moved?.sequence).toBeGreaterThan(before?.sequence as number)
  })
  test('the feed is what RFC 4287 asks, to a strict reader', async () => {
    const { paths } = await keysOf('delegation:ERE', 'A reader')
    const feed = await house.visitor().get(paths[0])
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const page = await browser.browser.newPage()
    const read = (await page.evaluate(`(() => {
      const xml = new DOMParser().parseFromString(${JSON.stringify(feed.body)}, 'application/xml')
      const children = (node) => [...node.children].map((one) => one.localName)
      const texts = (name) => [...xml.querySelectorAll(name)].map((one) => one.textContent)
      return {
        errors: xml.querySelectorAll('parsererror').length,
        root: xml.documentElement.namespaceURI + ' ' + xml.documentElement.localName,
        feed: children(xml.documentElement).filter((name) => name !== 'entry'),
        entries: [...xml.querySelectorAll('entry')].map(children),
        ids: texts('id'), titles: texts('entry > title'), updated: texts('updated'),
      }
    })()`)) as { [name: string]: string[] & string[][] } & { errors: number; root: string }
    await page.close()
    expect(read.errors).toBe(0)
    expect(read.root).toBe('http://www.w3.org/2005/Atom feed')
    expect(read.feed).toEqual(['id', 'title', 'subtitle', 'updated', 'author', 'link'])
    for (const entry of read.entries as string[][]) {
      expect(entry).toEqual(['id', 'title', 'updated', 'link', 'content'])
    }
    const ids = read.ids as string[]
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toBe(true)
    expect((read.titles as string[]).join('\n')).toContain('“Harbour <lights> & buoys” is to be put under silence')
    expect((read.titles as string[]).join('\n')).toContain(
      'Harbour <lights> & buoys: Revision 1 was put under silence until 13 January 2034, 09:00 UTC',
    )
    expect((await house.visitor().get(paths[0])).body).toBe(feed.body)
  })
  test('a key opens one seat of one organisation, nothing besides, and nothing once it is ended', async () => {
    const { paths } = await keysOf('delegation:RUR', 'To be ended')
    const [atom, ics] = paths
    expect((await house.visitor().get(atom.replace('/concord/', '/mirror/'))).statusCode).toBe(404)
    const key = atom.split('key=')[1]
    expect((await house.visitor().get(`/concord/run/waiting.json?key=${key}`)).json().seat).toBe('public')
    const { body } = await (await sitting('delegation:RUR')).get('/concord/run/waiting')
    const id = /name="end" value="([^"]+)"/.exec(body)?.[1] as string
    // Another seat does not end it.
    await (await sitting('delegation:ERE')).post('/concord/run/waiting/feeds', { end: id })
    expect((await house.visitor().get(ics)).statusCode).toBe(200)
    await (await sitting('delegation:RUR')).post('/concord/run/waiting/feeds', { end: id })
    for (const path of paths) {
      const gone = await house.visitor().get(path)
      expect(gone.statusCode).toBe(404)
      expect(gone.headers['referrer-policy']).toBe('no-referrer')
      expect(gone.body).not.toContain(key)
    }
  })
  test('the public makes none, and who sits does not without saying what for', async () => {
    expect((await house.visitor().post('/concord/run/waiting/feeds', { label: 'x' })).statusCode).toBe(403)
    expect((await (await sitting('delegation:ERE')).post('/concord/run/waiting/feeds', {})).statusCode).toBe(400)
    expect((await (await sitting('delegation:ERE')).get('/concord/run/waiting/feeds')).statusCode).toBe(303)
  })
  test('guesses are limited', async () => {
    const guessing = await seatsHouse({ openSeats: true })
    const visitor = guessing.visitor()
    const answers: number[] = []
    for (let guess = 0; guess < 25; guess += 1)
      answers.push((await visitor.get(`/concord/run/waiting.ics?key=guess-${guess}`)).statusCode)
    await guessing.close()
    expect(answers.slice(0, 20)).toEqual(Array(20).fill(404))
    expect(answers.slice(20)).toEqual(Array(5).fill(429))
  })
  test('what was made while seats were open counts for nothing where they are not', async () => {
    const closed = await seatsHouse()
    const make = (account?: string) =>
      closed.accounts.feedKeys.make({
        organisation: 'concord',
        seat: { kind: 'delegation', participant: 'ERE' },
        label: 'x',
        account,
      })
    const ask = async (key: string) => (await closed.visitor().get(`/concord/run/waiting.ics?key=${key}`)).statusCode
    expect(await ask(await make())).toBe(404)
    const seat = { kind: 'delegation', participant: 'ERE' } as const
    const token = await closed.accounts.invitations.make({ organisation: 'concord', seat, role: 'head', validHours: 1 })
    const somebody = closed.visitor()
    await somebody.post(`/invitation/${token}`, { name: 'Somebody' })
    const [person] = await closed.accounts.people.ofSeat('concord', seat)
    const key = await make(person?.id)
    expect(await ask(key)).toBe(200)
    await closed.accounts.people.remove(person?.id as string, 'concord', seat)
    expect(await ask(key)).toBe(404)
    await closed.close()
  })
})
