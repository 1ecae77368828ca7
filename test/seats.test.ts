import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seatId } from '../src/record/index.ts'
import { loadFolder } from '../src/registry/index.ts'
import { ok } from './support/databases.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { textOf } from './support/pages.ts'
import { concordAs, type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Who sits where, and who is not let in: requests as browsers and programs send them, on a real database.

let open: SeatsHouse
let closed: SeatsHouse
beforeAll(async () => {
  open = await seatsHouse({ openSeats: true })
  closed = await seatsHouse()
})
afterAll(async () => {
  await open?.close()
  await closed?.close()
  removeTemporaryFolders()
})

/** Somebody let in by an invitation made in the database, as `chancery invite` does. */
async function invited(seat: string, name: string, role: 'head' | 'member' = 'head'): Promise<Visitor> {
  const participant = seat.split(':')[1]
  const token = await closed.accounts.invitations.make({
    organisation: 'concord',
    seat: participant ? { kind: 'delegation', participant } : { kind: 'secretariat' },
    role,
    validHours: 1,
  })
  const visitor = closed.visitor()
  const { statusCode } = await visitor.post(`/invitation/${token}`, { name })
  expect(statusCode).toBe(303)
  return visitor
}

const linkIn = (body: string) => /\/invitation\/[\w-]{43}/.exec(body)?.[0] ?? 'no link'
const codeOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
  `${statusCode} ${textOf(body).trim()}`.trim()

describe('where seats are open', () => {
  test('a record of other days than those on which it is run says that nobody belongs', async () => {
    await ok(loadFolder(open.registry, concordAs('today', 'working')))
    const visitor = open.visitor()
    await visitor.post('/today/seat', { seat: 'secretariat' })
    const { body } = await visitor.get('/today/run')
    expect(textOf(body)).toMatch(/On \d+ \w+ 2026 nobody holds a status here/)
    expect(textOf(body)).toContain('The record covers 3 March 2031 to 31 December 2033.')
    expect(textOf((await visitor.get('/concord/run')).body)).not.toContain('nobody holds a status')
  })
  test('nobody is asked to sign in', async () => {
    expect((await open.visitor().get('/concord/seat')).body).not.toContain('href="/sign-in"')
    expect((await closed.visitor().get('/concord/seat')).body).toContain('href="/sign-in"')
  })
  test('a newcomer sits as anyone at once, each browser in a seat of its own, and stands up again', async () => {
    const [one, two] = [open.visitor(), open.visitor()]
    expect(await one.sitsIn()).toBe('public')
    expect((await one.post('/concord/seat', { seat: 'delegation:ARC' })).statusCode).toBe(303)
    await two.post('/concord/seat', { seat: 'secretariat' })
    expect([await one.sitsIn(), await two.sitsIn()]).toEqual(['delegation:ARC', 'secretariat'])
    const page = (await one.get('/concord/seat')).body
    expect(textOf(page)).toContain('You sit as Arcadia')
    expect(textOf(page)).toMatch(/Who is here Arcadia The Secretariat/)
    await one.post('/concord/seat', { seat: 'delegation:UTO' })
    expect(await one.sitsIn()).toBe('delegation:UTO')
    await one.post('/concord/seat/leave')
    expect(await one.sitsIn()).toBe('public')
    expect(one.cookies.size).toBe(0)
    expect(await two.sitsIn()).toBe('secretariat')
  })

  test('the seats are those of who holds a status on the day', async () => {
    const visitor = open.visitor()
    expect(textOf((await visitor.get('/concord/seat')).body)).toContain('Laputa')
    expect(textOf((await visitor.get('/concord/seat?on=2032-10-04')).body)).not.toContain('Laputa')
    for (const seat of ['delegation:NOBODY', 'chair', '', 'delegation:']) {
      const answer = await visitor.post('/concord/seat', { seat })
      expect(codeOf(answer)).toMatch(/^400 There is no such seat/)
    }
    expect((await visitor.post('/concord/seat?on=2032-10-04', { seat: 'delegation:LAP' })).statusCode).toBe(400)
  })

  test('every page says who sits, and a kept page is shown to nobody in another seat', async () => {
    const [arcadia, utopia, reader] = [open.visitor(), open.visitor(), open.visitor()]
    await arcadia.post('/concord/seat', { seat: 'delegation:ARC' })
    await utopia.post('/concord/seat', { seat: 'delegation:UTO' })
    for (const _ of [1, 2]) {
      expect((await arcadia.get('/concord/day')).body).toContain('You sit as Arcadia')
      expect((await utopia.get('/concord/day')).body).toContain('You sit as Utopia')
      const { body, headers } = await reader.get('/concord/day')
      expect(body).not.toContain('You sit as')
      expect(headers['cache-control']).toBeUndefined()
    }
    expect((await arcadia.get('/concord/day')).headers['cache-control']).toBe('private, no-cache')
  })

  test('a seat of another organisation is the public here', async () => {
    const visitor = open.visitor()
    await visitor.post('/concord/seat', { seat: 'secretariat' })
    expect(await visitor.sitsIn('mirror')).toBe('public')
    expect((await visitor.get('/mirror/delegation')).statusCode).toBe(403)
  })

  test('an edition that is only read has no seats, and says where there are some', async () => {
    const visitor = open.visitor()
    const { body } = await visitor.get('/mirror/seat')
    expect(textOf(body)).toContain('Nobody sits here')
    expect(body).toContain('href="/concord/seat"')
    expect(body).not.toContain('href="/mirror/seat"')
    const refused = await visitor.post('/mirror/seat', { seat: 'secretariat' })
    expect(codeOf(refused)).toMatch(/^403 This edition is only read/)
  })

  test('once seats are closed, those taken while they were open are the public’s', async () => {
    const visitor = open.visitor()
    await visitor.post('/concord/seat', { seat: 'secretariat' })
    const token = visitor.cookies.get('chancery') ?? ''
    expect((await open.accounts.sessions.find(token))?.sits?.seat).toEqual({ kind: 'secretariat' })
    const seats = await seatsHouse({ openSeats: false, accounts: open.accounts })
    const later = seats.visitor()
    later.cookies.set('chancery', token)
    expect(await later.sitsIn()).toBe('public')
    await seats.close()
  })
})

describe('where seats are by invitation', () => {
  test('nobody takes a seat without one', async () => {
    const visitor = closed.visitor()
    const answer = await visitor.post('/concord/seat', { seat: 'secretariat' })
    expect(codeOf(answer)).toMatch(/^403 On this server a seat is taken by invitation/)
    expect(await visitor.sitsIn()).toBe('public')
    expect(textOf((await visitor.get('/concord/seat')).body)).toContain('Seats are taken by invitation')
  })

  test('who is here is told to those who sit, and not to the public', async () => {
    const secretariat = await invited('secretariat', 'Sid')
    expect(textOf((await secretariat.get('/concord/seat')).body)).toMatch(/Who is here.* The Secretariat/)
    const told = textOf((await closed.visitor().get('/concord/seat')).body)
    expect(told).toContain('In the chair')
    expect(told).not.toMatch(/Who is here|has been here/)
  })

  test('an invitation says for which seat, is not used up by looking, lets one in and no second', async () => {
    const secretariat = await invited('secretariat', 'Sal')
    const made = await secretariat.post('/concord/delegation?seat=delegation:ARC', { do: 'invite', role: 'head' })
    const link = linkIn(made.body)
    const [ada, bea] = [closed.visitor(), closed.visitor()]
    for (const _ of [1, 2])
      expect(textOf((await ada.get(link)).body)).toContain('You are invited to sit as Arcadia in the Concord')
    expect(codeOf(await ada.post(link, { name: ' ' }))).toMatch(/^400 A name has from 1 to 100 characters/)
    expect((await ada.post(link, { name: 'Ada' })).headers.location).toBe('/concord/seat')
    expect(await ada.sitsIn()).toBe('delegation:ARC')
    expect(codeOf(await bea.post(link, { name: 'Bea' }))).toMatch(/^410 This invitation has been used/)
    expect(codeOf(await bea.get(`${link.slice(0, -1)}`))).toMatch(/^404 There is no such invitation/)
    expect(await bea.sitsIn()).toBe('public')
  })

  test('a head invites, replaces and removes; a member does not; another delegation sees nothing', async () => {
    const head = await invited('delegation:ERE', 'Erna')
    const link = linkIn((await head.post('/concord/delegation', { do: 'invite', role: 'member' })).body)
    const member = closed.visitor()
    await member.post(link, { name: 'Emil' })
    expect(await member.sitsIn()).toBe('delegation:ERE')
    expect((await member.post('/concord/delegation', { do: 'invite' })).statusCode).toBe(403)
    expect((await member.post('/concord/delegation', { do: 'make-token', label: 'x' })).statusCode).toBe(403)
    expect(textOf((await member.get('/concord/delegation')).body)).not.toContain('Make a token')
    const stranger = await invited('delegation:LIL', 'Lea')
    expect((await stranger.get('/concord/delegation?seat=delegation:ERE')).statusCode).toBe(403)
    expect((await stranger.get('/concord/delegation?seat=secretariat')).statusCode).toBe(403)
    expect((await stranger.post('/concord/delegation?seat=delegation:ERE', { do: 'invite' })).statusCode).toBe(403)
    const emil = (await closed.accounts.people.ofSeat('concord', { kind: 'delegation', participant: 'ERE' })).find(
      ({ name }) => name === 'Emil',
    )
    const replaced = await head.post('/concord/delegation', { do: 'replace', id: emil?.id ?? '' })
    expect(textOf(replaced.body)).toContain('An invitation as member')
    expect(await member.sitsIn()).toBe('public')
    expect((await member.get('/account')).statusCode).toBe(303)
    expect(await head.sitsIn()).toBe('delegation:ERE')
    // Only people of the seat can be removed from it.
    const lea = (await closed.accounts.people.ofSeat('concord', { kind: 'delegation', participant: 'LIL' }))[0]
    expect((await head.post('/concord/delegation', { do: 'remove', id: lea?.id ?? '' })).statusCode).toBe(400)
    expect(await stranger.sitsIn()).toBe('delegation:LIL')
  })

  test('contacts are entered and erased by the page', async () => {
    const head = await invited('delegation:UTO', 'Una')
    const contact = {
      do: 'add-contact',
      function: 'National coordinator',
      name: 'Uwe Utopian',
      email: 'uwe@utopia.example',
    }
    expect((await head.post('/concord/delegation', contact)).statusCode).toBe(303)
    expect(textOf((await head.get('/concord/delegation')).body)).toContain('Uwe Utopian , National coordinator')
    const [kept] = await closed.accounts.contacts.of('concord', 'UTO')
    await head.post('/concord/delegation', { do: 'erase-contact', id: kept?.id ?? '' })
    expect(textOf((await head.get('/concord/delegation')).body)).not.toContain('Uwe')
    expect((await head.post('/concord/delegation', { do: 'add-contact', name: 'Nobody' })).statusCode).toBe(400)
  })

  test('who is signed in sees their seats and sessions, ends one, and erases everything', async () => {
    const ada = await invited('delegation:ARC', 'Ada of Arcadia')
    const page = textOf((await ada.get('/account')).body)
    for (const says of ['Ada of Arcadia', 'Arcadia , Concord', 'this browser']) expect(page).toContain(says)
    await ada.post('/concord/seat/leave')
    expect(await ada.sitsIn()).toBe('public')
    await ada.post('/concord/seat', { seat: 'delegation:ARC' })
    expect(await ada.sitsIn()).toBe('delegation:ARC')
    expect((await ada.post('/concord/seat', { seat: 'delegation:ERE' })).statusCode).toBe(403)
    const bea = await invited('delegation:ARC', 'Bea')
    const adas = await closed.accounts.sessions.find(ada.cookies.get('chancery') ?? '')
    await bea.post('/account/sessions', { end: adas?.id ?? '' })
    expect(await ada.sitsIn()).toBe('delegation:ARC')
    expect((await ada.post('/account/erase')).statusCode).toBe(400)
    expect(await ada.sitsIn()).toBe('delegation:ARC')
    await ada.post('/account/erase', { confirm: 'yes' })
    expect(await ada.sitsIn()).toBe('public')
    const people = await closed.accounts.people.ofSeat('concord', { kind: 'delegation', participant: 'ARC' })
    expect(people.map(({ name }) => name)).not.toContain('Ada of Arcadia')
    await bea.post('/account/sessions', { end: 'all' })
    expect(await bea.sitsIn()).toBe('public')
  })

  test('the account without anybody leads to signing in, and changes nothing', async () => {
    const visitor = closed.visitor()
    expect((await visitor.get('/account')).headers.location).toBe('/sign-in')
    for (const path of ['sessions', 'passkeys', 'passkeys/options', 'passkeys/remove', 'erase'])
      expect((await visitor.post(`/account/${path}`, { confirm: 'yes' })).statusCode).toBe(401)
  })

  test('a forged, an expired and an ended session are the public', async () => {
    const visitor = await invited('delegation:ARC', 'Ada')
    const token = visitor.cookies.get('chancery') ?? ''
    const as = async (cookie: string) => {
      const other = closed.visitor()
      other.cookies.set('chancery', cookie)
      return other.sitsIn()
    }
    expect(await as(token)).toBe('delegation:ARC')
    expect(await as(`${token}x`)).toBe('public')
    expect(await as(token.toLowerCase())).toBe('public')
    const now = closed.clock.now
    closed.clock.now = '2035-01-09T10:00:00.000Z' as typeof now
    expect(await as(token)).toBe('public')
    closed.clock.now = now
    expect(await as(token)).toBe('delegation:ARC')
    await visitor.post('/account/sessions', { end: 'all' })
    expect(await as(token)).toBe('public')
  })
})

describe('that a State leaves is entered for it', () => {
  const leaves = { kind: 'status-ended', participant: 'BRO', noticeOn: '2034-01-09', on: '2034-03-01' }
  const note = { fromNote: { number: '17', date: '2034-01-09' } }
  const brobdingnag = { kind: 'delegation', participant: 'BRO' } as const
  /** What the rules would say of it to whoever brings this. */
  async function answer(headers: Record<string, string>, more: object = {}): Promise<string> {
    const { statusCode, body } = await closed.visitor().ask({
      method: 'POST',
      url: '/api/concord/acts/ruling',
      payload: JSON.stringify({ ...leaves, ...more }),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    })
    return statusCode === 200 ? 'in order' : JSON.parse(body).refused
  }
  const sitting = (visitor: Visitor) => ({ cookie: `chancery=${visitor.cookies.get('chancery')}` })
  const token = async (madeBy?: string) => ({
    authorization: `Bearer ${await closed.accounts.apiTokens.make({ organisation: 'concord', seat: brobdingnag, label: 'p', madeBy })}`,
  })

  test('by its head, and by a program that the head let in; not by a member, nor by what others let in', async () => {
    const head = await invited('delegation:BRO', 'Lena')
    const member = await invited('delegation:BRO', 'Max', 'member')
    const officer = await invited('secretariat', 'Olga')
    const people = async (seat: Parameters<typeof closed.accounts.people.ofSeat>[1]) =>
      new Map((await closed.accounts.people.ofSeat('concord', seat)).map(({ id, name }) => [name, id]))
    const [own, others] = [await people(brobdingnag), await people({ kind: 'secretariat' })]
    expect(await answer(sitting(head))).toBe('in order')
    expect(await answer(sitting(member))).toBe('not-your-act')
    expect(await answer(sitting(officer))).toBe('note-missing')
    expect(await answer(sitting(officer), note)).toBe('in order')
    expect(await answer(sitting(head), note)).toBe('note-not-yours')
    expect(await answer(await token(own.get('Lena')))).toBe('in order')
    expect(await answer(await token(own.get('Max')))).toBe('not-your-act')
    expect(await answer(await token(others.get('Olga')))).toBe('not-your-act')
    expect(await answer(await token())).toBe('not-your-act')
  })
})

describe('tokens of programs', () => {
  test('a token acts for its seat in its organisation, until it is ended', async () => {
    const head = await invited('delegation:LIL', 'Lea')
    const page = (await head.post('/concord/delegation', { do: 'make-token', label: 'a bot' })).body
    const token = /chancery_[\w-]{43}/.exec(page)?.[0] ?? ''
    const bearer = { authorization: `Bearer ${token}` }
    const program = closed.visitor()
    const asks = (url: string) => program.get(url, bearer)
    expect((await asks('/concord/seat.json')).json()).toEqual({
      organisation: 'concord',
      seat: 'delegation:LIL',
      via: 'token',
    })
    expect((await head.get('/concord/delegation')).body).not.toContain(token)
    // Another organisation, a forged one: refused rather than taken for the public.
    const elsewhere = await asks('/mirror/day.json')
    expect([elsewhere.statusCode, elsewhere.json().refused]).toEqual([401, 'unknown-token'])
    const forged = await program.get('/concord/day', { authorization: `Bearer ${token}x` })
    expect([forged.statusCode, forged.json().refused]).toEqual([401, 'unknown-token'])
    // A program does not manage people.
    expect((await program.post('/concord/delegation', { do: 'invite' }, bearer)).statusCode).toBe(403)
    const [kept] = await closed.accounts.apiTokens.ofSeat('concord', { kind: 'delegation', participant: 'LIL' })
    await head.post('/concord/delegation', { do: 'end-token', id: kept?.id ?? '' })
    expect((await asks('/concord/seat.json')).statusCode).toBe(401)
  })

  test('what a program sends needs no word of where it comes from, unless it brings a cookie', async () => {
    const token = await closed.accounts.apiTokens.make({
      organisation: 'concord',
      seat: { kind: 'secretariat' },
      label: '',
    })
    const send = (headers: Record<string, string>) =>
      closed.visitor().ask({ method: 'POST', url: '/concord/seat/leave', headers })
    expect((await send({ authorization: `Bearer ${token}` })).statusCode).toBe(303)
    expect((await send({ authorization: `Bearer ${token}`, cookie: 'chancery=x' })).statusCode).toBe(403)
  })
})

describe('what another site sends', () => {
  const cases: readonly (readonly [headers: Record<string, string>, code: number])[] = [
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{ 'sec-fetch-site': 'none' }, 303],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://concord.example' }, 403],
    [{ origin: 'http://concord.example' }, 303],
    [{ origin: 'http://concord.example:8080' }, 403],
    [{ origin: 'https://concord.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ]
  test.each(cases)('%o gets %i', async (headers, code) => {
    const answer = await open.visitor().ask({
      method: 'POST',
      url: '/concord/seat',
      payload: 'seat=secretariat',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    expect(answer.statusCode).toBe(code)
    if (code === 403) expect(textOf(answer.body)).toContain('sent from another site')
    expect(answer.cookies.length).toBe(code === 303 ? 1 : 0)
  })
  test('also at an address at which nothing is kept', async () => {
    const answer = await open.visitor().post('/nowhere', {}, { 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(403)
  })
  test('where only this machine comes, no other name counts, wherever it leads', async () => {
    const house = await seatsHouse({ openSeats: true, thisMachineOnly: true })
    const at = (host: string, headers: Record<string, string>) =>
      house.visitor().ask({
        method: 'POST',
        url: '/concord/seat',
        payload: 'seat=secretariat',
        headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      })
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])
      for (const headers of [{ origin: `http://${host}` }, { 'sec-fetch-site': 'same-origin' }])
        expect([host, (await at(host, headers)).statusCode]).toEqual([host, 303])
    for (const host of ['elsewhere.example:3000', '127.0.0.1.elsewhere.example', 'localhost.elsewhere.example'])
      for (const headers of [{ origin: `http://${host}` }, { 'sec-fetch-site': 'same-origin' }])
        expect([host, (await at(host, headers)).statusCode]).toEqual([host, 403])
    await house.close()
  })
  test('behind a server with a name of its own, that name counts, and cookies go over https alone', async () => {
    const house = await seatsHouse({ openSeats: true, origin: 'https://seats.example' })
    const send = (origin: string) =>
      house.visitor().ask({
        method: 'POST',
        url: '/concord/seat',
        payload: 'seat=secretariat',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      })
    expect((await send('http://concord.example')).statusCode).toBe(403)
    const { statusCode, cookies } = await send('https://seats.example')
    expect(statusCode).toBe(303)
    expect(cookies[0]).toMatchObject({ name: 'chancery', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    await house.close()
  })
})

describe('at the edge', () => {
  test('a method that an address does not know is told which it knows', async () => {
    const visitor = closed.visitor()
    const day = await visitor.post('/concord/day')
    expect([day.statusCode, day.headers.allow]).toEqual([405, 'GET, HEAD'])
    const leave = await visitor.get('/concord/seat/leave')
    expect([leave.statusCode, leave.headers.allow]).toEqual([405, 'POST'])
    expect((await visitor.post('/concord/nowhere/at/all')).statusCode).toBe(404)
  })

  test('whoever sends more than there is room for is told how much there is, and nobody sends for ever', async () => {
    for (const [address, most] of [
      ['/concord/run/acts', 64],
      ['/concord/run/propose', 1024],
    ] as const) {
      const { statusCode, body } = await open.visitor().post(address, { text: 'a'.repeat(most * 1024) })
      expect([statusCode, textOf(body)]).toEqual([413, expect.stringContaining(`more than ${most} kB`)])
    }
    expect(open.server.server.requestTimeout).toBeGreaterThan(0)
  })

  test('whoever guesses too often waits; whoever asks for pages does not', async () => {
    const house = await seatsHouse()
    const visitor = house.visitor()
    const guess = async (index: number) => (await visitor.get(`/invitation/guess-${index}`)).statusCode
    const codes = []
    for (let index = 0; index < 22; index += 1) codes.push(await guess(index))
    expect(codes).toEqual([...Array(20).fill(404), 429, 429])
    const bearer = { authorization: 'Bearer guess', 'x-forwarded-for': '192.0.2.1' }
    expect((await visitor.get('/concord/day', bearer)).statusCode).toBe(429)
    expect((await visitor.get('/concord/day')).statusCode).toBe(200)
    await house.close()
  })

  test('whoever sends too much waits', async () => {
    const house = await seatsHouse({ openSeats: true })
    const visitor = house.visitor()
    const other = house.visitor()
    await other.post('/concord/seat', { seat: 'secretariat' })
    const codes = new Map<number, number>()
    for (let index = 0; index < 601; index += 1) {
      const { statusCode } = await visitor.post('/concord/nowhere')
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
    }
    // One of the six hundred was the other's, who had no session yet.
    expect([...codes]).toEqual([
      [404, 599],
      [429, 2],
    ])
    expect((await other.post('/concord/seat', { seat: seatId({ kind: 'secretariat' }) })).statusCode).toBe(303)
    // Nor does a cookie that was made up help: it is the address that sends.
    visitor.cookies.set('chancery', 'made-up')
    expect((await visitor.post('/concord/nowhere')).statusCode).toBe(429)
    await house.close()
  })
})
