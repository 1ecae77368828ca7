import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { entryAnswer } from '../src/record/index.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'chancery-entry-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function chancery(args: readonly string[], input = ''): Promise<Said> {
  const child = spawn(process.execPath, [join(root, 'bin', 'chancery.js'), 'entry-into-force', ...args])
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  }
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

const question = (id: string, count = 1) => ({
  id,
  clause: { count, after: { days: 30 } },
  events: [{ participant: 'UTO', kind: 'ratification', on: '2031-01-05' }],
})

describe('docs/entry-into-force.md', () => {
  const document = readFileSync(join(root, 'docs', 'entry-into-force.md'), 'utf8')
  const blocks = [...document.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, block]) => JSON.parse(block as string))
  test('every example is answered as it says', async () => {
    const [questions, answers] = [0, 1].map((half) => blocks.filter((_, i) => i % 2 === half)) as [object[], object[]]
    const { stdout } = await chancery(['-'], questions.map((one) => JSON.stringify(one)).join('\n'))
    const given = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    // A refusal says on which line it stood; in the document each question stands alone.
    expect(given.map((answer) => ('line' in answer ? { ...answer, line: 1 } : answer))).toEqual(answers)
    expect(answers.length).toBeGreaterThan(4)
  })
  test('every answer in it has the shape that --schema says', () => {
    for (const block of blocks.filter((_, i) => i % 2 === 1 && !('refused' in blocks[i]))) {
      expect(entryAnswer.safeParse(block).error).toBeUndefined()
    }
  })
  test('every kind of refusal is named in it', async () => {
    const refusals = ['src/rules/clause-checks.ts', 'src/rules/deposits.ts', 'src/record/entry-into-force.ts'].flatMap(
      (file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/refuse\(\s*'([^']+)'/g)].map(([, code]) => code as string),
    )
    expect(refusals.length).toBeGreaterThan(8)
    for (const code of refusals) expect(document).toContain(`\`${code}\``)
  })
})

describe('chancery entry-into-force', () => {
  test('weights by participant are the same as by weight', async () => {
    const clause = { count: 1, share: { weight: 'tonnage', atLeast: [1, 2] } }
    const tonnage = { UTO: 50, ERE: 30, LAP: 20 }
    const byWeight = { ...question('a'), clause, weights: { tonnage } }
    const participants = Object.entries(tonnage).map(([id, tons]) => ({ id, weights: { tonnage: tons } }))
    const { stdout } = await chancery(['-'], JSON.stringify([byWeight, { ...question('a'), clause, participants }]))
    const [one, other] = JSON.parse(stdout)
    expect(one.inForceOn).toBe('2031-01-05')
    expect(other).toEqual(one)
  })
  test('a wait of nought days is none: on the day of the deposit, for later parties too', async () => {
    const at = { days: 0 }
    const clause = { count: 1, after: at, laterParty: { after: at } }
    const later = { participant: 'LAP', kind: 'ratification', on: '2031-02-01' }
    const asked = { id: 'at once', clause, events: [...question('').events, later] }
    const { stdout, code } = await chancery(['-'], JSON.stringify(asked))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      inForceOn: '2031-01-05',
      parties: [
        { participant: 'UTO', inForceOn: '2031-01-05' },
        { participant: 'LAP', inForceOn: '2031-02-01' },
      ],
    })
    expect(stdout).not.toContain('0 days')
  })
  test('lines: each answered in its place, a faulty one with its line, the rest all the same', async () => {
    const lines = [
      JSON.stringify(question('a')),
      '',
      JSON.stringify(question('b', 0)),
      '{"id": "c"}',
      JSON.stringify(question('d')),
    ]
    const { code, stdout, stderr } = await chancery(['-'], lines.join('\n'))
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', inForceOn: '2031-02-04' },
      { id: 'b', line: 3, refused: 'clause-cannot-be-met', message: expect.any(String), remedy: expect.any(String) },
      { id: 'c', line: 4, refused: 'missing-field' },
      { id: 'd', inForceOn: '2031-02-04' },
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('2 of 4 could not be answered')
  })
  test('an object by an object, an array by an array', async () => {
    const file = join(folder, 'questions.json')
    writeFileSync(file, JSON.stringify([question('a'), question('b')], null, 2))
    const list = await chancery([file])
    expect([list.code, JSON.parse(list.stdout).map(({ id }: { id: string }) => id)]).toEqual([0, ['a', 'b']])
    expect(JSON.parse((await chancery(['-'], JSON.stringify(question('a'), null, 2))).stdout)).toMatchObject({
      id: 'a',
    })
  })
  test('--schema knows every field of the documented questions', async () => {
    const { $ref, $defs } = JSON.parse((await chancery(['--schema'])).stdout)
    expect($ref).toBe('#/$defs/question')
    const { properties } = $defs.question
    expect(Object.keys(properties)).toEqual(['id', 'clause', 'events', 'weights', 'participants', 'totals'])
    expect(Object.keys(properties.clause.properties)).toEqual(
      expect.arrayContaining([
        'count',
        'of',
        'among',
        'share',
        'instruments',
        'by',
        'after',
        'startOf',
        'passed',
        'notBefore',
        'article',
        'all',
        'any',
        'laterParty',
      ]),
    )
  })
  test('no file, or one that is not there', async () => {
    expect(await chancery([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Name a file') })
    expect(await chancery([join(folder, 'none.json')])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('There is nothing at'),
    })
  })
})
