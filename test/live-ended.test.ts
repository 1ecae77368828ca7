import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Databases, ok, pglite, postgres } from './support/databases.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type Listener, listen } from './support/listener.ts'
import { of } from './support/negotiating.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'

// Whoever no longer sits in a seat hears nothing more of what it may hear: the stream ends when that is said and not at
// some later look, also where it is said to another server on the same database.

const lilliput = of('LIL')
const sits = { organisation: 'concord', seat: lilliput }

interface Person {
  readonly token: string
  readonly session: string
  readonly account: string
}

const server = postgres()
const places: readonly { where: string; databases: Databases; houses: number }[] = [
  { where: 'on this server', databases: pglite(), houses: 1 },
  { where: 'on another server of the same database', databases: server, houses: 2 },
]

describe.each(places)('what ends $where', ({ databases, houses }) => {
  let here: SeatsHouse
  let there: SeatsHouse
  let url: string
  let stopFollowing: () => void
  const listeners: Listener[] = []

  beforeAll(async () => {
    await databases.start()
    const where = await databases.fresh()
    here = await seatsHouse({}, where)
    there = houses === 1 ? here : await seatsHouse({}, where)
    stopFollowing = here.accounts.endings.follow()
    url = await here.server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.leave()
  })
  afterAll(async () => {
    stopFollowing?.()
    await here?.close()
    if (there !== here) await there?.close()
    await databases.stop()
    removeTemporaryFolders()
  })

  const onChannel = `from pg_stat_activity where datname = current_database() and query = 'listen chancery_seats'`
  const listening = () => there.registry.database.pool.query(`select 1 ${onChannel}`).then(({ rows }) => rows.length)

  beforeEach(async () => {
    if (houses > 1) await vi.waitUntil(async () => (await listening()) === 1, { timeout: 10_000 })
  })

  async function person(name: string): Promise<Person> {
    const { accounts } = here
    const invitation = await accounts.invitations.make({ ...sits, role: 'head', validHours: 1 })
    const token = await ok(accounts.invitations.accept(invitation, { name }, 'a browser'))
    const session = await accounts.sessions.find(token)
    return { token, session: session?.id ?? '', account: session?.account?.id ?? '' }
  }

  async function follows(headers: Record<string, string>): Promise<Listener> {
    const listener = await listen(`${url}/concord/live`, headers)
    listeners.push(listener)
    await listener.until(1)
    return listener
  }
  const bySession = ({ token }: Person) => follows({ cookie: `chancery=${token}` })
  const closes = (listener: Listener) =>
    expect.poll(() => listener.isClosed(), { timeout: 5_000, interval: 10 }).toBe(true)

  test.each([
    {
      says: 'a person is removed from the delegation',
      end: ({ account }: Person) => there.accounts.people.remove(account, 'concord', lilliput),
    },
    { says: 'a session is ended', end: ({ session }: Person) => there.accounts.sessions.end(session) },
    {
      says: 'a person ends one of their sessions',
      end: ({ account, session }: Person) => there.accounts.sessions.endOf(account, session),
    },
    { says: 'all sessions of a person', end: ({ account }: Person) => there.accounts.sessions.endAllOf(account) },
    { says: 'whoever sat stands up', end: ({ session }: Person) => there.accounts.sessions.stand(session) },
    { says: 'an account is erased', end: ({ account }: Person) => there.accounts.people.erase(account) },
  ])('$says: its stream ends at once, that of another of the delegation goes on', async ({ end }) => {
    const [ada, bea] = [await person('Ada'), await person('Bea')]
    const [hers, others] = [await bySession(ada), await bySession(bea)]
    await end(ada)
    await closes(hers)
    expect(others.isClosed()).toBe(false)
  })

  test('a token is ended, by its seat or with the person who made it', async () => {
    const ada = await person('Ada')
    const [first, second] = [
      await here.accounts.apiTokens.make({ ...sits, label: 'first', madeBy: ada.account }),
      await here.accounts.apiTokens.make({ ...sits, label: 'second', madeBy: ada.account }),
    ]
    const byToken = (token: string) => follows({ authorization: `Bearer ${token}` })
    const [one, two] = [await byToken(first), await byToken(second)]
    const made = await here.accounts.apiTokens.find(first)
    await there.accounts.apiTokens.end(made?.id ?? '', 'concord', lilliput)
    await closes(one)
    expect(two.isClosed()).toBe(false)
    await there.accounts.people.remove(ada.account, 'concord', lilliput)
    await closes(two)
  })

  test('nothing that ends elsewhere closes the stream of the public', async () => {
    const ada = await person('Ada')
    const [open, hers] = [await follows({}), await bySession(ada)]
    await there.accounts.sessions.end(ada.session)
    await closes(hers)
    expect(open.isClosed()).toBe(false)
  })

  test.runIf(houses > 1)('what was said while nobody heard it is looked up when somebody does again', async () => {
    const [ada, bea] = [await person('Ada'), await person('Bea')]
    const [hers, others] = [await bySession(ada), await bySession(bea)]
    const { pool } = there.registry.database
    await pool.query('update sessions set ended_at = created_at where id = $1', [ada.session])
    await pool.query(`select pg_terminate_backend(pid) from (select pid ${onChannel}) as heard`)
    await closes(hers)
    expect(others.isClosed()).toBe(false)
  })
})
