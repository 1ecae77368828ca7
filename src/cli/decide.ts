import type { Command } from 'commander'
import { z } from 'zod'
import { answerSchema, decide, isRefusal, questionSchema, readQuestion } from '../rules/index.ts'
import { answerQuestions } from './questions.ts'
import { answer, Stop } from './terminal.ts'

export function decideCommand(program: Command): void {
  program
    .command('decide')
    .description(
      'whether rules of decision are met by the positions taken, on whom it turned, and why; needs no register',
    )
    .argument('[file]', 'questions as JSON: an object, an array, or one in each line; - is standard input')
    .option('--schema', 'the JSON Schema of a question and of an answer instead')
    .action(async (file: string | undefined, options: { schema?: boolean }) => {
      if (options.schema) return answer(decideSchema())
      if (file === undefined) throw new Stop('Name a file of questions, - for standard input, or --schema.', 2)
      return answerQuestions(file, decided)
    })
}

/** A question as it came out of JSON to its decision. */
function decided(written: unknown) {
  const question = readQuestion(written)
  return isRefusal(question) ? question : decide(question)
}

/** Both in one document: it describes a question, and an answer under `$defs`. */
export function decideSchema(): object {
  const { $schema, $defs } = z.toJSONSchema(z.strictObject({ question: questionSchema, answer: answerSchema }), {
    io: 'input',
  })
  return { $schema, title: 'Decisions under a rule', $ref: '#/$defs/question', $defs }
}
