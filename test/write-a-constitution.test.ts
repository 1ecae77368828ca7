import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { computes } from '../src/record/acts/computes.ts'
import { replay } from '../src/record/index.ts'
import { readFolder } from '../src/registry/folder.ts'
import { loadFolder, Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { decide, decisionRuleSchema, isRefusal, readQuestion } from '../src/rules/index.ts'

// docs/write-a-constitution.md is true: what it says to write loads, is shown and decides as it says.

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'write-a-constitution.md'), 'utf8')
/** The file that stands in backquotes nearest above a block of YAML. */
const files = page
  .split('```yaml\n')
  .slice(1)
  .map((part, index) => {
    const above = page.split('```yaml\n')[index] ?? ''
    return {
      path:
        above
          .match(/`canal\/[a-z0-9/]+\.yaml`/g)
          ?.at(-1)
          ?.slice(1, -1) ?? '',
      text: part.split('```')[0] ?? '',
    }
  })
const question = JSON.parse(page.split('```json\n')[1]?.split('```')[0] ?? '')

let folder: string
let registry: Registry
let server: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-canal-'))
  for (const { path, text } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const opened = await Registry.open({ dataFolder: join(folder, 'data'), databaseUrl: undefined })
  if (isRefusal(opened)) throw new Error(opened.message)
  registry = opened
})
afterAll(async () => {
  await server?.close()
  await registry?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('its files load as they stand, and the pages show them', async () => {
  expect(files.map(({ path }) => path)).toEqual(
    ['organisation', 'participants', 'sources', 'constitution', 'history/2030'].map((name) => `canal/${name}.yaml`),
  )
  const loaded = await loadFolder(registry, join(folder, 'canal'))
  expect(loaded).toMatchObject({ organisation: 'canal', corrected: 0 })
  server = await buildServer(registry)
  const at = async (address: string) => (await server.inject({ url: address })).body
  expect(await at('/canal/rules?on=2030-06-01')).toContain('none of them objecting')
  expect(await at('/canal/rules?on=2031-01-10')).toContain('three fifths of the tonnage')
  expect(await at('/canal/')).toContain('Canal Commission')
})

test('a mistake is named with its file, its line and what to do', () => {
  const constitution = join(folder, 'canal', 'constitution.yaml')
  const text = readFileSync(constitution, 'utf8')
  writeFileSync(constitution, text.replace('kind: qualified', 'kind: qualfied'))
  const read = readFolder(join(folder, 'canal'))
  writeFileSync(constitution, text)
  const line = 1 + text.split('\n').findIndex((one) => one.includes('kind: qualified'))
  const message = expect.stringMatching(/^computes\.decides\.kind: is not known here\. There is: consensus, majority, /)
  expect(read).toEqual([{ file: constitution, line, message }])
})

/** What stands in backquotes with a kind, in tables. */
function written(part = ''): string[] {
  return [...part.matchAll(/`(\{ kind: .*?\})`(?=[ ,|])/g)].map((match) => match[1] ?? '')
}

describe('its table of what else computes', () => {
  const lines = written(page.split('### What else computes')[1]?.split('## 3.')[0])
  test('has every kind, but body, of which decides is the wider', () => {
    const kinds = computes.options.map((option) => [...option.shape.kind.values][0])
    expect([...new Set(lines.map((line) => parse(line).kind)), 'body'].sort()).toEqual(kinds.sort())
  })
  test.each(lines)('%s', (line) => {
    expect(computes.safeParse(parse(line)).error).toBeUndefined()
  })
})

test('its history is found to depart as it says, on one point', () => {
  const { departures, unusual } = replay(registry.record('canal'))
  expect(unusual).toEqual([])
  expect(departures.map(({ act, rule }) => [act, rule])).toEqual([['decision/first-tolls', 'tolls']])
  expect(departures[0]?.reasons.map(({ text }) => text).join(' ')).toContain('Utopia objected')
})

describe('its table of kinds', () => {
  const rules = written(page.split('### What else computes')[0])
  test('has every kind, but any, which is written as all is', () => {
    const kinds = new Set(rules.map((rule) => parse(rule).kind))
    expect([...kinds].sort()).toEqual(['all', 'consensus', 'majority', 'qualified', 'quorum', 'threshold', 'unopposed'])
  })
  test.each(rules)('%s', (rule) => {
    expect(decisionRuleSchema.safeParse(parse(rule)).success).toBe(true)
  })
})

test('its question is decided as it says, under the rule that its constitution holds', () => {
  const read = readQuestion(question)
  if (isRefusal(read)) throw new Error(read.message)
  expect(decide(read)).toMatchObject({ outcome: 'not-adopted', decisive: ['Arcadia'] })
  const { rules } = parse(files.find(({ path }) => path.endsWith('constitution.yaml'))?.text ?? '')
  const { conditions } = rules[1].computes.decides
  expect(question.rule.conditions).toEqual(conditions)
})
