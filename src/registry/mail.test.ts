import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inSession } from '../../test/support/concord.ts'
import { bothDatabases, openRegistry } from '../../test/support/databases.ts'
import type { Seat } from '../record/index.ts'
import type { Instant } from '../rules/index.ts'
import { hoursAfter } from './accounts/tables.ts'
import { Accounts, type Outgoing, pauseHours, postBy, type Registry, sendDue } from './index.ts'

/** A server that takes letters, on this machine; it refuses while it is told to. */
class PostOffice {
  readonly taken: string[] = []
  refuses = false
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(this.refuses ? new Error('Not today.') : undefined),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        this.taken.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(this.#server as unknown as { server: { address(): AddressInfo } }).server.address().port}`
  }
  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

const seat: Seat = { kind: 'delegation', participant: 'ERE' }
const concord = 'concord'

test('pauses double from a minute, to two hours at the most', () => {
  expect([1, 2, 3, 7, 8, 20].map((tries) => pauseHours(tries) * 60)).toEqual([1, 2, 4, 64, 120, 120])
})

describe.each(bothDatabases)('letters on $name', ({ name, databases }) => {
  const opened: Registry[] = []
  const office = new PostOffice()
  let way: ReturnType<typeof postBy>
  let now: Instant
  let accounts: Accounts
  let elsewhere: Accounts
  let account: string
  beforeAll(async () => {
    await databases.start()
    way = postBy({ url: await office.open(), from: 'Chancery <chancery@concord.example>' })
  })
  afterAll(async () => {
    way.close()
    await office.close()
    await databases.stop()
  })
  afterEach(async () => {
    for (const registry of opened.splice(0)) await registry.close()
    office.taken.length = 0
    office.refuses = false
  })

  async function start() {
    now = inSession
    const where = await databases.fresh()
    const registry = await openRegistry(where)
    const other = name === 'PGlite' ? registry : await openRegistry(where)
    opened.push(...new Set([registry, other]))
    accounts = new Accounts(registry.database, () => now)
    elsewhere = new Accounts(other.database, () => now)
    const ask = (sql: string, values: unknown[]) => registry.database.pool.query(sql, values)
    await accounts.people.seatsOf('00000000-0000-4000-8000-000000000000')
    account = '00000000-0000-4000-8000-000000000001'
    await ask('insert into accounts (id, name, email, created_at) values ($1, $2, $3, $4)', [account, 'E', null, now])
    await ask('insert into account_seats (account, organisation, seat, role, since) values ($1, $2, $3, $4, $5)', [
      account,
      concord,
      'delegation:ERE',
      'head',
      now,
    ])
    await accounts.mailings.choose(account, concord, seat, 'at-once', 'head@erewhon.example')
  }
  const write = (key: string) =>
    accounts.outbox.write({ key, account, organisation: concord, subject: `About ${key}`, text: 'Something waits.\n' })
  const idsTaken = () => office.taken.map((text) => /^Message-ID: <(.+)>/im.exec(text)?.[1])

  test('what is written once is sent once, whoever sends', async () => {
    await start()
    expect([await write('a'), await write('a'), await write('b')]).toEqual([true, false, true])
    const sent = await Promise.all([sendDue(accounts, way.post), sendDue(elsewhere, way.post)])
    expect(sent.reduce((sum, one) => sum + one.sent, 0)).toBe(2)
    expect(office.taken).toHaveLength(2)
    expect(office.taken[0]).toMatch(/^To: head@erewhon\.example\r$/m)
    expect(office.taken[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(await sendDue(accounts, way.post)).toEqual({ sent: 0 })
    expect(await write('a')).toBe(false)
  })
  test('a process killed after sending: sent again once the lease is over, under the same id', async () => {
    await start()
    await write('a')
    const letter = (await accounts.outbox.take()) as Outgoing
    await way.post(letter)
    now = hoursAfter(now, 1 / 6 - 1 / 3_600_000)
    expect((await sendDue(elsewhere, way.post)).sent).toBe(0)
    now = hoursAfter(inSession, 1 / 6)
    expect((await sendDue(elsewhere, way.post)).sent).toBe(1)
    expect(new Set(idsTaken()).size).toBe(1)
    expect(office.taken).toHaveLength(2)
  })
  test('refused: tried again after a pause that grows, and given up after a day', async () => {
    await start()
    await write('a')
    office.refuses = true
    const first = await sendDue(accounts, way.post)
    expect(first).toMatchObject({ sent: 0, trouble: expect.anything() })
    now = hoursAfter(now, 0.99 / 60)
    expect(await accounts.outbox.take()).toBeUndefined()
    now = hoursAfter(inSession, 1 / 60)
    await sendDue(accounts, way.post)
    now = hoursAfter(inSession, 2.9 / 60)
    expect(await accounts.outbox.take()).toBeUndefined()
    now = hoursAfter(inSession, 23.99)
    await sendDue(accounts, way.post)
    expect(await accounts.outbox.givenUp(concord)).toBeUndefined()
    now = hoursAfter(inSession, 26)
    await sendDue(accounts, way.post)
    expect(await accounts.outbox.givenUp(concord)).toEqual({ count: 1, since: now })
    expect(await accounts.outbox.givenUp('mirror')).toBeUndefined()
    office.refuses = false
    now = hoursAfter(inSession, 30)
    expect((await sendDue(accounts, way.post)).sent).toBe(0)
  })
  test('nobody there: the letter waits', async () => {
    await start()
    await write('a')
    const nowhere = postBy({ url: 'smtp://127.0.0.1:1', from: 'a@concord.example' })
    expect(await sendDue(accounts, nowhere.post)).toMatchObject({ sent: 0, trouble: expect.anything() })
    nowhere.close()
    now = hoursAfter(now, 1)
    expect((await sendDue(accounts, way.post)).sent).toBe(1)
  })
  test('letters go with the account, and to nobody who has taken back address or seat', async () => {
    await start()
    expect(await accounts.mailings.addressees()).toMatchObject([{ account, mailing: 'at-once', seat }])
    await write('a')
    await accounts.mailings.choose(account, concord, seat, 'none', null)
    expect(await accounts.mailings.addressees()).toEqual([])
    expect(await sendDue(accounts, way.post)).toEqual({ sent: 0 })
    expect(office.taken).toEqual([])
    await accounts.mailings.choose(account, concord, seat, 'daily', 'head@erewhon.example')
    await write('b')
    await accounts.people.remove(account, concord, seat)
    expect(await accounts.mailings.addressees()).toEqual([])
    await accounts.people.erase(account)
    expect(await accounts.outbox.take()).toBeUndefined()
  })
})
