import type { QuestionId } from '../../analysis/index.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  'would-pass': 'What would pass on a topic, by what passed before?',
  language: 'Has the language on a topic become stronger or weaker?',
  became: 'What became of what was once put forward?',
  alliance: 'Is it becoming a military alliance?',
}
