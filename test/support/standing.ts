import { type ProposalView, proposalView, type Seat } from '../../src/record/index.ts'
import type { Place } from '../../src/ui/layout.ts'
import { positionsSection } from '../../src/ui/run/positions.ts'
import { particulars } from '../../src/ui/run/proposal-facts.ts'
import { silenceSection } from '../../src/ui/run/silence.ts'
import { standingSentence, standSection } from '../../src/ui/run/stand.ts'
import { statementsSection } from '../../src/ui/run/statements.ts'
import type { Session } from './negotiating.ts'

/** A proposal of a session as a seat sees it; the seat must see the text. */
export function viewIn(session: Session, seat: Seat, decision = 'lights'): ProposalView {
  const view = proposalView(session.circle, decision, seat, session.now)
  if (!view) throw new Error('The text is not open to this seat.')
  return view
}

export function sentenceFor(session: Session, seat: Seat): string {
  return standingSentence(viewIn(session, seat)).text
}

/** What is shown to a seat of who proposed it. */
export function particularsFor(session: Session, seat: Seat): string {
  const view = viewIn(session, seat)
  return particulars(view, placeOf(view))?.text ?? ''
}

/** Everything that these sections show of it to a seat. */
export function shownTo(session: Session, seat: Seat): string {
  const view = viewIn(session, seat)
  const sections = [standSection, silenceSection, positionsSection, statementsSection]
  return sections.map((section) => section(view, placeOf(view))?.text ?? '').join('\n')
}

function placeOf({ circle: { organisation } }: ProposalView): Place {
  return {
    organisation,
    description: organisation.description,
    path: '/concord/run/proposals/lights',
    on: undefined,
    known: undefined,
    head: organisation.position,
  }
}
