import type { Command } from 'commander'
import { z } from 'zod'
import { answerSchema, decide, isRefusal, questionSchema, readQuestion } from '../rules/index.ts'
import { questionsCommand } from './questions.ts'

export function decideCommand(program: Command): void {
  questionsCommand(program, {
    name: 'decide',
    says: 'whether rules of decision are met by the positions taken, on whom it turned, and why; needs no register',
    schema: decideSchema,
    answering: decided,
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
