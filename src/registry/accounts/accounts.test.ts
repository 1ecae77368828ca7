import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inSession } from '../../../test/support/concord.ts'
import { bothDatabases, ok, openRegistry, refused } from '../../../test/support/databases.ts'
import type { Seat } from '../../record/index.ts'
import { type Instant, isRefusal } from '../../rules/index.ts'
import type { Registry } from '../index.ts'
import { Accounts, mayTakeAnySeat } from './index.ts'
import { hashOfSecret } from './secret.ts'
import { hoursAfter } from './tables.ts'
import { versions } from './versions.ts'

const arcadia: Seat = { kind: 'delegation', participant: 'ARC' }
const erewhon: Seat = { kind: 'delegation', participant: 'ERE' }
const secretariat: Seat = { kind: 'secretariat' }
const concord = 'concord'

describe.each(bothDatabases)('accounts on $name', ({ name, databases }) => {
  const opened: Registry[] = []
  let now: Instant
  let accounts: Accounts
  /** Another process on the same database, as far as there can be one. */
  let elsewhere: Accounts
  beforeAll(() => databases.start())
  afterAll(() => databases.stop())
  afterEach(async () => {
    for (const registry of opened.splice(0)) await registry.close()
  })

  async function start() {
    now = inSession
    const where = await databases.fresh()
    const registry = await openRegistry(where)
    opened.push(registry)
    const other = name === 'PGlite' ? registry : await openRegistry(where)
    if (other !== registry) opened.push(other)
    accounts = new Accounts(registry.database, () => now)
    elsewhere = new Accounts(other.database, () => now)
  }

  const invite = (seat: Seat = arcadia, role: 'head' | 'member' = 'head', madeBy?: string) =>
    accounts.invitations.make({ organisation: concord, seat, role, validHours: 24, madeBy })
  /** Somebody new in a seat, with the session they came in by. */
  async function somebody(called: string, seat: Seat = arcadia, role: 'head' | 'member' = 'head') {
    const token = await ok(accounts.invitations.accept(await invite(seat, role), { name: called }, 'a browser'))
    const session = await accounts.sessions.find(token)
    return { token, session: session?.id ?? '', account: session?.account?.id ?? '' }
  }

  test('several processes may make the tables at the same time', async () => {
    await start()
    const database = opened[0]?.database
    const all = Array.from({ length: 6 }, () => new Accounts(database as Registry['database'], () => now))
    expect(await Promise.all(all.map((one) => one.people.ofSeat(concord, arcadia)))).toEqual([[], [], [], [], [], []])
  })

  test('an invitation lets one person in, once, into the seat that it names', async () => {
    await start()
    const link = await invite()
    expect(await elsewhere.invitations.find(link)).toMatchObject({ organisation: concord, seat: arcadia, role: 'head' })
    const token = await ok(elsewhere.invitations.accept(link, { name: 'Ada' }, 'a browser'))
    expect(await accounts.sessions.find(token)).toMatchObject({
      account: { name: 'Ada' },
      sits: { organisation: concord, seat: arcadia, role: 'head' },
    })
    expect(await refused(accounts.invitations.accept(link, { name: 'Bea' }, ''))).toBe('invitation-used')
    expect(await refused(accounts.invitations.find(link))).toBe('invitation-used')
    expect((await accounts.people.ofSeat(concord, arcadia)).map((person) => person.name)).toEqual(['Ada'])
    expect(await refused(accounts.invitations.accept(`${link}x`, { name: 'Bea' }, ''))).toBe('unknown-invitation')
  })

  test('of many who accept at the same instant one comes in', async () => {
    await start()
    const link = await invite()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? accounts : elsewhere).invitations.accept(link, { name: `Guest ${index}` }, ''),
      ),
    )
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
    expect(await accounts.people.ofSeat(concord, arcadia)).toHaveLength(1)
  })

  test('an invitation is valid up to its hour and not at it', async () => {
    await start()
    const [early, late] = [await invite(), await invite()]
    now = new Date(Date.parse(inSession) + 24 * 3_600_000 - 1).toISOString() as Instant
    await ok(accounts.invitations.accept(early, { name: 'Ada' }, ''))
    now = hoursAfter(inSession, 24)
    expect(await refused(accounts.invitations.accept(late, { name: 'Bea' }, ''))).toBe('invitation-expired')
    expect(await accounts.people.ofSeat(concord, arcadia)).toHaveLength(1)
  })

  test('a passkey or identity of somebody else lets nobody in, and leaves the invitation as it was', async () => {
    await start()
    const passkey = { id: 'key', publicKey: 'AA', counter: 0, transports: ['usb'], label: 'a key' }
    const identity = { issuer: 'https://id.example', subject: 'ada' }
    await ok(accounts.invitations.accept(await invite(), { name: 'Ada', passkey, identity }, ''))
    const link = await invite()
    expect(await refused(accounts.invitations.accept(link, { name: 'Bea', passkey }, ''))).toBe('known-already')
    expect(await refused(accounts.invitations.accept(link, { name: 'Bea', identity }, ''))).toBe('known-already')
    expect((await accounts.people.ofSeat(concord, arcadia)).map((person) => person.name)).toEqual(['Ada'])
    await ok(accounts.invitations.accept(link, { name: 'Bea' }, ''))
  })

  test('a forged, an ended and an expired session are nobody’s', async () => {
    await start()
    const { token, session } = await somebody('Ada')
    expect(await accounts.sessions.find(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
    expect(await accounts.sessions.find('')).toBeUndefined()
    now = new Date(Date.parse(inSession) + 30 * 24 * 3_600_000 - 1).toISOString() as Instant
    expect(await elsewhere.sessions.find(token)).toMatchObject({ id: session })
    now = hoursAfter(inSession, 30 * 24)
    expect(await elsewhere.sessions.find(token)).toBeUndefined()
    now = inSession
    await elsewhere.sessions.end(session)
    expect(await accounts.sessions.find(token)).toBeUndefined()
  })

  test('who is removed is out at the next request everywhere, with tokens and open invitations; others stay', async () => {
    await start()
    const [ada, bea] = [await somebody('Ada'), await somebody('Bea', arcadia, 'member')]
    const made = { organisation: concord, seat: arcadia, label: 'a program' }
    const [hers, beas] = [
      await accounts.apiTokens.make({ ...made, madeBy: ada.account }),
      await accounts.apiTokens.make({ ...made, madeBy: bea.account }),
    ]
    const link = await invite(arcadia, 'head', ada.account)
    expect(await elsewhere.people.remove(ada.account, concord, arcadia)).toBe(true)
    expect(await accounts.sessions.find(ada.token)).toBeUndefined()
    expect(await accounts.apiTokens.find(hers)).toBeUndefined()
    expect(await refused(accounts.invitations.find(link))).toBe('unknown-invitation')
    expect((await accounts.sessions.find(bea.token))?.sits).toMatchObject({ seat: arcadia, role: 'member' })
    expect(await accounts.apiTokens.find(beas)).toMatchObject({ organisation: concord, seat: arcadia })
    expect(await accounts.people.remove(ada.account, concord, arcadia)).toBe(false)
  })

  test('whoever leaves the Secretariat keeps no way into the seats of others', async () => {
    await start()
    const [ada, bea] = [await somebody('Ada', secretariat), await somebody('Bea', secretariat)]
    await ok(accounts.invitations.accept(await invite(erewhon, 'member'), { account: ada.account }, ''))
    const token = (seat: typeof arcadia, madeBy: string) =>
      accounts.apiTokens.make({ organisation: concord, seat, label: 'a program', madeBy })
    const [others, own, beas] = [
      await token(arcadia, ada.account),
      await token(erewhon, ada.account),
      await token(arcadia, bea.account),
    ]
    const [link, beasLink] = [await invite(arcadia, 'head', ada.account), await invite(arcadia, 'head', bea.account)]
    expect(await elsewhere.people.remove(ada.account, concord, secretariat)).toBe(true)
    expect(await accounts.apiTokens.find(others)).toBeUndefined()
    expect(await refused(accounts.invitations.find(link))).toBe('unknown-invitation')
    expect(await accounts.apiTokens.find(own)).toMatchObject({ seat: erewhon })
    expect(await accounts.apiTokens.find(beas)).toMatchObject({ seat: arcadia })
    expect(await accounts.invitations.find(beasLink)).toMatchObject({ seat: arcadia })
  })

  test('a person moves only to seats that they have; a session without a person anywhere', async () => {
    await start()
    const ada = await somebody('Ada')
    expect(await accounts.sessions.move(ada.session, concord, erewhon)).toBe(false)
    await ok(accounts.invitations.accept(await invite(erewhon, 'member'), { account: ada.account }, ''))
    expect(await accounts.sessions.move(ada.session, concord, erewhon)).toBe(true)
    expect((await accounts.sessions.find(ada.token))?.sits).toMatchObject({ seat: erewhon, role: 'member' })
    expect(await accounts.sessions.move(ada.session, 'plenary', erewhon)).toBe(false)
    const open = await accounts.sessions.begin({ label: '' })
    const { id } = (await accounts.sessions.find(open)) ?? { id: '' }
    expect(await accounts.sessions.move(id, concord, secretariat)).toBe(true)
    expect((await accounts.sessions.find(open))?.sits).toEqual({ organisation: concord, seat: secretariat })
    expect(await accounts.sessions.here(concord, 10)).toEqual([
      { seat: erewhon, count: 2 },
      { seat: secretariat, count: 1 },
    ])
  })

  test('a second invitation takes nothing away from a head', async () => {
    await start()
    const ada = await somebody('Ada')
    await ok(accounts.invitations.accept(await invite(arcadia, 'member'), { account: ada.account }, ''))
    expect(await accounts.people.seatsOf(ada.account)).toEqual([{ organisation: concord, seat: arcadia, role: 'head' }])
  })

  test('an erased account leaves nothing that names it, and what it held opens nothing', async () => {
    await start()
    const ada = await somebody('Ada Lovelace of Arcadia')
    await accounts.passkeys.add(ada.account, { id: 'k', publicKey: 'AA', counter: 0, transports: [], label: 'phone' })
    await accounts.identities.add(ada.account, { issuer: 'https://id.example', subject: 'ada' })
    const made = { organisation: concord, seat: arcadia, madeBy: ada.account }
    const token = await accounts.apiTokens.make({ ...made, label: 'program' })
    const link = await accounts.invitations.make({ ...made, role: 'member', validHours: 1 })
    await elsewhere.people.erase(ada.account)
    expect(await accounts.sessions.find(ada.token)).toBeUndefined()
    expect(await accounts.apiTokens.find(token)).toBeUndefined()
    expect(await accounts.passkeys.find('k')).toBeUndefined()
    expect(await accounts.identities.find({ issuer: 'https://id.example', subject: 'ada' })).toBeUndefined()
    expect(await refused(accounts.invitations.find(link))).toBe('unknown-invitation')
    expect(await refused(accounts.invitations.accept(await invite(), { account: ada.account }, ''))).toBe(
      'unknown-account',
    )
    expect(await everythingKept()).not.toContain(ada.account)
    expect(await everythingKept()).not.toContain('Lovelace')
  })

  test('no token stands in the database in clear', async () => {
    await start()
    const link = await invite()
    const ada = await somebody('Ada')
    const token = await accounts.apiTokens.make({ organisation: concord, seat: arcadia, label: '' })
    const step = await accounts.steps.begin('passkey', { challenge: 'x' })
    const kept = await everythingKept()
    for (const secret of [link, ada.token, token, step]) {
      expect(secret.length).toBeGreaterThanOrEqual(43)
      expect(kept).not.toContain(secret)
    }
  })

  async function everythingKept(): Promise<string> {
    const pool = opened[0]?.database.pool
    const tables = ['accounts', 'account_seats', 'passkeys', 'oidc_identities', 'sessions', 'invitations']
    const rows = []
    for (const table of [...tables, 'api_tokens', 'sign_in_steps', 'contacts'])
      rows.push((await pool?.query(`select * from ${table}`))?.rows)
    return JSON.stringify(rows)
  }

  test('a step of a sign-in is taken once, of its kind, within ten minutes', async () => {
    await start()
    const begin = () => accounts.steps.begin('passkey', { challenge: 'x' })
    const [one, two, three] = [await begin(), await begin(), await begin()]
    expect(await elsewhere.steps.finish('oidc', one)).toBeUndefined()
    expect(await elsewhere.steps.finish('passkey', one)).toEqual({ challenge: 'x' })
    expect(await accounts.steps.finish('passkey', one)).toBeUndefined()
    now = new Date(Date.parse(inSession) + 599_999).toISOString() as Instant
    expect(await accounts.steps.finish('passkey', two)).toEqual({ challenge: 'x' })
    now = new Date(Date.parse(inSession) + 600_000).toISOString() as Instant
    expect(await accounts.steps.finish('passkey', three)).toBeUndefined()
  })

  test('a passkey that counts must count on; one that does not count is taken as it is', async () => {
    await start()
    const ada = await somebody('Ada')
    const key = { publicKey: 'AA', transports: [], label: '' }
    await accounts.passkeys.add(ada.account, { ...key, id: 'counts', counter: 5 })
    await accounts.passkeys.add(ada.account, { ...key, id: 'does-not', counter: 0 })
    expect(await accounts.passkeys.used('counts', 5)).toBe(false)
    expect(await accounts.passkeys.used('counts', 6)).toBe(true)
    expect(await accounts.passkeys.used('counts', 0)).toBe(false)
    expect(await accounts.passkeys.used('does-not', 0)).toBe(true)
    expect((await accounts.passkeys.ofAccount(ada.account)).map(({ counter }) => counter).sort()).toEqual([0, 6])
  })

  test('an API token is for one seat until it is ended, and only that seat ends it', async () => {
    await start()
    const token = await accounts.apiTokens.make({ organisation: concord, seat: arcadia, label: 'program' })
    const { id } = (await accounts.apiTokens.find(token)) ?? { id: '' }
    await accounts.apiTokens.end(id, concord, erewhon)
    await accounts.apiTokens.end(id, 'plenary', arcadia)
    expect(await elsewhere.apiTokens.find(token)).toMatchObject({ label: 'program', seat: arcadia })
    await accounts.apiTokens.end(id, concord, arcadia)
    expect(await elsewhere.apiTokens.find(token)).toBeUndefined()
    expect(await accounts.apiTokens.ofSeat(concord, arcadia)).toEqual([])
  })

  test('contacts are kept by participant and erased', async () => {
    await start()
    const contact = { role: 'coordinator', name: 'Ada', email: 'ada@arcadia.example', phone: null }
    await accounts.contacts.add(concord, { ...contact, participant: 'ARC' })
    await accounts.contacts.add(concord, { ...contact, participant: 'ERE' })
    const [hers] = await accounts.contacts.of(concord, 'ARC')
    expect(hers).toMatchObject({ ...contact, participant: 'ARC' })
    await accounts.contacts.erase(hers?.id ?? '', concord, 'ERE')
    expect(await accounts.contacts.of(concord)).toHaveLength(2)
    await accounts.contacts.erase(hers?.id ?? '', concord, 'ARC')
    expect((await accounts.contacts.of(concord)).map(({ participant }) => participant)).toEqual(['ERE'])
  })

  test('the Secretariat is let in by a link while it has nobody', async () => {
    await start()
    const link = (await accounts.secretariatLink(concord)) ?? ''
    expect(await accounts.invitations.find(link)).toMatchObject({ seat: secretariat, role: 'head' })
    await ok(elsewhere.invitations.accept(link, { name: 'Sal' }, ''))
    expect(await accounts.secretariatLink(concord)).toBeUndefined()
  })

  describe('of the links of several starts', () => {
    const came = (link: string | undefined, called: string, at = accounts) =>
      at.invitations.accept(link ?? '', { name: called }, '')

    test('one lets somebody in, and the others nobody any more', async () => {
      await start()
      const links = [await accounts.secretariatLink(concord), await elsewhere.secretariatLink(concord)]
      const another = await accounts.secretariatLink('plenary')
      await ok(came(links[1], 'Sal', elsewhere))
      expect(await refused(accounts.invitations.find(links[0] ?? ''))).toBe('invitation-used')
      expect(await refused(came(links[0], 'Tom'))).toBe('invitation-used')
      expect(await accounts.invitations.open(concord, secretariat)).toEqual([])
      expect((await accounts.people.ofSeat(concord, secretariat)).map((person) => person.name)).toEqual(['Sal'])
      await ok(came(another, 'Una'))
    })
    test('none is good again when the seat is empty again', async () => {
      await start()
      const links = [await accounts.secretariatLink(concord), await accounts.secretariatLink(concord)]
      await ok(came(links[0], 'Sal'))
      const [sal] = await accounts.people.ofSeat(concord, secretariat)
      await accounts.people.erase(sal?.id ?? '')
      expect(await refused(came(links[1], 'Tom'))).toBe('invitation-used')
      await ok(came(await accounts.secretariatLink(concord), 'Una'))
    })
    test('none is good once somebody came by an invitation; and the invitation stays good after a link', async () => {
      await start()
      const link = await accounts.secretariatLink(concord)
      const [first, second] = [await invite(secretariat), await invite(secretariat)]
      await ok(came(first, 'Sal'))
      expect(await refused(came(link, 'Tom'))).toBe('invitation-used')
      await ok(came(second, 'Una'))
    })
    test('of two who come at the same instant by two links one comes in', async () => {
      await start()
      const links = [await accounts.secretariatLink(concord), await elsewhere.secretariatLink(concord)]
      const both = await Promise.all([came(links[0], 'Sal'), came(links[1], 'Tom', elsewhere)])
      expect(both.filter((one) => isRefusal(one)).map((one) => isRefusal(one) && one.refused)).toEqual([
        'invitation-used',
      ])
      expect(await accounts.people.ofSeat(concord, secretariat)).toHaveLength(1)
    })
  })

  describe('the tables from one version to the next', () => {
    const ask = async (sql: string) => (await (opened[0] as Registry).database.pool.query(sql)).rows

    test('those of the first version, without a row that says so, are brought up to this one, with what is in them', async () => {
      await start()
      await ask(versions[0] as string)
      await ask(`insert into invitations (id, token_hash, organisation, seat, role, made_at, expires_at) values
        (gen_random_uuid(), '${hashOfSecret('old')}', 'concord', 'delegation:ARC', 'head', '${now}', '${hoursAfter(now, 1)}')`)
      await ok(accounts.invitations.accept('old', { name: 'Ada' }, ''))
      expect(await ask('select version from accounts_version')).toEqual([{ version: versions.length }])
      expect(await ask('select while_vacant from invitations')).toEqual([{ while_vacant: false }])
      expect(await elsewhere.ready()).toBeUndefined()
    })
    test('each step may be run after a start that made everything', async () => {
      await start()
      expect(await accounts.ready()).toBeUndefined()
      await ask('delete from accounts_version')
      expect(await elsewhere.ready()).toBeUndefined()
      expect(await new Accounts((opened[0] as Registry).database, () => now).ready()).toBeUndefined()
      expect(await ask('select version from accounts_version')).toEqual([{ version: versions.length }])
    })
    test('those of a later version are refused, with what to do, and not written into', async () => {
      await start()
      expect(await accounts.ready()).toBeUndefined()
      await ask(`update accounts_version set version = ${versions.length + 1}`)
      const older = new Accounts((opened[0] as Registry).database, () => now)
      expect(await older.ready()).toMatchObject({
        refused: 'newer-accounts',
        remedy: expect.stringContaining('Update'),
      })
      await expect(older.secretariatLink(concord)).rejects.toThrow('version')
      expect(await ask('select version from accounts_version')).toEqual([{ version: versions.length + 1 }])
      expect(await ask('select id from invitations')).toEqual([])
    })
  })
})

test.each([
  { host: '127.0.0.1', databaseUrl: undefined, may: true },
  { host: 'localhost', databaseUrl: undefined, may: true },
  { host: '::1', databaseUrl: undefined, may: true },
  { host: '127.0.0.1', databaseUrl: 'postgres://somewhere', may: false },
  { host: '0.0.0.0', databaseUrl: undefined, may: false },
  { host: '127.0.0.1.example', databaseUrl: undefined, may: false },
  { host: '::', databaseUrl: undefined, may: false },
])('any seat may be taken on $host with $databaseUrl: $may', ({ host, databaseUrl, may }) => {
  expect(mayTakeAnySeat({ databaseUrl, dataFolder: 'data' }, host)).toBe(may)
})
