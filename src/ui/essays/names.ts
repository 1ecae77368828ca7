import type { QuestionId } from '../../analysis/index.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  alliance: 'Is it becoming a military alliance?',
  completeness: 'How complete is this?',
  output: 'Do meetings produce anything?',
  weight: 'How much does it weigh?',
}
