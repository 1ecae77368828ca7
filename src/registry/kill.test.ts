import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registryChild } from '../../test/support/child.ts'
import { newDataFolder, ok, openRegistry } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, shipped, shippedId, temporaryFolder } from '../../test/support/folders.ts'
import type { Entry } from '../record/index.ts'
import { type Folder, readFolder } from './folder.ts'
import { loadActs, loadFolder, type Registry } from './index.ts'

/** How often a process is killed: a few times at every run of the tests; CHANCERY_KILLS=100 for the long form. */
const kills = Number(process.env.CHANCERY_KILLS ?? 6)
const perKill = 60_000

describe('a process that is killed', () => {
  const folder = readFolder(shipped) as Folder
  let whole = { position: 0, hash: '' }
  /** How long a first start and a load take here, so that the kills fall all over them. */
  const milliseconds = { firstStart: 3_000, load: 0 }

  beforeAll(async () => {
    const registry = await openRegistry({ dataFolder: await newDataFolder() })
    const loading = performance.now()
    await ok(loadFolder(registry, shipped))
    milliseconds.load = performance.now() - loading
    whole = { position: registry.record(shippedId).position, hash: registry.rootHash(shippedId) }
    await registry.close()
  })
  afterAll(removeTemporaryFolders)

  /** The register holds nothing or everything, never part; and loading again makes it what it would have been. */
  async function isWholeAfterwards(dataFolder: string, killedAt: string): Promise<number> {
    const registry = await openRegistry({ dataFolder })
    const found = registry.record(shippedId).position
    expect([0, whole.position], killedAt).toContain(found)
    await ok(loadActs(registry, folder))
    expect(registry.rootHash(shippedId), killedAt).toBe(whole.hash)
    await registry.close()
    return found
  }

  test('while it loads has loaded all or nothing', { timeout: perKill * kills }, async () => {
    const rounds = Math.ceil(kills / 2)
    for (let round = 0; round < rounds; round += 1) {
      const dataFolder = await newDataFolder()
      const child = registryChild(['load', dataFolder, shipped])
      expect(await child.next()).toBe('open')
      // A moment in each part of the load, and one after it.
      const moment = ((round + Math.random()) / rounds) * milliseconds.load * 1.5
      await sleep(moment)
      await child.kill()
      await isWholeAfterwards(dataFolder, `killed ${moment} ms after opening`)
    }
  })

  test('while it makes its first database leaves a folder that can be used', { timeout: perKill * kills }, async () => {
    const rounds = Math.ceil(kills / 6)
    for (let round = 0; round < rounds; round += 1) {
      const dataFolder = `${temporaryFolder()}/data`
      const child = registryChild(['load', dataFolder, shipped])
      const moment = Math.random() * milliseconds.firstStart * 1.3
      await sleep(moment)
      await child.kill()
      const starting = performance.now()
      const found = await isWholeAfterwards(dataFolder, `killed ${moment} ms after its start`)
      if (found === 0) milliseconds.firstStart = performance.now() - starting
    }
  })

  /** Kills a process that enters acts, some rounds long; what it entered is there, and nothing else. */
  async function killedWhileItEnters(what: 'enact' | 'seal', check: (registry: Registry) => Promise<void>) {
    const dataFolder = await newDataFolder()
    const first = await openRegistry({ dataFolder })
    await ok(loadFolder(first, concord))
    await first.close()
    const rounds = Math.ceil(kills / 3)
    for (let round = 1; round <= rounds; round += 1) {
      const child = registryChild([what, dataFolder, `round-${round}`])
      expect(await child.next()).toBe('open')
      const said = [await child.next()] as Entry[]
      await sleep(Math.random() * 300)
      await child.kill()
      said.push(...((await child.rest()) as Entry[]))
      const registry = await openRegistry({ dataFolder })
      const entries = registry.record('concord').allEntries()
      const entered = entries.filter((entry) => entry.id.startsWith(`round-${round}-`))
      expect(entered.slice(0, said.length)).toEqual(said)
      // One may have been entered that it had no time to say.
      expect(entered.length - said.length).toBeLessThanOrEqual(1)
      await check(registry)
      await registry.close()
    }
  }

  test('while it enters acts has lost none that it said was entered', { timeout: perKill * kills }, () =>
    killedWhileItEnters('enact', async () => {}),
  )

  test(
    'while it enters acts under seal has left each with its body, and each body with its act',
    {
      timeout: perKill * kills,
    },
    () =>
      killedWhileItEnters('seal', async ({ database }) => {
        const positionsOf = async (sql: string) =>
          (await database.pool.query(sql)).rows.map(({ position }) => Number(position))
        const sealed = await positionsOf(
          `select position from register where organisation = 'concord' and entry::json -> 'act' ->> 'kind' = 'sealed'
         order by position`,
        )
        expect(sealed.length).toBeGreaterThan(0)
        expect(await positionsOf('select position from register_bodies order by position')).toEqual(sealed)
      }),
  )
})
