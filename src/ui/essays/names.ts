import type { QuestionId } from '../../analysis/index.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  alliance: 'Is it becoming a military alliance?',
  exercising: 'Who really exercises?',
  leadership: 'Who leads, and who stays out?',
}
