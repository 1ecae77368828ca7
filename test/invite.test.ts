import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgres } from './support/databases.ts'
import { concord } from './support/folders.ts'
import { textOf } from './support/pages.ts'

// The first start on a server: the link for the Secretariat, and those that a terminal makes, on a real PostgreSQL.

const run = promisify(execFile)
const command = join(import.meta.dirname, '..', 'bin', 'chancery.js')
const databases = postgres()
const port = 20_000 + ((process.pid + 7) % 20_000)
const house = `http://localhost:${port}`
let settings: NodeJS.ProcessEnv
const started: ChildProcess[] = []

beforeAll(async () => {
  await databases.start()
  const { databaseUrl } = await databases.fresh()
  settings = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), ORIGIN: house }
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await databases.stop()
})

/** Serves the Concord; what it said until some moments after it was ready. */
async function serve(): Promise<{ said: () => string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [command, 'serve', concord], { env: settings })
  started.push(child)
  let said = ''
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ready:')) resolve()
    })
    child.once('exit', () => reject(new Error(said)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { said: () => said, stop }
}

const chancery = (...args: string[]) =>
  run(process.execPath, [command, ...args], { env: settings }).catch((error) => error)
const linkIn = (text: string) => /http:\/\/localhost:\d+\/invitation\/[\w-]{43}/.exec(text)?.[0] ?? ''

test('the first start says a link for the Secretariat, which is none once somebody came in by it', async () => {
  const first = await serve()
  await expect.poll(first.said).toContain('Secretariat of concord')
  const link = linkIn(first.said())
  expect(textOf(await (await fetch(link)).text())).toContain('You are invited to sit as the Secretariat in the Concord')

  // While it is served, a terminal makes others.
  const made = await chancery('invite', 'concord', '--seat', 'delegation:ARC', '--member', '--hours', '2')
  expect(textOf(await (await fetch(linkIn(made.stdout))).text())).toContain('sit as Arcadia')
  expect(made.stderr).toContain('valid for 2 hours')

  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: house }
  const accepted = await fetch(link, { method: 'POST', headers, body: 'name=Sal', redirect: 'manual' })
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/concord/seat'])
  expect((await fetch(`${house}/concord/seat`, { method: 'POST', headers, body: 'seat=secretariat' })).status).toBe(403)
  await first.stop()

  const second = await serve()
  await second.stop()
  expect(second.said()).not.toContain('Secretariat of')
})

test.each([
  { args: ['concord', '--seat', 'chair'], code: 2, says: 'it must be secretariat, or delegation:' },
  { args: ['concord', '--seat', 'public'], code: 2, says: 'it must be secretariat, or delegation:' },
  { args: ['concord', '--seat', 'delegation:NOBODY'], code: 1, says: 'There is no participant "NOBODY"' },
  { args: ['atlantis', '--seat', 'secretariat'], code: 1, says: 'There is no organisation "atlantis"' },
  { args: ['concord', '--seat', 'secretariat', '--hours', '0'], code: 2, says: 'it must be a number up to' },
  { args: ['concord'], code: 2, says: '--seat' },
])('invite $args is refused with $code', async ({ args, code, says }) => {
  expect(await chancery('invite', ...args)).toMatchObject({ code, stderr: expect.stringContaining(says) })
})

test.each([
  { name: 'ORIGIN', value: 'concord.example', says: 'it must be an address without a path' },
  { name: 'ORIGIN', value: 'https://concord.example/pages', says: 'it must be an address without a path' },
  { name: 'OIDC_ISSUER', value: 'https://id.example', says: 'set all three or none' },
])('serve with $name=$value says what is wrong', async ({ name, value, says }) => {
  const env = { ...settings, [name]: value }
  const said = await run(process.execPath, [command, 'serve', concord], { env }).catch((error) => error)
  expect(said).toMatchObject({ code: 2, stderr: expect.stringContaining(says) })
})
