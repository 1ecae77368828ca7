import { spawnSync } from 'node:child_process'
import { cpSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { registryChild } from '../../test/support/child.ts'
import { historyHead } from '../../test/support/concord.ts'
import { copyOfDataFolder, newDataFolder, ok, openRegistry } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, temporaryFolder } from '../../test/support/folders.ts'
import { loadFolder, Registry } from './index.ts'

const megabyte = 1024 * 1024
const mounted: string[] = []

/** A small disk of our own, in memory; `undefined` where this user may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (status !== 0) return undefined
  mounted.push(folder)
  return folder
}

describe('without room on the disk', () => {
  let withTheConcord = ''

  beforeAll(async () => {
    withTheConcord = await newDataFolder()
    const registry = await openRegistry({ dataFolder: withTheConcord })
    await ok(loadFolder(registry, concord))
    await registry.close()
  })
  afterEach(() => {
    for (const folder of mounted.splice(0)) spawnSync('umount', ['--lazy', folder])
  })
  afterAll(removeTemporaryFolders)

  test.for([
    { says: 'none for the next segment of the log', free: 12 },
    { says: 'none for the table, soon after', free: 2 },
  ])('$says: said plainly, nothing lost, and with room it goes on', async ({ free }, { skip }) => {
    const disk = smallDisk(100)
    if (!disk) return skip('only root may mount a small disk')
    const dataFolder = join(disk, 'data')
    cpSync(withTheConcord, dataFolder, { recursive: true })
    const ballast = join(disk, 'ballast')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - free * megabyte))

    const [open, full, next, closed, reopened, withRoom, ...more] = await registryChild([
      'fill',
      dataFolder,
      ballast,
    ]).rest()
    expect(open).toBe('open')
    expect(full).toMatchObject({ error: expect.stringMatching(/No space left on device/) })
    const { entered, id } = full as { entered: number; id: string }
    const nextWasEntered = !('error' in (next as object))
    expect(closed).toBe('closed')
    expect(reopened).toEqual({ position: historyHead + entered + (nextWasEntered ? 1 : 0) })
    expect(withRoom).toEqual({ id: 'with-room' })
    expect(more).toEqual([])

    const registry = await openRegistry({ dataFolder })
    const record = registry.record('concord')
    for (let count = 1; count <= entered; count += 1) expect(record.entry(`big-${count}`)).toBeDefined()
    expect(record.entry(id)).toBeUndefined()
    await registry.close()
  })

  test('a file may not grow: the write that fails says so, nothing hangs, and nothing is lost', async () => {
    const dataFolder = copyOfDataFolder(withTheConcord)
    // Eight megabytes, in the middle of a segment of the log.
    const child = registryChild(['fill', dataFolder, join(dataFolder, '..', 'no-ballast')], 16_384)
    const [open, full, next, closed] = await child.rest()
    expect(open).toBe('open')
    expect(full).toMatchObject({ error: expect.stringMatching(/File too large/) })
    // The failed write is not tried again over what it left: the register is closed, and says why.
    expect(next).toMatchObject({ error: expect.stringMatching(/The register is closed since .*File too large/) })
    expect((next as { afterMilliseconds: number }).afterMilliseconds).toBeLessThan(1_000)
    expect(closed).toBe('closed')

    const { entered } = full as { entered: number }
    const registry = await openRegistry({ dataFolder })
    expect(registry.record('concord').position).toBe(historyHead + entered)
    await registry.close()
  })

  test('a first start says what is missing, and leaves nothing that a later one trips over', async ({ skip }) => {
    const disk = smallDisk(20)
    if (!disk) return skip('only root may mount a small disk')
    const dataFolder = join(disk, 'data')
    expect(await Registry.open({ dataFolder })).toMatchObject({
      refused: 'damaged-data-folder',
      message: expect.stringContaining('no space left on the disk'),
    })
    spawnSync('mount', ['-o', 'remount,size=150m', disk])
    const registry = await openRegistry({ dataFolder })
    expect(await loadFolder(registry, concord)).toMatchObject({ added: historyHead })
    await registry.close()
  })
})
