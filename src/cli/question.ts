import type { Command } from 'commander'
import { type Answering, type QuestionId, questionIds, questions } from '../analysis/index.ts'
import { exerciseMark, parseAsOf } from '../record/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { recordOf, withRecords } from './opening.ts'
import { answer, stopIfRefused } from './terminal.ts'

export function questionCommand(program: Command): void {
  program
    .command('question')
    .description('what a question page shows, in values, as JSON')
    .argument('<organisation>', 'such as concord')
    .argument('<question>', questionIds.join(', '))
    .option('--about <what>', 'of a question asked of one thing at a time, which')
    .option('--on <day>', 'the day asked about, 2012-06-08; without it the last day that the record covers')
    .option('--known <time or position>', 'as the record stood at a register position, a day or a time')
    .action((organisation: string, question: string, options: { about?: string; on?: string; known?: string }) => {
      const answering = stopIfRefused(named(question))
      return withRecords(organisation, (records) => {
        const record = recordOf(records, organisation)
        const { day, position } = stopIfRefused(parseAsOf(record, options.on, options.known))
        const asked = record.at(day, position)
        const view = stopIfRefused(answering(asked, { about: options.about }))
        answer({ organisation, ...exerciseMark(asked.description), on: day, known: position, ...view })
      })
    })
}

function named(question: string): Answering | Refusal {
  if (questionIds.includes(question as QuestionId)) return questions[question as QuestionId]
  return refuse('unknown-question', `There is no question "${question}".`, {
    remedy: `There is ${questionIds.join(', ')}.`,
  })
}
