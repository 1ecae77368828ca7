export { type AllianceView, alliance, type Endowment } from './alliance.ts'
export {
  type Completeness,
  completeFor,
  type KindOver,
  kindOfFact,
  kindsOfMeetings,
  lastWholeYear,
  type Span,
  yearsBetween,
  yearsInWords,
  yearsOf,
} from './completeness.ts'
export type { CompletenessView, FactOnRecord, KindOnRecord } from './completeness-view.ts'
export type { Change, Enlargement } from './enlargement.ts'
export { doubtKinds, type Reading, readings, type Standing } from './facts.ts'
export type { BodyOutput, MeetingOutput, OutputView } from './output.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
export type { IndicatorWeight, Part, StatusSum, Sum, WeightView } from './weight.ts'
