import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
let elsewhere: string

/** Packs the project as `npm publish` would and installs the file in an empty folder. */
beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'chancery-package-'))
  const quiet = ['--silent', '--no-audit', '--no-fund', '--prefer-offline']
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const packed = await run('npm', ['pack', '--json', '--pack-destination', elsewhere, ...quiet], {
    cwd: root,
    env,
    maxBuffer: 1e8,
  })
  const json = JSON.parse(packed.stdout.slice(packed.stdout.indexOf(packed.stdout.includes('[') ? '[' : '{')))
  const { filename } = (Array.isArray(json) ? json[0] : Object.values(json)[0]) as { filename: string }
  await writeFile(join(elsewhere, 'package.json'), '{"type":"module","private":true}')
  await run('npm', ['install', join(elsewhere, filename), '--omit=optional', ...quiet], { cwd: elsewhere, env })
}, 180_000)

afterAll(() => rm(elsewhere, { recursive: true, force: true }))

test('the packed file, installed elsewhere, gives rules and record to plain JavaScript', async () => {
  await writeFile(
    join(elsewhere, 'use.js'),
    `import { addPeriod, decide, holdsOn } from 'chancery/rules'
     import { actSchema, Fold } from 'chancery/record'
     const said = { id: 'p', kind: 'participant-described', participant: 'Utopia', type: 'state', names: { en: 'Utopia' } }
     const granted = { id: 'g', kind: 'status-granted', on: '2031-05', participant: 'Utopia', status: 'associate' }
     const entries = [said, granted].map((act, i) => ({ position: i + 1, id: act.id, organisation: 'concord', recordedAt: '2031-01-01T00:00:00.000Z', act: actSchema.parse(act), ruling: { finding: 'entered-as-history' }, constitution: 0 }))
     const [holding] = new Fold('concord', entries).at('2031-05-15').holdings()
     console.log(JSON.stringify([addPeriod('2032-08-23', { weeks: 6 }), decide({ rule: { kind: 'consensus' }, entitled: [{ id: 'Utopia' }], positions: {}, article: 'Rule 6' }).outcome, holdsOn({ from: '2031' }, '2031-06-01'), holding.status, holding.certainty]))`,
  )
  const { stdout } = await run(process.execPath, ['use.js'], { cwd: elsewhere })
  expect(JSON.parse(stdout)).toEqual(['2032-10-04', 'adopted', 'uncertain', 'associate', 'uncertain'])
})

test('its types serve a TypeScript program', async () => {
  await writeFile(
    join(elsewhere, 'use.ts'),
    `import { type Finding, find } from 'chancery/rules'
     import { Fold, type Organisation } from 'chancery/record'
     export const finding: Finding<'yes'> = find('yes', 'because')
     export const organisation: Organisation = new Fold('concord').at('2031-01-01' as never)
     // @ts-expect-error a fold is not a number
     export const wrong: number = new Fold('concord')`,
  )
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  await run(
    process.execPath,
    [tsc, '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024', 'use.ts'],
    { cwd: elsewhere },
  )
})

test('its command answers', async () => {
  const { stdout } = await run(
    process.execPath,
    [join(elsewhere, 'node_modules', 'chancery', 'bin', 'chancery.js'), 'participants', 'sco', '--on', '2001-06-16'],
    {
      cwd: elsewhere,
      env: { ...process.env, CHANCERY_DATA: join(elsewhere, 'data'), DATABASE_URL: '' },
    },
  )
  expect(JSON.parse(stdout)).toHaveLength(6)
})

test('it serves its pages, and to browsers the modules that decide, without a word of warning', async () => {
  const port = String(40_000 + (process.pid % 20_000))
  const bin = join(elsewhere, 'node_modules', 'chancery', 'bin', 'chancery.js')
  const env = { ...process.env, CHANCERY_DATA: join(elsewhere, 'served'), DATABASE_URL: '', PORT: port }
  const concord = join(elsewhere, 'node_modules', 'chancery', 'organisations', 'concord')
  const server = spawn(process.execPath, [bin, 'serve', concord], { env })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ready:')) resolve()
    })
    server.on('exit', () => reject(new Error(said)))
  })
  try {
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(await get('/write-your-own?example=veto')).toContain('Not adopted')
    const served = await modulesFrom(get, '/assets/write-your-own.js')
    expect(served.get('/assets/modules/rules/decision.js')).toContain('export function decide')
    for (const [path, text] of served) expect(text, path).toMatch(/^(import|export) /m)
    expect(said).not.toMatch(/warning/i)
  } finally {
    server.kill('SIGTERM')
  }
})

/** A module and all that it imports, by their addresses. */
async function modulesFrom(get: (path: string) => Promise<string>, first: string): Promise<Map<string, string>> {
  const served = new Map<string, string>()
  const wanted = new Set([first])
  for (const path of wanted) {
    const text = await get(path)
    served.set(path, text)
    for (const [, imported = ''] of text.matchAll(/from '(\.[^']+)'/g))
      wanted.add(new URL(imported, `http://house${path}`).pathname)
  }
  return served
}
