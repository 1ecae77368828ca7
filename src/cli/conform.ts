import { relative } from 'node:path'
import type { Command } from 'commander'
import { type Facts, factsAt, namesOf, shippedFacts, wantedFiles } from './conform/facts.ts'
import { readers } from './conform/readers.ts'
import { type MissingFacts, missingInWords, resultInWords, resultOf, type SuiteResult } from './conform/shown.ts'
import { type SuiteFile, suitesIn } from './conform/suite.ts'
import { answer, Stop, say } from './terminal.ts'

interface Options {
  readonly data?: string
  readonly strict?: string
  readonly json?: boolean
}

export function conformCommand(program: Command): void {
  program
    .command('conform')
    .description('real outcomes, as they are on record, held against the rules')
    .argument('[suite]', 'one suite, by its name or the name of its data set; without it, every suite')
    .option('--data <path>', 'where the files of the facts lie: their folder, one above it, or a file')
    .option('--strict <n>', 'exit with 1 when fewer are reproduced: a number such as 39, or a share such as 0.99')
    .option(
      '--json',
      'as JSON: {compared, reproduced, suites: [{suite, compared, reproduced, differences …}], missing}',
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 it ran, whatever it found; 1 no facts, or fewer reproduced than --strict asks.',
    )
    .action((name: string | undefined, options: Options) => conform(name, options))
}

function conform(name: string | undefined, options: Options): void {
  const enough = strictness(options.strict)
  const asked = suitesCalled(name)
  const found = asked.map((suite) => ({ suite, facts: factsOf(suite, options.data, name !== undefined) }))
  const suites = found.flatMap(({ suite, facts }) => (facts ? [run(suite, facts)] : []))
  const missing = found.filter(({ facts }) => !facts).map(({ suite }) => missingFacts(suite))
  const compared = sum(suites.map((s) => s.compared))
  const reproduced = sum(suites.map((s) => s.reproduced))
  if (options.json) answer({ compared, reproduced, suites, missing })
  else console.log([...suites.map(resultInWords), ...missing.map(missingInWords)].join('\n\n'))
  if (suites.length === 0) throw new Stop('No suite was run: its facts are not here.')
  if (enough(reproduced, compared)) return
  say(`Reproduced are ${reproduced} of ${compared}; --strict asks for ${options.strict}.`)
  process.exitCode = 1
}

function suitesCalled(name: string | undefined): SuiteFile[] {
  const all = suitesIn()
  const called = name === undefined ? all : all.filter((suite) => namesOf(suite).includes(name))
  if (called.length > 0) return called
  const list = all.map((suite) => `  ${namesOf(suite).join(', ')}`).join('\n')
  throw new Stop(`There is no suite "${name}". There is:\n${list}`)
}

/** Where a path is given and one suite is asked for, facts that travel along do not stand in for those of the path. */
function factsOf(suite: SuiteFile, data: string | undefined, named: boolean): Facts | undefined {
  const given = data === undefined ? undefined : factsAt(data, suite)
  return given ?? (data !== undefined && named ? undefined : shippedFacts(suite))
}

function run(suite: SuiteFile, facts: Facts): SuiteResult {
  const reader = readers[suite.reader]
  if (!reader) {
    throw new Stop(`${suite.name}: there is no reader "${suite.reader}". There is: ${Object.keys(readers).join(', ')}.`)
  }
  return resultOf(suite, relative(process.cwd(), facts.folder) || '.', reader(suite, facts))
}

function missingFacts(suite: SuiteFile): MissingFacts {
  const { name, title, origin, licence } = suite
  return { suite: name, title, files: wantedFiles(suite), origin, licence }
}

/** A number with a point up to 1.0 is a share of all compared; any other is a count. Both over all suites that ran. */
function strictness(text: string | undefined): (reproduced: number, compared: number) => boolean {
  if (text === undefined) return () => true
  if (/^\d+$/.test(text)) return (reproduced) => reproduced >= Number(text)
  if (/^(0?\.\d+|1\.0+)$/.test(text)) return (reproduced, compared) => reproduced >= Number(text) * compared
  throw new Stop(`--strict "${text}" is neither a number such as 39 nor a share such as 0.99.`, 2)
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
