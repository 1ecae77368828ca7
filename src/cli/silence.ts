import type { Command } from 'commander'
import { z } from 'zod'
import { readSilenceQuestion, silenceQuestion } from '../record/index.ts'
import { isRefusal, mayOpen, silenceAt } from '../rules/index.ts'
import { questionsCommand } from './questions.ts'

export function silenceCommand(program: Command): void {
  questionsCommand(program, {
    name: 'silence',
    says: 'how a text under silence stands at an instant: running, broken, adopted …, and why',
    schema: silenceSchema,
    answering: answered,
  })
}

/** A question as it came out of JSON to its answer. */
function answered(written: unknown) {
  const question = readSilenceQuestion(written)
  if (isRefusal(question)) return question
  const refusal = mayOpen(question.rule, question)
  return refusal ?? { id: question.id, ...silenceAt(question.rule, question, question.at) }
}

function silenceSchema(): object {
  return z.toJSONSchema(silenceQuestion, { io: 'input' })
}
