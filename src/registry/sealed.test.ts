import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inSession } from '../../test/support/concord.ts'
import { newDataFolder, ok, openRegistry } from '../../test/support/databases.ts'
import { concord, removeTemporaryFolders, temporaryFolder } from '../../test/support/folders.ts'
import { of, position } from '../../test/support/negotiating.ts'
import { Planting } from '../../test/support/planting.ts'
import { actSchema } from '../record/index.ts'
import { isRefusal } from '../rules/index.ts'
import { enact } from './enact.ts'
import { exportRegister, importRegister } from './exchange-file.ts'
import { loadFolder } from './index.ts'
import { Registry } from './registry.ts'

const now = () => inSession

/** A register with acts under seal: a proposal and what Erewhon says of it. */
async function planted(dataFolder: string): Promise<{ hash: string; head: number }> {
  const registry = await openRegistry({ dataFolder }, now)
  await ok(loadFolder(registry, concord))
  const planting = new Planting(registry)
  await planting.proposal('lights', 'body')
  await planting.saidOf('lights')
  const whole = { hash: registry.rootHash('concord'), head: registry.record('concord').position }
  await registry.close()
  return whole
}

/** Something done by hand in the database, past the register; then it is opened again. */
async function tampered(sql: string): Promise<unknown> {
  const dataFolder = await newDataFolder()
  const { head } = await planted(dataFolder)
  const registry = await openRegistry({ dataFolder }, now)
  await registry.database.pool.query(sql.replaceAll('HEAD', String(head)))
  await registry.close()
  const again = await Registry.open({ dataFolder, databaseUrl: undefined }, now)
  if (isRefusal(again)) return again
  await again.close()
  return again
}

describe('what is under seal beside the register', { timeout: 60_000 }, () => {
  afterAll(removeTemporaryFolders)

  test('a body changed by hand is found at the start', async () => {
    const sql = `update register_bodies set body = replace(body, 'reserves', 'objects') where body like '%reserves%'`
    expect(await tampered(sql)).toMatchObject({ refused: 'damaged-register' })
  })
  test('a body put in the place of another', async () => {
    const sql =
      'update register_bodies set body = (select body from register_bodies where position = HEAD - 1) where position = HEAD'
    expect(await tampered(sql)).toMatchObject({ refused: 'damaged-register' })
  })
  test('a body taken out', async () => {
    expect(await tampered('delete from register_bodies where position = HEAD')).toMatchObject({
      refused: 'damaged-register',
    })
  })
  test('the first of them taken out', async () => {
    const sql = 'delete from register_bodies where position = (select min(position) from register_bodies)'
    expect(await tampered(sql)).toMatchObject({ refused: 'damaged-register' })
  })
  test('without any it is a copy, which is read and not acted in', async () => {
    const dataFolder = await newDataFolder()
    const { hash } = await planted(dataFolder)
    const registry = await openRegistry({ dataFolder }, now)
    await registry.database.pool.query('delete from register_bodies')
    await registry.close()
    const copy = await openRegistry({ dataFolder }, now)
    expect(copy.rootHash('concord')).toBe(hash)
    const act = actSchema.parse({ id: 'later', on: '2034-01-09', ...position('ERE', 'objects') })
    expect(await enact(copy, 'concord', act, of('ERE'))).toMatchObject({ refused: 'read-only' })
    await copy.close()
  })
  for (const withClosed of [false, true]) {
    test(`exported ${withClosed ? 'with' : 'without'} it and taken in elsewhere, the hash is the same`, async () => {
      const from = await newDataFolder()
      const { hash } = await planted(from)
      const registry = await openRegistry({ dataFolder: from }, now)
      const file = join(temporaryFolder(), 'register.jsonl')
      await ok(exportRegister(registry, 'concord', file, withClosed))
      await registry.close()
      const dataFolder = await newDataFolder()
      const other = await openRegistry({ dataFolder }, now)
      await ok(importRegister(other, file))
      expect(other.rootHash('concord')).toBe(hash)
      await other.close()
      const again = await openRegistry({ dataFolder }, now)
      expect(again.rootHash('concord')).toBe(hash)
      expect(again.record('concord').hasSealed).toBe(!withClosed)
      await again.close()
    })
  }
  test('an act sent again is told to whoever sent it and to nobody else', async () => {
    const dataFolder = await newDataFolder()
    await planted(dataFolder)
    const registry = await openRegistry({ dataFolder }, now)
    const said = registry
      .record('concord')
      .allEntries()
      .find(({ act }) => act.kind === 'position-taken' && act.decision === 'lights' && !act.history)
    if (!said) throw new Error('nothing was said')
    expect(await enact(registry, 'concord', said.act, of('ERE'))).toMatchObject({ position: said.position })
    const copied = await enact(registry, 'concord', said.act, of('LIL'))
    const made = await enact(registry, 'concord', { ...said.act, id: 'never-used' }, of('LIL'))
    expect(copied).toEqual(made)
    expect(copied).toMatchObject({ refused: 'not-your-act' })
    const own = actSchema.parse({ id: said.act.id, on: '2034-01-09', ...position('LIL', 'objects') })
    const told = await enact(registry, 'concord', own, of('LIL'))
    expect(told).toMatchObject({ refused: 'id-already-used' })
    for (const answer of [copied, told]) expect(JSON.stringify(answer)).not.toContain(String(said.position))
    await registry.close()
  })
})
