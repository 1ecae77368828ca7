import type { QuestionId, ViewOf } from '../../analysis/index.ts'
import type { Page, Place } from '../layout.ts'
import { alliancePage } from './alliance.ts'
import { becamePage } from './became.ts'
import { languagePage } from './language.ts'
import { neighbourhoodPage } from './neighbourhood.ts'
import { wouldPassPage } from './would-pass.ts'

/** The page of each question. */
export const essays: { readonly [Id in QuestionId]: (view: ViewOf<Id>, place: Place) => Page } = {
  alliance: alliancePage,
  became: becamePage,
  language: languagePage,
  'would-pass': wouldPassPage,
  neighbourhood: neighbourhoodPage,
}
