import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import {
  claimNamed,
  claimSchema,
  claimsOf,
  measured,
  measuredView,
  readClaim,
  readMeasure,
  weighed,
  weighedView,
  whenMade,
} from '../analysis/index.ts'
import { readWritten } from '../exchange/index.ts'
import { exerciseMark, type Organisation, parseAsOf } from '../record/index.ts'
import type { Records } from '../registry/index.ts'
import { recordOf, withRecords } from './opening.ts'
import { answer, Stop, stopIfRefused } from './terminal.ts'

interface Clocks {
  readonly on?: string
  readonly known?: string
}

const onDay = ['--on <day>', 'the day asked about; without it the last day that the record covers'] as const
const known = ['--known <time or position>', 'as the record stood at a register position, a day or a time'] as const

export function claimCommand(program: Command): void {
  program
    .command('claim')
    .description('a claim of your own, or one on record, held against the record, as JSON')
    .argument('[file]', 'a claim as YAML or JSON, - is standard input; or ORG/ID of one on record')
    .option('--organisation <id>', 'against whose record, where the claim does not say')
    .option('--schema', 'the JSON Schema of a claim instead')
    .option(...onDay)
    .option(...known)
    .action((file: string | undefined, options: Clocks & { organisation?: string; schema?: boolean }) => {
      if (options.schema) return answer(claimSchema())
      if (file === undefined) throw new Stop('Name a file with a claim, - for standard input, or --schema.', 2)
      const [, organisation, id] = /^([\w-]+)\/([^/]+)$/.exec(file) ?? []
      if (organisation && id && !/\.(ya?ml|json)$/.test(id)) return onRecord(organisation, id, options)
      return ownClaim(file, options)
    })
}

export function claimsCommand(program: Command): void {
  program
    .command('claims')
    .description('every claim on record with its verdict, as JSON')
    .argument('<organisation>', 'such as concord')
    .option(...onDay)
    .option(...known)
    .action((organisation: string, options: Clocks) =>
      withRecords(organisation, (records) => {
        const asked = asOf(records, organisation, options)
        const claims = claimsOf(asked).map(({ act }) => {
          const { verdict, then, now } = weighed(act.test, act.on, asked)
          return { claim: act.claim, says: act.says, topic: act.topic, verdict, then: then.verdict, now: now.verdict }
        })
        answer({ organisation, ...exerciseMark(asked.description), on: asked.day, known: asked.position, claims })
      }),
    )
}

export function measureCommand(program: Command): void {
  program
    .command('measure')
    .description('a number, or one value, that the record gives, with what it rests on, as JSON')
    .argument('<organisation>', 'such as concord')
    .argument('<measure>', `as JSON: '{"count":"decisions","where":{"outcome":"adopted"}}'; docs/claims.md tells how`)
    .option(...onDay)
    .option(...known)
    .action((organisation: string, written: string, options: Clocks) => {
      const measure = stopIfRefused(readMeasure(stopIfRefused(readWritten(written))))
      return withRecords(organisation, (records) => {
        const asked = asOf(records, organisation, options)
        answer({
          organisation,
          ...exerciseMark(asked.description),
          on: asked.day,
          known: asked.position,
          measure,
          ...stopIfRefused(measuredView(measured(measure, asked))),
        })
      })
    })
}

function onRecord(organisation: string, id: string, options: Clocks): Promise<void> {
  return withRecords(organisation, (records) => {
    const asked = asOf(records, organisation, options)
    const claim = claimNamed(asked, id)
    if (!claim)
      throw new Stop(
        `The record of ${organisation} has no claim "${id}".\nchancery claims ${organisation} lists those it has.`,
      )
    const { act } = claim
    answer({
      ...head(organisation, asked),
      claim: act.claim,
      says: act.says,
      ...weighedView(weighed(act.test, act.on, asked)),
    })
  })
}

function ownClaim(file: string, options: Clocks & { organisation?: string }): Promise<void> {
  const claim = stopIfRefused(readClaim(stopIfRefused(readWritten(textOf(file)))))
  const organisation = options.organisation ?? claim.organisation
  if (!organisation)
    throw new Stop(
      'The claim does not say against whose record it is to be held.\nAdd `organisation: concord`, or --organisation.',
      2,
    )
  return withRecords(organisation, (records) => {
    const asked = asOf(records, organisation, options)
    const found = weighed(claim.test, stopIfRefused(whenMade(claim, asked)), asked)
    answer({ ...head(organisation, asked), says: claim.says, ...weighedView(found) })
  })
}

function head(organisation: string, asked: Organisation) {
  return { organisation, ...exerciseMark(asked.description), on: asked.day, known: asked.position }
}

function asOf(records: Records, organisation: string, options: Clocks): Organisation {
  const record = recordOf(records, organisation)
  const { day, position } = stopIfRefused(parseAsOf(record, options.on, options.known))
  return record.at(day, position)
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new Stop(`${file} cannot be read: ${(error as Error).message}.`)
  }
}
