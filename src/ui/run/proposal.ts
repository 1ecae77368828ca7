import type { ProposalView } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { afterSection } from './after.ts'
import { historySection } from './history.ts'
import { ladder } from './ladder.ts'
import { meetingSection } from './meeting-section.ts'
import { type NoteGiven, positionsSection } from './positions.ts'
import { particulars } from './proposal-facts.ts'
import { silenceSection } from './silence.ts'
import { standSection } from './stand.ts'
import { statementsSection } from './statements.ts'
import { stepsSection } from './steps.ts'
import { type Reading, textSection } from './text.ts'

/** A section of the page of a proposal; nothing where it has nothing to say to the seat. */
export type Section = (view: ProposalView, place: Place) => Html | undefined

/** Silence that has been announced comes first: it runs out whether or not anybody reads on. */
function beside({ silence }: ProposalView, note: NoteGiven | undefined): readonly Section[] {
  const positions: Section = (view, place) => positionsSection(view, place, note)
  return silence
    ? [silenceSection, positions, meetingSection, particulars]
    : [positions, silenceSection, meetingSection, particulars]
}

/**
 * One proposal: where it stands, its text, who says what, silence, meetings, and what comes after.
 *
 * @param note the note of the register from which its position is entered
 */
export function proposalPage(view: ProposalView, place: Place, reading: Reading = {}, note?: NoteGiven): Page {
  const { current, decision } = view.negotiation
  const shown = (...sections: readonly Section[]): Content => sections.map((section) => section(view, place))
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'run')}">The table</a></p><h1>${current.title.en}</h1>${shown(ladder, standSection)}</section>
<div class="cols"><div class="stack wide-apart">${textSection(view, place, reading)}${shown(stepsSection, statementsSection)}</div>
<div class="stack wide-apart">${shown(...beside(view, note))}</div></div>
${shown(afterSection, historySection)}`
  return { title: current.title.en, body, part: 'run', live: { about: [decision] } }
}
