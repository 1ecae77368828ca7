export { type AllianceView, alliance, type Endowment } from './alliance.ts'
export {
  type ExerciseHeld,
  type ExercisingView,
  everyMemberTook,
  exercising,
  isKnown,
  type MemberExercising,
  type YearOfExercises,
} from './exercising.ts'
export {
  type Compared,
  type Foremost,
  type LeadershipView,
  leadership,
} from './leadership.ts'
export type { Differ, PairOfMembers } from './leadership-pairs.ts'
export type { LeadershipRow, Part, PartName } from './leadership-rows.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
