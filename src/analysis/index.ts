export { type AllianceView, alliance, type Endowment } from './alliance.ts'
export {
  type Completeness,
  completeFor,
  type KindOver,
  kindOfFact,
  kindsOfMeetings,
  type Span,
  yearsBetween,
  yearsInWords,
  yearsOf,
} from './completeness.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
