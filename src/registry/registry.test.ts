import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  erewhon,
  erewhonLeaves,
  historyHead,
  inSession,
  laputaBecomes,
  live,
  noteOf,
  secretariat,
  sessionClock,
} from '../../test/support/concord.ts'
import { bothDatabases, ok, openRegistry, refused } from '../../test/support/databases.ts'
import { concord } from '../../test/support/folders.ts'
import { type Act, canonical, decodeEntries, type Entry, endOfTime, Fold, type Ruling } from '../record/index.ts'
import { type Day, type Instant, isRefusal } from '../rules/index.ts'
import { type Folder, readFolder } from './folder.ts'
import { enact, loadActs, loadFolder, Registry } from './index.ts'
import { appendAfter, readAfter } from './register.ts'

for (const { name, databases } of bothDatabases) {
  describe(`a register on ${name}`, () => {
    let registry: Registry
    let clock: Instant = inSession
    let count = 0

    beforeAll(async () => {
      await databases.start()
      registry = await openRegistry(await databases.fresh(), () => clock)
    })
    afterAll(async () => {
      await registry?.close()
      await databases.stop()
    })
    beforeEach(() => {
      clock = inSession
    })

    /** The Concord under a name of its own: the tests share a database and not a register. */
    async function newConcord(): Promise<string> {
      count += 1
      const organisation = `concord-${count}`
      await ok(loadActs(registry, { ...(readFolder(concord) as Folder), organisation }))
      return organisation
    }

    /** What another process would read. */
    async function stored(organisation: string): Promise<Fold> {
      const rows = await ok(readAfter(registry.database, organisation, 0))
      return new Fold(organisation, decodeEntries(rows) as Entry[])
    }

    /** The head, which what is in memory and what is stored must agree on. */
    async function head(organisation: string): Promise<number> {
      const { position } = registry.record(organisation)
      expect((await stored(organisation)).position).toBe(position)
      return position
    }

    const send = (organisation: string, act: Act) => enact(registry, organisation, act, secretariat)
    // In the register what entered the edition later stands later, wherever it stands in the files.
    const described = (readFolder(concord) as Folder).acts
      .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
      .map(({ act }) => act.id)
    const inOrder: Ruling = { finding: 'in-order', reasons: [] }
    const ready = (act: Act) => ({ act, ruling: inOrder, constitution: 0 })

    test('an organisation is loaded from its folder, whole and once, and is there when the register is opened again', async () => {
      const where = await databases.fresh()
      const loaded = { organisation: 'concord', added: historyHead, corrected: 0, withdrawn: 0 }
      const first = await openRegistry(where)
      expect(first.organisations()).toEqual([])
      expect(await loadFolder(first, concord)).toEqual(loaded)
      expect(await loadFolder(first, concord)).toEqual({ ...loaded, added: 0 })
      expect(first.organisations()).toEqual(['concord'])
      const hash = first.rootHash('concord')
      await first.close()
      const again = await openRegistry(where)
      expect(again.organisations()).toEqual(['concord'])
      expect(again.rootHash('concord')).toBe(hash)
      expect(await loadFolder(again, concord)).toEqual({ ...loaded, added: 0 })
      await again.close()
    })

    test.each([
      { says: 'before Laputa left', on: '2032-09-26', members: 'ARC LAP UTO ERE LIL' },
      { says: 'on the day it left', on: '2032-09-27', members: 'ARC UTO ERE LIL' },
    ])('what was loaded answers for a day: $says', async ({ on, members }) => {
      const record = await stored(await newConcord())
      const holdings = record.at(on as Day).holdings()
      const held = holdings.filter((holding) => holding.status === 'full-participant')
      expect(held.map((holding) => holding.participant).join(' ')).toBe(members)
    })

    describe('compare-and-append', () => {
      test('appends on the head that was checked', async () => {
        const organisation = await newConcord()
        const entries = await registry.append(organisation, historyHead, [ready(noteOf('one')), ready(noteOf('two'))])
        expect(entries?.map((entry) => entry.position)).toEqual([historyHead + 1, historyHead + 2])
        expect(await head(organisation)).toBe(historyHead + 2)
      })

      test.each([0, historyHead - 1, historyHead + 1])(
        `appends nothing after %i when the head is ${historyHead}`,
        async (after) => {
          const organisation = await newConcord()
          expect(await registry.append(organisation, after, [ready(noteOf('late'))])).toBeUndefined()
          expect(await head(organisation)).toBe(historyHead)
        },
      )

      test('appends nothing when the head moved unseen, and goes on when it has been read', async () => {
        const organisation = await newConcord()
        const entry = {
          ...(registry.record(organisation).entries()[historyHead - 1] as Entry),
          position: historyHead + 1,
          id: 'unseen',
        }
        const text = canonical({ ...entry, act: noteOf('unseen') })
        const hash = createHash('sha256').update(text).digest('hex')
        await registry.database.pool.query('insert into register values ($1, $2, $3, $4, $5, $6)', [
          organisation,
          historyHead + 1,
          'unseen',
          entry.recordedAt,
          text,
          hash,
        ])
        expect(await registry.append(organisation, historyHead, [ready(noteOf('mine'))])).toBeUndefined()
        expect((await stored(organisation)).position).toBe(historyHead + 1)
        expect(await send(organisation, noteOf('mine'))).toMatchObject({ position: historyHead + 2 })
      })

      test('appends nothing after a head that is no longer there, as when an older copy was restored', async () => {
        const organisation = await newConcord()
        const [position, id] = [historyHead + 2, 'after-a-gap']
        const entry = { ...(registry.record(organisation).entries().at(-1) as Entry), position, id, act: noteOf(id) }
        const row = { position, id, recordedAt: entry.recordedAt, entry: canonical(entry) }
        expect(await appendAfter(registry.database, organisation, historyHead + 1, [row])).toBe(false)
        expect(await head(organisation)).toBe(historyHead)
      })

      test('appends all or nothing: an id that is taken spoils the acts beside it', async () => {
        const organisation = await newConcord()
        const both = [ready(noteOf('new')), ready(noteOf('ERE-full'))]
        await expect(registry.append(organisation, historyHead, both)).rejects.toThrow(/duplicate key/)
        expect(await head(organisation)).toBe(historyHead)
        expect(await send(organisation, noteOf('new'))).toMatchObject({ position: historyHead + 1 })
      })
    })

    describe('an act is enacted', () => {
      test.each([
        {
          says: 'in order: the Assembly makes an associate',
          act: laputaBecomes('associate', 'assembly'),
          is: 'in-order',
        },
        {
          says: 'unusual: full participation without having been an associate',
          act: laputaBecomes('full-participant', 'council'),
          is: 'unusual',
        },
        {
          says: 'cannot be judged: who decided is not said',
          act: live({ kind: 'status-granted', id: 'LAP-by-whom', participant: 'LAP', status: 'associate' }),
          is: 'cannot-be-judged',
        },
        {
          says: 'in order: leaving six weeks after notice',
          act: erewhonLeaves('2034-01-02', '2034-02-13', { fromNote: { number: '17', date: '2034-01-02' } }),
          is: 'in-order',
        },
      ])('$says', async ({ act, is }) => {
        const organisation = await newConcord()
        const entered = { position: historyHead + 1, id: act.id, ruling: { finding: is } }
        expect(await send(organisation, act)).toMatchObject(entered)
        expect((await stored(organisation)).entry(act.id)).toMatchObject(entered)
      })

      test('with the reasons, and the position at which the rules last changed', async () => {
        const organisation = await newConcord()
        const { ruling, constitution } = await ok(send(organisation, laputaBecomes('full-participant', 'council')))
        const reason = { article: 'Rules of Procedure, Rule 3(2)', text: expect.stringContaining('held none of') }
        expect(ruling).toMatchObject({ reasons: expect.arrayContaining([reason]) })
        const entries = registry.record(organisation).entries()
        expect(constitution).toBe(entries.findLast(({ act }) => act.kind === 'rule-stated')?.position)
      })

      test('and takes effect: a State that leaves no longer holds its status from that day', async () => {
        const organisation = await newConcord()
        await ok(enact(registry, organisation, erewhonLeaves('2034-01-09', '2034-02-20'), erewhon))
        const record = await stored(organisation)
        const held = (on: string) =>
          record
            .at(on as Day)
            .participant('ERE')
            .holdings.at(-1)?.to
        expect(held('2034-02-19')).toBeUndefined()
        expect(held('2034-02-20')).toBe('2034-02-20')
      })

      test('now, on the day it is now, unless it says otherwise', async () => {
        const organisation = await newConcord()
        const { on: _, ...undated } = noteOf('today')
        const entry = await ok(send(organisation, undated as Act))
        expect(entry).toMatchObject({ recordedAt: inSession, act: { at: sessionClock, on: '2034-01-09' } })
      })
    })

    describe('the id is the idempotency key', () => {
      test('the same act sent again is the entry it was', async () => {
        const organisation = await newConcord()
        const entry = await ok(send(organisation, laputaBecomes('associate', 'assembly')))
        clock = '2034-01-10T12:00:00.000Z' as Instant
        expect(await send(organisation, laputaBecomes('associate', 'assembly'))).toEqual(entry)
        expect(await head(organisation)).toBe(historyHead + 1)
      })

      test('sent several times at once it is entered once', async () => {
        const organisation = await newConcord()
        const entries = await Promise.all([1, 2, 3].map(() => ok(send(organisation, noteOf('once')))))
        expect(entries.map((entry) => entry.position)).toEqual([historyHead + 1, historyHead + 1, historyHead + 1])
        expect(await head(organisation)).toBe(historyHead + 1)
      })

      test.each([
        { says: 'a live act', id: 'note' },
        { says: 'an act of history', id: 'ERE-full' },
      ])('another act with the id of $says is refused', async ({ id }) => {
        const organisation = await newConcord()
        await ok(send(organisation, noteOf('note')))
        expect(await refused(send(organisation, noteOf(id, 'Something else')))).toBe('id-already-used')
        expect(await head(organisation)).toBe(historyHead + 1)
      })

      test('an act of the folder with the id of a live act is refused, not tried for ever', async () => {
        const organisation = await newConcord()
        await ok(send(organisation, noteOf('both')))
        const folder = readFolder(concord) as Folder
        const last = folder.acts.at(-1)
        const clash = [{ ...last, act: { ...last?.act, id: 'both' } }] as Folder['acts']
        const loading = loadActs(registry, { organisation, acts: [...folder.acts, ...clash] })
        expect(await refused(loading)).toBe('id-already-used')
        expect(await head(organisation)).toBe(historyHead + 1)
      })
    })

    describe('an act is refused and nothing entered', () => {
      test.each([
        {
          says: 'a delegation grants no status',
          seat: erewhon,
          act: laputaBecomes('associate', 'assembly'),
          refusal: { refused: 'not-your-act' },
        },
        {
          says: 'a delegation does not leave for another',
          seat: { kind: 'delegation', participant: 'ARC' } as const,
          act: erewhonLeaves('2034-01-02', '2034-02-13'),
          refusal: { refused: 'not-your-act' },
        },
        {
          says: 'the public does nothing',
          seat: { kind: 'public' } as const,
          act: noteOf('note'),
          refusal: { refused: 'not-your-act' },
        },
        {
          says: 'the Council grants what the Assembly must',
          seat: secretariat,
          act: laputaBecomes('associate', 'council'),
          refusal: { refused: 'out-of-order', article: 'Rules of Procedure, Rule 3(1)' },
        },
        {
          says: 'leaving one day short of six weeks',
          seat: erewhon,
          act: erewhonLeaves('2034-01-09', '2034-02-19'),
          refusal: { refused: 'out-of-order', article: 'Rules of Procedure, Rule 4(2)' },
        },
        {
          says: 'a State that nobody described',
          seat: secretariat,
          act: live({ kind: 'relation-noted', id: 'who', participant: 'BLE', what: 'A visit' }),
          refusal: { refused: 'unknown-participant' },
        },
        {
          says: 'a withdrawal of an act that is not there',
          seat: secretariat,
          act: live({ kind: 'act-withdrawn', id: 'undo', withdraws: ['nothing'], reason: 'a slip' }),
          refusal: { refused: 'unknown-act' },
        },
      ])('$says', async ({ seat, act, refusal }) => {
        const organisation = await newConcord()
        expect(await enact(registry, organisation, act, seat)).toMatchObject(refusal)
        expect(await head(organisation)).toBe(historyHead)
      })
    })

    test('recordedAt never decreases, even when the clock does', async () => {
      const organisation = await newConcord()
      const times = ['2034-01-09T10:00:00.000Z', '2034-01-09T09:59:59.999Z', '2026-01-01T00:00:00.000Z']
      for (const [index, time] of [...times, '2034-01-09T10:00:01.000Z'].entries()) {
        clock = time as Instant
        await ok(send(organisation, noteOf(`at-${index}`)))
      }
      const recorded = (await stored(organisation)).entries().map((entry) => entry.recordedAt)
      expect(recorded.slice(historyHead)).toEqual([times[0], times[0], times[0], '2034-01-09T10:00:01.000Z'])
    })

    test('each organisation has a register of its own', async () => {
      const organisation = await newConcord()
      const described = registry.record(organisation).at(endOfTime).description
      const other = { ...described, id: 'organisation', history: false } as Act
      expect(await send('league', other)).toMatchObject({ position: 1, organisation: 'league' })
      expect(await head(organisation)).toBe(historyHead)
    })

    describe('what is stored', () => {
      test('is canonical JSON, hashed as stored', async () => {
        const organisation = await newConcord()
        await ok(send(organisation, noteOf('unicode', 'Zoë, 乌托邦, Утопия, 🕊, \u2028 and a "quote"')))
        const sql = 'select * from register where organisation = $1 order by position'
        const { rows } = await registry.database.pool.query(sql, [organisation])
        expect(rows).toHaveLength(historyHead + 1)
        for (const row of rows) {
          expect(canonical(JSON.parse(row.entry))).toBe(row.entry)
          expect(createHash('sha256').update(row.entry, 'utf8').digest('hex')).toBe(row.hash)
          const { position, id, recordedAt } = JSON.parse(row.entry)
          expect([Number(row.position), row.id, row.recorded_at]).toEqual([position, id, recordedAt])
        }
      })

      test('is what the folds are made of: reading it back gives the record in memory', async () => {
        const organisation = await newConcord()
        await ok(send(organisation, laputaBecomes('associate', 'assembly')))
        const read = await stored(organisation)
        expect(read.entries()).toEqual(registry.record(organisation).entries())
        expect(read.at(endOfTime).holdings()).toEqual(registry.record(organisation).at(endOfTime).holdings())
      })

      test.each([
        `update register set entry = '{}' where position = 3`,
        'update register set hash = hash where false',
        'delete from register where position = 27',
        'truncate register',
      ])('cannot be changed: %s', async (sql) => {
        const organisation = await newConcord()
        await expect(registry.database.pool.query(sql)).rejects.toThrow('The register is append-only.')
        expect(await head(organisation)).toBe(historyHead)
      })

      test.each([
        {
          says: 'a word changed',
          sql: `update register set entry = replace(entry, 'Едгин', 'Едгинъ') where organisation = $1`,
          at: described.indexOf('participant/ERE') + 1,
        },
        {
          says: 'a hash changed',
          sql: `update register set hash = 'x' where organisation = $1 and position = 5`,
          at: 5,
        },
        { says: 'an entry taken out', sql: 'delete from register where organisation = $1 and position = 12', at: 12 },
        { says: 'the first taken out', sql: 'delete from register where organisation = $1 and position = 1', at: 1 },
      ])('and changed behind our back it is refused at the place: $says', async ({ sql, at }) => {
        const organisation = await newConcord()
        const { pool } = registry.database
        await pool.query('alter table register disable trigger register_is_append_only')
        await pool.query(sql, [organisation])
        await pool.query('alter table register enable trigger register_is_append_only')
        const refusal = await readAfter(registry.database, organisation, 0)
        expect(isRefusal(refusal) && refusal.message).toBe(
          `The register of "${organisation}" is damaged at position ${at}.`,
        )
      })
    })

    test('a register that is damaged does not open', async () => {
      const where = await databases.fresh()
      const first = await openRegistry(where)
      await ok(loadFolder(first, concord))
      const { pool } = first.database
      await pool.query('alter table register disable trigger register_is_append_only')
      await pool.query(`update register set hash = 'x' where position = 9`)
      await first.close()
      expect(await refused(Registry.open(where))).toBe('damaged-register')
      // And it is let go of: what repairs it can open it.
      expect(await refused(Registry.open(where))).toBe('damaged-register')
    })
  })
}
