import type { Comparison, SuiteFile } from './suite.ts'

/** What became of one suite. */
export interface SuiteResult {
  readonly suite: string
  readonly title: string
  readonly compares: string
  /** The folder that the facts were read from. */
  readonly facts: string
  readonly compared: number
  readonly reproduced: number
  /** Of the days that differ: how many the rules give before the day on record. */
  readonly earlier: number
  readonly differences: readonly Comparison[]
}

export function resultOf(suite: SuiteFile, facts: string, comparisons: readonly Comparison[]): SuiteResult {
  const differences = comparisons.filter(({ expected, got }) => expected !== got)
  const { name, title, compares } = suite
  const [compared, reproduced] = [comparisons.length, comparisons.length - differences.length]
  const earlier = differences.filter(({ expected, got }) => isDay(expected) && isDay(got) && got < expected).length
  return { suite: name, title, compares, facts, compared, reproduced, earlier, differences }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

export function resultInWords({
  suite,
  title,
  compares,
  facts,
  compared,
  reproduced,
  earlier,
  differences,
}: SuiteResult) {
  const early = earlier > 0 ? ` (${earlier} earlier than recorded)` : ''
  return [
    `${suite}: ${reproduced} of ${compared} reproduced, ${compared - reproduced} not${early}`,
    `  ${title}`,
    `  ${compares}`,
    `  Facts: ${facts}`,
    ...differences.map(differenceInWords),
  ].join('\n')
}

function differenceInWords({ id, expected, got, why }: Comparison): string {
  return `  - ${id}: recorded ${expected}; by the rules ${got}${why ? `. ${why}` : ''}`
}

export interface MissingFacts {
  readonly suite: string
  readonly title: string
  readonly files: string
  readonly origin: string
  readonly licence: string
}

export function missingInWords({ suite, title, files, origin, licence }: MissingFacts): string {
  return [
    `${suite}: not run, its facts are not here`,
    `  ${title}`,
    `  Files: ${files}`,
    `  Origin: ${origin}`,
    `  Licence: ${licence}`,
    '  Get the files and name their folder with --data.',
  ].join('\n')
}
