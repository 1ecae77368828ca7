import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyHead, noteOf, secretariat } from '../../test/support/concord.ts'
import { ok, openRegistry, postgres } from '../../test/support/databases.ts'
import { anyEditions, anyGrowingEditions, expected, writeEdition } from '../../test/support/editions.ts'
import { copyOfConcord, temporaryFolder } from '../../test/support/folders.ts'
import { decodeEntries, type Entry, endOfTime, Fold } from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { enact, loadFolder, type Registry } from './index.ts'
import { readAfter } from './register.ts'

const databases = postgres()
let registry: Registry

beforeAll(async () => {
  await databases.start()
  registry = await openRegistry(await databases.fresh())
})
afterAll(async () => {
  await registry?.close()
  await databases.stop()
})

/** What another process would read. */
async function stored(organisation: string): Promise<Fold> {
  const rows = await ok(readAfter(registry.database, organisation, 0))
  return new Fold(organisation, decodeEntries(rows) as Entry[])
}

function said(fold: Fold): string[] {
  const acts = fold.at(endOfTime).acts()
  return acts.map(({ id, act }) => `${act.on} ${id.split('~')[0]}: ${'what' in act ? act.what : ''}`)
}

let leagues = 0
/** A folder of an organisation that no register has yet. */
function newLeague(): string {
  leagues += 1
  return join(temporaryFolder(), `league-${leagues}`)
}

describe('a folder is loaded into a register', () => {
  test('edition after edition: the register has its acts in its order, and loading again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyEditions, async (editions) => {
        const folder = newLeague()
        for (const lines of editions) {
          writeEdition(folder, lines)
          const { organisation } = await ok(loadFolder(registry, folder))
          const record = await stored(organisation)
          expect(said(record)).toEqual(expected(lines))
          const nothing = { organisation, added: 0, corrected: 0, withdrawn: 0 }
          expect(await loadFolder(registry, folder)).toEqual(nothing)
          expect((await stored(organisation)).position).toBe(record.position)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a clone that loads the last edition has the hash of one that loaded each', async () => {
    const others = await Promise.all([1, 2].map(async () => openRegistry(await databases.fresh())))
    const [inTurn, atOnce] = others as [Registry, Registry]
    await fc.assert(
      fc.asyncProperty(anyGrowingEditions, async (editions) => {
        const folder = newLeague()
        const organisation = `league-${leagues}`
        for (const lines of editions) {
          writeEdition(folder, lines)
          await ok(loadFolder(inTurn, folder))
        }
        await ok(loadFolder(atOnce, folder))
        expect(inTurn.rootHash(organisation)).toBe(atOnce.rootHash(organisation))
      }),
      { numRuns: 12 },
    )
    for (const other of others) await other.close()
  })
})

describe('an edition of the Concord changes', () => {
  const change = (file: string, from: string | RegExp, to: string) => (folder: string) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`${file} does not have ${from}.`)
    writeFileSync(path, changed)
  }
  const leaving = /\n {2}- id: LAP-leaves[\s\S]*$/
  test.each([
    {
      says: 'a date is corrected',
      edit: change('history/2032.yaml', 'on: 2032-09-27', 'on: 2032-10-04'),
      loaded: { added: 0, corrected: 1, withdrawn: 0 },
      holds: { '2032-09-30': 'full-participant', '2032-10-04': undefined },
    },
    {
      says: 'an act is taken out',
      edit: change('history/2032.yaml', leaving, '\n'),
      loaded: { added: 0, corrected: 0, withdrawn: 1 },
      holds: { '2032-09-30': 'full-participant', '2032-10-04': 'full-participant' },
    },
    {
      says: 'an act is corrected by another in the folder, and both stay in it',
      edit: (folder: string) =>
        appendFileSync(
          join(folder, 'history/2032.yaml'),
          `  - { id: LAP-leaves-later, kind: status-ended, on: 2032-10-04, participant: LAP, noticeOn: 2032-08-23, replaces: [LAP-leaves], correction: The Journal was misread., sources: [{ source: journal-2 }] }\n`,
        ),
      loaded: { added: 1, corrected: 0, withdrawn: 0 },
      holds: { '2032-09-30': 'full-participant', '2032-10-04': undefined },
    },
    {
      says: 'a participant is renamed',
      edit: change('participants.yaml', 'en: Laputa', 'en: Laputia'),
      loaded: { added: 0, corrected: 1, withdrawn: 0 },
      holds: { '2032-09-26': 'full-participant', '2032-09-27': undefined },
    },
  ])('$says: entered beside what was said before', async ({ edit, loaded, holds }) => {
    const other = await openRegistry(await databases.fresh())
    const folder = copyOfConcord()
    await ok(loadFolder(other, folder))
    edit(folder)
    expect(await loadFolder(other, folder)).toEqual({ organisation: 'concord', ...loaded })
    expect(await loadFolder(other, folder)).toMatchObject({ added: 0, corrected: 0, withdrawn: 0 })
    const record = other.record('concord')
    const statusOn = (day: string, position?: number) => {
      const holdings = record.at(day as Day, position).holdings()
      return holdings.find((holding) => holding.participant === 'LAP')?.status
    }
    for (const [day, status] of Object.entries(holds)) expect(statusOn(day)).toBe(status)
    // As it was known before.
    expect([statusOn('2032-09-26', 27), statusOn('2032-09-27', 27)]).toEqual(['full-participant', undefined])
    await other.close()
  })

  test('an act still to come is refused, and nothing of that edition loaded', async () => {
    const other = await openRegistry(await databases.fresh())
    const folder = copyOfConcord()
    change('coverage.yaml', 'recordedOn: 2026-11-21', 'recordedOn: 2999-01-01')(folder)
    expect(await loadFolder(other, folder)).toMatchObject({ refused: 'recorded-in-the-future' })
    expect(other.organisations()).toEqual([])
    await other.close()
  })

  test('live acts stay where they are', async () => {
    const other = await openRegistry(await databases.fresh())
    const folder = copyOfConcord()
    await ok(loadFolder(other, folder))
    const note = await ok(enact(other, 'concord', noteOf('note'), secretariat))
    expect(await loadFolder(other, folder)).toMatchObject({ added: 0, corrected: 0, withdrawn: 0 })
    change('participants.yaml', 'en: Laputa', 'en: Laputia')(folder)
    expect(await loadFolder(other, folder)).toMatchObject({ corrected: 1 })
    const record = other.record('concord')
    expect([record.entry('note'), record.counts('note'), record.position]).toEqual([note, true, historyHead + 2])
    await other.close()
  })
})
