import type { QuestionId, ViewOf } from '../../analysis/index.ts'
import type { Page, Place } from '../layout.ts'
import { alliancePage } from './alliance.ts'
import { becamePage } from './became.ts'
import { completenessPage } from './completeness.ts'
import { exercisingPage } from './exercising.ts'
import { languagePage } from './language.ts'
import { leadershipPage } from './leadership.ts'
import { neighbourhoodPage } from './neighbourhood.ts'
import { outputPage } from './output.ts'
import { weightPage } from './weight.ts'
import { wouldPassPage } from './would-pass.ts'

/** The page of each question. */
export const essays: { readonly [Id in QuestionId]: (view: ViewOf<Id>, place: Place) => Page } = {
  alliance: alliancePage,
  became: becamePage,
  language: languagePage,
  'would-pass': wouldPassPage,
  neighbourhood: neighbourhoodPage,
  completeness: completenessPage,
  output: outputPage,
  weight: weightPage,
  exercising: exercisingPage,
  leadership: leadershipPage,
}
