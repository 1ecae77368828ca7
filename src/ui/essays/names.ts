import type { QuestionId } from '../../analysis/index.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  became: 'What became of what was once put forward?',
  alliance: 'Is it becoming a military alliance?',
}
