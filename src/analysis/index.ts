export * from './alliance.ts'
export * from './bearing.ts'
export type { Matter, MatterInShort, Matters, Pause, ProgrammeStanding } from './became.ts'
export {
  type Checked,
  type CheckOutcome,
  type Claim,
  type ClaimAct,
  checked,
  claimNamed,
  claimsOf,
  type Tested,
  tested,
  type Weighed,
  weighed,
} from './claim.ts'
export { measuredView, testedView, weighedView } from './claim-view.ts'
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
export * from './endowments.ts'
export type { Change, Enlargement } from './enlargement.ts'
export {
  type ExerciseHeld,
  type ExercisingView,
  everyMemberTook,
  exercising,
  isKnown,
  type MemberExercising,
  type YearOfExercises,
} from './exercising.ts'
export { doubtKinds, type Reading, readings, type Standing } from './facts.ts'
export type { KindOfText, LanguageOfAll, LanguageOfTopic, Spoken, Tally, TextKind } from './language.ts'
export {
  type Compared,
  type Foremost,
  type LeadershipView,
  leadership,
} from './leadership.ts'
export type { Differ, PairOfMembers } from './leadership-pairs.ts'
export type { LeadershipRow, PartName, RowPart } from './leadership-rows.ts'
export type { Bounds } from './measure/condition.ts'
export type { Firmness } from './measure/firm.ts'
export type { Stated, Value } from './measure/list.ts'
export { lists, onDayOf } from './measure/lists.ts'
export { type Measured, measured } from './measure/measure.ts'
export * from './neighbourhood.ts'
export type { BodyOutput, MeetingOutput, OutputView } from './output.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
export * from './shared.ts'
export type { HeldAs, Step } from './steps.ts'
export { type Against, type Rung, rungOf, rungs, verbsOf } from './verb-order.ts'
export type { IndicatorWeight, Part, StatusSum, Sum, WeightView } from './weight.ts'
export type { Deciding, Precedent, Stand, Through, TopicInShort, TopicPrecedents, TopicsInShort } from './would-pass.ts'
export { claimSchema, readClaim, readMeasure, type WrittenClaim, whenMade } from './written-claim.ts'
