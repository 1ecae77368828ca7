import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { historyHead, inSession, noteOf, secretariat } from '../../test/support/concord.ts'
import { bothDatabases, ok, openRegistry } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import type { Entry } from '../record/index.ts'
import { enact, loadFolder, type Registry } from './index.ts'

for (const { name, databases } of bothDatabases) {
  describe(`who listens is told what was entered, on ${name}`, () => {
    const opened: Registry[] = []
    beforeAll(() => databases.start())
    afterAll(() => databases.stop())
    afterEach(async () => {
      vi.restoreAllMocks()
      for (const registry of opened.splice(0)) await registry.close()
    })

    async function loaded(): Promise<Registry> {
      const registry = await openRegistry(await databases.fresh(), () => inSession)
      opened.push(registry)
      await ok(loadFolder(registry, concord))
      return registry
    }

    /** What a listener hears, an organisation and the ids each time. */
    function hearing(registry: Registry): { heard: string[]; stop: () => void } {
      const heard: string[] = []
      const stop = registry.onAppended((organisation, entries) =>
        heard.push([organisation, ...entries.map(({ id }) => id)].join(' ')),
      )
      return { heard, stop }
    }

    const send = (registry: Registry, id: string) => ok(enact(registry, 'concord', noteOf(id), secretariat))
    /** Until whoever listens has been told: a turn of the loop after it was entered. */
    const told = () => new Promise((resolve) => setImmediate(resolve))

    test('each act once, in order, when the record already has it', async () => {
      const registry = await loaded()
      const positions: number[] = []
      registry.onAppended((organisation) => positions.push(registry.record(organisation).position))
      const { heard } = hearing(registry)
      await send(registry, 'one')
      await told()
      await send(registry, 'two')
      await told()
      expect(heard).toEqual(['concord one', 'concord two'])
      expect(positions).toEqual([historyHead + 1, historyHead + 2])
    })

    test('nothing of what was not entered', async () => {
      const registry = await loaded()
      const { heard } = hearing(registry)
      expect(await registry.append('concord', historyHead - 1, [])).toBeUndefined()
      expect(await enact(registry, 'concord', noteOf('refused'), { kind: 'public' })).toMatchObject({
        refused: 'not-your-act',
      })
      await told()
      expect(heard).toEqual([])
    })

    test('entries taken over as they are', async () => {
      const [from, to] = [await loaded(), await openRegistry(await databases.fresh())]
      opened.push(to)
      const { heard } = hearing(to)
      const entries: readonly Entry[] = from.record('concord').entries()
      expect(await to.appendVerbatim('concord', entries)).toBe(true)
      await told()
      expect(heard).toEqual([['concord', ...entries.map(({ id }) => id)].join(' ')])
    })

    test('a listener that throws keeps nothing from the others nor from the register', async () => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {})
      const registry = await loaded()
      registry.onAppended(() => {
        throw new Error('a listener broke')
      })
      const { heard } = hearing(registry)
      await send(registry, 'one')
      await told()
      expect(heard).toEqual(['concord one'])
      expect(said).toHaveBeenCalledTimes(1)
      await send(registry, 'two')
      await told()
      expect(registry.record('concord').position).toBe(historyHead + 2)
    })

    test('a listener may enter something and wait for it', async () => {
      const registry = await loaded()
      const answered = new Promise<Entry>((resolve) => {
        const stop = registry.onAppended(() => {
          stop()
          resolve(send(registry, 'answer'))
        })
      })
      await send(registry, 'question')
      expect((await answered).position).toBe(historyHead + 2)
    })

    test('stopped, it hears nothing more', async () => {
      const registry = await loaded()
      const { heard, stop } = hearing(registry)
      stop()
      await send(registry, 'one')
      await told()
      expect(heard).toEqual([])
    })
  })
}
