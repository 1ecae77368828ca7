export * from './alliance.ts'
export * from './bearing.ts'
export type { Matter, MatterInShort, Matters, Pause, Standing } from './became.ts'
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
export * from './endowments.ts'
export type { KindOfText, LanguageOfAll, LanguageOfTopic, Spoken, Tally, TextKind } from './language.ts'
export type { Bounds } from './measure/condition.ts'
export type { Completeness } from './measure/firm.ts'
export type { Stated, Value } from './measure/list.ts'
export { lists, onDayOf } from './measure/lists.ts'
export { type Measured, measured } from './measure/measure.ts'
export * from './neighbourhood.ts'
export { type Answering, type Narrowed, type QuestionId, questionIds, questions, type ViewOf } from './questions.ts'
export * from './shared.ts'
export type { HeldAs, Step } from './steps.ts'
export { type Against, type Rung, rungOf, rungs, verbsOf } from './verb-order.ts'
export type { Deciding, Precedent, Stand, Through, TopicInShort, TopicPrecedents, TopicsInShort } from './would-pass.ts'
export { claimSchema, readClaim, readMeasure, type WrittenClaim } from './written-claim.ts'
