import type { Command } from 'commander'
import { z } from 'zod'
import { readSilenceQuestion, silenceQuestion } from '../record/index.ts'
import { isRefusal, mayOpen, silenceAt } from '../rules/index.ts'
import { answerQuestions } from './questions.ts'
import { answer, Stop } from './terminal.ts'

export function silenceCommand(program: Command): void {
  program
    .command('silence')
    .description('how a text under silence stands at an instant: running, broken, adopted …, and why')
    .argument('[file]', 'questions as JSON: an object, an array, or one in each line; - is standard input')
    .option('--schema', 'the JSON Schema of a question instead')
    .action(async (file: string | undefined, options: { schema?: boolean }) => {
      if (options.schema) return answer(z.toJSONSchema(silenceQuestion, { io: 'input' }))
      if (file === undefined) throw new Stop('Name a file of questions, - for standard input, or --schema.', 2)
      return answerQuestions(file, answered)
    })
}

/** A question as it came out of JSON to its answer. */
function answered(written: unknown) {
  const question = readSilenceQuestion(written)
  if (isRefusal(question)) return question
  const refusal = mayOpen(question.rule, question)
  return refusal ?? { id: question.id, ...silenceAt(question.rule, question, question.at) }
}
