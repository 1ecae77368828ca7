import type { Command } from 'commander'
import { parseAsOf } from '../record/index.ts'
import { forkOrganisation } from '../registry/fork.ts'
import { parseDay } from '../rules/index.ts'
import { openRegistry, recordOf, shippedFolders } from './opening.ts'
import { answer, say, stopIfRefused } from './terminal.ts'

interface Options {
  readonly on: string
  readonly as: string
  readonly known?: string
}

export function forkCommand(program: Command): void {
  program
    .command('fork')
    .description('make an exercise: an organisation that begins from a record as of the end of a day')
    .argument('<organisation>', 'such as concord')
    .requiredOption('--on <day>', 'the last day of the record that the exercise shares, 2032-10-04')
    .requiredOption('--as <id>', 'the id to keep it under: letters, digits and -')
    .option('--known <time or position>', 'as the record stood at a register position, a day or a time')
    .action(async (organisation: string, options: Options) => {
      const on = stopIfRefused(parseDay(options.on))
      const registry = await openRegistry(shippedFolders(), true)
      try {
        const record = recordOf(registry, organisation)
        const known = options.known && stopIfRefused(parseAsOf(record, options.on, options.known)).position
        const asked = { from: organisation, on, as: options.as, ...(typeof known === 'number' ? { known } : {}) }
        const made = stopIfRefused(await forkOrganisation(registry, asked))
        say(
          `${made.organisation}: an exercise of ${made.entries} acts, from ${organisation} as of ${on}. Open it with chancery serve: /${made.organisation}/`,
        )
        answer(made)
      } finally {
        await registry.close()
      }
    })
}
