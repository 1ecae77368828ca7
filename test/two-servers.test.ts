import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { negotiationOf } from '../src/record/index.ts'
import { Accounts, Registry, systemClock } from '../src/registry/index.ts'
import { isRefusal } from '../src/rules/index.ts'
import { ok, postgres } from './support/databases.ts'
import { concord, temporaryFolder } from './support/folders.ts'
import { of, position, proposal } from './support/negotiating.ts'

// Two servers, each a process of its own, on one PostgreSQL: a crowd of delegations speaks to both over HTTP at once, each
// act sent to both, while the chair tries to adopt. CHANCERY_CROWD=200 for the long form.

const size = Number(process.env.CHANCERY_CROWD ?? 30)
const databases = postgres()
const ports = [0, 1].map((nth) => 20_000 + ((process.pid * 2 + 11 + nth) % 20_000))
const servers: ChildProcess[] = []
const who = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
let registry: Registry
let tokens: ReadonlyMap<string, string>

beforeAll(async () => {
  await databases.start()
  const where = await databases.fresh()
  const folder = crowdedConcord()
  for (const port of ports) await serve(folder, port, where.databaseUrl ?? '')
  registry = await ok(Registry.open(where))
  const accounts = new Accounts(registry.database, systemClock)
  const made = who.map(async (participant) => {
    const token = await accounts.apiTokens.make({ organisation: 'concord', seat: of(participant), label: 'crowd' })
    return [participant, token] as const
  })
  tokens = new Map(await Promise.all(made))
}, 180_000)
afterAll(async () => {
  for (const child of servers) child.kill('SIGKILL')
  await registry?.close()
  await databases.stop()
})

/** The Concord grown to so many full participants. */
function crowdedConcord(): string {
  const folder = join(temporaryFolder(), 'concord')
  cpSync(concord, folder, { recursive: true })
  while (who.length < size) {
    const id = `P${String(who.length).padStart(3, '0')}`
    who.push(id)
    appendFileSync(
      join(folder, 'participants.yaml'),
      `  - { id: ${id}, type: state, names: { en: ${id} }, recordedOn: 2026-11-22T06:20:00Z }\n`,
    )
    appendFileSync(
      join(folder, 'history', '2033.yaml'),
      `  - { id: ${id}-full, kind: status-granted, on: 2033-12-20, participant: ${id}, status: full-participant, recordedOn: 2026-11-22T06:20:00Z, sources: [{ source: journal-2 }] }\n`,
    )
  }
  return folder
}

async function serve(folder: string, port: number, databaseUrl: string): Promise<void> {
  const command = join(import.meta.dirname, '..', 'bin', 'chancery.js')
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) }
  const child = spawn(process.execPath, [command, 'serve', folder], { env })
  servers.push(child)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ready:')) resolve()
    })
    child.once('exit', () => reject(new Error(said)))
  })
}

async function send(nth: number, participant: string, act: object): Promise<{ status: number; refused?: string }> {
  const response = await fetch(`http://127.0.0.1:${ports[nth]}/api/concord/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(participant)}` },
    body: JSON.stringify(act),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

test('no act is lost or doubled, and nothing is adopted over an objection received in time', {
  timeout: 240_000,
}, async () => {
  const begun = [
    await send(0, 'ARC', { id: 'made', ...proposal({ level: 'council' }) }),
    await send(1, 'UTO', { id: 'm', kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'expanded' }),
    await send(0, 'UTO', { id: 'p', kind: 'presence-noted', meeting: 'm', participant: 'UTO', presence: 'present' }),
    await send(0, 'UTO', { id: 'q', kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 }),
  ]
  expect(begun.map(({ status, refused }) => refused ?? status)).toEqual([201, 201, 201, 201])
  const adoption = {
    kind: 'decision-recorded',
    outcome: 'adopted',
    meeting: 'm',
    decision: 'lights',
    body: 'council',
    type: 'decision',
    title: 'Harbour lights',
    proposedBy: ['ARC'],
    participants: 'members',
    adoption: { revision: 1, under: 'meeting' },
  }
  const objector = who.at(-1)
  const tries: Promise<unknown>[] = []
  const sent = who.flatMap((participant, index) => {
    const act = { id: 'says', ...position(participant, participant === objector ? 'objects' : 'no-objection') }
    const both = [0, 1].map(async (nth) => ({ participant, ...(await send(nth, participant, act)) }))
    if (index % 10 === 9) for (const nth of [0, 1]) tries.push(send(nth, 'UTO', { id: `adopt-${index}`, ...adoption }))
    return both
  })
  const answers = await Promise.all(sent)
  await Promise.all(tries)
  const damaged = await registry.catchUp()
  expect(isRefusal(damaged)).toBe(false)
  const entries = registry.record('concord').allEntries()
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  const negotiation = negotiationOf(registry.record('concord').at('9999-12-31' as never), 'lights')
  const decided = negotiation?.decided
  for (const participant of who) {
    const told = answers.filter((one) => one.participant === participant)
    const taken = negotiation?.positions.get(participant) ?? []
    const accepted = told.filter(({ status }) => status === 201 || status === 200)
    // Entered once and both told so, or, too late, not at all and both told that.
    expect([participant, taken.length, accepted.length]).toEqual(
      taken.length === 1 ? [participant, 1, 2] : [participant, 0, 0],
    )
    if (taken.length === 0) expect(told.every(({ refused }) => refused === 'closed')).toBe(true)
  }
  const objection = negotiation?.positions.get(objector ?? '')?.[0]
  // One or the other came first, and the second was refused.
  expect([decided, objection].filter((one) => one !== undefined)).toHaveLength(1)
  expect(await hashes()).toHaveLength(1)
})

/** The hashes that the two servers give for the register, each once. */
async function hashes(): Promise<string[]> {
  const seen = await Promise.all(
    ports.map(async (port) => {
      const wanted = registry.record('concord').position
      for (;;) {
        const lines = (await (await fetch(`http://127.0.0.1:${port}/concord/register.jsonl`)).text()).trim().split('\n')
        if (lines.length >= wanted) return lines.join('\n')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }),
  )
  return [...new Set(seen)]
}
