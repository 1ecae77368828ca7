import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { answerSchema, questionSchema } from '../src/rules/index.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'chancery-decide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** @param onto  a file that standard output goes to */
function chanceryOnto(onto: number, args: readonly string[]): Promise<Omit<Said, 'stdout'>> {
  const child = spawn(process.execPath, [join(root, 'bin', 'chancery.js'), ...args], {
    stdio: ['ignore', onto, 'pipe'],
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })))
}

/** @param reads  how many bytes of the answers are read before the pipe is closed */
function chancery(args: readonly string[], input = '', reads = Number.POSITIVE_INFINITY): Promise<Said> {
  const child = spawn(process.execPath, [join(root, 'bin', 'chancery.js'), ...args])
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (stdout.length >= reads) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const question = (id: string, arcadia: string) => ({
  id,
  rule: { kind: 'consensus', article: 'Rule 6' },
  entitled: [{ id: 'Arcadia' }, { id: 'Utopia' }],
  positions: { Arcadia: arcadia },
})
const adopted = {
  id: 'a',
  outcome: 'adopted',
  decisive: [],
  reasons: [{ article: 'Rule 6', text: 'No participant objected.' }],
}
const objected = {
  id: 'b',
  outcome: 'not-adopted',
  decisive: ['Arcadia'],
  reasons: [{ article: 'Rule 6', text: 'Arcadia objected.' }],
}
const [a, b] = [question('a', 'for'), question('b', 'against')]
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('as it is asked, so it is answered', () => {
  test('an object by an object', async () => {
    const { code, stdout } = await chancery(['decide', fileOf('one.json', JSON.stringify(a, null, 2))])
    expect([code, JSON.parse(stdout)]).toEqual([0, adopted])
  })
  test('an array by an array, also an empty one', async () => {
    const { code, stdout } = await chancery(['decide', fileOf('array.json', JSON.stringify([a, b], null, 2))])
    expect([code, JSON.parse(stdout)]).toEqual([0, [adopted, objected]])
    expect(JSON.parse((await chancery(['decide', fileOf('none.json', '[]')])).stdout)).toEqual([])
  })
  test('lines by lines, from standard input, with empty lines, a byte order mark and line ends of every kind', async () => {
    const input = `\uFEFF${JSON.stringify(a)}\r\n\n${JSON.stringify(b)}`
    const { code, stdout } = await chancery(['decide', '-'], input)
    expect([code, lines(stdout)]).toEqual([0, [adopted, objected]])
  })
})

test.skipIf(!existsSync('/dev/full'))('answers that do not arrive, on a full disk, are told', async () => {
  const full = openSync('/dev/full', 'w')
  for (const args of [
    ['decide', '--schema'],
    ['decide', fileOf('full.json', JSON.stringify(question('a', 'for')))],
  ]) {
    const { code, stderr } = await chanceryOnto(full, args)
    expect([code, stderr], args.join(' ')).toEqual([1, expect.stringContaining('could not be written')])
  }
  closeSync(full)
})

describe('what cannot be answered', () => {
  const faulty = { line: 2, refused: 'not-json', message: expect.any(String), remedy: expect.any(String) }
  test('a faulty line is refused in its place, the rest are answered, and the code is 2', async () => {
    const input = [JSON.stringify(a), '{"id":', '', JSON.stringify({ ...b, id: 'c', rule: {} }), JSON.stringify(b)]
    const { code, stdout, stderr } = await chancery(['decide', '-'], input.join('\n'))
    const refused = {
      id: 'c',
      line: 4,
      refused: 'unknown-kind',
      message: expect.any(String),
      remedy: expect.any(String),
    }
    expect([code, lines(stdout)]).toEqual([2, [adopted, faulty, refused, objected]])
    expect(stderr).toContain('2 of 4 could not be answered')
  })
  test('so is the first one', async () => {
    const text = `{"id":\n${JSON.stringify(b)}\n`
    for (const name of ['first.jsonl', 'first.txt']) {
      const { code, stdout } = await chancery(['decide', fileOf(name, text)])
      expect([code, lines(stdout)], name).toEqual([2, [{ ...faulty, line: 1 }, objected]])
    }
  })
  test('a field that is named twice, wherever the question stands', async () => {
    const twice =
      '{"id":"t", "rule":{"kind":"consensus"},"entitled":[{"id":"A"}],"positions":{"A":"for","A":"against"}}'
    const refused = {
      id: 't',
      refused: 'named-twice',
      message: 'positions.A: is written twice.',
      remedy: expect.any(String),
    }
    const inLines = await chancery(['decide', '-'], `${JSON.stringify(a)}\n${twice}`)
    expect(lines(inLines.stdout)).toEqual([adopted, { ...refused, line: 2 }])
    const inArray = await chancery(['decide', '-'], `[${JSON.stringify(a)},\n${twice}]`)
    expect(JSON.parse(inArray.stdout)).toEqual([adopted, { ...refused, item: 2 }])
    const alone = await chancery(['decide', fileOf('twice.json', `\n${twice.replace('{', '{\n')}`)])
    expect([alone.code, JSON.parse(alone.stdout)]).toEqual([2, { ...refused, line: 2 }])
  })
  test('a file in another encoding is told to be one', async () => {
    const { code, stderr } = await chancery([
      'decide',
      fileOf('wide.json', `${JSON.stringify(a).split('').join('\0')}\0`),
    ])
    expect([code, stderr]).toEqual([2, expect.stringContaining('save it as UTF-8')])
  })
  test('an item of an array, and an object', async () => {
    const inArray = await chancery(['decide', '-'], JSON.stringify([a, 5]))
    expect([inArray.code, JSON.parse(inArray.stdout)]).toMatchObject([
      2,
      [adopted, { item: 2, refused: 'unreadable-field' }],
    ])
    const alone = await chancery(['decide', '-'], '{\n "id": "x"\n}')
    expect([alone.code, JSON.parse(alone.stdout)]).toMatchObject([2, { id: 'x', line: 1, refused: 'missing-field' }])
  })
  test.each<[string, string[], string, number, string]>([
    ['a file that is not there', ['decide', join(folder, 'nothing')], '', 1, 'There is nothing at'],
    ['a folder', ['decide', folder], '', 1, 'is a folder'],
    ['an empty file', ['decide', '-'], ' \n\n', 2, 'is empty'],
    ['not JSON', ['decide', '-'], 'consensus, please', 2, 'is not JSON'],
    ['half of it', ['decide', '-'], '[{"id": "a"},', 2, 'is not JSON'],
    ['no file named', ['decide'], '', 2, 'Name a file'],
    ['an option that there is not', ['decide', '--fast', '-'], '', 2, 'unknown option'],
  ])('%s', async (_, args, input, code, says) => {
    const said = await chancery(args, input)
    expect([said.code, said.stdout]).toEqual([code, ''])
    expect(said.stderr).toContain(says)
    expect(said.stderr).not.toMatch(/\n\s+at /)
  })
})

test('the evaluator takes no library with it into a browser', () => {
  const rules = join(root, 'src', 'rules')
  const reached = new Set(['./decision.ts'])
  for (const file of reached) {
    const imports = readFileSync(join(rules, file), 'utf8').matchAll(/^import (?!type).*?from '([^']+)'/gm)
    for (const [, path = ''] of imports) reached.add(path)
  }
  expect(reached.size).toBeGreaterThan(5)
  for (const path of reached) expect(path).toMatch(/^\.\/[a-z-]+\.ts$/)
})

test('many lines are answered as they come, and whoever has read enough may close the pipe', async () => {
  const many = fileOf('many.jsonl', `${JSON.stringify(a)}\n`.repeat(20_000))
  const all = await chancery(['decide', many])
  expect(all.stdout.split('\n')).toHaveLength(20_001)
  expect(await chancery(['decide', many], '', 100)).toMatchObject({ code: 0, stderr: '' })
})

test('its JSON Schema is that of the questions read and of the answers given', async () => {
  const { $defs, $ref } = JSON.parse((await chancery(['decide', '--schema'])).stdout)
  expect($ref).toBe('#/$defs/question')
  expect(Object.keys($defs).sort()).toEqual(['answer', 'question', 'rule'])
  const kinds = $defs.rule.oneOf.flatMap(
    (one: { properties: { kind: { const?: string; enum?: string[] } } }) =>
      one.properties.kind.const ?? one.properties.kind.enum,
  )
  const document = readFileSync(join(root, 'docs', 'decide.md'), 'utf8')
  for (const kind of kinds) expect(document).toContain(`"kind": "${kind}"`)
  expect(questionSchema.safeParse(a).success).toBe(true)
  for (const answer of [adopted, { line: 1, refused: 'not-json', message: 'm', remedy: 'r' }])
    expect(answerSchema.safeParse(answer).success).toBe(true)
})

describe('docs/decide.md', () => {
  const examples = [
    ...readFileSync(join(root, 'docs', 'decide.md'), 'utf8').matchAll(
      /```json\n(.*?)```\s+gives\s+```json\n(.*?)```/gs,
    ),
  ].map(([, asked = '', given = '']) => ({ asked: JSON.parse(asked), given: JSON.parse(given) }))
  test('every example gives what stands below it', async () => {
    expect(examples.length).toBeGreaterThan(8)
    const { stdout } = await chancery(['decide', '-'], JSON.stringify(examples.map(({ asked }) => asked)))
    expect(JSON.parse(stdout)).toEqual(examples.map(({ given }) => given))
  })
})
