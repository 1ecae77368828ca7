import type { Command } from 'commander'
import { exerciseMark, parseAsOf, participantsView } from '../record/index.ts'
import { recordOf, withRecords } from './opening.ts'
import { answer, stopIfRefused } from './terminal.ts'

export function participantsCommand(program: Command): void {
  program
    .command('participants')
    .description('who held which status on a day, as JSON')
    .argument('<organisation>', 'such as concord')
    .option('--on <day>', 'the day asked about, 2012-06-08; without it the last day that the record covers')
    .option('--known <time or position>', 'as the record stood at a register position, a day or a time')
    .option('--json', 'JSON (the default)')
    .action((organisation: string, options: { on?: string; known?: string }) =>
      withRecords(organisation, (records) => {
        const record = recordOf(records, organisation)
        const { day, position } = stopIfRefused(parseAsOf(record, options.on, options.known))
        const asked = record.at(day, position)
        const participants = participantsView(asked)
        const mark = exerciseMark(asked.description)
        // A list has no room for a mark: in an exercise it stands inside what is marked.
        answer(mark ? { ...mark, participants } : participants)
      }),
    )
}
