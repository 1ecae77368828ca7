export { type AllianceView, alliance, type Endowment } from './alliance.ts'
export type { Matter, MatterInShort, Matters, Pause, Standing } from './became.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
export type { HeldAs, Step } from './steps.ts'
