import type { Organisation } from '../record/index.ts'
import type { Refusal } from '../rules/index.ts'
import { alliance } from './alliance.ts'
import { became } from './became.ts'
import { language } from './language.ts'
import { neighbourhood } from './neighbourhood.ts'
import { wouldPass } from './would-pass.ts'

/** What narrows a question: of a question that is asked of one thing at a time, which. */
export interface Narrowed {
  readonly about?: string | undefined
}

/**
 * Answers a question as the organisation stood on its day, in values: whatever the page shows as a number or draws is
 * in it.
 */
export type Answering<View extends object = object> = (organisation: Organisation, narrowed: Narrowed) => View | Refusal

/** Every question that is answered at length, under the last part of its address. */
export const questions = {
  alliance,
  became,
  language,
  'would-pass': wouldPass,
  neighbourhood,
} satisfies Record<string, Answering>

export type QuestionId = keyof typeof questions

/** What a question is answered with. */
export type ViewOf<Id extends QuestionId> = Exclude<ReturnType<(typeof questions)[Id]>, Refusal>

export const questionIds = Object.keys(questions) as QuestionId[]
