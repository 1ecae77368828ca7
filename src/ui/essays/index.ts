import type { QuestionId, ViewOf } from '../../analysis/index.ts'
import type { Page, Place } from '../layout.ts'
import { alliancePage } from './alliance.ts'
import { completenessPage } from './completeness.ts'
import { outputPage } from './output.ts'
import { weightPage } from './weight.ts'

/** The page of each question. */
export const essays: { readonly [Id in QuestionId]: (view: ViewOf<Id>, place: Place) => Page } = {
  alliance: alliancePage,
  completeness: completenessPage,
  output: outputPage,
  weight: weightPage,
}
