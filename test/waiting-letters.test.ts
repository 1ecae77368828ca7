import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSeat, type Seat } from '../src/record/index.ts'
import type { Outgoing } from '../src/registry/index.ts'
import { submit } from '../src/routes/acts.ts'
import { writeLetters } from '../src/routes/mailing.ts'
import { type Instant, isRefusal } from '../src/rules/index.ts'
import { inSession } from './support/concord.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Letters about what waits: to whom, when, how often, and what is not in them.

let house: SeatsHouse
let head: Visitor
const origin = 'https://concord.example'
const erewhon: Seat = { kind: 'delegation', participant: 'ERE' }

async function enter(seat: string, act: Record<string, unknown>): Promise<void> {
  const entered = await submit(house.registry, 'concord', act, readSeat(seat) as Seat)
  if (isRefusal(entered)) throw new Error(`${act.kind}: ${entered.message}`)
}

async function propose(decision: string, title: string, audience: string): Promise<void> {
  await enter('delegation:ARC', {
    kind: 'proposal-made',
    decision,
    body: 'council',
    level: 'council',
    title: { en: title },
    type: 'decision',
    paragraphs: [{ number: '1', text: { en: 'The secret wording.' } }],
    proposedBy: ['ARC'],
    audience,
  })
}

const hoursLater = (hours: number) => new Date(Date.parse(inSession) + hours * 3_600_000).toISOString() as Instant

/** What was written and not sent yet, crossed out as sent. */
async function letters(): Promise<Outgoing[]> {
  await writeLetters(house.registry, house.accounts, origin)
  const found: Outgoing[] = []
  for (;;) {
    const letter = await house.accounts.outbox.take()
    if (!letter) return found
    await house.accounts.outbox.sent(letter.id)
    found.push(letter)
  }
}

const choose = (mailing: string, email = 'head@erewhon.example') =>
  head.post('/concord/run/waiting/mail', { mailing, email })

beforeAll(async () => {
  house = await seatsHouse({ sendsLetters: true })
  const invitation = { organisation: 'concord', seat: erewhon, role: 'head', validHours: 1000 } as const
  head = house.visitor()
  await head.post(`/invitation/${await house.accounts.invitations.make(invitation)}`, { name: 'Head of Erewhon' })
  await head.post('/concord/seat', { seat: 'delegation:ERE' })
  await propose('lights', 'Harbour lights', 'body')
  await propose('ferries', 'Ferries for all', 'public')
  // The Concord's clock shows 9 January 2034, 21:00, at what is 18:00 on 22 November 2026.
  for (const [decision, expiresAt] of [
    ['lights', '2034-01-13T21:00:00.000Z'],
    ['ferries', '2034-01-14T21:00:00.000Z'],
  ]) {
    const opensAt = '2034-01-10T20:59:59.999Z'
    await enter('delegation:UTO', { kind: 'silence-opened', decision, revision: 1, opensAt, expiresAt })
  }
  await enter('delegation:ERE', {
    kind: 'position-taken',
    decision: 'ferries',
    participant: 'ERE',
    position: 'reserves',
    revision: 1,
  })
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})
beforeEach(() => {
  house.clock.now = inSession
})

describe('letters', () => {
  test('none without asking, and no choice without an address', async () => {
    expect(await letters()).toEqual([])
    expect((await choose('at-once', '')).statusCode).toBe(400)
    expect((await choose('at-once', 'a@b\r\nBcc: c@d')).statusCode).toBe(400)
    expect((await choose('often')).statusCode).toBe(400)
    expect((await house.visitor().post('/concord/run/waiting/mail', { mailing: 'daily' })).statusCode).toBe(403)
    expect(await letters()).toEqual([])
  })
  test('at once: one for each thing that is due within a day, once, with nothing in it that is not public', async () => {
    expect((await choose('at-once')).statusCode).toBe(303)
    const { body } = await head.get('/concord/run/waiting')
    expect(body).toContain('value="at-once" checked')
    const first = await letters()
    // Within 24 hours both are put under silence, whose use may be opposed until then.
    expect(first.map(({ to }) => to)).toEqual(['head@erewhon.example', 'head@erewhon.example'])
    const all = first.map(({ subject, text }) => `${subject}\n${text}`).join('\n')
    expect(all).toContain('A proposal in the Council is to be put under silence')
    expect(all).toContain('“Ferries for all” is to be put under silence')
    expect(all).toContain('https://concord.example/concord/run/waiting')
    expect(all).toContain('which is not the world’s')
    expect(all).not.toMatch(/Harbour|secret wording|reserve|objec|Arcadia|Utopia/i)
    expect(await letters()).toEqual([])
    house.clock.now = hoursLater(71.999)
    expect(await letters()).toEqual([])
    house.clock.now = hoursLater(72)
    const [due, ...more] = await letters()
    expect(more).toEqual([])
    expect(due?.text).toContain('Silence runs on a proposal in the Council: before 13 January 2034, 21:00 UTC')
    // Ended by its position, it is not written about again.
    expect(await letters()).toEqual([])
  })
  test('daily: everything that waits, one a day, after six', async () => {
    await choose('daily')
    house.clock.now = '2026-11-23T05:59:59.999Z' as Instant
    expect(await letters()).toEqual([])
    house.clock.now = '2026-11-23T06:00:00.000Z' as Instant
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Concord: four things wait for you')
    expect(letter?.text).not.toMatch(/Harbour|secret wording|reserve|objec|Arcadia|Utopia/i)
    house.clock.now = '2026-11-23T23:59:59.999Z' as Instant
    expect(await letters()).toEqual([])
    house.clock.now = '2026-11-24T06:00:00.000Z' as Instant
    expect(await letters()).toHaveLength(1)
  })
  test('none once it is chosen so, or once the person has left the seat', async () => {
    await choose('none')
    house.clock.now = '2026-11-25T07:00:00.000Z' as Instant
    expect(await letters()).toEqual([])
    await choose('daily')
    const [person] = await house.accounts.people.ofSeat('concord', erewhon)
    await house.accounts.people.remove(person?.id as string, 'concord', erewhon)
    expect(await letters()).toEqual([])
  })
})
