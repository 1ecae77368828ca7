import { createServer, connect as dial, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { historyHead, laputaBecomes, noteOf, secretariat } from '../../test/support/concord.ts'
import { ok, openRegistry, pglite, postgres, refused } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import { freePort, withClient } from '../../test/support/postgres.ts'
import { type Act, decodeEntries, type Entry, Fold } from '../record/index.ts'
import { enact, loadFolder, Registry, type Where } from './index.ts'
import { readAfter } from './register.ts'

const send = (registry: Registry, act: Act) => enact(registry, 'concord', act, secretariat)

describe('a PostgreSQL server', () => {
  const databases = postgres()
  const opened: Registry[] = []
  const following: (() => void)[] = []

  /** Takes the call and says nothing; called at once, since giving up takes seconds. */
  let silent: { server: Server; opening: Promise<unknown> }

  beforeAll(async () => {
    const server = await listen(createServer(() => {}))
    const databaseUrl = `postgres://chancery@127.0.0.1:${portOf(server)}/postgres`
    silent = { server, opening: Registry.open({ databaseUrl, dataFolder: '/nonexistent' }) }
    await databases.start()
  })
  afterAll(async () => {
    silent.server.close()
    await databases.stop()
  })
  afterEach(async () => {
    for (const stop of following.splice(0)) stop()
    for (const registry of opened.splice(0)) await registry.close()
  })

  async function openConcord(where: Where): Promise<Registry> {
    const registry = await openRegistry(where)
    opened.push(registry)
    await ok(loadFolder(registry, concord))
    return registry
  }

  async function inTheConcord(): Promise<{ registry: Registry; url: string }> {
    const where = await databases.fresh()
    return { registry: await openConcord(where), url: where.databaseUrl ?? '' }
  }

  /** What is stored, seen through a connection of its own. */
  async function stored(url: string): Promise<Fold> {
    const other = await openRegistry({ databaseUrl: url, dataFolder: '/nonexistent' })
    const rows = await ok(readAfter(other.database, 'concord', 0))
    await other.close()
    return new Fold('concord', decodeEntries(rows) as Entry[])
  }

  const endOthers = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`

  describe('that cannot be used is refused as database-away, and the reason given', () => {
    const at = (port: number | string, database = 'postgres') => `postgres://chancery@127.0.0.1:${port}/${database}`
    const port = () => new URL(databases.server().url).port
    test.each([
      { says: 'nobody listens', url: async () => at(await freePort()), reason: /ECONNREFUSED/ },
      { says: 'no such database', url: async () => at(port(), 'nowhere'), reason: /"nowhere" does not exist/ },
      { says: 'no such user', url: async () => at(port()).replace('chancery@', 'nobody@'), reason: /"nobody"/ },
      { says: 'not an address', url: async () => 'the server in the cellar', reason: /ENOTFOUND|EAI_AGAIN/ },
    ])('$says', async ({ url, reason }) => {
      const opening = Registry.open({ databaseUrl: await url(), dataFolder: '/nonexistent' })
      expect(await opening).toMatchObject({ refused: 'database-away', message: expect.stringMatching(reason) })
    })

    test('a user who may not make the table', async () => {
      const { databaseUrl = '', dataFolder } = await databases.fresh()
      await withClient(databaseUrl, (client) => client.query(`create role guest login`))
      const opening = Registry.open({ databaseUrl: databaseUrl.replace('chancery@', 'guest@'), dataFolder })
      const message = expect.stringContaining('permission denied')
      expect(await opening).toMatchObject({ refused: 'database-away', message })
    })
  })

  describe('to which the connection is lost', () => {
    test('between two acts: the second goes over a new one', async () => {
      const { registry, url } = await inTheConcord()
      await withClient(url, (client) => client.query(endOthers))
      // The news of the end has to arrive before the next query, or that query is the one that meets it.
      await sleep(100)
      expect(await send(registry, noteOf('after'))).toMatchObject({ position: historyHead + 1 })
    })

    test('while an act is being appended: an error, nothing entered, and it can be sent again', async () => {
      const { registry, url } = await inTheConcord()
      await withClient(url, async (client) => {
        await client.query('begin; lock table register in exclusive mode')
        const sending = send(registry, noteOf('cut')).then(
          () => 'entered',
          (error: Error) => error.message,
        )
        const waiting = `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        await expect.poll(() => client.query(waiting).then(({ rows }) => rows[0].count)).toBe(1)
        await client.query(endOthers)
        expect(await sending).toMatch(/terminat/)
        await client.query('rollback')
      })
      expect(registry.record('concord').position).toBe(historyHead)
      expect((await stored(url)).position).toBe(historyHead)
      expect(await send(registry, noteOf('cut'))).toMatchObject({ position: historyHead + 1 })
      expect((await stored(url)).position).toBe(historyHead + 1)
    })

    test('between two pages of one long append: none of it is entered', async () => {
      const { registry, url } = await inTheConcord()
      await withClient(url, (client) =>
        client.query(`
          create function cut() returns trigger language plpgsql as
            $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
          create trigger cut before insert on register for each row when (new.position = 5500) execute function cut()`),
      )
      const ruling = { finding: 'in-order', reasons: [] } as const
      const many = Array.from({ length: 5_600 }, (_, i) => ({ act: noteOf(`n-${i}`), ruling, constitution: 0 }))
      await expect(registry.append('concord', historyHead, many)).rejects.toThrow(/terminat/)
      expect((await stored(url)).position).toBe(historyHead)
      await withClient(url, (client) => client.query('drop trigger cut on register'))
      expect(await registry.append('concord', historyHead, many)).toHaveLength(5_600)
      expect((await stored(url)).position).toBe(5_600 + historyHead)
    })

    test('after the commit and before its answer: an error, and the act sent again is the entry it was', async () => {
      const where = await databases.fresh()
      const proxy = await answerSwallowingProxy(Number(new URL(where.databaseUrl ?? '').port))
      const throughProxy = new URL(where.databaseUrl ?? '')
      throughProxy.port = String(portOf(proxy.server))
      const registry = await openConcord({ ...where, databaseUrl: throughProxy.href })
      proxy.swallowNextAppended()
      await expect(send(registry, laputaBecomes('associate', 'assembly'))).rejects.toThrow(/terminat/)
      expect(registry.record('concord').position).toBe(historyHead)
      expect((await stored(where.databaseUrl ?? '')).position).toBe(historyHead + 1)
      expect(await send(registry, laputaBecomes('associate', 'assembly'))).toMatchObject({ position: historyHead + 1 })
      expect((await stored(where.databaseUrl ?? '')).position).toBe(historyHead + 1)
      opened.splice(opened.indexOf(registry), 1)
      await registry.close()
      proxy.server.close()
    })

    test('because it crashed: an error; when it is back all is there, and acts and news go on', async () => {
      const { registry, url } = await inTheConcord()
      const reader = await openConcord({ databaseUrl: url, dataFolder: '/nonexistent' })
      const troubles: unknown[] = []
      following.push(reader.follow(50, (trouble) => troubles.push(trouble)))
      const before = await ok(send(registry, noteOf('before')))

      await databases.server().crash()
      await expect(send(registry, noteOf('during'))).rejects.toThrow()
      await expect.poll(() => troubles.length).toBeGreaterThan(0)
      // What was read stays readable.
      expect(registry.record('concord').entry('before')).toEqual(before)

      await databases.server().restart()
      expect(await send(registry, noteOf('during'))).toMatchObject({ position: historyHead + 2 })
      await expect.poll(() => reader.record('concord').position).toBe(historyHead + 2)
      expect(reader.rootHash('concord')).toBe(registry.rootHash('concord'))
    })
  })

  test('that takes the call and says nothing is refused, after five seconds', async () => {
    expect(await Promise.race([refused(silent.opening), sleep(6_000, 'still waiting')])).toBe('database-away')
  })
})

describe('the embedded database', () => {
  const databases = pglite()
  let registry: Registry

  beforeAll(async () => {
    await databases.start()
    registry = await openRegistry(await databases.fresh())
  })
  afterAll(async () => {
    await registry?.close()
    await databases.stop()
  })

  test('writes to the disk once for each commit, and for nothing else', async () => {
    const syncsFor = async (work: () => Promise<unknown>) => {
      const before = registry.database.syncs()
      await work()
      return registry.database.syncs() - before
    }
    // The acts in one commit, and then the note that the folder need not be read again.
    expect(await syncsFor(() => loadFolder(registry, concord))).toBe(2)
    expect(await syncsFor(() => loadFolder(registry, concord))).toBe(0)
    for (const id of ['one', 'two', 'three']) expect(await syncsFor(() => send(registry, noteOf(id)))).toBe(1)
    expect(await syncsFor(() => send(registry, noteOf('three')))).toBe(0)
    expect(await syncsFor(() => send(registry, laputaBecomes('associate', 'council')))).toBe(0)
    expect(await syncsFor(() => registry.catchUp())).toBe(0)
  })

  test('takes many acts at once and enters each of them', async () => {
    const before = registry.record('concord').position
    const ids = Array.from({ length: 40 }, (_, index) => `many-${index}`)
    const entries = await Promise.all(ids.map((id) => ok(send(registry, noteOf(id)))))
    const positions = entries.map((entry) => entry.position).sort((a, b) => a - b)
    expect(positions).toEqual(ids.map((_, index) => before + 1 + index))
  })
})

/** Passes everything on, but when told to, lets a commit through and cuts the line instead of passing on its answer. */
async function answerSwallowingProxy(port: number): Promise<{ server: Server; swallowNextAppended: () => void }> {
  let armed = false
  const server = await listen(
    createServer((near) => {
      const far = dial(port, '127.0.0.1')
      let swallowing = false
      near.on('data', (bytes) => {
        // One statement that is prepared: its name is in what is sent.
        if (armed && bytes.includes('register-append')) {
          armed = false
          swallowing = true
        }
        far.write(bytes)
      })
      far.on('data', (bytes) => {
        if (!swallowing) near.write(bytes)
        else near.destroy()
      })
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => {})
        one.on('close', () => other.destroy())
      }
    }),
  )
  const swallowNextAppended = () => {
    armed = true
  }
  return { server, swallowNextAppended }
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
