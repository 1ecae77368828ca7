import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { historyHead, inSession, noteOf, secretariat } from '../../test/support/concord.ts'
import { ok, openRegistry, postgres, refused } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import { withClient } from '../../test/support/postgres.ts'
import type { Act, Entry } from '../record/index.ts'
import type { Instant } from '../rules/index.ts'
import { enact, loadFolder, type Registry, type Where } from './index.ts'

describe('several processes on one PostgreSQL server', () => {
  const databases = postgres()
  const opened: Registry[] = []
  const following: (() => void)[] = []

  beforeAll(() => databases.start())
  afterAll(() => databases.stop())
  afterEach(async () => {
    for (const stop of following.splice(0)) stop()
    for (const registry of opened.splice(0)) await registry.close()
  })

  async function open(where: Where, now: () => Instant = () => inSession): Promise<Registry> {
    const registry = await openRegistry(where, now)
    opened.push(registry)
    return registry
  }

  const send = (registry: Registry, act: Act) => enact(registry, 'concord', act, secretariat)
  const sendAll = (registry: Registry, ids: readonly string[]) =>
    Promise.all(ids.map((id) => ok(send(registry, noteOf(id)))))
  const ids = (of: string, count: number) => Array.from({ length: count }, (_, index) => `${of}-${index}`)

  test('all may make the table at the same time', async () => {
    for (const _ of [1, 2, 3]) {
      const where = await databases.fresh()
      await Promise.all([1, 2, 3, 4, 5, 6].map(() => open(where)))
    }
    expect(opened).toHaveLength(18)
  })

  test('one loads a folder, the others find it loaded', async () => {
    const where = await databases.fresh()
    const registries = await Promise.all([1, 2, 3, 4].map(() => open(where)))
    const loaded = await Promise.all(registries.map((registry) => ok(loadFolder(registry, concord))))
    expect(loaded.map(({ added }) => added).sort()).toEqual([0, 0, 0, historyHead])
    expect(new Set(registries.map((registry) => registry.rootHash('concord'))).size).toBe(1)
  })

  test.each([
    { isolation: 'read committed', each: 50 },
    // What distributed engines give: an append that met another fails in another way, and must be tried again.
    { isolation: 'serializable', each: 15 },
  ])('four append at once, $each acts each ($isolation): none is lost or doubled', async ({ isolation, each }) => {
    const where = await databases.fresh()
    await withClient(where.databaseUrl ?? '', (client) =>
      client.query(`do $$ begin
        execute format('alter database %I set default_transaction_isolation = ''${isolation}''', current_database());
      end $$`),
    )
    // Clocks that disagree by hours.
    const clocks = ['10', '13', '08', '11'].map((hour) => `2034-01-09T${hour}:00:00.000Z` as Instant)
    const registries = await Promise.all(clocks.map((time) => open(where, () => time)))
    await ok(loadFolder(registries[0] as Registry, concord))

    const answers = await Promise.all(registries.map((registry, of) => sendAll(registry, ids(`from-${of}`, each))))

    const total = historyHead + 4 * each
    const positions = answers.flat().map((entry) => entry.position)
    expect(positions.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 4 * each }, (_, index) => historyHead + 1 + index),
    )
    for (const registry of registries) await registry.catchUp('concord')
    for (const registry of registries) {
      const record = registry.record('concord')
      expect(record.position).toBe(total)
      for (const entry of answers.flat()) expect(record.entry(entry.id)).toEqual(entry)
      const times = record.entries().map((entry) => entry.recordedAt)
      expect(times).toEqual(times.toSorted())
    }
    expect(new Set(registries.map((registry) => registry.rootHash('concord'))).size).toBe(1)
  })

  test('the same act sent to all at once is one entry', async () => {
    const where = await databases.fresh()
    const registries = await Promise.all([1, 2, 3, 4].map(() => open(where)))
    await ok(loadFolder(registries[0] as Registry, concord))
    const answers = await Promise.all(registries.map((registry) => ok(send(registry, noteOf('once')))))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.position).toBe(historyHead + 1)
  })

  test('of two acts sent at once with one id, one is entered and the other refused', async () => {
    const where = await databases.fresh()
    const registries = await Promise.all([open(where), open(where)])
    await ok(loadFolder(registries[0], concord))
    for (const round of [1, 2, 3, 4, 5]) {
      const results = await Promise.all(
        registries.map((registry, of) => send(registry, noteOf(`round-${round}`, `says ${of}`))),
      )
      const [entered] = results.filter((result): result is Entry => 'position' in result)
      expect(entered?.position).toBe(historyHead + round)
      const rest = results.filter((result) => result !== entered)
      expect(rest).toMatchObject([{ refused: 'id-already-used' }])
    }
  })

  test('an act is checked against what another entered a moment before', async () => {
    const where = await databases.fresh()
    const [one, two] = await Promise.all([open(where), open(where)])
    await ok(loadFolder(one, concord))
    await ok(send(one, noteOf('seen')))
    expect(two.record('concord').position).toBe(0)
    expect(await refused(send(two, noteOf('seen', 'Something else')))).toBe('id-already-used')
  })

  describe('following', () => {
    const never = 3_600_000
    const noTrouble = (trouble: unknown) => {
      throw new Error(`Trouble while following: ${trouble}`)
    }
    const until = (isSo: () => unknown) => expect.poll(isSo, { timeout: 5_000, interval: 10 })

    test.each([
      { says: 'by polling', every: 20, listens: false },
      { says: 'by NOTIFY, sooner than the next poll', every: never, listens: true },
    ])('brings what another process enters: $says', async ({ every, listens }) => {
      const where = await databases.fresh()
      const [reader, writer] = await Promise.all([open(where), open(where)])
      following.push(reader.follow(every, noTrouble))
      const sql = `select query from pg_stat_activity where datname = current_database() and query like 'listen %'`
      await until(() => writer.database.pool.query(sql).then(({ rows }) => rows.length)).toBe(1)
      if (!listens) {
        await writer.database.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and query like 'listen %'`,
        )
      }
      await ok(loadFolder(writer, concord))
      await until(() => reader.record('concord').position).toBe(historyHead)
      await ok(send(writer, noteOf('news')))
      await until(() => reader.record('concord').position).toBe(historyHead + 1)
      expect(reader.rootHash('concord')).toBe(writer.rootHash('concord'))
    })

    test('what another process entered is told to whoever listens here', async () => {
      const where = await databases.fresh()
      const [reader, writer] = await Promise.all([open(where), open(where)])
      await ok(loadFolder(writer, concord))
      await reader.catchUp()
      const heard: string[] = []
      reader.onAppended((organisation, entries) => heard.push(organisation, ...entries.map(({ id }) => id)))
      following.push(reader.follow(never, noTrouble))
      await ok(send(writer, noteOf('news')))
      await until(() => heard).toEqual(['concord', 'news'])
    })

    describe('a listening connection that is lost is made again', () => {
      const listening = `select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`
      const pids = (registry: Registry) =>
        registry.database.pool.query(listening).then(
          ({ rows }) => rows.map(({ pid }) => pid as number),
          () => [],
        )
      test.each([
        {
          says: 'when its backend was ended',
          lose: (writer: Registry) =>
            writer.database.pool.query(`select pg_terminate_backend(pid) from (${listening}) x`),
        },
        {
          says: 'when the server broke down and was started again',
          lose: async () => {
            await databases.server().crash()
            await databases.server().restart()
          },
        },
      ])('$says', async ({ lose }) => {
        const where = await databases.fresh()
        const [reader, writer] = await Promise.all([open(where), open(where)])
        await ok(loadFolder(writer, concord))
        following.push(reader.follow(never, noTrouble))
        await until(() => pids(writer)).toHaveLength(1)
        await until(() => reader.record('concord').position).toBe(historyHead)
        const [first] = await pids(writer)
        await lose(writer)
        // Entered while nobody listens: it is looked up when somebody does again.
        await expect
          .poll(() => enact(writer, 'concord', noteOf('missed'), secretariat).catch(() => undefined))
          .toBeTruthy()
        await until(async () => (await pids(writer)).filter((pid) => pid !== first)).toHaveLength(1)
        await until(() => reader.record('concord').position).toBe(historyHead + 1)
        await ok(send(writer, noteOf('news')))
        await until(() => reader.record('concord').position).toBe(historyHead + 2)
      })

      test('ended while it is lost, it stays lost', async () => {
        const where = await databases.fresh()
        const [reader, writer] = await Promise.all([open(where), open(where)])
        const stop = reader.follow(never, noTrouble)
        await until(() => pids(writer)).toHaveLength(1)
        await writer.database.pool.query(`select pg_terminate_backend(pid) from (${listening}) x`)
        stop()
        await sleep(1_500)
        expect(await pids(writer)).toEqual([])
      })
    })

    test('while the database is slow, one poll is under way and one waits; they do not pile up', async () => {
      const where = await databases.fresh()
      const [reader, writer] = await Promise.all([open(where), open(where)])
      await ok(loadFolder(writer, concord))
      let polls = 0
      const catchUp = reader.catchUp.bind(reader)
      reader.catchUp = (organisation) => {
        polls += 1
        return catchUp(organisation)
      }
      await withClient(where.databaseUrl ?? '', async (client) => {
        await client.query('begin; lock table register in access exclusive mode')
        following.push(reader.follow(10, noTrouble))
        await sleep(400)
        expect(polls).toBeGreaterThan(0)
        expect(polls).toBeLessThanOrEqual(2)
        await client.query('rollback')
      })
      await until(() => reader.record('concord').position).toBe(historyHead)
      await until(() => polls).toBeGreaterThan(5)
    })

    test('stopped, it brings nothing more', async () => {
      const where = await databases.fresh()
      const [reader, writer] = await Promise.all([open(where), open(where)])
      const stop = reader.follow(20, noTrouble)
      await ok(loadFolder(writer, concord))
      await until(() => reader.record('concord').position).toBe(historyHead)
      stop()
      // A poll that was under way may still end.
      await sleep(100)
      await ok(send(writer, noteOf('later')))
      await sleep(100)
      expect(reader.record('concord').position).toBe(historyHead)
    })

    test('stopped before it listens, it does not keep the register from closing', async () => {
      const registry = await openRegistry(await databases.fresh())
      registry.follow(never, noTrouble)()
      await sleep(100)
      const closed = registry.close().then(() => 'closed')
      expect(await Promise.race([closed, sleep(3_000, 'still open')])).toBe('closed')
    })
  })
})
