import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registryChild } from '../../test/support/child.ts'
import { copyOfDataFolder, emptyDataFolder, ok } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, sco, temporaryFolder } from '../../test/support/folders.ts'
import type { Entry } from '../record/index.ts'
import { loadFolder, Registry } from './index.ts'

/** How often a process is killed: a few times at every run of the tests; CHANCERY_KILLS=100 for the long form. */
const kills = Number(process.env.CHANCERY_KILLS ?? 6)
const perKill = 30_000

describe('a process that is killed', () => {
  let empty = ''
  let whole = { position: 0, hash: '' }
  /** How long a first start and a load take here, so that the kills fall all over them. */
  let milliseconds = { firstStart: 0, load: 0 }

  beforeAll(async () => {
    const started = performance.now()
    empty = await emptyDataFolder()
    const firstStart = performance.now() - started
    const registry = await ok(Registry.open({ dataFolder: copyOfDataFolder(empty) }))
    const loading = performance.now()
    await ok(loadFolder(registry, sco))
    milliseconds = { firstStart, load: performance.now() - loading }
    whole = { position: registry.record('sco').position, hash: registry.rootHash('sco') }
    await registry.close()
  })
  afterAll(removeTemporaryFolders)

  /** The register holds nothing or everything, never part; and loading again makes it what it would have been. */
  async function isWholeAfterwards(dataFolder: string, killedAt: string): Promise<number> {
    const registry = await ok(Registry.open({ dataFolder }))
    const found = registry.record('sco').position
    expect([0, whole.position], killedAt).toContain(found)
    await ok(loadFolder(registry, sco))
    expect(registry.rootHash('sco'), killedAt).toBe(whole.hash)
    await registry.close()
    return found
  }

  test('while it loads has loaded all or nothing', { timeout: perKill * kills }, async () => {
    const rounds = Math.ceil((kills * 2) / 3)
    for (let round = 0; round < rounds; round += 1) {
      const dataFolder = copyOfDataFolder(empty)
      const child = registryChild(['load', dataFolder, sco])
      expect(await child.next()).toBe('open')
      // A moment in each part of the load, and one after it.
      const moment = ((round + Math.random()) / rounds) * milliseconds.load * 1.5
      await sleep(moment)
      await child.kill()
      await isWholeAfterwards(dataFolder, `killed ${moment} ms after opening`)
    }
  })

  test('while it makes its first database leaves a folder that can be used', { timeout: perKill * kills }, async () => {
    const rounds = Math.floor(kills / 3)
    for (let round = 0; round < rounds; round += 1) {
      const dataFolder = `${temporaryFolder()}/data`
      const child = registryChild(['load', dataFolder, sco])
      const moment = ((round + Math.random()) / rounds) * milliseconds.firstStart * 1.3
      await sleep(moment)
      await child.kill()
      await isWholeAfterwards(dataFolder, `killed ${moment} ms after its start`)
    }
  })

  test('while it enters acts has lost none that it said was entered', { timeout: perKill * kills }, async () => {
    const dataFolder = copyOfDataFolder(empty)
    const first = await ok(Registry.open({ dataFolder }))
    await ok(loadFolder(first, concord))
    await first.close()
    const rounds = Math.ceil(kills / 3)
    for (let round = 1; round <= rounds; round += 1) {
      const child = registryChild(['enact', dataFolder, `round-${round}`])
      expect(await child.next()).toBe('open')
      await sleep(100 + Math.random() * 300)
      await child.kill()
      const said = (await child.rest()) as Entry[]
      const registry = await ok(Registry.open({ dataFolder }))
      const entries = registry.record('concord').entries()
      const entered = entries.filter((entry) => entry.id.startsWith(`round-${round}-`))
      expect(said.length).toBeGreaterThan(0)
      expect(entered.slice(0, said.length)).toEqual(said)
      // One may have been entered that it had no time to say.
      expect(entered.length - said.length).toBeLessThanOrEqual(1)
      await registry.close()
    }
  })
})
