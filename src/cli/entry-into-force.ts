import type { Command } from 'commander'
import { z } from 'zod'
import { entryAnswer, entryQuestion, readEntryQuestion } from '../record/index.ts'
import { enterIntoForce, isRefusal } from '../rules/index.ts'
import { questionsCommand } from './questions.ts'

export function entryIntoForceCommand(program: Command): void {
  questionsCommand(program, {
    name: 'entry-into-force',
    says: 'when a treaty enters into force by its own clause, for whom, and why; or what is missing',
    schema: entrySchema,
    answering: answered,
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
