import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type CsvFile, type CsvRow, readCsv } from '../../exchange/index.ts'
import { Stop } from '../terminal.ts'
import { type SuiteFile, suitesFolder } from './suite.ts'

/** The facts of one suite, wherever they lie. */
export interface Facts {
  /** The folder they were read from. */
  readonly folder: string
  /** The rows of one of the suite's files, their cells by our words for the columns. */
  rows(file: string): readonly CsvRow[]
}

/** The facts that travel with the program; undefined where a suite has none. */
export function shippedFacts(suite: SuiteFile, folder = suitesFolder): Facts | undefined {
  return suite.shipped === undefined ? undefined : factsIn(join(folder, 'facts', suite.shipped), suite)
}

/**
 * The facts of a suite at a path: the folder of its files, any folder above it, or one of the files. Where several
 * folders hold such files, the one called as the suite or an alias of it is meant; otherwise the person must say which.
 */
export function factsAt(path: string, suite: SuiteFile): Facts | undefined {
  if (!existsSync(path)) throw new Stop(`There is nothing at ${path}.`)
  const folders = statSync(path).isDirectory() ? foldersFrom(path) : [dirname(path)]
  const found = folders.map((folder) => factsIn(folder, suite)).filter((facts) => facts !== undefined)
  const called = found.filter(({ folder }) => folder.split(sep).some((part) => namesOf(suite).includes(part)))
  const meant = found.length > 1 && called.length > 0 ? called : found
  if (meant.length <= 1) return meant[0]
  const list = meant.map(({ folder }) => `  ${folder}`).join('\n')
  throw new Stop(`The facts of ${suite.name} lie in several folders. Give --data one of them:\n${list}`)
}

export const namesOf = (suite: SuiteFile): string[] => [suite.name, ...suite.aliases]

/** What a suite's facts look like, for someone who has to find them. */
export function wantedFiles(suite: SuiteFile): string {
  const files = Object.values(suite.files)
  return files.map(({ name, columns }) => `${name} (${Object.values(columns).join(', ')})`).join('; ')
}

const deepest = 8

function foldersFrom(path: string, depth = 0): string[] {
  if (depth > deepest) return []
  const below = foldersIn(path)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .flatMap((name) => foldersFrom(join(path, name), depth + 1))
  return [path, ...below]
}

/** A folder that nobody may read has nothing for us. */
function foldersIn(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch {
    return []
  }
}

function factsIn(folder: string, suite: SuiteFile): Facts | undefined {
  const files = Object.entries(suite.files).map(([file, { name }]) => [file, pathOf(folder, name)] as const)
  if (files.some(([, path]) => path === undefined)) return undefined
  const opened = new Map(files.map(([file, path]) => [file, read(path as string)]))
  const fits = Object.entries(suite.files).every(([file, { columns }]) =>
    Object.values(columns).every((column) => opened.get(file)?.columns.includes(column)),
  )
  return fits ? { folder, rows: (file) => inOurWords(suite, file, opened.get(file)) } : undefined
}

function pathOf(folder: string, name: string): string | undefined {
  return [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path))
}

function read(path: string): CsvFile {
  try {
    const bytes = readFileSync(path)
    const csv = readCsv((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
    if ('refused' in csv) throw new Stop(`${csv.message} ${csv.remedy}`)
    return csv
  } catch (error) {
    throw new Stop(`${path} (${basename(path)}): ${(error as Error).message}`)
  }
}

function inOurWords(suite: SuiteFile, file: string, csv: CsvFile | undefined): readonly CsvRow[] {
  const said = suite.files[file]
  if (!said || !csv) throw new Error(`The suite ${suite.name} names no file "${file}".`)
  const columns = Object.entries({ ...said.maybe, ...said.columns })
  return csv.rows.map((row) => Object.fromEntries(columns.map(([ours, theirs]) => [ours, row[theirs] ?? ''])))
}
