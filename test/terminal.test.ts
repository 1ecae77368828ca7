import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli/main.ts'
import { concord } from './support/folders.ts'

const run = promisify(execFile)
const src = join(import.meta.dirname, '..', 'src')
const command = join(import.meta.dirname, '..', 'bin', 'chancery.js')
let folder: string
let data: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-terminal-'))
  data = join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Said {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function chancery(args: readonly string[], settings: Record<string, string> = {}): Promise<Said> {
  const env = { ...process.env, CHANCERY_DATA: data, DATABASE_URL: '', ...settings }
  try {
    return { code: 0, ...(await run(process.execPath, [command, ...args], { env })) }
  } catch (error) {
    return error as Said
  }
}

describe('the commands', () => {
  test('each is added by the file that its name leads to, and help lists them all', async () => {
    const { stdout } = await chancery(['--help'])
    expect(commands.size).toBeGreaterThan(15)
    for (const [name, add] of commands) {
      const program = new Command()
      ;(await add())(program)
      expect(program.commands.map((command) => command.name())).toEqual([name])
      expect(stdout).toMatch(new RegExp(`^  ${name} .*\\S`, 'm'))
    }
  })
  // Whoever asks these waits for no database and no page to be read.
  const light = ['main', 'decide', 'entry-into-force', 'silence', 'conform']
  test.each(light)('%s reads no file that opens a register or serves a page', (name) => {
    const read = filesReadWith(join(src, 'cli', `${name}.ts`)).map((file) => relative(src, file))
    expect(read).toContain(join('cli', 'terminal.ts'))
    expect(read.filter((file) => /^(routes|ui)\b|registry.(database|accounts|index)/.test(file))).toEqual([])
  })
})

/** A file and all that are read with it: what is imported when it is needed is not among them. */
function filesReadWith(file: string, found = new Set<string>()): string[] {
  if (found.has(file)) return []
  found.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^'"]*?from '(\.[^']+\.ts)'/gm)
  for (const [, path = ''] of imports) filesReadWith(join(dirname(file), path), found)
  return [...found]
}

describe('coverage', () => {
  test('every field of the research is carried, derived or left out, with the reason', async () => {
    const { code, stdout } = await chancery(['coverage', 'sco', '--json'])
    const { accounts, acts, doubts } = JSON.parse(stdout)
    expect(code).toBe(0)
    const fields = accounts.flatMap((account: { fields: unknown[] }) => account.fields)
    expect(fields.length).toBe(588)
    for (const field of fields) {
      expect(['carried', 'derived', 'left-out']).toContain(field.outcome)
      expect(field.says, field.field).not.toBe('')
    }
    expect(doubts.unverified + doubts.inferred + doubts.conflict).toBeGreaterThanOrEqual(acts.withDoubt)
  })
  test('in words, by subject; and where nothing is said of the research, that', async () => {
    expect((await chancery(['coverage', 'sco'])).stdout).toMatch(/^programmes \(60 records\)$/m)
    expect((await chancery(['coverage', 'concord'])).stdout).toContain(
      'Nothing is said of the research behind this record.',
    )
  })
})

describe('participants', () => {
  test('a list with participant, status, from, to, sources, doubt', async () => {
    const { code, stdout } = await chancery(['participants', 'sco', '--on', '2012-06-08', '--json'])
    const list = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(list).toHaveLength(13)
    expect(list.find((h: { participant: string }) => h.participant === 'LKA')).toMatchObject({
      status: 'dialogue-partner',
      from: '2010-05',
      to: '2025-09-01',
      doubt: expect.arrayContaining([expect.objectContaining({ field: 'from', kind: 'conflict' })]),
    })
    for (const holding of list) expect(holding.sources.length, holding.participant).toBeGreaterThan(0)
  })
  test('as known at a position, a day, a time', async () => {
    const statusOfIran = async (known: string) => {
      const { stdout } = await chancery(['participants', 'sco', '--on', '2022-12-01', '--known', known])
      return JSON.parse(stdout).find((h: { participant: string }) => h.participant === 'IRN')?.status
    }
    expect(await statusOfIran('463')).toBe('member')
    expect(await statusOfIran('2026-11-21T12:00Z')).toBe('member')
    expect(await statusOfIran('2026-11-21')).toBe('observer')
  })
  const refusals: [string[], number, string][] = [
    [['participants', 'atlantis'], 1, 'There is: concord, general-assembly, permanent-council, sco, security-council'],
    [['participants', 'sco', '--on', '2001-13-01'], 1, 'Write a day as'],
    [['participants', 'sco', '--known', 'yesterday'], 1, 'Give a position'],
    [['participants'], 2, 'missing required argument'],
    [['participants', 'sco', '--at', '2001'], 2, 'unknown option'],
    [['frobnicate'], 2, 'unknown command'],
    [['import', 'nowhere'], 1, 'There is nothing at'],
    [['serve', 'nowhere'], 1, 'There is no such folder'],
  ]
  test.each(refusals)('%j is refused with code %d', async (args, code, says) => {
    const said = await chancery(args)
    expect(said.code).toBe(code)
    expect(said.stderr).toContain(says)
    expect(said.stderr).not.toMatch(/\n\s+at /)
    expect(said.stdout).toBe('')
  })
})

test('replay prints departures, unusual acts and gaps, in words and as JSON', async () => {
  const json = JSON.parse((await chancery(['replay', 'concord', '--json'])).stdout)
  const shape = ['acts', 'reviewed', 'inOrder', 'departures', 'unusual', 'gaps', 'rules', 'withoutRule']
  expect(Object.keys(json).sort()).toEqual(shape.toSorted())
  expect(json.departures).toContainEqual({
    act: 'LAP-leaves',
    on: '2032-09-27',
    rule: 'leaving',
    reasons: [{ article: 'Rules of Procedure, Rule 4(2)', text: expect.stringContaining('6 weeks before') }],
  })
  expect(json.unusual.map((d: { act: string }) => d.act)).toContain('LIL-full')
  expect(json.gaps).toContainEqual({
    text: 'No rule on founding participants is on record.',
    acts: ['ARC-founding', 'UTO-founding', 'LAP-founding'],
  })
  expect(json.rules).toContainEqual({
    rule: 'leaving',
    'in-order': 0,
    departure: 1,
    unusual: 0,
    'cannot-be-judged': 0,
  })
  expect(json.withoutRule).toContainEqual({ kind: 'step-taken', acts: 1 })
  expect(json.acts).toBeGreaterThan(json.reviewed)
  expect(json.reviewed).toBeGreaterThan(json.inOrder)
  const { stdout } = await chancery(['replay', 'concord'])
  expect(stdout).toContain(`Departures: ${json.departures.length}\n`)
  expect(stdout).toContain('Rule 4(2)')
})

test('export in one place, import in another: the same hash; a changed line is refused', async () => {
  const out = join(folder, 'concord.jsonl')
  const exported = await chancery(['export', 'concord', '--out', out])
  const imported = await chancery(['import', out], { CHANCERY_DATA: join(folder, 'other') })
  const hash = /[0-9a-f]{64}/.exec(exported.stderr)?.[0]
  expect(hash).toBeTruthy()
  expect(imported.stderr).toContain(hash)
  const changed = join(folder, 'changed.jsonl')
  await writeFile(changed, (await readFile(out, 'utf8')).replace('Utopia', 'Dystopia'))
  expect(await chancery(['import', changed])).toMatchObject({ code: 1, stderr: expect.stringContaining('differs') })
})

describe('the record to take away', () => {
  test('package writes a data package into a new folder, and never over another', async () => {
    const out = join(folder, 'packages', 'concord')
    const written = await chancery(['package', 'concord', out])
    expect(written).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('files written to') })
    const descriptor = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8'))
    for (const { path, bytes } of descriptor.resources) {
      expect((await readFile(join(out, path))).length, path).toBe(bytes)
    }
    const again = await chancery(['package', 'concord', out])
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already. Nothing was written') })
    expect(await readdir(join(folder, 'packages'))).toEqual(['concord'])
  })
  test('sqlite writes one file, whole, in the place of an earlier one', async () => {
    const out = join(folder, 'concord.sqlite')
    await writeFile(out, 'an earlier file')
    expect((await chancery(['sqlite', 'concord', out, '--known', '5'])).code).toBe(0)
    const database = new DatabaseSync(out, { readOnly: true })
    expect(database.prepare('select count(*) as acts from acts').get()).toEqual({ acts: 5 })
    database.close()
    expect(await chancery(['sqlite', 'concord', folder])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is a folder. Nothing was written'),
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
  test('where nothing can be written, it says so', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await chancery(['package', 'concord', join(folder, 'file', 'below')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing was written to'),
    })
  })
})

describe('serve', () => {
  let server: ChildProcess | undefined
  afterAll(() => server?.kill('SIGTERM'))
  const port = 20_000 + (process.pid % 20_000)

  test('says what it does and where it is ready; other commands still answer, and another server is refused', async () => {
    server = spawn(process.execPath, [command, 'serve'], {
      env: { ...process.env, CHANCERY_DATA: data, PORT: String(port), DATABASE_URL: '' },
    })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      server?.stderr?.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ready:')) resolve()
      })
      server?.on('exit', () => reject(new Error(said)))
    })
    expect(said).toContain(`Ready: http://localhost:${port}`)
    const page = await fetch(`http://127.0.0.1:${port}/sco/day?on=2001-06-16`)
    expect(await page.text()).toContain('Six members')
    expect(JSON.parse((await chancery(['participants', 'sco', '--on', '2001-06-16'])).stdout)).toHaveLength(6)
    expect(await chancery(['participants', 'atlantis'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('concord, general-assembly, permanent-council, sco'),
    })
    const second = await chancery(['serve'], { PORT: String(port + 1) })
    expect(second).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Another process is using the data folder'),
    })
    const samePort = await chancery(['serve', concord], { PORT: String(port), CHANCERY_DATA: join(folder, 'third') })
    expect(samePort).toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${port} is taken`) })
  })
  test('ends cleanly when asked to, and gives the folder back', async () => {
    const ended = new Promise((resolve) => server?.on('exit', resolve))
    server?.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect((await chancery(['participants', 'concord'])).code).toBe(0)
  })
  test('a port that is none', async () => {
    expect(await chancery(['serve'], { PORT: 'seventy' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('PORT'),
    })
  })
})
