import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { momentIn, negotiationOf } from '../src/record/index.ts'
import type { Registry } from '../src/registry/index.ts'
import { type Instant, isRefusal } from '../src/rules/index.ts'
import { inSession } from './support/concord.ts'
import { type Answer, crowd, says, send, twoTexts } from './support/crowd.ts'
import { newDataFolder, openRegistry } from './support/databases.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { of } from './support/negotiating.ts'
import { type PostgresServer, startPostgres } from './support/postgres.ts'

/** Forty delegations at every run of the tests; CHANCERY_CROWD=200 for the long form. */
const size = Number(process.env.CHANCERY_CROWD ?? 40)
const hour = 3_600_000
const clock = { now: Date.parse(inSession) }
// Real clocks do not stand still.
const now = () => new Date(clock.now++).toISOString() as Instant

let postgres: PostgresServer
let open: Registry[] = []
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterEach(async () => {
  for (const one of open) await one.close()
  open = []
})
afterAll(async () => {
  await postgres?.stop()
  removeTemporaryFolders()
})

async function registries(where: 'embedded' | 'server'): Promise<readonly Registry[]> {
  if (where === 'embedded') open = [await openRegistry({ dataFolder: await newDataFolder() }, now)]
  else {
    const databaseUrl = await postgres.freshDatabase()
    open = [await openRegistry({ dataFolder: '', databaseUrl }, now)]
    await crowd(open[0] as Registry, size)
    open.push(await openRegistry({ dataFolder: '', databaseUrl }, now))
  }
  return open
}

const adoption = (decision: string, under: 'meeting' | 'silence', nth: number) => ({
  id: `adopt-${decision}-${nth}`,
  kind: 'decision-recorded',
  outcome: 'adopted',
  ...(under === 'meeting' ? { meeting: 'm' } : {}),
  decision,
  body: 'council',
  type: 'decision',
  title: 'Harbour lights',
  proposedBy: ['ARC'],
  participants: 'members',
  adoption: { revision: 1, under },
})

describe('everyone acts at once, each act sent twice', () => {
  for (const where of ['embedded', 'server'] as const) {
    for (const objecting of ['some object', 'one objects last', 'nobody objects'] as const) {
      test(`${where === 'embedded' ? 'one process' : 'two registries on one database'}: ${objecting}`, {
        timeout: 120_000,
      }, async () => {
        clock.now = Date.parse(inSession)
        const all = await registries(where)
        const [first, second = first] = all as [Registry, Registry?]
        const who =
          where === 'embedded'
            ? await crowd(first, size)
            : first
                .record('concord')
                .at('2034-01-09' as never)
                .holdings()
                .filter(({ status }) => status === 'full-participant')
                .map(({ participant }) => participant)
        expect(who).toHaveLength(size)
        const { at } = momentIn(first.record('concord'), now())
        const opensAt = new Date(Date.parse(at) + hour).toISOString() as Instant
        const expiresAt = new Date(Date.parse(opensAt) + 72 * hour).toISOString() as Instant
        await twoTexts(first, opensAt, expiresAt)
        const stance = (index: number) =>
          objecting === 'some object'
            ? index % 9 === 4
              ? 'objects'
              : 'no-objection'
            : objecting === 'one objects last' && index === size - 1
              ? 'objects'
              : 'no-objection'
        const sent: { readonly id: string; readonly answers: Promise<Answer>[] }[] = []
        const twice = (participant: string, act: Record<string, unknown>) => {
          const [a, b] = sent.length % 2 === 0 ? [first, second] : [second, first]
          sent.push({ id: String(act.id), answers: [send(a, of(participant), act), send(b, of(participant), act)] })
        }
        for (const [index, participant] of who.entries()) {
          twice(participant, says(participant, 'lights', stance(index)))
          // Silence expires while half of them are still on their way.
          if (index === size / 2) clock.now += 73 * hour + 60_000
          if (index >= size / 2) twice(participant, says(participant, 'quiet', stance(index)))
          if (index % 10 === 9) {
            twice('UTO', adoption('lights', 'meeting', index))
            twice('UTO', adoption('quiet', 'silence', index))
          }
        }
        const answered = await Promise.all(
          sent.map(async ({ id, answers }) => ({ id, answers: await Promise.all(answers) })),
        )
        await Promise.all(all.map((one) => one.catchUp()))
        const record = first.record('concord')
        expect(second.rootHash('concord')).toBe(first.rootHash('concord'))
        const ids = record.allEntries().map(({ act }) => act.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { id, answers } of answered) {
          const entered = answers.filter((one) => !isRefusal(one))
          // Entered once or not at all, and each time it was sent the answer says which.
          if (!ids.includes(id)) expect([id, entered]).toEqual([id, []])
          else expect(entered.map((one) => !isRefusal(one) && one.act.id)).toContain(id)
          for (const one of entered) if (!isRefusal(one)) expect(record.allEntries()[one.position - 1]?.act.id).toBe(id)
        }
        const { on } = momentIn(record, now())
        for (const decision of ['lights', 'quiet']) {
          const found = negotiationOf(record.at(on as never), decision)
          const { decided } = found ?? {}
          const objections = [...(found?.positions.values() ?? [])]
            .flat()
            .filter(({ act }) => act.position === 'objects')
          if (decided) expect(objections.filter(({ position }) => position < decided.position)).toEqual([])
          if (decided) expect(objections).toEqual([])
          expect(found?.entries.filter(({ act }) => act.kind === 'decision-recorded').length).toBe(decided ? 1 : 0)
          if (objecting === 'nobody objects') expect(decided?.act.outcome).toBe('adopted')
        }
        // Read anew, it is the same.
        const entries = record.allEntries().length
        expect(entries).toBe(record.position)
      })
    }
  }
})
