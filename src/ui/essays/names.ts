import type { QuestionId } from '../../analysis/index.ts'

/** How each question is asked. */
export const askedOf: { readonly [Id in QuestionId]: string } = {
  'would-pass': 'What would pass on a topic, by what passed before?',
  language: 'Has the language on a topic become stronger or weaker?',
  became: 'What became of what was once put forward?',
  alliance: 'Is it becoming a military alliance?',
  exercising: 'Who really exercises?',
  leadership: 'Who leads, and who stays out?',
  completeness: 'How complete is this?',
  output: 'Do meetings produce anything?',
  weight: 'How much does it weigh?',
  neighbourhood: 'How crowded is its neighbourhood?',
}

export function isQuestion(id: string): id is QuestionId {
  return id in askedOf
}
