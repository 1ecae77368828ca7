export * from './alliance.ts'
export * from './bearing.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
