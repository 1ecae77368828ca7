import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noteOf, secretariat, sessionClock } from '../../test/support/concord.ts'
import { ok, openRegistry, postgres, refused } from '../../test/support/databases.ts'
import { concord, shipped, shippedId } from '../../test/support/folders.ts'
import { type Act, actSchema, endOfTime, type Fold, lastDayCovered } from '../record/index.ts'
import { addDays, type Day, daysBetween, earliest } from '../rules/index.ts'
import { type Folder, readFolder } from './folder.ts'
import { enact, forkOrganisation, loadActs, loadFolder, type Registry } from './index.ts'
import { rootHashOf } from './registry.ts'

const databases = postgres()
let registry: Registry

beforeAll(async () => {
  await databases.start()
  registry = await openRegistry(await databases.fresh())
  await ok(loadFolder(registry, concord))
  await ok(loadFolder(registry, shipped))
})
afterAll(async () => {
  await registry?.close()
  await databases.stop()
})

const fork = (from: string, on: string, as: string, known?: number) =>
  forkOrganisation(registry, { from, on: on as Day, as, known })

/** The questions that pages ask of a day, but for what is known only of later days. */
function answers(fold: Fold, day: Day, until: Day) {
  const it = fold.at(day)
  return {
    holdings: it.holdings().map(({ participant, status, from, to, certainty }) => ({
      participant,
      status,
      from,
      certainty,
      to: to !== undefined && earliest(to) <= until ? to : undefined,
    })),
    names: it.participants().map(({ id, names }) => [id, names]),
    // Listed in the order of the register, and the register of an exercise is in order of effect.
    rules: it
      .rulesInForce()
      .map(({ id }) => id)
      .sort(),
    bodies: it.bodies().map(({ body }) => body),
    meetings: it.meetings().map(({ id }) => id),
    decisions: it.decisions().map(({ id }) => id),
    instruments: it.instruments().map(({ id }) => id),
    exercises: it.exercises().map(({ id }) => id),
    offices: [...it.listed('term-began'), ...it.listed('chair-taken')].map(({ id }) => id),
    stances: it.listed('stance-reported').map(({ id }) => id),
    sources: it.sources().map(({ source }) => source),
    acts: it.acts().flatMap(({ id, act }) => (earliest(act.on as never) <= day ? [id] : [])),
    totals: [...it.totalsByYear('decision')],
  }
}

describe('an exercise answers for each of its days as the record it was made from', () => {
  test.each([
    { from: 'concord', numRuns: 12 },
    { from: shippedId, numRuns: 4 },
  ])(
    '$from',
    async ({ from, numRuns }) => {
      const record = registry.record(from)
      const first = earliest(record.at(endOfTime).description?.begins as never)
      const last = lastDayCovered(record)
      const anyDay = fc.nat(daysBetween(first, last)).map((n) => addDays(first, n))
      let count = 0
      await fc.assert(
        fc.asyncProperty(anyDay, fc.array(anyDay, { minLength: 5, maxLength: 5 }), async (on, days) => {
          count += 1
          const as = `${from}-drill-${count}`
          const { entries } = await ok(fork(from, on, as))
          const made = registry.record(as)
          expect(made.position).toBe(entries)
          for (const day of [on, first, ...days.filter((one) => one <= on)])
            expect(answers(made, day, on)).toEqual(answers(record, day, on))
        }),
        { numRuns },
      )
    },
    120_000,
  )
})

describe('the register of an exercise', () => {
  test('says of what it was made, and can be checked against it', async () => {
    await ok(fork('concord', '2032-10-04', 'checked', 60))
    const { forkedFrom, coveredTo, clock } = registry.record('checked').at(endOfTime).description ?? {}
    const rootHash = rootHashOf(registry.record('concord'), 60)
    expect(forkedFrom).toEqual({ organisation: 'concord', on: '2032-10-04', position: 60, rootHash })
    expect([coveredTo, clock?.shows]).toEqual(['2032-10-04', '2032-10-05T09:00:00.000Z'])
  })

  test('goes on by itself: what is done in it is not done in the record, on the days of its own clock', async () => {
    await ok(fork('concord', '2032-10-04', 'apart'))
    const before = registry.rootHash('concord')
    const { on: _, ...note } = noteOf('played')
    const entry = await ok(enact(registry, 'apart', note as Act, secretariat))
    expect(entry.act).toMatchObject({ at: '2032-10-05T09:00:00.000Z', on: '2032-10-05' })
    expect(registry.rootHash('concord')).toBe(before)
    expect(registry.record('concord').entry('played')).toBeUndefined()
  })

  test('loading folders again leaves it alone, and a folder of its name is refused', async () => {
    await ok(fork('concord', '2032-10-04', 'kept'))
    const before = registry.rootHash('kept')
    await ok(loadFolder(registry, concord))
    const folder = { ...(readFolder(concord) as Folder), organisation: 'kept' }
    expect(await refused(loadActs(registry, folder))).toBe('is-an-exercise')
    expect(registry.rootHash('kept')).toBe(before)
  })

  test('a record compiled by others takes no live act, the exercise made of it does', async () => {
    const participant = registry.record(shippedId).at(endOfTime).participants()[0]?.id
    const act = actSchema.parse({ kind: 'relation-noted', id: 'live', on: '2016-06-01', participant, what: 'A visit' })
    expect(await refused(enact(registry, shippedId, act, secretariat))).toBe('read-only')
    await ok(fork(shippedId, '2016-06-24', 'summit'))
    expect(await ok(enact(registry, 'summit', act, secretariat))).toMatchObject({ organisation: 'summit' })
  })

  test('two made at once under one id: one is made', async () => {
    const both = await Promise.all([fork('concord', '2032-10-04', 'race'), fork('concord', '2032-11-04', 'race')])
    expect(both.map((one) => ('refused' in one ? one.refused : 'made')).sort()).toEqual(['id-taken', 'made'])
  })
})

describe('no exercise is made', () => {
  test.each([
    { says: 'of what is not here', from: 'league', on: '2032-10-04', as: 'new', refusal: 'unknown-organisation' },
    { says: 'under the id of its record', from: 'concord', on: '2032-10-04', as: 'concord', refusal: 'id-taken' },
    {
      says: 'under an id but for capitals in use',
      from: 'concord',
      on: '2032-10-04',
      as: 'ConCord',
      refusal: 'id-taken',
    },
    {
      says: 'under an address of the house',
      from: 'concord',
      on: '2032-10-04',
      as: 'organisations',
      refusal: 'id-taken',
    },
    { says: 'under nothing', from: 'concord', on: '2032-10-04', as: '', refusal: 'unreadable-id' },
    { says: 'under an id with a dot', from: 'concord', on: '2032-10-04', as: 'a.json', refusal: 'unreadable-id' },
    {
      says: 'under an id of 61 letters',
      from: 'concord',
      on: '2032-10-04',
      as: 'a'.repeat(61),
      refusal: 'unreadable-id',
    },
    {
      says: 'of the day before the record begins',
      from: 'concord',
      on: '2031-03-02',
      as: 'new',
      refusal: 'not-covered',
    },
    { says: 'of the day after the last covered', from: 'concord', on: '2034-01-01', as: 'new', refusal: 'not-covered' },
    {
      says: 'of a position at which nothing was known',
      from: 'concord',
      on: '2032-10-04',
      as: 'new',
      known: 0,
      refusal: 'nothing-to-fork',
    },
  ])('$says', async ({ from, on, as, known, refusal }) => {
    const before = registry.organisations()
    expect(await refused(fork(from, on, as, known))).toBe(refusal)
    expect(registry.organisations()).toEqual(before)
  })
  test.each([
    { says: 'the first day of the record', on: '2031-03-03', as: 'first' },
    { says: 'the last day covered', on: '2033-12-31', as: 'a'.repeat(60) },
  ])('but it is of $says', async ({ on, as }) => {
    expect(await ok(fork('concord', on, as))).toMatchObject({ organisation: as })
  })
})

describe('live acts, one after the other', () => {
  test('two hundred at once are all entered, in order of time and each checked once', async () => {
    await ok(loadActs(registry, { ...(readFolder(concord) as Folder), organisation: 'busy' }))
    const head = registry.record('busy').position
    let appends = 0
    const counting = new Proxy(registry, {
      get(target, name) {
        const value = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (name === 'append') appends += 1
          return value.apply(target, args)
        }
      },
    })
    const ids = Array.from({ length: 200 }, (_, index) => `note-${index}`)
    const entries = await Promise.all(ids.map((id) => ok(enact(counting, 'busy', noteOf(id), secretariat))))
    expect(entries.map(({ position }) => position)).toEqual(ids.map((_, index) => head + 1 + index))
    expect(appends).toBe(200)
    expect(entries.at(-1)?.act.at).toBe(sessionClock)
  })

  test('a refusal in between stops none that follow', async () => {
    const wrong = { ...noteOf('wrong'), participant: 'BLE' } as Act
    const all = [noteOf('before'), wrong, noteOf('after')].map((act) => enact(registry, 'busy', act, secretariat))
    const done = await Promise.all(all)
    expect(done.map((one) => ('refused' in one ? one.refused : one.id))).toEqual([
      'before',
      'unknown-participant',
      'after',
    ])
  })

  test('the clock is set forward, and the next act is of then', async () => {
    await ok(fork('concord', '2032-10-04', 'later'))
    const set = (shows: string, id: string) =>
      enact(registry, 'later', actSchema.parse({ kind: 'clock-set', id, shows, why: 'The second day.' }), secretariat)
    expect(await refused(set('2032-10-05T09:00Z', 'now'))).toBe('clock-backwards')
    await ok(set('2032-11-08T09:00Z', 'then'))
    const { on: _, ...note } = noteOf('second-day')
    expect(await ok(enact(registry, 'later', note as Act, secretariat))).toMatchObject({ act: { on: '2032-11-08' } })
    expect(lastDayCovered(registry.record('later'))).toBe('2032-11-08')
  })
})
