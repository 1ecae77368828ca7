import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteOf, secretariat } from '../../test/support/concord.ts'
import { bothDatabases, openRegistry } from '../../test/support/databases.ts'
import { copyOfConcord } from '../../test/support/folders.ts'
import { isRefusal } from '../rules/index.ts'
import { enact, loadFolder, type Registry } from './index.ts'
import { digestOf, isLoaded } from './loaded.ts'

describe.each(bothDatabases)('$name', ({ databases }) => {
  let registry: Registry
  let folder: string

  beforeAll(async () => {
    await databases.start()
    registry = await openRegistry(await databases.fresh())
    folder = copyOfConcord()
  })
  afterAll(async () => {
    await registry?.close()
    await databases.stop()
  })

  const known = () => isLoaded(registry.database, registry.record('concord'), digestOf(folder) ?? '')
  const load = async () => {
    const loaded = await loadFolder(registry, folder)
    if (isRefusal(loaded)) throw new Error(loaded.message)
    return loaded.added + loaded.corrected + loaded.withdrawn
  }
  const entered = `  - { id: x, kind: relation-noted, on: 2033-05-05, participant: ARC, what: a visit, sources: [{ source: journal-2 }] }\n`

  describe('a folder that has been loaded is not read again', () => {
    test('not before it was loaded once', async () => {
      expect(await known()).toBe(false)
      expect(await load()).toBeGreaterThan(20)
      expect(await known()).toBe(true)
      expect(await load()).toBe(0)
    })
    test('nor because of what a seat entered since', async () => {
      expect(isRefusal(await enact(registry, 'concord', noteOf('meanwhile'), secretariat))).toBe(false)
      expect(await known()).toBe(true)
    })
    test('but when one letter of it changed', async () => {
      appendFileSync(join(folder, 'history', '2033.yaml'), entered)
      expect(await known()).toBe(false)
      expect(await load()).toBe(1)
      expect(await known()).toBe(true)
    })
    test('and when history came into the register from elsewhere', async () => {
      const other = copyOfConcord()
      const loaded = await loadFolder(registry, other)
      expect(loaded).toMatchObject({ organisation: 'concord', withdrawn: 1 })
      expect(await known()).toBe(false)
      expect(await load()).toBe(1)
    })
    test('and when the note is lost', async () => {
      await registry.database.pool.query('drop table folder_loaded')
      expect(await known()).toBe(false)
      expect(await load()).toBe(0)
      expect(await known()).toBe(true)
    })
  })
})

test('a folder that is not there has no digest', () => {
  expect(digestOf(join(copyOfConcord(), 'nowhere'))).toBeUndefined()
})
