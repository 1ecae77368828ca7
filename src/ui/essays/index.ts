import type { QuestionId, ViewOf } from '../../analysis/index.ts'
import type { Page, Place } from '../layout.ts'
import { alliancePage } from './alliance.ts'
import { exercisingPage } from './exercising.ts'
import { leadershipPage } from './leadership.ts'

/** The page of each question. */
export const essays: { readonly [Id in QuestionId]: (view: ViewOf<Id>, place: Place) => Page } = {
  alliance: alliancePage,
  exercising: exercisingPage,
  leadership: leadershipPage,
}
