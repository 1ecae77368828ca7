import type { Command } from 'commander'
import { z } from 'zod'
import { entryAnswer, entryQuestion, readEntryQuestion } from '../record/index.ts'
import { enterIntoForce, isRefusal } from '../rules/index.ts'
import { answerQuestions } from './questions.ts'
import { answer, Stop } from './terminal.ts'

export function entryIntoForceCommand(program: Command): void {
  program
    .command('entry-into-force')
    .description('when a treaty enters into force by its own clause, for whom, and why; or what is missing')
    .argument('[file]', 'questions as JSON: an object, an array, or one in each line; - is standard input')
    .option('--schema', 'the JSON Schema of a question and of an answer instead')
    .action(async (file: string | undefined, options: { schema?: boolean }) => {
      if (options.schema) return answer(entrySchema())
      if (file === undefined) throw new Stop('Name a file of questions, - for standard input, or --schema.', 2)
      return answerQuestions(file, answered)
    })
}

/** A question as it came out of JSON to its answer. */
function answered(written: unknown) {
  const question = readEntryQuestion(written)
  return isRefusal(question) ? question : enterIntoForce(question)
}

/** Both in one document: it describes a question, and an answer under `$defs`. */
export function entrySchema(): object {
  const both = z.strictObject({ question: entryQuestion, answer: entryAnswer })
  const { $schema, $defs } = z.toJSONSchema(both, { io: 'input' })
  return { $schema, title: 'Entry into force of treaties', $ref: '#/$defs/question', $defs }
}
