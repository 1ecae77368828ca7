import type { ProposalView } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Page, Place } from '../layout.ts'
import { afterSection } from './after.ts'
import { meetingSection } from './meeting-section.ts'
import { positionsSection } from './positions.ts'
import { silenceSection } from './silence.ts'
import { standSection } from './stand.ts'
import { statementsSection } from './statements.ts'
import { textSection } from './text.ts'

/** A section of the page of a proposal; nothing where it has nothing to say to the seat. */
export type Section = (view: ProposalView, place: Place) => Html | undefined

/** One proposal: where it stands, its text, who says what, silence, meetings, and what comes after. */
export function proposalPage(view: ProposalView, place: Place): Page {
  const { current, decision } = view.negotiation
  const sections: readonly Section[] = [
    standSection,
    silenceSection,
    meetingSection,
    textSection,
    positionsSection,
    statementsSection,
    afterSection,
  ]
  const body: Content = html`<h1>${current.title.en}</h1>${sections.map((section) => section(view, place))}`
  return { title: current.title.en, body, part: 'run', live: { about: [decision] } }
}
