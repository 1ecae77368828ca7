import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { check, type Fault, parseYaml } from '../../registry/yaml.ts'
import { Stop } from '../terminal.ts'
import type { Facts } from './facts.ts'

const words = z.string().min(1)

const fileSchema = z.strictObject({
  /** As the file is called where it lies; `.gz` may follow. */
  name: words,
  /** Our word for a column to its name in the file. The file must have each. */
  columns: z.record(words, words),
  /** The same for columns that a file may lack; there a cell is an empty text. */
  maybe: z.record(words, words).default({}),
})

const suiteSchema = z.strictObject({
  name: words,
  /** Other names to run it by, such as the folder of the facts. Several suites may share one. */
  aliases: z.array(words).default([]),
  title: words,
  origin: words,
  licence: words,
  /** What is held against what, in a sentence. */
  compares: words,
  files: z.record(words, fileSchema),
  /** The folder below `facts/` with the facts that travel along, where the licence lets them. */
  shipped: words.optional(),
  /** Which of the readers in readers.ts; `rule` is what that reader wants to be told. */
  reader: words,
  rule: z.unknown(),
})

/** A suite of real outcomes, as its file in `conform/` says it. */
export type SuiteFile = Readonly<z.infer<typeof suiteSchema>>

/** One outcome on record beside the one that the rules give. The outcome is reproduced when the two are equal. */
export interface Comparison {
  readonly id: string
  readonly expected: string
  readonly got: string
  /** Why the two differ, where it can be said. */
  readonly why?: string
}

/** Reads facts of one shape, asks the rules, and compares. */
export type Reader = (suite: SuiteFile, facts: Facts) => Comparison[]

const here = dirname(fileURLToPath(import.meta.url))
/** The folder of suites that comes with the program. */
export const suitesFolder = join(here, '..', '..', '..', 'conform')

/** Every suite in a folder, by name. A faulty file is named with its line. */
export function suitesIn(folder = suitesFolder): SuiteFile[] {
  if (!existsSync(folder)) throw new Stop(`There is no folder of suites at ${folder}.`)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => suiteFrom(join(folder, name)))
}

function suiteFrom(path: string): SuiteFile {
  const file = parseYaml(path, readFileSync(path, 'utf8'))
  return orStop(Array.isArray(file) ? file : check(file, [], file.value, suiteSchema))
}

/** The suite's `rule` as its reader understands it. */
export function ruleOf<T>(suite: SuiteFile, schema: z.ZodType<T>): T {
  const file = { file: `${suite.name}, rule`, value: suite.rule, lineOf: () => 1 }
  return orStop(check(file, [], suite.rule, schema))
}

function orStop<T>(result: T | Fault[]): T {
  if (!Array.isArray(result)) return result
  throw new Stop(result.map(({ file, line, message }: Fault) => `${file}:${line}: ${message}`).join('\n'))
}
