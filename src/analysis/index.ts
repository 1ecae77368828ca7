export { type AllianceView, alliance, type Endowment } from './alliance.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
