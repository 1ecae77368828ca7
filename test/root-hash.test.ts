import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootHashOf } from '../src/registry/registry.ts'
import { must, says, send } from './support/crowd.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { of, proposal } from './support/negotiating.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'

let house: SeatsHouse
beforeAll(async () => {
  house = await seatsHouse()
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

test('the hash of a register that grows is that of the whole, at its head and at what is open of it', async () => {
  const { registry } = house
  const seen = new Set<string>()
  const same = () => {
    const fold = registry.record('concord')
    for (const position of [fold.position, fold.openPosition, 60, fold.position])
      expect(registry.rootHash('concord', position)).toBe(rootHashOf(fold, position))
    seen.add(registry.rootHash('concord'))
  }
  same()
  await must(send(registry, of('ARC'), { id: 'made', ...proposal({ level: 'council' }) }))
  same()
  // Under seal, so the head moves and what is open does not; then something open.
  for (const one of ['ARC', 'ERE', 'LIL']) await must(send(registry, of(one), says(one, 'lights', 'no-objection')))
  same()
  const what = { kind: 'relation-noted', id: 'call', participant: 'UTO', what: 'A call' }
  await must(send(registry, { kind: 'secretariat' }, what))
  same()
  expect(seen.size).toBe(4)
})
